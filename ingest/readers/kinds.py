"""What a piece looks like by itself: the first guess that ordering and segmenting start from.

A guess by form alone. `title` means a short line without a stop: a part of a headline stack, a
subhead, a column name, or a scrap of a cut paragraph; only its surroundings tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from ingest.proposal import Piece
from ingest.readers.furniture import (
    is_furniture,
    is_masthead,
    is_named,
    is_of_edge,
    is_of_foot,
    is_of_makers,
    is_paper_of,
    names_of_page,
    tells_of_page,
)
from ingest.readers.listed import SALUTES as SALUTES
from ingest.readers.listed import is_over_report, lines_of_text
from ingest.readers.lists import SURNAMES, WORDS, one_of
from ingest.readers.punctuation import PAUSES, ends_sentence, fold, visible
from ingest.readers.rows import OPENS_REPORT, cells_of, rows_among

# A `line` is text that stands by itself, as in a list or a poem; a `table` line is a row.
Kind = Literal["title", "body", "line", "byline", "caption", "credit", "table", "furniture", "jump"]

LONGEST_TITLE = 46
LONGEST_CAPTION = 48
_SHORTEST_CALL = 3  # characters with the mark; 刷？ is what is left of a question
_SHORTEST_CAPTION = 12  # that no mark, no day tells: 后即可上岗。 is the rest of a text
_LONGEST_CAPTIONS = 160  # of several sentences
_MASTHEAD_LINES = 4  # at the head of a page
_LONGEST_LEAD = 14  # characters of 龙泉镇： over a headline
_LONGEST_SAID = 28
_SAID = re.compile("“[^“”]+[？！]”")
_WRITER = (
    rf"(?:{one_of('kind of writer', 'kind of writer in a byline')}|"
    r"驻\w{2,6}|\w{2,8}(?:日报|晚报|时报|网))*"
    r"(?:(?:实习|见习)?记者|实习生|通讯员|评论员|报道组|撰稿人?|作者|读者|采写|文[/／]图|图[/／]文|文[/／]|图[/／]|文图[/／]?)"
)
_BYLINE = re.compile(
    rf"[□■●◎◆◇○☆★▲△\s]*[（【]?{_WRITER}(?!{one_of('of writers and no byline')})"
    r"(?:[：:\s]\s*.{1,36}|[\u3400-\u9fff]{2,4}(?:[\s、].{0,30}|）|】)?)|本报(?:特约)?评论员"
)
# 记者亲历 over a headline is what reporters do; 记者扎西 is somebody, whose name has no surname.
_DEED_OF_WRITERS = re.compile(f"(?:本报)?(?:记者|通讯员){one_of('deed of writers')}{{1,2}}")
# What writers do or say is a headline, what they report a text: 本报记者跟进：基站选址已定.
_TOLD = re.compile(r"(?:记者|通讯员|读者)[^：\s]{1,4}：|报道：\S{4}")
# A name set with a blank in it, and who wrote or sent a text, at its end: 傅 铃, （县医院供稿）.
_SPACED_NAME = re.compile(r"[\u3400-\u9fff]\s{1,3}[\u3400-\u9fff]")
_NAME_SET = rf"[{SURNAMES}]\s?[\u3400-\u9fff]{{1,2}}"
_NAME = re.compile(_NAME_SET)
# 口述：李满仓 整理：冉竹; but 口述：我的长征 is a headline.
_TOLD_BY = re.compile(
    rf"(?:{one_of('told or written down by')}[：\s]\s*{_NAME_SET}"
    rf"(?:[\s、]+{_NAME_SET}){{0,2}}(?:\s+|$)){{1,3}}"
)
_SENT_BY = re.compile(
    "（(?:作者|供稿|整理|来源)[^（）]{1,40}）|（[^（），。]{2,20}(?:供稿|整理|提供)）"
)
# … and on a line of its own under the text: 县农技站 供稿, 县气象局提供.
_SENT = re.compile(
    rf"\S{{2,20}}\s*供稿|{_NAME_SET}\s*整理|\S{{1,18}}{one_of('place or body')}\s*提供"
)
# Where the figures of a table come from: （数据来源：县统计局）.
_SOURCE = re.compile(r"（?\s*(?:数据|资料|信息|图表)(?:来源|出处)：[^，。]{2,30}）?")
# … but ■ 新闻链接 and □ 民生一线 head a box.
_MARKED_NAME = re.compile(
    rf"[□■◎◇☆○△▲]\s*(?!\S*{one_of('column', 'name of a box')}$)"
    r"(?:\S.{0,20}?[\u3400-\u9fff]{1,2}\s?[\u3400-\u9fff]{1,2}|[\u3400-\u9fff]\s{0,3}[\u3400-\u9fff])"
    r"(?:\s*(?:文[/／]图|图[/／]文))?"
)
_BRACKETED_NAMES = re.compile(
    r"（\s*(?:[\u3400-\u9fff]{2,3}|[\u3400-\u9fff]\s[\u3400-\u9fff])"
    r"(?:[\s、]+(?:[\u3400-\u9fff]{2,3}|[\u3400-\u9fff]\s[\u3400-\u9fff])){0,4}\s*）"
)
_CAPTION = re.compile(
    r"▲?(?:（?[上下左右]图(?![书纸像谋画])|图(?:为|中)(?=.*[，。]|\S{8})|图片为|图[①-⑩\d]|图片?[：:]|[①-⑩]\D)"
)
# … and who took the picture or gave it: 王明 摄, 县融媒体中心 供图.
_SIGNED_CAPTION = re.compile(
    r"\S\s?(?:摄[影）]?|供图)）?$|（(?:资料(?:照片|图片?)|版画|剪纸|国画|油画)）$"
)
# … or stands right over that: a picture of a day, 3月15日，…. 图/文 and 摄影报道 sign a report.
_OF_A_DAY = re.compile(r"\d{1,2}月\d{1,2}日[^。，！？]{0,8}，[^“”]*。$")
_TOOK_PICTURE = re.compile(r"(?:摄影?|供图)[）)]?$")
_MOST_SENTENCES = 3
SCENE = re.compile(r"[^，。]{2,16}(?:正?在|为|向|与|给)[^。]{3,22}。$")
_CREDIT = re.compile(
    r"[（(]?(?:本[报刊]记者|记者|通讯员|资料|摄影|图片|供图|图)?[：:/／\s]*"
    r"(?:[\u3400-\u9fff](?:[\u3400-\u9fff]{1,3}|\s[\u3400-\u9fff])[\s、/／]*){0,3}(?:摄影报道|摄影?|供图|图/文|资料图片?|绘图?|制图)[）)]?"
    rf"|{_NAME_SET}\s+[作绘]"
)
_JUMP = re.compile(
    r"[（(]?\s*(?:未完[，、\s]?)?(?:紧?[下上][转接]|[转接])\s*第?\s*[\dA-Z０-９一二三四五六七八九十]{1,3}\s*版.{0,16}"
)
# … or where more of it stands: （报告全文见今日3版、4版）.
_SEE = re.compile(
    r"（[^（），。]{0,12}(?:见|刊于?)(?:今日|今天|本报|本期)?第?[\d一二三四五六七八]{1,2}"
    r"(?:版?、第?[\d一二三四五六七八]{1,2}){0,4}版）|详见(?:今日|今天|本报)?第?[\d一二三四五六七八]{1,2}版"
)
# The rest of an article that another page began: （上接第2版）会议强调，….
COMES_FROM = re.compile(
    r"[（【\[]?\s*(?:紧?上[接转]|(?<!下)紧?接)\s*第?[\dA-Z０-９一二三四五六七八九十]{1,3}\s*版(?:[^（）]{0,40}[）】\]]|\s|$)"
)
# What only a text says: it opens with a dateline, it is signed at its end, it closes a bracket that
# stands in the column before.
_OPENS_TEXT = re.compile(
    r"[【（]?\s*本[报台刊][^，。！？\s]{0,12}[讯电](?:\s|（|】|\d|$)|新华社[^，。！？\s]{1,14}\d日[电讯]"
    r"|[^，。！？\s]{2,9}讯\s*（"
    rf"(?:{one_of('kind of writer')}|融媒)*(?:记者|通讯员)"
)
_SIGNED_TEXT = re.compile(
    rf"\S{{4}}[^（）]*（(?:{one_of('kind of writer')}|融媒)*"
    r"(?:记者|通讯员|读者|作者)[\s：][^（）]{1,24}）$"
)
# … but 1）and 一）number a list.
_CLOSES_ONLY = re.compile(r"(?![\dA-Za-z一二三四五六七八九十]{1,3}）)[^（）]*）")
# … and who asks and answers: 问：量多少算高？
_DIALOGUE = re.compile(r"(?:问|答|记者问?|主持人|甲|乙)：")
_CALLED = re.compile(
    rf"(?!\S*(?:本报|发行|广告|投递|订阅|读者|编辑|新闻)|.*{one_of('printed by')}：)"
    rf"(?:\S{{0,10}}{one_of('whom one calls')}|\S{{2,12}}(?:局|站|所|公司|医院|学校)[\s，]*|"
    rf"{one_of('who is to be asked')}：[^。：]{{2,16}}[\s，](?:联系)?)"
    r"(?:电话|热线|专线)[：\s].{0,12}\d{3,}[^。]{0,20}|\d{6,8}"
)
_NUMERIC = re.compile(r"[+\-－—]?[¥￥]?\d[\d,.:：～~\-—/%％]*\w{0,3}|[—\-－/]+|持平")


def kinds_of(pieces: Sequence[Piece]) -> list[Kind]:
    """The kinds of a page's pieces by their form, and by the gaps that pictures leave."""
    usual = sorted(piece.gap for piece in pieces)[len(pieces) // 2] if pieces else 0
    kinds = [kind_of(piece) for piece in pieces]
    for index, piece in enumerate(pieces):
        beside_picture = piece.gap >= max(2, usual + 2)
        if kinds[index] == "body" and beside_picture and is_single_sentence(fold(piece.text)):
            kinds[index] = "caption"
    lines = [fold(piece.text).strip() for piece in pieces]
    for index in range(len(kinds) - 1):
        kinds[index] = _in_its_place(lines, kinds, index)
    head, foot = _edges(lines, kinds)
    for index in rows_among(lines):
        if not ((index in head or index in foot) and kinds[index] == "furniture"):
            kinds[index] = "table"
    for index in _beyond_texts(lines, kinds):
        kinds[index] = "furniture"
    # Each is known by the one above or below it.
    for index in (*reversed(head), *head, *reversed(foot), *foot):
        beside, below = kinds[max(0, index - 1) : index + 2], kinds[index + 1 : index + 2]
        is_of_page = is_masthead if index in head else tells_of_page
        over_text = below in (["body"], ["byline"])
        if is_of_page(lines[index]) and "furniture" in beside and not over_text:
            kinds[index] = "furniture"
    for index in _named_in_furniture(lines, kinds):
        kinds[index] = "furniture"
    for index in lines_of_text(lines, kinds):
        if not (kinds[index] == "furniture" and is_of_makers(lines[index])):
            kinds[index] = "line"
    for above, index in pairwise(range(len(kinds))):
        if kinds[index] == "title":
            kinds[index] = _under_what_it_credits(lines, kinds, above, index)
    return kinds


def _edges(lines: Sequence[str], kinds: Sequence[Kind]) -> tuple[range, range]:
    """The first and the last lines of a page: all of its head and foot where those are longer and
    nothing but furniture.
    """
    numbers = range(len(kinds))
    others = [at for at in numbers if kinds[at] != "furniture" and not is_masthead(lines[at])]
    first, last = (others[0], others[-1]) if others else (len(kinds), -1)
    head = numbers[: max(first, _MASTHEAD_LINES)]
    return head, numbers[max(0, min(last + 1, len(kinds) - _MASTHEAD_LINES)) :]


def _beyond_texts(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[int]:
    """The lines over the first and under the last of a page that are furniture there: nothing else
    stands above or below them.
    """
    for index, line in enumerate(lines):
        if kinds[index] != "furniture":
            if not is_of_edge(line):
                break
            yield index
    for index in reversed(range(1, len(lines))):
        if kinds[index] != "furniture":
            line, headed = lines[index], kinds[index - 1] == "title"
            at_edge = not headed and is_of_edge(line)
            called = kinds[index] == "line"  # 抢修电话：…, the last line of a notice
            above = lines[max(0, index - 2) : index]
            if called or not (at_edge or is_of_foot(line, headed=headed, above=above)):
                break
            yield index


def _under_what_it_credits(
    lines: Sequence[str], kinds: Sequence[Kind], above: int, index: int
) -> Kind:
    """县气象局提供 under a text, or between headline and text; （数据来源：…） under a table."""
    line, under_text = lines[index], kinds[above] in ("body", "line", "table")
    if under_text and _SOURCE.fullmatch(line):
        return "line"
    over_text = kinds[above] == "title" and kinds[index + 1 : index + 2] in (["body"], ["line"])
    return "byline" if (under_text or over_text) and _SENT.fullmatch(line) else "title"


def _in_its_place(lines: Sequence[str], kinds: Sequence[Kind], index: int) -> Kind:
    """The kind of a line, none the last, by what stands above and below it too."""
    kind, below = kinds[index], kinds[index + 1]
    if kind == "byline" and below == "title" and _DEED_OF_WRITERS.fullmatch(lines[index]):
        return "title"
    if kind == "title" and below == "jump" and not COMES_FROM.match(lines[index + 1]):
        return "body"  # the last words before （下转第3版）
    if kind == "body" and any(
        is_of_stack(lines, kinds, index)
        for is_of_stack in (_leads_to_headline, _breaks_off_over_headline, _is_said, _is_deck)
    ):
        return "title"
    if kind == "body" and below == "credit" and _is_of_picture(lines, index):
        return "caption"
    return "byline" if _is_spaced_name(lines, kinds, index) else kind


def _named_in_furniture(lines: Sequence[str], kinds: Sequence[Kind]) -> list[int]:
    """The short lines that are named beside the date of the page, or by who brings it out: the
    paper, the page.
    """
    furniture = [line for line, kind in zip(lines, kinds, strict=True) if kind == "furniture"]
    names = set[str]().union(*map(names_of_page, furniture))
    titles = [at for at, kind in enumerate(kinds) if kind == "title"]
    return [at for at in titles if is_named(lines[at], names) or is_paper_of(lines[at], furniture)]


def _is_of_picture(lines: Sequence[str], index: int) -> bool:
    """▲医生在祠堂前为老人把脉。, 3月16日，医生在祠堂前…。 or one short sentence over who took the
    picture; an item of a list is none.
    """
    line, above = lines[index], lines[index - 1] if index else ""
    if len(line) > _LONGEST_CAPTIONS:
        return False
    if line[:1] in "▲△▼◀►↑↓":
        return above[:1] != line[:1] and not _OPENS_TEXT.match(line[1:])
    few = line.count("。") <= _MOST_SENTENCES
    one = is_single_sentence(line) and len(visible(line)) >= _SHORTEST_CAPTION
    told = one or (few and _OF_A_DAY.match(line) is not None)
    return told and _TOOK_PICTURE.search(lines[index + 1]) is not None


def _is_spaced_name(lines: Sequence[str], kinds: Sequence[Kind], index: int) -> bool:
    """傅 铃 between a headline and a text without a dateline; 春 耕 over 本报讯 is a headline."""
    line = lines[index]
    spaced = _SPACED_NAME.fullmatch(line) is not None and (len(line) == 3 or line[0] in SURNAMES)
    named = spaced and visible(line) not in WORDS["spaced headline"]
    under = index > 0 and kinds[index - 1] == "title"
    over_name = index + 1 < len(lines) and _NAME.fullmatch(lines[index + 1]) is not None
    return named and under and not over_name and not is_over_report(lines, kinds, index)


def _leads_to_headline(lines: Sequence[str], kinds: Sequence[Kind], index: int) -> bool:
    """Whether a line with a colon at its end is the kicker of a headline over a text: 龙泉镇：."""
    line, following = lines[index], kinds[index + 1 : index + 3]
    short = len(line) <= _LONGEST_LEAD and line.endswith("：") and not re.search("[，。“]", line)
    over = list(following[:1]) == ["title"] and following[1:2] in (["body"], ["byline"])
    return short and over and not SALUTES.match(line)


def _breaks_off_over_headline(lines: Sequence[str], kinds: Sequence[str], index: int) -> bool:
    """三十户人家，一条荒路，十六天的镰刀声—— over a headline, which says what came of it: a kicker,
    though by itself it looks like a sentence. Nothing above it waits to be read on.
    """
    line, above = lines[index], lines[index - 1] if index else ""
    short = len(visible(line)) <= LONGEST_TITLE and line.endswith("—") and "。" not in line
    is_read_on = index > 0 and kinds[index - 1] == "body" and not ends_sentence(above)
    return short and kinds[index + 1] == "title" and not is_read_on


def _is_deck(lines: Sequence[str], kinds: Sequence[Kind], index: int) -> bool:
    """Whether a line of several clauses or questions under a headline is its deck, though by itself
    it looks like a sentence: a report, its writers or a caption begin right under it.
    """
    line, below = lines[index], kinds[index + 1]
    whole = len(visible(line)) <= LONGEST_TITLE and "。" not in line and line[-1] not in PAUSES
    begins = below in ("byline", "credit", "caption") or OPENS_REPORT.match(lines[index + 1])
    under = index > 0 and kinds[index - 1] == "title"
    return under and whole and bool(begins) and not _is_cut_text(line)


def _is_said(lines: Sequence[str], kinds: Sequence[Kind], index: int) -> bool:
    """“我的秤怎么会短斤两？” over a headline or a deck: what somebody asks or calls is part of the
    stack; a text that ends with it says who does.
    """
    line = lines[index]
    short = len(visible(line)) <= _LONGEST_SAID
    return short and _SAID.fullmatch(line) is not None and kinds[index + 1] == "title"


def is_single_sentence(folded: str) -> bool:
    """One short sentence that no report begins with: what stands under a picture."""
    bare = folded.strip()
    if len(visible(bare)) > LONGEST_CAPTION or bare.count("。") != 1 or not bare.endswith("。"):
        return False
    return bare[0] not in "“‘" and not bare.startswith(("本报", "本刊", "新华社"))


def kind_of(piece: Piece) -> Kind:
    """The kind of a piece by its form alone."""
    text = fold(piece.text)
    length = len(visible(text))
    if _JUMP.fullmatch(text) or _SEE.fullmatch(text.strip()):
        return "jump"
    if _CALLED.fullmatch(text.strip()):
        return "line"
    if is_furniture(text):
        return "furniture"
    if is_table_line(text):
        return "table"
    if length <= 30 and _CREDIT.fullmatch(text):
        return "credit"
    if is_byline(text):
        return "byline"
    if length <= _LONGEST_CAPTIONS and (_CAPTION.match(text) or _SIGNED_CAPTION.search(text)):
        return "caption"
    return "title" if is_short_line(text) and not _is_cut_text(text.strip()) else "body"


def is_byline(folded: str) -> bool:
    """A line that names its writers and says nothing else."""
    if len(visible(folded)) > 44 or re.search(r"[。，！？；]", folded) or _TOLD.search(folded):
        return False
    forms = (_BYLINE, _MARKED_NAME, _BRACKETED_NAMES, _SENT_BY, _TOLD_BY)
    return any(form.fullmatch(folded) for form in forms)


def is_table_line(folded: str) -> bool:
    """Three cells or more, at least two of them figures, and no sentence."""
    if re.search(r"[。，；]", folded):
        return False
    cells = cells_of(folded)
    numbers = sum(bool(_NUMERIC.fullmatch(cell)) for cell in cells)
    marked = "\t" in folded or "|" in folded or "│" in folded
    return len(cells) >= 3 and (numbers >= 2 or marked)


def is_short_line(folded: str) -> bool:
    """Short, no stop inside, no comma at the end: what a headline or a subhead looks like."""
    bare = folded.strip()
    if len(visible(bare)) > LONGEST_TITLE or "。" in bare or bare[-1:] in "，、；：":
        return False
    if bare[:1] in "，、；：。！？）”》":
        return False
    if bare[-1:] in "！？…" or bare[-2:] in ("！”", "？”"):
        return _SHORTEST_CALL <= len(visible(bare)) <= 32 and bare[0] not in "“‘"
    return not _runs_on(bare)


def _is_cut_text(line: str) -> bool:
    """A line that only a text can hold, however short the column's end left it."""
    forms = (_OPENS_TEXT, _SIGNED_TEXT, _CLOSES_ONLY, _DIALOGUE)
    return any(form.match(line) for form in forms)


def _runs_on(line: str) -> bool:
    """Three clauses and more of unlike length: 会议要求，各村要…，确保…, a sentence and no head."""
    lengths = [len(clause) for clause in re.split("[，；]", line)]
    return len(lengths) > 2 and max(lengths) - min(lengths) > 3
