"""The articles that pages are made of: written for this benchmark, split in thirds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

_DATELINE = re.compile(r"^【?\s*本报[^，。]{0,12}?[讯电]】?\s*(?:[（(][^（()）]{1,40}[）)])?\s*")
_SIGNATURE = re.compile(r"[（(](?:本报|融媒体?|通讯员|记者|特约)[^（()）]{1,30}[)）]$")
FOLDER = Path(__file__).resolve().parent / "articles"


@dataclass
class Line:
    """One printed line of an article: kind is `body`, `subhead` or `caption`."""

    kind: str
    text: str


@dataclass
class Source:
    """One article as its file holds it."""

    name: str
    genre: str = ""
    split: str = ""
    section: str = ""
    kicker: str = ""
    headline: str = ""
    deck: str = ""
    byline: str = ""
    byline_at: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        head = [self.kicker, self.headline, self.deck]
        return "\n".join([*filter(None, head), *(line.text for line in self.lines)])

    def bare(self) -> Source:
        """The article as most papers print it now: one headline, no dateline, no writers."""
        lines = [Line(line.kind, _unsigned(_DATELINE.sub("", line.text))) for line in self.lines]
        return replace(self, kicker="", deck="", byline="", byline_at="", lines=lines)


def _unsigned(text: str) -> str:
    """A text without the writers in brackets at its end; one that is nothing else stays."""
    return _SIGNATURE.sub("", text) or text


def load_articles(split: str) -> list[Source]:
    """The articles of one third (`language`, `tuning`, `test`), in the order of their names."""
    sources = (parse(path) for path in sorted(FOLDER.glob("*.txt")) if _split_of(path) == split)
    return list(sources)


def _split_of(path: Path) -> str:
    """The third of a file, by its header alone."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("split:"):
                return line.split(":", 1)[1].strip()
            if line.startswith("---"):
                break
    return ""


def parse(path: Path) -> Source:
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    source = Source(name=path.stem)
    for line in head.splitlines():
        name, _, value = line.partition(":")
        if name in source.__dataclass_fields__ and name not in ("name", "lines"):
            setattr(source, name, value.strip())
    for line in filter(None, map(str.strip, body.splitlines())):
        kind = {"#": "subhead", "!": "caption"}.get(line[0], "body")
        source.lines.append(Line(kind, line.lstrip("#! ") if kind != "body" else line))
    return source
