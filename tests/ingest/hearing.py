"""What stands in for the networks in tests of the second opinion, and how an article is heard."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from ingest.extraction.clauses.sentences import read_sentences
from ingest.extraction.learned import opinion
from ingest.extraction.learned.words import Text, words_of
from ingest.networks import Numbers
from ingest.proposal import ProjectFact, TargetFact

ISSUE = date(2022, 3, 8)


def text_of(*paragraphs: str) -> Text:
    return words_of([read_sentences(each, ISSUE) for each in paragraphs])


class Told:
    """Stands in for the networks: names these words, holds the figures at these places so firmly,
    takes every figure for a target so far, and every date for that of what `deed` tells.
    """

    def __init__(
        self, names: dict[str, float], figures: dict[str, int] | None = None, aims: float = 0.5,
        share: float = 1.0, dated: float = 0.3, deed: str = "",
    ) -> None:  # fmt: skip
        self.names, self.figures, self.likely = names, figures or {}, aims
        self.share, self.dated, self.deed = share, dated, deed
        self.vocabulary = self

    def numbers(self, word: object, rules: int) -> list[object]:
        return [word, rules]

    def read(self, windows: Sequence[Sequence[list]]) -> list[tuple[Numbers, list[Numbers]]]:
        texts = [[word for word, _ in each] for each in windows]
        return [(self._shares(words), [words]) for words in texts]

    def _shares(self, words: Sequence) -> Numbers:
        shares = np.tile(np.array([1, 0, 0], dtype=np.float32), (len(words), 1))
        text = "".join(each.text for each in words)
        for name, share in self.names.items():
            at, begins = 0, text.find(name)
            for row, word in enumerate(words):
                if begins >= 0 and begins <= at < begins + len(name):
                    first = at == begins
                    shares[row] = [1 - share, share * first, share * (not first)]
                at += len(word.text)
        return shares

    def aims(self, states: object, figures: Sequence[int]) -> Numbers:
        return np.full(len(figures), self.likely, dtype=np.float32)

    def events(self, states: object, dates: Sequence[int]) -> Numbers:
        return np.full(len(dates), self.dated, dtype=np.float32)

    def deeds(self, states: Sequence[Sequence], words: Sequence[int]) -> Numbers:
        told = [states[0][at].text in self.deed for at in words]
        return np.where(told, 3.0, -3.0)

    def bind(self, what: str, states: object, names: object, candidates: Sequence, rules: object):
        rest = (1 - self.share) / max(1, len(candidates))
        shares = np.full(len(candidates) + 1, rest, dtype=np.float32)
        shares[self.figures.get(what, 0)] = self.share
        return shares


def hear(monkeypatch: pytest.MonkeyPatch, told: Told, facts: list[ProjectFact], *texts: str):
    return hear_all(monkeypatch, told, facts, [], *texts).works


def hear_all(
    monkeypatch: pytest.MonkeyPatch, told: Told, facts: list[ProjectFact],
    targets: list[TargetFact], *texts: str,
) -> opinion.Heard:  # fmt: skip
    monkeypatch.setattr(opinion, "load", lambda: told)
    paragraphs = [read_sentences(each, ISSUE) for each in texts]
    (heard,) = opinion.second_opinions([opinion.Ruled(facts, targets, paragraphs, "a")])
    return heard
