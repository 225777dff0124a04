"""The file as it was read, beside what was made of it. Pure."""

from __future__ import annotations

from ingest.desk.draft import HEADS, Doc
from ingest.desk.joins import ends
from ingest.readers.signatures import names_alone

END = 14


def enlarged(join: Doc, doc: Doc) -> Doc:
    """A join with its two ends, `a` and `b`, and the beginning of its second choice, `c`."""
    last, first = ends(doc, join)
    second = [each["text"] for each in doc["source"] if each["block"] == join["second_choice"]]
    return {
        **join,
        "a": last["text"][-2 * END :],
        "b": first["text"][: 2 * END],
        "c": second[0][: 2 * END] if second else "",
    }


def blocks(doc: Doc, article: Doc | None, join: Doc | None) -> list[Doc]:
    """Every piece of the file: `here` if it lies in the article (without one, in the leftovers),
    and as which `end` of the join, A or B."""
    parts = article["parts"] if article else doc["loose"]
    here = {piece for part in parts for piece in part["pieces"]} | _head_pieces(doc, article)
    found = []
    for each in doc["source"]:
        end = ""
        if join and each["block"] == join["left"]:
            end = "A"
        elif join and each["block"] == join["right"]:
            end = "B"
        found.append({**each, "here": each["id"] in here, "end": end})
    return found


def _head_pieces(doc: Doc, article: Doc | None) -> set[int]:
    """The pieces of the heads of an article, and of its byline, which may have several."""
    if article is None:
        return set()
    heads = {article[name] for name in HEADS} - {""}
    found = set()
    for each in doc["source"]:
        line = " ".join(each["text"].split())
        if line in heads or (names_alone(line) and names_alone(line) in article["byline"]):
            found.add(each["id"])
    return found
