"""Each text into its article, without coordinates: what it is about, and what it stands by.

Texts that stand under each other in one column, and columns that a join leads from one to the
next, are one group and stay together. A group that begins directly under a headline is that
article's opening. Every other group goes to the article that it has most in common with, or to
that of the column before it; the surest first, since an article grows with what is put into it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.networks import Numbers
from ingest.segmenting.subjects import Subjects
from ingest.segmenting.weights import PLACING

NEAR = 6
# Words of the whole page count as if an article had said so many of them.
PAGE_COUNTS = 50
# Part of a group may belong to one of so many articles before and after its own: to any of a page.
BESIDE = 12
_COMPARED = ("alike", "topic", "said", "hint")


@dataclass
class Group:
    """Texts that belong together, in reading order, by piece numbers.

    `owner` is the article whose opening it is, -1 where that is not known; `home` the article
    that the piece before its first one belongs to by its place: the last stack above; `column`
    the article of the column that it is looked at apart from.
    """

    pieces: list[int]
    home: int
    owner: int = -1
    dated: bool = False
    column: int = -1
    paragraphs: list[list[int]] = field(default_factory=list)

    def pieces_from(self, number: int) -> list[int]:
        """The pieces of its paragraphs from this one on."""
        return [piece for each in self.paragraphs[number:] for piece in each]


@dataclass
class Place:
    """What is placed in an article is about, and in how many of its texts each bigram stands."""

    topic: Numbers
    bigrams: Counter[str] = field(default_factory=Counter)
    openings: Counter[str] = field(default_factory=Counter)
    size: float = 0.0
    count: int = 0


class Placing:
    """Groups of one page on their way into articles. `labels` and `sureness` are the result.

    `titles` are the pieces of each article's headline stack, none for one without; `openings` the
    first words of each text; `hints` the belief in joins that were not made, by the last piece of
    one group and the first of another.
    """

    def __init__(
        self, groups: Sequence[Group], titles: Sequence[Sequence[int]], subjects: Subjects,
        openings: Mapping[int, str], hints: Mapping[tuple[int, int], float],
    ) -> None:  # fmt: skip
        self.everywhere = Counter[str]()
        self.subjects, self.openings, self.hints = subjects, openings, hints
        self.places = [Place(subjects.topic([])) for _ in titles]
        self.labels: dict[int, int] = {}
        self.sureness: dict[int, float] = {}
        for place, pieces in zip(self.places, titles, strict=True):
            place.topic += subjects.topic(pieces)
            self._add(place, subjects.together(pieces))
        for group in groups:
            if group.owner >= 0:
                self._put(group, group.owner, 1.0)
        self._place_rest([group for group in groups if group.owner < 0])
        for group in groups:
            self._look_again(group)

    def _place_rest(self, waiting: list[Group]) -> None:
        while waiting:
            ranked = [(self._best(group), -group.pieces[0], group) for group in waiting]
            (sure, label), _, group = max(ranked, key=lambda each: each[:2])
            self._put(group, label, sure)
            waiting.remove(group)

    def _best(self, group: Group) -> tuple[float, int]:
        """How sure the best article of a group is, and its number."""
        scores = [
            sum(PLACING.get(name, 0.0) * number for name, number in features.items())
            for features in self.features(group)
        ]
        top = max(scores)
        return 1 / sum(math.exp(each - top) for each in scores), scores.index(top)

    def _look_again(self, group: Group) -> None:
        """Paragraphs of another article may stand in a column without any sign of a seam.

        Asked are those that open like the paragraphs of another article (要切实把握…) and, where
        one of them goes, its neighbours.
        """
        label = self.labels[group.pieces[0]]
        last = len(group.paragraphs) - 1
        asked = [n for n, each in enumerate(group.paragraphs) if self._opens_elsewhere(each, label)]
        gone: set[int] = set()
        while asked:
            number = asked.pop()
            part = Group(group.paragraphs[number], home=-1, column=label)
            if number in gone or (not number and group.owner >= 0):
                continue
            self._take(part, label)
            sure, best = self._best(part)
            self._put(part, best, sure)
            if best != label:
                gone.add(number)
                asked += [each for each in (number - 1, number + 1) if 0 <= each <= last]

    def _opens_elsewhere(self, paragraph: Sequence[int], label: int) -> bool:
        opening = self.openings[paragraph[0]]
        counts = [place.openings[opening] * (opening != "") for place in self.places]
        return counts[label] <= 1 < sum(counts)

    def asked_again(self, group: Group) -> list[dict[str, float]]:
        """What would speak for each article, were the group not placed yet."""
        placed = [(piece, self.labels[piece], self.sureness[piece]) for piece in group.pieces]
        for piece, label, _ in placed:
            self._take(Group([piece], home=-1), label)
        found = self.features(group)
        for piece, label, sure in placed:
            self._put(Group([piece], home=-1), label, sure)
        return found

    def features(self, group: Group) -> list[dict[str, float]]:
        """What speaks for each article."""
        content = self.subjects.together(group.pieces)
        size = self.subjects.weight(content)
        topics = [place.topic for place in self.places]
        near = self.subjects.near(self.subjects.topic(group.pieces), topics)
        before = self._article_beside(group.pieces[0], -1)
        after = self._article_beside(group.pieces[-1], 1)
        opening = [self.openings[each] for each in group.pieces if self.openings[each]]
        known = {each: 1 / self.everywhere[each] for each in content if self.everywhere[each]}
        everything = self.everywhere.total()
        found = []
        for number, place in enumerate(self.places):
            shared = self.subjects.weight(each for each in content if place.bigrams[each] > 0)
            alike = shared / math.sqrt(size * place.size) if size and place.size > 0 else 0.0
            found.append(
                {
                    "alike": math.log(alike + 0.01) + 4.0,
                    "topic": near[number],
                    "said": self._said(known, place, everything),
                    "home": float(group.home == number),
                    "before": float(before == number),
                    "after": float(after == number),
                    "column": float(group.column == number),
                    "opens alike": _share(place.openings[each] > 0 for each in opening),
                    "hint": self._hint(group, number),
                }
            )
        return found

    def _said(self, bigrams: Mapping[str, float], place: Place, everything: int) -> float:
        """How much likelier these bigrams are in what an article says than anywhere on the page.

        `bigrams` gives for each the share that one mention is of all on the page.
        """
        size = math.log(place.count + PAGE_COUNTS)
        odds = sum(
            math.log(place.bigrams[each] * share * everything + PAGE_COUNTS) - size
            for each, share in bigrams.items()
        )
        return odds / math.sqrt(1 + len(bigrams))

    def last_of(self, article: int) -> int:
        """The last text of an article, in file order; -1 where it has none."""
        return max((each for each, label in self.labels.items() if label == article), default=-1)

    def compared(self, pieces: Sequence[int]) -> dict[int, dict[str, float]]:
        """How much better the articles near their own fit some texts than that does."""
        own = self.labels[pieces[0]]
        found = self.asked_again(Group(list(pieces), home=-1))
        return {
            number: {name: found[number][name] - found[own][name] for name in _COMPARED}
            for number in range(max(0, own - BESIDE), min(len(found), own + BESIDE + 1))
            if number != own
        }

    def move(self, pieces: Sequence[int], article: int, sure: float) -> None:
        """Take placed texts out of their article and put them into another."""
        for piece in pieces:
            self._take(Group([piece], home=-1), self.labels[piece])
            self._put(Group([piece], home=-1), article, sure)

    def _article_beside(self, piece: int, step: int) -> int:
        """The article of the nearest placed text before or after a piece; -1 where none is near."""
        beside = piece + step
        while 0 <= beside < len(self.subjects.bigrams) and abs(beside - piece) <= NEAR:
            if beside in self.labels:
                return self.labels[beside]
            beside += step
        return -1

    def _hint(self, group: Group, article: int) -> float:
        """The strongest belief that an article's text is read on by this group, or the reverse."""
        own = (group.pieces[0], group.pieces[-1])
        return max(
            (
                share for (left, right), share in self.hints.items()
                if (right == own[0] and self.labels.get(left) == article)
                or (left == own[1] and self.labels.get(right) == article)
            ),
            default=0.0,
        )  # fmt: skip

    def _put(self, group: Group, label: int, sure: float) -> None:
        for piece in group.pieces:
            self.labels[piece] = label
            self.sureness[piece] = sure
            self._add(self.places[label], self.subjects.bigrams[piece])
            self.places[label].topic += self.subjects.parts[piece]
            self.places[label].openings[self.openings[piece]] += 1

    def _take(self, group: Group, label: int) -> None:
        """Take a group out of an article again, so that it does not speak for itself."""
        place = self.places[label]
        for piece in group.pieces:
            del self.labels[piece]
            place.openings[self.openings[piece]] -= 1
            place.topic -= self.subjects.parts[piece]
            for each in self.subjects.bigrams[piece]:
                place.bigrams[each] -= 1
                place.count -= 1
                self.everywhere[each] -= 1
                if not place.bigrams[each]:
                    place.size -= self.subjects.rarity[each] ** 2

    def _add(self, place: Place, content: Iterable[str]) -> None:
        for each in content:
            if not place.bigrams[each]:
                place.size += self.subjects.rarity[each] ** 2
            place.bigrams[each] += 1
            place.count += 1
            self.everywhere[each] += 1


def _share(marks: Iterable[bool]) -> float:
    """How many of the marks are set, from 0 to 1."""
    known = list(marks)
    return sum(known) / len(known) if known else 0.0
