"""What a reviewer can do: pure functions on the working document, by name.

Each takes a copy of the document and the values of a form, and changes the copy. Text is moved
and relabelled, never thrown away: what leaves an article becomes a leftover. A step that makes
no sense raises `EditError` with a code; the caller says it in the user's language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Any


from chinese.money import find_money
from ingest.desk.draft import HEADS, Doc, part

Values = Mapping[str, Any]
ARTICLE_FIELDS = (*HEADS, "dateline", "byline", "section", "missing")
BODY_KINDS = ("paragraph", "subhead", "caption")
LOOSE_KINDS = ("banner", "caption", "leftover")
ALIKE = 0.5
SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]*[”’」』]*")


class EditError(ValueError):
    """A step that cannot be done. `code` says why, `value` what it stumbled over."""

    def __init__(self, code: str, value: str = "") -> None:
        self.code, self.value = code, value
        super().__init__(f"{code}: {value}")


def edit(doc: Doc, action: str, values: Values) -> Doc:
    """A new document with one step done. Raises `EditError`; the given one is not touched."""
    if action not in ACTIONS:
        raise EditError("unknown_action", action)
    changed = deepcopy(doc)
    ACTIONS[action](changed, values)
    return changed


def find(items: list[Doc], identity: Any) -> Doc:
    for item in items:
        if item["id"] == identity:
            return item
    raise EditError("gone", str(identity))


def article_of(doc: Doc, part_id: Any) -> tuple[Doc, int]:
    """The article that holds a part, and the part's place in it."""
    for article in doc["articles"]:
        for index, each in enumerate(article["parts"]):
            if each["id"] == part_id:
                return article, index
    raise EditError("gone", str(part_id))


def new_id(doc: Doc, letter: str) -> str:
    taken = [
        int(each["id"][1:])
        for each in (*doc["articles"], *doc["facts"], *doc["loose"], *_all_parts(doc))
        if each["id"].startswith(letter)
    ]
    return f"{letter}{max(taken, default=0) + 1}"


def _all_parts(doc: Doc) -> list[Doc]:
    return [each for article in doc["articles"] for each in article["parts"]]


# Articles and their text.


def edit_article(doc: Doc, values: Values) -> None:
    """Correct headline parts, byline, section or the missing end of an article."""
    article = find(doc["articles"], values["article"])
    for name in ARTICLE_FIELDS:
        if name in values:
            article[name] = _line(values[name])


def edit_text(doc: Doc, values: Values) -> None:
    """Correct a part's text; an empty line in it splits it there, no text is refused."""
    article, index = article_of(doc, values["part"])
    old = article["parts"][index]
    lines = [line for line in map(_line, str(values["text"]).splitlines()) if line]
    if not lines:
        raise EditError("empty_text")
    fresh = [part(new_id(doc, "p"), old["kind"], line, []) for line in lines[1:]]
    for offset, each in enumerate(fresh):
        each["id"] = f"p{int(fresh[0]['id'][1:]) + offset}"
    article["parts"][index : index + 1] = [{**old, "text": lines[0]}, *fresh]
    _follow_quotes(doc, article)


def split_part(doc: Doc, values: Values) -> None:
    """Cut a part in two before the character `at`."""
    article, index = article_of(doc, values["part"])
    old = article["parts"][index]
    at = _number(values["at"])
    left, right = old["text"][:at].rstrip(), old["text"][at:].lstrip()
    if not left or not right:
        raise EditError("nothing_to_split")
    tail = part(new_id(doc, "p"), old["kind"], right, old["pieces"])
    article["parts"][index : index + 1] = [{**old, "text": left}, tail]
    _follow_quotes(doc, article)


def join_part(doc: Doc, values: Values) -> None:
    """Join a part with the one below it, without a separator, as columns are joined."""
    article, index = article_of(doc, values["part"])
    parts = article["parts"]
    if index + 1 >= len(parts):
        raise EditError("nothing_below")
    first, second = parts[index], parts[index + 1]
    pieces = list(dict.fromkeys([*first["pieces"], *second["pieces"]]))
    parts[index : index + 2] = [{**first, "text": first["text"] + second["text"], "pieces": pieces}]
    _follow_quotes(doc, article)


def move_part(doc: Doc, values: Values) -> None:
    """Move a part up or down in its article, or to the end of another one (`to`)."""
    article, index = article_of(doc, values["part"])
    parts = article["parts"]
    if target := values.get("to"):
        other = find(doc["articles"], target)
        moved = parts.pop(index)
        other["parts"].append(moved)
        _facts_move(doc, article, other)
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
    _follow_quotes(doc, article)


def _replace_head(doc: Doc, article: Doc, kind: str, each: Doc) -> None:
    """The new head takes the place; the old one is kept as a leftover."""
    if old := article[kind]:
        doc["loose"].append(part(new_id(doc, "l"), "leftover", old, []))
    article[kind] = each["text"]


def take_part(doc: Doc, values: Values) -> None:
    """Take a loose part into an article (`to`), as a paragraph unless `kind` says otherwise."""
    each = find(doc["loose"], values["part"])
    kind = values.get("kind") or "paragraph"
    article = find(doc["articles"], values["to"])
    if kind in BODY_KINDS:
        article["parts"].append({**each, "id": new_id(doc, "p"), "kind": kind})
    elif kind in HEADS:
        _replace_head(doc, article, kind, each)
    else:
        raise EditError("unknown_kind", str(kind))
    doc["loose"].remove(each)


def new_article(doc: Doc, values: Values) -> None:
    """Begin a new article at a part: it and all below it leave their article."""
    article, index = article_of(doc, values["part"])
    made = {
        **dict.fromkeys((*HEADS, "dateline", "byline", "missing"), ""),
        "id": new_id(doc, "a"),
        "section": article["section"],
        "is_advertising": False,
        "confidence": 1.0,
        "parts": article["parts"][index:],
        "departments": [],
    }
    article["parts"] = article["parts"][:index]
    doc["articles"].insert(doc["articles"].index(article) + 1, made)
    _facts_move(doc, article, made)


def merge_article(doc: Doc, values: Values) -> None:
    """Put an article's text at the end of another (`to`); its heads become leftovers."""
    article, other = find(doc["articles"], values["article"]), find(doc["articles"], values["to"])
    if article is other:
        raise EditError("same_article")
    for head in HEADS:
        if article[head]:
            doc["loose"].append(part(new_id(doc, "l"), "leftover", article[head], []))
    other["parts"] += article["parts"]
    other["departments"] += [
        each for each in article["departments"] if each not in other["departments"]
    ]
    for fact in doc["facts"]:
        if fact["article"] == article["id"]:
            fact["article"] = other["id"]
    doc["articles"].remove(article)


# Facts.

FACT_FIELDS = (
    *("name", "indicator", "project", "stage", "tense", "comparator", "unit", "target_kind"),
    *("sector", "department", "place", "due_text", "due_precision", "measure", "members", "match"),
)


def edit_fact(doc: Doc, values: Values) -> None:
    """Correct the fields of a fact. Sums are typed as printed (1.3亿元), dates as 2026-12-31."""
    fact = find(doc["facts"], values["fact"])
    for name in FACT_FIELDS:
        if name in values:
            fact[name] = _line(values[name]) or None
    if "due_on" in values:
        fact["due_on"] = _day(values["due_on"])
        fact["due_precision"] = fact["due_precision"] or ("day" if fact["due_on"] else None)
    if "value" in values:
        fact["value"] = _value(values["value"])
    if "quote" in values:
        fact["quote"] = _quote(doc, fact["article"], values["quote"])
    if "amount" in values:
        _set_amount(fact, _line(values["amount"]), _number(values.get("at") or 0))
    fact["confidence"] = 1.0


def _set_amount(fact: Doc, printed: str, at: int) -> None:
    """Read a typed sum exactly, or refuse it; an empty one takes the sum away."""
    if fact["kind"] == "statement":
        fact.update(_amount(printed) if printed else {"amount": None, "amount_to": None})
        return
    sums = fact["investments"]
    if not printed:
        del sums[at : at + 1]
    elif at < len(sums):
        sums[at].update(_amount(printed))
    else:
        blank = {"measure": "total", "as_of": None, "period": None}
        sums.append({**blank, **_amount(printed)})


def _amount(printed: str) -> Doc:
    found = find_money(printed if printed[-1] in "元币" else f"{printed}元")
    whole = len(found) == 1 and found[0].value is not None and not found[0].reason
    if not whole or len(found[0].text) < len(printed):
        raise EditError("no_amount", printed)
    only = found[0]
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
    blank = dict.fromkeys((*FACT_FIELDS, "due_on", "value", "text"))
    fact: Doc = {
        **blank,
        "id": new_id(doc, "f"),
        "kind": kind,
        "article": article,
        "quote": _quote(doc, article, values["quote"]),
        "confidence": 1.0,
    }
    if kind == "project":
        fact |= {"investments": [], "capacities": []}
    if kind == "target":
        fact |= {"target_kind": "event"}
    if kind == "statement":
        fact |= {
            "amount": None,
            "amount_to": None,
            "currency": "CNY",
            "measure": "total",
            "comparator": "=",
            "reason": "",
            "as_of": None,
            "period": None,
        }
    label = _line(values.get("name") or values.get("indicator") or "")
    if kind != "statement" and not label:
        raise EditError("no_name")
    fact["indicator" if kind == "target" else "name"] = label or None
    doc["facts"].append(fact)
    if values.get("amount"):
        _set_amount(fact, _line(values["amount"]), 0)


def match_department(doc: Doc, values: Values) -> None:
    """Decide what a printed name is: a known department (`match`), a new one, or none (`use`)."""
    article = find(doc["articles"], values["article"])
    for each in article["departments"]:
        if each["printed"] == values["printed"]:
            each["match"] = values.get("match") or None
            each["use"] = values.get("use", "1") not in ("", "0", False)
            return
    raise EditError("gone", str(values["printed"]))


# Doubtful joins.


def decide_join(doc: Doc, values: Values) -> None:
    """Accept a join, or split it again where its two pieces meet."""
    join, decision = find(doc["joins"], values["join"]), values["decision"]
    if decision not in ("accept", "split"):
        raise EditError("unknown_action", str(decision))
    left, right = _pieces_of(doc, join["left"]), _pieces_of(doc, join["right"])
    if decision == "split" and join["made"]:
        _split_at(doc, left, right)
    if decision == "accept" and not join["made"]:
        _join_at(doc, left, right)
    join["made"] = decision == "accept"
    join["decision"] = decision


def _pieces_of(doc: Doc, block: int) -> list[Doc]:
    return [each for each in doc["source"] if each["block"] == block]


def _split_at(doc: Doc, left: list[Doc], right: list[Doc]) -> None:
    last, first = left[-1], right[0]
    for article in doc["articles"]:
        for each in article["parts"]:
            if last["id"] in each["pieces"] and first["id"] in each["pieces"]:
                at = each["text"].find(" ".join(first["text"].split())[:12])
                split_part(doc, {"part": each["id"], "at": at})
                return
    raise EditError("gone", "join")


def _join_at(doc: Doc, left: list[Doc], right: list[Doc]) -> None:
    last, first = left[-1], right[0]
    for article in doc["articles"]:
        for index, each in enumerate(article["parts"]):
            if each["pieces"] and each["pieces"][-1] == last["id"]:
                follower = _taken(doc, first["id"])
                article["parts"].insert(index + 1, {**follower, "kind": each["kind"]})
                join_part(doc, {"part": each["id"]})
                return
    raise EditError("gone", "join")


def _taken(doc: Doc, piece: int) -> Doc:
    """The part that begins with a piece, taken from where it stands."""
    for parts in (*(article["parts"] for article in doc["articles"]), doc["loose"]):
        for each in parts:
            if each["pieces"] and each["pieces"][0] == piece:
                parts.remove(each)
                return each
    raise EditError("gone", "join")


# Quotes follow the text they stand in.


def article_lines(article: Doc) -> list[str]:
    """The lines of the article as `Article.plain` will have them, heads included."""
    heads = [article[head] for head in HEADS]
    return [line for line in map(_line, [*heads, *(p["text"] for p in article["parts"])]) if line]


def stands(article: Doc, quote: str) -> bool:
    return any(quote in line for line in article_lines(article))


def _follow_quotes(doc: Doc, article: Doc) -> None:
    """A corrected sentence takes its facts along; one that is gone keeps its old quote."""
    fresh = [each for line in article_lines(article) for each in SENTENCE.findall(line)]
    for fact in doc["facts"]:
        if fact["article"] == article["id"] and not stands(article, fact["quote"]):
            nearest = max(fresh, key=lambda text: _likeness(text, fact["quote"]), default="")
            if nearest and _likeness(nearest, fact["quote"]) >= ALIKE:
                fact["quote"] = nearest


def _facts_move(doc: Doc, article: Doc, other: Doc) -> None:
    for fact in doc["facts"]:
        gone = fact["article"] == article["id"] and not stands(article, fact["quote"])
        if gone and stands(other, fact["quote"]):
            fact["article"] = other["id"]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _quote(doc: Doc, article_id: Any, text: Any) -> str:
    quote = _line(text)
    if not quote or not stands(find(doc["articles"], article_id), quote):
        raise EditError("quote_not_found", quote)
    return quote


def _line(value: Any) -> str:
    return " ".join(str(value or "").split())


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise EditError("no_number", str(value)) from None


def _value(value: Any) -> str | None:
    if not (text := _line(value).replace(",", "")):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise EditError("no_number", text) from None
    if not number.is_finite() or abs(number) >= Decimal("1e13"):
        raise EditError("no_number", text)
    return f"{number:f}"


def _day(value: Any) -> str | None:
    if not (text := _line(value)):
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise EditError("no_date", text) from None


ACTIONS: dict[str, Callable[[Doc, Values], None]] = {
    each.__name__: each
    for each in (
        edit_article,
        edit_text,
        split_part,
        join_part,
        move_part,
        label_part,
        take_part,
        new_article,
        merge_article,
        edit_fact,
        drop_fact,
        add_fact,
        match_department,
        decide_join,
    )
}
