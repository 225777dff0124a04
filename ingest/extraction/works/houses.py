"""The new house of a school is one work with it: 红旗小学…进了新校区。新校区总投资6800万元."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.extraction.clauses.openings import past_adverbs
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import WORDS, one_of

_NEW = re.compile(one_of("new house"))
_OWNERS = tuple(WORDS["has a new house"])


def in_full(name: str, near: Iterable[str]) -> str:
    """县中医院新院区 for 新院区, where 县中医院 is the nearest of the works spoken of."""
    if not _NEW.fullmatch(name):
        return name
    return next((f"{each}{name}" for each in near if each.endswith(_OWNERS)), name)


def new_house_in(clause: Clause, owner: str) -> str:
    """新校区 of 新校区总投资6800万元, of which 红旗小学 is the owner; else nothing."""
    found = _NEW.match(clause.text, past_adverbs(clause.text))
    return found[0] if found and owner.endswith(_OWNERS) else ""
