"""Steps on articles and their text. Text is moved and relabelled, never thrown away."""

from __future__ import annotations

from ingest.desk.common import (
    EditError,
    Values,
    add_departments,
    article_of,
    find,
    findings_move,
    follow_quotes,
    new_id,
    one_line,
    one_of,
    whole_number,
)
from ingest.desk.draft import HEADS, Doc, part
from ingest.desk.said import drop_gone_capacities

ARTICLE_FIELDS = (*HEADS, "dateline", "byline", "section", "missing")
MISSING = ("beginning", "end", "both")
BODY_KINDS = ("paragraph", "subhead", "caption")
LOOSE_KINDS = ("banner", "caption", "leftover")
HEAD_LETTERS = 12
NEW = "new"


def edit_article(doc: Doc, values: Values) -> None:
    """Correct headline parts, byline, section or the missing end of an article."""
    article = find(doc["articles"], values["article"])
    for name in ARTICLE_FIELDS:
        if name in values:
            article[name] = one_line(values[name])
    one_of(article["missing"], MISSING)
    follow_quotes(doc, article)


def edit_text(doc: Doc, values: Values) -> None:
    """Correct a part's text; an empty line in it splits it there, no text is refused."""
    article, index = article_of(doc, values["part"])
    old = article["parts"][index]
    lines = [line for line in map(one_line, str(values["text"]).splitlines()) if line]
    if not lines:
        raise EditError("empty_text")
    first_free = int(new_id(doc, "p")[1:])
    pieces = [_pieces_in(doc, old, line) for line in lines] if lines[1:] else [old["pieces"]]
    fresh = [
        part(f"p{first_free + offset}", old["kind"], line, pieces[offset + 1])
        for offset, line in enumerate(lines[1:])
    ]
    article["parts"][index : index + 1] = [{**old, "text": lines[0], "pieces": pieces[0]}, *fresh]
    follow_quotes(doc, article)
    drop_gone_capacities(doc, article)


def _pieces_in(doc: Doc, old: Doc, line: str) -> list[int]:
    """The pieces that a line of a part was made of: those whose beginning or end it holds."""
    texts = {each["id"]: one_line(each["text"]) for each in doc["source"]}
    return [
        piece
        for piece in old["pieces"]
        if (text := texts.get(piece)) is None
        or text[:HEAD_LETTERS] in line
        or text[-HEAD_LETTERS:] in line
    ]


def split_part(doc: Doc, values: Values) -> None:
    """Cut a part in two before the character `at`."""
    article, index = article_of(doc, values["part"])
    old = article["parts"][index]
    at = whole_number(values["at"])
    left, right = old["text"][: max(at, 0)].rstrip(), old["text"][max(at, 0) :].lstrip()
    if not left or not right:
        raise EditError("nothing_to_split")
    before, after = _shared_out(doc, old, at)
    tail = part(new_id(doc, "p"), old["kind"], right, after)
    article["parts"][index : index + 1] = [{**old, "text": left, "pieces": before}, tail]
    follow_quotes(doc, article)


def _shared_out(doc: Doc, old: Doc, at: int) -> tuple[list[int], list[int]]:
    """The pieces on either side of a cut; one that is cut, or cannot be found, on both."""
    texts = {each["id"]: one_line(each["text"]) for each in doc["source"]}
    before, after = [], []
    for piece in old["pieces"]:
        text = texts.get(piece, "")
        start = old["text"].find(text[:HEAD_LETTERS])
        if start < at or start < 0:
            before.append(piece)
        if start < 0 or start + len(text) > at:
            after.append(piece)
    return before, after


def join_part(doc: Doc, values: Values) -> None:
    """Join a part with the one below it, without a separator, as columns are joined."""
    article, index = article_of(doc, values["part"])
    parts = article["parts"]
    if index + 1 >= len(parts):
        raise EditError("nothing_below")
    first, second = parts[index], parts[index + 1]
    pieces = list(dict.fromkeys([*first["pieces"], *second["pieces"]]))
    parts[index : index + 2] = [{**first, "text": first["text"] + second["text"], "pieces": pieces}]
    follow_quotes(doc, article)


def move_part(doc: Doc, values: Values) -> None:
    """Move a part up or down in its article, or to the end of another one (`to`)."""
    article, index = article_of(doc, values["part"])
    parts = article["parts"]
    if target := values.get("to"):
        other = find(doc["articles"], target)
        other["parts"].append(parts.pop(index))
        findings_move(doc, article, other)
        return
    place = index + (-1 if values.get("direction") == "up" else 1)
    if not 0 <= place < len(parts):
        raise EditError("at_the_edge")
    parts.insert(place, parts.pop(index))


def label_part(doc: Doc, values: Values) -> None:
    """Say what a part is: paragraph, subhead, caption, a head of its article, or a leftover."""
    article, index = article_of(doc, values["part"])
    each, kind = article["parts"][index], values["kind"]
    if kind in BODY_KINDS:
        each["kind"] = kind
    elif kind in HEADS:
        del article["parts"][index]
        _replace_head(doc, article, kind, each)
    elif kind in LOOSE_KINDS:
        del article["parts"][index]
        doc["loose"].append({**each, "id": new_id(doc, "l"), "kind": kind})
    else:
        raise EditError("unknown_kind", str(kind))
    follow_quotes(doc, article)


def _replace_head(doc: Doc, article: Doc, kind: str, each: Doc) -> None:
    """The new head takes the place; the old one is kept as a leftover."""
    if old := article[kind]:
        doc["loose"].append(part(new_id(doc, "l"), "leftover", old, []))
    article[kind] = each["text"]


def take_part(doc: Doc, values: Values) -> None:
    """Take a loose part into an article (`to`), as a paragraph unless `kind` says otherwise.

    `to` may be `NEW`: the part begins an article of its own, behind all others.
    """
    each = find(doc["loose"], values["part"])
    kind = values.get("kind") or "paragraph"
    if values["to"] == NEW:
        article = _blank_article(doc, section=None)
        doc["articles"].append(article)
    else:
        article = find(doc["articles"], values["to"])
    if kind in BODY_KINDS:
        article["parts"].append({**each, "id": new_id(doc, "p"), "kind": kind})
    elif kind in HEADS:
        _replace_head(doc, article, kind, each)
    else:
        raise EditError("unknown_kind", str(kind))
    doc["loose"].remove(each)


def _blank_article(doc: Doc, section: str | None) -> Doc:
    return {
        **dict.fromkeys((*HEADS, "dateline", "byline", "missing"), ""),
        "id": new_id(doc, "a"),
        "section": section,
        "is_advertising": False,
        "confidence": 1.0,
        "parts": [],
        "departments": [],
    }


def new_article(doc: Doc, values: Values) -> None:
    """Begin a new article at a part: it and all below it leave their article."""
    article, index = article_of(doc, values["part"])
    made = _blank_article(doc, article["section"])
    made["parts"] = article["parts"][index:]
    article["parts"] = article["parts"][:index]
    doc["articles"].insert(doc["articles"].index(article) + 1, made)
    findings_move(doc, article, made)


def merge_article(doc: Doc, values: Values) -> None:
    """Put an article's text at the end of another (`to`); its heads become leftovers. Who wrote it
    wrote the other where nobody is named there, else the byline is a leftover too.
    """
    article, other = find(doc["articles"], values["article"]), find(doc["articles"], values["to"])
    if article is other:
        raise EditError("same_article")
    lines = [article[head] for head in HEADS if article[head]]
    if not other["byline"]:
        other["byline"] = article["byline"]
    elif article["byline"] and not any(article["byline"] in p["text"] for p in article["parts"]):
        lines.append(article["byline"])
    for line in lines:
        doc["loose"].append(part(new_id(doc, "l"), "leftover", line, []))
    other["parts"] += article["parts"]
    add_departments(other, article["departments"])
    for fact in doc["facts"]:
        if fact["article"] == article["id"]:
            fact["article"] = other["id"]
    doc["articles"].remove(article)
