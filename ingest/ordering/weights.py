"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -4.25,
    "after_nothing": -0.20,
    "after_open": -0.15,
    "after_title": -1.31,
    "ahead": -0.37,
    "balance": 3.94,
    "behind": -2.56,
    "echo": 1.59,
    "far_ahead": -2.47,
    "far_behind": -2.66,
    "half_word": -5.00,
    "head_scrap": 0.56,
    "head_title": -2.43,
    "likeness": 0.49,
    "midway": 0.72,
    "near": 0.81,
    "next": 2.43,
    "number": 2.50,
    "open": 0.59,
    "opener": -2.37,
    "past_title": -0.31,
    "pause": 0.47,
    "reads": 0.30,
    "rest": 2.03,
    "rest_under_stack": 0.41,
    "semi": -6.97,
    "tail_scrap": 1.05,
    "tail_title": -3.51,
    "trigrams": 0.36,
    "vectors": 0.67,
    "word": 1.12,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 0.90, "belief": 1.63, "disorder": -0.88}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 9.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.95
SHOWN = 0.2
# A second choice of less belief than this is not worth a word.
RIVAL = 0.02
