"""The rules that need all records. Each yields problems and knows nothing of YAML."""
