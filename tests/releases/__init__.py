"""What each release made, frozen: every later one must build its folder and open its answers."""
