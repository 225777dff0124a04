"""What the importer's weights are fitted on: pages of the tuning and language thirds, and
exported pages to learn from (never the test third, nor what is held).

A case is the features of every choice, and which of them is right.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, groupby, product
from pathlib import Path

from benchmarks.pages.broken_lines import broken_lines
from benchmarks.pages.corpus import load_articles
from benchmarks.pages.exported import (
    articles_of_pieces,
    beginnings_of,
    cuts_of,
    pages_to_learn_from,
    roles_of_pieces,
)
from benchmarks.pages.fitting import Case, Features
from benchmarks.pages.learn_heads import learned
from benchmarks.pages.pages import pages
from benchmarks.pages.typeset import TruePage
from ingest.ordering import order
from ingest.ordering.breaks import line_ends, parted
from ingest.ordering.breaks import shapes as shapes_of_breaks
from ingest.ordering.language import Language, load
from ingest.ordering.page import Page
from ingest.proposal import Piece, Role
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces as pieces_of
from ingest.segmenting import Segmenter
from ingest.segmenting.changes import Change, changes
from ingest.segmenting.cut_lines import as_text, cut_shapes
from ingest.segmenting.details import with_speakers
from ingest.segmenting.heads import Heads
from ingest.segmenting.outline import scraps
from ingest.segmenting.placing import Group
from ingest.segmenting.sight import Sight, shapes
from ingest.segmenting.stacks import features, readings
from ingest.segmenting.titles import Title

STACKS = Path(__file__).resolve().parent / "stacks"
ROLES: dict[str, Role] = {
    "b": "banner", "p": "banner", "k": "kicker", "h": "headline", "d": "deck",
}  # fmt: skip
# Of the stacks without a slogan over the page, one in so many counts as the first on its page.
FIRST_EVERY = 40


@dataclass
class MadeStack:
    """The lines of a stack with their roles; `first` is whether it stands first on its page."""

    lines: list[tuple[Role, str]]
    first: bool = False


def stacks() -> list[MadeStack]:
    """The stacks of the tuning and language articles, then those of the folder `stacks`."""
    heads: tuple[Role, ...] = ("kicker", "headline", "deck")
    found = [
        MadeStack([(role, text) for role in heads if (text := getattr(source, role))])
        for split in ("language", "tuning")
        for source in load_articles(split)
    ]
    made = (path.read_text(encoding="utf-8") for path in sorted(STACKS.glob("*.txt")))
    for block in "\n\n".join(made).split("\n\n"):
        lines = [line for line in block.splitlines() if line[:1] in ROLES and line[1:2] == " "]
        if lines:
            stack = [(ROLES[line[0]], line[2:]) for line in lines]
            found.append(MadeStack(stack, first=lines[0][0] == "p"))
    for number, each in enumerate(found):
        each.first = each.first or number % FIRST_EVERY == 0
    return found


def stack_cases() -> list[tuple[list[Features], int]]:
    """For each stack the features of every reading of it, and which reading is right."""
    language = load()
    cases = []
    for stack in stacks():
        titles = [Title.of(n, text, language) for n, (_, text) in enumerate(stack.lines)]
        choices = readings(len(titles))
        found = [
            {name: x for name, x in features(titles, roles, stack.first, set()).items() if x}
            for roles in choices
        ]
        cases.append((found, choices.index(tuple(role for role, _ in stack.lines))))
    return cases


def unread() -> Language:
    """The table that ships, as if it had not read the articles that pages are fitted on."""
    table = load()
    return table - table.counted(article.text for article in load_articles("language"))


def fitting_pages(count: int) -> Iterator[TruePage]:
    """`count` pages of each level and of each third that is not the test's."""
    for split, level in product(("tuning", "language"), ("mild", "hard")):
        yield from pages(split, level, count)


def outline_cases(count: int = 36) -> list[tuple[list[Features], int]]:
    """Runs of short lines on tuning pages: begin an article, are scraps of text, or subheads.

    Lines and beginnings are judged by weights that were learned from other articles.
    """
    cases = []
    language = unread()
    for split, other in (("tuning", "language"), ("language", "tuning")):
        heads = learned([other], language=language)
        for level, bare in product(("mild", "hard"), (False, True)):
            for page in pages(split, level, count, bare=bare):
                roles = [block.role for block in page.blocks]
                cases += _runs_of(pieces_of(page.text), roles, language, heads)
    return cases


def exported_outline_cases() -> list[tuple[list[Features], int]]:
    """Such runs on the exported pages to learn from, judged by what other hands taught."""
    language = load()
    cases = []
    for hand, pages_of_hand in groupby(pages_to_learn_from(), key=lambda page: page.hand):
        heads = learned(language=language, but=hand)
        for page in pages_of_hand:
            pieces = parted(pieces_of(page.text), language)
            cases += _runs_of(pieces, roles_of_pieces(page, pieces), language, heads)
    return cases


def _runs_of(
    pieces: Sequence[Piece], roles: Sequence[str], language: Language, heads: Heads | None = None
) -> Iterator[tuple[list[Features], int]]:
    sight = Sight.of(pieces, kinds_of(pieces), language, heads)
    for run in sight.runs:
        found = {roles[title.index] for title in run.titles}
        seen = shapes(run, sight)
        choices = [
            {f"{kind} {name}": x for name, x in seen.items()} for kind in ("begins", "scrap")
        ]
        right = 0 if "headline" in found else 1 if found <= {"body", "line"} else 2
        if right != 2 or found == {"subhead"}:
            yield [*choices, {}], right


def cut_line_cases(count: int = 60) -> list[tuple[list[Features], int]]:
    """The last lines of runs of short lines on tuning pages: cut text, or part of the run."""
    cases = []
    language = unread()
    for page in fitting_pages(count):
        pieces = pieces_of(page.text)
        sight = Sight.of(pieces, kinds_of(pieces), language)
        cut = {each.left for each in page.cuts}
        for run in sight.runs:
            if len(run.titles) > 1:
                is_cut = run.titles[-1].index in cut
                cases.append(([cut_shapes(run, sight), {}], 0 if is_cut else 1))
    return cases


def break_cases(count: int = 20) -> list[tuple[list[Features], int]]:
    """The line ends of tuning pages in columns: the foot of a column or over a headline, or none."""
    cases = []
    language = unread()
    for number, page in enumerate(fitting_pages(count)):
        lines = broken_lines(page, random.Random(number))
        pieces = pieces_of("\n".join(line.text for line in lines))
        read_on = {cut.left: cut.right for cut in page.cuts}
        file_starts = accumulate((len(line.text) + 1 for line in lines), initial=0)
        starts = [
            start + len(line.text) - len(line.text.lstrip())
            for start, line in zip(file_starts, lines, strict=False)
        ]
        above_at = dict(zip(starts[1:], lines, strict=False))
        for piece in pieces:
            ends = list(line_ends(piece))
            for end, found in zip(ends, shapes_of_breaks(ends, language), strict=True):
                above = above_at[piece.breaks[end.number].start]
                goes_on = not above.is_last or read_on.get(above.block) == above.block + 1
                cases.append(([found, {}], int(goes_on)))
    return cases


@dataclass
class SeamPage:
    """The candidate seams of one tuning page; doubtful cuts are left out of what is right."""

    seams: dict[tuple[int, int], Features]
    right: set[tuple[int, int]]
    doubtful: set[tuple[int, int]]
    level: str = ""

    def disorder(self, belief: Mapping[tuple[int, int], float]) -> float:
        """As `Page.disorder`: the share of broken texts that the column below hardly reads on."""
        tails = {
            pair[0]
            for pair, each in self.seams.items()
            if not (each.get("semi") or each.get("tail_title"))
        }
        read_on = sum(
            share for pair, share in belief.items()
            if pair[0] in tails and self.seams[pair]["next"]
        )  # fmt: skip
        return 1 - read_on / len(tails) if tails else 0.0


def seam_pages(count: int = 48) -> list[SeamPage]:
    """Those of made pages."""
    language = unread()
    return [
        _seams_of(
            pieces_of(page.text), {(cut.left, cut.right): cut.sure for cut in page.cuts},
            language, page.level,
        )
        for page in fitting_pages(count)
    ]  # fmt: skip


def exported_seam_pages() -> list[SeamPage]:
    """Those of the exported pages to learn from."""
    found = []
    for page in pages_to_learn_from():
        pieces = parted(pieces_of(page.text), load())
        found.append(_seams_of(pieces, cuts_of(page, pieces), load(), page.hand))
    return found


def _seams_of(
    pieces: Sequence[Piece], cuts: Mapping[tuple[int, int], bool], language: Language, level: str
) -> SeamPage:
    kinds = as_text(pieces, with_speakers(pieces, kinds_of(pieces), language), language)
    view = Page(pieces, kinds, language, scraps(pieces, kinds, language))
    features = {pair: seam.features for pair, seam in view.seams.items()}
    right = {pair for pair, sure in cuts.items() if sure and pair in features}
    return SeamPage(features, right, {pair for pair, sure in cuts.items() if not sure}, level)


@dataclass
class OpeningPage:
    """The groups that may open articles, each under each headline stack of its page."""

    seams: dict[tuple[int, int], Features]
    right: set[tuple[int, int]]
    doubtful: set[tuple[int, int]] = field(default_factory=set)


@dataclass
class Segmented:
    """A page as the machine segments it, the true article of each of its pieces, and the piece that
    each article begins with.
    """

    found: Segmenter
    articles: Sequence[int]
    beginnings: Mapping[int, int]

    @cached_property
    def numbers(self) -> dict[int, int]:
        """For each true article that of the machine, by the headline stacks that begin articles."""
        return {
            self.articles[title.index]: number
            for number, run in enumerate(self.found.starts, start=self.found.headless)
            for title in run.titles
        }

    def openings(self) -> OpeningPage:
        """What speaks for each group as the opening of each article, and which ones are."""
        seams = self.found.grouping.openings.features
        wanted = {
            (first, self.numbers[article])
            for article, first in self.beginnings.items() if article in self.numbers
        }  # fmt: skip
        return OpeningPage(seams, wanted & set(seams))

    def placings(self) -> Iterator[Case]:
        """What speaks for each article as the place of a group, all others where they were put."""
        for group in self.found.grouping.groups():
            sizes: Counter[int] = Counter()
            for piece in group.pieces:
                sizes[self.articles[piece]] += len(self.found.pieces[piece].text)
            right = self.numbers.get(sizes.most_common(1)[0][0], -1)
            if group.owner < 0 and right >= 0 and self.found.placing.articles > 1:
                yield self.found.placing.asked_again(group), right

    def changes(self) -> Iterator[Case]:
        """What speaks for each change of article inside a group, last that there is none."""
        for group in self.found.grouping.groups():
            right = self._change_in(group)
            options = list(changes(group, self.found.placing, self.found.ends))
            places: list[Change | None] = [*(change for change, _ in options), None]
            if options and right in places:
                yield [*(features for _, features in options), {}], places.index(right)

    def _change_in(self, group: Group) -> Change | None:
        """The true change where there is one; a change that nothing offers where there are more."""
        own = self.found.placing.labels[group.pieces[0]]
        line = [self.numbers.get(self.articles[each[0]], -1) for each in group.paragraphs]
        runs = [(article, len(list(run))) for article, run in groupby(line)]
        match runs:
            case [(article, _)] if article == own:
                return None
            case [*others, (article, _)] if others and others[-1][0] == own and article >= 0:
                return Change(sum(count for _, count in others), article)
        return Change(-1, -1)


def segmented(count: int = 24) -> Iterator[tuple[str, Segmented]]:
    """Tuning pages and exported ones, as they are read without what the machine gives away.

    How their articles begin is judged by what other articles and hands taught.
    """
    language = unread()
    for split, other in (("tuning", "language"), ("language", "tuning")):
        heads = learned([other], language=language)
        for level in ("mild", "hard"):
            for page in pages(split, level, count):
                articles = [block.article for block in page.blocks]
                pieces = pieces_of(page.text)
                yield "made", _segmented(pieces, articles, page.beginnings, language, heads)
    for hand, pages_of_hand in groupby(pages_to_learn_from(), key=lambda page: page.hand):
        heads = learned(language=load(), but=hand)
        for exported in pages_of_hand:
            pieces = parted(pieces_of(exported.text), load())
            articles = articles_of_pieces(exported, pieces)
            beginnings = beginnings_of(exported, pieces)
            yield hand, _segmented(pieces, articles, beginnings, load(), heads)


def _segmented(
    pieces: Sequence[Piece], articles: Sequence[int], beginnings: Mapping[int, int],
    language: Language, heads: Heads,
) -> Segmented:  # fmt: skip
    kinds = as_text(pieces, with_speakers(pieces, kinds_of(pieces), language), language)
    view = Page(pieces, kinds, language, scraps(pieces, kinds, language))
    found = Segmenter(pieces, kinds, order(view), language, gives_away=False, heads=heads)
    return Segmented(found, articles, beginnings)
