"""How well two ends of text read on: the words over a seam, by the language table.

The characters on both sides are split into words in every way. A word may cross the seam (模|式)
or end at it; the likeliest way together is held against the likeliest way of each side alone.
The splits of one side are kept, so that holding every end against every beginning stays cheap.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ingest.ordering.language import LONGEST_WORD, Language, plain

REACH = 8
UNLIKELY = 10.0


@dataclass(frozen=True)
class End:
    """The end of a text: `scores[n]` holds the last words of splits that leave n characters.

    No column begins with a mark: `scores[0]` is given that a word follows.
    """

    text: str
    scores: list[dict[str, float]]
    best: float

    @classmethod
    def of(cls, folded: str, language: Language) -> End:
        text = folded[-REACH:]
        ending: list[dict[str, float]] = [{} for _ in range(len(text) + 1)]
        for start in range(len(text)):
            if start and not ending[start]:
                continue
            for word in _words_at(text, start, language):
                if start:
                    score = max(
                        value + language.after(before, word)
                        for before, value in ending[start].items()
                    )
                else:
                    score = language.alone(word)
                there = ending[start + len(word)]
                there[word] = max(score, there.get(word, -math.inf))
        scores = [_likely(each) for each in reversed(ending)][: LONGEST_WORD + 1]
        best = max(scores[0].values(), default=0.0)
        ends = {word: value - language.goes_on(word) for word, value in scores[0].items()}
        return cls(text, [ends, *scores[1:]], best)


@dataclass(frozen=True)
class Beginning:
    """The beginning of a text: `scores[n]` holds the first words of splits after n characters.

    `best` is its likelihood after anything.
    """

    text: str
    scores: list[dict[str, float]]
    best: float

    @classmethod
    def of(cls, folded: str, language: Language) -> Beginning:
        text = folded[:REACH]
        scores: list[dict[str, float]] = [{} for _ in range(len(text) + 1)]
        for start in reversed(range(len(text))):
            for word in _words_at(text, start, language):
                rest = scores[start + len(word)]
                scores[start][word] = max(
                    (language.after(word, each) + value for each, value in rest.items()),
                    default=0.0,
                )
        alone = {word: language.alone(word) + value for word, value in scores[0].items()}
        best = max(alone.values(), default=0.0)
        kept = {word: scores[0][word] for word in _likely(alone)}
        return cls(text, [kept, *scores[1 : LONGEST_WORD + 1]], best)


def _words_at(text: str, start: int, language: Language) -> list[str]:
    longer = (text[start : start + length] for length in range(2, LONGEST_WORD + 1))
    known = [word for word in longer if word in language.words]
    return [text[start], *dict.fromkeys(known)]


def _likely(scores: dict[str, float]) -> dict[str, float]:
    top = max(scores.values(), default=0.0)
    return {word: score for word, score in scores.items() if score > top - UNLIKELY}


def gain(end: End, beginning: Beginning, language: Language) -> tuple[float, str]:
    """How much likelier the beginning is after this end than after any, and the crossing word."""
    if not end.text or not beginning.text:
        return 0.0, ""
    best, crossing = -math.inf, ""
    follows = language.after
    for before, value in end.scores[0].items():
        for word, rest in beginning.scores[0].items():
            best = max(best, value + follows(before, word) + rest)
    for taken in range(1, min(LONGEST_WORD, len(end.scores))):
        lead = end.text[-taken:]
        for given in range(1, min(LONGEST_WORD - taken, len(beginning.text)) + 1):
            word = lead + beginning.text[:given]
            if word in language.words and len(word) == taken + given:
                score = _crossing(end.scores[taken], word, beginning.scores[given], language)
                if score > best:
                    best, crossing = score, word
    return best - end.best - beginning.best, crossing


def _crossing(
    before: dict[str, float], word: str, rest: dict[str, float], language: Language
) -> float:
    lead = (value + language.after(each, word) for each, value in before.items())
    tail = (value + language.after(word, each) for each, value in rest.items())
    return max(lead, default=language.alone(word)) + max(tail, default=0.0)


def reads_on(left: str, right: str, language: Language) -> tuple[float, str]:
    """`gain` of two texts that are held against each other only once."""
    return gain(End.of(plain(left), language), Beginning.of(plain(right), language), language)
