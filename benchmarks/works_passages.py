"""What teaches the networks of `works_learning`: passages with their readings, in numbers.

Each passage says where works are named, which figures are theirs, which figures are promised and by
when, and what the rules found in it when it was new to them. The project's own text has neither; it teaches words alone.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import rjieba

from benchmarks.our_reader import PARAGRAPH
from benchmarks.pages.build_language import PHRASES
from benchmarks.promised import PROMISED, promised_items
from benchmarks.scoring import _readings
from benchmarks.works_events import Day, days
from chinese.folding import fold, fold_characters
from ingest.extraction.clauses.listed import YearOfList
from ingest.extraction.clauses.sentences import read_sentences
from ingest.extraction.learned import network as run
from ingest.extraction.learned.bound import value
from ingest.extraction.learned.relations import (
    ANOTHER,
    NO_FIGURE,
    NO_WORK,
    THIS,
    Span,
    relation,
    said,
)
from ingest.extraction.learned.words import Text, Word, is_figure, measured, shape, words_of
from ingest.extraction.rows.tables import Table
from ingest.extraction.works.announced import Announced

HERE = Path(__file__).resolve().parent
FACTS, BEFORE = HERE / "facts", HERE / "rules_before"
NOT_TOLD, NOT_TOLD_PROMISED = 0.25, 0.5
SEEN, SEEN_IN_READINGS = 8, 2
SHORT, LONG = 80, 350  # characters of a passage of plain text
NO_NAME, BEGINS, GOES_ON, EITHER = 0, 1, 2, -1
_ANY_DAY = date(2020, 5, 1)  # of plain text, of which no day is asked

Item = dict[str, Any]


@dataclass
class Work:
    """A work of the reading, where it is printed, and which of its candidates are right."""

    reading: Item
    names: list[Span]
    pairs: dict[str, tuple[list[Any], list[float], list[int]]] = field(default_factory=dict)


@dataclass
class Passage:
    text: Text
    numbers: list[list[int]]
    tags: list[int]
    works: list[Work]
    aims: list[Work]  # its targets, each named by its figure
    promised: list[tuple[int, int]]  # figures, and whether each is a target or `EITHER`
    days: list[Day]  # dates, and what is promised for each without a figure
    untold: float  # how often the network is not told what the rules find
    hushed: bool = False  # whether the network is not told it this time


@dataclass
class Lessons:
    """The words that get vectors, the passages (those that the tests promise once more alone), and
    all texts in numbers for words alone.
    """

    names: dict[str, list[str]]
    passages: list[Passage]
    promised: list[Passage]
    covered: list[list[list[int]]]


def lessons(left_out: Sequence[str]) -> Lessons:
    """All that teaches, without the folders (`tune7`) and files (`tune7/_c`) that are left out."""
    items = [
        each for each in read_items() if not any(_is_left_out(each, what) for what in left_out)
    ]
    items += promised_items()
    texts = [_text(each) for each in items]
    read = [(text, item) for text, item in zip(texts, items, strict=True) if text.words]
    plain = [words_of(_sentences(PARAGRAPH.split(each), _ANY_DAY)) for each in plain_passages()]
    names = vocabulary(texts)
    known = run.Vocabulary.of(names["words"], names["characters"], names["tags"])
    before = rules_before()
    passages = [passage(text, item, _told_by_rules(item, before), known) for text, item in read]
    promised = [
        each for each, (_, item) in zip(passages, read, strict=True) if item["folder"] == PROMISED
    ]
    covered = [each.numbers for each in passages] + [
        [known.numbers(word, run.NOT_ASKED) for word in text.words] for text in plain if text.words
    ]
    return Lessons(names, passages, promised, covered)


def read_items() -> Iterator[Item]:
    """The passages of every folder but the held ones."""
    for folder in sorted(FACTS.iterdir()):
        if folder.is_dir() and not folder.name.startswith("held"):
            for path in sorted(folder.glob("*.jsonl")):
                for line in path.read_text(encoding="utf-8").splitlines():
                    yield json.loads(line) | {"folder": folder.name, "file": path.stem}


def _is_left_out(item: Item, what: str) -> bool:
    folder, _, letter = what.partition("/")
    return item["folder"] == folder and item["file"].endswith(letter)


def plain_passages() -> Iterator[str]:
    """The project's own text, cut into passages as long as those that were read."""
    for path in sorted(PHRASES.rglob("*.txt")):
        lines, length = [], 0
        sizes = random.Random(path.name)
        limit = sizes.randint(SHORT, LONG)
        for line in filter(None, map(str.strip, path.read_text(encoding="utf-8").splitlines())):
            lines.append(line)
            length += len(line)
            if length > limit:
                yield "\n".join(lines)
                lines, length, limit = [], 0, sizes.randint(SHORT, LONG)
        if lines:
            yield "\n".join(lines)


def rules_before() -> dict[tuple[str, str], Item]:
    found = {}
    for path in sorted(BEFORE.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            found[path.stem, item["id"]] = item
    return found


def _told_by_rules(item: Item, before: dict[tuple[str, str], Item]) -> Item | None:
    """What the rules find; of what the tests promise the reading is what they find."""
    if item["folder"] == PROMISED:
        return item
    return before.get((item["folder"], item["id"]))


def _text(item: Item) -> Text:
    paragraphs = item.get("paragraphs") or PARAGRAPH.split(item["text"])
    return words_of(_sentences(paragraphs, date.fromisoformat(item["date"])))


def _sentences(texts: Sequence[str], day: date) -> list[Any]:
    """The sentences of a passage as `ingest.extraction` reads them."""
    table, heading = Table.of(Announced(), texts), YearOfList()
    paragraphs = []
    for paragraph in texts:
        _, rest = table.read(paragraph, day, "")
        year = heading.over(rest, day)
        paragraphs.append(read_sentences(rest, day, year))
        paragraphs += [read_sentences(task, day, year) for task in table.tasks]
    return paragraphs


def vocabulary(texts: Sequence[Text]) -> dict[str, list[str]]:
    """The words, characters and tags that get vectors, the commonest first."""
    read = Counter(word.text for text in texts for word in text.words)
    tags = Counter(word.tag for text in texts for word in text.words)
    printed: Counter[str] = Counter()
    for path in sorted(PHRASES.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            printed.update(shape(word) for word, _ in rjieba.tag(fold_characters(line.strip())))
    everything = read + printed
    characters: Counter[str] = Counter()
    for word, count in everything.items():
        characters.update(dict.fromkeys(word, count))
    return {
        "words": [
            word
            for word, count in everything.most_common()
            if word.strip() and (count >= SEEN or read[word] >= SEEN_IN_READINGS)
        ],
        "characters": [each for each, n in characters.most_common() if n >= SEEN and each.strip()],
        "tags": sorted(tag for tag, count in tags.items() if count >= SEEN),
    }


@dataclass(frozen=True)
class _Told:
    """What the rules found in a passage: its works with their places, and its targets by their
    figures. `aims` is None where the rules were not asked for targets.
    """

    works: list[tuple[Item, list[Span]]]
    aims: dict[int, Item] | None

    @classmethod
    def of(cls, text: Text, rules: Item | None) -> _Told:
        projects = rules["projects"] if rules else []
        targets = rules.get("targets") if rules else None
        aims = None if targets is None else _figures(text, targets)[0]
        return cls([(each, _printed(text, each["name"])) for each in projects], aims)

    def marks(self, text: Text) -> list[int]:
        """What the rules said of each word."""
        marks = [run.NO_NAME] * len(text.words)
        for _, spans in sorted(self.works, key=lambda pair: -len(pair[0]["name"])):
            for first, last in spans:
                if all(mark == run.NO_NAME for mark in marks[first:last]):
                    marks[first:last] = [run.BEGINS, *[run.GOES_ON] * (last - first - 1)]
        for at in _measured(text):
            if marks[at] == run.NO_NAME:
                found = run.PROMISED if at in (self.aims or ()) else run.NO_NAME
                marks[at] = run.NOT_ASKED if self.aims is None else found
        return marks


def passage(text: Text, item: Item, rules: Item | None, known: run.Vocabulary) -> Passage:
    """A passage with its tags and pairs as the reading wants them."""
    told = _Told.of(text, rules)
    works, tags = _works(text, item["projects"])
    for work in works:
        others = [each.names for each in works if each is not work]
        held = next((r for r, spans in told.works if _meet(spans, work.names)), None)
        for what in run.KINDS_OF_FIGURES:
            work.pairs[what] = _pairs(text, work, others, what, held)
    aims, either = _figures(text, item["targets"])
    promised = [(at, EITHER if at in either else int(at in aims)) for at in _measured(text)]
    numbers = [
        known.numbers(word, mark)
        for word, mark in zip(text.words, told.marks(text), strict=True)
    ]  # fmt: skip
    untold = NOT_TOLD_PROMISED if item["folder"] == PROMISED else NOT_TOLD
    return Passage(
        text, numbers, tags, works, _aims(text, aims, told.aims), promised,
        days(text, item["targets"]), 1.0 if rules is None else untold,
    )  # fmt: skip


def _works(text: Text, projects: Sequence[Item]) -> tuple[list[Work], list[int]]:
    """The works of a reading that are printed, and the tag of each word."""
    tags = [NO_NAME] * len(text.words)
    works = []
    for each in sorted(projects, key=lambda work: -len(work["name"])):
        spans = _printed(text, each["name"])
        for first, last in spans:
            if not any(tags[first:last]):
                either = each.get("borderline")
                tags[first:last] = [EITHER if either else GOES_ON] * (last - first)
                tags[first] = EITHER if either else BEGINS
        if spans:
            works.append(Work(each, spans))
    return works, tags


def _aims(text: Text, aims: dict[int, Item], by_rules: dict[int, Item] | None) -> list[Work]:
    """The targets of a reading as works that are named by their figures, with their days."""
    found = {at: Work(target, [(at, at + 1)]) for at, target in aims.items()}
    for at, aim in found.items():
        others = [each.names for each in found.values() if each is not aim]
        held = (by_rules or {}).get(at)
        asked = by_rules is not None
        aim.pairs[run.TERM] = _pairs(text, aim, others, run.TERM, held, asked=asked)
    return [each for each in found.values() if not each.reading.get("borderline")]


def _measured(text: Text) -> list[int]:
    return [at for at, word in enumerate(text.words) if measured(word)]


def _figures(text: Text, targets: Sequence[Item]) -> tuple[dict[int, Item], set[int]]:
    """The words that print the figures of targets, and those that may print one or be none."""
    printed: dict[float, list[int]] = {}
    for at in _measured(text):
        figure = measured(text.words[at])
        printed.setdefault(float(figure.value or 0) if figure else 0.0, []).append(at)
    wanted: dict[float, list[Item]] = {}
    for target in targets:
        if target.get("value") is not None:
            wanted.setdefault(float(target["value"]), []).append(target)
    found: dict[int, Item] = {}
    either: set[int] = set()
    for number, alike in wanted.items():
        places = printed.get(number, [])
        if len(places) > len(alike):
            units = {each.get("unit") for each in alike}
            places = [at for at in places if _unit(text.words[at]) in units] or places
        if len(places) > len(alike):
            either |= set(places)
            continue
        found |= dict(zip(places, alike, strict=False))
    either |= {at for at, target in found.items() if target.get("borderline")}
    return found, either


def _unit(word: Word) -> str:
    figure = measured(word)
    return figure.unit or "元" if figure else ""


def _printed(text: Text, name: str) -> list[Span]:
    """Where a name is printed; of one that is not printed in one piece, its longest piece."""
    folded = fold(name).text
    spans = [span for _, span in text.spans_of([folded])]
    piece = "" if spans else _longest_piece(folded, "".join(text.paragraphs.values()))
    return spans or [span for _, span in text.spans_of([piece] if len(piece) > 2 else [])]


def _longest_piece(name: str, text: str) -> str:
    best = ""
    for first in range(len(name)):
        while first + len(best) < len(name) and name[first : first + len(best) + 1] in text:
            best = name[first : first + len(best) + 1]
    return best


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def _pairs(
    text: Text, work: Work, others: Sequence[Sequence[Span]], what: str, held: Item | None,
    *, asked: bool = True,
) -> tuple[list[Any], list[float], list[int]]:  # fmt: skip
    """The candidates of a work, what the rules say of none, and which are right (0 is none).

    `held` is the work as the rules read it, where they were `asked`.
    """
    at_all = [at for at, word in enumerate(text.words) if is_figure(word, what)]
    name = "investment_yuan" if what == "sum" else "due_on"  # of a day and a term
    by_rules = NO_WORK if held is None else NO_FIGURE if held[name] is None else THIS
    wanted = [None if each is None else str(each) for each in _comparable(work.reading, name)]
    candidates, right = [], []
    for at in at_all:
        told = by_rules
        value = _value(text.words[at])
        if held is not None and by_rules == THIS and value != str(held[name]):
            told = ANOTHER
        found = relation(text.words, work.names, others, at, at_all)
        candidates.append((found.name, at, [*found.relation, *said(told if asked else None)]))
        if value in wanted:
            right.append(len(candidates))
    if None in wanted:
        right.append(0)
    return candidates, said(by_rules if asked else None), right


def _comparable(reading: Item, name: str) -> list[Any]:
    values = _readings(reading, name)
    return [float(each) if name == "investment_yuan" and each is not None else each
            for each in values]  # fmt: skip


def _value(word: Word) -> str:
    held = value(word)
    return str(float(held)) if isinstance(held, Decimal) else str(held)
