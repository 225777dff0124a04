"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -2.53,
    "after_open": 2.68,
    "after_title": 0.48,
    "ahead": 0.48,
    "balance": 3.48,
    "behind": -1.67,
    "echo": 2.59,
    "far_ahead": -1.91,
    "far_behind": -1.87,
    "half_word": -5.00,
    "head_scrap": 0.83,
    "head_title": -1.88,
    "likeness": 0.55,
    "near": 0.97,
    "next": 3.58,
    "number": 2.50,
    "open": 1.89,
    "opener": -2.16,
    "opening": -0.46,
    "opening_trigrams": -0.54,
    "past_column": 0.57,
    "past_title": 0.38,
    "pause": 1.70,
    "reads": 0.65,
    "rest": 2.55,
    "rest_under_stack": 1.20,
    "semi": -6.60,
    "stub": 0.96,
    "tail_scrap": 1.90,
    "tail_title": -2.98,
    "trigrams": 0.64,
    "twin": -0.43,
    "word": 3.18,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 0.47, "belief": 1.30, "disorder": -1.50}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 6.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.95
SHOWN = 0.2
