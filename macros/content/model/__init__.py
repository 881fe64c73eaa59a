"""The data model of the report: one strict pydantic model for each kind of record."""
