"""From records to the text of pages: one macro for each template."""
