"""The plain text of an article: what evidence quotes and what search reads.

One line each for kicker, headline, deck, every paragraph, subhead, list item and table row of
the body, then one for every caption. Tags are gone, entities are characters, white space
inside a line is one blank at the most. A quote never crosses a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

from chinese.printed import tight

_BRACKETS = "（(【[〔"
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


# A note of the editors, a subhead or two may stand above the paragraph that has the dateline.
_OPENING = 4


def with_dateline(html: str, dateline: str) -> str:
    """The body as it is read: its dateline in front, where none of its first lines begins with it.

    >>> with_dateline("<p>县里动工。</p>", "本报讯")
    '<p>本报讯 县里动工。</p>'
    >>> with_dateline("<p>编者按：路通了。</p><p>本报讯 县里动工。</p>", "本报讯")
    '<p>编者按：路通了。</p><p>本报讯 县里动工。</p>'
    """
    lines = body_lines(html) if dateline else []
    if not lines or any(_begins_with(dateline, line) for line in lines[:_OPENING]):
        return html
    said = escape(dateline, quote=False)
    if start := re.match(r"<p[^>]*>", html):
        return f"{start[0]}{said} {html[start.end() :].lstrip()}"
    return f"<p>{said}</p>{html}"


def _begins_with(dateline: str, line: str) -> bool:
    return tight(line).lstrip(_BRACKETS).startswith(tight(dateline))


def tells_nothing(body: str, captions: Iterable[str], *, is_advertising: bool) -> bool:
    """Whether readers would find nothing under the headline: no text, and no picture with the
    words that make it news. An advertisement may be a picture alone.

    `captions` are those of the pictures, "" where one has none.
    """
    if body_lines(body):
        return False
    return not any(is_advertising or caption.strip() for caption in captions)


def plain_text(
    *, heads: Iterable[str], body: str, captions: Iterable[str], dateline: str = ""
) -> str:
    lines = [" ".join(line.split()) for line in heads]
    lines += body_lines(with_dateline(body, dateline))
    lines += [" ".join(line.split()) for line in captions]
    return "\n".join(line for line in lines if line)
