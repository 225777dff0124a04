"""Targets: which figures and deeds are promised, what they measure, and by when."""
