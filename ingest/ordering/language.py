"""The language table: which words there are, and which word follows which in a county paper.

Words and their classes (noun, verb, …) come from a dictionary (MIT licensed, see
docs/ordering.md), pairs of neighbouring words and runs of three characters from the project's
own text; the newsroom's are added with `+`. A pair that was never seen is judged by the classes
of its words, so that a small table knows much. What the signs of a beginning tell, the `vectors`
and the `topics` were learned from the same text. The packed file is text, compressed with lzma.
"""

from __future__ import annotations

import lzma
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import numpy as np

from ingest.networks import Numbers
from ingest.ordering import topics, vectors
from ingest.ordering.beginnings import REACH, signs
from ingest.ordering.topics import Topics
from ingest.ordering.trigrams import Trigrams, packed, unpacked
from ingest.readers.punctuation import fold, visible
from ingest.remembered import Remembered

BASE = Path(__file__).resolve().parent.parent / "data" / "language.xz"
_DIGITS = re.compile(r"[\d０-９]+")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]+")
LONGEST_WORD = 5
REMEMBERED, REMEMBERED_TEXTS = 100_000, 4_000
TRUST = 20
WORDS_TOTAL = 60_000_000
# Log-odds from which a beginning is taken for the middle of a sentence.
MIDWAY = 3.0
_NO_START = "，。、；：！？）”》"
_UNKNOWN = -19.0
_UNKNOWN_CLASS = "o"
_COMMON_VERB = math.log(20 / WORDS_TOTAL)

Pairs = Counter[tuple[str, str]]


def plain(text: str) -> str:
    """Text as the table counts it: folded punctuation, no white space, numbers as 0."""
    return _LATIN.sub("a", _DIGITS.sub("0", visible(fold(text))))


@dataclass
class Language:
    """Word log-probabilities, the class of each word, and counts of what follows what."""

    words: dict[str, float] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    pairs: Pairs = field(default_factory=Counter)
    trigrams: Trigrams = field(default_factory=Trigrams)
    signs: dict[str, float] = field(default_factory=dict)
    vectors: vectors.Vectors | None = None
    topics: Topics = field(default_factory=topics.nothing, compare=False, repr=False)

    def class_of(self, word: str) -> str:
        """The class of a word; a mark or a number is a class of its own."""
        known = self.classes.get(word)
        if known:
            return known
        return _UNKNOWN_CLASS if "\u3400" <= word <= "\u9fff" else word

    @cached_property
    def _counts(self) -> _Counts:
        return _Counts.of(self)

    def alone(self, word: str) -> float:
        """Log-probability of a word wherever it stands."""
        return self._alone[word]

    @cached_property
    def _alone(self) -> Remembered[str, float]:
        def asked(word: str) -> float:
            return math.log(self._counts.of_class(self.class_of(word)) * self._in_class[word])

        return Remembered(asked, REMEMBERED)

    def after(self, before: str, word: str) -> float:
        """Log-probability of a word after another, from pairs of words and of their classes."""
        return self._follows[before, word]

    @cached_property
    def _follows(self) -> Remembered[tuple[str, str], float]:
        def asked(pair: tuple[str, str]) -> float:
            before, word = pair
            otherwise = self._class_after[before, self.class_of(word)] * self._in_class[word]
            return math.log(self._counts.by_pair.smoothed(pair, otherwise))

        return Remembered(asked, REMEMBERED)

    @cached_property
    def _class_after(self) -> Remembered[tuple[str, str], float]:
        """P(class | word before): classes after its class, then after the word itself."""

        def asked(pair: tuple[str, str]) -> float:
            counts, (before, kind) = self._counts, pair
            classes = (self.class_of(before), kind)
            likely = counts.by_classes.smoothed(classes, counts.of_class(kind))
            return counts.by_word.mixed(pair, likely, TRUST)

        return Remembered(asked, REMEMBERED)

    def goes_on(self, before: str) -> float:
        """Log-probability that a word and no mark of punctuation follows."""
        return self._goes_on[before]

    @cached_property
    def _goes_on(self) -> Remembered[str, float]:
        def asked(before: str) -> float:
            share = sum(math.exp(self.after(before, mark)) for mark in _NO_START)
            return math.log(max(0.02, 1.0 - share))

        return Remembered(asked, REMEMBERED)

    @cached_property
    def _in_class(self) -> Remembered[str, float]:
        """P(word | its class), where few words of a class were seen from the dictionary."""

        def asked(word: str) -> float:
            kind, weight, counts = self.class_of(word), self.words.get(word), self._counts
            if kind == word:
                return 1.0
            share = math.exp(weight) / counts.dictionary[kind] if weight is not None else 1 / 4000
            seen, kinds = counts.classes[kind], counts.kinds[kind]
            return (counts.words[word] + kinds * share) / (seen + kinds) if seen else share

        return Remembered(asked, REMEMBERED)

    def segment(self, text: str) -> tuple[float, list[str]]:
        """Best split of a run of characters into words, with its log-probability."""
        return self._splits[text]

    @cached_property
    def _splits(self) -> Remembered[str, tuple[float, list[str]]]:
        return Remembered(self._split, REMEMBERED)

    def _split(self, text: str) -> tuple[float, list[str]]:
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(text) + 1):
            choices = []
            for length in range(1, min(LONGEST_WORD, end) + 1):
                word = text[end - length : end]
                weight = self.words.get(word)
                if weight is None:
                    if length > 1:
                        continue
                    weight = _UNKNOWN
                choices.append((best[end - length][0] + weight, end - length))
            best.append(max(choices))
        split, end = [], len(text)
        while end:
            start = best[end][1]
            split.append(text[start:end])
            end = start
        return best[-1][0], split[::-1]

    def has_verb(self, folded: str) -> bool:
        """Whether the line holds a common verb of two characters or more."""
        return any(
            self._is_verb(word)
            for clause in re.findall(r"[\u3400-\u9fff]+", folded)
            for word in self.segment(clause)[1]
        )

    def _is_verb(self, word: str) -> bool:
        verbal = len(word) > 1 and self.classes.get(word) in ("v", "vn")
        return verbal and self.words[word] >= _COMMON_VERB

    @cached_property
    def _inside(self) -> dict[str, float]:
        """For each hanzi the share of its use, by word frequency, in the middle or end of words."""
        inside: dict[str, float] = {}
        total: dict[str, float] = {}
        for word, weight in self.words.items():
            probability = math.exp(weight)
            for at, character in enumerate(word):
                total[character] = total.get(character, 0.0) + probability
                if at:
                    inside[character] = inside.get(character, 0.0) + probability
        return {each: inside.get(each, 0.0) / total[each] for each in total}

    def is_rest_of_word(self, clause: str) -> bool:
        """Whether a clause begins with a hanzi that hardly ever begins a word (业高质量发展)."""
        first = self.segment(clause[:8])[1][0] if clause else ""
        return len(first) == 1 and self._inside.get(first, 0.0) > 0.7

    def midway(self, text: str) -> float:
        """How much a text (`plain`) looks begun in mid-sentence: log-odds, 0 for neither."""
        return self._midway[text[:REACH]]

    @cached_property
    def _midway(self) -> Remembered[str, float]:
        def asked(head: str) -> float:
            found = signs(head, self.split, self.class_of)
            return sum(self.signs.get(sign, 0.0) for sign in found)

        return Remembered(asked, REMEMBERED)

    def reads_on(
        self, ends: Sequence[str], beginnings: Sequence[str], pairs: Sequence[tuple[int, int]]
    ) -> list[float]:
        """For each pair (numbers of an end and a beginning, `plain`) how well they read on."""
        if self.vectors is None:
            return [0.0] * len(pairs)
        return self.vectors.reads_on(ends, beginnings, pairs, self.split, self.class_of)

    def continues(self, beginnings: Sequence[str]) -> list[float]:
        """For each beginning (`plain`) how much it looks like one that goes on with a text."""
        if self.vectors is None:
            return [0.0] * len(beginnings)
        return self.vectors.continues(beginnings, self.split, self.class_of)

    def about(self, text: str) -> Numbers:
        """What a text (`plain`) is about, in parts that add up: see `Topics.parts`."""
        return self._about[text]

    @cached_property
    def _about(self) -> Remembered[str, Numbers]:
        return Remembered(lambda text: self.topics.parts(text, self.split), REMEMBERED_TEXTS)

    def split(self, text: str) -> list[str]:
        """The words of a run of characters."""
        return self.segment(text)[1]

    def counted(self, texts: Iterable[str]) -> Language:
        """What follows what in these texts, by the words of this table; without its words."""
        paragraphs = list(_paragraphs(texts))
        pairs: Pairs = Counter()
        for paragraph in paragraphs:
            pairs.update(pairwise(self._split(paragraph)[1]))
        return Language(pairs=pairs, trigrams=Trigrams.of(paragraphs))

    def __add__(self, text: Language) -> Language:
        """This table with the counts of further text."""
        return self._with(self.pairs + text.pairs, self.trigrams + text.trigrams)

    def __sub__(self, text: Language) -> Language:
        """This table as if it had not read a text that it was made of."""
        return self._with(self.pairs - text.pairs, self.trigrams - text.trigrams)

    def _with(self, pairs: Pairs, trigrams: Trigrams) -> Language:
        return Language(
            self.words, self.classes, pairs, trigrams, self.signs, self.vectors, self.topics
        )


@dataclass
class _Followers:
    """Counts of what follows a context."""

    counts: Counter[tuple[str, str]]
    seen: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for (context, _), count in self.counts.items():
            self.seen[context] += count
            self.kinds[context] += 1

    def smoothed(self, pair: tuple[str, str], otherwise: float) -> float:
        """P(second | first); what was not seen gets its share of `otherwise`."""
        seen = self.seen.get(pair[0], 0)
        if not seen:
            return otherwise
        kinds = self.kinds[pair[0]]
        return (self.counts.get(pair, 0) + kinds * otherwise) / (seen + kinds)

    def mixed(self, pair: tuple[str, str], otherwise: float, trust: float) -> float:
        """P(second | first), where `otherwise` weighs as much as `trust` sightings."""
        seen = self.seen.get(pair[0], 0)
        return (self.counts.get(pair, 0) + trust * otherwise) / (seen + trust)


@dataclass
class _Counts:
    """All counts that follow from the pairs of words and the dictionary."""

    words: Counter[str]
    classes: Counter[str]
    kinds: Counter[str]
    dictionary: dict[str, float]
    by_pair: _Followers
    by_word: _Followers
    by_classes: _Followers
    total: int

    @classmethod
    def of(cls, language: Language) -> _Counts:
        words: Counter[str] = Counter()
        after_word: Counter[tuple[str, str]] = Counter()
        after_class: Counter[tuple[str, str]] = Counter()
        for (before, word), count in language.pairs.items():
            kind = language.class_of(word)
            words[word] += count
            after_word[before, kind] += count
            after_class[language.class_of(before), kind] += count
        classes: Counter[str] = Counter()
        for word, count in words.items():
            classes[language.class_of(word)] += count
        dictionary: dict[str, float] = {}
        for word, weight in language.words.items():
            kind = language.classes[word]
            dictionary[kind] = dictionary.get(kind, 0.0) + math.exp(weight)
        return cls(
            words, classes, Counter(map(language.class_of, words)), dictionary,
            _Followers(language.pairs), _Followers(after_word), _Followers(after_class),
            sum(words.values()),
        )  # fmt: skip

    def of_class(self, kind: str) -> float:
        return (self.classes.get(kind, 0) + 0.5) / (self.total + 50)


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for line in text.splitlines():
            if paragraph := plain(line):
                yield paragraph


def pack(language: Language) -> bytes:
    """The table as bytes: a NumPy archive, compressed whole; the vectors are a file of their own.

    `text` holds lines: `w logarithm class words`, `p count` with words that each lead those that
    follow it, `s weight` with the signs of a beginning. The other arrays are the trigrams'.
    """
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for word, weight in language.words.items():
        lines[f"w {round(weight, 1)} {language.classes[word]}"].append(word)
    followers: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for (before, word), count in language.pairs.items():
        followers[count, before].append(word)
    for (count, before), words in followers.items():
        lines[f"p {count}"].append("\t".join([before, *sorted(words)]))
    for sign, weight in language.signs.items():
        lines[f"s {round(weight, 1)}"].append(sign)
    text = "\n".join(f"{head} {' '.join(sorted(each))}" for head, each in sorted(lines.items()))
    file = BytesIO()
    encoded = np.frombuffer(text.encode("utf-8"), dtype=np.uint8)
    np.savez(file, text=encoded, **packed(language.trigrams))  # type: ignore[arg-type]
    return lzma.compress(file.getvalue(), preset=9)


def unpack(data: bytes) -> Language:
    """The table of `pack`. Raises `ValueError` for a file of another form."""
    with np.load(BytesIO(lzma.decompress(data)), allow_pickle=False) as arrays:
        language = Language(trigrams=unpacked(arrays))
        text = arrays["text"].tobytes().decode("utf-8")
    words, classes = language.words, language.classes
    for line in filter(None, text.split("\n")):
        kind, number, *texts = line.split(" ")
        if kind == "w":
            classes.update(dict.fromkeys(texts[1:], texts[0]))
            words.update(dict.fromkeys(texts[1:], float(number)))
        elif kind == "s":
            language.signs.update(dict.fromkeys(texts, float(number)))
        else:
            count = int(number)
            for before, *followers in (text.split("\t") for text in texts):
                for word in followers:
                    language.pairs[before, word] = count
    return language


@cache
def load(path: Path = BASE) -> Language:
    """The table at `path` with the vectors and topics that ship, read once."""
    language = unpack(path.read_bytes())
    language.vectors, language.topics = vectors.load(), topics.load()
    return language
