"""Whether a page indents its paragraphs, and what the indents of its pieces tell.

A paper that indents first lines prints them so throughout. On its pages a text without an indent
is the rest of a paragraph, and a short line that is indented is no headline: of 181 texts without
one on the indented pages of `benchmarks/pages/exported` that may be learned from, 176 were the
rest of a paragraph, and of 330 headlines, kickers and decks all but seven stood at the margin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.proposal import Piece

PROSE = 40  # characters from which a piece is no short line
# Of the longer pieces; the others are rests of cut paragraphs.
_LEAST_SHARE, _FEWEST = 0.4, 2


@dataclass(frozen=True)
class Indents:
    """The pieces of a page, by their place in it, that are indented like the first line of a
    paragraph, and those at the margin; none of either where the page does not indent.
    """

    begin: frozenset[int] = frozenset()
    go_on: frozenset[int] = frozenset()

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> Indents:
        prose = [piece.indent for piece in pieces if len(piece.text) > PROSE]
        counts = Counter(indent for indent in prose if indent > 0)
        if counts.total() < max(_FEWEST, _LEAST_SHARE * len(prose)):
            return cls()
        usual = counts.most_common(1)[0][0]

        def with_indent(indent: int) -> frozenset[int]:
            return frozenset(at for at, piece in enumerate(pieces) if piece.indent == indent)

        return cls(with_indent(usual), with_indent(0))


NO_INDENTS = Indents()
