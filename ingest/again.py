"""Whether a page, or articles of it, are in the house already: the same words, little changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Article, Issue, Newspaper, Status
from chinese.printed import tight
from ingest.desk.common import article_lines
from ingest.desk.doubts import again_key
from ingest.desk.draft import Doc
from ingest.desk.filing import filed
from ingest.models import ImportedRecord, Upload

PIECE = 4  # characters in a row
SAME_PAGE = 0.6  # of the pieces of the shorter one; two pages of an issue share a twentieth
SAME_ARTICLE = 0.8  # under the same headline: a notice of every week shares its phrases
_NO_LETTER = re.compile(r"[\W_]+")


def likeness(one: str, other: str) -> float:
    """How much of the shorter text stands in the longer one, 0 to 1."""
    first, second = pieces(one), pieces(other)
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


def pieces(text: str) -> frozenset[str]:
    letters = _NO_LETTER.sub("", tight(text))
    return frozenset(letters[at : at + PIECE] for at in range(len(letters) - PIECE + 1))


def in_already(
    doc: Doc, *, newspaper: Newspaper, day: Any, upload: Upload | None = None
) -> list[Doc]:
    """{"what", "pk", "name", "share"} of uploads of the same issue and of articles, the pages
    first. Articles that came in with such a page are not named once more."""
    pages = list(_pages(doc, newspaper, day, upload))
    own = [each["pk"] for each in pages]
    return [*pages, *_articles(doc, own)]


def _pages(doc: Doc, newspaper: Newspaper, day: Any, upload: Upload | None) -> Iterator[Doc]:
    others = Upload.objects.filter(
        newspaper=newspaper,
        issue_date=day,
        state__in=[Upload.State.PROPOSED, Upload.State.COMMITTED],
    )
    if upload is not None:
        others = others.exclude(pk=upload.pk)
    text = _text(doc)
    for other in others.only("original_name", "machine").order_by("pk"):
        share = likeness(text, _text(other.machine or {"source": []}))
        if share >= SAME_PAGE:
            yield _found("upload", other.pk, other.original_name, share)


def _text(doc: Doc) -> str:
    return "".join(each["text"] for each in doc["source"])


def _articles(doc: Doc, uploads: list[int]) -> Iterator[Doc]:
    texts = {each["headline"]: "".join(article_lines(each)) for each in doc["articles"]}
    texts.pop("", None)
    same = Article.objects.filter(headline__in=texts).exclude(status=Status.WITHDRAWN)
    came_with = ImportedRecord.objects.filter(upload__in=uploads, content_type__model="article")
    named = set(came_with.values_list("object_id", flat=True)) if uploads else set()
    for article in same.only("headline", "plain").order_by("pk"):
        share = likeness(texts[article.headline], article.plain)
        if share >= SAME_ARTICLE and article.pk not in named:
            yield _found("article", article.pk, article.headline, share)


def _found(what: str, pk: int, name: str, share: float) -> Doc:
    return {"what": what, "pk": pk, "name": name, "share": round(share, 2)}


def not_known_to_be_in(upload: Upload) -> list[Doc]:
    """What is in the ledger and the newsroom already and nobody has said that it may come again.

    A page that is only on the desk is told there; it is not in.
    """
    doc = upload.document
    accepted = set(doc.get("accepted", ()))
    found = in_already(doc, newspaper=upload.newspaper, day=upload.issue_date, upload=upload)
    pages = [each["pk"] for each in found if each["what"] == "upload"]
    waiting = set(
        Upload.objects.filter(pk__in=pages, state=Upload.State.PROPOSED).values_list(
            "pk", flat=True
        )
    )
    return [
        each
        for each in found
        if again_key(each) not in accepted
        and not (each["what"] == "upload" and each["pk"] in waiting)
    ]


def with_issue(upload: Upload, doc: Doc) -> Doc:
    """The document with the number of the issue that the page will be filed under: that of the
    issue of its day, else the one that was typed. `number_on` is the day that has the printed
    number already, if one has."""
    doc = filed(doc, upload.page_number)
    folio = doc["folio"]
    said = folio.get("number") or upload.number
    if said is None:
        return doc
    issues = dict(
        Issue.objects.filter(
            Q(date=upload.issue_date) | Q(number=said), newspaper=upload.newspaper_id
        ).values_list("date", "number")
    )
    there = issues.pop(upload.issue_date, None) or upload.number
    on = min(issues).isoformat() if issues else None
    given = {**(folio.get("given") or {}), "number": there, "number_on": on}
    return {**doc, "folio": {**folio, "number": said, "given": given}}


def refusal(found: list[Doc]) -> str:
    """Why a page is not committed without a word, for those who cannot be shown links."""
    names = "；".join(f"“{each['name']}” {each['share']:.0%}" for each in found)
    return _("The same is in already: {}. Say that it shall come in again.").format(names)
