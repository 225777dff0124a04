"""Under which number a page is filed: as it was typed at the upload, until somebody corrects it."""

from __future__ import annotations

from articles.bounds import MOST_PAGES
from ingest.desk.common import EditError, Values, one_line
from ingest.desk.draft import Doc


def is_page(number: int) -> bool:
    return 1 <= number <= MOST_PAGES


def filed(doc: Doc, page: int | None) -> Doc:
    """The document that says its page; those of before leave it to the upload."""
    folio = doc.get("folio") or {}
    given = {"page": page, **(folio.get("given") or {})}
    return {**doc, "folio": {**folio, "given": given}}


def page_of(doc: Doc) -> int | None:
    """The page that a `filed` document says."""
    given = (doc.get("folio") or {}).get("given") or {}
    found: int | None = given.get("page")
    return found


def file_under(doc: Doc, values: Values) -> None:
    """Another number for the page: 第3版 was filed as page 5."""
    typed = one_line(values["page"])
    # No number has more figures: what is longer is none that Python should read.
    number = int(typed) if typed.isdecimal() and len(typed) <= len(str(MOST_PAGES)) else 0
    if not is_page(number):
        raise EditError("no_page", typed or "—")
    doc["folio"]["given"]["page"] = number
