"""The bodies that an article names: known printed names first, then whatever is shaped like one.

A body's name ends with a word of the list (局, 委员会, 集团 …) at the end of a word, and goes
back as far as nouns go: 由县交通局出资 names 县交通局, 新的格局 names none.
"""

from __future__ import annotations

import re

import rjieba

from ingest.extraction.lists import BODY, WORDS

_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,60}")
_STOPS = frozenset(WORDS["not of a body"])
_LONGEST = 24
# Kinds of words (of the segmenter) that no name of a body holds.
_NOT_IN_A_NAME = frozenset(
    (
        "v",
        "d",
        "p",
        "c",
        "u",
        "uj",
        "ul",
        "uz",
        "ud",
        "ug",
        "uv",
        "r",
        "m",
        "t",
        "q",
        "y",
        "zg",
        "ad",
        "i",
        "l",
    )
)
_WHOLE = frozenset(
    ("县委", "市委", "区委", "县政府", "市政府", "区政府", "乡政府", "镇政府", "管委会")
)
_OFFICE = (
    r"(?:分局|局|委员会|纪委监委|委(?!书|员|托|派|会)|办公室|办(?!公|理|事|法|好|学|实|证|结|案)|厅|指挥部|专班|"
    r"督查室|常委会|管委会|信用联社|发展中心|疾控中心|房管中心|巡察组|残联|文联|妇联|总工会|红十字会)"
)
_OF_PARTY = (
    r"[县市区省旗州](?:委|政府)"
    r"(?:常委会|督查室|改革办|第[一二三四五六七八九十]巡察组|政法委|宣传部|组织部|统战部|办公室|办(?!公|理|事))"
)
_COUNTY = re.compile(
    rf"{_OF_PARTY}|(?<![全我该本各])[县市区省旗州团镇][^,。;:、()\s0-9]{{0,9}}?{_OFFICE}"
)
# What stands between the two where no one name is meant: 县里成立指挥部.
_NOT_OF_IT = re.compile(
    r"^.(?:里|级|城|域|内|外|直|长|人|四大|领导|财政$)|[举拟主承协开创]办|日前|今年|公布|成立|召开|组织|要求|组建|联合|印发|副|书记|会同|和|与|由|的|向"
)
_STEMS = re.compile(
    "(?:"
    + "|".join(sorted(WORDS["stem of a body"], key=len, reverse=True))
    + ")(?:分局|局|委|部门)"
)
_LINK = re.compile(r"^[由据从经对向为被让请](?=.{3})")
_NO_BODY = re.compile(r"布局|格局|结局|全局|大局|开局|时局|残局|战局|当局|[一二三四五六七八九十]局")
_BUILDINGS = ("中心", "学校", "医院", "小学", "中学", "卫生院", "学院", "大学", "社区", "银行")
_GENERAL = re.compile(
    r"^(?:[0-9一二三四五六七八九十两]+[所家个]|各|乡镇|中小|村|全县|全市|农村|民办|公办|县级|九年)"
)


def bodies(texts: list[str], known: dict[str, str]) -> list[str]:
    """Printed names in order of appearance, each once, without those inside a longer one."""
    found: dict[str, None] = {}
    for text in texts:
        for name in [each for each in known if len(each) > 1 and each in text] + _shaped(text):
            found.setdefault(name)
    return [name for name in found if not any(name != other and name in other for other in found)]


def _shaped(text: str) -> list[str]:
    names = [name for name in _of_the_county(text) if not _NO_BODY.search(name[-2:])]
    for run in _RUN.finditer(text):
        words = _tagged(run[0])
        start = 0
        for end in _ends(run[0]):
            name = _back_over_nouns(run[0], words, start, end)
            if _is_body(name):
                names.append(_LINK.sub("", name))
                start = end
    return sorted(names, key=text.find)


def _of_the_county(text: str) -> list[str]:
    """县发改局, 市以工代赈办, 旗草原站: a word for the county before, one for an office behind."""
    found = [each[0] for each in _COUNTY.finditer(text)]
    return [name for name in found if not _NOT_OF_IT.search(name)] + _STEMS.findall(text)


def _tagged(run: str) -> list[tuple[int, int, str]]:
    """The words of a run: where each begins and ends, and its kind."""
    found, place = [], 0
    for word, kind in rjieba.tag(run):
        found.append((place, place + len(word), kind))
        place += len(word)
    return found


def _ends(run: str) -> list[int]:
    ends = [place + len(word) for place, word, _ in BODY.every(run) if place or word in _WHOLE]
    return [end for end in ends if run[end : end + 1] not in ("项", "城", "面")]


def _back_over_nouns(run: str, words: list[tuple[int, int, str]], start: int, end: int) -> str:
    suffix = BODY.before(run, end)
    first = end - len(suffix[0]) if suffix else end
    for begin, stop, kind in reversed(words):
        if stop > first and begin < first and stop <= end:
            first = begin  # the word of the segmenter goes on to the left
            continue
        if stop > first:
            continue
        if begin < max(start, end - _LONGEST) or run[begin:stop] in _STOPS:
            break
        if kind in _NOT_IN_A_NAME and not (kind == "m" and stop - begin > 2):
            break
        first = begin
    return run[max(first, start) : end]


def _is_body(name: str) -> bool:
    if name in _WHOLE:
        return True
    if len(name) < 3 or _NO_BODY.search(name[-2:]) or _GENERAL.match(name):
        return False
    return len(name) >= 5 or not name.endswith(_BUILDINGS)
