"""Steps on the facts of an article: correct, drop, add, and say who and what is meant."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from chinese.said import read_sum
from ingest.desk.common import (
    EditError,
    Values,
    day,
    exact_number,
    find,
    new_id,
    one_line,
    one_of,
    quoting,
    stands,
    whole_number,
)
from ingest.desk.draft import Doc
from ingest.desk.said import take_printed_sum, take_printed_value
from ingest.proposal import COMPARATORS, MEASURES, STAGES

FACT_FIELDS = (
    *("name", "indicator", "project", "stage", "tense", "comparator", "unit", "target_kind"),
    *("sector", "department", "place", "due_text", "due_precision", "members", "match"),
)
CHOICES = {
    "stage": STAGES,
    "tense": ("planned", "ongoing", "done"),
    "comparator": COMPARATORS,
    "target_kind": ("quantity", "stage", "event"),
    "due_precision": ("day", "month", "quarter", "half-year", "year"),
}
BARE = re.compile("[0-9０-９.,，]+")  # 3150: of yuan, or of 万元?
TOO_MUCH = Decimal(10) ** 13  # the ledger keeps no more yuan
LABELS = {"project": "name", "target": "indicator"}
BLANK_SUM = {
    "amount": None,
    "amount_to": None,
    "text": "",
    "measure": "total",
    "comparator": "=",
    "currency": "CNY",
    "as_of": None,
    "period": None,
    "reason": "",
    "quote": None,
}


def edit_fact(doc: Doc, values: Values) -> None:
    """Correct the fields of a fact. Sums are typed as printed (1.3亿元), dates as 2026-12-31."""
    fact = find(doc["facts"], values["fact"])
    renamed, matched = fact.get("name"), fact.get("match")
    told = (fact.get("stage"), fact.get("tense"))
    for name in FACT_FIELDS:
        if name in values and name in fact:
            text = one_line(values[name])
            fact[name] = (one_of(text, CHOICES[name]) if name in CHOICES else text) or None
    if (label := LABELS.get(fact["kind"])) and not fact[label]:
        raise EditError("no_name")
    if fact["kind"] == "project":
        _decide(fact, values, renamed, matched)
    if fact["kind"] == "project" and fact["name"] != renamed:
        _follow_name(doc, renamed, fact["name"])
    if fact.get("reached_on") and (fact["stage"], fact["tense"]) != told:
        fact["reached_on"] = None  # it was the day of another stage
    if "due_on" in values:
        _set_due(fact, values["due_on"])
    if "value" in values and exact_number(values["value"]) != fact["value"]:
        fact["value"] = exact_number(values["value"])
        take_printed_value(fact)
    if fact.get("members"):
        fact["members"] = whole_number(fact["members"])
    if "quote" in values:
        _set_quote(doc, fact, values["quote"])
    _edit_sums(doc, fact, values)
    fact["confidence"] = 1.0


def _set_quote(doc: Doc, fact: Doc, text: Any) -> None:
    """The sentence chosen for the fact; it also stands for those of its figures that are gone."""
    fact["quote"] = _quote(doc, fact["article"], text)
    if fact.get("reached_on"):
        fact["reached_on"] = None  # another sentence may print another day, or none
    article = find(doc["articles"], fact["article"])
    for each in quoting(fact)[1:]:
        if not stands(article, each["quote"]):
            each["quote"] = None


def _decide(fact: Doc, values: Values, name: str | None, match: str | None) -> None:
    """Which project it is was decided by whoever saved the form with it; under another name it is
    looked for anew unless another one was chosen along with the name.

    `matched` is the project that the form showed: the ledger may have got it since.
    """
    shown = values.get("matched", match) or None
    chosen = "match" in values and fact["match"] != shown
    if fact["name"] == name:
        fact["decided"] = bool(fact.get("decided") or "match" in values)
    elif chosen:
        fact["decided"], fact["similar"] = True, []
    else:
        fact |= {"decided": False, "similar": [], "match": None}


def decide_project(doc: Doc, values: Values) -> None:
    """Say which project of the ledger it is (`match`), or that it is a new one; nothing else of it
    was looked at."""
    fact = find(doc["facts"], values["fact"])
    if fact["kind"] != "project":
        raise EditError("unknown_kind", str(fact["kind"]))
    fact["match"], fact["decided"] = values.get("match") or None, True


def _follow_name(doc: Doc, old: str | None, new: str) -> None:
    """Promises that name the project call it by its new name."""
    for other in doc["facts"]:
        if other["kind"] == "target" and other["project"] == old:
            other["project"] = new


def _set_due(fact: Doc, typed: Any) -> None:
    before, fact["due_on"] = fact["due_on"], day(typed)
    if fact["due_on"] is None:
        fact["due_precision"] = None
    elif fact["due_on"] != before or not fact["due_precision"]:
        fact["due_precision"] = "day"
        fact["due_typed"] = True


def _edit_sums(doc: Doc, fact: Doc, values: Values) -> None:
    """The sum of a statement, or the sum number `at` of a project: amount and measure."""
    at = whole_number(values.get("at") or 0)
    if fact["kind"] == "target" and values.get("amount"):
        raise EditError("no_sum_here")
    if "amount" in values and fact["kind"] != "target":
        _set_amount(doc, fact, one_line(values["amount"]), at)
    if measure := one_of(values.get("measure"), MEASURES):
        if fact["kind"] == "statement":
            fact["measure"] = measure
        elif at < len(fact.get("investments") or ()):
            fact["investments"][at]["measure"] = measure


def _set_amount(doc: Doc, fact: Doc, printed: str, at: int) -> None:
    """Read a typed sum exactly, or refuse it; an empty one takes the sum away."""
    if fact["kind"] == "statement":
        if printed != fact["text"] or fact["amount"] is None:
            fact.update(_amount(printed) if printed else {"amount": None, "amount_to": None})
            take_printed_sum(doc, fact, fact)
        return
    sums = fact["investments"]
    if not printed:
        del sums[at : at + 1]
    elif at >= len(sums):
        sums.append({**BLANK_SUM, **_amount(printed)})
        take_printed_sum(doc, fact, sums[-1])
    elif printed != sums[at]["text"] or sums[at]["amount"] is None:
        sums[at].update(_amount(printed))
        take_printed_sum(doc, fact, sums[at])


def _amount(printed: str) -> Doc:
    only = read_sum(printed)
    if only is None or BARE.fullmatch(printed) or only.value is None or only.value >= TOO_MUCH:
        raise EditError("no_amount", printed)
    foreign = only.currency not in ("", "CNY")
    return {
        "amount": None if foreign else f"{only.value:f}",
        "amount_to": None if foreign or only.value_to is None else f"{only.value_to:f}",
        "text": printed,
        "comparator": only.comparator,
        "currency": only.currency or "CNY",
        "reason": "",
    }


def drop_fact(doc: Doc, values: Values) -> None:
    doc["facts"].remove(find(doc["facts"], values["fact"]))


def add_fact(doc: Doc, values: Values) -> None:
    """A fact that the machine missed: its kind, its article and the sentence that says it."""
    kind = values["kind"]
    if kind not in ("project", "target", "statement"):
        raise EditError("unknown_kind", str(kind))
    article = find(doc["articles"], values["article"])["id"]
    fact: Doc = {
        **dict.fromkeys((*FACT_FIELDS, "due_on", "value", "text")),
        "id": new_id(doc, "f"),
        "kind": kind,
        "article": article,
        "quote": _quote(doc, article, values["quote"]),
        "confidence": 1.0,
    }
    if kind == "project":
        fact |= {"investments": [], "capacities": [], "milestones": [], "similar": []}
    if kind == "target":
        fact |= {"target_kind": "event"}
    if kind == "statement":
        fact |= {key: value for key, value in BLANK_SUM.items() if key != "quote"}
    doc["facts"].append(fact)
    if label := LABELS.get(kind):
        fact[label] = one_line(values.get("name") or values.get("indicator")) or None
    edit_fact(doc, {**_typed(values), "fact": fact["id"]})


def _typed(values: Values) -> Doc:
    """What else the form says about a new fact; empty fields say nothing."""
    skipped = ("fact", "quote", "kind", "article", "name", "indicator")
    return {key: value for key, value in values.items() if value and key not in skipped}


def _quote(doc: Doc, article_id: Any, text: Any) -> str:
    quote = one_line(text)
    if not quote or not stands(find(doc["articles"], article_id), quote):
        raise EditError("quote_not_found", quote)
    return quote


def match_department(doc: Doc, values: Values) -> None:
    """Decide what a printed name is: a known department (`match`), a new one, or none (`use`)."""
    article = find(doc["articles"], values["article"])
    for each in article["departments"]:
        if each["printed"] == values["printed"]:
            each["match"] = values.get("match") or None
            each["use"] = values.get("use", "1") not in ("", "0", False)
            each["checked"] = True
            return
    raise EditError("gone", str(values["printed"]))


def add_department(doc: Doc, values: Values) -> None:
    """A department of the article that the machine missed, under the name printed there."""
    article = find(doc["articles"], values["article"])
    printed = one_line(values["printed"])
    if not printed:
        raise EditError("no_name")
    if any(each["printed"] == printed for each in article["departments"]):
        raise EditError("is_there", printed)
    match = values.get("match") or None
    article["departments"].append(
        {"printed": printed, "match": match, "use": True, "checked": True}
    )
