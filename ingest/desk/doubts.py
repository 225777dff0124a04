"""What a reviewer should look at first, least certain first."""

from __future__ import annotations

from ingest.desk.draft import Doc
from ingest.desk.edits import stands

SURE = 0.9


def doubts(doc: Doc) -> list[Doc]:
    """{"kind", "target", "confidence", "text"}: joins, unread sums, lost quotes, missing ends.

    `target` is the id of what is doubted; `text` is printed text or the machine's own reason.
    """
    found = [*_joins(doc), *_facts(doc), *_articles(doc), *_departments(doc)]
    return sorted(found, key=lambda each: each["confidence"])


def _doubt(kind: str, target: str, confidence: float, text: str) -> Doc:
    return {"kind": kind, "target": target, "confidence": confidence, "text": text}


def _joins(doc: Doc) -> list[Doc]:
    return [
        _doubt("join", each["id"], each["confidence"], each["reason"])
        for each in doc["joins"]
        if each["decision"] is None and (each["confidence"] < SURE or not each["made"])
    ]


def _facts(doc: Doc) -> list[Doc]:
    articles = {each["id"]: each for each in doc["articles"]}
    found = []
    for fact in doc["facts"]:
        article = articles.get(fact["article"])
        if article is None or not stands(article, fact["quote"]):
            found.append(_doubt("quote", fact["id"], 0.0, fact["quote"]))
        sums = [fact] if fact["kind"] == "statement" else fact.get("investments") or []
        found += [
            _doubt("amount", fact["id"], 0.1, each.get("text") or "")
            for each in sums
            if each.get("amount") is None and each.get("currency") == "CNY"
        ]
        if fact["confidence"] < SURE:
            label = fact.get("name") or fact.get("indicator") or ""
            found.append(_doubt(fact["kind"], fact["id"], fact["confidence"], label))
    return found


def _articles(doc: Doc) -> list[Doc]:
    found = []
    for article in doc["articles"]:
        if not article["headline"]:
            found.append(_doubt("headline", article["id"], 0.05, ""))
        if article["missing"]:
            found.append(_doubt("missing", article["id"], 0.3, article["headline"]))
    return found


def _departments(doc: Doc) -> list[Doc]:
    """New names: not uncertain, but new records; after everything else."""
    return [
        _doubt("department", article["id"], 0.95, each["printed"])
        for article in doc["articles"]
        for each in article["departments"]
        if each["use"] and not each["match"]
    ]
