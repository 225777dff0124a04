"""The outline of a page: which short lines begin an article, are subheads, or scraps of text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.ordering.language import Language
from ingest.proposal import Piece, Role
from ingest.readers.kinds import COMES_FROM, SALUTES, Kind
from ingest.readers.listed import is_next_item
from ingest.readers.lists import one_of
from ingest.readers.ordinals import ordinal
from ingest.readers.punctuation import ends_sentence, visible
from ingest.segmenting import pictures
from ingest.segmenting.banners import over_head_of_page
from ingest.segmenting.details import ends_paragraph
from ingest.segmenting.divisions import CERTAIN, Divisions
from ingest.segmenting.meetings import Meetings
from ingest.segmenting.sight import NOTICE, Run, Sight, is_signed_below, shapes
from ingest.segmenting.stacks import parted, read_stack, score
from ingest.segmenting.weights import OUTLINE

_BOX = re.compile(f"[■□◆●]?\\s*(?:新闻|相关|记者|编者|编辑|采访|温馨)?{one_of('name of a box')}")
_ASKS = re.compile("[问答]：")
_BRIEFS = re.compile(one_of("column of briefs") + "$")
FARTHEST = 6.0  # log-odds
_BY_FORM = 4 * CERTAIN  # nothing about its subject makes such a line a subhead
_HARDLY = -2.0  # the log-odds that the line under the name of a body is cut text
# Over its rows it is their headline, also where the column above is cut.
_NAMES_TABLE = re.compile("(?:表|一览|明细|名单)$")
_LONGEST_NOTICE = 14  # characters of what a notice is called


def outline(pieces: Sequence[Piece], kinds: Sequence[Kind], language: Language) -> list[Run]:
    """The runs of short lines of a page, each read as headline stack, subhead or scrap."""
    sight = _with_cut_text_apart(Sight.of(pieces, kinds, language))
    repeated = {text for text, count in Counter(sight.folded).items() if count > 1}
    runs = sight.runs
    for run in runs:
        _classify(run, sight)
    _divide(sight)
    meetings = Meetings(sight)
    first = runs[0] if runs else None
    runs = [
        each
        for run in runs
        for part in pictures.parted(run, sight)
        for each in _parted(part, run is first, repeated, meetings, sight)
    ]
    for number, run in enumerate(runs):
        if run.begins:
            first_on_page = number == 0
            over = over_head_of_page(run, sight) if first_on_page else 0
            stack = run.titles[over:]
            run.reading = read_stack(stack, first_on_page=first_on_page, repeated=repeated)
            banner: Role = "banner"
            roles = (*[banner] * over, *run.reading.roles)
            if "headline" not in roles and _is_over_briefs(run, sight):
                roles = (*roles[:-1], "headline")
        else:
            roles = ("subhead" if run.kind == "subhead" else "body",) * len(run.titles)
        run.roles = {title.index: role for title, role in zip(run.titles, roles, strict=True)}
    return runs


def _parted(
    run: Run, first_on_page: bool, repeated: set[str], meetings: Meetings, sight: Sight
) -> list[Run]:
    """A run that begins an article, or the runs of the articles whose headlines meet in it."""
    if not run.begins or len(run.titles) == 1:
        return [run]
    over = over_head_of_page(run, sight) if first_on_page else 0
    prices, lines = meetings.prices(run.titles)[over:], run.titles[over:]
    stacks = parted(lines, first_on_page=first_on_page, repeated=repeated, prices=prices)
    stacks = [[*run.titles[:over], *stacks[0]], *stacks[1:]]
    return [replace(run, titles=list(titles), roles={}) for titles in stacks]


def scraps(pieces: Sequence[Piece], kinds: Sequence[Kind], language: Language) -> dict[int, float]:
    """For each short line the log-odds that it is cut text rather than a title."""
    sight = _with_cut_text_apart(Sight.of(pieces, kinds, language))
    odds: dict[int, float] = {}
    for run in sight.runs:
        odds.update(dict.fromkeys((each.index for each in run.titles), scrap_odds(run, sight)))
    return odds


def scrap_odds(run: Run, sight: Sight) -> float:
    """The log-odds, within bounds, that a run is cut text rather than a title."""
    if _stands_alone(run, sight) or any(title.is_built_as_headline for title in run.titles):
        return -FARTHEST
    odds = odds_of_scrap(shapes(run, sight))
    return min(odds, _HARDLY) if _is_under_house(run, sight) else odds


def odds_of_scrap(seen: Mapping[str, float]) -> float:
    """The same of a run by its `shapes`."""
    scores = _scores_of(seen)
    title = math.log(sum(math.exp(scores[kind]) for kind in ("begins", "subhead")))
    return max(-FARTHEST, min(FARTHEST, scores["scrap"] - title))


def look_alone(run: Run, sight: Sight) -> dict[str, float]:
    """What a run looks like by itself; its kind and its odds are set, its scores are given back."""
    scores = _scores(run, sight)
    run.kind = max(scores, key=lambda kind: scores[kind])
    run.odds = max(-CERTAIN, min(CERTAIN, scores["begins"]))
    heads = run.after >= 0 and (_heads_a_piece(run, sight) or _is_over_rest(run, sight))
    if (run.kind == "subhead" and heads) or _is_under_jump(run, sight):
        run.kind, run.odds = "begins", CERTAIN
    return scores


def _classify(run: Run, sight: Sight) -> None:
    scores = look_alone(run, sight)
    if run.first in sight.voices:
        run.kind, run.odds = "subhead", -CERTAIN
    if run.kind == "scrap" and _is_over_what_stands_alone(run, sight):
        run.kind = max(("begins", "subhead"), key=lambda kind: scores[kind])
    if _breaks_off(run):
        run.kind = "scrap"
    elif run.kind == "scrap" and (
        _is_signed_headline(run, sight) or _is_under_house(run, sight) or _is_box(run)
    ):
        run.kind, run.odds = "begins", CERTAIN
    if _stands_alone(run, sight):
        run.kind, run.odds = "begins", _BY_FORM
    run.confidence = 1 / sum(math.exp(each - scores[run.kind]) for each in scores.values())


def _divide(sight: Sight) -> None:
    """Which of the runs that are no scraps begin articles and which are subheads, all at once."""
    runs = [run for run in sight.runs if run.kind != "scrap"]
    for run, begins in zip(runs, Divisions(sight, runs).best(), strict=True):
        run.kind = "begins" if begins else "subhead"


def _scores(run: Run, sight: Sight) -> dict[str, float]:
    """How strongly a run looks like the head of an article, a scrap of text, a subhead."""
    scores = _scores_of(shapes(run, sight))
    if any(title.is_built_as_headline for title in run.titles):
        scores["scrap"] = min(scores.values()) - FARTHEST
    return scores


def _scores_of(seen: Mapping[str, float]) -> dict[str, float]:
    scores = {
        kind: score({f"{kind} {name}": number for name, number in seen.items()}, OUTLINE)
        for kind in ("begins", "scrap")
    }
    return scores | {"subhead": 0.0}


def _heads_a_piece(run: Run, sight: Sight) -> bool:
    """Over the first text of a page, which is inside no article yet unless a signed headline stands
    above; 新闻链接, 更正, 停水公告.
    """
    line = visible(run.first_line)
    is_notice = len(line) <= _LONGEST_NOTICE and NOTICE.search(line) is not None
    is_first = run.before < 0 and run.first <= sight.runs[0].first
    return is_first or _is_box(run) or (len(run.titles) == 1 and is_notice)


def _is_box(run: Run) -> bool:
    """Whether a line alone names a box beside an article, over its text: ■ 延伸阅读."""
    named = _BOX.fullmatch(visible(run.first_line)) is not None
    return named and len(run.titles) == 1 and run.after >= 0


def _is_over_rest(run: Run, sight: Sight) -> bool:
    """Whether the rest of what another page began stands right under a run: （上接第1版）."""
    below = run.titles[-1].index + 1
    return below < len(sight.folded) and COMES_FROM.match(sight.folded[below]) is not None


def _is_under_jump(run: Run, sight: Sight) -> bool:
    """Whether 上接第2版 stands right above a run, on a line of its own: what it heads comes from
    there.
    """
    above = run.first - 1
    return (
        above >= 0 and sight.kinds[above] == "jump" and bool(COMES_FROM.match(sight.folded[above]))
    )


def _is_over_what_stands_alone(run: Run, sight: Sight) -> bool:
    """Whether nothing is read on below a line: rows, a list, verses, 一、…, 问：…, 编辑同志：."""
    if run.after < 0 or len(run.titles) > 1:
        return False
    if _NAMES_TABLE.search(run.first_line) and sight.kinds[run.after] == "table":
        return True
    if not _is_under_an_end(run, sight):
        return False
    following = sight.folded[run.after]
    speaks = _ASKS.match(following) or SALUTES.match(following)
    told = ordinal(following)
    apart = sight.kinds[run.after] in ("table", "line") or (told is not None and told[1] == 1)
    return apart or speaks is not None


def _is_over_briefs(run: Run, sight: Sight) -> bool:
    """Whether the name of a column, 短波 or 简讯, is all that stands over briefs: ▲近日，…."""
    texts = sight.folded[run.after : run.after + 2] if run.after >= 0 else []
    return len(texts) > 1 and is_next_item(*texts)


def _stands_alone(run: Run, sight: Sight) -> bool:
    """Whether a line is the headline of a picture, or of briefs: a part of no other article."""
    return pictures.caption_alone(run, sight) is not None or _heads_briefs(run, sight)


def _with_cut_text_apart(sight: Sight) -> Sight:
    """A line of cut text at the foot of a column is no part of the stack under it."""
    runs: list[Run] = []
    for run in sight.runs:
        at = _end_of_cut_text(run, sight)
        above = replace(run, titles=run.titles[:at], after=-1)
        cut = at > 0 and odds_of_scrap(shapes(above, sight)) > 0
        runs += [above, replace(run, titles=run.titles[at:])] if cut else [run]
    return replace(sight, runs=runs)


def _end_of_cut_text(run: Run, sight: Sight) -> int:
    """How many lines of a run may be cut text: those that are indented like a paragraph over a
    stack at the margin, or the one over a headline that stands alone.
    """
    indented = list(takewhile(lambda title: title.index in sight.indents.begin, run.titles))
    at = len(indented)
    rest = {title.index for title in run.titles[at:]}
    if at and rest and rest <= sight.indents.go_on:
        return at
    last = replace(run, titles=run.titles[-1:])
    return 1 if len(run.titles) == 2 and _stands_alone(last, sight) else 0


def _heads_briefs(run: Run, sight: Sight) -> bool:
    """Whether a line is called like a column of briefs, 民生短波, over briefs that bear a mark."""
    line = run.titles[0]
    called = line.length <= _LONGEST_NOTICE and _BRIEFS.search(visible(line.text)) is not None
    over = len(run.titles) == 1 and _is_over_briefs(run, sight)
    return called and over and ordinal(sight.folded[run.after]) is None


def _is_under_an_end(run: Run, sight: Sight) -> bool:
    """Whether nothing above a run waits for more: a sentence ends there or an item of a list, or a
    list is announced.
    """
    if run.before < 0 or sight.kinds[run.before] in ("table", "line"):
        return True
    above = sight.folded[run.before]
    return ends_paragraph(above) or above[-1:] in ("：", "；")


def _is_signed_headline(run: Run, sight: Sight) -> bool:
    """Whether writers are named under a line, and the text above is at an end."""
    ended = run.before < 0 or ends_sentence(sight.folded[run.before])
    return ended and len(run.titles) == 1 and is_signed_below(run, sight.kinds)


def _is_under_house(run: Run, sight: Sight) -> bool:
    """Whether the name of a body stands over a line, and the text above is at an end."""
    ended = run.before < 0 or ends_paragraph(sight.folded[run.before])
    return ended and len(run.titles) > 1 and run.titles[0].is_organisation


def _breaks_off(run: Run) -> bool:
    """A sentence that nothing follows is cut: no head of clauses stands at the end of a page."""
    return run.after < 0 and len(run.titles) == 1 and "，" in run.titles[0].text
