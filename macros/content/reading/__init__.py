"""From YAML text to validated records, with every problem in plain words and on its true line."""
