"""How much of a broken page the importer read rightly, against the truth of the typesetter."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, fields
from typing import Any, Self

from benchmarks.pages.typeset import TruePage
from ingest.proposal import Article, Layout
from ingest.readers.punctuation import visible

# Joins as sure as this are not shown to the reviewer (`SURE` of the desk).
UNSEEN = 0.9
HEADS = ("kicker", "headline", "deck")


@dataclass
class Tally:
    """Right, proposed and expected, added up over pages."""

    right: float = 0
    proposed: float = 0
    expected: float = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.right += other.right
        self.proposed += other.proposed
        self.expected += other.expected
        return self

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def wrong(self) -> float:
        return 1 - self.right / self.proposed if self.proposed else 0.0


class Score:
    """Figures of one page or of several: tallies, tallies by name, and lists."""

    def add(self, other: Self) -> None:
        for each in fields(self):
            _add(getattr(self, each.name), getattr(other, each.name))


def _add(one: Any, other: Any) -> None:
    if isinstance(one, dict):
        for key, figure in other.items():
            _add(one[key], figure)
    else:
        one += other


@dataclass
class PageScore(Score):
    """The figures of one page; `bands` holds (confidence, right) of every reported join."""

    roles: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    heads: Tally = field(default_factory=Tally)
    joined: Tally = field(default_factory=Tally)
    made: Tally = field(default_factory=Tally)
    unseen: Tally = field(default_factory=Tally)
    text: Tally = field(default_factory=Tally)
    whole: Tally = field(default_factory=Tally)
    flags: Tally = field(default_factory=Tally)
    bands: list[tuple[float, bool]] = field(default_factory=list)


def score(page: TruePage, layout: Layout) -> PageScore:
    """The figures of one page. Pieces are numbered like the blocks of the truth."""
    assert len(layout.pieces) == len(page.blocks), (len(layout.pieces), len(page.blocks))
    result = PageScore()
    _roles(page, layout, result)
    _joins(page, layout, result)
    pairs = _pairs(page, layout)
    _articles(page, layout, pairs, result)
    return result


def _roles(page: TruePage, layout: Layout, result: PageScore) -> None:
    roles = {number: part.role for part in layout.parts() for number in part.pieces}
    for number, block in enumerate(page.blocks):
        found = roles[number]
        result.roles[block.role].expected += 1
        result.roles[found].proposed += 1
        result.roles[block.role].right += found == block.role


def _joins(page: TruePage, layout: Layout, result: PageScore) -> None:
    sure = {(cut.left, cut.right) for cut in page.cuts if cut.sure}
    doubtful = {(cut.left, cut.right) for cut in page.cuts if not cut.sure}
    reported = [join for join in layout.joins if (join.left, join.right) not in doubtful]
    for tally, joins in (
        (result.joined, reported),
        (result.made, [join for join in reported if join.made]),
        (result.unseen, [join for join in reported if join.made and join.confidence >= UNSEEN]),
    ):
        tally.expected += len(sure)
        tally.proposed += len(joins)
        tally.right += sum((join.left, join.right) in sure for join in joins)
    result.bands += [(join.confidence, (join.left, join.right) in sure) for join in reported]


def _pairs(page: TruePage, layout: Layout) -> dict[int, int]:
    """Article of the truth to article of the layout, by the text that they share."""
    shared: Counter[tuple[int, int]] = Counter()
    for place, article in enumerate(layout.articles):
        for number in _numbers(article, bodies_only=False):
            block = page.blocks[number]
            if block.article >= 0:
                weight = 3 if block.role in HEADS else 1
                shared[block.article, place] += weight * len(block.text)
    pairs: dict[int, int] = {}
    for (true, found), _ in shared.most_common():
        if true not in pairs and found not in pairs.values():
            pairs[true] = found
    return pairs


def _numbers(article: Article, *, bodies_only: bool = True) -> list[int]:
    parts = [*article.paragraphs]
    if not bodies_only:
        parts += [part for part in (article.kicker, article.headline, article.deck) if part]
        parts += article.bylines
    return [number for part in parts for number in part.pieces]


def _articles(page: TruePage, layout: Layout, pairs: dict[int, int], result: PageScore) -> None:
    owner = {n: place for place, each in enumerate(layout.articles) for n in _numbers(each)}
    for number, block in enumerate(page.blocks):
        if block.role == "body":
            size = len(block.text)
            result.text.expected += size
            result.text.proposed += size
            result.text.right += size * (owner.get(number) == pairs.get(block.article, -1))
    for true in {block.article for block in page.blocks if block.article >= 0}:
        found = layout.articles[pairs[true]] if true in pairs else Article(key="")
        _heads(page, true, found, result)
        paragraphs = list(page.paragraphs(true).values())
        printed = [part.pieces for part in found.paragraphs]
        result.whole.expected += 1
        result.whole.proposed += 1
        result.whole.right += printed == paragraphs
        result.flags.expected += 1
        result.flags.proposed += 1
        result.flags.right += found.missing == page.missing.get(true)


def _heads(page: TruePage, true: int, found: Article, result: PageScore) -> None:
    for name in HEADS:
        wanted = "".join(
            visible(each.text) for each in page.blocks if each.article == true and each.role == name
        )
        part = getattr(found, name)
        got = visible(part.text) if part else ""
        result.heads.expected += bool(wanted)
        result.heads.proposed += bool(got)
        result.heads.right += bool(wanted) and got == wanted
