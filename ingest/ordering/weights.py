"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -2.90,
    "after_nothing": -0.12,
    "after_open": -0.11,
    "after_title": -1.74,
    "ahead": -0.43,
    "balance": 3.28,
    "behind": -2.46,
    "continues": 1.08,
    "echo": 1.25,
    "far_ahead": -2.34,
    "far_behind": -2.49,
    "half_word": -5.00,
    "head_scrap": 0.48,
    "head_title": -2.36,
    "inside": -0.14,
    "midway": 0.54,
    "next": 3.20,
    "number": 2.50,
    "open": 0.63,
    "opener": -1.73,
    "past_column": -0.18,
    "pause": 0.69,
    "reads": 0.19,
    "rest": 1.21,
    "rest_under_stack": 1.57,
    "semi": -6.19,
    "tail_scrap": 0.88,
    "tail_title": -4.37,
    "topic": 3.58,
    "topic_column": 1.82,
    "trigrams": 0.45,
    "vectors": 0.73,
    "word": 1.61,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 0.96, "belief": 1.62, "disorder": -1.63}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 9.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.95
SHOWN = 0.2
# A second choice of less belief than this is not worth a word.
RIVAL = 0.02
