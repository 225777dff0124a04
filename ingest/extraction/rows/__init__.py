"""Works in the rows of a table."""
