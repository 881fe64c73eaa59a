"""What the report is made of: one strict pydantic model for each kind of record."""
