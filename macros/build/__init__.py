"""What a build needs besides the pages: the generator, its settings, the files it copies."""
