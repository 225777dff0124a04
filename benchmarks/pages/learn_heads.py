"""Learn what tells a headline from a subhead, and how their texts begin, into ingest/data/heads.txt.

    python -m benchmarks.pages.learn_heads

From the tuning and language articles, from `openings`: headlines and subheads by two more hands,
each with the beginning of its text, and from the exported pages to learn from. Needs PyTorch
(`pip install -r benchmarks/pages/requirements.txt`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from benchmarks.pages.corpus import Source, load_articles
from benchmarks.pages.exported import ExportedPage, pages_to_learn_from
from ingest.ordering.language import Language, load, plain
from ingest.readers.punctuation import fold
from ingest.segmenting import heads

OPENINGS = Path(__file__).resolve().parent / "openings"
SPLITS = ("tuning", "language")
PULL, FEWEST, PLACES, WIDTH = 0.003, 3, 1, 120  # a sign seen thrice; weights to one decimal


@dataclass(frozen=True)
class Opening:
    """A line, how the text under it begins, and whether the line is a headline."""

    line: str
    text: str
    is_headline: bool


def openings(splits: Iterable[str] = SPLITS, *, but: str = "") -> list[Opening]:
    """All that teaches, without datelines: those tell by themselves.

    Exported pages, which are as pages are, teach twice; those of one hand (`but`, the first letter
    of their names) may be left out.
    """
    found = [
        each for split in splits for article in load_articles(split) for each in _of(article.bare())
    ]
    for path in sorted(OPENINGS.glob("*.tsv")):
        for row in path.read_text(encoding="utf-8").splitlines():
            kind, line, text = row.split("\t")
            found.append(Opening(line, text, kind == "h"))
    pages = [page for page in pages_to_learn_from() if page.hand != but]
    return found + 2 * [each for page in pages for each in _of_page(page)]


def paragraphs(splits: Iterable[str] = SPLITS, *, but: str = "") -> list[tuple[str, bool]]:
    """The paragraphs of articles, without datelines, and whether each is the first of its article;
    those of exported pages, but for one hand's, teach twice.
    """
    texts = [
        [line.text for line in article.bare().lines if line.kind == "body"]
        for split in splits
        for article in load_articles(split)
    ]
    for page in pages_to_learn_from():
        if page.hand != but:
            for article in page.articles:
                bodies = [text for role, text in page.texts(article) if role == "body"]
                begins = page.missing.get(article) not in ("beginning", "both")
                texts += 2 * [bodies if begins else ["", *bodies]]
    return [(text, not number) for each in texts for number, text in enumerate(each) if text]


def _of_page(page: ExportedPage) -> Iterator[Opening]:
    for article in page.articles:
        line, is_headline = page.heading(article, "headline"), True
        for role, text in page.texts(article):
            if role == "body" and line:
                yield Opening(line, text, is_headline)
            line, is_headline = (text, False) if role == "subhead" else ("", False)


def _of(article: Source) -> Iterator[Opening]:
    above, line_above = "headline", article.headline
    for line in article.lines:
        if line.kind == "body" and above != "body":
            yield Opening(line_above, line.text, above == "headline")
        if line.kind != "caption":
            above, line_above = line.kind, line.text


def learned(splits: Iterable[str] = SPLITS, *, language: Language, but: str = "") -> heads.Heads:
    """The weights of the signs of lines and of texts, learned from all but one hand."""
    given = openings(splits, but=but)
    begun = paragraphs(splits, but=but)
    firsts = [heads.text_signs(plain(fold(text)), language) for text, _ in begun]
    wanted = [each.is_headline for each in given]
    lines = [heads.line_signs(plain(fold(each.line)), language) for each in given]
    texts = [heads.text_signs(plain(fold(each.text)), language) for each in given]
    told = _weights(firsts, [is_first for _, is_first in begun])
    return heads.Heads(_weights(lines, wanted), _weights(texts, wanted), told)


def _weights(seen: Sequence[set[str]], wanted: Sequence[bool]) -> dict[str, float]:
    """A logistic regression with a pull towards zero."""
    counts = Counter(sign for signs in seen for sign in signs)
    known = sorted(sign for sign, count in counts.items() if count >= FEWEST)
    place = {sign: number for number, sign in enumerate(known)}
    table = torch.zeros(len(seen), len(known))
    for row, signs in enumerate(seen):
        table[row, [place[sign] for sign in signs if sign in place]] = 1.0
    right = torch.tensor([float(each) for each in wanted])
    pulled = torch.tensor([float(sign != "even") for sign in known])
    weights = torch.zeros(len(known), requires_grad=True)
    steps = torch.optim.LBFGS([weights], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        steps.zero_grad()
        missed = binary_cross_entropy_with_logits(table @ weights, right)
        missed = missed + PULL * (pulled * weights).square().sum()
        missed.backward()
        return missed

    steps.step(loss)
    return dict(zip(known, weights.tolist(), strict=True))


def written(found: heads.Heads) -> str:
    """The weights as `heads.load` reads them."""
    head = "# Signs of headlines and of how their texts begin, by weight: learn_heads made them."
    blocks = [
        *_blocks("lines", found.lines),
        *_blocks("texts", found.texts),
        *_blocks("firsts", found.firsts),
    ]
    return "\n".join([head, *blocks]) + "\n"


def _blocks(name: str, weights: Mapping[str, float]) -> Iterator[str]:
    signs: defaultdict[float, list[str]] = defaultdict(list)
    for sign, weight in weights.items():
        signs[round(weight, PLACES)].append(sign)
    signs.pop(0.0, None)
    for weight, found in sorted(signs.items()):
        yield f"[{name} {weight}]"
        yield from wrap(" ".join(found), WIDTH, break_long_words=False, break_on_hyphens=False)


def main() -> None:
    found = learned(language=load())
    heads.BASE.write_text(written(found), encoding="utf-8")
    size = heads.BASE.stat().st_size / 1e3
    print(f"{size:.0f} kB at {heads.BASE.name}")


if __name__ == "__main__":
    main()
