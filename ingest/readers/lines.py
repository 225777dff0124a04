"""Text to pieces: blank-line blocks, their lines, and lines broken at a fixed width rejoined.

A block is what `re.split(r"\n\\s*\n", text.strip("\n"))` gives: the numbering that joins are
reported in. Inside a block each line is a piece, unless the file breaks its lines hard: then the
lines of a paragraph are one piece.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from ingest.proposal import Break, Piece
from ingest.readers.abreast import in_reading_order
from ingest.readers.furniture import is_furniture
from ingest.readers.listed import begins_an_item
from ingest.readers.lists import WORDS
from ingest.readers.measures import HANGING, Line, Measure, measured
from ingest.readers.ordinals import items, ordinal
from ingest.readers.punctuation import ends_sentence, fold
from ingest.readers.rows import is_row
from ingest.readers.signatures import writers_at_end

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INDENT = re.compile(r"[ \t\u3000\u00a0]*")
_NEW_PARAGRAPH = re.compile(
    r"[一二三四五六七八九十]{1,3}[）)]|\d{1,2}[）)]|本[报刊]|[●■◆▲★]|[—－]{2}"
)
# A deck: no mark in it, no stop in the title above it; no mark begins the line below.
_DECK = re.compile(r"[—－]{1,2}[^，。；]+$")
# A line that opens a report or names its writers does not carry on the line above.
_OPENS = re.compile(r"[（(【]?\s*(?:本[报刊]|记者|通讯员|新华社)|[□■◎○●△▲]")
# … but inside its bracket: 本报讯（记者 潘定远|通讯员 农国英）6日.
_OPEN_BRACKET, _CLOSES_NAMES = re.compile("（[^（）]*$"), re.compile("[^（）。]*）.")
# Who does what an item says, at its end: 责任单位：县水利局.
_LABEL = re.compile(r"(?:^|[。；])([^，。；：]{2,8})：[^。；：]*$")
# … and where what it says is still to come: 停水范围：江滨路、兴宁巷、 and 联系电话：.
_WAITS = re.compile(r"(?:^|[，。；：、\s])[^，。；：、\s]{2,8}：(?:[^，。；：]*、)?$")
_LONGEST_SCRAP = 2  # characters of a last line that no headline has
_FIGURE_CUT, _FIGURE_ENDS = re.compile(r"[\d.．]$"), re.compile(r"\d+。")
_STOPPED = re.compile("[。；]|[，、]$")
_TITLES = 4  # lines of a stack of titles


def pieces(text: str) -> list[Piece]:
    """The pieces of a decoded file, in file order; white space alone makes no piece."""
    lines = _lines(text)
    stacks, decks = _stacks(lines), _decks(lines)
    begin_items = _beginnings_of_items(lines)
    groups: list[list[Line]] = []
    read_items = _Items()
    measure_above = None
    for (line, measure), below in zip_longest(measured(lines), lines[1:]):
        if (
            groups
            and measure
            and measure == measure_above
            and line.block not in stacks
            and line.start not in decks
            and line.start not in begin_items
            and groups[-1][-1].start not in decks
            and _may_carry_on(groups[-1], line, measure)
            and (
                read_items.are_read_on(groups[-1], line, below)
                or _carries_on(groups[-1], line, below, measure)
            )
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
        measure_above = measure
    return [_piece(number, group) for number, group in enumerate(groups)]


def _decks(lines: list[Line]) -> set[int]:
    """Where the decks start in the file: ——记县电影公司职工老秦 under a title."""
    found = set()
    for above, line, below in zip(lines, lines[1:], [*lines[2:], None], strict=False):
        title = not _STOPPED.search(fold(above.text))
        begins_alone = below is None or fold(below.text[:1]) not in HANGING
        if title and begins_alone and _DECK.match(fold(line.text)):
            found.add(line.start)
    return found


def _beginnings_of_items(lines: Sequence[Line]) -> set[int]:
    """Where the items of lists start in the file, whatever stands above them; the rest of a figure
    begins none: 降到0.|1。其中….
    """
    found = items([fold(line.text) for line in lines])
    figures = {at for at in found if at and _FIGURE_CUT.search(lines[at - 1].text)}
    ends = {at for at in found if _FIGURE_ENDS.match(lines[at].text)}
    return {lines[at].start for at in found.keys() - figures - ends}


def _stacks(lines: list[Line]) -> set[int]:
    """The blocks that are stacks of titles: a few lines without a comma or a stop."""
    blocks: dict[int, list[str]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(fold(line.text))
    return {
        block
        for block, texts in blocks.items()
        if len(texts) <= _TITLES and not re.search("[，。；]|本[报刊]", "".join(texts))
    }


def _piece(number: int, group: list[Line]) -> Piece:
    text = group[0].text
    breaks = []
    for above, line in pairwise(group):
        latin = text[-1:].isascii() and text[-1:].isalpha() and line.text[:1].isascii()
        text += " " if latin and line.text[:1].isalpha() else ""
        breaks.append(Break(len(text), above.end, line.start))
        text += line.text
    first = group[0]
    return Piece(
        id=number, block=first.block, text=text, start=first.start, end=group[-1].end,
        gap=first.gap, indent=first.indent, breaks=tuple(breaks),
    )  # fmt: skip


def _lines(text: str) -> list[Line]:
    """The lines in reading order: of columns side by side those of one after another."""
    found: list[Line] = []
    block, gap, above = -1, 0, -1
    fresh = True
    starts, raws = _raw_lines(text)
    for stretch in in_reading_order(raws):
        raw = raws[stretch.line][stretch.start : stretch.end]
        bare = raw.strip()
        fresh = fresh or stretch.line <= above
        above = stretch.line
        if not bare:
            fresh, gap = True, gap + 1
            continue
        block += fresh
        start = starts[stretch.line] + stretch.start + raw.index(bare)
        indent = len(_INDENT.match(raw).group())  # type: ignore[union-attr]
        found.append(Line(bare, block, start, start + len(bare), indent, gap if found else 0))
        fresh, gap = False, 0
    margin = min((line.indent for line in found), default=0)
    return [replace(line, indent=line.indent - margin) for line in found]


def _raw_lines(text: str) -> tuple[list[int], list[str]]:
    """Where each line starts, and each without its line end."""
    starts, raws, at = [], [], 0
    for match in _LINE_END.finditer(text):
        starts.append(at)
        raws.append(text[at : match.start()])
        at = match.end()
    return [*starts, at], [*raws, text[at:]]


_LABELLED = 2  # lines over which a label at the end of an item may go


@dataclass
class _Items:
    """The items of lists that were read so far, by what is said at their ends: 责任单位：…."""

    labels: set[str] = field(default_factory=set)

    def are_read_on(self, item: Sequence[Line], line: Line, below: Line | None) -> bool:
        """Whether a line is the last of an item, though it has no stop: the next item follows, or
        the line ends it as others were ended.
        """
        number = ordinal(fold(item[0].text))
        if number is None or ordinal(fold(line.text)):
            return False
        last = (*item[-_LABELLED:], line)  # a label stands at the end
        label = _LABEL.search(fold("".join(each.text for each in last)))
        told = label is not None and label[1] in self.labels
        form, own = number
        between = below is not None and ordinal(fold(below.text)) == (form, own + 1)
        if between and label:
            self.labels.add(label[1])
        return between or told


def _may_carry_on(group: Sequence[Line], following: Line, measure: Measure) -> bool:
    """Whether nothing in their places and forms parts a line from the full line above it."""
    line = group[-1]
    together = line.block == following.block or (measure.is_spaced and following.gap == 1)
    if not together or not measure.is_full(line, following, first=len(group) == 1):
        return False
    above = fold(line.text)
    inside = _OPEN_BRACKET.search(above) and _CLOSES_NAMES.match(fold(following.text))
    alone = not inside and _stands_alone(following.text)
    if measure.is_wider(line) or measure.is_wider(following) or alone:
        return False
    if is_furniture(above) or is_row(above) or _is_signed(group):
        return False
    return following.indent <= line.indent and following.indent < 2


def _is_signed(group: Sequence[Line]) -> bool:
    """Whether the writers are named behind the last stop: …三成。（白小露） ends its paragraph."""
    last = fold("".join(line.text for line in group[-_LABELLED:]))
    found = writers_at_end(last)
    return found is not None and ends_sentence(last[: found.start()])


def _carries_on(
    group: Sequence[Line], following: Line, below: Line | None, measure: Measure
) -> bool:
    """Whether the following line belongs to the paragraph of a hard-broken line."""
    ended = ends_sentence(fold(group[-1].text))
    if measure.is_title(following, below):
        is_scrap = len(following.text) <= _LONGEST_SCRAP and not ended
        above = fold("".join(line.text for line in group[-_LABELLED:]))
        is_rest = is_scrap and following.text not in WORDS["spaced headline"]
        return is_rest or _WAITS.search(above) is not None
    begins = _opens_paragraph(following.text) or measure.opens_short(following, below)
    return not (ended and begins)


def _opens_paragraph(text: str) -> bool:
    """Whether a line under a full one that ends a sentence begins another paragraph by its form."""
    return ordinal(fold(text)) is not None or _NEW_PARAGRAPH.match(text) is not None


def _stands_alone(text: str) -> bool:
    """Whether a line carries on nothing: a dateline, an item of a list, a folio, the editors."""
    folded = fold(text)
    opens = _OPENS.match(text) is not None
    return opens or begins_an_item(folded) or is_furniture(folded) or is_row(folded)
