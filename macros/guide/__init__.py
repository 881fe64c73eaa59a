"""The records as the pages see them: their order, their addresses and their data files."""
