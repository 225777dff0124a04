"""Each text into its article, without coordinates: what it is about, and what it stands by.

Texts that stand under each other in one column, and columns that a join leads from one to the
next, are one group and stay together. A group that begins directly under a headline is that
article's opening. Every other group goes to the article that it has most in common with, or to
that of the column before it; the surest first, since an article grows with what is put into it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ingest.segmenting.sayings import EVERY, Sayings, Words
from ingest.segmenting.subjects import Subjects, Table
from ingest.segmenting.weights import PLACING

NEAR = 6
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
        self.subjects, self.openings = subjects, openings
        self.articles = len(titles)
        self.sayings = Sayings(subjects, self.articles)
        self.labels: dict[int, int] = {}
        self.sureness: dict[int, float] = {}
        self._opened_so = defaultdict[str, Counter[int]](Counter)
        self._before = defaultdict[int, list[tuple[int, float]]](list)
        self._after = defaultdict[int, list[tuple[int, float]]](list)
        for (left, right), share in hints.items():
            self._before[right].append((left, share))
            self._after[left].append((right, share))
        for number, pieces in enumerate(titles):
            self.sayings.head(number, pieces)
        for group in groups:
            if group.owner >= 0:
                self._put(group.pieces, group.owner, 1.0)
        self._place_rest([group for group in groups if group.owner < 0])
        for group in groups:
            self._look_again(group)

    def _place_rest(self, waiting: list[Group]) -> None:
        words = [Words.of(group.pieces, self.subjects) for group in waiting]
        while waiting:
            found = self._best(waiting, words)
            ranked = [
                (sure, -group.pieces[0], at)
                for at, (sure, group) in enumerate(zip(found, waiting, strict=True))
            ]
            (sure, label), _, at = max(ranked)
            self._put(waiting.pop(at).pieces, label, sure)
            words.pop(at)

    def _best(self, groups: Sequence[Group], words: Sequence[Words]) -> list[tuple[float, int]]:
        """How sure the best article of each group is, and its number."""
        scores = np.zeros((self.articles, len(groups)))
        for name, table in self._features(groups, words).items():
            scores += PLACING.get(name, 0.0) * table
        sure = 1 / np.exp(scores - scores.max(axis=0)).sum(axis=0)
        return list(zip(sure.tolist(), scores.argmax(axis=0).tolist(), strict=True))

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
            self._take(part.pieces)
            ((sure, best),) = self._best([part], [Words.of(part.pieces, self.subjects)])
            self._put(part.pieces, best, sure)
            if best != label:
                gone.add(number)
                asked += [each for each in (number - 1, number + 1) if 0 <= each <= last]

    def _opens_elsewhere(self, paragraph: Sequence[int], label: int) -> bool:
        opening = self.openings[paragraph[0]]
        counts = self._opened_so[opening] if opening else Counter[int]()
        return counts[label] <= 1 < counts.total()

    def asked_again(self, group: Group, articles: slice = EVERY) -> list[dict[str, float]]:
        """What would speak for each article, or for these, were the group not placed yet."""
        taken = self._take(group.pieces)
        tables = self._features([group], [Words.of(group.pieces, self.subjects)], articles)
        for label, pieces in taken.items():
            self._enter(pieces, label)
        rows = zip(*(table[:, 0].tolist() for table in tables.values()), strict=True)
        return [dict(zip(tables, row, strict=True)) for row in rows]

    def _features(
        self, groups: Sequence[Group], words: Sequence[Words], articles: slice = EVERY
    ) -> dict[str, Table]:
        """What speaks for each article, a row, as the place of each group, a column."""
        numbers = np.arange(self.articles)[articles, None]
        alike, said = self.sayings.shared(words, articles)
        before = [self._article_beside(group.pieces[0], -1) for group in groups]
        after = [self._article_beside(group.pieces[-1], 1) for group in groups]

        def marked(own: Sequence[int]) -> Table:
            return (numbers == np.array(own)).astype(np.float64)

        return {
            "alike": np.log(alike + 0.01) + 4.0,
            "topic": self.sayings.near(words, articles),
            "said": said,
            "home": marked([group.home for group in groups]),
            "before": marked(before),
            "after": marked(after),
            "column": marked([group.column for group in groups]),
            "opens alike": np.array([self._open_alike(group) for group in groups]).T[articles],
            "hint": np.array([self._hinted(group) for group in groups]).T[articles],
        }

    def last_texts(self) -> dict[int, int]:
        """The last text of each article that has any, in file order."""
        return {label: piece for piece, label in sorted(self.labels.items())}

    def compared(self, pieces: Sequence[int]) -> dict[int, dict[str, float]]:
        """How much better the articles near their own fit some texts than that does."""
        own = self.labels[pieces[0]]
        near = range(max(0, own - BESIDE), min(self.articles, own + BESIDE + 1))
        if len(near) == 1:
            return {}
        asked = self.asked_again(Group(list(pieces), home=-1), slice(near.start, near.stop))
        found = dict(zip(near, asked, strict=True))
        return {
            number: {name: found[number][name] - found[own][name] for name in _COMPARED}
            for number in near if number != own
        }  # fmt: skip

    def move(self, pieces: Sequence[int], article: int, sure: float) -> None:
        """Take placed texts out of their article and put them into another."""
        self._take(pieces)
        self._put(pieces, article, sure)

    def _article_beside(self, piece: int, step: int) -> int:
        """The article of the nearest placed text before or after a piece; -1 where none is near."""
        beside = piece + step
        while 0 <= beside < len(self.subjects.bigrams) and abs(beside - piece) <= NEAR:
            if beside in self.labels:
                return self.labels[beside]
            beside += step
        return -1

    def _open_alike(self, group: Group) -> Table:
        """For each article the share of a group's openings with which texts of it begin too."""
        found = np.zeros(self.articles)
        openings = [self.openings[each] for each in group.pieces if self.openings[each]]
        for opening in openings:
            found[[each for each, count in self._opened_so[opening].items() if count]] += 1
        return found / max(1, len(openings))

    def _hinted(self, group: Group) -> Table:
        """For each article the strongest belief that this group reads it on, or the reverse."""
        found = np.zeros(self.articles)
        for piece, share in [*self._before[group.pieces[0]], *self._after[group.pieces[-1]]]:
            if piece in self.labels:
                label = self.labels[piece]
                found[label] = max(found[label], share)
        return found

    def _put(self, pieces: Sequence[int], label: int, sure: float) -> None:
        self.sureness.update(dict.fromkeys(pieces, sure))
        self._enter(pieces, label)

    def _enter(self, pieces: Sequence[int], label: int) -> None:
        self.labels.update(dict.fromkeys(pieces, label))
        for piece in pieces:
            self._opened_so[self.openings[piece]][label] += 1
        self.sayings.put(label, pieces)

    def _take(self, pieces: Sequence[int]) -> dict[int, list[int]]:
        """Take texts out of their articles again, so that they do not speak for themselves.

        Given back is what was taken out of each article.
        """
        taken = defaultdict[int, list[int]](list)
        for piece in pieces:
            label = self.labels.pop(piece)
            self._opened_so[self.openings[piece]][label] -= 1
            taken[label].append(piece)
        for label, own in taken.items():
            self.sayings.take(label, own)
        return taken
