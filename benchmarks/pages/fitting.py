"""Fitting by PyTorch: the weights under which what is right is believed most (L-BFGS).

pip install -r benchmarks/pages/requirements.txt
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import torch
from torch import Tensor

Features = dict[str, float]
Pair = tuple[int, int]
Case = tuple[list[Features], int]
SCALINGS = 15


class Seams(Protocol):
    """The candidate seams of a page; those in `doubtful` count neither way."""

    seams: dict[Pair, Features]
    right: set[Pair]
    doubtful: set[Pair]


def fit_choices(
    cases: Sequence[Case],
    *,
    custom: Features | None = None,
    fixed: Features | None = None,
    pull: float = 0.01,
    counts: Sequence[float] | None = None,
) -> Features:
    """Weights under which the right one of each case's choices is likeliest (softmax).

    The pull is towards `custom`, else to zero; `fixed` are given, the others fitted around them;
    `counts` says how much each case counts, else all count alike.
    """
    rows = [choice for choices, _ in cases for choice in choices]
    names = _names(rows, custom or {}, fixed or {})
    numbers = _matrix(rows, names)
    case = torch.tensor([n for n, (choices, _) in enumerate(cases) for _ in choices])
    firsts = torch.tensor([0, *(len(choices) for choices, _ in cases)]).cumsum(0)[:-1]
    right = firsts + torch.tensor([right for _, right in cases])
    towards = torch.tensor([(custom or {}).get(name, 0.0) for name in names])
    count = torch.tensor(counts if counts is not None else [1.0] * len(cases))
    count = count / count.mean()

    def loss(weights: Tensor) -> Tensor:
        scores = numbers @ weights
        top = torch.full((len(cases),), -1e9).scatter_reduce(0, case, scores, "amax").detach()
        totals = torch.zeros(len(cases)).index_add(0, case, (scores - top[case]).exp())
        missed = (count * (top + totals.log() - scores[right])).mean()
        return missed + pull / 2 * (weights - towards).square().sum()

    return _least(loss, names, towards, fixed or {})


def fitted(
    rows: Sequence[Features], missed: Callable[[Tensor], Tensor], *, custom: Features, pull: float
) -> Features:
    """Weights under which the scores of the rows make `missed` least, pulled towards `custom`."""
    names = _names(rows, custom)
    numbers = _matrix(rows, names)
    scale = numbers.square().mean(0).sqrt().clamp(min=1e-3)
    towards = torch.tensor([custom.get(name, 0.0) for name in names])

    def loss(weights: Tensor) -> Tensor:
        return missed(numbers @ weights) + pull * ((weights - towards) * scale).square().sum()

    return _least(loss, names, towards, {})


def fit_seams(
    pages: Sequence[Seams], *, fixed: Features | None = None, pull: float = 0.0003
) -> Features:
    """Weights under which the beliefs of each page's assignment come nearest to the truth.

    Nearness is the log of the belief in what is right and of the disbelief in what is not, per
    right join. Beliefs are those of `assignment.shares`. The pull is on weights as they work: a
    number's weight counts as much as its usual size.
    """
    rows = [features for page in pages for features in page.seams.values()]
    names = _names(rows, fixed or {})
    numbers = _matrix(rows, names)
    scale = numbers.square().mean(0).sqrt()
    scale = torch.where(numbers.abs().amax(0) > 1, scale, 1.0)
    lefts, rights, count = _ends(pages)
    pairs = [(page, pair) for page in pages for pair in page.seams]
    right = torch.tensor([float(pair in page.right) for page, pair in pairs])
    told = torch.tensor([float(pair not in page.doubtful) for page, pair in pairs])

    def loss(weights: Tensor) -> Tensor:
        belief = _shares(numbers @ weights, lefts, rights, count).clamp(1e-5, 1 - 1e-5)
        missed = right * belief.log() + (1 - right) * (1 - belief).log()
        return -(told * missed).sum() / right.sum() + pull * (weights * scale).square().sum()

    return _least(loss, names, torch.zeros(len(names)), fixed or {}, scale)


def _shares(values: Tensor, lefts: Tensor, rights: Tensor, count: int) -> Tensor:
    """As `assignment.shares`, for all pages at once."""
    weights = values.clamp(-30, 30).exp()
    left_scale = right_scale = torch.ones(count)
    for _ in range(SCALINGS):
        sums = torch.zeros(count).index_add(0, lefts, weights * right_scale[rights])
        left_scale = 1 / (1 + sums)
        sums = torch.zeros(count).index_add(0, rights, weights * left_scale[lefts])
        right_scale = 1 / (1 + sums)
    return weights * left_scale[lefts] * right_scale[rights]


def _ends(pages: Sequence[Seams]) -> tuple[Tensor, Tensor, int]:
    """The pieces of all pages, numbered through."""
    lefts, rights, start = [], [], 0
    for page in pages:
        lefts += [start + left for left, _ in page.seams]
        rights += [start + right for _, right in page.seams]
        start += 1 + max((max(pair) for pair in page.seams), default=0)
    return torch.tensor(lefts), torch.tensor(rights), start


def _names(rows: Sequence[Features], *more: Features) -> list[str]:
    return sorted({name for row in rows for name in row}.union(*more))


def _matrix(rows: Sequence[Features], names: Sequence[str]) -> Tensor:
    place = {name: number for number, name in enumerate(names)}
    matrix = torch.zeros(len(rows), len(names))
    for number, row in enumerate(rows):
        for name, value in row.items():
            matrix[number, place[name]] = value
    return matrix


def _least(
    loss: Callable[[Tensor], Tensor],
    names: Sequence[str],
    start: Tensor,
    fixed: Features,
    scale: Tensor | None = None,
) -> Features:
    """The weights of the least loss, those in `fixed` held."""
    scale = torch.ones(len(names)) if scale is None else scale
    free = torch.tensor([float(name not in fixed) for name in names])
    held = torch.tensor([fixed.get(name, 0.0) for name in names])
    scaled = (start * scale).clone().requires_grad_()
    steps = torch.optim.LBFGS([scaled], max_iter=80, history_size=20, line_search_fn="strong_wolfe")

    def weights() -> Tensor:
        return scaled / scale * free + held

    def closure() -> Tensor:
        steps.zero_grad()
        found = loss(weights())
        found.backward()
        return found

    steps.step(closure)
    return dict(zip(names, weights().detach().tolist(), strict=True))
