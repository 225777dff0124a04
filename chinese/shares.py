"""Of what a sum is a share: 其中, a phase, one who pays. Without a whole it is no part of one."""

from __future__ import annotations

import re

from chinese.wordlists import Lexicon, any_of, words

_REACH = 80  # characters
_CUES = Lexicon.read("measures", "total", "approved", "spent", "year", "none", "done", "paid")
_WHOLES = ("total", "approved", "spent")
_LAST = re.compile("[。!?\n]")
_PHASES = re.compile("[一二三四首近远]期")
_IN_PHASES = re.compile("分[^,。;]{0,4}期|其中|[一二三四首]期[^。]*[;,][^。]*$")
# 财政争取专项债券25亿元, 统筹衔接资金1260万元: what came to the county for many things.
_RAISED = re.compile(f"(?:^|[^中]){any_of(words('measures', 'raised'))}[^,。;0-9]{{0,10}}$")


def measure_of_share(text: str, cue_start: int, cue: str) -> str:
    """What a sum with a cue for a part (其中, 二期投资, 专项债券) measures.

    支出26亿元,其中教育5.2亿元   money of the kind that the whole is
    纸品二期投资2.7亿元         all of a phase, where no whole is told of
    争取专项债券25亿元          money that came in, for no work
    """
    before = _LAST.split(text[max(0, cue_start - _REACH) : cue_start])[-1]
    if cue == "其中":
        return "none" if _last_told(before) == "none" else "part"
    if _PHASES.match(cue):
        told = _IN_PHASES.search(before) or _last_told(before) in _WHOLES
        return "part" if told else "total"
    raised = _RAISED.search(before + cue)
    return "none" if raised and _last_told(before) not in _WHOLES else "part"


def _last_told(before: str) -> str:
    """What the last sum before measures, by its nearest cue."""
    if not any(each.isdigit() for each in before):
        return ""
    hits = _CUES.every(before)
    return hits[-1][2] if hits else ""
