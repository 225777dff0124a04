"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -2.39,
    "after_open": 2.92,
    "after_title": 0.80,
    "ahead": 0.71,
    "balance": 3.38,
    "behind": -1.72,
    "echo": 2.72,
    "far_ahead": -1.78,
    "far_behind": -1.71,
    "half_word": -5.00,
    "head_scrap": 0.85,
    "head_title": -1.84,
    "likeness": 0.64,
    "near": 1.01,
    "next": 3.84,
    "number": 2.50,
    "open": 2.44,
    "opener": -2.09,
    "opening": -0.51,
    "opening_trigrams": -0.48,
    "past_column": 0.65,
    "past_title": 0.37,
    "pause": 1.70,
    "reads": 0.67,
    "rest": 2.63,
    "rest_under_stack": 1.29,
    "semi": -6.95,
    "stub": 1.16,
    "tail_scrap": 2.54,
    "tail_title": -2.33,
    "trigrams": 0.65,
    "twin": -0.58,
    "word": 3.26,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 0.36, "belief": 1.35, "disorder": -1.20}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 6.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.95
SHOWN = 0.2
# A second choice of less belief than this is not worth a word.
RIVAL = 0.02
