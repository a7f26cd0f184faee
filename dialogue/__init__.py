"""The dialogue engine: talks, kinds of questions, messages, texts."""
