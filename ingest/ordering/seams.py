"""What speaks for and against reading two pieces as one paragraph: the features of a seam.

Every feature is a number that an editor could check by eye. `Seam.value` is their weighted
sum, the log-odds against "nothing follows"; the weights stand in `weights.py`.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

from ingest.ordering.language import plain
from ingest.readers.kinds import COMES_FROM, SALUTES, SCENE
from ingest.readers.lists import one_of
from ingest.readers.punctuation import CLOSING, ENDS, OPENING, PAUSES, fold, open_marks, visible
from ingest.readers.signatures import is_answered, signs_letter

_HANZI_END = re.compile(r"[\u3400-\u9fff]+$")
_HANZI_START = re.compile(r"[\u3400-\u9fff]+")
_OPENERS = re.compile(
    rf"【?本[报刊]|{one_of('begins a paragraph')}|据[了悉介统]|会议[指强要认提]|"
    r"[一二三四五六七八九十]+[、是要]|第[一二三四五]|（[一二三四五六七八九十]）|\d{1,2}[.．、]|[●■◆▲★]"
)
_REST_OF_NAMES = re.compile(r"[\u3400-\u9fff、]{1,12}）[■●◆□]?")
_CLOSES_NOTICE = "特此"
REACH = 6
SIGNATURE = 16  # characters


@dataclass(frozen=True)
class Face:
    """A piece as a seam sees it: folded text, its ends, its quotes."""

    index: int
    text: str
    kind: str
    unopened: str = ""
    waiting: str = ""
    plain: str = ""
    signed: bool = False

    @classmethod
    def of(cls, index: int, text: str, kind: str) -> Face:
        folded = visible(fold(text))
        signed = kind == "body" and signs_letter(fold(text))
        return cls(index, folded, kind, *open_marks(folded), plain(text), signed)


@dataclass
class Seam:
    """One candidate join of two pieces: its features, and the words that explain it."""

    left: int
    right: int
    features: dict[str, float]
    word: str = ""
    echo: str = ""
    value: float = 0.0


def tail_state(face: Face) -> str:
    """How a piece ends: `closed` after a stop or a signature, `pause` after a comma, `open` in
    mid-clause.
    """
    end = face.text.rstrip("".join(CLOSING))[-1:]
    last = face.text[-1:]
    if end in ENDS or (last in "）" and not face.waiting) or face.signed:
        return "closed"
    if last in "；：":
        return "semi"
    return "pause" if last in PAUSES else "open"


def ends_in_semicolon(face: Face) -> bool:
    return face.text.endswith("；")


def is_impossible(left: Face, right: Face) -> bool:
    """What never meets: a comma before a stop, an opening mark before a closing; nor is anything
    read on by a salutation (尊敬的编辑：), which opens a letter, by an answer to one, by what
    another page began, or by what closes a notice (特此公告。).
    """
    if SALUTES.match(right.text) or COMES_FROM.match(right.text):
        return True
    if is_answered(left.text, right.text):
        return True
    if right.text.startswith(_CLOSES_NOTICE):
        return True
    end, start = left.text[-1:], right.text[:1]
    marks = PAUSES + "。！？"
    if start in marks and (end in marks or end in OPENING):
        return True
    return start in CLOSING and end in OPENING


def last_hanzi(face: Face) -> str:
    """The last characters before a seam, as far as `Echoes` looks."""
    found = _HANZI_END.search(face.text)
    return found.group()[-REACH:] if found else ""


def first_hanzi(face: Face) -> str:
    """The first characters after a seam."""
    found = _HANZI_START.match(face.text)
    return found.group()[:REACH] if found else ""


class Echoes:
    """What stands over the seams of a page and elsewhere on it too."""

    def __init__(self, page: str) -> None:
        self._runs_of_three = frozenset(map("".join, zip(page, page[1:], page[2:], strict=False)))
        self._size, self._count = len(page), cache(page.count)

    def of(self, before: str, after: str) -> tuple[str, float]:
        """A run over the seam that stands elsewhere on the page, and how telling that is.

        Telling is the log of how much oftener both sides meet on the page than chance would have
        it, less 3; so 西外|环 tells much, 好|本县 little where the county stands in every line.
        """
        best, strength = "", 0.0
        if self._runs_of_three.isdisjoint((before[-2:] + after[:1], before[-1:] + after[:2])):
            return best, strength
        for taken in range(1, len(before) + 1):
            for given in range(1, len(after) + 1):
                run = before[-taken:] + after[:given]
                if len(run) < 3 or not (met := self._count(run)):
                    continue
                chance = self._count(before[-taken:]) * self._count(after[:given]) / self._size
                telling = math.log(met / chance) - 3.0
                if telling > strength:
                    best, strength = run, telling
        return best, strength


def balance(left: Face, right: Face) -> float:
    """1 where the right piece closes what the left one left open, -1 where it does not fit."""
    if left.waiting and right.unopened:
        matching = OPENING[CLOSING.index(right.unopened[0])] == left.waiting[-1]
        return 1.0 if matching else -1.0
    if left.waiting or right.unopened:
        return -1.0
    return 0.0


def closes_signature(left: Face, right: Face) -> float:
    """1 where a name is cut: （通讯员 任|丽）."""
    waits = left.waiting[-1:] == "（" and len(left.text) - left.text.rfind("（") <= SIGNATURE
    return float(waits and _REST_OF_NAMES.fullmatch(right.text) is not None)


def is_rest(right: Face) -> float:
    """1 for a text too short to be a paragraph, which ends with a stop: the rest of one."""
    short = len(right.text) <= 18 and right.text[-1:] == "。" and right.text[:1] not in OPENING
    return float(short and right.kind == "body" and not SCENE.match(right.text))


def splits_number(left: Face, right: Face) -> float:
    """1 where a number would be whole: 6.|4公里."""
    return float(right.text[:1].isdigit() and bool(re.search(r"\d[.．]?$", left.text)))


def opens_paragraph(right: Face) -> float:
    return 1.0 if _OPENERS.match(right.text) else 0.0
