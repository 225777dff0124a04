"""A proposal for the eye: the document of `import_issue` as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]
CUT = 48
STAGES = {
    "approved": "立项",
    "started": "开工",
    "structure_complete": "主体完工",
    "completed": "完工",
    "operating": "投运",
}
ENDS = {"beginning": "开头", "end": "结尾", "both": "头尾", None: "一头"}


def lines(document: Json) -> Iterator[str]:
    """Articles with their parts, then the doubtful joins first, then what is in no article."""
    for number, article in enumerate(document["articles"], start=1):
        yield from _article(number, article, document)
    for join in sorted(document["joins"], key=lambda join: join["confidence"]):
        sign = "+" if join["made"] else "?"
        seam = f"{join['left']}→{join['right']} {join['confidence']:.2f} {join['at']}"
        yield f"{sign} {seam} {join['reason']}"
    for kind, sign in (("banners", "栏目"), ("captions", "图说"), ("leftovers", "其余")):
        for text in document[kind]:
            yield f"[{sign}] {text}"


def _article(number: int, article: Json, document: Json) -> Iterator[str]:
    if article["kicker"]:
        yield f"   {article['kicker']}"
    missing = f"  （缺{ENDS[article['incomplete_where']]}）" if article["incomplete"] else ""
    yield f"{number}. {article['headline'] or '（无题）'}{missing}"
    if article["deck"]:
        yield f"   {article['deck']}"
    if article["byline"]:
        yield f"   {article['byline']}"
    for index, text in enumerate(article["paragraphs"]):
        for subhead in article["subheads"]:
            if subhead["before"] == index:
                yield f"   ## {subhead['text']}"
        yield f"   {text if len(text) <= CUT else text[:CUT] + '…'}"
    for text in article["captions"]:
        yield f"   [图说] {text}"
    yield from _facts(number - 1, document)
    yield ""


def _facts(article: int, document: Json) -> Iterator[str]:
    """What the article says of projects, targets and sets of projects, one line each."""
    for sign, kind, words in (
        ("●", "projects", ("name", "investment_text", "due_text")),
        ("○", "targets", ("indicator", "text", "due_text")),
        ("Σ", "statements", ("text",)),
    ):
        for fact in document[kind]:
            if fact["article"] == article:
                yield f"   {sign} " + " ".join(fact[word] for word in words if fact[word])
                yield from (f"     ◦ {_milestone(each)}" for each in fact.get("milestones", ()))
                yield from (f"     ◦ {_step(each)}" for each in fact.get("steps", ()))


def _milestone(milestone: Json) -> str:
    return f"{milestone['due_text']} {STAGES.get(milestone['stage'], milestone['stage'])}"


def _step(step: Json) -> str:
    return f"{step['due_text']} {step['indicator']}"
