"""Quoted sentences and fact numbers, put into the text of an article when a page is rendered.

Pure: HTML in, HTML out, nothing saved. A sentence is found in the text as `articles.plain` reads
it, so it may run across bold words, links and table cells; one that is not found is not marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from articles.plain import BLOCKS, CELLS

WORD_JOINER = "\u2060"
CLOSING = "。！？；，、：”’）》!?;,:)"


@dataclass(frozen=True)
class Quote:
    """A sentence to mark. `figure` is the place of the figure inside `exact`; `numbers` are the
    facts that stand on it, as they are numbered on the facts card."""

    uid: str
    exact: str
    figure: tuple[int, int] | None = None
    numbers: tuple[int, ...] = ()
    prefix: str = ""


def circled(number: int) -> str:
    """① to ㊿; beyond that the number in brackets.

    >>> circled(1), circled(21), circled(51)
    ('①', '㉑', '(51)')
    """
    for first, last, base in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= number <= last:
            return chr(base + number - first)
    return f"({number})"


def mark_facts(html: str, quotes: Sequence[Quote], current_uid: str = "") -> str:
    """The HTML with every quoted sentence in a `<mark id="f-…">` and its numbers after the figure.

    Only the sentence with `current_uid` is washed (class `here`) and has its figure circled.
    """
    page = _Page(html)
    places = [place for quote in quotes if (place := _place(page.text, quote))]
    return page.render(places, current_uid)


@dataclass(frozen=True)
class _Place:
    """Where a quote stands in the text: `number_at` is where its numbers go."""

    quote: Quote
    start: int
    end: int
    figure: tuple[int, int] | None
    number_at: int


def _place(text: str, quote: Quote) -> _Place | None:
    start = _find(text, quote)
    if start < 0:
        return None
    end = start + len(quote.exact)
    if quote.figure:
        figure = (start + quote.figure[0], start + quote.figure[1])
        return _Place(quote, start, end, figure, min(figure[1], end))
    number_at = end
    while number_at > start + 1 and text[number_at - 1] in CLOSING:
        number_at -= 1
    return _Place(quote, start, end, None, number_at)


def _find(text: str, quote: Quote) -> int:
    """The sentence where the text before it is the same, else where it stands first."""
    if quote.prefix and (at := text.find(quote.prefix + quote.exact)) >= 0:
        return at + len(quote.prefix)
    return text.find(quote.exact)


@dataclass
class _Token:
    """A tag as it was written, or a run of text with the place of each character in the text."""

    raw: str
    places: list[int] = field(default_factory=list)


class _Page(HTMLParser):
    """The tokens of a text, and the text itself with white space as `articles.plain` keeps it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[_Token] = []
        self._characters: list[str] = []
        self.feed(html)
        self.close()
        self.text = "".join(self._characters)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._between(tag)
        self.tokens.append(_Token(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        self._between(tag)
        self.tokens.append(_Token(f"</{tag}>"))

    def handle_data(self, data: str) -> None:
        places = []
        for character in data:
            if character.isspace():
                self._blank()
            else:
                self._characters.append(character)
            places.append(max(0, len(self._characters) - 1))
        self.tokens.append(_Token(data, places))

    def _between(self, tag: str) -> None:
        if tag in BLOCKS:
            self._end_line()
        elif tag in CELLS or tag == "br":
            self._blank()

    def _blank(self) -> None:
        if self._characters and self._characters[-1] not in " \n":
            self._characters.append(" ")

    def _end_line(self) -> None:
        if self._characters and self._characters[-1] == " ":
            self._characters[-1] = "\n"
        elif self._characters and self._characters[-1] != "\n":
            self._characters.append("\n")

    def render(self, places: Sequence[_Place], current_uid: str) -> str:
        writer = _Writer(sorted(places, key=lambda place: place.start), current_uid)
        return "".join(writer.run(token) if token.places else token.raw for token in self.tokens)


class _Writer:
    """Writes runs of text with marks; every id and every number once."""

    def __init__(self, places: Sequence[_Place], current_uid: str) -> None:
        self.places = places
        self.current = current_uid
        self.named: set[str] = set()

    def run(self, token: _Token) -> str:
        first, last = token.places[0], token.places[-1]
        near = [place for place in self.places if place.start <= last and place.end > first]
        if not near:
            return escape(token.raw, quote=False)
        out: list[str] = []
        covering: list[_Place] = []
        in_figure = False
        for index, at in enumerate(token.places):
            covers = [place for place in near if place.start <= at < place.end]
            if [place.quote.uid for place in covers] != [place.quote.uid for place in covering]:
                out += ["</b>" * in_figure, "</mark>" * bool(covering)]
                in_figure, covering = False, covers
                out += self._open(covers)
            if self._circled(covers, at) != in_figure:
                in_figure = not in_figure
                out.append('<b class="figure">' if in_figure else "</b>")
            out.append(escape(token.raw[index], quote=False))
            ends_here = index + 1 == len(token.places) or token.places[index + 1] > at
            if ends_here and (numbers := self._numbers(near, at + 1)):
                out += ["</b>" * in_figure, numbers]
                in_figure = False
        out += ["</b>" * in_figure, "</mark>" * bool(covering)]
        return "".join(out)

    def _open(self, covers: list[_Place]) -> list[str]:
        if not covers:
            return []
        new = [place.quote.uid for place in covers if place.quote.uid not in self.named]
        self.named.update(new)
        here = any(place.quote.uid == self.current for place in covers)
        own = self.current if self.current in new else next(iter(new), "")
        anchors = [f'<span id="f-{uid}"></span>' for uid in new if uid != own]
        name = f' id="f-{own}"' if own else ""
        return [*anchors, f'<mark class="fact{" here" * here}"{name}>']

    def _circled(self, covers: list[_Place], at: int) -> bool:
        return any(
            place.figure is not None and place.figure[0] <= at < place.figure[1]
            for place in covers
            if place.quote.uid == self.current
        )

    def _numbers(self, near: list[_Place], at: int) -> str:
        """The numbers that belong after the character before `at`, glued to it."""
        found = sorted({n for place in near if place.number_at == at for n in place.quote.numbers})
        if not found:
            return ""
        links = WORD_JOINER.join(f'<a href="#fact-{n}">{circled(n)}</a>' for n in found)
        return f'{WORD_JOINER}<sup class="fact-number">{links}</sup>'
