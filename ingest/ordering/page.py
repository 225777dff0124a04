"""A page as ordering sees it: its pieces' faces, the candidates, their features and values."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.ordering import seams
from ingest.ordering.language import Language
from ingest.ordering.seams import Face, Seam
from ingest.ordering.weights import FIRST, SECOND
from ingest.proposal import Piece
from ingest.readers.kinds import Kind

NEAR = 4


@dataclass(frozen=True)
class Draft:
    """A first view of the articles: the article of each piece, and what is read after what."""

    sections: Sequence[int]
    following: Mapping[int, int]


class Page:
    """All faces of a page and what they share: bigram weights, typical indent, the plain text."""

    def __init__(self, pieces: Sequence[Piece], kinds: Sequence[Kind], language: Language) -> None:
        self.language = language
        self.faces = [
            Face.of(index, piece.text, kind, piece.indent)
            for index, (piece, kind) in enumerate(zip(pieces, kinds, strict=True))
        ]
        self.text = "\n".join(face.text for face in self.faces)
        self.bigrams = [_content(face.plain) for face in self.faces]
        self.rarity = self._rarity()
        self.weight = [sum(self.rarity[each] for each in found) for found in self.bigrams]
        longer = [piece.indent for piece in pieces if len(piece.text) > 40]
        self.indented = bool(longer) and median(longer) > 0
        self.place = self._places()
        self.clauses = Counter(
            face.text.count("，") + 1 for face in self.faces if face.kind == "title"
        )
        self.section = self._sections()
        self.content = self._section_content()
        self.openings = Counter(face.text[:n] for face in self.faces for n in (3, 4))
        self.found: dict[tuple[int, int], Seam] = {}

    def _rarity(self) -> dict[str, float]:
        counts = Counter(bigram for found in self.bigrams for bigram in found)
        return {bigram: math.log(len(self.faces) / count) for bigram, count in counts.items()}

    def _places(self) -> list[tuple[int, int]]:
        """For each face how many text pieces and how many titles stand before it."""
        texts = titles = 0
        places = []
        for face in self.faces:
            places.append((texts, titles))
            texts += face.kind == "body"
            titles += face.kind == "title"
        return places

    def _sections(self) -> list[int]:
        """For each face the number of the title group that it stands under."""
        section, numbers = 0, []
        for index, face in enumerate(self.faces):
            begins = face.kind == "title" and (not index or self.faces[index - 1].kind != "title")
            section += begins
            numbers.append(section)
        return numbers

    def _section_content(self) -> dict[int, Counter[str]]:
        content: dict[int, Counter[str]] = {}
        for bigrams, section in zip(self.bigrams, self.section, strict=True):
            content.setdefault(section, Counter()).update(bigrams)
        return content

    def fits(self, index: int, section: int) -> float:
        """Share of a piece's content, by rarity, that stands in the rest of a section."""
        own = self.bigrams[index]
        total = self.weight[index]
        if not total:
            return 0.0
        counts = self.content[section]
        needed = 2 if self.section[index] == section else 1
        return sum(self.rarity[each] for each in own if counts[each] >= needed) / total

    def belonging(self, left: int, right: int) -> float:
        """How much better the right piece fits the left one's section than its own."""
        if self.section[left] == self.section[right]:
            return 0.0
        return self.fits(right, self.section[left]) - self.fits(right, self.section[right])

    def likeness(self, left: int, right: int) -> float:
        """Share of the content of the shorter piece that stands in the other too, by rarity."""
        shared = self.bigrams[left] & self.bigrams[right]
        small = min((left, right), key=lambda each: len(self.bigrams[each]))
        total = self.weight[small]
        return sum(self.rarity[each] for each in shared) / total if total else 0.0

    def seams(self, draft: Draft | None = None) -> dict[tuple[int, int], Seam]:
        """Every candidate join with its features and its value.

        `draft` is a first view of the articles; without it pieces count to the titles above.
        """
        if not self.found:
            self.found = {pair: self._seam(*pair) for pair in self._candidates()}
        weights = FIRST if draft is None else SECOND
        if draft is not None:
            self.section = list(draft.sections)
            self.content = self._section_content()
        for (left, right), seam in self.found.items():
            same = draft is not None and self.section[left] == self.section[right]
            seam.features["same_article"] = float(same)
            seam.features["belonging"] = self.belonging(left, right)
            seam.features["reads_on"] = float(
                draft is not None
                and draft.following.get(left) == right
                and "next" not in seam.features
            )
            seam.value = sum(
                weights.get(name, 0.0) * number for name, number in seam.features.items()
            )
        return self.found

    def _candidates(self) -> list[tuple[int, int]]:
        heads = [face for face in self.faces if face.kind in ("body", "title")]
        tails = [face for face in heads if seams.tail_state(face) != "closed"]
        return [
            (left.index, right.index)
            for left in tails
            for right in heads
            if left is not right
            and "body" in (left.kind, right.kind)
            and not seams.is_impossible(left, right)
        ]

    def _seam(self, left_index: int, right_index: int) -> Seam:
        left, right = self.faces[left_index], self.faces[right_index]
        gain, word = seams.word_gain(self.language, left.text, right.text)
        echoed, telling = seams.echo(self.text, left.text, right.text)
        run = seams.run_gain(self.language, left.plain, right.plain)
        rest = seams.is_rest(right) * (left.kind == "body")
        features = {
            seams.tail_state(left): 1.0,
            **self._title_features(left, right),
            "word": max(-4.0, min(8.0, gain)),
            "run": max(-6.0, min(8.0, run)),
            "echo": min(4.0, telling),
            "balance": seams.balance(left, right),
            "stub": seams.stub(right),
            "opener": seams.opens_paragraph(right),
            "half_word": float(gain < 2 and self.language.is_rest_of_word(right.text)),
            "number": seams.splits_number(left, right),
            "rest": rest,
            "rest_under_stack": rest * self._is_under_stack(right.index),
            "twin": float(max(self.openings[right.text[:n]] > 1 for n in (3, 4))),
            "indented": float(self.indented and right.indent > 0),
            "after_title": float(self._follows_title(right.index)),
            "after_open": float(self._follows_open(left.index, right.index)),
            "likeness": self.likeness(left.index, right.index),
            self.position(left.index, right.index): 1.0,
        }
        return Seam(left.index, right.index, features, word, echoed)

    def _title_features(self, left: Face, right: Face) -> dict[str, float]:
        """Short lines are titles mostly, scraps of a cut paragraph now and then."""
        if left.kind == "title":
            return {
                "tail_title": 1.0,
                "tail_title_alone": float(self._is_alone(left.index)),
                "tail_title_clauses": float(self._has_clauses(left)),
                "tail_title_next": float(right.index == left.index + 1),
            }
        if right.kind == "title":
            return {
                "head_title": 1.0,
                "head_title_alone": float(self._is_alone(right.index)),
                "head_title_clauses": float(self._has_clauses(right)),
            }
        return {}

    def _has_clauses(self, face: Face) -> bool:
        """Whether a short line is built like a sentence, not like a head of equal parts."""
        lengths = [len(clause) for clause in face.text.split("，")]
        even = max(lengths) - min(lengths) <= 3
        return len(lengths) > 1 and not even and self.clauses[len(lengths)] < 3

    def _is_alone(self, index: int) -> bool:
        near = self.faces[max(0, index - 1) : index] + self.faces[index + 1 : index + 2]
        return all(face.kind != "title" for face in near)

    def _follows_open(self, left: int, right: int) -> bool:
        """Whether another text broke off just before the right piece: a column began here."""
        before = right - 1
        while before >= 0 and self.faces[before].kind not in ("body", "title"):
            before -= 1
        if before < 0 or before == left or self.faces[before].kind == "title":
            return False
        return seams.tail_state(self.faces[before]) in ("open", "pause")

    def _is_under_stack(self, index: int) -> bool:
        """Whether a piece stands directly under a headline, past a byline or a caption."""
        above = index - 1
        while above >= 0 and self.faces[above].kind in ("byline", "caption", "credit"):
            above -= 1
        return above >= 0 and self.faces[above].kind == "title"

    def _follows_title(self, index: int) -> bool:
        return index > 0 and self.faces[index - 1].kind == "title"

    def position(self, left: int, right: int) -> str:
        """Where the head stands, seen from the tail."""
        texts = self.place[right][0] - self.place[left][0]
        titles = self.place[right][1] - self.place[left][1]
        if right < left:
            return "behind" if texts >= -NEAR else "far_behind"
        own_text = self.faces[left].kind == "body"
        own_title = self.faces[left].kind == "title"
        if texts - own_text == 0:
            return "next" if titles - own_title == 0 else "past_title"
        return "ahead" if texts <= NEAR else "far_ahead"


def _content(plain: str) -> frozenset[str]:
    """Bigrams of hanzi: the content of a piece, words and names alike."""
    return frozenset(
        plain[at : at + 2]
        for at in range(len(plain) - 1)
        if "\u4e00" <= plain[at] <= "\u9fff" and "\u4e00" <= plain[at + 1] <= "\u9fff"
    )
