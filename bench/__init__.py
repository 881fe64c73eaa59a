"""What the site costs beside plain Material: `python -m bench` measures it, README.md shows it."""
