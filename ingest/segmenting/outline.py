"""The outline of a page: which runs of short lines begin an article and which are subheads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.ordering.language import Language
from ingest.proposal import Piece, Role
from ingest.readers.kinds import Kind
from ingest.readers.punctuation import fold
from ingest.segmenting.stacks import Reading, read_stack
from ingest.segmenting.titles import Title

DATELINE = re.compile(
    r"[【（]?\s*(?:本报|本台|新华社|中新社|人民网|[\u3400-\u9fff]{2,6}(?:日报|晚报|时报|晨报|社|网))"
    r"[^。，！？]{0,24}?(?:讯|电|消息|报道|报讯)\s*(?:（[^（）]{1,40}）|[】）])?|讯\s*（[^（）]{1,40}）"
)
_NEWS_OPENING = re.compile(
    r"(?:近日|日前|昨[日天]|今[日天]|连日来|近年来|今年以来|入[春夏秋冬]以来|\d{1,2}月\d{1,2}日|\d{4}年|“?\S{2,10}[，：])"
)
_ENDED = re.compile(r"（[^（）]{2,30}）$|[■●◆▲★□]$")


@dataclass
class Run:
    """Short lines that stand together: piece numbers, what they begin, the role of each line."""

    titles: list[Title]
    before: int
    after: int
    begins: bool = True
    score: float = 0.0
    reading: Reading | None = None
    roles: dict[int, Role] = field(default_factory=dict)

    @property
    def first(self) -> int:
        return self.titles[0].index


def outline(pieces: Sequence[Piece], kinds: Sequence[Kind], language: Language) -> list[Run]:
    """The runs of short lines of a page, each read as headline stack, subhead or banner."""
    folded = [fold(piece.text).strip() for piece in pieces]
    repeated = {text for text, count in Counter(folded).items() if count > 1}
    runs = _runs(folded, kinds, language)
    bodies = [index for index, kind in enumerate(kinds) if kind == "body"]
    for number, run in enumerate(runs):
        run.score = _beginning(run, runs, folded, kinds)
        run.begins = (number == 0 and _is_before_all(run, bodies)) or run.score > 0
    for number, run in enumerate(runs):
        if run.begins:
            run.reading = read_stack(run.titles, first_on_page=number == 0, repeated=repeated)
            roles = run.reading.roles
        else:
            roles = ("subhead",) * len(run.titles)
        run.roles = {title.index: role for title, role in zip(run.titles, roles, strict=True)}
    return runs


def _is_before_all(run: Run, bodies: list[int]) -> bool:
    return not bodies or run.first < bodies[0]


def _runs(folded: list[str], kinds: Sequence[Kind], language: Language) -> list[Run]:
    runs: list[Run] = []
    text_before = -1
    fresh = True
    for index, kind in enumerate(kinds):
        if kind == "title":
            title = Title.of(index, folded[index], language)
            if fresh:
                runs.append(Run([title], before=text_before, after=-1))
                fresh = False
            else:
                runs[-1].titles.append(title)
        elif kind in ("body", "table", "byline"):
            if runs and runs[-1].after < 0:
                runs[-1].after = index
            if kind != "byline" or not runs or fresh:
                text_before, fresh = index, True
            if kind != "byline":
                fresh = True
    return runs


def _beginning(run: Run, runs: list[Run], folded: list[str], kinds: Sequence[Kind]) -> float:
    """Above 0 where the run begins an article, below where it is a subhead inside one."""
    following = folded[run.after] if run.after >= 0 else ""
    before = folded[run.before] if run.before >= 0 else ""
    score = -0.2
    first = run.titles[0]
    if len(run.titles) >= 2:
        score += 2.5
    if first.is_organisation:
        score += 2.0
    if run.after >= 0 and kinds[run.after] == "byline":
        score += 2.5
    if DATELINE.match(following):
        score += 3.0
    elif _NEWS_OPENING.match(following):
        score += 0.4
    if not before:
        score += 2.0
    elif _ENDED.search(before) or kinds[run.before] == "byline":
        score += 1.5
    if len(run.titles) == 1:
        score += _as_single(first, runs, run)
    return score


def _as_single(line: Title, runs: list[Run], run: Run) -> float:
    score = 0.0
    if line.is_numbered:
        score -= 4.0
    if line.length <= 6:
        score -= 0.8
    if line.length > 18:
        score += 0.8
    if line.states >= 1.0:
        score += 0.3
    singles = [other.titles[0] for other in runs if other is not run and len(other.titles) == 1]
    likeness = max((_parallel(line, other) for other in singles), default=0.0)
    return score - 2.5 * likeness


def _parallel(one: Title, other: Title) -> float:
    """How much two lines are built alike: as many parts, the same lengths, shared characters."""
    if len(one.parts) != len(other.parts):
        return 0.0
    lengths = [len(a) - len(b) for a, b in zip(one.parts, other.parts, strict=True)]
    if max(map(abs, lengths)) > 2:
        return 0.0
    same = 0.4 if not any(lengths) else 0.2
    if len(one.parts) >= 2:
        same += 0.3
    shared = sum(a == b for a, b in zip(one.text, other.text, strict=False))
    shared += sum(a == b for a, b in zip(one.text[::-1], other.text[::-1], strict=False))
    return same + min(0.6, 0.15 * shared)
