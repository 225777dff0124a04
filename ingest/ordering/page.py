"""A page as ordering sees it: its pieces' faces, the candidates, their features and values."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ingest.networks import Numbers
from ingest.ordering import seams
from ingest.ordering.assignment import Pair, Table
from ingest.ordering.crossing import Beginning, End, gain
from ingest.ordering.language import Language
from ingest.ordering.seams import Face, Seam
from ingest.ordering.weights import WEIGHTS
from ingest.proposal import Piece
from ingest.readers import ordinals
from ingest.readers.indents import Indents
from ingest.readers.kinds import COMES_FROM, Kind
from ingest.readers.signatures import is_signed

NEAR = 4  # columns
# A page has some 60 broken ends and 100 beginnings; a file of many pages is held to this many
# candidates, and at least so many pieces to both sides.
MOST_SEAMS, NEAREST = 40_000, 60
BESIDE_SEAM = 80  # characters, some four lines of a column
SHORT_REST = 6  # characters
NOT_TEXT = ("byline", "caption", "credit", "furniture", "jump", "table", "line")
POSITIONS = (
    "next", "inside", "past_title", "past_column", "ahead", "far_ahead", "behind", "far_behind",
)  # fmt: skip


class Page:
    """All faces of a page and what they share: the indents, the plain text.

    `scraps` says of short lines how likely they are cut text and no title, as log-odds.
    """

    def __init__(
        self, pieces: Sequence[Piece], kinds: Sequence[Kind], language: Language,
        scraps: Mapping[int, float] | None = None,
    ) -> None:  # fmt: skip
        self.language = language
        self.scraps = scraps or {}
        self.faces = [
            Face.of(index, piece.text, kind)
            for index, (piece, kind) in enumerate(zip(pieces, kinds, strict=True))
        ]
        self.text = "\n".join(face.text for face in self.faces)
        self.indents = Indents.of(pieces)
        self.place = self._places()

    def _places(self) -> list[tuple[int, int]]:
        """For each face how many text pieces and how many titles stand before it."""
        texts = titles = 0
        places = []
        for face in self.faces:
            places.append((texts, titles))
            texts += face.kind == "body"
            titles += face.kind == "title"
        return places

    @property
    def seams(self) -> dict[Pair, Seam]:
        """Every candidate join with its features and its value."""
        return {pair: self.seam(pair) for pair in self._candidates}

    def seam(self, pair: Pair) -> Seam:
        """One of the candidate joins: there are thousands, and few of them are looked at."""
        at = self._numbers[pair]
        features = {name: float(table[at]) for name, table in self._features.items()}
        word = self._crossings[at][1] if features["word"] else ""
        return Seam(*pair, features, word, self._echoes[at][0], self.values[pair])

    @cached_property
    def values(self) -> dict[Pair, float]:
        """For every candidate join the log-odds against "nothing follows"."""
        total = np.zeros(len(self._candidates))
        for name, table in self._features.items():
            total += WEIGHTS.get(name, 0.0) * table
        return dict(zip(self._candidates, total.tolist(), strict=True))

    @cached_property
    def _numbers(self) -> dict[Pair, int]:
        return {pair: number for number, pair in enumerate(self._candidates)}

    @cached_property
    def _candidates(self) -> list[Pair]:
        """The pairs that may read on; an item of a list reads on nothing.

        In a file of many pages only those near each other.
        """
        heads = [face for face in self.faces if face.kind in ("body", "title")]
        tails = [
            face
            for face in heads
            if self.tail_state(face.index) != "closed"
            and not (face.kind == "title" and self._comes_from_elsewhere(face.index))
        ]
        reach = max(NEAREST, MOST_SEAMS // (2 * max(1, len(tails))))
        heads = [face for face in heads if not self._comes_from_elsewhere(face.index)]
        places = [face.index for face in heads]
        return [
            (left.index, right.index)
            for left in tails
            for right in heads[
                bisect_left(places, left.index - reach) : bisect_right(places, left.index + reach)
            ]
            if left is not right
            and "body" in (left.kind, right.kind)
            and right.index not in self._items
            and not seams.is_impossible(left, right)
            and right.index not in self.indents.begin
        ]

    def _comes_from_elsewhere(self, index: int) -> bool:
        """Whether a line reads on another page, or heads what does: 上接第1版 stands above it."""
        above = self.faces[index - 1] if index else None
        return above is not None and above.kind == "jump" and bool(COMES_FROM.match(above.text))

    @cached_property
    def _items(self) -> Collection[int]:
        return ordinals.items([face.text for face in self.faces])

    def tail_state(self, index: int) -> str:
        """How a piece ends: see `seams.tail_state`.

        A semicolon ends a paragraph in a list alone: where the piece is an item or stands over one,
        or where another piece beside it ends so. In running text it is a pause like any other.
        """
        state = seams.tail_state(self.faces[index])
        if state != "semi" or not seams.ends_in_semicolon(self.faces[index]):
            return state
        listed = index in self._items or index + 1 in self._items
        beside = (each for each in (index - 1, index + 1) if 0 <= each < len(self.faces))
        if listed or any(seams.ends_in_semicolon(self.faces[each]) for each in beside):
            return state
        return "pause"

    def disorder(self, belief: Mapping[Pair, float]) -> float:
        """Share of the texts that break off which the column below them hardly reads on.

        `belief` is that in each seam, from 0 to 1; so is the result.
        """
        tails = {
            left for left, _ in self._candidates
            if self.faces[left].kind == "body" and self.tail_state(left) != "semi"
        }  # fmt: skip
        read_on = sum(
            share for pair, share in belief.items()
            if pair[0] in tails and self.position(*pair) == "next"
        )  # fmt: skip
        return 1 - read_on / len(tails) if tails else 0.0

    @cached_property
    def _features(self) -> dict[str, Table]:
        """What is seen of the candidate joins, each in its place."""
        lefts, rights = np.array(self._candidates, dtype=np.intp).reshape(-1, 2).T
        tails = _tables([self._of_tail(face) for face in self.faces])
        heads = _tables([self._of_head(face) for face in self.faces])
        places = np.array([self.position(*pair) for pair in self._candidates], dtype=str)
        return {
            **{name: table[lefts] for name, table in tails.items()},
            **{name: table[rights] for name, table in heads.items()},
            **self._over_the_seam(rights),
            "topic": self._beside[lefts, rights].astype(np.float64),
            "topic_column": self._in_columns[lefts, rights].astype(np.float64),
            **{name: (places == name).astype(np.float64) for name in POSITIONS},
        }

    def _over_the_seam(self, rights: NDArray[np.intp]) -> dict[str, Table]:
        """How the last words and marks of one side go with the first of the other."""
        texts = [face.plain for face in self.faces]
        reads = np.array([gained for gained, _ in self._crossings])
        crossed = np.array([word != "" for _, word in self._crossings], dtype=bool)
        rests = [self.language.is_rest_of_word(face.text) for face in self.faces]
        vectors = self.language.reads_on(texts, texts, self._candidates)
        trigrams = self.language.trigrams.gains(texts, texts, self._candidates)
        return {
            "reads": np.clip(reads, -6.0, 18.0),
            "trigrams": np.clip(trigrams, -4.0, 12.0),
            "vectors": np.clip(vectors, -8.0, 14.0),
            "word": (crossed & (reads > 1)).astype(np.float64),
            "echo": np.minimum(4.0, [telling for _, telling in self._echoes]),
            "balance": self._of_both(seams.balance),
            "closes": self._of_both(seams.closes_signature),
            "half_word": (~crossed & np.array(rests, dtype=bool)[rights]).astype(np.float64),
            "number": self._of_both(seams.splits_number),
        }

    def _of_both(self, ask: Callable[[Face, Face], float]) -> Table:
        faces = self.faces
        return np.array([ask(faces[left], faces[right]) for left, right in self._candidates])

    @cached_property
    def _crossings(self) -> list[tuple[float, str]]:
        """How well the words of both sides read on, and the word that crosses the seam."""
        language = self.language
        ends = [End.of(face.plain, language) for face in self.faces]
        beginnings = [Beginning.of(face.plain, language) for face in self.faces]
        return [gain(ends[left], beginnings[right], language) for left, right in self._candidates]

    @cached_property
    def _echoes(self) -> list[tuple[str, float]]:
        """What of each seam stands elsewhere on the page too, and how telling that is."""
        page = seams.Echoes(self.text)
        ends = [seams.last_hanzi(face) for face in self.faces]
        starts = [seams.first_hanzi(face) for face in self.faces]
        return [page.of(ends[left], starts[right]) for left, right in self._candidates]

    @cached_property
    def _continues(self) -> list[float]:
        return self.language.continues([face.plain for face in self.faces])

    def _of_head(self, face: Face) -> dict[str, float]:
        features = {
            "midway": max(-5.0, min(5.0, self.language.midway(face.plain))),
            "continues": max(-8.0, min(8.0, self._continues[face.index])),
            "opener": seams.opens_paragraph(face),
            "rest": seams.is_rest(face),
            "rest_under_stack": seams.is_rest(face) * self._is_under_stack(face.index),
            "flush": float(face.kind == "body" and face.index in self.indents.go_on),
            self._before[face.index]: 1.0,
            **self._unlike_its_column(face.index),
            "after_end": float(self._is_under_end(face.index)),
            "short_rest": float(seams.is_rest(face) and len(face.text) <= SHORT_REST),
        }
        if face.kind == "title":
            features |= {"head_title": 1.0, "head_scrap": self.scraps.get(face.index, 0.0)}
        return features

    def _unlike_its_column(self, index: int) -> dict[str, float]:
        """How far a text under a whole one is from what its neighbours speak of: 0 near, 1 far.

        What is displaced stands between others.
        """
        if self._before[index] != "after_closed" or index not in self._neighbours:
            return {}
        above, below = self._neighbours[index]
        found = {"unlike_above": 1.0 - float(self._whole[above] @ self._whole[index])}
        if below is not None:
            found["unlike_below"] = 1.0 - float(self._whole[below] @ self._whole[index])
        return found

    @cached_property
    def _neighbours(self) -> dict[int, tuple[int, int | None]]:
        """For each text that is not the first the texts before and after it in the file."""
        texts = [face.index for face in self.faces if face.kind not in NOT_TEXT]
        return {
            index: (above, below)
            for above, index, below in zip(texts, texts[1:], [*texts[2:], None], strict=False)
        }

    @cached_property
    def _whole(self) -> Numbers:
        """What each piece is about, as vectors of length one."""
        about = self.language.about
        return self.language.topics.of([about(face.plain) for face in self.faces])

    def _of_tail(self, face: Face) -> dict[str, float]:
        features = {self.tail_state(face.index): 1.0}
        if face.kind == "title":
            features |= {"tail_title": 1.0, "tail_scrap": self.scraps.get(face.index, 0.0)}
        return features

    @cached_property
    def _before(self) -> list[str]:
        """What stands before each piece: an open end tells that a column began here."""
        found, before = [], "after_nothing"
        for face in self.faces:
            found.append(before)
            if face.kind == "title":
                before = "after_title"
            elif face.kind not in NOT_TEXT:
                open_end = self.tail_state(face.index) in ("open", "pause")
                before = "after_open" if open_end else "after_closed"
        return found

    def _is_under_end(self, index: int) -> bool:
        """Whether an article is at its end right above a piece: its writer, a caption, a folio."""
        above = self.faces[index - 1] if index else None
        if above is None or self._before[index] != "after_closed":
            return False
        return above.kind in ("byline", "credit", "caption", "jump", "furniture") or (
            above.kind == "body" and is_signed(above.text)
        )

    def _is_under_stack(self, index: int) -> bool:
        return self._before[index] == "after_title"

    @cached_property
    def column(self) -> list[int]:
        """For each piece the number of its column: a new one begins after an open end, a title."""
        number, found = 0, []
        for face in self.faces:
            number += face.kind == "body" and self._before[face.index] != "after_closed"
            found.append(number)
        return found

    def position(self, left: int, right: int) -> str:
        """Where the head stands, seen from the tail, counted in columns."""
        distance = self.column[right] - self.column[left]
        titles = self.place[right][1] - self.place[left][1]
        past_title = titles > (self.faces[left].kind == "title")
        if distance < 0 or right < left:
            return "behind" if distance >= -NEAR else "far_behind"
        if distance <= 1:
            return "past_title" if past_title else self._next(right)
        if distance == 2 and not past_title:
            return "past_column"
        return "ahead" if distance <= NEAR else "far_ahead"

    def _next(self, right: int) -> str:
        """A column is read on at the head of the next one, hardly ever in the middle of it."""
        return "inside" if self._before[right] == "after_closed" else "next"

    @cached_property
    def _columns(self) -> list[list[int]]:
        """The texts of each column, in file order; a short line under a title counts as text."""
        found: dict[int, list[int]] = {}
        for face in self.faces:
            if face.kind not in NOT_TEXT:
                found.setdefault(self.column[face.index], []).append(face.index)
        return list(found.values())

    @cached_property
    def _beside(self) -> Numbers:
        """How near what each piece says last is to what each says first, as cosines."""
        topics, about = self.language.topics, self.language.about
        lasts = topics.of([about(face.plain[-BESIDE_SEAM:]) for face in self.faces])
        return lasts @ topics.of([about(face.plain[:BESIDE_SEAM]) for face in self.faces]).T

    @cached_property
    def _in_columns(self) -> Numbers:
        """The same for the column down to each piece, its headline included, and from each on."""
        parts = np.array([self.language.about(face.plain) for face in self.faces])
        above, below = parts.copy(), parts.copy()
        for column in self._columns:
            texts = [each for each in column if self.faces[each].kind == "body"]
            for at, index in enumerate(texts):
                above[index] = parts[[*self._stack(texts[0]), *texts[: at + 1]]].sum(axis=0)
                below[index] = parts[texts[at:]].sum(axis=0)
        topics = self.language.topics
        return topics.of(above) @ topics.of(below).T

    def _stack(self, index: int) -> list[int]:
        """The short lines and captions over the first text of a column."""
        found = []
        above = index - 1
        while above >= 0 and self.faces[above].kind != "body":
            if self.faces[above].kind in ("title", "caption"):
                found.append(above)
            above -= 1
        return found


def _tables(rows: Sequence[Mapping[str, float]]) -> dict[str, Table]:
    """For each name the numbers of all rows, 0 where a row has none."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: np.array([row.get(name, 0.0) for row in rows]) for name in names}
