"""What a page prints of itself: the date, the paper, the number of the page and of the issue. Pure.

It stands beside the articles, at the head or the foot: 青屏日报 2026年11月26日 星期四 第3版. A date
in the text of an article is never taken for it, nor is one that stands alone further down, which
signs a notice. What cannot be told is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from chinese.folding import fold_characters
from chinese.numerals import number
from ingest.proposal import Layout, Piece

HEAD, FOOT = 6, 3
_LONGEST = 70
_YEAR = r"(?:(?:19|20)\d{2}|[一二][〇零○Oo0一二三四五六七八九]{3})"
_SMALL = r"(?:\d{1,2}|[〇零]?[一二三四五六七八九十]{1,3})"
_DATE = re.compile(
    rf"(?P<year>{_YEAR})\s?[年.\-/·]\s?(?P<month>{_SMALL})\s?[月.\-/·]\s?(?P<day>{_SMALL})\s?日?"
)
# 截至2026年11月20日, 下期12月3日出版, 创刊于1956年: a date that is told of, not that of the page.
_TOLD = re.compile(
    r"(?:[于自从到至在迄]|截[至止]|[上下]期[^\d]{0,6}"
    r"|(?<![年月日式])(?<![年月日]\s)[创复试]刊(?:日期?|时间)?[:：]?)\s*$"
)
# 1956年7月1日创刊
_FOUNDED = re.compile(r"\s*[(（]?\s*(?:正式)?[创复试]刊(?!号)")
# Another paper's or another issue's: (原载《人民日报》2026年11月25日第1版), 上期导读 第2版.
_OTHERS = re.compile(
    r"原[载刊]|(?<!不得)(?<!禁止)(?<!请勿)转载|[转摘选]自|摘编(?!辑)|来源|^\W*[上下]期"
)
_TITLE = re.compile(r"《[^》]*》")
_IN_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|【[^【】]*】|\[[^\[\]]*\])\s*")
_NUMBER = re.compile(r"(总)?第\s?(\d{1,6}|[〇零一二三四五六七八九十百千]{1,9})\s?期")
# 今日 8 版, 对开4版: how many pages there are, not which this is.
_COUNT_BEFORE = re.compile(r"(?:今[日天]|[本每全]期|每[周日月天]|共|[对四]开|全[张份])\s*$")
# The name of a section, no more than blanks and points behind the page: 3版 综合.
_NAMED = (
    r"(?!星期|周[一二三四五六日天]|农历|国内|国际标准|邮[发编]|零售|定价|每份|本报|本期|今[日天]|[总第共]"
    r"|责任|责编|编辑|校对|版面|值班|主[办管编]|承办|印刷|出版|准印|热线|电话|网址)[\u4e00-\u9fff]{2,6}"
    r"(?![\u4e00-\u9fff])"
)
_PAGE = re.compile(
    r"(?<![\dA-Za-z])(?:第\s?(?P<told>\d{1,2}|[一二三四五六七八九十]{1,3})|(?P<bare>\d{1,2}))\s?版(?!面)"
)
_BEFORE_BARE = re.compile(r"(?:^|(?P<issue>期)?[)）]?[\s|｜│◇○●·,，])\s*$")
_BEHIND_BARE = re.compile(
    rf"[\s|｜│◇○●·:：]*(?:(?P<name>{_NAMED})|{_DATE.pattern}|{_NUMBER.pattern})"
)
_PAPER = re.compile(r"(?:[\u4e00-\u9fff]\s?){1,9}报")
_NO_PAPER = re.compile(r"[本海简捷播快通公喜情预警墙板画汇申举党战]报|^(?:日|晚|早|时|周)\s?报")
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]")
_TELLING = (
    _DATE.pattern.replace("?P<year>", "?:").replace("?P<month>", "?:").replace("?P<day>", "?:"),
    _WEEKDAY.pattern,
    r"(?:农历)?(?:[\u4e00-\u9fff]{2}年)?(?:农历|[闰正一二三四五六七八九十冬腊]{1,3}月)[\u4e00-\u9fff]{0,8}",
    r"（?总?第\s?[\d〇零一二三四五六七八九十百千]{1,9}\s?期）?",
    r"(?:今日|[本每]期|每[周日]|共)?\s?第?\s?[\d一二三四五六七八九十]{1,3}\s?版",
    r"国内统一\S+|CN\s?\d\S+|准印证\S+|邮发代号\S+",
)
_PART = re.compile(f"{'|'.join(_TELLING)}|(?<![\u4e00-\u9fff]){_PAPER.pattern}(?![\u4e00-\u9fff])")
_SEPARATORS = re.compile(r"[|｜│◇○●·,，:：()（）]")
_SECTION = 6  # characters of the name of a section


@dataclass(frozen=True)
class Folio:
    """`text` is the date as it is printed."""

    day: date | None = None
    text: str = ""
    paper: str = ""
    page: int | None = None
    number: int | None = None


def read_folio(layout: Layout) -> Folio:
    """What the furniture of a page says, with the lines at the head and the foot of the file."""
    pieces = sorted(layout.pieces, key=lambda piece: piece.start)
    furniture = {
        index for part in layout.leftovers if part.role == "furniture" for index in part.pieces
    }
    head = set(_head(pieces, layout))
    edges = head | {piece.id for piece in pieces[-FOOT:]}
    lines = [
        Line(fold_characters(piece.text), at_head=piece.id in head)
        for piece in pieces
        if piece.id in furniture or (piece.id in edges and _is_whole(piece.text))
    ]
    return _folio(
        [
            line
            for line in lines
            if len(line.text) <= _LONGEST and "。" not in line.text and not line.is_of_others
        ]
    )


@dataclass(frozen=True)
class Line:
    """A line beside the articles, in plain characters."""

    text: str
    at_head: bool

    @property
    def date(self) -> tuple[date, str] | None:
        """The date of the line, where it is one that tells the day of the page."""
        for match in _DATE.finditer(self.text):
            told = _TOLD.search(self.text[: match.start()])
            founded = _FOUNDED.match(self.text, match.end())
            if not told and not founded and (day := _day(match)):
                return day, match[0].strip()
        return None

    @property
    def is_bare(self) -> bool:
        """A date and nothing else."""
        return _DATE.fullmatch(self.text.strip()) is not None

    @property
    def is_sure(self) -> bool:
        """A day of the week or the number of an issue stands beside the date."""
        return bool(_WEEKDAY.search(self.text) or _NUMBER.search(self.text))

    @property
    def is_of_others(self) -> bool:
        """Says where a text was printed first, or what another issue holds. A title at the very
        head is the paper's own name, and a number may stand in brackets: (总第1287期)."""
        text = self.text.strip()
        if _IN_BRACKETS.fullmatch(text) and not _NUMBER.fullmatch(text[1:-1].strip()):
            return True
        title = _TITLE.search(text)
        own = title is None or (self.at_head and title.start() == 0)
        return not own or _OTHERS.search(text) is not None

    @property
    def papers(self) -> list[str]:
        tokens = re.split(r"\s{2,}|[|｜│◇○●·]|(?=[\d第总星农])", self.text)
        names = ["".join(each.split()) for each in tokens if _PAPER.fullmatch(each.strip())]
        return [name for name in names if not _NO_PAPER.search(name)]


def _head(pieces: Sequence[Piece], layout: Layout) -> Iterator[int]:
    """The first pieces of the file, up to the text of the first article."""
    texts = {index for article in layout.articles for part in article.paragraphs
             for index in part.pieces}  # fmt: skip
    for piece in pieces[:HEAD]:
        if piece.id in texts and not _is_whole(piece.text):
            return
        yield piece.id


def _is_whole(text: str) -> bool:
    """Whether a line holds nothing but a date, a number of the issue or page, a paper's name; or
    two of these and the name of a section: 2026-11-26 | 03版 要闻."""
    line = fold_characters(text)
    rest, count = _PART.subn(" ", line)
    left = len("".join(_SEPARATORS.sub("", rest).split()))
    return count > 0 and (left == 0 or (count > 1 and left <= _SECTION))


def _folio(lines: Sequence[Line]) -> Folio:
    dated = [(line, found) for line in lines if (found := line.date)]
    sure = [found for line, found in dated if line.is_sure]
    strong = [found for line, found in dated if not line.is_bare]
    weak = [found for line, found in dated if line.is_bare and line.at_head]
    best = sure or strong or weak
    day, text = best[0] if len({each for each, _ in best}) == 1 else (None, "")
    beside = [line for line in lines if line.at_head or line.date]
    return Folio(
        day=day,
        text=text,
        paper=next((name for line in beside for name in line.papers), ""),
        page=_only(_pages(lines)),
        number=_issue_number(lines),
    )


def _day(match: re.Match[str]) -> date | None:
    year, month, day = (_whole(match[part]) for part in ("year", "month", "day"))
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def _whole(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    value = number(re.sub("[○Oo0]", "〇", text))
    return None if value is None else int(value)


def _pages(lines: Iterable[Line]) -> set[int]:
    found = (match for line in lines for match in _PAGE.finditer(line.text) if _is_one(match))
    pages = {_whole(match["told"] or match["bare"]) for match in found}
    return {each for each in pages if each}


def _is_one(page: re.Match[str]) -> bool:
    """第3版 or 03版 is a page; 3版 may count them, unless it stands before what a page is headed
    with: 3版 综合, 3版 第1287期."""
    before, behind = page.string[: page.start()], page.string[page.end() :]
    if _COUNT_BEFORE.search(before):
        return False
    if page["told"] or page["bare"].startswith("0"):
        return True
    start, rest = _BEFORE_BARE.search(before), _BEHIND_BARE.match(behind)
    return bool(start and rest and (rest["name"] or not start["issue"]))


def _issue_number(lines: Sequence[Line]) -> int | None:
    """The running number where there is one: 第12期（总第1287期） is 1287."""
    found = [match for line in lines for match in _NUMBER.finditer(line.text)]
    running = [match for match in found if match[1]] or found
    return _only({value for match in running if (value := _whole(match[2]))})


def _only(found: set[int]) -> int | None:
    """One number, or None: a file of several pages has none of its own."""
    return found.pop() if len(found) == 1 else None
