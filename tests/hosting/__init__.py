"""What `make release` makes, on real servers: nginx and Apache, started on this machine."""
