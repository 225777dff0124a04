"""Texts as large as one upload may be, of the kinds that take longest to read.

Made of the headlines and sentences of the tuning third, in an order of their own, so that hardly
any of them belong together: every text is held against every article. Deterministic by kind.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count

from benchmarks.pages.corpus import load_articles
from benchmarks.pages.pages import pages
from ingest.bounds import BOUNDS, Bounds
from ingest.readers.lines import pieces

_SENTENCE = re.compile("[^。！？]+[。！？]")
BLANK = "\n\n"


@dataclass
class Words:
    """Headlines and sentences of the tuning third without end, each in an order by chance."""

    chance: random.Random
    headlines: Iterator[str] = field(init=False)
    sentences: Iterator[str] = field(init=False)

    def __post_init__(self) -> None:
        sources = load_articles("tuning")
        heads = [each.headline for each in sources] + [each.deck for each in sources if each.deck]
        said = [_SENTENCE.findall(line.text) for each in sources for line in each.lines]
        self.headlines = self._endless([head for head in heads if len(head) <= 16])
        self.sentences = self._endless([each for each in chain(*said) if 24 <= len(each) <= 80])

    def _endless(self, texts: list[str]) -> Iterator[str]:
        for _ in count():
            self.chance.shuffle(texts)
            yield from texts

    def paragraph(self) -> str:
        return next(self.sentences)

    def headline(self) -> str:
        return next(self.headlines)

    def fragment(self, length: int) -> str:
        """The middle of a sentence: cut on both sides, about so long."""
        said = next(self.sentences)
        while len(said) < length + 6:
            said = next(self.sentences)
        return said[3 : 3 + length - self.chance.randrange(length // 3)]


def _repeated(*parts: Callable[[Words], str]) -> Callable[[Words], Iterator[str]]:
    """The same kinds of pieces in turn, without end."""

    def endless(words: Words) -> Iterator[str]:
        while True:
            yield from (part(words) for part in parts)

    return endless


def _torn(words: Words) -> Iterator[str]:
    """A headline and two halves of sentences, whose other halves stand elsewhere."""
    rests: list[str] = []
    while True:
        yield words.headline()
        said = words.paragraph()
        rests.append(said[len(said) // 2 :])
        yield said[: len(said) // 2]
        words.chance.shuffle(rests)
        yield rests.pop()


def _hard_pages(words: Words) -> Iterator[str]:
    for page in pages("tuning", "hard", 99):
        yield from page.text.split(BLANK)


def _fragment(length: int) -> Callable[[Words], str]:
    return lambda words: words.fragment(length)


def _report(words: Words) -> str:
    return f"本报讯 {words.paragraph()}"


def _caption(words: Words) -> str:
    return f"图为{words.paragraph()[:14]}。"


_HEADLINE, _PARAGRAPH = Words.headline, Words.paragraph
_FORTY = [_HEADLINE] * 40
KINDS: dict[str, tuple[Callable[[Words], Iterator[str]], str]] = {
    "a headline to each paragraph": (_repeated(_HEADLINE, _PARAGRAPH), BLANK),
    "a headline to each report": (_repeated(_HEADLINE, _report), BLANK),
    "two headlines to each": (_repeated(_HEADLINE, _HEADLINE, _PARAGRAPH), BLANK),
    "six headlines to each": (_repeated(*_FORTY[:6], _PARAGRAPH), BLANK),
    "forty headlines to each": (_repeated(*_FORTY, _PARAGRAPH), BLANK),
    "two paragraphs to a headline": (_repeated(_HEADLINE, _PARAGRAPH, _PARAGRAPH), BLANK),
    "five paragraphs to a headline": (_repeated(_HEADLINE, *[_PARAGRAPH] * 5), BLANK),
    "paragraphs alone": (_repeated(_PARAGRAPH), BLANK),
    "a paragraph a line": (_repeated(_PARAGRAPH), "\n"),
    "a headline or a paragraph a line": (_repeated(_HEADLINE, _PARAGRAPH), "\n"),
    "headlines alone": (_repeated(_HEADLINE), BLANK),
    "a caption to each paragraph": (_repeated(_HEADLINE, _PARAGRAPH, _caption), BLANK),
    "a torn piece under each report": (_repeated(_HEADLINE, _report, _fragment(40)), BLANK),
    "torn, a headline to two pieces": (_torn, BLANK),
    "torn, a headline to each piece": (_repeated(_HEADLINE, _fragment(40)), BLANK),
    "torn pieces of six characters": (_repeated(_fragment(8)), BLANK),
    "torn pieces of 17 characters": (_repeated(_fragment(20)), BLANK),
    "torn pieces of 33 characters": (_repeated(_fragment(40)), BLANK),
    "hard pages one after another": (_hard_pages, BLANK),
}


def bound_page(kind: str, bounds: Bounds = BOUNDS) -> str:
    """As much text of a kind as one upload may have, of characters or of pieces."""
    parts, between = KINDS[kind]
    found: list[str] = []
    size = 0
    for part in parts(Words(random.Random(kind))):
        size += len(part) + len(between) * bool(found)
        if size > bounds.characters or len(found) == bounds.pieces:
            break
        found.append(part)
    while len(pieces(text := between.join(found))) > bounds.pieces:
        found.pop()
    return text
