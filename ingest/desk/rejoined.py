"""What the machine reads of an article once more, after a step has changed its text. Pure.

The text is read as it was before the step and as it is after it, and only what differs between the
two readings is changed in the document. So what people corrected, added or dropped stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ingest.desk.common import add_departments, new_id
from ingest.desk.draft import HEADS, Doc, department, facts_of
from ingest.desk.facts import LABELS
from ingest.desk.missing import SIDES, word_for
from ingest.extraction import extract
from ingest.ordering.language import Language
from ingest.proposal import Article, Known, Part, Subhead
from ingest.segmenting.details import byline, missing

# Steps that put texts together or apart: what they say, and which end is missing, may be another.
REJOINING = (
    *("decide_join", "join_part", "split_part"),
    *("move_part", "take_part", "new_article", "merge_article"),
)
# What people decide of a fact, or the document needs; all else is what its sentence says.
NOT_SAID = {"id", "article", "match", "similar", "decided", "due_typed"}
LISTS = ("investments", "capacities", "milestones")


@dataclass(frozen=True)
class Reader:
    """What a reading hangs on beside the text."""

    issue_date: date
    known: Known
    language: Language

    def facts(self, articles: Sequence[Doc]) -> tuple[list[Doc], dict[str, list[str]]]:
        """The facts of articles as a document has them, and the departments of each by its id."""
        found = extract(
            [as_read(each) for each in articles], issue_date=self.issue_date, known=self.known
        )
        ids = {each["id"]: each["id"] for each in articles}
        return facts_of(found, ids, self.known), found.departments

    def missing(self, article: Doc) -> frozenset[str]:
        return SIDES[missing(as_read(article), "", self.language) or ""]


def as_read(article: Doc) -> Article:
    """An article of the document as one that was just read."""
    found = Article(article["id"], dateline=article["dateline"], byline=article["byline"])
    for head in HEADS:
        if article[head]:
            setattr(found, head, Part(article[head], []))
    for each in article["parts"]:
        pieces = each["pieces"] or [-1]  # typed by people, or a head before
        if each["kind"] == "paragraph":
            found.paragraphs.append(Part(each["text"], pieces))
        elif each["kind"] == "subhead":
            found.subheads.append(Subhead(each["text"], pieces, before=len(found.paragraphs)))
        else:
            found.captions.append(Part(each["text"], pieces))
    return found


def read_again(before: Doc, after: Doc, reader: Reader) -> None:
    """Put into `after` what its articles say now and did not say in `before`, and take out what
    they say no more."""
    old, new = ({each["id"]: each for each in doc["articles"]} for doc in (before, after))
    texts = [{key: _text(each) for key, each in articles.items()} for articles in (old, new)]
    changed = [key for key in {**old, **new} if texts[0].get(key) != texts[1].get(key)]
    was = {key: old.get(key) or _blank(new[key]) for key in changed}
    now = {key: new[key] for key in changed if key in new}
    said, named = reader.facts(list(was.values()))
    says, names = reader.facts(list(now.values()))
    for key, article in now.items():
        _ends_and_writers(was[key], article, reader)
        fresh = [each for each in names[key] if each not in named[key]]
        add_departments(article, [department(each, reader.known) for each in fresh])
    _take_over(before, after, said, says)


def _blank(article: Doc) -> Doc:
    """What an article that was made by the step was before: nothing."""
    return {**article, **dict.fromkeys((*HEADS, "byline"), ""), "parts": []}


def _text(article: Doc) -> list[tuple[str, str]]:
    heads = [("head", article[head]) for head in HEADS]
    return heads + [(each["kind"], each["text"]) for each in article["parts"]]


def _ends_and_writers(old: Doc, new: Doc, reader: Reader) -> None:
    """An end that came back is not missing any more, and a signature there names who wrote it."""
    said, says = reader.missing(old), reader.missing(new)
    new["missing"] = word_for((SIDES[new["missing"]] - (said - says)) | (says - said))
    written, writes = (byline(_unsigned(each), reader.language) for each in (old, new))
    if new["byline"] == written:
        new["byline"] = writes


def _unsigned(article: Doc) -> Article:
    return as_read({**article, "byline": ""})


def _take_over(before: Doc, after: Doc, said: list[Doc], says: list[Doc]) -> None:
    """Change the facts by what differs between two readings."""
    known = {each["id"]: each for each in after["facts"]}
    stored = [each for each in before["facts"] if each["id"] in known]
    own = _pairs(said, stored, _same_here, _same_name, _same_sentence)
    fresh = _pairs(said, says, _same_here, _same_name)
    for at, fact in enumerate(said):
        if at not in own:
            continue  # dropped by a person
        mine = known[own[at]["id"]]
        if at in fresh:
            _change(mine, own[at], fact, fresh[at])
        elif _is_untouched(own[at], fact):
            after["facts"].remove(mine)
    told = [id(each) for each in fresh.values()]
    new = [each for each in says if id(each) not in told]
    by_hand = _pairs(new, [each for each in stored if each not in own.values()], _same_name)
    for at, fact in enumerate(new):
        if at not in by_hand:
            after["facts"].append({"id": new_id(after, "f"), **fact})


def _pairs(
    facts: list[Doc], others: list[Doc], *tests: Callable[[Doc, Doc], bool]
) -> dict[int, Doc]:
    """Which fact is which in another list, the surest test first; each is taken once."""
    found: dict[int, Doc] = {}
    left = list(others)
    for is_same in tests:
        for at, fact in enumerate(facts):
            match = None if at in found else next((o for o in left if is_same(fact, o)), None)
            if match is not None:
                found[at] = match
                left = [each for each in left if each is not match]
    return found


def _same_here(one: Doc, other: Doc) -> bool:
    return one["article"] == other["article"] and _same_name(one, other)


def _same_name(one: Doc, other: Doc) -> bool:
    return one["kind"] == other["kind"] and _label(one) == _label(other)


def _label(fact: Doc) -> str | None:
    label: str | None = fact[LABELS.get(fact["kind"], "text")]
    return label


def _same_sentence(one: Doc, other: Doc) -> bool:
    """A project that a person gave another name."""
    return one["kind"] == other["kind"] and one["quote"] == other["quote"]


def _said(fact: Doc) -> Doc:
    return {name: value for name, value in fact.items() if name not in NOT_SAID}


def _is_untouched(stored: Doc, said: Doc) -> bool:
    """Documents of before lack what is read since."""
    return all(stored.get(name, value) == value for name, value in _said(said).items())


def _change(fact: Doc, stored: Doc, said: Doc, says: Doc) -> None:
    """Field by field: what stood as it was read is read anew; beside what a person made of a list
    stands what is new in it."""
    fact["article"] = says["article"]
    for name, value in _said(says).items():
        if stored.get(name, said[name]) == said[name]:
            fact[name] = value
        elif name in LISTS:
            fact[name] = [*fact[name], *(each for each in value if _is_new(each, said, fact, name))]


def _is_new(row: Doc, said: Doc, fact: Doc, name: str) -> bool:
    """Not read before, and not entered by hand meanwhile."""
    entered = [_figure(each) for each in (*said[name], *fact[name])]
    return _figure(row) not in entered


def _figure(row: Doc) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in ("amount", "value", "stage", "due_on"))
