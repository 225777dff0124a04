"""Teach the topics to tell articles apart: two parts of one are near, parts of others are not.

    python -m benchmarks.pages.learn_topics    # first: what the texts are about
    python -m benchmarks.pages.learn_apart     # then this, on what stands in ingest/data/topics.xz

What two texts are about is not all that a page asks. It asks which of ten articles of one county a
paragraph belongs to, and a public model of sentences was never asked that. So the pupil goes on
learning from pairs: two halves of a paragraph, a paragraph and the next one, a headline and its
beginning. In every batch are paragraphs of the same files, by the same hand about the same county,
and the right one is to be nearer than all of them. What the teacher said is held on to: texts stay
as near to each other as they were, as far as that goes (`HELD`).

Read are the folders `language` and `openings` and the passages of `benchmarks/facts` that are not
held back; `articles` and `exported` are not.
"""

from __future__ import annotations

import copy
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from benchmarks.pages.build_language import PHRASES
from benchmarks.pages.learn_topics import Pupil, Vocabulary, _batch, _tables
from ingest.ordering import topics
from ingest.ordering.language import load, plain
from ingest.readers.punctuation import fold

FACTS = Path(__file__).resolve().parent.parent / "facts"
OPENINGS = Path(__file__).resolve().parent / "openings"
SHORTEST, LONGEST, FEWEST = 30, 400, 6  # characters of a paragraph; paragraphs of a file
# A batch: files, paragraphs of each that are so far from one another, headlines of each hand.
FILES, PARAGRAPHS, APART, HEADLINES = 16, 8, 3, 8
# Paragraphs that follow each other are of one article where they are so much nearer than others.
GOES_ON, NEXT, HALVED = 0.04, 0.5, 80
EPOCHS, PACE, SHARPNESS, HELD = 20, 3e-3, 10.0, 10.0

# A text as numbers: its words, and the characters of each.
Spelled = tuple[list[int], list[list[int]]]
Pair = tuple[Spelled, Spelled]


@dataclass
class File:
    """The paragraphs of one file; `goes_on` where the next one is mostly of the same article."""

    paragraphs: list[Spelled]
    goes_on: bool


def learn() -> bytes:
    """The packed topics."""
    torch.manual_seed(0)
    known = topics.load()
    vocabulary = Vocabulary(list(known.word_numbers), list(known.character_numbers))
    files, headlines = list(_files(vocabulary, known)), list(_headlines(vocabulary))
    pupil = _pupil(vocabulary, known)
    before = copy.deepcopy(pupil).eval()
    chance = random.Random(0)
    steps = EPOCHS * sum(len(file.paragraphs) for file in files) // (FILES * PARAGRAPHS)
    pace = torch.optim.AdamW(pupil.parameters(), lr=PACE, weight_decay=1e-4)
    plan = torch.optim.lr_scheduler.OneCycleLR(pace, PACE, total_steps=steps, pct_start=0.1)
    for step in range(steps):
        pairs = [
            *_pairs(files, chance),
            *(each for some in headlines for each in chance.sample(some, HEADLINES)),
        ]
        batch = _batch([left for left, _ in pairs] + [right for _, right in pairs])
        found = pupil(*batch)
        with torch.no_grad():
            said = before(*batch)
        loss = _mixed_up(found) + HELD * (found @ found.T - said @ said.T).square().mean()
        pace.zero_grad()
        loss.backward()
        pace.step()
        plan.step()
        if step % 200 == 0:
            print(f"{step} of {steps}: {loss.item():.3f}", flush=True)
    return topics.pack(vocabulary.words, vocabulary.characters, _tables(pupil.eval()))


def _mixed_up(found: Tensor) -> Tensor:
    """How little the other part of each pair, half a batch further on, is nearer than all others."""
    half = len(found) // 2
    near = found[:half] @ found[half:].T * SHARPNESS
    right = torch.arange(half)
    return (functional.cross_entropy(near, right) + functional.cross_entropy(near.T, right)) / 2


def _pairs(files: Sequence[File], chance: random.Random) -> Iterator[Pair]:
    """Two parts of one article each, several of one file, those not next to each other."""
    for file in chance.choices(files, weights=[len(each.paragraphs) for each in files], k=FILES):
        count = len(file.paragraphs)
        taken: list[int] = []
        for number in chance.sample(range(count), min(count, 2 * PARAGRAPHS)):
            if len(taken) < PARAGRAPHS and all(abs(number - each) > APART for each in taken):
                taken.append(number)
                yield _parts(file, number, chance)


def _parts(file: File, number: int, chance: random.Random) -> Pair:
    paragraphs = file.paragraphs
    words, spelled = paragraphs[number]
    if file.goes_on and len(words) <= HALVED and chance.random() < NEXT:
        after = number + 1 if number + 1 < len(paragraphs) else number - 1
        return _stretch(paragraphs[number], chance), _stretch(paragraphs[after], chance)
    at = chance.randint(len(words) // 3, 2 * len(words) // 3)
    return (words[:at], spelled[:at]), (words[at:], spelled[at:])


def _stretch(text: Spelled, chance: random.Random) -> Spelled:
    """Most of a paragraph, as the columns of a page cut it."""
    words, spelled = text
    first = chance.randint(0, len(words) // 3)
    last = chance.randint(2 * len(words) // 3, len(words))
    return words[first:last], spelled[first:last]


def _files(vocabulary: Vocabulary, known: topics.Topics) -> Iterator[File]:
    """The folder `language`, and the passages of facts, each of which stands by itself."""
    language = load()
    folders = defaultdict[str, list[list[str]]](list)
    for path in sorted(PHRASES.rglob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        folders[path.relative_to(PHRASES).parts[0]].append(lines)
    for folder in folders.values():
        kept = [_paragraphs(lines) for lines in folder]
        goes_on = _goes_on([each for each in kept if len(each) >= FEWEST], known)
        for some in kept:
            if len(some) >= FEWEST:
                texts = [language.split(plain(each)) for each in some]
                yield File(vocabulary.numbers(texts), goes_on)
    for path in sorted(FACTS.glob("*/*.jsonl")):
        if "held" not in path.parent.name:
            rows = path.read_text(encoding="utf-8").splitlines()
            passages = _paragraphs([json.loads(row).get("text", "") for row in rows])
            texts = [language.split(plain(each)) for each in passages]
            if len(texts) >= FEWEST:
                yield File(vocabulary.numbers(texts), goes_on=False)


def _paragraphs(lines: Sequence[str]) -> list[str]:
    folded = (fold(line.strip().replace("\n", ""))[:LONGEST] for line in lines)
    return [line for line in folded if len(line) >= SHORTEST]


def _goes_on(files: Sequence[Sequence[str]], known: topics.Topics) -> bool:
    """Whether paragraphs that follow each other are nearer than those that stand far apart."""
    language = load()
    following, apart = [0.0], [0.0]
    for paragraphs in files:
        rows = known.of([language.about(plain(each)) for each in paragraphs])
        near = rows @ rows.T
        following += np.diagonal(near, 1).tolist()
        apart += np.diagonal(near, FEWEST - 1).tolist()
    return float(np.mean(following) - np.mean(apart)) > GOES_ON


def _headlines(vocabulary: Vocabulary) -> Iterator[list[Pair]]:
    """The headlines of each hand, with how their texts begin."""
    language = load()
    for path in sorted(OPENINGS.glob("*.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        sides = (
            vocabulary.numbers([language.split(plain(fold(row[side]))) for row in rows])
            for side in (1, 2)
        )
        yield list(zip(*sides, strict=True))


def _pupil(vocabulary: Vocabulary, known: topics.Topics) -> Pupil:
    """The pupil as it stands."""
    pupil = Pupil(vocabulary)
    tables = {
        pupil.words.weight: known.words, pupil.characters.weight: known.characters,
        pupil.weight.weight: known.weight[None],
        pupil.inner.weight: known.inner, pupil.inner.bias: known.inner_bias,
        pupil.outer.weight: known.outer, pupil.outer.bias: known.outer_bias,
    }  # fmt: skip
    with torch.no_grad():
        for mine, theirs in tables.items():
            mine.copy_(torch.tensor(theirs))
    return pupil


if __name__ == "__main__":
    data = learn()
    topics.BASE.write_bytes(data)
    print(f"{len(data) / 1e6:.2f} MB at {topics.BASE.name}")
