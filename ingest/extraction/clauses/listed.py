"""How far the year of a heading reaches: to the end of the list that stands under it.

2024年要抓好以下工作:   the heading
一、…。                 the first item shows the shape that all have
二、…。
会议还要求…。           another shape: the list is over
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from chinese.dates import year_over
from chinese.folding import fold
from ingest.extraction.words.lists import one_of

_NUMBER = "[0-9一二三四五六七八九十]{1,3}"
_SHAPES = {
    "numbered": re.compile(rf"[(]?{_NUMBER}[)、.:]|第?[一二三四五六七八九十][是要件项]|[①-⑳]"),
    "marked": re.compile(one_of("mark of an item")),
    "titled": re.compile(r"[^,。:;]{2,6}[。:].{2}"),  # 城建。打通人民路。
    "line": re.compile(r"[^。!?]*[^。!?”]$"),  # 新建幼儿园2所;
}
_SHORT = 20


@dataclass
class YearOfList:
    """Follows the paragraphs of an article with the year that heads a list of them."""

    year: int | None = None
    shape: str = ""  # of the items, once the first of them was seen
    holds: bool = False  # whether the last item was a mere head, (一)工业, of what follows

    def over(self, paragraph: str, issue_date: date) -> int | None:
        """The year to come that heads the list in which this paragraph is an item."""
        if self.year and not self._goes_on(fold(paragraph).text.strip()):
            self.year = None
        over = self.year
        if year := year_over(paragraph, issue_date):
            self.year, self.shape, self.holds = year, "", False
        return over

    def _goes_on(self, item: str) -> bool:
        shape = shape_of(item)
        goes_on = self.holds or not self.shape or (shape == self.shape and shape != "prose")
        self.shape = self.shape or shape
        self.holds = goes_on and len(item) <= _SHORT and not item.endswith(("。", ";"))
        return goes_on


def shape_of(item: str) -> str:
    """How a paragraph begins and ends, as the items of one list all do; else it is `prose`."""
    return next((name for name, shape in _SHAPES.items() if shape.match(item)), "prose")
