"""Times that a notice opens or closes, and times that are only spoken about.

报名截止6月8日          the last day on which something may be done: due
公示期至8月16日         a time in which something is shown: nothing is due
听取上半年工作汇报      the subject of a meeting: nothing is due
"""

from __future__ import annotations

import re

from chinese.wordlists import any_of, words

_ACT, _DISPLAY, _SPOKEN, _BUSINESS = (
    any_of(words("windows", name))
    for name in ("to act in", "of display", "spoken about", "business")
)
_CLOSES = re.compile(f"(?:{_ACT}[^,。;]{{0,6}}?截[止至]|截止)(?:日期|时间|日)?[为是到至:]?$")
_CLOSED = re.compile("截止|止(?=[,。;)]|$)")
_SHOWN = re.compile(
    f"{_DISPLAY}(?:期限|期间|时间|日期|期)?将?(?:持续|延续)?[自从至到为是:(]{{0,2}}[0-9年月日时点午上下自从至到起即-]{{0,24}}$"
)
_ABOUT = re.compile(f"{_SPOKEN}[了过]?[^,。;、]{{0,6}}$")
_ABOUT_WHAT = re.compile(f"[^,。;]{{0,18}}?{_BUSINESS}")
_SEEN_TO = re.compile(
    f"[^,。;]{{0,12}}?{_BUSINESS}(?:进行|作|做)了?[^,。;]{{0,4}}{_SPOKEN}|工作[时,]"
)
_BEGIN_DISPLAY = {each[0] for each in words("windows", "of display")}  # a first look
_REACH, _NEAR = 45, 12


def closes_a_window(text: str, start: int, end: int) -> bool:
    """报名截止6月8日, 缴费期到12月31日截止: until then something may or must be done.

    质保期至2023年10月止 bounds how long something holds.
    """
    before = text[max(0, start - _REACH) : start]
    asked = _CLOSES.search(before) if "截" in before else None
    stated = asked is not None and asked[0] != "截止"  # 截止6月底 alone dates a report
    return stated or (_CLOSED.match(text, end) is not None and not is_of_display(text, start))


def is_of_display(text: str, start: int) -> bool:
    """公示期自8月12日至8月16日: both days bound a time in which something is shown."""
    before = text[max(0, start - _REACH) : start]
    return not _BEGIN_DISPLAY.isdisjoint(before) and _SHOWN.search(before) is not None


def is_spoken_about(text: str, start: int, end: int) -> bool:
    """听取上半年改革任务落实情况, 对下半年工作作了安排: the work of the period is the subject."""
    if not _ABOUT_WHAT.match(text, end):
        return False
    return bool(_ABOUT.search(text[max(0, start - _NEAR) : start]) or _SEEN_TO.match(text, end))
