"""What is done to a built site before a host serves it, whichever generator built it."""
