"""Where an article is at its end inside a column, and another one goes on there.

    去年全村户均增收四千元。（记者 张维栋）     the end of the article
    会上，六名委员先后发言，县住建局当场回复。   a column of another, which begins with a paragraph

No sentence is cut there and no headline stands between. What tells is that the text above is
signed, that the subject changes, and that what follows fits another article better. So each
paragraph of a group is asked: does the group belong to another article from here on, and to which?
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.ordering.language import Language, plain
from ingest.proposal import Piece
from ingest.readers.kinds import Kind
from ingest.readers.listed import is_next_item
from ingest.readers.punctuation import fold
from ingest.readers.signatures import is_signed
from ingest.segmenting.heads import load as load_heads
from ingest.segmenting.placing import Group, Placing
from ingest.segmenting.stacks import score
from ingest.segmenting.weights import CHANGES

Features = dict[str, float]
_FARTHEST = 6.0
_MOST_NAMED = 2.0  # texts


@dataclass(frozen=True)
class Change:
    """From this paragraph of a group on, by its number, the text belongs to this article."""

    at: int
    article: int


@dataclass(frozen=True)
class Ends:
    """What the texts of a page tell of the ends of articles, by piece numbers.

    `signed` are those whose writers are named at their end or right below, `captioned` those over a
    caption or the like; `home` tells the article that a piece stands under;
    rows and items (`listed`) stay under the text before them. `houses` are the bodies whose names
    stand over headlines, by article: 县水务局 over 让塬上人喝上洮河水.
    """

    pieces: Sequence[Piece]
    language: Language
    home: Callable[[int], int]
    signed: Collection[int]
    captioned: Collection[int]
    listed: Collection[int] = ()
    houses: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, pieces: Sequence[Piece], kinds: Sequence[Kind], texts: Sequence[int],
        language: Language, home: Callable[[int], int], listed: Collection[int],
        houses: Mapping[int, str],
    ) -> Ends:  # fmt: skip
        between = {
            above: set(kinds[above + 1 : below]) for above, below in pairwise([*texts, len(pieces)])
        }
        signed = {
            text for text, found in between.items()
            if is_signed(fold(pieces[text].text)) or found & {"byline", "jump"}
        }  # fmt: skip
        others = {"caption", "credit", "furniture"}
        captioned = {text for text, found in between.items() if found & others}
        return cls(pieces, language, home, signed, captioned, listed, houses)

    def beginning(self, index: int) -> Features:
        """How a text begins: in mid-sentence, or like the first one of an article."""
        text = self.pieces[index].text
        midway = self.language.midway(plain(text))
        return {
            "midway": max(-_FARTHEST, min(_FARTHEST, midway)) / 3,
            "opens": load_heads().text_opens_article(fold(text), self.language),
        }

    def is_next_item(self, index: int) -> bool:
        """Whether a text is the next item of a list, or the next brief of a column."""
        above, line = (fold(self.pieces[each].text) for each in (index - 1, index))
        return index > 0 and is_next_item(above, line)

    def named(self, texts: Sequence[int], own: int, other: int) -> float:
        """How many more of some texts name the body over another article than those over the rest;
        nothing where that or their own has none.
        """
        if own not in self.houses or other not in self.houses:
            return 0.0
        lines = [self.pieces[each].text for each in texts]
        counts = {
            article: sum(name in line for line in lines) for article, name in self.houses.items()
        }
        most = 2 * counts[other] - sum(counts.values())
        return max(-_MOST_NAMED, min(_MOST_NAMED, float(most)))

    def size(self, texts: Sequence[int]) -> float:
        return math.log(1 + sum(len(self.pieces[each].text) for each in texts)) - 5.0


def give_away(group: Group, placing: Placing, ends: Ends) -> None:
    """Gives the end of a group to another article where that is likelier than that it stays, and
    the end of what was given likewise.
    """
    while found := list(changes(group, placing, ends)):
        scores = [score(features, CHANGES) for _, features in found]
        best = max(scores)
        if best <= 0:
            return
        change, _ = found[scores.index(best)]
        sure = 1 / (math.exp(-best) + sum(math.exp(each - best) for each in scores))
        moved = Group(
            group.pieces_from(change.at), home=-1, paragraphs=group.paragraphs[change.at :]
        )
        placing.move(moved.pieces, change.article, sure)
        group.paragraphs = group.paragraphs[: change.at]
        give_away(moved, placing, ends)


def changes(group: Group, placing: Placing, ends: Ends) -> Iterator[tuple[Change, Features]]:
    """Every change that there may be in a group, with what speaks for it."""
    if placing.articles == 1:
        return
    last_texts = placing.last_texts()
    for at in range(1, len(group.paragraphs)):
        below = group.pieces_from(at)
        above = group.pieces_from(0)[: -len(below)]
        if below[0] in ends.listed or ends.is_next_item(below[0]):
            continue
        home, own = ends.home(below[0]), placing.labels[below[0]]
        seen = _seen_between(above, below, placing, ends) | {"own home": float(home == own)}
        for article, compared in placing.compared(below).items():
            signed = last_texts.get(article) in ends.signed
            there = {
                "home": float(home == article),
                "other signed": float(signed),
                "named": ends.named(below, own, article),
            }
            yield Change(at, article), seen | compared | there


def _seen_between(
    above: Sequence[int], below: Sequence[int], placing: Placing, ends: Ends
) -> Features:
    """What is seen of a place in a group, whichever the other article is."""
    subjects = placing.subjects
    (across,) = subjects.near(subjects.topic(above), [subjects.topic(below)])
    (beside,) = subjects.near(subjects.topic(above[-1:]), [subjects.topic(below[:1])])
    signed, signed_below = above[-1] in ends.signed, below[-1] in ends.signed
    return {
        "change": 1.0,
        "signed": float(signed),
        "signed below": float(signed_below),
        "both signed": float(signed and signed_below),
        "captioned": float(above[-1] in ends.captioned),
        "across": across,
        "beside": beside,
        "text above": ends.size(above),
        "text below": ends.size(below),
        **ends.beginning(below[0]),
    }
