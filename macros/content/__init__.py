"""The report in content/: read from YAML, checked, and held as records."""
