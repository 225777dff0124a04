"""What a paper numbers, and how high: a number beyond is a slip of the hand."""

from __future__ import annotations

MOST_PAGES = 99  # of one issue: a folio has two figures
HIGHEST_NUMBER = 999_999  # of an issue: one a day for 2700 years
