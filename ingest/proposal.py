"""What the importer proposes: the words shared by reading, ordering, segmenting and extraction.

Plain data, no Django, no database. A file is read into `Piece`s; ordering and segmenting put
every piece into exactly one place of a `Layout`; extraction reads the `Facts` out of the
layout's articles. `Proposal.as_dict()` is the document of `import_issue --json`.

Money is `Decimal` yuan. Dates are `datetime.date`. What is unknown is `None`, never a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, NamedTuple

from chinese.printed import by_key, printed_key

COMPARATORS = ("=", ">=", "<=", "~")
STAGES = (
    "planned",
    "approved",
    "started",
    "under_construction",
    "structure_complete",
    "completed",
    "operating",
    "stalled",
    "cancelled",
)
MEASURES = ("total", "approved", "year", "done", "paid", "part")

Comparator = Literal["=", ">=", "<=", "~"]
Tense = Literal["planned", "ongoing", "done"]
MissingEnd = Literal["beginning", "end", "both"]
Role = Literal[
    "kicker",
    "headline",
    "deck",
    "subhead",
    "byline",
    "body",
    "table",
    "caption",
    "credit",
    "banner",
    "furniture",
    "jump",
]


@dataclass(frozen=True)
class Piece:
    """The smallest part of the file that is moved as a whole: a block, or a line of one.

    `block` is the number of the blank-line block it stands in, counted from 0;
    `start` and `end` are its place in the decoded text; `gap` is the number of
    empty lines printed before it (a picture leaves a gap), `indent` the number of
    spaces, full-width or not, before its first line. `breaks` are the places where
    lines of the file were joined to this text.
    """

    id: int
    block: int
    text: str
    start: int
    end: int
    gap: int = 0
    indent: int = 0
    breaks: tuple[Break, ...] = ()


class Break(NamedTuple):
    """Where lines were joined: at which character of the text, and where in the file the line
    above ends and the one below starts.
    """

    at: int
    end: int
    start: int


@dataclass
class Part:
    """One text of an article, with the pieces that it was put together from, in order.

    `confidence` is that of the role and the place; `why` says it in words for an editor.
    """

    text: str
    pieces: list[int]
    confidence: float = 1.0
    role: Role = field(default="body", kw_only=True)
    why: str = field(default="", kw_only=True)


@dataclass
class Subhead(Part):
    """A 小标题 and the index of the paragraph that it stands over."""

    before: int = 0


@dataclass
class Join:
    """Two pieces read as one paragraph: block numbers, the seam, and why.

    Where `made` is False the machine was not sure enough: the pieces stand apart, and a person
    is asked. `second_choice` is the block that would follow instead, None where the paragraph
    may simply end.
    """

    left: int
    right: int
    confidence: float
    reason: str
    at: str = ""
    second_choice: int | None = None
    second_reason: str = ""
    made: bool = True


@dataclass
class Article:
    """One article as it will be proposed. Headline parts may be missing; text never is.

    `bylines` are the lines that name its writers and say nothing else, as printed; `byline` is what
    they name, or what a dateline or the end of the text does.
    """

    key: str
    headline: Part | None = None
    kicker: Part | None = None
    deck: Part | None = None
    dateline: str = ""
    byline: str = ""
    bylines: list[Part] = field(default_factory=list)
    paragraphs: list[Part] = field(default_factory=list)
    subheads: list[Subhead] = field(default_factory=list)
    captions: list[Part] = field(default_factory=list)
    missing: MissingEnd | None = None
    is_advertising: bool = False
    confidence: float = 1.0


@dataclass
class Layout:
    """Every piece of the file, each in exactly one place."""

    pieces: list[Piece] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    banners: list[Part] = field(default_factory=list)
    captions: list[Part] = field(default_factory=list)
    leftovers: list[Part] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)

    def parts(self) -> list[Part]:
        """All texts of the page, in the order in which they are proposed."""
        found: list[Part] = []
        for article in self.articles:
            found += [part for part in (article.kicker, article.headline, article.deck) if part]
            found += [*article.bylines, *article.paragraphs]
            found += [*article.subheads, *article.captions]
        return [*self.banners, *found, *self.captions, *self.leftovers]


@dataclass
class Sum:
    """What one sentence says about money. `yuan` is None for foreign or unreadable sums."""

    yuan: Decimal | None
    text: str
    kind: str = "total"
    comparator: Comparator = "="
    currency: str = "CNY"
    as_of: str | None = None
    quote: str = ""
    yuan_to: Decimal | None = None
    period_text: str | None = None
    reason: str = ""


@dataclass
class Capacity:
    value: Decimal
    unit: str
    text: str
    comparator: Comparator = "="
    per: str | None = None
    quote: str = ""  # the sentence that says it


@dataclass(frozen=True)
class Milestone:
    """One dated stage that is promised of a work beside the announced one, with its sentence."""

    stage: str
    due_text: str
    due_on: date
    due_precision: str
    quote: str
    tense: Tense = "planned"
    confidence: float = 1.0


@dataclass
class ProjectFact:
    """One project as an article tells of it. `article` is the key of its article.

    `quote` is the sentence that names it first; sums, capacities and milestones have each their
    own, and `term_quote` is the one that tells its stage or its due date. `reached_on` is the
    printed day on which its stage was reached; without one it was reached when it was printed.
    """

    name: str
    article: str
    quote: str
    investments: list[Sum] = field(default_factory=list)
    capacities: list[Capacity] = field(default_factory=list)
    stage: str | None = None
    tense: Tense | None = None
    due_text: str | None = None
    due_on: date | None = None
    due_precision: str | None = None
    reached_on: date | None = None
    term_quote: str = ""
    milestones: list[Milestone] = field(default_factory=list)
    sector: str | None = None
    department: str | None = None
    place: str | None = None
    printed_name: str = ""
    known: str | None = None
    confidence: float = 1.0

    @property
    def announced(self) -> Sum | None:
        """The announced total: the first sum of kind `total`, else the approved estimate."""
        ranked = sorted(self.investments, key=lambda each: ("total", "approved").index(each.kind)
                        if each.kind in ("total", "approved") else 2)  # fmt: skip
        return ranked[0] if ranked and ranked[0].kind in ("total", "approved") else None


@dataclass
class TargetFact:
    """One promise: a quantity, a stage or an event that is to come."""

    article: str
    kind: Literal["quantity", "stage", "event"]
    indicator: str
    quote: str
    project: str | None = None
    department: str | None = None
    stage: str | None = None
    comparator: Comparator | None = None
    value: Decimal | None = None
    unit: str | None = None
    value_text: str | None = None
    due_text: str | None = None
    due_on: date | None = None
    due_precision: str | None = None
    confidence: float = 1.0

    @property
    def is_step(self) -> bool:
        """Whether it is done of a work on the way to its end: 石河大桥汛期前完成下部结构."""
        return self.kind == "event" and self.project is not None


@dataclass
class Statement:
    """A sum for several unnamed projects (全县50个项目总投资…): shown, never added up."""

    sum: Sum
    article: str
    members: int | None = None


@dataclass
class Facts:
    projects: list[ProjectFact] = field(default_factory=list)
    targets: list[TargetFact] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    departments: dict[str, list[str]] = field(default_factory=dict)
    sections: dict[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """What the newsroom has already: printed names, each with its record's natural key."""

    departments: dict[str, str] = field(default_factory=dict)
    projects: dict[str, str] = field(default_factory=dict)
    sections: Sequence[str] = ()

    def department(self, printed: str) -> str | None:
        """The department that prints this name, compared as the commit will compare it."""
        return self._by_key.get(printed_key(printed))

    @cached_property
    def _by_key(self) -> dict[str, str]:
        """The first name of a key counts, as names stand before aliases and short names."""
        return by_key(self.departments)


@dataclass
class Proposal:
    layout: Layout
    facts: Facts
    encoding: str = "utf-8"

    def as_dict(self) -> dict[str, Any]:
        """The document of `import_issue --json`: JSON values only, what is unknown is None."""
        from ingest.document import document

        return document(self)
