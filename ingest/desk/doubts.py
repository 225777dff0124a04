"""What a reviewer should look at first, least certain first."""

from __future__ import annotations

from collections.abc import Iterator

from chinese.printed import printed_key
from ingest.desk.amounts import unreadable_amounts
from ingest.desk.common import lost_quotes
from ingest.desk.draft import Doc, milestones_of
from ingest.desk.joins import ends_to_come
from ingest.desk.missing import without_ends
from ingest.desk.said import unsaid

SURE = 0.9
# What no person can wave through: it must be put right before the upload is committed.
STANDING = ("quote", "headline", "sum", "value")
# What is no matter of being right: somebody has to say which project, or which section, it is.
QUESTIONS = ("match", "same", "section")
FOLIO = "folio"  # where the desk shows what the page prints of itself


def doubts(doc: Doc) -> list[Doc]:
    """{"key", "kind", "target", "article", "confidence", "text", "other"}, least certain first.

    Kinds: again, date, paper, number, page, join, quote, sum, value, due, amount, figure, older,
    project, target, statement, match, same, milestone, headline, section, missing,
    department.
    `target` is the id of what is doubted, `article` that of its article (None where it has none);
    `text` is printed text or the machine's own reason, `other` what it may be instead.
    """
    accepted = set(doc.get("accepted", ()))
    found = [
        *_again(doc),
        *_folio(doc),
        *_joins(doc),
        *_facts(doc),
        *_unsaid(doc),
        *_figures(doc),
        *_articles(doc),
        *_departments(doc),
    ]
    open_ones = [each for each in found if each["key"] not in accepted or each["kind"] in QUESTIONS]
    return sorted(open_ones, key=lambda each: each["confidence"])


def _doubt(
    kind: str,
    target: str,
    confidence: float,
    text: str,
    *,
    article: str | None = None,
    other: str = "",
) -> Doc:
    return {
        "key": f"{kind}:{target}:{text}",
        "kind": kind,
        "target": target,
        "article": article,
        "confidence": confidence,
        "text": text,
        "other": other,
    }


def _folio(doc: Doc) -> Iterator[Doc]:
    """The page prints another date, paper, number or page than the upload was given: every term
    hangs on the date."""
    printed = doc.get("folio") or {}
    given = printed.get("given") or {}
    day, paper = given.get("day"), given.get("paper")
    if day and printed["day"] and printed["day"] != day:
        yield _doubt("date", FOLIO, 0.01, printed["day"], other=day)
    if paper and printed["paper"] and not _same_paper(printed["paper"], paper):
        yield _doubt("paper", FOLIO, 0.02, printed["paper"], other=paper)
    number, filed = printed.get("number"), given.get("number")
    if number and filed and number != filed:
        yield _doubt("number", FOLIO, 0.03, str(number), other=str(filed))
    elif number and given.get("number_on"):
        yield _doubt("number", FOLIO, 0.03, str(number), other=given["number_on"])
    page, filed_under = printed.get("page"), given.get("page")
    if page and filed_under is not None and page != filed_under:
        yield _doubt("page", FOLIO, 0.04, str(page), other=str(filed_under))


def again_key(found: Doc) -> str:
    """The key of the doubt about a page or an article that is in already."""
    return f"again:{FOLIO}:{found['what']} {found['pk']}"


def _again(doc: Doc) -> Iterator[Doc]:
    """The same page, or an article of it, is here already: `again` says which."""
    for found in doc.get("again") or ():
        doubt = _doubt("again", FOLIO, 0.0, f"{found['what']} {found['pk']}", other=found["name"])
        yield {**doubt, "again": found}


def _same_paper(one: str, other: str) -> bool:
    """青屏日报 is printed as 青屏日报社 too."""
    one, other = printed_key(one), printed_key(other)
    return one in other or other in one


def _joins(doc: Doc) -> Iterator[Doc]:
    homes = {
        piece: article["id"]
        for article in doc["articles"]
        for part in article["parts"]
        for piece in part["pieces"]
    }
    last = {each["block"]: each["id"] for each in doc["source"]}
    for each in doc["joins"]:
        if each["decision"] is None and (each["confidence"] < SURE or not each["made"]):
            yield _doubt(
                "join",
                each["id"],
                each["confidence"],
                each["reason"],
                article=homes.get(last.get(each["left"])),
                other=each["at"],
            )


def _facts(doc: Doc) -> Iterator[Doc]:
    articles = {each["id"]: each for each in doc["articles"]}
    for fact in doc["facts"]:
        article, identity = articles.get(fact["article"]), fact["id"]
        home = fact["article"]
        for quote in lost_quotes(fact, article):
            yield _doubt("quote", identity, 0.0, quote, article=home)
        sums = [fact] if fact["kind"] == "statement" else fact.get("investments") or []
        for each in sums:
            if each.get("amount") is None and each.get("currency") == "CNY":
                yield _doubt("amount", identity, 0.1, each.get("text") or "", article=home)
            if newer := each.get("newer"):
                yield _doubt("older", identity, 0.2, each["text"], article=home, other=newer)
        label = fact.get("name") or fact.get("indicator") or ""
        if fact["confidence"] < SURE:
            yield _doubt(fact["kind"], identity, fact["confidence"], label, article=home)
        for each in milestones_of(fact):
            if each["confidence"] < SURE:
                printed = f"{label} {each['due_text']}"
                yield _doubt("milestone", identity, each["confidence"], printed, article=home)
        if fact.get("similar") and not fact["match"] and not fact.get("decided"):
            yield _which_project(fact)


def _unsaid(doc: Doc) -> Iterator[Doc]:
    """Figures that their sentence does not say; a day may be an interpretation."""
    for fact, kind, typed, said in unsaid(doc):
        yield _doubt(kind, fact["id"], 0.0, typed, article=fact["article"], other=said)


def _which_project(fact: Doc) -> Doc:
    """The ledger has a project of this name that may be another (`same` says which and why), or one
    that looks like it. `choices` are those that it may be."""
    nearest = fact["similar"][0]
    kind, confidence = ("same", 0.4) if nearest.get("why") else ("match", nearest["likeness"])
    found = _doubt(
        kind,
        fact["id"],
        confidence,
        fact["name"],
        article=fact["article"],
        other=nearest["name"],
    )
    same_name = [each for each in fact["similar"] if each.get("why")]
    return {**found, "same": nearest, "choices": same_name or [nearest]}


def _figures(doc: Doc) -> Iterator[Doc]:
    """Damaged amounts in the text that are no sum of any fact: those say so themselves."""
    sums = [
        (fact["article"], each.get("text"))
        for fact in doc["facts"]
        for each in (fact, *(fact.get("investments") or ()))
    ]
    for each in unreadable_amounts(doc):
        if (each.article, each.text) not in sums:
            number = "" if each.number is None else str(each.number)
            yield _doubt("figure", each.target, 0.1, each.text, article=each.article, other=number)


def _articles(doc: Doc) -> Iterator[Doc]:
    for article in doc["articles"]:
        identity = article["id"]
        if not article["headline"]:
            yield _doubt("headline", identity, 0.05, "", article=identity)
        if article.get("unplaced"):
            yield _doubt("section", identity, 0.92, article["headline"], article=identity)
        if missing := _missing_for_good(doc, article):
            yield _doubt(
                "missing",
                identity,
                0.3,
                article["headline"],
                article=identity,
                other=missing,
            )


def _missing_for_good(doc: Doc, article: Doc) -> str:
    """The end that is missing and no join would bring: that join is the doubt, as long as it is
    open."""
    to_come = ends_to_come(doc, article) if article["missing"] else set()
    return without_ends(article["missing"], to_come)


def _departments(doc: Doc) -> Iterator[Doc]:
    """New names: not uncertain, but new records; after everything else."""
    for article in doc["articles"]:
        for each in article["departments"]:
            if each["use"] and not each["match"] and not each.get("checked"):
                yield _doubt(
                    "department", article["id"], 0.95, each["printed"], article=article["id"]
                )
