"""Words that tell how far a work is: the lists, and the outcomes by which it is seen to run."""

from __future__ import annotations

from functools import cache
from itertools import product

from chinese.wordlists import DATA, sections

_OUTCOMES = sections(DATA / "outcomes.txt")
# 突出, 推出, 退出, … and 引进: verbs that end in 出 or 进 and give or let in nothing of a work.
_NO_START = frozenset("突推退提支派付评输选引走发超售拿演外改促")
_MADE_OF = (
    ("give", "yield"),
    ("give", "first", "yield"),
    ("receive", "first ones"),
    ("let in", "stock"),
    ("join", "net"),
    ("meet", "people"),
    ("go on", "way"),
    ("move in", "home"),
    ("carry", "wheels"),
)
_AT_THE_END = frozenset(_OUTCOMES["at the end"])


@cache
def outcomes() -> tuple[str, ...]:
    """Every verb with its thing: 出产品, 接收首批, 进牛."""
    return tuple(each for kind in _MADE_OF for each in _made_of(*kind))


def _made_of(*kind: str) -> tuple[str, ...]:
    return tuple("".join(parts) for parts in product(*(_OUTCOMES[each] for each in kind)))


def is_part_of_others(text: str, place: int, word: str) -> bool:
    """Whether two hanzi such as 出煤 only meet in a text: 退出煤矿, 支出水平, 引进牛肉加工.

    发电 tells a stage where nothing is said behind it: 后年上半年发电, but not 年发电1.2亿千瓦时.
    """
    if word in _AT_THE_END:
        return text[place + len(word) :].strip("了的”。!") != ""
    if len(word) != 2 or word not in outcomes():
        return False
    before, after = text[max(0, place - 1) : place], text[place + 2 : place + 3]
    return before in _NO_START or ("\u4e00" <= after <= "\u9fff" and after not in "了的后")


def words_by_stage() -> dict[str, tuple[str, ...]]:
    """Every word for a stage of the ledger. Who 年底出产品 or 10月进牛 operates.

    >>> "收治首位" in words_by_stage()["operating"], "接到家门口" in words_by_stage()["completed"]
    (True, True)
    """
    lists = dict(sections(DATA / "stages.txt"))
    return lists | {
        "operating": (*lists["operating"], *outcomes(), *_OUTCOMES["at the end"]),
        "completed": (*lists["completed"], *_made_of("come to", "door")),
        "under_construction": (
            *lists["under_construction"],
            *_made_of("enter", "last things", "stage of work"),
        ),
    }
