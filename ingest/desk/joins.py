"""Steps on doubtful joins: accept one, take its second choice, or split it again."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.desk.common import (
    EditError,
    Values,
    add_departments,
    find,
    findings_move,
    one_line,
)
from ingest.desk.draft import HEADS, Doc
from ingest.desk.texts import HEAD_LETTERS, join_part, split_part


def decide_join(doc: Doc, values: Values) -> None:
    """Accept a join, split it where its two pieces meet, or join the second choice instead."""
    join, decision = find(doc["joins"], values["join"]), values["decision"]
    if decision not in ("accept", "second", "split"):
        raise EditError("unknown_action", str(decision))
    if decision == "second" and join["second_choice"] is None:
        raise EditError("no_second_choice")
    if decision != "accept" and join["made"]:
        _split_at(doc, join)
        join["made"] = False
    if decision == "second":
        _take_second_choice(join)
    if decision != "split" and not join["made"]:
        _join_at(doc, join)
        join["made"] = True
    join["decision"] = decision


def _take_second_choice(join: Doc) -> None:
    join["right"], join["second_choice"] = join["second_choice"], join["right"]
    join["reason"], join["second_reason"] = join["second_reason"], join["reason"]


def ends(doc: Doc, join: Doc) -> tuple[Doc, Doc]:
    """The last piece of the left block and the first of the right one."""
    left = [each for each in doc["source"] if each["block"] == join["left"]]
    right = [each for each in doc["source"] if each["block"] == join["right"]]
    if not left or not right:
        raise EditError("gone", "join")
    return left[-1], right[0]


def seam(doc: Doc, join: Doc) -> tuple[Doc, Doc, int] | None:
    """The article and part in which a made join lies, and the character where its ends meet."""
    last, first = ends(doc, join)
    for article in doc["articles"]:
        for each in article["parts"]:
            if last["id"] in each["pieces"] and first["id"] in each["pieces"]:
                at = each["text"].find(one_line(first["text"])[:HEAD_LETTERS])
                return (article, each, at) if at > 0 else None
    return None


def ends_to_come(doc: Doc, article: Doc) -> set[str]:
    """Which ends of an article a join would bring that nobody has decided on yet."""
    texts = [each["pieces"] for each in article["parts"] if each["kind"] != "caption"]
    found = set()
    for join in doc["joins"]:
        if join["made"] or join["decision"] is not None or not texts:
            continue
        last, first = ends(doc, join)
        if texts[-1][-1:] == [last["id"]]:
            found.add("end")
        if texts[0][:1] == [first["id"]]:
            found.add("beginning")
    return found


def _split_at(doc: Doc, join: Doc) -> None:
    found = seam(doc, join)
    if found is None:
        raise EditError("gone", join["at"])
    _, each, at = found
    split_part(doc, {"part": each["id"], "at": at})


def _join_at(doc: Doc, join: Doc) -> None:
    last, first = ends(doc, join)
    for article in doc["articles"]:
        for each in article["parts"]:
            if each["pieces"] and each["pieces"][-1] == last["id"]:
                source = _article_beginning_at(doc, first["id"])
                follower = _taken(doc, first["id"])
                index = article["parts"].index(each)
                article["parts"].insert(index + 1, {**follower, "kind": each["kind"]})
                join_part(doc, {"part": each["id"]})
                if source is not None and source is not article:
                    findings_move(doc, source, article)
                    _drop_if_empty(doc, source, article)
                return
    raise EditError("gone", join["at"])


def _drop_if_empty(doc: Doc, source: Doc, article: Doc) -> None:
    """Of an article that was nothing but the end of another, nothing is left."""
    text = "".join(each["text"] for each in article["parts"])
    heads = [source[name] for name in HEADS if source[name]]
    if not source["parts"] and not heads and source["byline"] in text:
        for fact in doc["facts"]:
            if fact["article"] == source["id"]:
                fact["article"] = article["id"]
        add_departments(article, source["departments"])
        doc["articles"].remove(source)


def _article_beginning_at(doc: Doc, piece: int) -> Doc | None:
    """The article with a part that begins with a piece."""
    return next(
        (
            article
            for article in doc["articles"]
            if any(each["pieces"] and each["pieces"][0] == piece for each in article["parts"])
        ),
        None,
    )


def _taken(doc: Doc, piece: int) -> Doc:
    """The part that begins with a piece, taken from where it stands."""
    for parts in _all_lists(doc):
        for each in parts:
            if each["pieces"] and each["pieces"][0] == piece:
                parts.remove(each)
                return each
    raise EditError("gone", str(piece))


def _all_lists(doc: Doc) -> Iterator[list[Doc]]:
    yield from (article["parts"] for article in doc["articles"])
    yield doc["loose"]
