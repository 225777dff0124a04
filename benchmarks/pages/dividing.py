"""Fit how a page is divided into articles (`ingest/segmenting/divisions.py`).

A case is a page: what is seen of every article that it could have, and which ones it has. The
weights are those under which the right way to divide the pages is believed most among all ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, product

import torch
from torch import Tensor

from benchmarks.pages.cases import unread
from benchmarks.pages.exported import pages_to_learn_from, roles_of_pieces
from benchmarks.pages.fitting import Features, fitted
from benchmarks.pages.learn_heads import learned
from benchmarks.pages.pages import pages
from ingest.ordering.breaks import parted
from ingest.ordering.language import Language, load
from ingest.proposal import Piece
from ingest.readers.kinds import Kind, kinds_of
from ingest.readers.lines import pieces as pieces_of
from ingest.segmenting.divisions import HEADLESS, MOST_PARTS, Divisions
from ingest.segmenting.heads import Heads
from ingest.segmenting.outline import look_alone
from ingest.segmenting.sight import Sight

Span = tuple[int, int]
PULL = 0.0001
# How much pages count: hard ones are more disordered than what papers export, the articles of the
# tuning third have more subheads; exported ones are few.
HARD, TUNING, EXPORTED = 0.25, 0.3, 2.0
# A headline that is missed costs an article, a subhead too few a line: so much is taken off.
MISSED = {"subheads": -0.3}


@dataclass
class Division:
    """The articles that the runs of a page may make, by their spans, and those that they make."""

    runs: int
    articles: dict[Span, Features]
    right: set[Span]
    count: float


def made_divisions(count: int = 36) -> Iterator[Division]:
    """Tuning and language pages, each third judged by what was learned from the other."""
    language = unread()
    for split, other in (("tuning", "language"), ("language", "tuning")):
        heads = learned([other], language=language)
        for level, bare in product(("mild", "hard"), (False, True)):
            counts = (HARD if level == "hard" else 1.0) * (TUNING if split == "tuning" else 1.0)
            for page in pages(split, level, count, bare=bare):
                roles = [block.role for block in page.blocks]
                yield from _divided(pieces_of(page.text), roles, language, heads, counts)


def exported_divisions() -> Iterator[Division]:
    """The exported pages to learn from, judged by what other hands taught."""
    language = load()
    for hand, pages_of_hand in groupby(pages_to_learn_from(), key=lambda page: page.hand):
        heads = learned(language=language, but=hand)
        for page in pages_of_hand:
            pieces = parted(pieces_of(page.text), language)
            roles = roles_of_pieces(page, pieces)
            yield from _divided(pieces, roles, language, heads, EXPORTED)


def _divided(
    pieces: Sequence[Piece], roles: Sequence[str], language: Language, heads: Heads, count: float
) -> Iterator[Division]:
    kinds = [_settled(*each) for each in zip(kinds_of(pieces), roles, strict=True)]
    sight = Sight.of(pieces, kinds, language, heads)
    for run in sight.runs:
        look_alone(run, sight)
    page = Divisions(sight, sight.runs)
    begins = [{roles[title.index] for title in run.titles} != {"subhead"} for run in sight.runs]
    right = set(_spans(begins, page.is_headless))
    articles = {
        (start, end): page.article(start, end)
        for end in range(1, len(begins) + 1)
        for start in page.starts_before(end)
    }
    if right <= articles.keys():
        yield Division(len(begins), articles, right, count)


def _settled(kind: Kind, role: str) -> Kind:
    """What a short line is once scraps of text, writers and furniture are known."""
    if kind != "title":
        return kind
    if role in ("body", "line"):
        return "body"
    return "furniture" if role == "furniture" else "byline" if role == "byline" else kind


def _spans(begins: Sequence[bool], headless: bool) -> Iterator[Span]:
    """The articles, by the run that begins each and the one that it ends before."""
    starts = [number for number, each in enumerate(begins) if each]
    if begins and not begins[0]:
        starts.insert(0, HEADLESS if headless else 0)
    yield from ((start, end) for start, end in pairwise([*starts, len(begins)]))


def division_weights(found: Sequence[Division]) -> Features:
    """The pull is towards what each run alone says, and no word of the others."""
    rows = [
        (page, span, features)
        for page, each in enumerate(found)
        for span, features in each.articles.items()
    ]
    longest = max(each.runs for each in found)
    places = [_place(page, span, longest) for page, span, _ in rows]
    right = torch.tensor([float(span in found[page].right) for page, span, _ in rows])
    of_page = torch.tensor([page for page, _, _ in rows])
    runs = torch.tensor([each.runs for each in found])
    count = torch.tensor([each.count for each in found])
    count = count / count.mean() / sum(len(each.right) for each in found)

    def missed(scores: Tensor) -> Tensor:
        ways = _all_ways(scores, places, runs, longest)
        said = torch.zeros(len(found)).index_add(0, of_page, right * scores)
        return (count * (ways - said)).sum()

    weights = fitted([row for _, _, row in rows], missed, custom={"odds": 1.0}, pull=PULL)
    return {name: weight + MISSED.get(name, 0.0) for name, weight in weights.items()}


def _place(page: int, span: Span, longest: int) -> int:
    """Where an article stands in a table of pages, ends, and lengths; that without a headline first."""
    start, end = span
    length = 0 if start == HEADLESS else end - start
    return (page * (longest + 1) + end) * (MOST_PARTS + 1) + length


def _all_ways(scores: Tensor, places: Sequence[int], runs: Tensor, longest: int) -> Tensor:
    """For each page the log of the sum over all ways to divide it."""
    size = len(runs)
    table = torch.full((size * (longest + 1) * (MOST_PARTS + 1),), -1e4)
    table = table.scatter(0, torch.tensor(places), scores).view(size, longest + 1, MOST_PARTS + 1)
    ways = [torch.zeros(size)]
    for end in range(1, longest + 1):
        lengths = range(1, min(end, MOST_PARTS) + 1)
        last = [ways[0] + table[:, end, 0], *(ways[end - n] + table[:, end, n] for n in lengths)]
        ways.append(torch.logsumexp(torch.stack(last), 0))
    return torch.stack(ways, 1).gather(1, runs[:, None])[:, 0]


def right_runs(found: Sequence[Division], weights: Mapping[str, float]) -> float:
    """Share of the runs that are read rightly as beginning an article or not."""
    hits = total = 0
    for each in found:
        best: list[tuple[float, set[int]]] = [(0.0, set())]
        for end in range(1, each.runs + 1):
            best.append(
                max(
                    (
                        best[max(0, start)][0] + sum(weights[k] * x for k, x in row.items()),
                        best[max(0, start)][1] | {start},
                    )
                    for (start, last), row in each.articles.items()
                    if last == end
                )
            )
        starts = {start for start, _ in each.right}
        hits += sum((run in best[-1][1]) == (run in starts) for run in range(each.runs))
        total += each.runs
    return hits / total
