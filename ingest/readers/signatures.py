"""Who wrote a text, named at its end: （通讯员 高建强）, （作者系县一中教师）, 北街居民 鲁春生."""

from __future__ import annotations

import re

from ingest.readers.lists import SURNAMES, one_of

_AT_END = re.compile(r"（\s*([^（）]{2,36}?)\s*）\s*[■●◆▲★□]?\s*$")
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
_BY_SURNAME = rf"(?!{_NO_WRITERS})[{SURNAMES}](?:[\u3400-\u9fff]{{1,2}}|\s[\u3400-\u9fff])"
_REPORTING = r"(?![从在于到自对向就近])[\u3400-\u9fff·]{2,8}(?=报道)"
_NAMED = rf"(?:{_BY_SURNAME}|{_REPORTING})(?:[\s、]+{_BY_SURNAME}){{0,3}}"
_DATELINE = r"[【（]?\s{0,2}[^，。！？（）【】\s]{0,14}?(?:讯|消息|日电)\s?[】）]?"
# … 报道, a blank or what he learned stands behind the names: 记者从县水利局获悉.
_REPORTS = r"(?:\s*(?:摄影|采写|综合)?报道(?!组|团)|(?=\s)|(?=记者|笔者))"
_WRITERS = tuple(
    re.compile(form)
    for form in (
        rf"{_DATELINE}\s*（\s*(?P<names>[^（）]{{2,36}}?)\s*）",
        rf"(?:{_DATELINE}\s*)?(?P<names>(?:{_KIND}[：\s]*{_NAMED}[\s、]*){{1,3}}(?<!\s)){_REPORTS}",
        rf"{_DATELINE}\s+(?P<names>{_NAMED}){_REPORTS}",
    )
)
_IN_BRACKETS = r"(?:[\u3400-\u9fff][\u3400-\u9fff·]{1,8}|[\u3400-\u9fff]\s+[\u3400-\u9fff])"
_ALL_NAMES = re.compile(rf"{_IN_BRACKETS}(?:[\s、，]+{_IN_BRACKETS}){{0,4}}")
_NO_NAMES = re.compile(rf"(?:{_NO_WRITERS}|.{{0,12}}{one_of('place or body')})$")
_AROUND_NAMES = "()（）□■●◎◆◇☆★▲△【】 \u3000"


def names_alone(line: str) -> str:
    """A byline of its own without the marks and brackets around it: □ 周 芹."""
    return line.strip(_AROUND_NAMES)


def writers_at_end(folded: str) -> re.Match[str] | None:
    """The brackets at the end of a text, where they name its writers; group 1 are the names."""
    found = _AT_END.search(folded)
    return found if found and _names_writers(found[1]) else None


def writers_in_dateline(folded: str) -> re.Match[str] | None:
    """The writers right behind a dateline, group `names`: 本报讯（特木尔）, 本报讯 记者宋丽萍报道,
    本报记者何子衡报道：, 本报讯 方春晖 笔者….
    """
    found = next((match for form in _WRITERS if (match := form.match(folded))), None)
    if found is None or found.re is not _WRITERS[0]:
        return found
    names = found["names"]
    are_names = _ALL_NAMES.fullmatch(names) and not _NO_NAMES.match(names)
    return found if are_names or re.search(_KIND, names) else None


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
