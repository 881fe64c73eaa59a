"""What a screen reader is given, as the browser gives it."""
