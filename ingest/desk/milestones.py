"""Steps on the milestones of a project: correct one, add one that was missed, strike one."""

from __future__ import annotations

from typing import Any

from ingest.desk.common import EditError, Values, day, find, one_line, one_of, stands, whole_number
from ingest.desk.draft import Doc
from ingest.desk.facts import CHOICES


def edit_milestone(doc: Doc, values: Values) -> None:
    """Correct the milestone number `at` of a project; the number behind the last adds one."""
    fact, rows = _rows(doc, values)
    at = whole_number(values.get("at") or 0)
    corrected = _read(values)
    corrected["quote"] = _quote(doc, fact, values.get("quote"))
    if at < len(rows):
        rows[at].update(corrected)
    else:
        rows.append({"tense": "planned", **corrected})
    rows.sort(key=lambda each: each["due_on"])


def drop_milestone(doc: Doc, values: Values) -> None:
    """Strike the milestone number `at` of a project."""
    _, rows = _rows(doc, values)
    at = whole_number(values.get("at") or 0)
    if at >= len(rows):
        raise EditError("gone", str(at))
    del rows[at]


def _rows(doc: Doc, values: Values) -> tuple[Doc, list[Doc]]:
    fact = find(doc["facts"], values["fact"])
    if fact["kind"] != "project":
        raise EditError("unknown_kind", str(fact["kind"]))
    rows: list[Doc] = fact.setdefault("milestones", [])
    return fact, rows


def _read(values: Values) -> Doc:
    """The fields of the form. A stage without a day is no milestone."""
    stage = one_of(values.get("stage"), CHOICES["stage"])
    if not stage:
        raise EditError("no_stage")
    due_on = day(values.get("due_on"))
    if due_on is None:
        raise EditError("no_date", "")
    precision = one_of(values.get("due_precision"), CHOICES["due_precision"])
    return {
        "stage": stage,
        "due_text": one_line(values.get("due_text")),
        "due_on": due_on,
        "due_precision": precision or "day",
        "confidence": 1.0,
    }


def _quote(doc: Doc, fact: Doc, text: Any) -> str | None:
    """The sentence of a milestone, None where it is that of its project."""
    quote = one_line(text)
    if quote and not stands(find(doc["articles"], fact["article"]), quote):
        raise EditError("quote_not_found", quote)
    return None if not quote or quote == fact["quote"] else quote
