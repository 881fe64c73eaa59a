"""Code that both `macros` and `publish` need. Imports neither of them."""
