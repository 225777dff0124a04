"""Networks that read the words of an article: where a work is named, and which figures are its.

Each `Network` goes through the words in both directions (`Memory`), then tells of every word
whether it begins or goes on with the name of a work, of a figure how likely it is promised, of a
date how likely something is promised for it that no figure tells and which words tell it, and of a
work or a target and a figure how well they go together. Several of them share the vectors of words
and are asked together; what they say is averaged. They were trained by
`benchmarks/works_learning.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest import networks as kept
from ingest.extraction.learned.relations import Candidate
from ingest.extraction.learned.words import Word
from ingest.networks import Layer, Memory, Numbers, numbered, remembered, sigmoid

BASE = Path(__file__).resolve().parent.parent.parent / "data" / "works.xz"
NOTHING, UNKNOWN = 0, 1
# What the rules said of a word: they were not asked; no name, or a figure that is no target; a name
# begins; it goes on; a figure is a target.
NOT_ASKED, NO_NAME, BEGINS, GOES_ON, PROMISED = range(5)
# Weights are kept as whole numbers of this many steps to the greatest of their table.
STEPS = {"words": 20, "characters": 20}
STEPS_OF_LAYERS = 60
KINDS_OF_FIGURES = ("sum", "day")  # of works
TERM = "term"  # the day of a target
AT_ONCE = 16  # windows: some 40 MB
_NOTHING = np.empty((0, 3), dtype=np.float32)

COLUMNS = ("words", "characters", "characters", "characters", "tags", "kinds", "stages", "rules")


@dataclass(frozen=True)
class Vocabulary:
    """The words, characters and tags that have vectors; the rest are `UNKNOWN`."""

    words: dict[str, int]
    characters: dict[str, int]
    tags: dict[str, int]

    @classmethod
    def of(cls, words: Sequence[str], characters: Sequence[str], tags: Sequence[str]) -> Vocabulary:
        lists = (words, characters, tags)
        return cls(*(numbered(each, UNKNOWN + 1) for each in lists))

    def numbers(self, word: Word, rules: int) -> list[int]:
        """A word in numbers: a column for each of `COLUMNS`, then whether it ends like a work
        (水厂) and whether it is quoted.
        """
        text = word.text
        characters = [text[0], text[-1], text[-2:-1]]
        return [
            self.words.get(text, UNKNOWN),
            *(self.characters.get(each, UNKNOWN) if each else NOTHING for each in characters),
            self.tags.get(word.tag, UNKNOWN), word.kind, word.stage, rules, word.head, word.quoted,
        ]  # fmt: skip


@dataclass(frozen=True)
class Pairs:
    """Which of some figures is a work's or a target's, or none, from states and the relation."""

    name: Layer
    figure: Layer
    relation: Layer
    likely: Layer
    none: Layer
    none_by_rules: Layer
    none_likely: Layer

    def __call__(
        self,
        states: Numbers,
        names: Sequence[tuple[int, int]],
        candidates: Sequence[Candidate],
        rules: Sequence[float],
    ) -> Numbers:
        """The shares of no figure and of each candidate."""
        work = np.max([states[a:b].mean(axis=0) for a, b in names], axis=0)
        told = self.none(work) + self.none_by_rules(np.asarray(rules, dtype=np.float32))
        found = [self.none_likely(np.maximum(told, 0))]
        if candidates:
            near = np.stack([states[slice(*each.name)].mean(axis=0) for each in candidates])
            figures = states[[each.figure for each in candidates]]
            how = np.asarray([each.relation for each in candidates], dtype=np.float32)
            seen = self.name(near) + self.figure(figures) + self.relation(how)
            found.append(self.likely(np.maximum(seen, 0))[:, 0])
        return _shares(np.concatenate(found))


def _shares(numbers: Numbers) -> Numbers:
    raised = np.exp(numbers - numbers.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)


@dataclass(frozen=True)
class Network:
    tags: Numbers
    kinds: Numbers
    stages: Numbers
    rules: Numbers
    forwards: Memory
    backwards: Memory
    inner: Layer
    outer: Layer
    aim: Layer
    likely_aim: Layer
    event: Layer
    likely_event: Layer
    deed: Layer
    likely_deed: Layer
    pairs: dict[str, Pairs]

    def told(self, shared: dict[str, Numbers], numbers: NDArray) -> Numbers:
        """What is told of each word: its vectors, and what the rules and the finders know."""
        tables = {"tags": self.tags, "kinds": self.kinds, "stages": self.stages, **shared}
        tables["rules"] = self.rules
        told = [tables[name][numbers[..., column]] for column, name in enumerate(COLUMNS)]
        told.append(numbers[..., len(COLUMNS) :])
        return np.concatenate(told, axis=2, dtype=np.float32)

    def names(self, states: Numbers) -> Numbers:
        """For each word the shares of no name, of one that begins and of one that goes on."""
        return _shares(self.outer(np.tanh(self.inner(states))))

    def aims(self, states: Numbers) -> Numbers:
        """For each state of a figure how likely it is a target, from 0 to 1."""
        return sigmoid(self.likely_aim(np.maximum(self.aim(states), 0))[:, 0])

    def events(self, states: Numbers) -> Numbers:
        """For each state of a date how likely an event is promised for it, from 0 to 1."""
        return sigmoid(self.likely_event(np.maximum(self.event(states), 0))[:, 0])

    def deeds(self, states: Numbers) -> Numbers:
        """For each state how much its word tells what is promised: log-odds."""
        return self.likely_deed(np.maximum(self.deed(states), 0))[:, 0]


@dataclass(frozen=True)
class Networks:
    vocabulary: Vocabulary
    shared: dict[str, Numbers]
    networks: Sequence[Network]

    def read(self, windows: Sequence[Sequence[list[int]]]) -> list[tuple[Numbers, list[Numbers]]]:
        """For each window the shares of names at each word, and the states of each network."""
        found: list[tuple[Numbers, list[Numbers]]] = [(_NOTHING, [])] * len(windows)
        by_length = sorted(range(len(windows)), key=lambda place: len(windows[place]))
        for first in range(0, len(windows), AT_ONCE):
            places = by_length[first : first + AT_ONCE]
            lengths = np.array([len(windows[place]) for place in places])
            numbers = np.zeros((len(places), lengths.max(), len(COLUMNS) + 2), dtype=np.intp)
            for row, place in zip(numbers, places, strict=True):
                row[: len(windows[place])] = windows[place]
            states = self._states(numbers, lengths)
            names = [each.names(state) for each, state in zip(self.networks, states, strict=True)]
            shares = np.mean(names, axis=0)
            for row, (place, length) in enumerate(zip(places, lengths, strict=True)):
                found[place] = shares[row, :length], [each[row, :length] for each in states]
        return found

    def _states(self, numbers: NDArray, lengths: NDArray) -> list[Numbers]:
        """What each network knows at each word from both sides. Rows are filled up behind their
        words; they are turned about for what is read backwards.
        """
        turn = np.maximum(lengths[:, None] - 1 - np.arange(numbers.shape[1]), 0)[..., None]
        told = [each.told(self.shared, numbers) for each in self.networks]
        turned = [np.take_along_axis(each, turn, axis=1) for each in told]
        memories = [each.forwards for each in self.networks]
        memories += [each.backwards for each in self.networks]
        ahead, back = np.split(remembered(memories, [*told, *turned]), 2)
        return [
            np.concatenate([one, np.take_along_axis(other, turn, axis=1)], axis=2)
            for one, other in zip(ahead, back, strict=True)
        ]

    def aims(self, states: Sequence[Numbers], figures: Sequence[int]) -> Numbers:
        """How likely each of some figures of a window is a target, from 0 to 1."""
        said = [
            each.aims(state[list(figures)])
            for each, state in zip(self.networks, states, strict=True)
        ]
        return np.asarray(np.mean(said, axis=0), dtype=np.float32)

    def events(self, states: Sequence[Numbers], dates: Sequence[int]) -> Numbers:
        """How likely an event is promised for each of some dates of a window, from 0 to 1."""
        said = [
            each.events(state[list(dates)])
            for each, state in zip(self.networks, states, strict=True)
        ]
        return np.asarray(np.mean(said, axis=0), dtype=np.float32)

    def deeds(self, states: Sequence[Numbers], words: Sequence[int]) -> Numbers:
        """How much each of some words of a window tells what is promised: log-odds."""
        said = [
            each.deeds(state[list(words)])
            for each, state in zip(self.networks, states, strict=True)
        ]
        return np.asarray(np.mean(said, axis=0), dtype=np.float32)

    def bind(
        self,
        what: str,
        states: Sequence[Numbers],
        names: Sequence[tuple[int, int]],
        candidates: Sequence[Candidate],
        rules: Sequence[float],
    ) -> Numbers:
        """The shares of no figure and of each candidate, for one work or target."""
        said = [
            each.pairs[what](state, names, candidates, rules)
            for each, state in zip(self.networks, states, strict=True)
        ]
        return np.asarray(np.mean(said, axis=0), dtype=np.float32)


SHARED = ("words", "characters")
_PAIRS = ("name", "figure", "relation", "likely", "none", "none_by_rules", "none_likely")
_TABLES = ("tags", "kinds", "stages", "rules")
HEADS = ("inner", "outer", "aim", "likely_aim", "event", "likely_event", "deed", "likely_deed")
_LAYERS = (
    "forwards.seen", "forwards.state", "backwards.seen", "backwards.state", *HEADS,
    *(f"{what}.{part}" for what in (*KINDS_OF_FIGURES, TERM) for part in _PAIRS),
)  # fmt: skip
TABLES = (*_TABLES, *(f"{name}{end}" for name in _LAYERS for end in ("", "_bias")))


def pack(
    names: dict[str, Sequence[str]],
    shared: dict[str, Numbers],
    networks: Sequence[dict[str, Numbers]],
) -> bytes:
    """The networks as bytes: see `ingest.networks.pack`.

    `names` are the words, characters and tags that have vectors, in the order of their rows.
    """
    tables = dict(shared)
    for number, each in enumerate(networks):
        tables |= {f"{number} {name}": each[name] for name in TABLES}
    return kept.pack(names, tables, lambda name: STEPS.get(name, STEPS_OF_LAYERS))


def unpack(data: bytes) -> Networks:
    """The networks of `pack`."""
    names, tables = kept.unpack(data)
    vocabulary = Vocabulary.of(names["words"], names["characters"], names["tags"])
    shared = {name: tables[name] for name in SHARED}
    numbers = sorted({int(name.split()[0]) for name in tables if " " in name})
    return Networks(vocabulary, shared, [_network(tables, number) for number in numbers])


def _network(tables: dict[str, Numbers], number: int) -> Network:
    def layer(name: str) -> Layer:
        return Layer(tables[f"{number} {name}"], tables[f"{number} {name}_bias"])

    return Network(
        tables[f"{number} tags"], tables[f"{number} kinds"], tables[f"{number} stages"],
        tables[f"{number} rules"],
        Memory(layer("forwards.seen"), layer("forwards.state")),
        Memory(layer("backwards.seen"), layer("backwards.state")),
        layer("inner"), layer("outer"), layer("aim"), layer("likely_aim"),
        layer("event"), layer("likely_event"), layer("deed"), layer("likely_deed"),
        {
            what: Pairs(*(layer(f"{what}.{part}") for part in _PAIRS))
            for what in (*KINDS_OF_FIGURES, TERM)
        },
    )  # fmt: skip


@cache
def load(path: Path = BASE) -> Networks:
    """The networks that ship, read once."""
    return unpack(path.read_bytes())
