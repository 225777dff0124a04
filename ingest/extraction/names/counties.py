"""The county before the name of a body: printed in full, and no word of time.

贵旗水利局 | 都贵旗水利局              wherever 贵旗 is printed, the same stands before it
后旗水利局 | 科左后旗水利局            what must be the end of a name goes back to where that begins
段时间县人社局 | 县人社局              那段时间 is no county
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extraction.words.lists import WORDS, one_of

_COUNTY = re.compile("[一-鿿]{1,7}?(?:自治[县旗]|[县旗])(?=.)")
# 后旗, 蒙古族自治县: the second half of the name of a county.
_HALF = re.compile("[前后左右中]旗|(?:[一-鿿]{1,4}族){1,3}自治[县旗]")
_BEGINS = re.compile("[一-鿿]{1,6}$")
_LEADS = frozenset(WORDS["leads to a county"])
_TIME = re.compile(
    f"(?:{one_of('time before a body')}|"
    f"{one_of('so long')}个?[年月天周](?:[之以]?[前后]|[来里间])?)$"
)
_WORD_FOR_IT = re.compile("(?<=.)[县市区旗州镇乡]")
_LONGEST_TIME = 6  # characters
_LONGEST_PART = 4
_TWICE = 2


def with_its_county(name: str, texts: Sequence[str]) -> str:
    """科左后旗水利局, 都贵旗水利局, where the name found begins within that of its county."""
    county = _COUNTY.match(name)
    if county is None:
        return name
    places = [(text, at.start()) for text in texts for at in re.finditer(county[0], text)]
    if _HALF.fullmatch(county[0]):
        of_it = next(((text, at) for text, at in places if text.startswith(name, at)), None)
        return (_back_to_its_beginning(*of_it) if of_it else "") + name
    return _the_same_before(places) + name if len(places) >= _TWICE else name


def _the_same_before(places: Sequence[tuple[str, int]]) -> str:
    """The 都 of 都贵旗水利局 and 都贵旗境内"""
    text, at = places[0]
    for size in range(_LONGEST_PART):
        (one, *others) = {text[at - size - 1 : at - size] for text, at in places}
        if others or not "一" <= one <= "鿿" or one in _LEADS:
            return text[at - size : at]
    return ""


def _back_to_its_beginning(text: str, at: int) -> str:
    """The 科左 of 记者从科左后旗了解到"""
    before = _BEGINS.search(text, max(0, at - _LONGEST_TIME), at)
    characters = before[0] if before else ""
    leads = [place for place, each in enumerate(characters) if each in _LEADS]
    return characters[leads[-1] + 1 :] if leads else characters


def past_a_time(name: str, text: str) -> str:
    """县人社局 of 那段时间县人社局, 县农业局 of 几年前县农业局"""
    county, at = _WORD_FOR_IT.search(name), text.find(name)
    if county is None or at < 0:
        return name
    end = at + county.start()
    return name[county.start() :] if _TIME.search(text, max(0, end - _LONGEST_TIME), end) else name
