"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -3.38,
    "after_nothing": 0.06,
    "after_open": -0.62,
    "after_title": -1.96,
    "ahead": -0.73,
    "balance": 3.08,
    "behind": -2.60,
    "continues": 1.17,
    "echo": 1.55,
    "far_ahead": -2.32,
    "far_behind": -2.57,
    "half_word": -5.00,
    "head_scrap": 0.56,
    "head_title": -1.85,
    "inside": -0.11,
    "midway": 0.55,
    "next": 3.11,
    "number": 2.50,
    "open": 0.43,
    "opener": -2.14,
    "past_column": -0.33,
    "past_title": -0.33,
    "pause": 0.61,
    "reads": 0.28,
    "rest": 1.49,
    "rest_under_stack": 1.42,
    "semi": -6.94,
    "tail_scrap": 0.96,
    "tail_title": -4.21,
    "topic": 4.01,
    "topic_column": 2.28,
    "trigrams": 0.38,
    "vectors": 0.69,
    "word": 1.38,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 0.43, "belief": 1.73, "disorder": -0.49}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 9.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.95
SHOWN = 0.2
# A second choice of less belief than this is not worth a word.
RIVAL = 0.02
