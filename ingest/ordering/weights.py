"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -2.46,
    "after_end": 1.56,
    "after_nothing": -0.13,
    "after_open": 0.28,
    "after_title": -1.57,
    "ahead": -0.24,
    "balance": 3.19,
    "behind": -2.46,
    "closes": 4.00,
    "continues": 1.07,
    "echo": 1.15,
    "far_ahead": -2.07,
    "far_behind": -2.45,
    "half_word": -5.00,
    "head_scrap": 0.56,
    "head_title": -2.09,
    "indented": -0.14,
    "midway": 0.53,
    "next": 3.22,
    "number": 2.50,
    "open": 1.13,
    "opener": -1.53,
    "past_column": -0.07,
    "past_title": 0.22,
    "pause": 0.85,
    "reads": 0.18,
    "rest": 1.38,
    "rest_under_stack": 1.57,
    "semi": -5.88,
    "short_rest": 0.53,
    "tail_scrap": 0.98,
    "tail_title": -4.42,
    "topic": 3.43,
    "topic_column": 1.92,
    "trigrams": 0.47,
    "vectors": 0.79,
    "word": 1.27,
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
