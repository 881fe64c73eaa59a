"""What the site costs beside plain Material: `python -m bench` measures it and writes README.md here."""
