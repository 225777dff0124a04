"""What one clause tells: figures, days and stages, its verb, what it promises and under what."""
