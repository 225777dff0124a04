"""Words that tell how far a work is: the lists, and the outcomes by which it is seen to run."""

from __future__ import annotations

from itertools import product

from chinese.wordlists import DATA, sections

_OUTCOMES = sections(DATA / "outcomes.txt")
_MADE_OF = (
    ("give", "yield"),
    ("give", "first", "yield"),
    ("receive", "first ones"),
    ("let in", "stock"),
    ("join", "net"),
    ("meet", "people"),
)


def words_by_stage() -> dict[str, tuple[str, ...]]:
    """Every word for a stage of the ledger. Who 年底出产品 or 10月进牛 operates.

    >>> "收治首位" in words_by_stage()["operating"]
    True
    """
    lists = dict(sections(DATA / "stages.txt"))
    made = [
        "".join(parts)
        for kind in _MADE_OF
        for parts in product(*(_OUTCOMES[each] for each in kind))
    ]
    return lists | {"operating": (*lists["operating"], *made)}
