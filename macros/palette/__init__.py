"""Make colours readable (WCAG 2.2 contrast, in OKLCH). Knows nothing about councils' folders."""
