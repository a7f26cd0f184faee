"""The running program: settings, one update's way through it, outbox, web pages, command line."""
