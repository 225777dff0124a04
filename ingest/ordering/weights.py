"""The weights of a seam's features: the log-odds that each gives, chosen on tuning pages."""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "after_closed": -2.47,
    "after_end": 1.58,
    "after_nothing": -0.37,
    "after_open": 0.19,
    "after_title": -1.52,
    "ahead": -0.19,
    "balance": 3.27,
    "behind": -2.62,
    "closes": 4.00,
    "continues": 1.08,
    "echo": 1.11,
    "far_ahead": -1.92,
    "far_behind": -2.39,
    "flush": 1.48,
    "half_word": -5.00,
    "head_scrap": 0.53,
    "head_title": -1.97,
    "inside": -0.20,
    "midway": 0.56,
    "next": 3.15,
    "number": 2.50,
    "open": 0.91,
    "opener": -0.58,
    "past_column": -0.06,
    "past_title": 0.07,
    "pause": 0.82,
    "reads": 0.18,
    "rest": 1.25,
    "rest_under_stack": 1.70,
    "semi": -5.90,
    "short_rest": 0.50,
    "tail_scrap": 0.98,
    "tail_title": -4.37,
    "topic": 2.92,
    "topic_column": 2.44,
    "trigrams": 0.47,
    "vectors": 0.79,
    "word": 1.19,
}
# From the belief in a join to how often such a join is right, by how disordered the page is.
CALIBRATION = {"even": 0.78, "belief": 1.56, "disorder": -0.73}
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
