"""Which unit stands behind a number: the word lists, and few words that hang on what is around.

度 is electricity behind 发电 or 万, else a degree; 方 is a volume behind figures, else a side;
元 is none in 元宵 or 万元户; 期 counts in 分两期 only.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from chinese.numerals import DIGITS, WAN, YI
from chinese.wordlists import DATA, Lexicon, any_of, sections, words

MONEY = ("money", "foreign")
_LISTS = sections(DATA / "units.txt")
_AFTER_ALL, _NO_UNIT = "a unit after all", "not a unit"
_UNITS = Lexicon(
    {kind: some for kind, some in _LISTS.items() if kind not in (_AFTER_ALL, _NO_UNIT)}
)
_WORDS = Lexicon.read("units", _NO_UNIT, _AFTER_ALL)
_WORDY = ("count", "volume", "weight")
_YUAN_WORDS = (*words("sums", "begins with 元"), *words("sums", "begins with 圆"))
_SIDES = frozenset("面向式案法针程才便位言圆块糖略")
_BESIDES = re.compile(r"\(([^()]{1,3})\)")
# Small change behind 元 and 块: 3元5角, 4块5毛, 4块5. Behind 块 the last word may stay unsaid.
_DIGIT = "[0-9一二两三四五六七八九]"
_CHANGE = re.compile(
    rf"(?P<tenths>{_DIGIT})[角毛](?:(?P<cents>{_DIGIT})分)?|(?P<only>{_DIGIT})分(?![钟之别数公店行])"
)
_UNSAID = re.compile(rf"({_DIGIT})(?=[,。;:!?”)]|$|[一每]\w)")
_COIN_ENDS = re.compile(rf"$|[,。;:!?、/)”]|[一每左多的]|{_DIGIT}分")
_NOT_TENTHS = words("counts", "begins with 成")

_PEOPLE = re.compile(
    f"{any_of(words('counts', 'which people'))}{{0,2}}{any_of(words('counts', 'people'))}"
    f"(?!{any_of(words('counts', 'of people'))})"
)
_ROUNDED = (*WAN, *YI, "余", "多")
_OF_WAYS = frozenset("地路长远外多")
_CAMERAS = re.compile(any_of(words("counts", "seen by cameras")))
_IN_NUMBERS = re.compile(any_of(words("counts", "in numbers")) + "[^,。;、]{0,3}$")
# 平均办理时间缩短到22天, 平均住院日控制在7天: what something takes, and that it is to take less.
_TAKES = re.compile(
    f"{any_of(words('counts', 'time that is taken'))}[^,。;:0-9]{{0,8}}?"
    f"{any_of(words('counts', 'takes less'))}$"
)
_LASTS = re.compile("(?:寿命|年限)[^,。;0-9]*$")
_GRADE = re.compile(r"成新(?!增|建|开)")


class Unit(NamedTuple):
    """A unit as printed, its section of `data/units.txt`, and where its print ends."""

    text: str
    kind: str
    end: int


def unit_at(text: str, start: int, position: int) -> Unit | None:
    """The unit at `position`, behind the number that begins at `start`."""
    hit = _UNITS.at(text, position)
    if not hit:
        return _people(text, position)
    unit, kind = hit
    end = position + len(unit)
    if unit[-1].isascii() and unit[-1].isalpha():
        following = text[end : end + 1]
        if following.isascii() and following.isalpha():
            return None
    if kind in _WORDY and _is_of_another_word(text, position, unit):
        return None
    if kind == "count":
        besides = _BESIDES.match(text, end)
        if besides and _UNITS.at(besides[1], 0) == (besides[1], "count"):
            return Unit(unit + besides[0], kind, besides.end())
    elif kind in MONEY:
        return None if is_of_a_word(text, end) else Unit(unit, kind, end)
    elif unit in _IN_CONTEXT:
        in_context = _IN_CONTEXT[unit](text, start, position)
        return Unit(unit, in_context, end) if in_context else None
    return Unit(unit, kind, end)


def _people(text: str, position: int) -> Unit | None:
    """6.2万农村人口, 3000余农户 need no measure word; 3000多学生宿舍 are no people."""
    found = _PEOPLE.match(text, position) if text.startswith(_ROUNDED, position - 1) else None
    return Unit(found[0], "count", found.end()) if found else None


def is_of_a_word(text: str, after: int) -> bool:
    """元宵, 元件, 万元户, 百元店, 圆梦: the 元 before this place is no unit."""
    return text.startswith(_YUAN_WORDS, after - 1)


def _is_of_another_word(text: str, position: int, unit: str) -> bool:
    word = _WORDS.at(text, position)
    return word is not None and word[1] == _NO_UNIT and len(word[0]) > len(unit)


def _degrees(text: str, start: int, position: int) -> str:
    """发电4300万度 is energy, 35度 a temperature or an angle."""
    said = "电" in text[max(0, start - 6) : start] or text[position - 1] in WAN + YI
    return "energy" if said else "none"


def _cubic(text: str, start: int, position: int) -> str:
    """块石6000方, but 三方, 8方面."""
    before, following = text[position - 1], text[position + 1 : position + 2]
    printed = (before.isascii() and before.isdigit()) or before in WAN + YI + "余多来"
    return "volume" if printed and following not in _SIDES else ""


def _phases(text: str, start: int, position: int) -> str:
    """分两期建设 counts, and so does 举办培训46期; 二期, 第5期 are ordinals."""
    in_numbers = _IN_NUMBERS.search(text, max(0, start - 8), start) and _is_printed(text, position)
    return "count" if in_numbers or text[start - 1 : start] == "分" else "none"


def _days(text: str, start: int, position: int) -> str:
    """优良天数312天 is counted; 工期180天 is a length of time."""
    if "天数" in text[max(0, start - 8) : start]:
        return "count"
    return _time_taken(text, start, position)


def _time_taken(text: str, start: int, position: int) -> str:
    """办电时间压缩到25天, 停电时间降到4小时以内 are measured; 三小时 is how long it lasts."""
    return "other" if _TAKES.search(text, max(0, start - 24), start) else "none"


def _years(text: str, start: int, position: int) -> str:
    """人均预期寿命79岁, 受教育年限11.3年 are measured; else 岁 and 年 are ages and times."""
    return "other" if _LASTS.search(text, max(0, start - 8), start) else "none"


def _loads(text: str, start: int, position: int) -> str:
    """送水560车, but 5车间, 4车道."""
    ends = text[position + 1 : position + 2] in ("", *",。;、!?)")
    return "count" if ends and _is_printed(text, position) else ""


def _is_printed(text: str, position: int) -> bool:
    """Whether the number before this place is printed in figures."""
    before = text[position - 1]
    return (before.isascii() and before.isdigit()) or before in WAN + YI


def _channels(text: str, start: int, position: int) -> str:
    """接入视频1.1万路 counts cameras; 2路 is a bus."""
    seen = _CAMERAS.search(text, max(0, start - 8), start)
    return "count" if seen or text[position - 1] in WAN else "none"


def _old_miles(text: str, start: int, position: int) -> str:
    """三里地, 四里长, but 五里铺."""
    return "length" if text[position + 1 : position + 2] in _OF_WAYS else ""


_IN_CONTEXT = {
    "里": _old_miles,
    "度": _degrees,
    "方": _cubic,
    "期": _phases,
    "路": _channels,
    "天": _days,
    "日": _time_taken,
    "小时": _time_taken,
    "个小时": _time_taken,
    "分钟": _time_taken,
    "个工作日": _time_taken,
    "工作日": _time_taken,
    "岁": _years,
    "年": _years,
    "车": _loads,
}


def change_after(text: str, end: int, unit: str) -> tuple[Decimal, int]:
    """What 角 and 分 behind a 元 or 块 add, and where they end: 3元5角, 4块5."""
    if found := _CHANGE.match(text, end):
        tenths, cents = found["tenths"], found["cents"] or found["only"]
        return _coin(tenths) / 10 + _coin(cents) / 100, found.end()
    if unit == "块" and (found := _UNSAID.match(text, end)):
        return _coin(found[1]) / 10, found.end()
    return Decimal(0), end


def coin_value(text: str, unit: Unit, position: int) -> Decimal | None:
    """How many yuan one of a small coin is: 8毛, 5角, 3分钱. 三角 and 八角 are none."""
    if unit.kind != "coin":
        return None
    before = text[position - 1]
    printed = before.isascii() and before.isdigit()
    if not unit.text.endswith("钱") and not (printed and _COIN_ENDS.match(text, unit.end)):
        return None
    return Decimal("0.01") if unit.text.startswith("分") else Decimal("0.1")


def is_tenths(text: str, position: int) -> bool:
    """七成业主 is seventy in a hundred; 成立, 成功, 成本 are words."""
    if text[position : position + 1] != "成" or text.startswith(_NOT_TENTHS, position):
        return False
    return not _GRADE.match(text, position)


def _coin(digit: str | None) -> Decimal:
    if digit is None:
        return Decimal(0)
    return Decimal(DIGITS.get(digit, digit))
