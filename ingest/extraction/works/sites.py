"""The work at whose site one stands: 在智能锁具产业园,…; 记者来到城北水厂施工现场,…."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.names.things import LOCATED, Topic, may_name_a_work
from ingest.extraction.words.lists import HEADS, one_of
from ingest.extraction.words.nameable import past_region

_NEW = f"(?:新?{one_of('newly opened')}的)?"
_THERE = f"(?:的?{one_of('part of a site')}|(?:施工|建设)?(?:现场|工地)上?)"
_GOES = one_of("going to a site")
_SEEN = one_of("seen at a site")
_BUSY = one_of("busy at a site")
_SITES = [
    re.compile(rf"(?:记者)?(?:在|位于){_NEW}([^,。]{{4,24}}?){_THERE}?{_SEEN}?$"),
    re.compile(rf"[^,。]{{0,16}}?{_GOES}了?{_NEW}([^,。]{{4,24}}?){_THERE}?{_SEEN}?$"),
    re.compile(rf"[^,。在]{{0,14}}[在到赴]([^,。]{{4,24}}?)(?:{_THERE}{_SEEN}?|{_SEEN})$"),
    re.compile(rf"([^,。在到赴]{{4,24}}?)(?:施工|建设)?(?:现场|工地)[上里]?{_BUSY}[^,。]{{0,12}}$"),
]
_AT_WORK = re.compile("现场|工地")


@dataclass(frozen=True)
class Site(Topic):
    """A place where one stands. `at_work`: it is one where work goes on, a 现场 or 工地."""

    at_work: bool


def site_of(clause: Clause) -> Site | None:
    """在智能锁具产业园,…; 记者来到城北水厂施工现场,…: the place where one stands is the work."""
    for site in _SITES:
        found = site.match(clause.text)
        name = past_region(LOCATED.sub("", found[1]).rpartition("的")[2]) if found else ""
        work = HEADS.before(name, len(name))
        at_work = found is not None and _AT_WORK.search(clause.text, found.end(1)) is not None
        alone = not any(HEADS.before(name, each.start()) for each in re.finditer("[和与及]", name))
        if work and alone and (work[1] != "action" or at_work) and may_name_a_work(name, ""):
            return Site(name, is_work=True, at_work=at_work)
    return None
