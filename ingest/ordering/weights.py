"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -3.90,
    "after_nothing": -0.26,
    "after_open": -1.07,
    "after_title": -2.01,
    "ahead": -0.73,
    "balance": 3.50,
    "behind": -2.76,
    "echo": 1.58,
    "far_ahead": -2.50,
    "far_behind": -2.69,
    "half_word": -5.00,
    "head_scrap": 0.58,
    "head_title": -2.37,
    "inside": -0.36,
    "midway": 0.73,
    "next": 2.75,
    "number": 2.50,
    "open": -0.18,
    "opener": -2.34,
    "past_column": -0.44,
    "past_title": -0.53,
    "pause": 0.27,
    "reads": 0.28,
    "rest": 1.67,
    "rest_under_stack": 0.95,
    "semi": -7.34,
    "tail_scrap": 1.19,
    "tail_title": -4.15,
    "topic": 5.31,
    "topic_column": 1.70,
    "trigrams": 0.33,
    "vectors": 0.63,
    "word": 1.19,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 0.73, "belief": 1.44, "disorder": -0.41}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 9.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.95
SHOWN = 0.2
# A second choice of less belief than this is not worth a word.
RIVAL = 0.02
