"""What the workbooks promise: one file for each promise."""
