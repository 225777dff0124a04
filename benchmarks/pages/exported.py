"""Whole pages as newsrooms export them, by other hands than the importer's: text and truth in one.

A file `NN.page` is the exported text with tags in it: what is left without them is, letter by
letter, what would be uploaded, whatever the export: blank lines, broken lines, indents, columns
side by side. `README.md` beside the files says what the tags mean.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate, groupby, pairwise
from pathlib import Path
from typing import Any

from benchmarks.pages.scoring import HEADS, Score, Tally
from benchmarks.pages.typeset import MAY_END
from ingest.proposal import Layout, Piece
from ingest.readers.punctuation import fold, visible

FOLDER = Path(__file__).resolve().parent / "exported"
_TAG = re.compile(r"⟦([^⟧]*)⟧")
_WORKS = "⟦works⟧"
# The parts that fits may read; of those that are held only totals are looked at.
TAUGHT = ("tune", "torn_tune")
# No fit reads these: the same pages in four forms of disorder.
MEASURED = ("fresh2_tune", "fresh2_held")
PARTS = ("tune", "held", "torn_tune", "torn_held", *MEASURED)
NOBODY = -1  # the article of furniture and banners
TEXTS = ("body", "line", "subhead")


@dataclass(frozen=True)
class Place:
    """Where a character belongs: article, role, and paragraph with the place of its part in it."""

    article: int = NOBODY
    role: str = "furniture"
    paragraph: tuple[int, str] = (0, "")


@dataclass
class ExportedPage:
    """An exported text and its truth: a place for every visible character."""

    name: str
    day: date
    text: str
    places: list[Place]
    missing: dict[int, str] = field(default_factory=dict)
    works: list[dict[str, Any]] = field(default_factory=list)

    @property
    def letters(self) -> str:
        return visible(self.text)

    @cached_property
    def _letter_at(self) -> list[int]:
        """For each character of the text how many letters stand before it."""
        return [0, *accumulate(not each.isspace() for each in self.text)]

    def letters_of(self, piece: Piece) -> Iterator[int]:
        """The numbers of the letters of a piece, whose lines may stand apart in the file."""
        starts = [piece.start, *(each.start for each in piece.breaks)]
        ends = [*(each.end for each in piece.breaks), piece.end]
        for start, end in zip(starts, ends, strict=True):
            yield from range(self._letter_at[start], self._letter_at[end])

    @property
    def articles(self) -> list[int]:
        return sorted({each.article for each in self.places} - {NOBODY})

    def heading(self, article: int, role: str) -> str:
        """A part of the headline stack, without its spaces."""
        pairs = zip(self.letters, self.places, strict=True)
        return "".join(each for each, at in pairs if (at.article, at.role) == (article, role))

    def texts(self, article: int) -> list[tuple[str, str]]:
        """The bodies, subheads and lines of an article in reading order, without their spaces."""
        parts: dict[tuple[int, str], str] = defaultdict(str)
        roles: dict[int, str] = {}
        for letter, at in zip(self.letters, self.places, strict=True):
            if at.article == article and at.role in TEXTS:
                parts[at.paragraph] += letter
                roles[at.paragraph[0]] = at.role
        whole: dict[int, str] = defaultdict(str)
        for number, part in sorted(parts):
            whole[number] += parts[number, part]
        return [(roles[number], whole[number]) for number in sorted(whole)]

    def paragraphs(self, article: int) -> list[str]:
        """The bodies and lines of an article in reading order."""
        return [text for role, text in self.texts(article) if role != "subhead"]

    @property
    def hand(self) -> str:
        """Who wrote the page: the first letter of its name."""
        return self.name[:1]


def roles_of_pieces(page: ExportedPage, pieces: Sequence[Piece]) -> list[str]:
    """The role that most letters of each piece have."""
    counts = [Counter(page.places[at].role for at in page.letters_of(piece)) for piece in pieces]
    return [count.most_common(1)[0][0] if count else "furniture" for count in counts]


def articles_of_pieces(page: ExportedPage, pieces: Sequence[Piece]) -> list[int]:
    """The article that most letters of each piece belong to."""
    counts = [Counter(page.places[at].article for at in page.letters_of(piece)) for piece in pieces]
    return [count.most_common(1)[0][0] if count else NOBODY for count in counts]


def beginnings_of(page: ExportedPage, pieces: Sequence[Piece]) -> dict[int, int]:
    """The piece that each article begins with, where its beginning is on the page."""
    found: dict[int, tuple[tuple[int, str], int, int]] = {}
    for piece in pieces:
        for at in page.letters_of(piece):
            place = page.places[at]
            if place.article != NOBODY and place.role in ("body", "line"):
                first = place.paragraph, at, piece.id
                found[place.article] = min(first, found.get(place.article, first))
    lost = {article for article, end in page.missing.items() if end in ("beginning", "both")}
    return {article: first[2] for article, first in found.items() if article not in lost}


def cuts_of(page: ExportedPage, pieces: Sequence[Piece]) -> dict[tuple[int, int], bool]:
    """The pieces that are read one after the other in a paragraph, and whether that is sure.

    It is not where a paragraph may end, nor where a piece holds text of another place too.
    """
    parts: dict[tuple[int, int], list[tuple[str, int, int]]] = defaultdict(list)
    ends: dict[int, tuple[Place, Place]] = {}
    for piece in pieces:
        places = [(at, page.places[at]) for at in page.letters_of(piece)]
        if places:
            ends[piece.id] = places[0][1], places[-1][1]
        for place, run in groupby(places, key=lambda each: each[1]):
            if place.role in ("body", "line"):
                number, part = place.paragraph
                parts[place.article, number].append((part, next(run)[0], piece.id))
    found = {}
    for paragraph, read in parts.items():
        for (_, _, left), (_, _, right) in pairwise(sorted(read)):
            if left != right:
                last, first = ends[left][1], ends[right][0]
                whole = all((at.article, at.paragraph[0]) == paragraph for at in (last, first))
                stop = fold(pieces[left].text).rstrip("”’） \n")[-1:] in MAY_END
                found[left, right] = whole and last.role == "body" and not stop
    return found


def pages_to_learn_from() -> Iterator[ExportedPage]:
    """The exported pages that fits may read, all of one hand together."""
    for part in TAUGHT:
        yield from exported_pages(part)


def exported_pages(part: str) -> Iterator[ExportedPage]:
    """The pages of one of `PARTS`, in the order of their names."""
    for path in sorted((FOLDER / part).glob("*.page")):
        yield parse(path)


def parse(path: Path) -> ExportedPage:
    """Reads a page. Raises `ValueError` with the tag that says nothing."""
    tagged, _, works = path.read_text(encoding="utf-8").partition(_WORKS)
    text, places = [], list[Place]()
    day, missing, place = date.min, dict[int, str](), Place()
    start = 0
    for tag in [*_TAG.finditer(tagged), None]:
        run = tagged[start : tag.start() if tag else len(tagged)]
        text.append(run)
        places += [place] * len(visible(run))
        if tag is None:
            break
        start = tag.end()
        match tag[1].split():
            case ["date", said]:
                day = date.fromisoformat(said)
            case [article, "lacks", end]:
                missing[int(article)] = end
            case [article, role, *paragraph]:
                place = Place(_article(article), role, _paragraph(paragraph))
            case _:
                raise ValueError(f"{path.name}: {tag[0]}")
    rows = [json.loads(line) for line in works.splitlines() if line.strip()]
    return ExportedPage(path.stem, day, "".join(text), places, missing, rows)


def _article(tag: str) -> int:
    return NOBODY if tag == "-" else int(tag)


def _paragraph(tag: list[str]) -> tuple[int, str]:
    found = re.fullmatch(r"(\d+)([a-z]?)", tag[0]) if tag else None
    return (int(found[1]), found[2]) if found else (0, "")


@dataclass
class ExportScore(Score):
    """How much of exported pages was read rightly; text and roles are counted in characters."""

    text: Tally = field(default_factory=Tally)
    roles: Tally = field(default_factory=Tally)
    headlines: Tally = field(default_factory=Tally)
    heads: Tally = field(default_factory=Tally)
    paragraphs: Tally = field(default_factory=Tally)
    whole: Tally = field(default_factory=Tally)
    flags: Tally = field(default_factory=Tally)
    misses: list[str] = field(default_factory=list)


def score_exported(page: ExportedPage, layout: Layout) -> ExportScore:
    """The figures of one page."""
    found = _found_places(page, layout)
    pairs = _pairs(page, found)
    result = ExportScore()
    for at, got in zip(page.places, found, strict=True):
        same = got.article == pairs.get(at.article, NOBODY if at.article == NOBODY else None)
        if at.role in TEXTS:
            _count(result.text, same)
        _count(result.roles, _role(at.role) == _role(got.role))
    for article in page.articles:
        _score_article(page, layout, article, pairs.get(article), result)
    return result


def _score_article(
    page: ExportedPage, layout: Layout, article: int, at: int | None, result: ExportScore
) -> None:
    found = layout.articles[at] if at is not None else None
    for role in HEADS:
        wanted = page.heading(article, role)
        part = getattr(found, role) if found else None
        got = visible(part.text) if part else ""
        result.heads += Tally(bool(wanted) and wanted == got, bool(got), bool(wanted))
        if role == "headline":
            result.headlines += Tally(bool(wanted) and wanted == got, bool(got), bool(wanted))
        if wanted != got:
            result.misses.append(f"{page.name}.{article} {role}: {wanted or '–'} ≠ {got or '–'}")
    texts = [visible(each.text) for each in found.paragraphs] if found else []
    wanted_texts = page.paragraphs(article)
    left = Counter(texts)
    for text in wanted_texts:
        right = left[text] > 0
        left[text] -= right
        _count(result.paragraphs, right)
        if not right:
            result.misses.append(f"{page.name}.{article} paragraph: {text[:14]}…{text[-8:]}")
    _count(result.whole, texts == wanted_texts)
    missing = found.missing if found else None
    _count(result.flags, missing == page.missing.get(article))
    if missing != page.missing.get(article):
        result.misses.append(
            f"{page.name}.{article} lacks {page.missing.get(article)}, read as {missing}"
        )


def _count(tally: Tally, right: bool) -> None:
    tally += Tally(right, 1, 1)


def _role(role: str) -> str:
    """What a reader of the page could not tell apart is one role."""
    return {"table": "body", "line": "body", "credit": "caption", "jump": "furniture"}.get(
        role, role
    )


def _found_places(page: ExportedPage, layout: Layout) -> list[Place]:
    """Article and role that the layout gives to each letter, in the order of the file."""
    owner = {number: at for at, each in enumerate(layout.articles) for number in _pieces(each)}
    roles = {number: part.role for part in layout.parts() for number in part.pieces}
    found: list[Place | None] = [None] * len(page.places)
    for piece in layout.pieces:
        place = Place(owner.get(piece.id, NOBODY), roles[piece.id])
        for at in page.letters_of(piece):
            assert found[at] is None, f"{page.name}: {piece.text} stands twice"
            found[at] = place
    places = [place for place in found if place is not None]
    assert len(places) == len(found), f"{page.name}: letters are lost"
    return places


def _pieces(article: Any) -> list[int]:
    heads = [part for role in HEADS if (part := getattr(article, role))]
    parts = [*heads, *article.bylines, *article.paragraphs, *article.subheads, *article.captions]
    return [number for part in parts for number in part.pieces]


def _pairs(page: ExportedPage, found: list[Place]) -> dict[int, int]:
    """Article of the truth to article of the layout, by the letters they share; headlines weigh 3."""
    shared: Counter[tuple[int, int]] = Counter()
    for at, got in zip(page.places, found, strict=True):
        if at.article != NOBODY and got.article != NOBODY:
            shared[at.article, got.article] += 3 if at.role in HEADS else 1
    pairs: dict[int, int] = {}
    for (true, got), _ in shared.most_common():
        if true not in pairs and got not in pairs.values():
            pairs[true] = got
    return pairs
