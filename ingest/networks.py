"""What the learned tables of the importer share: how they are kept, and networks that remember."""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Layer:
    weights: Numbers
    bias: Numbers

    def __call__(self, numbers: Numbers) -> Numbers:
        return np.asarray(numbers @ self.weights.T + self.bias, dtype=np.float32)


@dataclass(frozen=True)
class Memory:
    """What is remembered of the words so far (a GRU), after each word.

    The rows of each layer stand for what is reset, what is kept and what is new, in this order.
    """

    seen: Layer
    state: Layer

    def __call__(self, words: Numbers) -> Numbers:
        """The states; `words` is texts by words by numbers, and so is what is given back."""
        return remembered([self], [words])[0]


def remembered(memories: Sequence[Memory], texts: Sequence[Numbers]) -> Numbers:
    """The states of each memory on its own texts, word by word in step: memories of one size on
    texts of one length cost little more than one of them.
    """
    weights = np.stack([each.state.weights.T for each in memories])
    bias = np.stack([each.state.bias for each in memories])[:, None]
    size = weights.shape[1]
    rows, length = texts[0].shape[:2]
    given = np.empty((length, len(memories), rows, 3 * size), dtype=np.float32)
    for number, (memory, words) in enumerate(zip(memories, texts, strict=True)):
        given[:, number] = memory.seen(words).transpose(1, 0, 2)
    state = np.zeros((len(memories), rows, size), dtype=np.float32)
    states = np.empty((length, *state.shape), dtype=np.float32)
    for at, seen in enumerate(given):
        known = state @ weights + bias
        gates = sigmoid(seen[..., : 2 * size] + known[..., : 2 * size])
        reset, kept = gates[..., :size], gates[..., size:]
        new = np.tanh(seen[..., 2 * size :] + reset * known[..., 2 * size :])
        state = new + kept * (state - new)
        states[at] = state
    return states.transpose(1, 2, 0, 3)


def sigmoid(numbers: Numbers) -> Numbers:
    return np.tanh(numbers * np.float32(0.5)) * np.float32(0.5) + np.float32(0.5)


def numbered(names: Iterable[str], first: int) -> dict[str, int]:
    """Each name with its number, counted from `first`."""
    return {name: number for number, name in enumerate(names, start=first)}


def pack(
    names: Mapping[str, Iterable[str]],
    tables: Mapping[str, Numbers],
    steps_of: Callable[[str], int],
) -> bytes:
    """Lists of names and tables as bytes: a NumPy archive, compressed whole.

    Numbers are kept as whole steps, `steps_of(table)` to the greatest of their table.
    """
    arrays: dict[str, NDArray] = {}
    for name, known in names.items():
        arrays[f"names of {name}"] = np.frombuffer("\n".join(known).encode("utf-8"), dtype=np.uint8)
    for name, table in tables.items():
        step = float(np.abs(table).max()) / steps_of(name) or 1.0
        arrays[name] = np.round(table / step).astype(np.int8)
        arrays[f"step of {name}"] = np.array(step, dtype=np.float32)
    file = BytesIO()
    np.savez(file, **arrays)  # type: ignore[arg-type]
    return lzma.compress(file.getvalue(), preset=9)


def unpack(data: bytes) -> tuple[dict[str, list[str]], dict[str, Numbers]]:
    """The names and the tables of `pack`."""
    names, tables = "names of ", "step of "
    with np.load(BytesIO(lzma.decompress(data)), allow_pickle=False) as file:
        known = {
            each.removeprefix(names): bytes(file[each]).decode("utf-8").split("\n")
            for each in file.files
            if each.startswith(names)
        }
        kept = [each.removeprefix(tables) for each in file.files if each.startswith(tables)]
        return known, {name: file[name] * file[f"{tables}{name}"] for name in kept}
