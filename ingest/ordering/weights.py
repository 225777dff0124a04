"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -3.46,
    "after_nothing": -0.10,
    "after_open": -0.52,
    "after_title": -1.52,
    "ahead": -0.52,
    "balance": 3.52,
    "behind": -2.48,
    "continues": 1.20,
    "echo": 1.35,
    "far_ahead": -2.29,
    "far_behind": -2.43,
    "half_word": -5.00,
    "head_scrap": 0.58,
    "head_title": -2.30,
    "midway": 0.49,
    "next": 3.01,
    "number": 2.50,
    "open": 0.39,
    "opener": -2.24,
    "past_column": -0.27,
    "past_title": -0.61,
    "pause": 0.76,
    "reads": 0.28,
    "rest": 1.44,
    "rest_under_stack": 1.13,
    "semi": -6.74,
    "tail_scrap": 1.04,
    "tail_title": -4.66,
    "topic": 4.38,
    "topic_column": 1.47,
    "trigrams": 0.44,
    "vectors": 0.69,
    "word": 0.85,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 0.66, "belief": 1.69, "disorder": -0.68}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 9.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.95
SHOWN = 0.2
# A second choice of less belief than this is not worth a word.
RIVAL = 0.02
