"""The plain text of an article: what evidence quotes and what search reads.

One line each for kicker, headline, deck, every paragraph, subhead, list item and table row of
the body, then one for every caption. Tags are gone, entities are characters, white space
inside a line is one blank at the most. A quote never crosses a line.
"""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser

BLOCKS = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "blockquote",
    "tr",
    "ul",
    "ol",
    "table",
    "div",
}
CELLS = {"td", "th"}


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in BLOCKS:
            self.end_line()
        elif tag in CELLS or tag == "br":
            self.text += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        self.text += data

    def end_line(self) -> None:
        if line := " ".join(self.text.split()):
            self.lines.append(line)
        self.text = ""


TEASER = 90


def teaser_of(paragraph: str, dateline: str) -> str:
    """The beginning of a first paragraph, without its dateline: at most `TEASER` characters."""
    return paragraph.removeprefix(dateline).strip()[:TEASER]


def body_lines(html: str) -> list[str]:
    """The lines of a body, in order: paragraphs, subheads, list items, table rows."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    parser.end_line()
    return parser.lines


def plain_text(*, heads: Iterable[str], body: str, captions: Iterable[str]) -> str:
    lines = [" ".join(line.split()) for line in heads]
    lines += body_lines(body)
    lines += [" ".join(line.split()) for line in captions]
    return "\n".join(line for line in lines if line)
