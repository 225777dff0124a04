"""What is read from the texts of an article: dateline, byline, which end is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ingest.ordering.language import Language
from ingest.proposal import Article, MissingEnd, Piece
from ingest.readers.kinds import Kind
from ingest.readers.punctuation import CLOSING, PAUSES, ends_sentence, fold, visible

_WRITERS = re.compile(r"（\s*((?:[^（）]{0,12}?(?:记者|通讯员|作者|编辑|报道))?[^（）]{1,36})\s*）")
_IN_DATELINE = re.compile(
    r"（\s*((?:本报|特约|见习|实习|全媒体|融媒体)*(?:记者|通讯员)[^（）]{1,30})\s*）"
)
_AT_END = re.compile(r"（\s*([^（）]{2,36}?)\s*）\s*[■●◆▲★□]?\s*$")
_WRITER_WORD = re.compile(
    r"记者|通讯员|作者|撰稿|报道组|文/|整理|供稿|[\u3400-\u9fff]\s[\u3400-\u9fff]{2}"
)
_NAMES = re.compile(
    r"[\u3400-\u9fff]{2,3}(?:[\s、]+[\u3400-\u9fff]{2,3})*|[\u3400-\u9fff]\s+[\u3400-\u9fff]"
)
_NO_NAME = re.compile(r"下转|上接|完|续|图|表|如下|略|版|来源|注|以下|摄|据")
LONGEST_CAPTION = 48


def joined(texts: Iterable[str]) -> str:
    """Texts without a separator; a space only between two Latin words."""
    result = ""
    for text in texts:
        latin = result[-1:].isascii() and result[-1:].isalpha() and text[:1].isascii()
        result += (" " if latin and text[:1].isalpha() else "") + text
    return result


def settled(
    pieces: Sequence[Piece],
    kinds: Sequence[Kind],
    joins: Mapping[int, int],
    dateline: re.Pattern[str],
) -> list[Kind]:
    """The kinds once the joins are known: joined short lines are body, some sentences captions."""
    found = list(kinds)
    joined_pieces = {*joins, *joins.values()}
    for index in joined_pieces:
        if found[index] == "title":
            found[index] = "body"
    usual = sorted(piece.gap for piece in pieces)[len(pieces) // 2] if pieces else 0
    for index, piece in enumerate(pieces):
        if found[index] != "body" or index in joined_pieces:
            continue
        text = fold(piece.text)
        if len(visible(text)) > LONGEST_CAPTION or text.count("。") > 1 or not ends_sentence(text):
            continue
        after_picture = piece.gap >= max(2, usual + 2)
        under_stack = index > 0 and found[index - 1] == "title"
        lead_follows = index + 1 < len(pieces) and bool(
            dateline.match(fold(pieces[index + 1].text))
        )
        if not dateline.match(text) and (after_picture or (under_stack and lead_follows)):
            found[index] = "caption"
    return found


def dateline(article: Article, pattern: re.Pattern[str]) -> str:
    """The 电头 as printed, without the names in brackets: 本报讯, 本报北京3月1日电."""
    for part in article.paragraphs[:2]:
        match = pattern.match(fold(part.text))
        if match:
            printed = part.text[: match.end()]
            return re.split(r"[（(]", printed)[0].strip("【】 \t\u3000") or printed
    return ""


def byline(article: Article) -> str:
    """Who wrote it, as printed: a line of its own, in the dateline, or in brackets at the end."""
    lines = [part.text for part in article.paragraphs if part.role == "byline"]
    if lines:
        return " ".join(line.strip("()（）□■●◎◆◇☆★▲△【】 \u3000") for line in lines)
    bodies = [part for part in article.paragraphs if part.role == "body"]
    if not bodies:
        return ""
    first = fold(bodies[0].text)
    found = _IN_DATELINE.search(first[:60])
    if found:
        return bodies[0].text[found.start(1) : found.end(1)].strip()
    last = fold(bodies[-1].text)
    found = _AT_END.search(last)
    if found and _names_writers(found[1]):
        return bodies[-1].text[found.start(1) : found.end(1)].strip()
    return ""


def _names_writers(bracketed: str) -> bool:
    if _NO_NAME.search(bracketed):
        return False
    return bool(_WRITER_WORD.search(bracketed) or _NAMES.fullmatch(bracketed.strip()))


def missing(article: Article, jump: str, language: Language) -> MissingEnd | None:
    """Which end an article lacks: a text that starts or stops in mid-sentence, a jump line."""
    bodies = [part.text for part in article.paragraphs if part.role == "body"]
    if not bodies:
        return None
    first, last = fold(bodies[0]), fold(bodies[-1])
    no_beginning = starts_midway(first, language) or bool(
        re.search(r"上接|[上]转", jump + first[:12])
    )
    no_end = not ends_paragraph(last) or bool(re.search(r"下转|转第|下接", jump + last[-16:]))
    if no_beginning and no_end:
        return "both"
    return "beginning" if no_beginning else "end" if no_end else None


def ends_paragraph(folded: str) -> bool:
    return (
        ends_sentence(folded) or (folded.rstrip()[-1:] not in PAUSES + "（“" and _is_signed(folded))
    )


def _is_signed(folded: str) -> bool:
    """A last line without a stop that is whole all the same: a date, a signature, a short line."""
    return len(visible(folded)) <= 24 and bool(
        re.search(r"日$|局$|委员会$|办公室$|政府$|中心$|公司$|[）”]$", folded.strip())
    )


def starts_midway(folded: str, language: Language) -> bool:
    """Whether a text begins in mid-sentence: with a mark, or with the rest of a word."""
    text = visible(folded)
    if text[:1] in CLOSING + PAUSES + "。！？":
        return True
    clause = re.match(r"[\u3400-\u9fff]+", text)
    if not clause:
        return False
    return language.is_rest_of_word(clause.group())
