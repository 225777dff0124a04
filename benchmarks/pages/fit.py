"""Fit the importer's weights on the tuning and language thirds (never on the test third).

    python -m benchmarks.pages.fit stacks | outline | divisions | cut_lines | seams | calibration
        | openings | placing | changes | breaks

Each prints a table of weights to be put into the `weights.py` of its room: logistic models with
a pull towards zero (`fitting`).
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from benchmarks.pages.cases import STACKS as STACKS_FOLDER
from benchmarks.pages.cases import (
    OpeningPage,
    SeamPage,
    Segmented,
    break_cases,
    cut_line_cases,
    exported_outline_cases,
    exported_seam_pages,
    outline_cases,
    seam_pages,
    segmented,
    stack_cases,
    stacks,
)
from benchmarks.pages.dividing import (
    division_weights,
    exported_divisions,
    made_divisions,
    right_runs,
)
from benchmarks.pages.fitting import Case, Features, fit_choices, fit_seams
from ingest.ordering.assignment import best_assignment, shares
from ingest.segmenting.weights import STACKS

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
# Likewise in the outline: names, numbers and lines built alike. That news from its dateline and a
# letter begin under a headline is given.
OUTLINE_CUSTOM = {
    "begins byline after": 4.5,
    "begins name": 1.0,
    "begins notice": 4.5,
    "begins numbered": -3.0,
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
BEGINS, SCRAP, SUBHEAD = range(3)
EXPORTED, PLACED = 8.0, 2.0
# Likewise in the seams: half a word at a beginning, a number or a signature that would be whole.
SEAMS_CUSTOM = {"closes": 4.0, "half_word": -5.0, "number": 2.5}
# Likewise in the stacks: who was there stands below, and so does what counts or measures under a
# picture or an event; what somebody says on an occasion (调研时强调) stands under who says it. Halves
# that begin alike are one headline, and so are a line and the bracket, the figure or the kind of
# notice under it; the name of a column over a headline is no part of it, the name of a page (两会特刊)
# is no headline, nor is a line in brackets, a body over a deed or over a line as long stands above it
# as a kicker does, and where a report was held may stand above it: hardly
# any of those was made. A slogan at the head of a page is that of the page or the kicker below it:
# the made stacks stand on no page.
STACKS_CUSTOM = {
    "banner column, headline": 0.5,
    "banner dashed": -3.0,
    "banner first": 1.3,
    "banner first slogan": 1.2,
    "banner first, over slogan": 1.5,
    "banner first, stack": 1.0,
    "banner page": 4.0,
    "broken headline about": 3.0,
    "broken headline alike": 2.0,
    "broken headline bracket": 2.0,
    "broken headline figure": 5.0,
    "broken headline name, deed": 0.0,
    "broken headline name, even": 0.5,
    "broken headline notice": 5.0,
    "deck attended": 4.0,
    "deck counts, headline scene": 3.0,
    "deck measures, headline event": 2.0,
    "headline bracketed": -6.0,
    "kicker held at": 4.0,
    "unsaid": -6.0,
}
# Likewise in placing: our pages hardly show that paragraphs open alike, or a column without a seam.
# A fit asks for twice as much of `said`: paragraphs of one speech in two articles are parted by it.
PLACING_CUSTOM = {"column": 0.5, "opens alike": 2.5, "said": 0.07}
# What is fitted of stacks: when two lines that meet are one headline. All else was fitted on stacks
# of wide columns, and stands as it ships: fits of more read the pages of others worse.
MET = ("broken headline", "third headline")
# Papers with narrow columns print what hardly any stack made before shows: each of these counts so.
NARROW, NARROW_STACKS = 2.0, "broken.txt"


def seam_weights(found: Sequence[SeamPage], exported: Sequence[SeamPage]) -> Features:
    """Mild pages and exported ones count twice: papers print nothing like the hard ones."""
    mild = [page for page in found if page.level == "mild"]
    return fit_seams([*found, *mild, *exported, *exported], fixed=SEAMS_CUSTOM)


def calibration(found: Sequence[SeamPage], exported: Sequence[SeamPage]) -> Features:
    """From the belief in a join to how often it is right, by weights fitted on the other third."""
    cases: list[tuple[list[Features], int]] = []
    half = len(found) // 2
    for seen, held in ((found[:half], found[half:]), (found[half:], found[:half])):
        weights = seam_weights(seen, exported)
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
    cases: Sequence[Case],
    pull: float,
    *,
    custom: Features | None = None,
    fixed: Features | None = None,
    counts: Sequence[float] | None = None,
) -> float:
    """Share right on five parts, each read by weights fitted on the other four."""
    total = 0.0
    for part in range(5):
        held = [case for n, case in enumerate(cases) if n % 5 == part]
        others = [case for n, case in enumerate(cases) if n % 5 != part]
        count = None if counts is None else [x for n, x in enumerate(counts) if n % 5 != part]
        weights = fit_choices(others, pull=pull, custom=custom, fixed=fixed, counts=count)
        total += right_share(held, weights) * len(held)
    return total / len(cases)


def table(name: str, weights: Features) -> str:
    lines = [
        f'    "{key}": {value:.2f},' for key, value in sorted(weights.items()) if abs(value) >= 0.05
    ]
    return "\n".join([f"{name}: dict[str, float] = {{", *lines, "}"])


def outline_weights(made: Sequence[Case], exported: Sequence[Case]) -> Features:
    """Headlines and subheads of made pages count so that there are as many to a subhead as on
    exported ones, scraps as headlines do; each run of those counts `EXPORTED` times.
    """
    wanted, found = (Counter(right for _, right in cases) for cases in (exported, made))
    share = {kind: wanted[kind] / found[kind] for kind in (BEGINS, SUBHEAD)}
    share[SCRAP] = share[BEGINS]
    mean = len(exported) / len(made)
    counts = [share[right] / mean for _, right in made]
    more = share[SCRAP] * found[SCRAP] / wanted[SCRAP]
    counts += [EXPORTED * (more if right == SCRAP else 1.0) for _, right in exported]
    return fit_choices(
        [*made, *exported], custom=OUTLINE_CUSTOM, fixed=OUTLINE_FIXED, pull=0.0004, counts=counts
    )


def print_outline(made: Sequence[Case], exported: Sequence[Case]) -> None:
    total = 0.0
    for part in range(5):
        held = [case for n, case in enumerate(exported) if n % 5 == part]
        others = [case for n, case in enumerate(exported) if n % 5 != part]
        total += right_share(held, outline_weights(made, others)) * len(held)
    print(f"# {total / len(exported):.3f} of {len(exported)} exported runs right, cross-checked")
    weights = outline_weights(made, exported)
    print(f"# {right_share(made, weights):.3f} of {len(made)} made ones right on themselves")
    print(table("OUTLINE", weights))


def _alone(weights: Features) -> Features:
    """The weights under which nothing but each run by itself counts."""
    return {name: float(name == "odds") for name in weights}


def print_placing(
    name: str, cases_of: Callable[[Segmented], Iterable[Case]], fixed: Features | None = None
) -> None:
    """Fits on made pages and on exported ones, each case of which counts `PLACED` times."""
    found = [(hand, case) for hand, page in segmented() for case in cases_of(page)]
    for hand in sorted({hand for hand, _ in found} - {"made"}):
        held = [case for other, case in found if other == hand]
        weights = _placing_weights([each for each in found if each[0] != hand], fixed)
        print(f"# {right_share(held, weights):.3f} of {len(held)} of {hand} right by the others")
    weights = _placing_weights(found, fixed)
    print(f"# {right_share([case for _, case in found], weights):.3f} right on themselves")
    print(table(name, weights))


def _placing_weights(found: Sequence[tuple[str, Case]], fixed: Features | None) -> Features:
    counts = [1.0 if hand == "made" else PLACED for hand, _ in found]
    return fit_choices([case for _, case in found], fixed=fixed, pull=0.001, counts=counts)


def print_openings() -> None:
    """Fits on made pages and on exported ones, which count twice."""
    found = [(hand, page.openings()) for hand, page in segmented()]
    for hand in sorted({hand for hand, _ in found} - {"made"}):
        weights = _opening_weights([each for each in found if each[0] != hand])
        pages = [page for other, page in found if other == hand]
        right = sum(len(_opened(page, weights) & page.right) for page in pages)
        print(f"# {right} of {sum(len(page.right) for page in pages)} of {hand} by the others")
    print(table("OPENING", _opening_weights(found)))


def _opening_weights(found: Sequence[tuple[str, OpeningPage]]) -> Features:
    exported = [page for hand, page in found if hand != "made"]
    return fit_seams([*(page for _, page in found), *exported])


def _opened(page: OpeningPage, weights: Features) -> set[tuple[int, int]]:
    values = {
        pair: sum(weights.get(name, 0.0) * x for name, x in features.items())
        for pair, features in page.seams.items()
    }
    return set(best_assignment(values).items())


def print_stacks(cases: Sequence[Case]) -> None:
    narrow = (STACKS_FOLDER / NARROW_STACKS).read_text(encoding="utf-8").splitlines()
    texts = {line[2:] for line in narrow if line}
    counts = [NARROW if each.lines[0][1] in texts else 1.0 for each in stacks()]
    names = set(STACKS).union(*(choice for choices, _ in cases for choice in choices))
    fixed = {name: STACKS.get(name, 0.0) for name in names if not _is_fitted(name)}
    right = cross_checked(cases, 0.005, custom=CUSTOM, fixed=fixed, counts=counts)
    print(f"# {right:.3f} right when cross-checked")
    weights = fit_choices(cases, pull=0.005, custom=CUSTOM, fixed=fixed, counts=counts)
    print(f"# {len(cases)} stacks, {right_share(cases, weights):.3f} right on themselves")
    print(table("STACKS", weights))


def _is_fitted(name: str) -> bool:
    return name.startswith(MET) and name not in STACKS_CUSTOM


def main(what: str) -> None:
    if what == "stacks":
        print_stacks(stack_cases())
    elif what == "outline":
        print_outline(outline_cases(), exported_outline_cases())
    elif what == "divisions":
        made, exported = list(made_divisions()), list(exported_divisions())
        weights = division_weights([*made, *exported])
        right, alone = (right_runs(exported, each) for each in (weights, _alone(weights)))
        print(f"# {right:.3f} of exported runs right on themselves, {alone:.3f} asked alone")
        print(table("DIVISIONS", weights))
    elif what == "cut_lines":
        cases = cut_line_cases()
        print(f"# {cross_checked(cases, 0.001):.3f} right when cross-checked")
        weights = fit_choices(cases, pull=0.001)
        print(f"# {len(cases)} lines, {right_share(cases, weights):.3f} right on themselves")
        print(table("CUT_LINES", weights))
    elif what == "breaks":
        cases = break_cases()
        weights = fit_choices(cases, pull=0.0003)
        print(f"# {len(cases)} line ends, {right_share(cases, weights):.3f} right on themselves")
        print(table("BREAKS", weights))
    elif what == "openings":
        print_openings()
    elif what == "placing":
        print_placing("PLACING", Segmented.placings, PLACING_CUSTOM)
    elif what == "changes":
        print_placing("CHANGES", Segmented.changes)
    elif what == "calibration":
        print(table("CALIBRATION", calibration(seam_pages(), exported_seam_pages())))
    else:
        print(table("WEIGHTS", seam_weights(seam_pages(), exported_seam_pages())))


if __name__ == "__main__":
    main(sys.argv[1])
