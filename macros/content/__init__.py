"""The report in content/: read from YAML, checked, and returned as records."""
