"""From YAML text to records, with every problem in plain words on its true line."""
