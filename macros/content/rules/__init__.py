"""The rules that need all records: each yields problems and knows nothing of YAML."""
