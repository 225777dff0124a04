"""Segment: roles, headline stacks, articles with their parts."""

from ingest.segmenting.layout import Segmenter

__all__ = ["Segmenter"]
