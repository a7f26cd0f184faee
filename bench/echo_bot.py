"""A bare python-telegram-bot echo: the least work a bot can do. It stores nothing."""

import argparse
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main() -> None:
    """Poll until stopped."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("token")
    options.add_argument("base_url")
    options.add_argument("--at-once", type=int, default=1)
    chosen = options.parse_args()
    bot: Application[Any, Any, Any, Any, Any, Any] = (
        ApplicationBuilder()
        .token(chosen.token)
        .base_url(f"{chosen.base_url}/bot")
        .concurrent_updates(chosen.at_once)
        .build()
    )
    bot.add_handler(MessageHandler(filters.TEXT, echo))
    bot.run_polling(allowed_updates=[Update.MESSAGE])


if __name__ == "__main__":
    main()
