"""Fit the importer's weights on the tuning and language thirds (never on the test third).

    python -m benchmarks.pages.fit stacks | outline | cut_lines | seams | calibration | placing

Each prints a table of weights to be put into the `weights.py` of its room: logistic models with
a pull towards zero (`fitting`).
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from benchmarks.pages.corpus import load_articles
from benchmarks.pages.fitting import Features, fit_choices, fit_seams
from benchmarks.pages.pages import pages
from benchmarks.pages.typeset import TruePage
from ingest.ordering import order
from ingest.ordering.assignment import best_assignment, shares
from ingest.ordering.language import Language, load
from ingest.ordering.page import Page
from ingest.proposal import Role
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces as pieces_of
from ingest.segmenting import Segmenter
from ingest.segmenting.cut_lines import cut_shapes, settled
from ingest.segmenting.outline import Sight, scraps, shapes
from ingest.segmenting.stacks import features, readings
from ingest.segmenting.titles import Title

STACKS = Path(__file__).resolve().parent / "stacks"
# What the custom of the trade says whatever the sample: the pull is towards these, else to zero.
CUSTOM = {
    "headline name": -3.0,
    "kicker name": 2.0,
    "deck name": -2.0,
    "deck dashed": 4.0,
    "headline dashed": -4.0,
    "kicker dashed": -3.0,
    "banner first": 0.5,
    "banner repeated": 2.0,
    "banner column": 1.5,
    "banner name": -2.0,
    "no headline": -4.0,
    "broken headline fits": 1.5,
    "second kicker": -3.0,
    "second deck": -3.0,
}
# Likewise in the outline: names, numbers and lines built alike, and that papers print fewer subheads
# and scraps than our pages do. That news from its dateline and a letter begin under a headline is given.
OUTLINE_CUSTOM = {
    "begins byline after": 4.5,
    "begins name": 1.0,
    "begins notice": 4.5,
    "begins numbered": -3.0,
    "begins run": 0.6,
    "scrap alike": -3.0,
    "scrap name": -1.0,
    "scrap run": -0.4,
}
OUTLINE_FIXED = {
    "begins dateline after": 6.0,
    "begins salute after": 4.5,
    "scrap dateline after": 0.0,
    "scrap salute after": 0.0,
}
# Likewise in the seams: half a word at a beginning, a number that would be whole.
SEAMS_CUSTOM = {"half_word": -5.0, "number": 2.5}
# Likewise in the stacks: who was there stands below, and so does what counts or measures under a
# picture or an event.
STACKS_CUSTOM = {
    "deck attended": 4.0,
    "deck counts, headline scene": 3.0,
    "deck measures, headline event": 2.0,
}
# Likewise in placing: our pages hardly show that paragraphs open alike, or a column without a seam.
PLACING_CUSTOM = {"column": 0.5, "opens alike": 2.5}
# Pages read by hand print three kickers to a deck, the stacks made for fitting three to two, and
# their slogans stand above: so much is added to what is fitted.
PRINTED = {
    "kicker line": 0.4, "deck line": -0.4, "kicker slogan": 0.3, "headline slogan": -0.3,
}  # fmt: skip
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
    """Runs of short lines on tuning pages: begin an article, are scraps of text, or subheads."""
    cases = []
    language = unread()
    for page in fitting_pages(count):
        pieces = pieces_of(page.text)
        kinds = kinds_of(pieces)
        sight = Sight.of(pieces, kinds, language)
        for run in sight.runs:
            roles = {page.blocks[title.index].role for title in run.titles}
            found = shapes(run, sight)
            choices = [
                {f"{kind} {name}": x for name, x in found.items()} for kind in ("begins", "scrap")
            ]
            right = 0 if "headline" in roles else 1 if roles == {"body"} else 2
            if right != 2 or roles == {"subhead"}:
                cases.append(([*choices, {}], right))
    return cases


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
            pair[0] for pair, each in self.seams.items() if not {"semi", "tail_title"} & set(each)
        }
        read_on = sum(
            share for pair, share in belief.items()
            if pair[0] in tails and "next" in self.seams[pair]
        )  # fmt: skip
        return 1 - read_on / len(tails) if tails else 0.0


def seam_pages(count: int = 48) -> list[SeamPage]:
    found = []
    language = unread()
    for page in fitting_pages(count):
        pieces = pieces_of(page.text)
        kinds = settled(pieces, kinds_of(pieces), language)
        view = Page(pieces, kinds, language, scraps(pieces, kinds, language))
        sure = {(cut.left, cut.right) for cut in page.cuts if cut.sure}
        doubtful = {(cut.left, cut.right) for cut in page.cuts if not cut.sure}
        features = {pair: seam.features for pair, seam in view.seams.items()}
        found.append(SeamPage(features, sure & set(features), doubtful, page.level))
    return found


def seam_weights(found: Sequence[SeamPage]) -> Features:
    """Mild pages count twice: what papers export is more like them than like the hard ones."""
    return fit_seams(
        [*found, *(page for page in found if page.level == "mild")], fixed=SEAMS_CUSTOM
    )


def placing_cases(count: int = 24) -> list[tuple[list[Features], int]]:
    """What speaks for each article as the place of a group, all others where the machine put them."""
    cases = []
    language = unread()
    for page in fitting_pages(count):
        pieces = pieces_of(page.text)
        kinds = settled(pieces, kinds_of(pieces), language)
        view = Page(pieces, kinds, language, scraps(pieces, kinds, language))
        found = Segmenter(pieces, kinds, order(view), language)
        numbers = {
            page.blocks[title.index].article: number
            for number, run in enumerate(found.starts, start=found.headless)
            for title in run.titles
        }
        for group in found.grouping.groups():
            right = numbers.get(_article_of(page, group.pieces), -1)
            if group.owner < 0 and right >= 0 and len(found.placing.places) > 1:
                cases.append((found.placing.asked_again(group), right))
    return cases


def _article_of(page: TruePage, pieces: Sequence[int]) -> int:
    """The article that most of the text of these pieces is of."""
    sizes: Counter[int] = Counter()
    for piece in pieces:
        sizes[page.blocks[piece].article] += len(page.blocks[piece].text)
    return sizes.most_common(1)[0][0]


def calibration(found: Sequence[SeamPage]) -> Features:
    """From the belief in a join to how often it is right, by weights fitted on the other third."""
    cases: list[tuple[list[Features], int]] = []
    half = len(found) // 2
    for seen, held in ((found[:half], found[half:]), (found[half:], found[:half])):
        weights = seam_weights(seen)
        for page in held:
            values = {
                pair: sum(weights.get(name, 0.0) * x for name, x in features.items())
                for pair, features in page.seams.items()
            }
            belief = shares(values)
            disorder = page.disorder(belief)
            for pair in best_assignment(values).items():
                if pair not in page.doubtful:
                    share = min(0.995, max(0.005, belief[pair]))
                    odds = math.log(share / (1 - share))
                    said = {"even": 1.0, "belief": odds, "disorder": disorder}
                    cases.append(([said, {}], int(pair not in page.right)))
    return fit_choices(cases, pull=0.0)


def right_share(cases: Sequence[tuple[list[Features], int]], weights: Features) -> float:
    hits = 0
    for choices, right in cases:
        scores = [sum(weights.get(n, 0.0) * x for n, x in c.items()) for c in choices]
        hits += scores.index(max(scores)) == right
    return hits / len(cases)


def cross_checked(
    cases: Sequence[tuple[list[Features], int]], pull: float, **given: Features
) -> float:
    """Share right on five parts, each read by weights fitted on the other four."""
    total = 0.0
    for part in range(5):
        held = [case for n, case in enumerate(cases) if n % 5 == part]
        others = [case for n, case in enumerate(cases) if n % 5 != part]
        total += right_share(held, fit_choices(others, pull=pull, **given)) * len(held)
    return total / len(cases)


def table(name: str, weights: Features) -> str:
    lines = [
        f'    "{key}": {value:.2f},' for key, value in sorted(weights.items()) if abs(value) >= 0.05
    ]
    return "\n".join([f"{name}: dict[str, float] = {{", *lines, "}"])


def main(what: str) -> None:
    if what == "stacks":
        cases = stack_cases()
        given: dict[str, Features] = {"custom": CUSTOM, "fixed": STACKS_CUSTOM}
        for pull in (0.005, 0.01):
            print(
                f"# pull {pull}: {cross_checked(cases, pull, **given):.3f} right when cross-checked"
            )
        weights = fit_choices(cases, pull=0.005, **given)
        for name, more in PRINTED.items():
            weights[name] += more
        print(f"# {len(cases)} stacks, {right_share(cases, weights):.3f} right on themselves")
        print(table("STACKS", weights))
    elif what == "outline":
        cases = outline_cases()
        given = {"custom": OUTLINE_CUSTOM, "fixed": OUTLINE_FIXED}
        for pull in (0.0004, 0.001):
            print(
                f"# pull {pull}: {cross_checked(cases, pull, **given):.3f} right when cross-checked"
            )
        weights = fit_choices(cases, pull=0.0004, **given)
        print(f"# {len(cases)} runs, {right_share(cases, weights):.3f} right on themselves")
        print(table("OUTLINE", weights))
    elif what == "cut_lines":
        cases = cut_line_cases()
        print(f"# {cross_checked(cases, 0.001):.3f} right when cross-checked")
        weights = fit_choices(cases, pull=0.001)
        print(f"# {len(cases)} lines, {right_share(cases, weights):.3f} right on themselves")
        print(table("CUT_LINES", weights))
    elif what == "placing":
        cases = placing_cases()
        print(f"# {cross_checked(cases, 0.001, fixed=PLACING_CUSTOM):.3f} right when cross-checked")
        weights = fit_choices(cases, fixed=PLACING_CUSTOM, pull=0.001)
        print(f"# {len(cases)} groups, {right_share(cases, weights):.3f} right on themselves")
        print(table("PLACING", weights))
    elif what == "calibration":
        print(table("CALIBRATION", calibration(seam_pages())))
    else:
        print(table("WEIGHTS", seam_weights(seam_pages())))


if __name__ == "__main__":
    main(sys.argv[1])
