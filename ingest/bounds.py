"""How much text is read as one upload.

The time of reading grows faster than the text: with the characters nearly in proportion, but with
the pieces (blocks, or lines of one) between their square and their cube, since every text is held
against every article. A page has 3,000 to 10,000 characters in 50 to 200 pieces. What texts at the
bounds take, `python -m benchmarks.bench_bounds` prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.readers.errors import ReadingError
from ingest.readers.lines import pieces

Unit = Literal["characters", "pieces"]


class TooMuchTextError(ReadingError):
    """More text than is read at once: `found` of a unit, of which `most` are read."""

    def __init__(self, unit: Unit, found: int, most: int) -> None:
        self.unit: Unit = unit
        self.found, self.most = found, most
        super().__init__("too_large")


@dataclass(frozen=True)
class Bounds:
    characters: int = 30_000
    pieces: int = 800

    def check(self, text: str) -> None:
        """Raises `TooMuchTextError` for a text beyond the bounds; the cheap count comes first."""
        if (found := len(text)) > self.characters:
            raise TooMuchTextError("characters", found, self.characters)
        if (found := len(pieces(text))) > self.pieces:
            raise TooMuchTextError("pieces", found, self.pieces)


BOUNDS = Bounds()
