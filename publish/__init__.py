"""Turn a built site into what a host serves, whichever generator built it."""
