"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -4.14,
    "after_nothing": -0.06,
    "after_open": -0.18,
    "after_title": -1.42,
    "ahead": -0.29,
    "balance": 3.73,
    "behind": -2.51,
    "echo": 1.83,
    "far_ahead": -2.42,
    "far_behind": -2.58,
    "half_word": -5.00,
    "head_scrap": 0.56,
    "head_title": -2.26,
    "likeness": 0.50,
    "midway": 0.71,
    "near": 0.80,
    "next": 2.49,
    "number": 2.50,
    "open": 0.46,
    "opener": -2.02,
    "past_column": -0.06,
    "past_title": -0.43,
    "pause": 0.67,
    "reads": 0.31,
    "rest": 2.11,
    "rest_under_stack": 0.50,
    "semi": -6.92,
    "tail_scrap": 1.14,
    "tail_title": -3.31,
    "trigrams": 0.33,
    "vectors": 0.65,
    "word": 0.99,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 1.13, "belief": 1.61, "disorder": -1.27}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 9.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.95
SHOWN = 0.2
# A second choice of less belief than this is not worth a word.
RIVAL = 0.02
