"""What stands on a page beside its articles: folio, date, name of the paper, editors, phones."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ingest.readers.lists import SURNAMES, WORDS, one_of
from ingest.readers.punctuation import visible

_LONGEST, _LONGEST_SPACED = 70, 200  # characters, without and with the blanks between them
_CHINESE_YEAR = "[二〇零○一]{2}[\u3007零○一二三四五六七八九]{2}"
_UP_TO_31 = r"(?:\d{1,2}|[一二三十]{0,2}[一二三四五六七八九十])"
_NUMBER_OF_PAGE = r"第?[\dA-Z０-９一二三四五六七八九十]{1,3}版"
_ADDRESS = one_of("address of the paper")
_AND_MORE = r"(?:[\s（].{0,30})?"
_FURNITURE = (
    re.compile(r"[A-Za-z]?第?\s*[\dA-Za-z０-９〇零一二三四五六七八九十]{1,4}\s*版?"),
    re.compile(r"[—\-·•]+\s*\d{1,3}\s*[—\-·•]+"),
    re.compile(
        rf"{_NUMBER_OF_PAGE}\s?[：:·]?\s?(?:[^\s（）]{{0,4}}|\S{{0,6}}{one_of('column')}|[）】])"
    ),
    re.compile(r"(?:今日|本期|本报)?(?:导\s?读|看点|要目)[\s：].*\d版.*"),
    re.compile(r"[^，：]{0,20}(?<![于在自从到至])\d{4}年\d{1,2}月\d{1,2}日.{0,3}星期[^，：]{0,24}"),
    re.compile(r"[^，：]{0,12}\d{4}[.\-/年]\d{1,2}[.\-/月]\d{1,2}日?\s*(?:星期|周)[^，]{0,16}"),
    re.compile(rf"(?:\d{{4}}|{_CHINESE_YEAR})[年.\-/]{_UP_TO_31}[月.\-/]{_UP_TO_31}日?"),
    re.compile(r"\d{4}年\d{1,2}月\d{1,2}日\s+(?:农历|总第|第\d|今日)[^，。：]{1,40}"),
    re.compile(r"(?:农历[\u3400-\u9fff]{3,8}|星期[一二三四五六日天])(?:[\s|｜].{0,40})?"),
    re.compile(r"(?:今日\d{1,2}版|总第\d|第\d+期(?=$|[\s（总])|国内统一|CN\d|准印证|邮发代号|(?:社址|邮编)(?=[：\s\d])).{0,50}"),
    re.compile(
        rf"(?:.{{0,12}}|\d{{1,2}}版?\s[^，。]{{0,40}}){one_of('made the page')}[：:／/\s].{{1,50}}"
    ),
    re.compile(
        rf".{{0,14}}(?:{one_of('reaches the paper')}|E-?mail|QQ)"
        r"[^。]{0,6}[：:\d](?=.*(?:\d{5}|\d{3,4}[-—－]|[@元.])).{0,50}",
        re.I,
    ),
    re.compile(
        rf"(?:\S{{1,8}}\s)?\S{{0,6}}{one_of('reaches the paper')}[：\s]?\s?"
        r"[\d×]{3,4}[\s—－-][\d×]{3,4}(?:\s[^。]{1,40})?"
    ),
    re.compile(
        rf"\S{{0,6}}{one_of('sent to the paper')}[：\s]\s*\S{{0,6}}?"
        rf"{one_of('asked of readers')}[^。]{{2,40}}"
    ),
    re.compile(rf"\S{{0,4}}{_ADDRESS}：.{{2,50}}|{_ADDRESS}\s.{{2,50}}"),
    re.compile(
        rf"{one_of('lawyer of the paper')}：[^，]{{2,24}}{one_of('house of lawyers')}{_AND_MORE}"
    ),
    re.compile(
        rf"\S{{0,4}}{one_of('printed by')}：[^，]{{0,24}}{one_of('house of printers')}{_AND_MORE}"
    ),
    re.compile(
        rf"(?=.*{one_of('paper to follow')})(?!.*{one_of('news of an account')})"
        rf"{one_of('follow the paper')}.{{1,30}}{one_of('where one follows it')}"
    ),
    re.compile(rf"(?:[A-Za-z]+\s)*{one_of('paper in Latin letters')}(?:\s[A-Za-z]+)*", re.I),
    re.compile(r"中共[\u3400-\u9fff]{2,12}委(?:员会|宣传部)?(?:主管|主办|出版)(?:主办|主管)?(?:\s.{2,30})?"),
    re.compile(r"\S*(?:https?://|www\.|@)\S+"),
    re.compile(r"[\W_]+"),
    re.compile(r"\d{1,2}\s{4,}[\u3400-\u9fff](?:\s+[\u3400-\u9fff]){1,3}"),
    re.compile(r"广告|公益广告|·?广告·?|（?本版(?:图片|文字|稿件|内容)\S{0,30}|（?未完待续[^（），。]{0,20}）?"),
)  # fmt: skip
# A line of several such parts: 樟浦报 2013年7月26日 第3版 责任编辑：洪丽珊. Two of the first list
# tell; those of the second may stand beside them, and a few short words: the name of the page.
_NAME = r"[\u3400-\u9fff](?:\s?[\u3400-\u9fff]){1,4}"
_TELLING = (
    rf"(?:\d{{4}}|{_CHINESE_YEAR})(?:年{_UP_TO_31}月{_UP_TO_31}日|[./／-]\d{{1,2}}[./／-]\d{{1,2}})",
    r"星期[一二三四五六日天]",
    r"农历\S{2,12}",
    r"第?[A-Z]?[\d一二三四五六七八九十]{1,3}版(?:·[\u3400-\u9fff]{1,6})?",
    r"总?第[\d〇零一二三四五六七八九十百千]{1,8}期|今日.{1,2}版|国内统一\S*号?\S*(?:（略）)?|准印证\S*|邮发代号\S*",
    r"[\u3400-\u9fff]{2,22}(?:委|部|中心|社|政府|局)(?:主办|承办|主管|协办|出版)",
    r"内部(?:资料|刊物)|免费(?:交流|赠阅)",
    r"(?:本期|本报|今日)共.{1,2}版|每[份期]\S{1,4}元|中缝：\S{1,8}",
    r"N[Oo]\.\s?\d+|主[办管]：[\u3400-\u9fff]{2,22}",
    rf"\S{{0,2}}{one_of('made the page', 'made the page beside others')}(?:[：／/·]\s?|\s){_NAME}",
    rf"{one_of('reaches the paper')}{{1,2}}：\S+|E-?mail：\S+",
)
_BESIDE = (
    r"[\u3400-\u9fff](?:\s?[\u3400-\u9fff]){1,7}(?:\s?[报讯]|新闻|融媒|周刊)",
    r"[A-Z]?\d{1,3}|[①-⑳]",
    r"[\u3400-\u9fff]{2,4}(?:[·・、/][\u3400-\u9fff]{2,4}){0,3}",
)
_PARTED = r"(?:[\s|｜│◇○●·／/]+|$)"
_PART = re.compile(f"(?:(?P<telling>{'|'.join(_TELLING)})|{'|'.join(_BESIDE)}){_PARTED}")
_TOLD = re.compile(f"(?:^|(?<=[\\s|｜│◇○●·／/]))(?:{'|'.join(_TELLING)}){_PARTED}")
_NAMED = re.compile(r"[\u3400-\u9fff]{2,8}")
_PERSON = re.compile(rf"[{SURNAMES}][\u3400-\u9fff]{{1,2}}(?<!报)")
_WORD, _MOST_WORDS = re.compile(r"[^，：；“”？！（）\d]{1,8}|[A-Za-z\d]{1,12}"), 4
# … or somebody with what he did for the page, however that is called: 审校：赵文.
_MADE_BY = re.compile(rf"[\u3400-\u9fff]{{2,6}}：[{SURNAMES}][\u3400-\u9fff]{{1,2}}")
_FOLIO = re.compile(r"[A-Z]?\d{1,3}")
_PAPER = re.compile(r"(?:[\u3400-\u9fff]\s?){1,6}报")
_WEATHER = re.compile(r"(?:今日|今天|明日|明天|本县|城区)\s?天气[：\s][^。]{2,60}")
_NEWS = re.compile(r"[\u3400-\u9fff]{2,6}(?:新闻|融媒|周刊)")
_PAPER_OR_NEWS = re.compile(r"今日[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{2,6}(?:报|新闻|融媒|周刊)")
# The name of a paper, and the place that it has it from: 清石县 of 清石报, 清石日报, 清石周刊.
_PAPER_OF_PLACE = re.compile(r"(?P<place>[\u3400-\u9fff]{2,5}?)(?:[日晚新时]?报|周刊)")
_COUNTY = "[县市区旗州]"
_NO_PAPER = re.compile(one_of("no name of a paper") + "$")
_FOLIO_AND_SECTION = re.compile(
    rf"\d{{1,2}}版?\s[\u3400-\u9fff]{{0,4}}{one_of('column')}|[\u3400-\u9fff]{{0,4}}{one_of('column')}\s\d{{1,2}}|"
    r"(?:[A-Z]|0)\d{1,2}版?\s[\u3400-\u9fff·]{2,6}|\d{1,2}\s*[｜|│]\s*\S{1,8}|\S{2,6}\s+第?[一二三四五六七八\d]版"
)
# What stands on a page, this one or another; such a line may be a headline too.
_TELLS_OF_PAGE = re.compile(rf"{_NUMBER_OF_PAGE}(?:\s?[：·]?\s?\S{{2,8}}|：[^，。]{{2,30}})")
# At the head or the foot of a page: who made it (值班主任：董萍　版面设计：滕云), where its paper
# is, how one reaches it, what it forbids, the weather.
_MADE = one_of("made the page", "made the page beside others", "told of the paper")
_LABELS = re.compile(r"(?:^|\s)([^\s：，。]{2,6})：\s?(?=\S)")
_OF_MAKERS = re.compile(rf"\S{{0,3}}{_MADE}\S{{0,2}}")
# 地址 and 电话 are those of anybody, unless the line says whose.
_REACHED = re.compile(rf"\S{{0,3}}{one_of('where anybody is reached')}")
_OF_PAPER = re.compile(one_of("house of the paper"))
_AT_EDGE = (
    re.compile(
        rf"\S{{0,10}}(?:请拨|{one_of('reaches the paper')})[：\s]?\s?"
        r"[\d×][\d×\s—－-]{3,12}(?:\s.{1,40})?"
    ),
    re.compile(r"(?=.*(?:转载|摘编|翻印))(?=.*(?:不得|未经|谢绝|请勿))[^。，]{4,30}|(?:本报)?版权所有.{0,20}"),
    re.compile(
        rf"(?:今日|今天|明日|明天|本县|城区|县城)?\s?天气(?:预报)?[：\s](?=.*{one_of('weather')})[^。]{{2,60}}。?"
    ),
)  # fmt: skip
_TOLD_AT_FOOT = re.compile(rf"{one_of('told at the foot')}[：\s│｜|]\s*[^。：]{{4,40}}")
_MOTTO = re.compile(r"[\u3400-\u9fff]{3,7}(?:[\s，][\u3400-\u9fff]{3,7}){1,3}")
_VERSE = re.compile(r"[\u3400-\u9fff]{2,9}(?:[\s，；、][\u3400-\u9fff]{2,9}){0,3}[，；。！？]?")
_OF_MOTTO = re.compile(one_of("motto"))
_ADVERTISES = re.compile(r"[^\w\s]\s*广告\s*[^\w\s：][^。]{2,60}|广告\s+(?=.*\d)[^。]{2,60}")


def is_furniture(folded: str) -> bool:
    """Whether a line (folded) stands on a page beside its articles, by its form alone."""
    bare = folded.strip()
    if len(bare) > _LONGEST_SPACED or len(visible(bare)) > _LONGEST or "。" in bare:
        return False
    if any(form.fullmatch(bare) for form in _FURNITURE) or _ADVERTISES.fullmatch(bare):
        return True
    return _is_composed(bare)


def is_masthead(folded: str) -> bool:
    """梅水报, 云台新闻, 04 综合, 龙岜报 民生·服务 3, 第3版：柳湾桥明年动工: furniture where other
    stands beside it at the head of a page.
    """
    bare = folded.strip()
    named = _PAPER.match(bare)
    if visible(bare) in WORDS["spaced headline"] or _NO_PAPER.search(visible(bare)):
        return False
    whole = named is not None and (named.end() == len(bare) or _telling_parts(bare) is not None)
    forms = (_FOLIO_AND_SECTION, _NEWS, _WEATHER)
    return whole or tells_of_page(bare) or any(form.fullmatch(bare) for form in forms)


def is_of_edge(folded: str) -> bool:
    """值班主任：董萍　版面设计：滕云, 天气 多云转阴 12℃—19℃: furniture at the head or the foot of a
    page, where nothing but furniture stands beyond it.
    """
    bare = folded.strip()
    if len(visible(bare)) > _LONGEST:
        return False
    labels = _LABELS.findall(bare)
    told = (_OF_MAKERS, _REACHED) if _OF_PAPER.search(bare) else (_OF_MAKERS,)
    of_makers = len(labels) > 1 and any(form.fullmatch(each) for each in labels for form in told)
    of_paper = _PAPER.match(bare) is not None and bool(_telling_parts(bare))
    return of_makers or of_paper or any(form.fullmatch(bare) for form in _AT_EDGE)


def is_of_foot(folded: str, *, headed: bool, above: Sequence[str]) -> bool:
    """农谚 头伏萝卜末伏菜, 文明渡口 你我同护: what fills the foot of a page under its last text.

    Under a headline (`headed`) such halves are its deck; under a colon (老话说得好：) or verses
    (`above`: the lines over it, folded) they are the last line of the text.
    """
    bare = folded.strip()
    if _TOLD_AT_FOOT.fullmatch(bare):
        return True
    one_length = len({*map(len, re.split(r"[\s，]", bare))}) == 1
    if headed or not one_length or not _MOTTO.fullmatch(bare) or _reads_on(above):
        return False
    return _OF_MOTTO.search(bare) is not None


def _reads_on(above: Sequence[str]) -> bool:
    """Whether what stands under these lines belongs to them: a colon or verses lead to it."""
    last_two = above[-2:]
    verses = len(last_two) == 2 and all(_VERSE.fullmatch(line) for line in last_two)
    return verses or any(line.endswith("：") for line in above[-1:])


def is_of_makers(folded: str) -> bool:
    """责任编辑：覃小满, 本报地址：…: a line that only a paper prints, whatever stands beside it."""
    bare = folded.strip()
    label = _LABELS.match(bare)
    made = label is not None and re.fullmatch(rf"\S{{0,2}}{one_of('made the page')}", label[1])
    return bool(made) or re.match(_ADDRESS, bare) is not None


def tells_of_page(folded: str) -> bool:
    """第3版：柳湾桥明年动工: furniture where other stands beside it at the head or the foot."""
    return _TELLS_OF_PAGE.fullmatch(folded.strip()) is not None


def names_of_page(folded: str) -> set[str]:
    """What a line of furniture of several parts names beside them: the paper, the page."""
    words = _words_beside(folded.strip()) or []
    return {word for word in words if _NAMED.fullmatch(word) and not _PERSON.fullmatch(word)}


def is_named(folded: str, names: Collection[str]) -> bool:
    """Whether a line is a name of its page, or begins with that of the paper: 平川报 民生."""
    first, *others = folded.split()
    return visible(folded) in names or (
        bool(others) and first in names and _PAPER_OR_NEWS.fullmatch(first) is not None
    )


def is_paper_of(folded: str, furniture: Sequence[str]) -> bool:
    """Whether a line is the name of a paper that other furniture of the page tells of, wherever it
    stands: 清石周刊 by 清石周刊社出版, 清石报 by 中共清石县委主办.
    """
    name = visible(folded)
    found = _PAPER_OF_PLACE.fullmatch(name)
    if found is None or _NO_PAPER.search(name):
        return False
    told = re.compile(f"{name}|{found['place']}{_COUNTY}")
    return any(told.search(visible(line)) for line in furniture)


def _is_composed(line: str) -> bool:
    """Whether a line has several parts of furniture that tell, and little else."""
    return _words_beside(line) is not None


def _words_beside(line: str) -> list[str] | None:
    """The words beside what tells in a line; None where too little tells or too much is said."""
    rest, telling = _TOLD.subn("  ", line)
    words = [word for word in re.split(_PARTED, rest) if word]
    others = [word for word in words if not (_MADE_BY.fullmatch(word) or _FOLIO.fullmatch(word))]
    few = len(others) <= _MOST_WORDS and all(_WORD.fullmatch(word) for word in others)
    return words if telling > 1 and few else None


def _telling_parts(line: str) -> int | None:
    """How many parts of a line tell that it is furniture; None where another part stands in it."""
    at, telling = 0, 0
    while at < len(line):
        found = _PART.match(line, at)
        if not found:
            return None
        at = found.end()
        telling += found["telling"] is not None
    return telling
