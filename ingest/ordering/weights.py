"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -2.59,
    "after_nothing": -0.17,
    "after_open": 0.23,
    "after_title": -1.54,
    "ahead": -0.34,
    "balance": 3.07,
    "behind": -2.39,
    "closes": 4.00,
    "continues": 1.11,
    "echo": 1.19,
    "far_ahead": -2.23,
    "far_behind": -2.45,
    "half_word": -5.00,
    "head_scrap": 0.52,
    "head_title": -2.21,
    "midway": 0.57,
    "next": 3.20,
    "number": 2.50,
    "open": 0.95,
    "opener": -1.42,
    "past_column": -0.14,
    "past_title": 0.24,
    "pause": 0.79,
    "reads": 0.19,
    "rest": 1.40,
    "rest_under_stack": 1.61,
    "semi": -5.80,
    "tail_scrap": 0.96,
    "tail_title": -4.39,
    "topic": 3.60,
    "topic_column": 1.76,
    "trigrams": 0.48,
    "vectors": 0.80,
    "word": 1.16,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 0.73, "belief": 1.55, "disorder": -1.11}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 4.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.95
SHOWN = 0.2
# A second choice of less belief than this is not worth a word.
RIVAL = 0.02
# That a line end is the foot of a column or stands over a headline.
BREAKS: dict[str, float] = {
    "bare above": 2.27,
    "bare below": 1.20,
    "line": -1.92,
    "midway": -0.97,
    "pause": -0.39,
    "trigrams": -0.67,
    "vectors": -2.11,
    "word": -0.14,
}
