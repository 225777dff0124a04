"""Phases of a work are works of their own: 二期总投资13.6亿元 after 风电一期 is of 风电二期."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from chinese.folding import fold
from ingest.extraction.clauses.sentences import Clause
from ingest.extraction.words.lists import HEADS, one_of
from ingest.extraction.words.nameable import is_common
from ingest.extraction.works.announced import take_over
from ingest.proposal import ProjectFact

_PHASE = re.compile(
    r"(?:其中)?([一二三四五首])期(?:工程|项目|建设)?(?![、和与体综安教住课名]|厂房)"
)
_WHICH_PHASE = re.compile("^[一二三四五首]期")
_ANY_PHASE = re.compile("[一二三四五]期")
_HOW_FAR = re.compile(f"[^,0-9]{{0,4}}?{one_of('build', 'built')}的(?=[一二三四五首]期)")
_BEHIND_ITS_WORK = re.compile("(?:项目|工程)?[一二三四五首]期")
_FROM_ITS_PHASE = re.compile("[一二三四五首]期.*$")
_SUFFIX = re.compile(r"(?:项目|工程)?[一二三四五首]期.*$")
_IN_PHASES = re.compile(r"分([两二三四五])期")
_LISTED = re.compile("期[^,，。；;:：]{0,4}[:：][一首]期")  # 分两期推进:一期9月招生,二期…
# 首期4万吨冷库8月试运营: of a work that comes bit by bit the first bit, as large as is printed.
_FIRST_BIT = re.compile("首期(?:的)?(?:建设|建成|推出)?[0-9一二两三四五六七八九十]")
_ORDINALS = "一二三四五"
_SPOKEN_OF = re.compile(
    "(?<![分两二三四五工学任周前后长短中近远本与和同比0-9、])([一二三四五首])期(?![间望货刊])"
)
_PART_ENDS = frozenset(";。!?\n")
FIRST_PHASE = "一"
_SHORTEST = 4  # characters of a name
_BEGINNING = 2  # … by which two are told apart
_WORK = re.compile(r"(?<=..)(?:项目|工程)$")
_THING_DONE = re.compile("([\u4e00-\u9fff]{3,10}?)(?:均|都|全部)?已")
_MAIN_PART = re.compile(one_of("carries a house or a bridge", "all"))


def phase_at(text: str) -> re.Match[str] | None:
    """The words for a phase with which a clause begins: 二期, 首期工程; but 首期酒店 is a part."""
    phase = _PHASE.match(text)
    work = HEADS.at(text, phase.end()) if phase else None
    builds = phase is not None and phase[0].endswith("建设")  # 一期建设风电50万千瓦
    return None if work and work[1] == "facility" and not builds else phase


def is_of_a_thing_in_it(clause: Clause, behind: str) -> bool:
    """一期|库区防渗层已铺设完毕: of a thing inside a phase, where neither cost nor day is told."""
    thing = _THING_DONE.match(behind)
    bare = not (clause.sums or clause.dates or clause.sizes)
    return thing is not None and bare and not _MAIN_PART.search(thing[1])


def its_phase_follows(text: str, place: int) -> bool:
    """河道治理|工程二期明年完工: behind the name of a work its phase, of which all else is told."""
    return _BEHIND_ITS_WORK.match(text, place) is not None


def past_what_it_is(text: str) -> str:
    """二期工程… of 正在建设的二期工程…: a phase behind how far it is."""
    found = _HOW_FAR.match(text)
    return text[found.end() :] if found else text


def is_a_phase(name: str) -> bool:
    """风电二期, 河道治理二期工程: one phase of several."""
    return ordinal_of(name) != ""


def ordinal_of(name: str) -> str:
    """二 of 风电二期 and of 河道治理二期工程, 一 of 风电首期; else nothing."""
    bare = _WORK.sub("", name)
    said = bare[-2:-1] if bare.endswith("期") else ""
    return "一" if said == "首" else said if said in tuple(_ORDINALS) else ""


def is_of_a_phase(name: str) -> bool:
    """首期酒店: a part that has no phases of its own."""
    return _PHASE.match(name) is not None


def is_part_of_a_phase(name: str) -> bool:
    """一期教学楼: a house that any work may have, and in which of its phases."""
    rest = _WHICH_PHASE.sub("", name)
    house = HEADS.before(rest, len(rest))
    return rest != name and house is not None and house[1] == "facility" and is_common(rest)


def name_of_phase(whole: str, phase: re.Match[str]) -> str:
    """风电二期, of 风电一期 or 风电项目 and 二期; 粮仓项目二期, of 粮仓项目一期."""
    bare = _FROM_ITS_PHASE.sub("", whole)
    bare = bare if bare != whole else _WORK.sub("", whole)
    return f"{bare}{phase_ordinal(phase)}期"


def phase_ordinal(phase: re.Match[str] | None) -> str:
    """一 of 一期 and of 首期."""
    said = phase[1] if phase else ""
    return "一" if said == "首" else said


def whole_of_phase(phase: str) -> str | None:
    """风光储基地, of 风光储基地一期工程; None where the name is of no phase."""
    whole = _SUFFIX.sub("", phase)
    return whole if whole != phase and len(whole) >= _SHORTEST else None


def is_of_another_phase(clause: Clause, name: str) -> bool:
    """三期明年5月开工, of 河道治理二期工程: a clause that begins with another phase than a name.

    Nor is a phase of 河道治理 one of 东关小区.
    """
    phase, own = phase_at(clause.text), ordinal_of(name)
    of_another = phase is not None and name[:_BEGINNING] != clause.of_phase[:_BEGINNING]
    if clause.of_phase and of_another and not is_of_a_phase(name):
        return True
    return bool(phase and own) and phase_ordinal(phase) != own


def phase_by_clause(clauses: Iterable[Clause]) -> dict[int, str]:
    """Which phase the clauses tell of, by their ids: 二期正在招标,投资1.5亿元,明年6月建成.

    It holds to the end of its part of the sentence.
    """
    told, phase = {}, ""
    for clause in clauses:
        named = _SPOKEN_OF.findall(clause.text)
        phase = named[-1].replace("首", "一") if named else phase
        if phase:
            told[id(clause)] = phase
        phase = "" if clause.stop in ("", *_PART_ENDS) else phase
    return told


def phases_told(sentence: str) -> int:
    """How many phases a work has, as a sentence tells: 分两期推进; 0 where it does not."""
    told = _IN_PHASES.search(sentence)
    return _ORDINALS.index(told[1].replace("两", "二")) + 1 if told else 0


def end_with_last_phases(projects: Sequence[ProjectFact], phases: int) -> None:
    """A work without a date of its own is done with its last phase: 一期已投产,二期明年5月建成.

    `phases` is how many the article says there are, 0 where it does not; a first phase is last
    of nothing.
    """
    parts = [each for each in projects if is_a_phase(each.name)]
    for whole in projects if parts else ():
        runs = whole.tense != "planned" and whole.stage == "operating"
        if is_a_phase(whole.name) or whole.due_on or runs:
            continue
        found = [each for each in parts if is_whole_of(whole.name, each.name)]
        last = max(found, key=lambda each: _ORDINALS.find(ordinal_of(each.name)), default=None)
        number = _ORDINALS.find(ordinal_of(last.name)) + 1 if last else 0
        if last and last.due_on and number > 1 and number >= phases:
            take_over(whole, last)


def without_stages(works: Sequence[ProjectFact], text: str) -> list[ProjectFact]:
    """The works but phases that are only stages of one: 总投资12亿元,分两期实施。一期年底投产.

    Such a phase has no cost, neither it nor another of its work stands anywhere in the `text` by
    its full name, and its whole has a day of its own. It is one of several: a first phase alone
    is told of as a work, and so are those that are listed behind a colon, and one of which both
    beginning and end are to come. A first bit (首期4万吨冷库) is always a stage of its whole.
    """
    return [each for each in works if not _is_a_stage(each, works, text)]


def _is_a_stage(fact: ProjectFact, works: Sequence[ProjectFact], text: str) -> bool:
    if not is_a_phase(fact.name) or fact.investments:
        return False
    wholes = [each for each in works if is_whole_of(each.name, fact.name)]
    if wholes and _FIRST_BIT.search(fold(fact.quote).text):
        return True
    told = {*_ANY_PHASE.findall(text.replace("首期", "一期"))}
    several = phases_told(text) > 0 or len(told) > 1
    if any(f"{fact.name[:-2]}{each}期" in text for each in (*_ORDINALS, "首")):
        return False
    listed = _LISTED.search(fact.quote) is not None
    begins = any(e.stage == "started" and e.due_on != fact.due_on for e in fact.milestones)
    return several and not (listed or begins) and any(each.due_on for each in wholes)


def is_whole_of(name: str, phase: str) -> bool:
    """职教中心迁建项目 is the whole of 职教中心迁建二期 and of 职教中心迁建项目二期."""
    return _WORK.sub("", name) == _WORK.sub("", _WORK.sub("", phase)[:-2])
