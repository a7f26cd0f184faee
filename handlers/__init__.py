"""The dialogues, one a file, each a plain coroutine run again from its first line at every turn."""
