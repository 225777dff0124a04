"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -4.26,
    "after_end": 1.09,
    "after_nothing": -0.21,
    "after_open": 0.89,
    "after_title": -0.84,
    "ahead": -0.27,
    "balance": 2.96,
    "behind": -2.60,
    "closes": 4.00,
    "continues": 1.15,
    "echo": 1.08,
    "far_ahead": -1.96,
    "far_behind": -2.41,
    "flush": 1.46,
    "half_word": -5.00,
    "head_scrap": 0.61,
    "head_title": -1.74,
    "inside": -0.19,
    "midway": 0.50,
    "next": 3.06,
    "number": 2.50,
    "open": 0.70,
    "opener": -0.50,
    "past_column": -0.17,
    "past_title": 0.11,
    "pause": 0.61,
    "reads": 0.17,
    "rest": 1.17,
    "rest_under_stack": 1.77,
    "semi": -5.73,
    "short_rest": 0.40,
    "tail_scrap": 1.02,
    "tail_title": -4.14,
    "topic": 2.67,
    "topic_column": 2.44,
    "trigrams": 0.44,
    "unlike_above": 4.19,
    "unlike_below": -0.57,
    "vectors": 0.73,
    "word": 1.06,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 0.80, "belief": 1.59, "disorder": -0.80}
# What it adds to be read next in an article: by hand, as our pages show it too seldom.
FOLLOWS = 4.0
THRESHOLD = 0.5
TITLE_THRESHOLD = 0.97
SHOWN = 0.2
# A second choice of less belief than this is not worth a word.
RIVAL = 0.02
# That a line end is the foot of a column or stands over a headline.
BREAKS: dict[str, float] = {
    "bare above": 1.40,
    "bare below": 0.85,
    "line": -1.30,
    "midway": -0.90,
    "pause": -0.29,
    "trigrams": -1.01,
    "vectors": -2.16,
    "word": -0.41,
}
# … and when it is asked who else on the page would read on with its two lines.
RIVALS: dict[str, float] = {
    "above": 0.34,
    "below": 0.86,
    "line": -4.47,
    "odds": 1.11,
}
