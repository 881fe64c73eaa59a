"""What a build needs besides the pages: the generator, its settings and the generated files."""
