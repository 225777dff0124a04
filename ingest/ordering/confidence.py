"""From belief to confidence: what share of such joins is right on a page so disordered."""

from __future__ import annotations


def calibrated(belief: float, disorder: float) -> float:
    """The probability that a join of this belief is right."""
    del disorder
    return belief
