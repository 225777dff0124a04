"""Places, houses and firms without 公司 that do something: 青龙镇将…, 县中医院每周派人…, 该镇引进….

A town in which something merely stands (在青龙镇动工, 青龙镇的茶园) is no body. One that plans,
pays, promises or calls together is: it begins a clause before a deed, or the print says that it
speaks, bears a part or is asked to do something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import rjieba

from ingest.extraction.names.counties import past_a_time
from ingest.extraction.words.lists import WORDS, one_of

_KIND = one_of("settled place")
_NAME = f"((?:[一-鿿]{{2,4}}[县市旗])?(?:[一-鿿]{{1,4}}(?:镇|乡|街道))?[一-鿿]{{2,4}}?({_KIND}))"
_PARK = (
    f"((?:[一-鿿]{{2,4}}?)?[县市区省]?{one_of('park known alone')}"
    f"|(?:[一-鿿]{{2,4}}?[县市区]?|[县市区省]){one_of('park')})"
)
_HOUSE = f"((?:[一-鿿]{{2,4}})?[县市区省旗]{one_of('one of each')})"
_FIRM = f"([一-鿿]{{2,4}}?{one_of('trade of a firm')})"
_STARTS = rf"(?<!\w)(?:{one_of('before who acts')}){{0,3}}"
_WITH = f"[与和同][^，。；,;]{{2,16}}?{one_of('does with another')}"
_ELSEWHERE = f"在[^，。；,;]{{2,10}}?{one_of('held in a house')}"
_FOR = f"[为给][^，。；,;]{{1,10}}?{one_of('deed')}"
# 今年, 还将, 3月起: behind one of these 改造 and 建设 are no part of a name.
_BETWEEN = f"(?:{one_of('between who acts and the deed')}|[0-9]{{1,4}}[年月日至底前起]){{1,5}}"
_DEED = (
    f"(?:(?:{_BETWEEN})?(?!{one_of('no deed')})(?:{one_of('deed')}|{_WITH}|{_ELSEWHERE}|{_FOR})"
    f"|{_BETWEEN}{one_of('deed or a name')})(?![的路街巷道桥镇乡村])"
)
_LISTED = (
    f"(?:[、和与及][^，。；、和与及,;]{{1,10}}?(?:{_KIND}|{one_of('ends one of a list')})){{0,4}}"
)
_ACTS = f"(?={_LISTED}(?:{_DEED}|{one_of('speaks for a body', 'does together')}))"
_A_FIRM = rf"(?=[\s，。；、,;|｜]|$|{one_of('tells of a firm')})"
_ASKED = f"{_LISTED}(?:{_DEED}|{one_of('behind a doer')})"
_ACTING = [
    *(re.compile(f"{_STARTS}{each}{_ACTS}") for each in (_NAME, _PARK, _HOUSE, _FIRM)),
    *(re.compile(f"{one_of('before a doer')}{each}(?={_ASKED})") for each in (_NAME, _HOUSE)),
    re.compile(f"[和与同]{_NAME}{one_of('does with another')}"),
    re.compile(f"(?:{_STARTS}|[与和同由]){_FIRM}{_A_FIRM}"),
]
_LABEL = [re.compile(f"{each}(?:[：:]|$)") for each in (_NAME, _PARK, _HOUSE)]
_THE_ONE = re.compile(f"{_STARTS}该({_KIND}){_ACTS}")
_AT = one_of("before a place")
_PRINTED = re.compile(f"(?:{_STARTS}(?<!“){_AT}?|{_AT}){_NAME}")
# 到平寨乡、朗溪镇: the second of a list is where the first is.
_IN_A_PLACE = re.compile(f"{_AT}[^，。；,;]*、$")
_NO_NAME = re.compile(
    f"{one_of('begins no named place')}|.*(?:{one_of('before a settled place')}{_KIND}"
    f"|{one_of('before a town')}镇|{one_of('before a township')}乡|{one_of('before a village')}村)$"
)
_NO_PART = frozenset(WORDS["kinds in no name of a place"])
_SETTLED = re.compile(f"{_KIND}$")
_PROPER = frozenset(("nz",))
_DOES = frozenset(("v", "f", "p"))  # 后|埋 of 后埋电缆
_PLACES = frozenset("县市区镇乡村")
_OF_A_FIRM = re.compile(one_of("trade of a firm") + "$")


def who_acts(heads: Iterable[str], paragraphs: Iterable[str]) -> list[str]:
    """Their names. A head tells what its place did: 青龙镇：订单辣椒铺就致富路."""
    heads = list(heads)
    labels = [label.match(head) for head in heads for label in _LABEL]
    found = [each[1] for each in labels if each and _is_a_name(each[1])]
    text = "\n".join([*heads, *paragraphs])
    found += _acting_in(text)
    found += _this_one(text)
    return list(dict.fromkeys(found))


def _this_one(text: str) -> Iterator[str]:
    """朗溪镇 of 在朗溪镇坝区,…。该镇引进…: the last place of its kind that was printed."""
    printed = [each for each in _PRINTED.finditer(text) if _is_a_name(each[1])]
    last: dict[str, str] = {}
    for each in sorted([*printed, *_THE_ONE.finditer(text)], key=lambda each: each.start()):
        if each.re is not _THE_ONE:
            last[each[2]] = each[1]
        elif each[1] in last:
            yield last[each[1]]


def _acting_in(text: str) -> Iterator[str]:
    for kind in _ACTING:
        for each in kind.finditer(text):
            if _is_a_name(each[1]) and not _IN_A_PLACE.search(text, 0, each.start(1)):
                yield past_a_time(each[1], text)


def _is_no_part(word: tuple[str, str]) -> bool:
    """在|凤冈镇, 加快|开发区; one character, or what is no word (下墩), may pass for a verb."""
    text, kind = word
    is_a_verb = len(text) > 1 and len(rjieba.cut(text, False)) == 1
    return kind in _NO_PART and (kind != "v" or is_a_verb)


def _is_a_name(name: str) -> bool:
    """青龙镇, 县中医院, 皖晟光伏; but 重点村, 古镇 and 数字科技 name none."""
    if trade := _OF_A_FIRM.search(name):
        return _is_coined(name[: trade.start()])
    proper = _SETTLED.sub("", name)
    return not _NO_NAME.match(name) and not any(map(_is_no_part, rjieba.tag(proper)))


def _is_coined(word: str) -> bool:
    """皖晟, 甘肃华陇: a firm is called by two characters that make no word."""
    place, coined = word[:-2], word[-2:]
    is_place = not place or [kind for _, kind in rjieba.tag(place)] == ["ns"]
    kinds = {kind for _, kind in rjieba.tag(coined)}
    makes_no_word = kinds <= _PROPER or len(rjieba.cut(coined, False)) == 2
    return is_place and makes_no_word and not kinds & _DOES and coined[-1] not in _PLACES
