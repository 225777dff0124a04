"""The bodies and towns over headlines: a paragraph that names one belongs under its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.ordering.language import Language
from ingest.segmenting.sight import Run

# A town is called without its kind: 青石 for 青石乡.
_KIND_OF_TOWN = re.compile(r"(?<=[\u3400-\u9fff]{2})(?:镇|乡|街道|村|社区)$")
_RARE, _PLACE = -12.0, "ns"  # the share of a word in all text, as a logarithm; the class of places


def houses(starts: Sequence[Run], first: int, language: Language) -> dict[int, str]:
    """The body whose name stands over the headline of each article, where it is one's alone.

    Articles are numbered from `first` on, in the order of their stacks.
    """
    names = {
        number: _called(title.text, language)
        for number, run in enumerate(starts, start=first)
        for title in run.titles if title.is_organisation and run.roles[title.index] == "kicker"
    }  # fmt: skip
    counts = Counter(names.values())
    return {number: name for number, name in names.items() if counts[name] == 1}


def _called(town: str, language: Language) -> str:
    """What a town is called: without its kind, unless that is an ordinary word (幸福村)."""
    short = _KIND_OF_TOWN.sub("", town)
    told = language.words.get(short, _RARE)
    ordinary = told > _RARE and language.class_of(short) != _PLACE
    return town if ordinary else short
