"""The language table: which words there are, and which characters follow which in a paper.

Words come from a dictionary (MIT licensed, see docs/ordering.md), character runs from the
project's own articles; `learn` adds the newsroom's. The packed file is text, one class of
frequency a line, compressed with lzma. Loading takes about a tenth of a second.
"""

from __future__ import annotations

import lzma
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from ingest.readers.punctuation import fold, visible

BASE = Path(__file__).resolve().parent.parent / "data" / "language.xz"
START = "^"
_DIGITS = re.compile(r"[\d０-９]+")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]+")
LONGEST_WORD = 5
REMEMBERED = 50_000
WORDS_TOTAL = 60_000_000
_UNKNOWN = -19.0


def plain(text: str) -> str:
    """Text as the table counts it: folded punctuation, no white space, numbers as 0."""
    return _LATIN.sub("a", _DIGITS.sub("0", visible(fold(text))))


@dataclass
class Language:
    """Word log-probabilities, verbs, and counts of runs of one to three characters."""

    words: dict[str, float] = field(default_factory=dict)
    verbs: frozenset[str] = frozenset()
    runs: Counter[str] = field(default_factory=Counter)
    _splits: dict[str, tuple[float, list[str]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def size(self) -> int:
        """Characters that the runs were counted in."""
        return sum(count for run, count in self.runs.items() if len(run) == 1)

    @cached_property
    def _followers(self) -> tuple[dict[str, int], dict[str, int]]:
        """For each context: how often it was seen, and how many kinds of follower it has."""
        seen: dict[str, int] = {}
        kinds: dict[str, int] = {}
        for run, count in self.runs.items():
            if len(run) > 1:
                context = run[:-1]
                seen[context] = seen.get(context, 0) + count
                kinds[context] = kinds.get(context, 0) + 1
        return seen, kinds

    def probability(self, character: str, context: str) -> float:
        """P(character | up to two characters before it), Witten-Bell smoothed."""
        result = (self.runs.get(character, 0) + 0.5) / (self.size + 3000)
        seen, kinds = self._followers
        for length in (1, 2):
            before = context[-length:]
            if len(before) == length and (times := seen.get(before)):
                new = kinds[before]
                result = (self.runs.get(before + character, 0) + new * result) / (times + new)
        return result

    def log_probability(self, text: str, context: str) -> float:
        total = 0.0
        for at, character in enumerate(text):
            total += math.log(self.probability(character, (context + text[:at])[-2:]))
        return total

    def segment(self, text: str) -> tuple[float, list[str]]:
        """Best split of a run of hanzi into words, with its log-probability."""
        if text not in self._splits:
            if len(self._splits) > REMEMBERED:
                self._splits.clear()
            self._splits[text] = self._split(text)
        return self._splits[text]

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
        """Whether the line holds a verb of two characters or more."""
        return any(
            word in self.verbs
            for clause in re.findall(r"[\u3400-\u9fff]+", folded)
            for word in self.segment(clause)[1]
        )

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

    def with_runs(self, runs: Counter[str]) -> Language:
        """This table with the counts of further text, as `count_runs` gives them."""
        return Language(self.words, self.verbs, Counter(self.runs) + runs)


def count_runs(texts: Iterable[str]) -> Counter[str]:
    """Runs of one to three characters; a paragraph opens with `START`."""
    runs: Counter[str] = Counter()
    for paragraph in _paragraphs(texts):
        marked = START + paragraph
        runs.update(paragraph)
        for length in (2, 3):
            runs.update(marked[at : at + length] for at in range(len(marked) - length + 1))
    return runs


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for line in text.splitlines():
            if paragraph := plain(line):
                yield paragraph


def pack(language: Language) -> bytes:
    """The table as bytes: `w class words`, `v words`, `r count runs`, one line each."""
    classes: dict[str, list[str]] = {}
    for word, weight in language.words.items():
        classes.setdefault(f"w {round(weight, 1)}", []).append(word)
    for run, count in language.runs.items():
        classes.setdefault(f"r {count}", []).append(run)
    classes["v -"] = list(language.verbs)
    lines = (f"{head} {' '.join(sorted(texts))}" for head, texts in sorted(classes.items()))
    return lzma.compress("\n".join(lines).encode("utf-8"), preset=9)


def unpack(data: bytes) -> Language:
    language = Language()
    for line in lzma.decompress(data).decode("utf-8").split("\n"):
        kind, weight, *texts = line.split(" ")
        if kind == "w":
            language.words.update(dict.fromkeys(texts, float(weight)))
        elif kind == "v":
            language.verbs = frozenset(texts)
        else:
            language.runs.update(dict.fromkeys(texts, int(weight)))
    return language


@cache
def load(path: Path = BASE) -> Language:
    """The table at `path`, read once."""
    return unpack(path.read_bytes())
