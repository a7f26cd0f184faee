"""The benchmark: our bot beside two plain python-telegram-bot bots, on one fake Telegram."""
