"""The working document of one upload: the proposal with an id on everything a person may touch.

`machine` and `current` of an `Upload` both have this form:

    {"format": 2, "encoding": str,
     "source":   [{"id": int, "block": int, "gap": int, "text": str}],
     "articles": [{"id", "kicker", "headline", "deck", "dateline", "byline", "section", "missing",
                   "is_advertising", "confidence", "parts": [PART], "departments": [DEPARTMENT]}],
     "facts":    [{"id", "kind": project|target|statement, "article", "quote", …}],
     "joins":    [{"id", "left", "right", "at", "confidence", "reason", "made", "decision", …}],
     "folio":    {"day", "text", "paper", "page", "number", "given": {"day", "paper", "page"}},
     "loose":    [PART], "accepted": [keys of doubts that a person found nothing wrong with]}

`folio` is what the page prints of its own date and place, and what was given at the upload;
`again` what of it was in the house already then: {"what": upload|article, "pk", "name", "share"}.
PART is {"id", "kind", "text", "pieces", "confidence"}; its kind is paragraph, subhead or caption
inside an article, and kicker, headline, deck, banner, caption or leftover among the loose ones.
A project has "milestones" too, its promised stages beside the announced one: {"stage", "tense",
"due_text", "due_on", "due_precision", "quote", "confidence"}. Documents of format 1 have none.
"similar" are projects of the ledger that one may be: {"name", "printed", "key", "likeness"}.
A project that a person has decided on ("match": its uid, or None for a new one) says "decided".
Its "reached_on" is the day of a stage that is reported; older documents have none.
DEPARTMENT is {"printed", "match": official name or None, "use": bool}. Amounts are strings of
yuan, so that JSON keeps every digit; dates are ISO; what is unknown is None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ingest.folio import read_folio
from ingest.proposal import (
    Article,
    Capacity,
    Facts,
    Known,
    Layout,
    Milestone,
    Part,
    ProjectFact,
    Proposal,
    Statement,
    Sum,
    TargetFact,
)

Doc = dict[str, Any]
FORMAT = 2
HEADS = ("kicker", "headline", "deck")
NEAR = 0.45
MOST_SIMILAR = 4


def draft(proposal: Proposal, known: Known) -> Doc:
    """The working document of a proposal; names that are `known` are matched already."""
    layout, facts = proposal.layout, proposal.facts
    name = _names()
    articles = [_article(each, proposal, known, name) for each in layout.articles]
    ids = {each.key: made["id"] for each, made in zip(layout.articles, articles, strict=True)}
    return {
        "format": FORMAT,
        "encoding": proposal.encoding,
        "source": [
            {"id": each.id, "block": each.block, "gap": each.gap, "text": each.text}
            for each in layout.pieces
        ],
        "articles": articles,
        "facts": [{"id": name("f"), **each} for each in facts_of(facts, ids, known)],
        "joins": [_join(each, name) for each in layout.joins],
        "loose": list(_loose(layout, name)),
        "folio": _folio(layout),
        "accepted": [],
    }


def facts_of(facts: Facts, ids: dict[str, str], known: Known) -> list[Doc]:
    """Everything that was read, without ids yet; `ids` are those of the articles by their keys."""
    return [
        *(_project(each, ids, known) for each in facts.projects),
        *(_target(each, ids) for each in facts.targets),
        *(_statement(each, ids) for each in facts.statements),
    ]


def _names() -> Callable[[str], str]:
    counts: dict[str, int] = {}

    def name(letter: str) -> str:
        counts[letter] = counts.get(letter, 0) + 1
        return f"{letter}{counts[letter]}"

    return name


def part(identity: str, kind: str, text: str, pieces: list[int], confidence: float = 1.0) -> Doc:
    return {
        "id": identity,
        "kind": kind,
        "text": _line(text),
        "pieces": pieces,
        "confidence": round(confidence, 3),
    }


def _article(article: Article, proposal: Proposal, known: Known, name: Callable[[str], str]) -> Doc:
    facts = proposal.facts
    return {
        "id": name("a"),
        **{head: _text(getattr(article, head)) for head in HEADS},
        "dateline": article.dateline,
        "byline": article.byline,
        "section": facts.sections.get(article.key),
        "missing": article.missing or "",
        "is_advertising": article.is_advertising,
        "confidence": round(article.confidence, 3),
        "parts": [
            part(name("p"), kind, each.text, each.pieces, each.confidence)
            for kind, each in _body(article)
        ],
        "departments": [
            department(printed, known) for printed in facts.departments.get(article.key, [])
        ],
    }


def department(printed: str, known: Known) -> Doc:
    return {"printed": printed, "match": known.department(printed), "use": True}


def _body(article: Article) -> Iterator[tuple[str, Part]]:
    """Paragraphs with each subhead over the one it stands before, captions last."""
    for index, paragraph in enumerate(article.paragraphs):
        yield from (("subhead", each) for each in article.subheads if each.before == index)
        yield "paragraph", paragraph
    last = len(article.paragraphs)
    yield from (("subhead", each) for each in article.subheads if each.before >= last)
    yield from (("caption", each) for each in article.captions)


def _loose(layout: Layout, name: Callable[[str], str]) -> Iterator[Doc]:
    kinds = (
        ("banner", layout.banners),
        ("caption", layout.captions),
        ("leftover", layout.leftovers),
    )
    for kind, parts in kinds:
        for each in parts:
            yield part(name("l"), kind, each.text, each.pieces, each.confidence)


def _folio(layout: Layout) -> Doc:
    """What the page prints of itself (`ingest.folio`); what the uploader said joins it later."""
    found = read_folio(layout)
    return {**vars(found), "day": found.day.isoformat() if found.day else None, "given": {}}


def _join(join: Any, name: Callable[[str], str]) -> Doc:
    return {
        "id": name("j"),
        "left": join.left,
        "right": join.right,
        "at": join.at,
        "confidence": round(join.confidence, 3),
        "reason": join.reason,
        "second_choice": join.second_choice,
        "second_reason": join.second_reason,
        "made": join.made,
        "decision": None,
    }


def _project(fact: ProjectFact, ids: dict[str, str], known: Known) -> Doc:
    return {
        "kind": "project",
        "article": ids.get(fact.article),
        "quote": _line(fact.quote),
        "name": fact.name,
        "match": fact.known or known.projects.get(fact.name),
        "similar": similar(fact.name, known.projects),
        "investments": [
            {**money(each), "quote": _elsewhere(each.quote, fact.quote)}
            for each in fact.investments
        ],
        "capacities": [
            {**_capacity(each), "quote": _elsewhere(each.quote, fact.quote)}
            for each in fact.capacities
        ],
        "stage": fact.stage,
        "tense": fact.tense,
        **_due(fact.due_text, fact.due_on, fact.due_precision),
        "reached_on": fact.reached_on.isoformat() if fact.reached_on else None,
        "term": {"quote": _elsewhere(fact.term_quote, fact.quote)},
        "milestones": [_milestone(each, fact.quote) for each in fact.milestones],
        "sector": fact.sector,
        "department": fact.department,
        "place": fact.place,
        "confidence": round(fact.confidence, 3),
    }


def _milestone(milestone: Milestone, sentence: str) -> Doc:
    return {
        "stage": milestone.stage,
        "tense": milestone.tense,
        **_due(milestone.due_text, milestone.due_on, milestone.due_precision),
        "quote": _elsewhere(milestone.quote, sentence),
        "confidence": round(milestone.confidence, 3),
    }


def milestones_of(fact: Doc) -> list[Doc]:
    """The milestones of a fact; those of a document of format 1 have none."""
    return fact.get("milestones") or []


def is_step(fact: Doc) -> bool:
    """Whether it is done of a work on the way to its end, as `TargetFact.is_step` says."""
    if fact["kind"] != "target" or not fact["project"]:
        return False
    return bool(fact["target_kind"] == "event" and fact["value"] is None)


def similar(name: str, names: Mapping[str, str]) -> list[Doc]:
    """Known names that look like a new one, the likest first: {"name", "key", "likeness"}."""
    if name in names:
        return []
    own = bigrams(name)
    found: list[Doc] = [
        {"name": other, "key": key, "likeness": round(overlap(own, bigrams(other)), 2)}
        for other, key in names.items()
    ]
    near = [each for each in found if each["likeness"] >= NEAR]
    return sorted(near, key=lambda each: (-each["likeness"], each["name"]))[:MOST_SIMILAR]


def bigrams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's measure of two sets of bigrams, 0 to 1."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def money(said: Sum) -> Doc:
    return {
        "amount": _exact(said.yuan),
        "amount_to": _exact(said.yuan_to),
        "text": said.text,
        "measure": said.kind,
        "comparator": said.comparator,
        "currency": said.currency,
        "as_of": said.as_of,
        "period": said.period_text,
        "reason": said.reason,
    }


def _capacity(capacity: Capacity) -> Doc:
    return {
        "value": _exact(capacity.value),
        "unit": capacity.unit,
        "text": capacity.text,
        "comparator": capacity.comparator,
        "per": capacity.per,
    }


def _target(fact: TargetFact, ids: dict[str, str]) -> Doc:
    return {
        "kind": "target",
        "article": ids.get(fact.article),
        "quote": _line(fact.quote),
        "target_kind": fact.kind,
        "indicator": fact.indicator,
        "project": fact.project,
        "department": fact.department,
        "stage": fact.stage,
        "comparator": fact.comparator,
        "value": _exact(fact.value),
        "unit": fact.unit,
        "text": fact.value_text,
        **_due(fact.due_text, fact.due_on, fact.due_precision),
        "confidence": round(fact.confidence, 3),
    }


def _statement(fact: Statement, ids: dict[str, str]) -> Doc:
    return {
        "kind": "statement",
        "article": ids.get(fact.article),
        "quote": _line(fact.sum.quote),
        **money(fact.sum),
        "members": fact.members,
        "confidence": 1.0,
    }


def _due(text: str | None, day: date | None, precision: str | None) -> Doc:
    return {
        "due_text": text,
        "due_on": day.isoformat() if day else None,
        "due_precision": precision,
    }


def _exact(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"


def _text(found: Part | None) -> str:
    return found.text if found else ""


def _elsewhere(quote: str, sentence: str) -> str | None:
    """The sentence of a figure or a date, where it is another than that of its project."""
    return _line(quote) if quote and _line(quote) not in _line(sentence) else None


def _line(text: str) -> str:
    """A quote as it stands in `Article.plain`, where a line has single blanks only."""
    return " ".join(text.split())
