"""Names that the newsroom knows already, where the reader has but a part of one.

段村长山药加工 is printed inside 段村长山药加工园, which the ledger has: that is its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ingest.proposal import ProjectFact, TargetFact

_SHORTEST = 4  # characters of a name that is looked for inside another


def in_known_names(
    works: list[ProjectFact], targets: Iterable[TargetFact], known: Mapping[str, str]
) -> list[ProjectFact]:
    """The works, each by its known name where it is printed nowhere but inside that.

    Where that makes two of them one, the first has the figures of both.
    """
    kept: dict[str, ProjectFact] = {}
    for work in works:
        name = _in_full(work, known)
        for target in targets:
            target.project = name if target.project == work.name else target.project
        work.name = work.printed_name = name
        if name in kept and kept[name] is not work:
            _join(kept[name], work)
        else:
            kept[name] = work
    return list(kept.values())


def _in_full(work: ProjectFact, known: Mapping[str, str]) -> str:
    if work.name in known or len(work.name) < _SHORTEST:
        return work.name
    full = [each for each in known if work.name in each and each in work.quote]
    longest = max(full, key=len, default=work.name)
    inside = work.quote.count(work.name) == work.quote.count(longest)
    return longest if inside else work.name


def _join(first: ProjectFact, second: ProjectFact) -> None:
    told = {(each.quote, each.text) for each in first.investments}
    first.investments += [e for e in second.investments if (e.quote, e.text) not in told]
    sized = {(each.quote, each.text) for each in first.capacities}
    first.capacities += [e for e in second.capacities if (e.quote, e.text) not in sized]
