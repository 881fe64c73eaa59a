"""Programs for the Makefile: find or get a browser and web servers, make the environment."""
