"""Vietnamese text to typed values; pure functions."""
