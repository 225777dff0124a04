"""What is read from the texts of an article: dateline, byline, which end is missing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from ingest.ordering.language import MIDWAY, Language, plain
from ingest.proposal import Article, MissingEnd, Piece
from ingest.readers.indents import NO_INDENTS, Indents
from ingest.readers.kinds import COMES_FROM, LONGEST_CAPTION, SCENE, Kind, is_single_sentence
from ingest.readers.lists import SURNAMES, one_of
from ingest.readers.ordinals import ordinal
from ingest.readers.punctuation import CLOSING, PAUSES, ends_sentence, fold, visible
from ingest.readers.signatures import (
    names_alone,
    signs_letter,
    writers_at_end,
    writers_in_dateline,
)
from ingest.segmenting.titles import DATELINE, Title

_IN_DATELINE = re.compile(
    rf"（\s*(?P<names>{one_of('kind of writer')}*(?:记者|通讯员)[^（）]{{1,30}})\s*）"
)
# A line so short over the paragraphs of an article begins it only where it begins like a sentence.
_LONGEST_LAST_LINE, _MIDWAY_LAST_LINE = 20, 1.0  # characters, log-odds
# What is said of somebody who stands before: 也是最揪心的事, 红红火火地卖到了山外. Many a story
# opens with a short sentence that has all it needs: 雪下了一夜。 又到了春天。
_SAYS_NOT_WHO = re.compile(
    r"也(?!许)|都(?![说市城江])|才(?!能)|便|却|带着|把|让(?!人)"
    r"|[\u3400-\u9fff]{2,4}地(?![方里上下头])"
)
_LONGEST_DATELINE = 60  # characters, with the writers
_DATE = re.compile(
    r"[\d〇零○一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月"
    r"[\d一二三四五六七八九十]{1,3}日"
)
# No name ends so: 路醒了, 车来了 are what came about, though they begin as names do.
_NO_NAME = re.compile("[了吗呢吧着]$")
_LABELLED = re.compile(rf"[。；][^，。；：]{{2,8}}：[^，。；：]{{1,40}}{one_of('place or body')}$")
_LONGEST_LABELLED = 52  # characters, with the stop before
# Whom to call stands last in a notice; under it only who signs it.
_TELEPHONE = re.compile(r"(?:电话|热线|专线)[：:\s]*\d{3,}[\d\s、-]*$")
_NAME = rf"[{SURNAMES}](?:[\u3400-\u9fff]{{1,2}}|\s[\u3400-\u9fff])"
_PERSON = re.compile(
    rf"{_NAME}(?:[\s、]+{_NAME}){{0,3}}\s?(?:文[/／、]?图|摄影报道|文|整理|图[/／]文)?"
)

_ESSAYS = re.compile(one_of("column of essays") + "$")
_PEN_NAME = re.compile(rf"[\u3400-\u9fff]{{1,3}}{one_of('ends a pen name')}")

# Who spoke or wrote, named with office, house or trade: 县委常委、副县长 范继武, 县医院 沈 青.
_NAMED = re.compile(
    rf"(?P<who>[^，。！？：“]{{2,30}}?)(?P<names>(?:[\s、]+{_NAME}){{1,4}})(?:\s+\d+月\d+日)?"
)
_SOMEBODY = re.compile(f"{one_of('office held', 'place or body', 'who writes')}$")
_BRACKETED = re.compile("（[^（）]*(?:（[^（）]*）[^（）]*)*）")


def joined(texts: Iterable[str]) -> str:
    """Texts without a separator; a space only between two Latin words."""
    result = ""
    for text in texts:
        latin = result[-1:].isascii() and result[-1:].isalpha() and text[:1].isascii()
        result += (" " if latin and text[:1].isalpha() else "") + text
    return result


def with_speakers(pieces: Sequence[Piece], kinds: Sequence[Kind], language: Language) -> list[Kind]:
    """The kinds, with a byline where somebody is named with an office under a headline: 县长 鲍立群
    parts the stack from the first subhead, whatever is joined to what; or by a pen name.
    """
    found = list(kinds)
    folded = [fold(piece.text).strip() for piece in pieces]
    for index, line in enumerate(folded):
        under_stack = found[index] == "title" and index > 0 and found[index - 1] == "title"
        over_text = found[index + 1 : index + 2] == ["body"]
        pen_name = index > 1 and over_text and _is_pen_name(folded[index - 2 : index + 1])
        if under_stack and (pen_name or _names_somebody(line, language)):
            found[index] = "byline"
    return found


def _is_pen_name(lines: Sequence[str]) -> bool:
    """老石匠 under the headline of an essay, whose column is named over it: 灯下漫笔."""
    column, _, name = lines
    return _PEN_NAME.fullmatch(name) is not None and _ESSAYS.search(column) is not None


def settled(
    pieces: Sequence[Piece],
    kinds: Sequence[Kind],
    joins: Mapping[int, int],
    language: Language,
) -> list[Kind]:
    """The kinds once the joins are known, by what stands before and after each piece."""
    found = list(kinds)
    folded = [fold(piece.text).strip() for piece in pieces]
    joined_pieces = {*joins, *joins.values()}
    for index in joined_pieces:
        if found[index] == "title":
            found[index] = "body"
    for index in range(len(pieces)):
        if index in joined_pieces:
            continue
        if found[index] in ("title", "furniture", "credit"):
            found[index] = _short_line(index, folded, found, language)
        elif found[index] == "body":
            found[index] = _sentence(index, folded, found)
    return found


def _short_line(
    index: int, folded: Sequence[str], kinds: Sequence[Kind], language: Language
) -> Kind:
    """A name under a stack is a byline, a body only where the text names no writers of its own; a
    body under a notice signs it, dated or not.
    """
    kind, text = kinds[index], folded[index]
    before = kinds[index - 1] if index else "furniture"
    after = kinds[index + 1] if index + 1 < len(kinds) else "furniture"
    if kind == "furniture":
        dated = _DATE.fullmatch(text) and before in ("body", "line") and index > 0
        return before if dated else kind
    if kind == "credit":
        return "byline" if before == "title" and text.endswith("报道") else kind
    title = Title.of(index, text, language)
    if before == "title" and _names_somebody(text, language):
        return "byline"
    if before == "title" and after != "title" and after != "furniture":
        named = _PERSON.fullmatch(text) and not _NO_NAME.search(text)
        person = named and text not in language.words
        above = Title.of(0, folded[index - 1], language)
        written = index + 1 < len(folded) and _writers_named(folded[index + 1], language)
        house = title.is_organisation and not above.is_organisation
        if person or (house and not written):
            return "byline"
    if before in ("body", "line") and ends_sentence(folded[index - 1]):
        if _BRACKETED.fullmatch(text):
            return "byline"
        if _names_somebody(text, language):
            return "line"
    if title.is_organisation and before in ("body", "line"):
        called = before == "line" and _TELEPHONE.search(folded[index - 1])
        if called or _signs(index + 1, folded, language):
            return before
    return kind


def _names_somebody(text: str, language: Language) -> bool:
    """Whether a line says who somebody is, with the name set off; 柳林镇 高家村 are places."""
    found = _NAMED.fullmatch(text)
    if not found or not _SOMEBODY.search(found["who"]):
        return False
    return not Title.of(0, found["names"].strip(), language).is_organisation


def _signs(index: int, folded: Sequence[str], language: Language) -> bool:
    """Whether a date follows, with nothing but names of bodies before it."""
    while index < len(folded) and Title.of(0, folded[index], language).is_organisation:
        index += 1
    return index < len(folded) and bool(_DATE.fullmatch(folded[index]))


def _sentence(index: int, folded: Sequence[str], kinds: Sequence[Kind]) -> Kind:
    """A single short sentence between headline and text: a caption."""
    text = folded[index]
    if not is_single_sentence(text) or DATELINE.match(text):
        return "body"
    before = kinds[index - 1] if index else "body"
    following = folded[index + 1] if index + 1 < len(folded) else ""
    under_stack = before in ("title", "byline") and len(visible(following)) > LONGEST_CAPTION
    seen = bool(SCENE.match(text)) and len(visible(text)) <= 30
    if under_stack and (DATELINE.match(following) or seen):
        return "caption"
    return "body"


def dateline(article: Article, language: Language) -> str:
    """The 电头 as printed, without the names in brackets: 本报讯, 本报北京3月1日电."""
    for part in article.paragraphs[:2]:
        folded = fold(part.text[:_LONGEST_DATELINE])
        match = DATELINE.match(folded)
        if match:
            writers = writers_in_dateline(folded, language.words)
            ends = min(match.end(), writers.start("names")) if writers else match.end()
            printed = part.text[:ends]
            return re.split(r"[（(]", printed)[0].strip("【】 \t\u3000") or printed
    return ""


def _writers_named(folded: str, language: Language) -> re.Match[str] | None:
    """The writers at the beginning of a text, group `names`: 本报讯（记者 何巧云）…."""
    first = folded[:_LONGEST_DATELINE]
    return writers_in_dateline(first, language.words) or _IN_DATELINE.search(first)


def byline(article: Article, language: Language) -> str:
    """Who wrote it, as printed: a line of its own, in the dateline, or in brackets at the end.

    Who wrote one of several briefs, each signed at its end, has not written the others.
    """
    if article.bylines:
        return " ".join(names_alone(part.text) for part in article.bylines)
    bodies = [part for part in article.paragraphs if part.role == "body"]
    if not bodies:
        return ""
    if found := _writers_named(fold(bodies[0].text), language):
        return bodies[0].text[found.start("names") : found.end("names")].strip()
    signed = [(part.text, writers_at_end(fold(part.text))) for part in bodies]
    ends = [text[found.start(1) : found.end(1)].strip() for text, found in signed if found]
    is_of_briefs = len(set(ends)) > 1
    return ends[-1] if signed[-1][1] and not is_of_briefs else ""


def missing(
    article: Article, jump: str, language: Language, listed: Collection[int] = (),
    indents: Indents = NO_INDENTS,
) -> MissingEnd | None:  # fmt: skip
    """Which end an article lacks: a text that starts or stops in mid-sentence, a jump line.

    A row of a table, a line of a list and one of writers (`listed`, by pieces) are whole without
    a stop.
    """
    texts = [part for part in article.paragraphs if part.role in ("body", "table")]
    if not texts:
        return None
    first, last = fold(texts[0].text), fold(texts[-1].text)
    opening = texts[0].pieces[0]
    rest = is_rest(first, opening, indents, language) or _is_last_line(first, language)
    begins = opening in listed or not rest
    ends = texts[-1].pieces[-1] in listed or ends_paragraph(last)
    comes = COMES_FROM.search(fold(jump)) or COMES_FROM.match(first)
    no_beginning = not begins or comes is not None
    no_end = not ends or bool(re.search(r"下转|转第|下接", jump + last[-16:]))
    if no_beginning and no_end:
        return "both"
    return "beginning" if no_beginning else "end" if no_end else None


def _is_last_line(folded: str, language: Language) -> bool:
    """Whether a text is the short last line of a sentence, not a sentence: 也是最揪心的事。"""
    text = visible(folded)
    short = len(text) <= _LONGEST_LAST_LINE and text.endswith("。") and "。" not in text[:-1]
    told = short and _SAYS_NOT_WHO.match(text) is not None
    return told and language.midway(plain(folded)) > _MIDWAY_LAST_LINE


def ends_paragraph(folded: str) -> bool:
    if ends_sentence(folded) or signs_letter(folded) or _is_labelled(folded):
        return True
    return folded.rstrip()[-1:] not in PAUSES + "（“" and _is_signed(folded)


def _is_labelled(folded: str) -> bool:
    """Whether an item ends with who does it: …10月底前建成。责任单位：县民政局、县财政局."""
    return _LABELLED.search(folded.rstrip()[-_LONGEST_LABELLED:]) is not None


def _is_signed(folded: str) -> bool:
    """A last line without a stop that is whole all the same: a date, a signature, a short line."""
    return len(visible(folded)) <= 24 and bool(
        re.search(r"日$|局$|委员会$|办公室$|政府$|中心$|公司$|[）”]$", folded.strip())
    )


def is_rest(folded: str, index: int, indents: Indents, language: Language) -> bool:
    """Whether a text is the rest of a paragraph: by its words, or by standing at the margin of a
    page that indents; an item of a list is none, nor is news that names its writers or its day.
    """
    if ordinal(folded) is not None:
        return False
    at_margin = index in indents.go_on and not DATELINE.match(folded)
    return at_margin or starts_midway(folded, language)


def starts_midway(folded: str, language: Language) -> bool:
    """Whether a text begins in mid-sentence: with a mark, the rest of a word, or by its signs."""
    text = visible(folded)
    if text[:1] in CLOSING + PAUSES + "。！？":
        return True
    clause = re.match(r"[\u3400-\u9fff]+", text)
    if clause and language.is_rest_of_word(clause.group()):
        return True
    return language.midway(plain(folded)) > MIDWAY
