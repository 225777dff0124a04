"""Phases of a work are works of their own: 二期总投资13.6亿元 after 风电一期 is of 风电二期."""

from __future__ import annotations

import re

from ingest.extraction.lists import HEADS

_PHASE = re.compile(
    r"(?:其中)?([一二三四五首])期(?:工程|项目|建设)?(?![、和与体综安教住课名]|厂房)"
)
_SUFFIX = re.compile(r"(?:项目|工程)?[一二三四五首]期.*$")
_IN_PHASES = re.compile(r"分([两二三四五])期")
_WORK = re.compile(r"(?<=..)(?:项目|工程)$")


def phase_at(text: str) -> re.Match[str] | None:
    """The words for a phase with which a clause begins: 二期, 首期工程; but 首期酒店 is a part."""
    phase = _PHASE.match(text)
    work = HEADS.at(text, phase.end()) if phase else None
    return None if work and work[1] == "facility" else phase


def is_a_phase(name: str) -> bool:
    """风电二期: one phase of several."""
    return name.endswith("期")


def is_of_a_phase(name: str) -> bool:
    """首期酒店: a part that has no phases of its own."""
    return _PHASE.match(name) is not None


def name_of_phase(whole: str, phase: re.Match[str]) -> str:
    """风电二期, of 风电一期 or 风电项目 and 二期."""
    ordinal = "一" if phase[1] == "首" else phase[1]
    return f"{_WORK.sub('', _SUFFIX.sub('', whole))}{ordinal}期"


def is_last_phase(name: str, sentence: str) -> bool:
    """Whether the whole is done with this phase: 分两期推进,…二期2022年底完工."""
    told = _IN_PHASES.search(sentence)
    return bool(told) and name.endswith(f"{told[1].replace('两', '二')}期" if told else "")


def is_whole_of(name: str, phase: str) -> bool:
    """职教中心迁建项目 is the whole of 职教中心迁建二期."""
    return _WORK.sub("", name) == phase[:-2]
