"""Who wrote a text, named at its end: （通讯员 高建强）, （作者系县一中教师）, 北街居民 鲁春生."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from ingest.readers.lists import SURNAMES, one_of

# What stands in brackets, without the blanks around it: however many, they are passed over once.
_INSIDE = r"[^（）\s][^（）]{0,34}[^（）\s]"
_AT_END = re.compile(rf"（\s*({_INSIDE})\s*）\s*[■●◆▲★□]?$")
_WRITER_WORD = re.compile(
    r"记者|通讯员|作者|撰稿|报道组|文/|整理|供稿|[\u3400-\u9fff]\s[\u3400-\u9fff]{2}"
)
_NAMES = re.compile(
    r"[\u3400-\u9fff]{2,3}(?:[\s、]+[\u3400-\u9fff]{2,3})*|[\u3400-\u9fff]\s+[\u3400-\u9fff]"
)
_NO_NAME = re.compile(one_of("no name in brackets"))
_LONGEST_SIGNATURE = 40  # characters, with the stop before it
_MARKS_OF_END = "■●◆▲★"
# Behind the last stop of a letter, set off, with where one lives or what one is …
_SIGNS_LETTER = re.compile(
    rf"[。！？”]\s*[^，。！？：；“”]{{1,18}}{one_of('who writes', 'place or body', 'writers')}\s+"
    r"[\u3400-\u9fff](?:\s?[\u3400-\u9fff]){1,3}\s*$"
)
# … or with neither, which tells where an answer begins below.
_MAY_SIGN = re.compile(
    rf"[。！？”]\s*(?:[^，。！？：；“”]{{0,18}}[{SURNAMES}][\u3400-\u9fff]{{1,2}}|"
    rf"[^，。！？：；“”]{{0,8}}{one_of('who writes')})$"
)
_ANSWERS = re.compile(f"(?:本报)?记者|{one_of('answers a letter')}")
# Who wrote a report, right behind its dateline: 本报讯（特木尔）, 本报讯 记者宋丽萍报道 ….
_KIND = (
    rf"{one_of('kind of writer', 'kind of writer in a byline')}{{0,3}}(?:记者|通讯员|实习生|作者)"
)
_NO_WRITERS = one_of("no writers in a dateline")
_BY_SURNAME = (
    rf"(?!{_NO_WRITERS})(?:{one_of('double surnames')}[\u3400-\u9fff]{{1,2}}|"
    rf"[{SURNAMES}](?:[\u3400-\u9fff]{{1,2}}|\s[\u3400-\u9fff]))"
)
_OTHER = r"(?![从在于到自对向就近据])(?P<other>[\u3400-\u9fff·]{2,8})(?<![社台])(?=报道)"
_NAMED = rf"(?:{_BY_SURNAME}|{_OTHER})(?:[\s、]+{_BY_SURNAME}){{0,3}}"
_DATELINE = r"[【（]?\s{0,2}[^，。！？（）【】\s]{0,14}?(?:讯|消息|日电)\s?[】）]?"
# … 报道, a blank or what he learned stands behind the names: 记者从县水利局获悉.
_REPORTS = r"(?:\s*(?:摄影|采写|综合)?报道(?!组|团)|(?=\s)|(?=记者|笔者))"
_BRACKETED = re.compile(rf"{_DATELINE}\s*（\s*(?P<names>{_INSIDE})\s*）")
_CALLED_WRITERS = re.compile(
    rf"(?:{_DATELINE}\s*)?(?P<names>(?:{_KIND}[：\s]*{_NAMED}[\s、]*){{1,3}}(?<!\s)){_REPORTS}"
)
# … without a word for them one name tells only where it reports, two do by themselves.
_BARE = re.compile(
    rf"{_DATELINE}\s+(?P<names>{_BY_SURNAME}(?:(?:[\s、]+{_BY_SURNAME}){{1,3}}(?=\s)|"
    rf"(?:[\s、]+{_BY_SURNAME}){{0,3}}(?=\s*(?:摄影|采写|综合)?(?<![社台])报道(?!组|团)|\s*[记笔]者)))"
)
_IN_BRACKETS = r"(?:[\u3400-\u9fff][\u3400-\u9fff·]{1,8}|[\u3400-\u9fff]\s+[\u3400-\u9fff])"
_ALL_NAMES = re.compile(rf"{_IN_BRACKETS}(?:[\s、，]+{_IN_BRACKETS}){{0,4}}")
_EACH_NAME = re.compile(_IN_BRACKETS)
_HAS_SURNAME = re.compile(_BY_SURNAME)
_NO_NAMES = re.compile(rf"(?:{_NO_WRITERS}|.{{0,12}}{one_of('place or body')})$")
_SHORTEST_OTHER = 3  # characters of a name without a surname
# Log-probabilities: no name holds a word as common as the first; the second is of no word.
_COMMON, _RARE = -15.0, -99.0
_AROUND_NAMES = "()（）□■●◎◆◇☆★▲△【】 \u3000"


def names_alone(line: str) -> str:
    """A byline of its own without the marks and brackets around it: □ 周 芹."""
    return line.strip(_AROUND_NAMES)


def writers_at_end(folded: str) -> re.Match[str] | None:
    """The brackets at the end of a text, where they name its writers; group 1 are the names."""
    found = _AT_END.search(folded.rstrip())
    return found if found and _names_writers(found[1]) else None


def writers_in_dateline(folded: str, words: Mapping[str, float]) -> re.Match[str] | None:
    """The writers right behind a dateline, group `names`: 本报讯（特木尔）, 本报讯 记者宋丽萍报道,
    本报记者何子衡报道：, 本报讯 方春晖 笔者…. By the words of the language 本报讯（秋收专稿） and
    本报讯 时间早 任务多 name nobody.
    """
    if found := _BRACKETED.match(folded):
        return found if _are_names_in_brackets(found["names"], words) else None
    if found := _CALLED_WRITERS.match(folded):
        other = found["other"]
        return found if other is None or not _holds_word(other, words) else None
    found = _BARE.match(folded)
    names = _EACH_NAME.findall(found["names"]) if found else ()
    return found if names and not any(_begins_with_word(name, words) for name in names) else None


def _are_names_in_brackets(names: str, words: Mapping[str, float]) -> bool:
    if re.search(_KIND, names):
        return True
    if not _ALL_NAMES.fullmatch(names) or _NO_NAMES.match(names):
        return False
    return all(_is_name(name, words) for name in _EACH_NAME.findall(names))


def _is_name(name: str, words: Mapping[str, float]) -> bool:
    """孟庆山 by its surname; 特木尔 and 阿米娜·吐逊 because no word of the language is in them."""
    if _HAS_SURNAME.fullmatch(name):
        return name not in words
    return "·" in name or (len(name) >= _SHORTEST_OTHER and not _holds_word(name, words))


def _holds_word(name: str, words: Mapping[str, float]) -> bool:
    """Whether a word of two characters or more stands in a name: 国庆假期, 昨夜."""
    ends = range(2, len(name) + 1)
    parts = (name[start:end] for end in ends for start in range(end - 1))
    return any(words.get(part, _RARE) > _COMMON for part in parts)


def _begins_with_word(name: str, words: Collection[str]) -> bool:
    """Whether what looks like a name is or begins with a word: 黄昏, 时间早, 石榴红."""
    return name in words or name[:2] in words


def signs_letter(folded: str) -> bool:
    """Whether who wrote a letter is named behind its last stop: …管一管。南关街居民 鲁春生."""
    return _SIGNS_LETTER.search(folded[-_LONGEST_SIGNATURE:]) is not None


def is_answered(folded: str, following: str) -> bool:
    """Whether a letter ends here and the paper answers it: …管一管。鲁春生 over 编后：…."""
    ended = _MAY_SIGN.search(folded[-_LONGEST_SIGNATURE:]) is not None
    return ended and _ANSWERS.match(following) is not None


def is_signed(folded: str) -> bool:
    """Whether an article ends with this text: it names the writers, or bears the mark of an end."""
    return folded.rstrip().endswith(tuple(_MARKS_OF_END)) or writers_at_end(folded) is not None


def _names_writers(bracketed: str) -> bool:
    if _NO_NAME.search(bracketed):
        return False
    return bool(_WRITER_WORD.search(bracketed) or _NAMES.fullmatch(bracketed.strip()))
