"""A walk through the site with Orca, a screen reader, and what is heard on the way."""
