"""Which texts of a page stand together: columns, groups of columns, the openings of articles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from ingest.ordering.language import Language, plain
from ingest.proposal import Piece
from ingest.readers.indents import Indents
from ingest.readers.listed import is_next_item
from ingest.readers.punctuation import fold, visible
from ingest.segmenting import details
from ingest.segmenting.heads import Heads
from ingest.segmenting.heads import load as load_heads
from ingest.segmenting.openings import Openings, Stack
from ingest.segmenting.placing import Group
from ingest.segmenting.sight import Run
from ingest.segmenting.subjects import Subjects
from ingest.segmenting.titles import DATELINE

_WORDS = re.compile(r"(?![一二三四五六七八九十]|第|本[报刊])[\u3400-\u9fff]{4}")
# A short sentence that says what its paragraph is about: 治水。 要养好畜。 的新路子。 is a rest.
_THEME = re.compile(r"(?![的了着们])([\u3400-\u9fff])([\u3400-\u9fff]{1,6})。(?=.{20})")
LONGEST_REST = 36
# How likely a text begins an article that is asked whether it does, inside a column: log-odds.
BEGUN = -1.0
_MOST = 6.0


class Grouping:
    """The texts of a page in their columns, by piece numbers.

    `starts` are the headline stacks that begin articles, `subjects` what the pieces are about,
    `following` what is joined to what. Articles are numbered like the stacks, after the text
    without a headline that may stand before the first of them. `listed` are lines that stand by
    themselves, rows of tables and items of lists: they stay under the text before them.
    """

    def __init__(
        self, pieces: Sequence[Piece], texts: Sequence[int], starts: Sequence[Run],
        following: Mapping[int, int], subjects: Subjects, language: Language,
        listed: Collection[int] = (), heads: Heads | None = None,
        under: Mapping[int, int] | None = None,
    ) -> None:  # fmt: skip
        self.listed, self.heads, self.under = listed, heads or load_heads(), under or {}
        self.pieces, self.texts, self.starts = pieces, texts, starts
        self.next, self.subjects = following, subjects
        self.language, self.indents = language, Indents.of(pieces)
        self.headless = bool(texts) and (not starts or texts[0] < starts[0].first)
        self.chains = self._chains()

    def _chains(self) -> dict[int, list[int]]:
        """For each text piece the whole chain of joined pieces that it is in."""
        seconds = set(self.next.values())
        found: dict[int, list[int]] = {}
        for index in self.texts:
            if index not in seconds:
                chain = [index]
                while chain[-1] in self.next:
                    chain.append(self.next[chain[-1]])
                found.update(dict.fromkeys(chain, chain))
        return found

    def home(self, index: int) -> int:
        """The article that a piece stands under: the last stack above it."""
        above = bisect_right(self._heads, index)
        return max(0, above - 1 + self.headless)

    @cached_property
    def _heads(self) -> list[int]:
        return [run.first for run in self.starts]

    def groups(self) -> list[Group]:
        """Texts that stay together, and which of them open articles."""
        found = dict(self.opened)
        if self.headless:
            found.setdefault(self.texts[0], 0)
        groups = self._connected(self.columns())
        for group in groups:
            group.owner = found.get(group.pieces[0], -1)
        return groups

    def _connected(self, columns: Sequence[list[int]]) -> list[Group]:
        """Columns, and the columns that joins lead on to."""
        number = {index: n for n, column in enumerate(columns) for index in column}
        following: dict[int, int] = {}
        for left, right in sorted(self.next.items()):
            before, after = number[left], number[right]
            if before != after and before not in _line(after, following):
                following[before] = after
        led_to = set(following.values())
        groups = []
        for n in range(len(columns)):
            if n not in led_to:
                pieces = [index for each in _line(n, following) for index in columns[each]]
                group = Group(pieces, self.home(pieces[0]), dated=self.is_dated(pieces[0]))
                group.paragraphs = [self.chains[each] for each in pieces if self._leads(each)]
                groups.append(group)
        return groups

    @cached_property
    def opened(self) -> dict[int, int]:
        """The article that each text opens, by the first pieces of groups."""
        return self.openings.best() | self._untitled

    @cached_property
    def _of_pictures(self) -> list[int]:
        """The articles that are pictures with a headline and have no text."""
        numbered = enumerate(self.starts, start=self.headless)
        return [number for number, run in numbered if run.caption is not None]

    @cached_property
    def _untitled(self) -> dict[int, int]:
        """The texts that open articles without a headline, or are known to open those of one, and
        the articles.
        """
        found = {index: self.home(line) for index, line in self.under.items()}
        for number, run in enumerate(self.starts, start=self.headless):
            below = bisect_left(self.texts, run.first)
            if run.kind == "untitled" and below < len(self.texts):
                found[self.texts[below]] = number
        return found

    @cached_property
    def openings(self) -> Openings:
        """What speaks for each group that begins with a sentence as the opening of an article.

        A text inside a column that looks like a beginning is asked too.
        """
        columns = self._columns(self._begun)
        fresh = [each for each in self._connected(columns) if self._may_open(each.pieces[0])]
        taken = {*self._untitled.values(), *self._of_pictures}
        stacks = [each for each in self.stacks if each.article not in taken]
        return Openings(
            fresh, stacks, self.subjects, [column[0] for column in columns],
            self._begun, self._begins_article, self._midway,
        )  # fmt: skip

    def is_under_headline(self, index: int) -> bool:
        """Whether a text is the first under the headline of an article."""
        place = bisect_left(self.texts, index)
        above = self.texts[place - 1] if place else -1
        return self._heads_between(above, index)

    def _may_open(self, index: int) -> bool:
        if index in self._untitled:
            return False
        return index in self.listed or not self.is_midway(index)

    @cached_property
    def _begun(self) -> set[int]:
        """The texts inside columns that look like beginnings of articles."""
        return {
            index
            for column in self._columns(set())
            for index in column[1:]
            if index not in self.listed
            and not self.is_next_item(index)
            and self.chains[index][0] == index
            and self._begins_article(index) > BEGUN
        }

    def is_next_item(self, index: int) -> bool:
        """Whether a text is the next item of a list, or the next brief of a column."""
        return index > 0 and is_next_item(self._folded(index - 1), self._folded(index))

    def columns(self) -> list[list[int]]:
        """The columns of the page, each article's opening at the head of one."""
        return self._columns(self._begun & set(self.opened))

    def _begins_article(self, index: int) -> float:
        return self.heads.text_begins_article(self._folded(index), self.language)

    def _midway(self, index: int) -> float:
        return max(-_MOST, min(_MOST, self.language.midway(plain(self._folded(index)))))

    def _leads(self, index: int) -> bool:
        return self.chains[index][0] == index

    @cached_property
    def stacks(self) -> list[Stack]:
        return [
            Stack([title.index for title in run.titles], number)
            for number, run in enumerate(self.starts, start=self.headless)
        ]

    def _columns(self, begun: Collection[int]) -> list[list[int]]:
        """Runs of texts that nothing parts: no headline, no join to or from another place.

        The rest of a paragraph that strayed under a headline is a column of its own; elsewhere it
        leads a column, which goes on under it. Those in `begun` lead columns too.
        """
        seconds = {right: left for left, right in self.next.items()}
        columns: list[list[int]] = []
        strayed = False
        for before, index in zip([-1, *self.texts], self.texts, strict=False):
            under = before < 0 or self._heads_between(before, index)
            leads = self.next.get(before, index) != index or seconds.get(index, before) != before
            begins = self.is_dated(index) or index in begun or index in self._untitled
            if under or leads or begins or strayed or self._breaks_off(before, index):
                columns.append([])
            columns[-1].append(index)
            strayed = under and seconds.get(index, before) != before and self._is_rest(index)
        return columns

    def _heads_between(self, above: int, below: int) -> bool:
        return bisect_right(self._heads, above) < bisect_left(self._heads, below)

    def _folded(self, index: int) -> str:
        return fold(self.pieces[index].text)

    def _is_rest(self, index: int) -> bool:
        """Whether a text is the last few lines of a paragraph."""
        return index not in self.next and len(self.pieces[index].text) <= LONGEST_REST

    def _breaks_off(self, before: int, index: int) -> bool:
        """Whether a text stops in mid-sentence, or the next begins so, and nothing joins them."""
        if self.next.get(before) == index or index in self.listed:
            return False
        ended = before in self.listed or details.ends_paragraph(fold(self.pieces[before].text))
        return not ended or self.is_midway(index)

    def is_dated(self, index: int) -> bool:
        """Whether a text opens with a dateline: 本报讯（记者 …）."""
        return DATELINE.match(self._folded(index)) is not None

    def is_midway(self, index: int) -> bool:
        themed = "·" in self.opening(index) and self._opened_so[self.opening(index)] > 1
        return not themed and details.is_rest(
            self._folded(index), index, self.indents, self.language
        )

    @cached_property
    def _opened_so(self) -> Counter[str]:
        """How many texts of the page open in each way."""
        return Counter(map(self.opening, self.texts))

    def opening(self, index: int) -> str:
        """How a text opens, by which parallel paragraphs know each other: its first words (要切实
        把握…), or the build of the short sentence that says what it is about (治水。 治山。).
        """
        text = visible(self._folded(index))
        if theme := _THEME.match(text):
            return theme[1] + "·" * len(theme[2])
        words = _WORDS.match(text)
        return words[0] if words else ""


def _line(number: int, following: Mapping[int, int]) -> list[int]:
    """A column with those that are read after it."""
    found = [number]
    while found[-1] in following:
        found.append(following[found[-1]])
    return found
