"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -1.58,
    "after_open": 3.06,
    "after_title": 0.94,
    "ahead": 0.63,
    "balance": 4.65,
    "behind": -1.90,
    "echo": 3.21,
    "far_ahead": -1.72,
    "far_behind": -2.11,
    "half_word": -5.00,
    "number": 2.50,
    "head_scrap": 1.02,
    "head_title": -1.00,
    "likeness": 0.85,
    "next": 4.19,
    "open": 2.20,
    "opener": -2.11,
    "opening": -1.02,
    "past_column": 1.21,
    "past_title": 1.04,
    "pause": 2.46,
    "reads": 1.27,
    "rest": 3.26,
    "rest_under_stack": 1.32,
    "semi": -7.68,
    "stub": 2.99,
    "tail_scrap": 2.21,
    "tail_title": -3.02,
    "twin": -0.69,
    "word": 3.03,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 1.45, "belief": 1.25, "disorder": -3.20}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 6.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.95
SHOWN = 0.2
