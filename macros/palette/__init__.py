"""Colours made readable (WCAG 2.2 contrast, OKLCH); knows no council."""
