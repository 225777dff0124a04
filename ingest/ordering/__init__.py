"""Order: which pieces of a page are one paragraph, with confidence and reasons."""

from ingest.ordering.joins import order, reconsidered

__all__ = ["order", "reconsidered"]
