"""What tests build the site, serve it and watch it with."""
