"""An issue file to a proposal: read, order, segment, extract. Pure: no Django, no database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ingest.bounds import BOUNDS, Bounds
from ingest.extraction import extract
from ingest.garbled import refuse_garbled
from ingest.ordering import order, reconsidered
from ingest.ordering.breaks import parted
from ingest.ordering.language import Language, load
from ingest.ordering.page import Page
from ingest.proposal import Join, Known, Layout, Piece, Proposal
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces as pieces_of
from ingest.readers.text import DEFAULT_LIMIT, read_text
from ingest.segmenting import Segmenter, cut_lines, details
from ingest.segmenting.outline import scraps

NOTHING_KNOWN = Known()


def propose(
    data: bytes,
    *,
    issue_date: date,
    known: Known = NOTHING_KNOWN,
    language: Language | None = None,
    limit: int = DEFAULT_LIMIT,
    bounds: Bounds = BOUNDS,
) -> Proposal:
    """What the machine makes of a text file. Same bytes, same proposal. Raises `ReadingError`."""
    text, encoding = read_text(data, limit=limit)
    bounds.check(text)
    refuse_garbled(text)
    found = layout(text, language=language)
    facts = extract(found.articles, issue_date=issue_date, known=known)
    return Proposal(found, facts, encoding)


def layout(text: str, *, language: Language | None = None) -> Layout:
    """The articles of a decoded text, with every piece in exactly one place."""
    language = language or load()
    pieces = parted(pieces_of(text), language)
    kinds = details.with_speakers(pieces, kinds_of(pieces), language)
    kinds = cut_lines.as_text(pieces, kinds, language)
    page = Page(pieces, kinds, language, scraps(pieces, kinds, language))
    joins = order(page)
    articles = Segmenter(pieces, kinds, joins, language)
    if (again := reconsidered(page, joins, articles.following())) != joins:
        articles = Segmenter(pieces, kinds, again, language)
    found = articles.layout()
    found.joins = [_by_blocks(join, pieces) for join in found.joins]
    return found


def _by_blocks(join: Join, pieces: list[Piece]) -> Join:
    """A join of pieces as one of blocks, the numbering that people see."""
    second = join.second_choice
    return replace(
        join,
        left=pieces[join.left].block,
        right=pieces[join.right].block,
        second_choice=None if second is None else pieces[second].block,
    )
