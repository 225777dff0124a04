"""The bodies that an article names: known printed names first, then whatever is shaped like one.

A body's name ends with a word of the list (局, 委员会, 集团 …) at the end of a word, and goes
back as far as nouns go: 由县交通局出资 names 县交通局, 新的格局 names none.
"""

from __future__ import annotations

import re

import rjieba

from ingest.extraction.lists import BODY, WORDS, one_of

_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,60}")
_STOPS = frozenset(WORDS["not of a body"])
_LONGEST = 24
_LONGEST_COUNTY = 14
_COUNTY_WORDS = frozenset(WORDS["word for the county"])
_NEVER_IN_A_NAME = frozenset(WORDS["kinds never in a body"])
_MEMBER = re.compile(one_of("member of a body") + "(?!会)")  # 县委书记, but 县委常委会
# Kinds of words (of the segmenter) that no name of a body holds.
_NOT_IN_A_NAME = frozenset(WORDS["kinds in no body"])
_WHOLE = frozenset(WORDS["whole body"])
_SHORT_OFFICE = f"(?!{one_of('no office')})[委办]"
_OFFICE = f"(?:{one_of('office')}|{_SHORT_OFFICE})"
_OF_PARTY = (
    "[县市区省旗州](?:委|政府)(?:第[一二三四五六七八九十])?"
    f"(?:{one_of('office', 'party office')}|{_SHORT_OFFICE})"
)
_COUNTY = re.compile(
    rf"{_OF_PARTY}|(?<![全我该本各])[县市区省旗州团镇][^,。;:、()\s0-9]{{0,9}}?{_OFFICE}"
)
# What stands between the two where no one name is meant: 县里成立指挥部.
_NOT_OF_IT = re.compile(
    r"^.(?:里|级|城|域|内|外|直|长|人|四大|领导|财政$)|" + one_of("between two bodies")
)
_STEMS = re.compile(one_of("stem of a body") + "(?:分局|局|委|部门)")
# 由皖能临涣公司建设: a firm stands behind a stop or who does it.
_FIRM = re.compile(
    r"(?:^|[,，。;；:：、\n]|[由与])((?:[\u4e00-\u9fff]){2}[^\s0-9,，。;；:：、“”()（）的由与和在是]{2,10}"
    r"(?:有限公司|(?<!有限)公司))(?=总经理|副总经理|董事|负责|投资|建设|承建|实施|组织|管理|运营|经营|供应|[,，。;；、]|$)"
)
_LINK = re.compile(r"^[由据从经对向为被让请](?=.{3})")
_NO_BODY = re.compile(one_of("no body") + "|[一二三四五六七八九十]局")
_BARE = frozenset(WORDS["bare kind"])
_BUILDINGS = WORDS["body in a building"]
_GENERAL = re.compile(f"(?:{one_of('begins no body')}|[0-9一二三四五六七八九十两]+[所家个])")


def bodies(texts: list[str], known: dict[str, str]) -> list[str]:
    """Printed names in order of appearance, each once, without those inside a longer one."""
    found: dict[str, None] = {}
    for text in texts:
        for name in [each for each in known if len(each) > 1 and each in text] + _shaped(text):
            found.setdefault(name)
    return [name for name in found if not any(name != other and name in other for other in found)]


def _shaped(text: str) -> list[str]:
    names = [name for name in _of_the_county(text) if not _NO_BODY.search(name[-2:])]
    names += [name for name in _FIRM.findall(text) if _is_a_firm(name)]
    for run in _RUN.finditer(text):
        words = _tagged(run[0])
        start = 0
        for end in _ends(run[0]):
            name = _from_the_county(run[0], words, start, end) or _back_over_nouns(
                run[0], words, start, end
            )
            if _is_body(name):
                names.append(_LINK.sub("", name))
                start = end
    return sorted(names, key=text.find)


def _of_the_county(text: str) -> list[str]:
    """县发改局, 市以工代赈办: a word for the county before, one for an office behind."""
    found = [each[0] for each in _COUNTY.finditer(text) if not _MEMBER.match(text, each.end())]
    return [name for name in found if not _NOT_OF_IT.search(name)] + _STEMS.findall(text)


def _is_a_firm(name: str) -> bool:
    """鄂西抽水蓄能有限公司, 皖能临涣公司: between two stops, whatever kind of words it holds."""
    words = {word for word, _ in rjieba.tag(name)}
    return name not in _BARE and not words & _STOPS and not _GENERAL.match(name)


def _tagged(run: str) -> list[tuple[int, int, str]]:
    """The words of a run: where each begins and ends, and its kind."""
    found, place = [], 0
    for word, kind in rjieba.tag(run):
        found.append((place, place + len(word), kind))
        place += len(word)
    return found


def _ends(run: str) -> list[int]:
    ends = [place + len(word) for place, word, _ in BODY.every(run) if place or word in _WHOLE]
    return [
        end
        for end in ends
        if run[end : end + 1] not in ("项", "城", "面") and not _MEMBER.match(run, end)
    ]


def _from_the_county(run: str, words: list[tuple[int, int, str]], start: int, end: int) -> str:
    """县自来水公司, 县城市建设投资公司: a word for the county begins a name, whatever it holds."""
    for begin, stop, kind in reversed(words):
        if stop >= end:
            continue
        if begin < max(start, end - _LONGEST_COUNTY) or kind in _NEVER_IN_A_NAME:
            return ""
        word = run[begin:stop]
        if word in _STOPS and word != "建设":
            return ""  # 县金融办联合人民银行; but 县城市建设投资公司
        if word in _COUNTY_WORDS:
            return "" if run.startswith("建设", stop) else run[begin:end]
    return ""


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
    if len(name) < 3 or name in _BARE or _NO_BODY.search(name[-2:]) or _GENERAL.match(name):
        return False
    return len(name) >= 5 or not name.endswith(_BUILDINGS)
