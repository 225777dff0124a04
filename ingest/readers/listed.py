"""Short lines that are text: of a notice, a list, a poem, a table printed cell by cell.

By itself such a line looks like a headline. Several of one form, one under the other, are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from ingest.readers.lists import SURNAMES, one_of
from ingest.readers.ordinals import ordinal
from ingest.readers.rows import OPENS_REPORT, cells_of

# The forms of lines that stand in lists: 联系人：郭老师, ●城镇新增就业3200人, ①先关总闸, 6月8日
# 开园, 供水抢修 6226119, 王秀兰 李铁柱 赵海燕 孙长河.
_FORMS = {
    "labelled": re.compile(r"[^，。！？“：\s]{2,14}：[^。！？“]{1,40}"),
    "marked": re.compile(r"[●•·◆▲★※►▶✔▪]\s*\S.+"),
    "numbered": re.compile(r"[（(]?\d{1,2}[）).、．。](?!\d)[^。]+。?"),
    "in order": re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、].+"),
    "circled": re.compile(r"[①-⑳].+"),
    "dated": re.compile(
        r"(?:\d{2,4}年(?:\d{1,2}月)?|[上中下]旬|\d{1,2}[：:]\d\d|(?:周|星期)[一二三四五六日天]|"
        r"\d{1,2}月(?:[上中下]旬|\d{1,2}日(?:[至—－～-]?\d{1,2}(?:[月日时]|：\d\d)){0,4})?)"
        r"[ \u3000—－:：]\s*\S.*"
    ),
    "telephone": re.compile(r"\S{2,14}[ \u3000：:]+(?:\d{3,4}[-－—])?\d{3,8}(?:转\d+)?"),
}
# … and what takes three lines to tell from two lines of a stack: 县餐饮协会 盒饭1500份.
_COUNTED = re.compile(r"\S{2,20}[ \u3000]+\D{0,6}\d[\d.]*\S{1,4}")
_FEWEST_COUNTED = 3
_LONGEST_LABEL = 6  # characters; 供热公司致歉：晚五天补五天 may be a headline
# What begins with such a label, however long: 建设内容：新建管网12公里。 编者按： heads no item.
_LABEL = re.compile(
    rf"(?!\S{{0,4}}{one_of('name of a box')})[^，。！？“：\s]{{2,{_LONGEST_LABEL}}}：[^“]"
)
_NOTICE = re.compile(one_of("text that is a notice") + "$")
_FEWEST_COLLECTED = 4
# Verse: lines of five or of seven characters, each with its mark.
_VERSE = re.compile("[\u3400-\u9fff]{5}[，。；！？、]|[\u3400-\u9fff]{7}[，。；！？、]")
_FEWEST_VERSES = 4
# How a letter ends: 此致, 敬礼！, 祝你们一生平安！
_WISH = re.compile("此致|(?:此致)?敬礼！?|[谨敬顺恭]?祝[^，。]{2,14}！")
_NAME = re.compile("[\u3400-\u9fff]{2,4}")
_FEWEST_NAMES = 4
_DATE = re.compile(
    r"(?:\d{4}年|[〇○零一二三四五六七八九]{4}年)?(?:\d{1,2}|[一二三十]{0,2}[一二三四五六七八九十])月"
    r"(?:\d{1,2}|[一二三十]{0,2}[一二三四五六七八九十])日|\d{4}年\d{1,2}月"
)
_MARKS_OF_BRIEFS = tuple("▲△●○■□◆◇★☆※►▶")
_FEWEST = 2  # lines of one form
_LONGEST_ITEM, _LONGEST_SENTENCE = 46, 80  # characters; longer is an item that is at its end
_ENDED = re.compile("[；。]$")
# Titles that stand together: no stack of headlines has so many lines.
_LONGEST_STACK = 6
_SHORT = 9  # characters of the lines of poems and of cells
_LONGEST_STACKS = 12  # where lines are longer: the stacks of two articles may meet
# … under a text that announces them: 以下4个单位; or under a poet's name, and no text follows.
_SHORTEST_LIST = 3
_ANNOUNCES = re.compile("：$|如下|以下|名单")
# What a letter or a speech begins with: 编辑同志：.
SALUTES = re.compile(f"(?:尊敬的|亲爱的)?[^，。：]{{0,8}}{one_of('addressed')}：$")
# Who signs a notice or a letter: 石门县交通运输局, 治丧小组, 县长：石磊, 何淑芬.
_BODY = re.compile(rf"\S{{2,18}}(?:{one_of('place or body')}|组)")
_SIGNER = re.compile(rf"{_BODY.pattern}|(?:\S{{2,10}}[：\s])?[\u3400-\u9fff]{{2,4}}")
# What stands under a body that heads an article; in a list a figure, a name or another body does.
_HEADLINE = re.compile(rf"(?!{_BODY.pattern}$)(?=.*[\u3400-\u9fff]{{3}})[^\d：].{{4,}}")
_SIGNATURES = 3  # lines
_PERSON_SIGNS = rf"[{SURNAMES}][\u3400-\u9fff]{{1,2}}"
# … and all in one line with the date: 石门县交通运输局 2016年4月10日.
_SIGNED_AND_DATED = re.compile(
    rf"(?:(?:{_BODY.pattern}|{_PERSON_SIGNS})[\s、]*){{1,3}}(?:{_DATE.pattern})"
)
# Who wrote a poem, named under its headline.
_PERSON = re.compile(rf"[{SURNAMES}](?:\s?[\u3400-\u9fff]{{2}}|\s[\u3400-\u9fff])")


def lines_of_text(lines: Sequence[str], kinds: Sequence[str]) -> set[int]:
    """The numbers of the short lines that are text; `kinds` are those of the lines by form."""
    collected = _collected(kinds)
    found = set(_of_one_form(lines, kinds)) - collected
    found |= set(_beside_names(lines, kinds, found)) | set(_of_notices(lines, kinds))
    notices = _headlines_of_notices(lines, kinds)
    for at, line in enumerate(lines):
        if _DATE.fullmatch(line):
            found |= set(_signed(lines, kinds, at, found))
        elif kinds[at] == "title" and _SIGNED_AND_DATED.fullmatch(line):
            found |= {at} if _is_under_text(kinds, at, found) else set()
        elif kinds[at] == "title" and _signs_notice(lines, kinds, at, notices):
            found.add(at)
    return found | set(_of_long_runs(lines, kinds, found)) - collected


def _collected(kinds: Sequence[str]) -> set[int]:
    """The headlines of a page that gives them all out before its texts: few are left among those,
    and there is a text at least for each line. A list stands under something.
    """
    head = next((at for at, kind in enumerate(kinds) if kind in ("body", "byline")), 0)
    lines = [at for at in range(head) if kinds[at] == "title"]
    left, texts = (kinds[head:].count(kind) for kind in ("title", "body"))
    return (
        set(lines) if len(lines) >= _FEWEST_COLLECTED and 2 * left < len(lines) <= texts else set()
    )


def begins_an_item(line: str) -> bool:
    """Whether a line is an item of a list by itself, which carries on nothing."""
    return _form(line) in ("marked", "circled", "dated", "telephone", "names")


def is_next_item(above: str, line: str) -> bool:
    """Whether a text (folded) bears the mark of the one right above, or the number after its own:
    ▲县图书馆… under ▲县文化馆…, 二、… under 一、….
    """
    if line[:1] in _MARKS_OF_BRIEFS:
        return above[:1] == line[:1]
    own, before = ordinal(line), ordinal(above)
    return own is not None and before == (own[0], own[1] - 1)


def _form(line: str) -> str:
    names = cells_of(line)
    if len(names) >= _FEWEST_NAMES and all(map(_NAME.fullmatch, names)):
        return "names"
    if _VERSE.fullmatch(line):
        return f"verse of {len(line)}"
    plain = "counted" if _COUNTED.fullmatch(line) else ""
    return next((name for name, form in _FORMS.items() if form.fullmatch(line)), plain)


def _of_one_form(lines: Sequence[str], kinds: Sequence[str]) -> Iterator[int]:
    """Two lines and more of one form; all furniture is that of the page: 责编：…, 热线：…."""
    forms = [
        _form(line) if _is_short(line, kind) else ""
        for line, kind in zip(lines, kinds, strict=True)
    ]
    head = next((at for at, kind in enumerate(kinds) if kind in ("title", "body")), 0)
    forms[:head] = [""] * head  # 投稿邮箱：… over the first headline
    for form, group in groupby(range(len(lines)), key=lambda at: forms[at]):
        alike = list(group)
        of_the_page = all(kinds[at] == "furniture" for at in alike)
        over_report = len(alike) <= _FEWEST and is_over_report(lines, kinds, alike[-1])
        enough = len(alike) >= _fewest(form, [lines[at] for at in alike])
        if form and not of_the_page and enough and not over_report:
            yield from alike
        wishes = [at for at in alike if _WISH.fullmatch(lines[at])]
        yield from (at for at in wishes if not is_over_report(lines, kinds, at))
    yield from _torn_off(lines, forms)
    names = [at for at, form in enumerate(forms) if form == "names"]
    for above, below in pairwise(names):
        if below - above <= _FEWEST:  # a heading may stand between
            yield from (above, below)


def _torn_off(lines: Sequence[str], forms: Sequence[str]) -> Iterator[int]:
    """The first or the last item of a list alone: the others stand elsewhere, one number away."""
    told = [
        ordinal(line) if form == "numbered" else None
        for line, form in zip(lines, forms, strict=True)
    ]
    numbers = [each[1] if each else None for each in told]
    of_lists = {
        number
        for pair in pairwise(numbers)
        if pair[0] and pair[1] == pair[0] + 1
        for number in pair
        if number
    }
    for at, number in enumerate(numbers):
        if number and number not in of_lists and not of_lists.isdisjoint((number - 1, number + 1)):
            yield at


def is_over_report(lines: Sequence[str], kinds: Sequence[str], at: int) -> bool:
    """Whether a report begins under a line, which is its headline then: 本报讯, or its writers."""
    following = at + 1
    if following >= len(lines):
        return False
    return kinds[following] == "byline" or OPENS_REPORT.match(lines[following]) is not None


def _fewest(form: str, lines: Sequence[str]) -> int:
    if form.startswith("verse"):
        return _FEWEST_VERSES
    told = form == "labelled" and any(line.index("：") > _LONGEST_LABEL for line in lines)
    return _FEWEST_COUNTED if form == "counted" or told else _FEWEST


def _is_short(line: str, kind: str) -> bool:
    """Whether a line may be an item; 1.新建幼儿园4所 has a stop and ends without one, and so does
    what is said of a work in one sentence: 2.北桥重建：总投资900万元，年底通车。
    """
    if _VERSE.fullmatch(line):
        return True
    longest = _LONGEST_SENTENCE if _ENDED.search(line) else _LONGEST_ITEM
    item = len(line) <= longest and line[:1].isdigit()
    return item if kind == "body" else kind not in ("table", "jump", "byline")


def _beside_names(lines: Sequence[str], kinds: Sequence[str], found: set[int]) -> Iterator[int]:
    """城关镇（8人） over a line of names."""
    for at in found:
        above = at - 1
        over_names = above > 0 and _form(lines[at]) == "names" and kinds[above] == "title"
        if over_names and (above - 1 in found or _announces(lines[above - 1])):
            yield above


def _of_notices(lines: Sequence[str], kinds: Sequence[str]) -> Iterator[int]:
    """建设单位：…热力公司 alone under what calls itself a notice, or over another item of it."""
    for at, line in enumerate(lines):
        labelled = kinds[at] == "title" and _LABEL.match(line) is not None
        if not labelled or is_over_report(lines, kinds, at):
            continue
        above, below = lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else ""
        under_notice = kinds[at - 1] == "title" and _NOTICE.search(above) is not None
        if under_notice or (kinds[at + 1 : at + 2] == ["body"] and _LABEL.match(below)):
            yield at


def _signed(
    lines: Sequence[str], kinds: Sequence[str], date: int, found: set[int]
) -> Iterator[int]:
    """The date at the end of a notice or letter, with those who sign it in the lines above.

    Under a headline a date stands over a text.
    """
    following = kinds[date + 1] if date + 1 < len(kinds) else ""
    above = date
    while above and kinds[above - 1] == "title" and _SIGNER.fullmatch(lines[above - 1]):
        above -= 1
    ends = _is_under_text(kinds, above, found)
    signers = date - above  # none above a date with its year: it is that of the page
    is_signed = ends and signers <= _SIGNATURES and (signers or "年" not in lines[date])
    body_signs = signers and "年" in lines[date] and _BODY.fullmatch(lines[date - 1])
    of_letter = signers and (_is_in_letter(lines, kinds, above) or _salutes(lines, date + 1))
    if is_signed and (body_signs or of_letter or following != "body"):
        yield from range(above, date + 1)


def _is_in_letter(lines: Sequence[str], kinds: Sequence[str], at: int) -> bool:
    """Whether somebody is addressed in the text right above: 编辑同志：."""
    above = at - 1
    while above >= 0 and kinds[above] in ("body", "line"):
        if _salutes(lines, above):
            return True
        above -= 1
    return False


def _salutes(lines: Sequence[str], at: int) -> bool:
    return at < len(lines) and SALUTES.match(lines[at]) is not None


def _headlines_of_notices(lines: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """…公告, or the first of two lines of which the second ends so."""
    notices = [
        kind == "title" and _NOTICE.search(line) is not None
        for line, kind in zip(lines, kinds, strict=True)
    ]
    return [
        line
        for at, (line, kind) in enumerate(zip(lines, kinds, strict=True))
        if kind == "title" and any(notices[at : at + 2])
    ]


def _signs_notice(
    lines: Sequence[str], kinds: Sequence[str], at: int, notices: Sequence[str]
) -> bool:
    """Whether a body signs its notice without a date: it is named in the headline of one, and
    stands under a text that is at its end. Over 公告 alone it is part of the headline.
    """
    body, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
    ends = at > 0 and kinds[at - 1] in ("body", "line") and _ENDED.search(lines[at - 1])
    heads_text = kinds[at + 1 : at + 2] == ["body"] or _NOTICE.fullmatch(below)
    if not ends or heads_text or not _BODY.fullmatch(body):
        return False
    return any(headline != body and headline.startswith(body) for headline in notices)


def _is_under_text(kinds: Sequence[str], at: int, found: set[int]) -> bool:
    return at > 0 and (kinds[at - 1] in ("body", "byline", "table") or at - 1 in found)


def _of_long_runs(lines: Sequence[str], kinds: Sequence[str], found: set[int]) -> Iterator[int]:
    """The lines of a poem, of a list, of a table printed cell by cell: all but the headline over
    them and that of the text under them.
    """
    free = [kind == "title" and at not in found for at, kind in enumerate(kinds)]
    for is_free, group in groupby(range(len(lines)), key=lambda at: free[at]):
        run = list(group)
        announced = run[0] > 0 and _announces(lines[run[0] - 1])
        signed = run[0] > 0 and kinds[run[0] - 1] == "byline"
        ends = run[-1] + 1 < len(kinds) and kinds[run[-1] + 1] in ("body", "byline")
        longest = _LONGEST_STACKS
        if median(len(lines[at]) for at in run) <= _SHORT:
            begun = announced or (signed and not ends)
            longest = _SHORTEST_LIST if begun else _LONGEST_STACK
        if not is_free or len(run) <= longest or _are_stacks([lines[at] for at in run]):
            continue
        first = 0 if announced or signed else 2 if _names_the_poet(lines, run) else 1
        alike = max(len(lines[at]) for at in run[first:-1]) + 2 >= len(lines[run[-1]])
        heads = 2 if lines[run[-1]].startswith("—") else 1  # ——访象脚鼓制作人 under its headline
        yield from run[first : -heads if ends and not (announced and alike) else None]


def _are_stacks(run: Sequence[str]) -> bool:
    """Whether towns or bodies stand over headlines, the stacks of several articles, one after
    another: 白崖镇 / 溪水又清了 / 南坡乡 / 油茶开了花.
    """
    houses = [at for at, line in enumerate(run) if _BODY.fullmatch(line)]
    under = [run[at + 1] if at + 1 < len(run) else "" for at in houses]
    return len(houses) >= _FEWEST and all(map(_HEADLINE.fullmatch, under))


def _names_the_poet(lines: Sequence[str], run: Sequence[int]) -> bool:
    """Whether a name stands under the first line; a verse as short as the others is none."""
    name, verses = lines[run[1]], [len(lines[at]) for at in run[2:]]
    return _PERSON.fullmatch(name) is not None and bool(verses) and median(verses) > len(name) + 1


def _announces(line: str) -> bool:
    """以下4个单位予以表彰。 名单如下："""
    return _ANNOUNCES.search(line) is not None
