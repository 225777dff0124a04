"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "open": 2.5,
    "pause": 1.5,
    "semi": -2.0,
    "tail_title": -8.5,
    "head_title": -6.0,
    "word": 0.5,
    "run": 0.35,
    "echo": 0.8,
    "balance": 2.0,
    "stub": 2.5,
    "opener": -4.0,
    "twin": -2.5,
    "indented": -3.0,
    "after_title": -1.5,
    "likeness": 4.0,
    "belonging": 5.0,
    "same_article": 2.0,
    "reads_on": 3.0,
    "next": 2.5,
    "past_title": -0.5,
    "ahead": -1.5,
    "far_ahead": -2.5,
    "behind": -2.5,
    "far_behind": -3.0,
}
THRESHOLD = 0.5
SHOWN = 0.2
