"""Pages as a layout program gives them out: articles set into columns, and the columns broken.

An article becomes strips: its stack of headlines, then the texts of one column after another.
Column ends cut paragraphs wherever they fall. The strips are then given out in an order that is
nearly right (`mild`) or mostly not (`hard`). Every block keeps where it came from, so that the
reading is known. Deterministic by seed.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from benchmarks.pages.corpus import Line, Source
from benchmarks.pages.disorder import hard, mild
from benchmarks.pages.furniture import BANNERS, COLUMNS, furniture_lines

NO_START = "，。、；：！？）”》」』…—,.;:?!)%"
NO_END = "（“《「『"
NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,2}[）)、]")
INDENT = 2
MAY_END = "。！？!?…：；:;"
HALF = str.maketrans("，：；？！（）", ",:;?!()")


@dataclass
class Block:
    """One printed block with its truth: article, paragraph, place in the paragraph, role."""

    text: str
    role: str
    article: int = -1
    paragraph: int = -1
    fragment: int = 0


@dataclass
class Cut:
    """A seam of the truth, by block numbers.

    `sure` is False where a paragraph may end: at a stop, and at the colon or semicolon before a
    list, which papers print line by line.
    """

    left: int
    right: int
    sure: bool
    displaced: bool


@dataclass
class TruePage:
    """A broken page and its reading."""

    blocks: list[Block]
    sources: list[Source]
    missing: dict[int, str]
    cuts: list[Cut] = field(default_factory=list)
    level: str = ""
    gaps: dict[int, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        out = []
        for number, block in enumerate(self.blocks):
            out.append("\n" * (self.gaps.get(number, 1) if number else 0) + block.text)
        return "\n".join(out) + "\n"

    def paragraphs(self, article: int) -> dict[int, list[int]]:
        """Paragraph number to the numbers of its blocks, in reading order."""
        found: dict[int, list[int]] = {}
        for number, block in enumerate(self.blocks):
            if block.article == article and block.paragraph >= 0:
                found.setdefault(block.paragraph, []).append(number)
        for numbers in found.values():
            numbers.sort(key=lambda each: self.blocks[each].fragment)
        return dict(sorted(found.items()))

    @property
    def beginnings(self) -> dict[int, int]:
        """The block that each article begins with, where its beginning is on the page."""
        articles = {block.article for block in self.blocks}
        found = {each: list(self.paragraphs(each).values()) for each in articles if each >= 0}
        return {
            article: texts[0][0]
            for article, texts in found.items()
            if texts and self.missing.get(article) not in ("beginning", "both")
        }


def typeset(sources: list[Source], level: str, seed: int) -> TruePage:
    """A page of the given articles, broken at the given level."""
    chance = random.Random(f"{level}-{seed}")
    strips = [_strips(source, number, chance) for number, source in enumerate(sources)]
    missing: dict[int, str] = {}
    _lose_ends(strips, missing, level, chance)
    order = mild(strips, chance) if level == "mild" else hard(strips, chance)
    blocks = [block for strip in order for block in strip]
    blocks = _lose_lines(blocks, missing, level, chance)
    blocks = _with_furniture(blocks, level, chance)
    if seed % 2:
        for block in blocks:
            block.text = block.text.translate(HALF)
    page = TruePage(blocks, sources, missing, level=level)
    page.gaps = {
        number: 4
        for number, each in enumerate(blocks)
        if each.role == "caption" and chance.random() < 0.5
    }
    page.cuts = _cuts(page)
    return page


def _strips(source: Source, article: int, chance: random.Random) -> list[list[Block]]:
    """The stack, then the columns of one article, each a list of blocks."""
    stack = [
        Block(text, role, article)
        for role in ("kicker", "headline", "deck")
        if (text := getattr(source, role))
    ]
    if source.byline_at == "line" and source.byline:
        mark = chance.choice(["", "", "□", "■"])
        stack.append(Block(mark + source.byline, "byline", article))
    width = chance.randint(10, 24)
    height = width * max(3, chance.randint(140, 420) // width)
    left = width * chance.randint(2, height // width)
    columns: list[list[Block]] = [[]]
    lines = list(source.lines)
    if source.byline_at == "end" and source.byline:
        _sign(lines, source.byline, chance)
    paragraph = 0
    for line in lines:
        _settle(line)
        if line.kind == "caption":
            (stack if chance.random() < 0.6 else columns[-1]).append(
                Block(line.text, "caption", article)
            )
            continue
        if line.kind != "body":
            columns[-1].append(Block(line.text, line.kind, article))
            continue
        rest, fragment = line.text, 0
        left -= INDENT
        while len(rest) > left:
            at = _cut_at(rest, left)
            if at is None:
                break
            columns[-1].append(Block(rest[:at], "body", article, paragraph, fragment))
            rest, fragment, left = rest[at:], fragment + 1, height
            columns.append([])
        columns[-1].append(Block(rest, "body", article, paragraph, fragment))
        left -= width * -(-len(rest) // width) - INDENT * (not fragment)
        if left <= 0:
            left = height
            columns.append([])
        paragraph += 1
    return [stack, *columns]


def _settle(line: Line) -> None:
    """A numbered head without a stop is printed as a subhead, a bracketed name as a byline."""
    if line.kind == "body" and len(line.text) <= 20:
        if NUMBERED.match(line.text) and line.text[-1] not in "。；，：！？）":
            line.kind = "subhead"
        elif line.text[0] in "（(" and line.text[-1] in "）)":
            line.kind = "byline"


def _sign(lines: list[Line], byline: str, chance: random.Random) -> None:
    last = next((line for line in reversed(lines) if line.kind == "body"), None)
    if last and byline not in last.text:
        name = byline if chance.random() < 0.7 else byline.split()[-1]
        last.text = f"{last.text}（{name}）" if not last.text.endswith("）") else last.text


def _cut_at(text: str, left: int) -> int | None:
    """The nearest place where a column may end; None where only a scrap would go over."""
    at = left
    while at < len(text) and (text[at] in NO_START or text[at - 1] in NO_END or _inside(text, at)):
        at += 1
    return at if at < len(text) - 1 else None


def _inside(text: str, at: int) -> bool:
    """Numbers and Latin words are not broken."""
    return text[at].isascii() and text[at].isalnum() and text[at - 1].isascii()


def _lose_ends(
    strips: list[list[list[Block]]], missing: dict[int, str], level: str, chance: random.Random
) -> None:
    """One article loses its beginning or its end, at a seam inside a paragraph."""
    if chance.random() > (0.4 if level == "mild" else 0.8):
        return
    long = [n for n, each in enumerate(strips) if len(each) >= 3]
    if not long:
        return
    number = chance.choice(long)
    if chance.random() < 0.6:
        first = strips[number][2][:1]
        if first and first[0].fragment and first[0].role == "body":
            del strips[number][1]
            missing[number] = "beginning"
            if level == "hard" and chance.random() < 0.3:
                del strips[number][0][:]
    else:
        last = strips[number][-1][:1]
        if last and last[0].fragment and last[0].role == "body":
            del strips[number][-1]
            missing[number] = "end"


def _lose_lines(
    blocks: list[Block], missing: dict[int, str], level: str, chance: random.Random
) -> list[Block]:
    """On hard pages a block inside an article is lost now and then."""
    if level == "mild":
        return blocks
    last = {
        block.article: block for block in sorted(blocks, key=lambda b: (b.paragraph, b.fragment))
    }
    firsts = {
        block.article: block
        for block in sorted(blocks, key=lambda b: (-b.paragraph, -b.fragment))
        if block.paragraph >= 0
    }
    kept = []
    for block in blocks:
        inner = block.role == "body" and block is not last[block.article]
        inner = inner and block is not firsts[block.article]
        if inner and chance.random() < 0.012:
            continue
        kept.append(block)
    del missing
    return kept


def _with_furniture(blocks: list[Block], level: str, chance: random.Random) -> list[Block]:
    """Folio, date, editors at the ends or in between; a slogan over the page; column names."""
    out = list(blocks)
    if chance.random() < 0.3:
        out.insert(0, Block(chance.choice(BANNERS), "banner"))
    stacks = [
        n for n, each in enumerate(out)
        if each.role in ("kicker", "headline") and (n == 0 or out[n - 1].role not in ("kicker",))
    ]  # fmt: skip
    for at in sorted(stacks, reverse=True):
        if chance.random() < (0.16 if out[at].role == "kicker" else 0.04):
            out.insert(at, Block(chance.choice(COLUMNS), "banner"))
    for text in furniture_lines(chance):
        place = chance.choice([0, len(out)])
        if level == "hard" and chance.random() < 0.4:
            place = chance.randrange(len(out) + 1)
        out.insert(place, Block(text, "furniture"))
    return out


def _cuts(page: TruePage) -> list[Cut]:
    cuts = []
    where = {
        (each.article, each.paragraph, each.fragment): number
        for number, each in enumerate(page.blocks)
        if each.paragraph >= 0
    }
    for (article, paragraph, fragment), left in where.items():
        right = where.get((article, paragraph, fragment + 1))
        if right is None:
            continue
        end = page.blocks[left].text.rstrip("”’）)")[-1:]
        between = [
            b for b in page.blocks[min(left, right) + 1 : max(left, right)] if b.role == "body"
        ]
        displaced = right < left or bool(between)
        cuts.append(Cut(left, right, end not in MAY_END, displaced))
    return sorted(cuts, key=lambda cut: cut.left)
