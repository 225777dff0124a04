"""The layout half of the measure: articles, their heads, and paragraphs in their places."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.measuring import Item, Report, Score, dice, match

HEADS = {"kicker": "kicker", "headline": "headline", "deck": "subhead", "byline": "byline"}


def measure_layout(proposal: Item, reading: Item) -> Report:
    blocks = [
        _plain(block if isinstance(block, str) else block["text"]) for block in reading["blocks"]
    ]
    wanted = [_with_text(each, blocks) for each in reading["articles"]]
    articles, found = match(
        proposal["articles"], wanted, _alike, label=lambda each: str(each["headline"])
    )
    report: Report = {"articles": articles}
    report |= {head: _heads(found, head, name) for head, name in HEADS.items()}
    report["incomplete"] = _incomplete(found)
    report["placement"] = _placement(found, wanted, blocks)
    report["paragraphs"] = _paragraphs(found, proposal["articles"], wanted)
    report["joins"] = _joins(proposal, reading["joins"], blocks)
    return report


def _with_text(article: Item, blocks: Sequence[str]) -> Item:
    texts = ["".join(blocks[index] for index in group) for group in article["paragraphs"]]
    return {**article, "texts": texts}


def _plain(text: str | None) -> str:
    return "".join((text or "").split())


def _alike(found: Item, wanted: Item) -> float:
    """Two articles are one when their bodies share most of their character pairs."""
    body = "".join(_plain(each) for each in found["paragraphs"])
    head = 0.1 * dice(_plain(found["headline"]), _plain(wanted["headline"]))
    return dice(body, "".join(wanted["texts"])) + head


def _heads(found: Sequence[tuple[Item, Item]], head: str, name: str) -> Score:
    score = Score()
    for one, other in found:
        right = [other.get(name), other.get(head), *(other.get(f"{head}_alt") or [])]
        known = [_plain(each) for each in right if each]
        score.count(_plain(one[head]), known, str(other["headline"]))
    return score


def _incomplete(found: Sequence[tuple[Item, Item]]) -> Score:
    score = Score()
    for one, other in found:
        wanted = [other.get("incomplete_where") or "yes"] if other.get("incomplete") else []
        got = one["incomplete"] and (one.get("incomplete_where") or "yes")
        score.count(got, wanted, str(other["headline"]))
    return score


def _placement(
    found: Sequence[tuple[Item, Item]], wanted: Sequence[Item], blocks: Sequence[str]
) -> Score:
    """Every block of every article stands in that article, and no other block does."""
    score = Score()
    bodies = {
        id(other): "".join(_plain(each) for each in one["paragraphs"]) for one, other in found
    }
    owners = [
        (index, id(each)) for each in wanted for group in each["paragraphs"] for index in group
    ]
    for index, owner in owners:
        score.expected += 1
        holders = [each for each, body in bodies.items() if blocks[index] in body]
        score.proposed += len(holders)
        score.right += owner in holders
        if owner not in holders:
            score.missed.append(blocks[index][:30])
    return score


def _paragraphs(
    found: Sequence[tuple[Item, Item]], proposed: Sequence[Item], wanted: Sequence[Item]
) -> Score:
    """Whole paragraphs, letter by letter."""
    score = Score(proposed=sum(len(each["paragraphs"]) for each in proposed))
    score.expected = sum(len(each["texts"]) for each in wanted)
    for one, other in found:
        texts = [_plain(each) for each in one["paragraphs"]]
        for text in other["texts"]:
            score.right += text in texts
            if text not in texts:
                score.missed.append(text[:30])
    return score


def _joins(proposal: Item, wanted: Sequence[Item], blocks: Sequence[str]) -> Score:
    """Cut paragraphs: the two sides of a seam stand together again. Unsure seams are neutral."""
    text = "\n".join(_plain(each) for one in proposal["articles"] for each in one["paragraphs"])
    score = Score()
    seams = {(each["left"], each["right"]): bool(each.get("sure", True)) for each in wanted}
    for (left, right), sure in seams.items():
        together = blocks[left][-12:] + blocks[right][:12] in text
        score.expected += sure
        score.proposed += sure and together
        score.right += sure and together
        if sure and not together:
            score.missed.append(f"{blocks[left][-8:]}|{blocks[right][:8]}")
    for join in proposal["joins"]:
        if join.get("made", True) and (join["left"], join["right"]) not in seams:
            score.proposed += 1
            score.wrong.append(f"{join['left']}+{join['right']}")
    return score
