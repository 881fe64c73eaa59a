"""What the Makefile runs besides the programs it installs."""
