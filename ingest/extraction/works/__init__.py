"""The works of an article: which clause tells of which, and what is told of each, put together."""
