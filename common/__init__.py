"""What the macros and the publishing both need; imports nothing of ours."""
