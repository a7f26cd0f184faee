"""The words of the trade as frozen models and rules; pure, no input or output."""
