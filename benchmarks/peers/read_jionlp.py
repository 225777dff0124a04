"""jionlp by its own extractors of money and time; it reads no quantities."""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["TZ"] = "Asia/Shanghai"
time.tzset()

from benchmarks.peers.protocol import Find, Reader, serve  # noqa: E402


def prepare(kind: str) -> Reader:
    import jionlp  # here, where its greeting is kept out of the answers

    if kind == "money":
        return lambda text, day: _money(jionlp.ner.extract_money(text, with_parsing=True))
    return lambda text, day: _dates(
        jionlp.ner.extract_time(text, time_base=_morning_of(day), with_parsing=True)
    )


def _money(found: list[dict[str, Any]]) -> list[Find]:
    return [
        {
            "start": each["offset"][0],
            "end": each["offset"][1],
            "values": _listed(each["detail"]["num"]),
            "loose": each["detail"]["definition"].startswith("blur"),
        }
        for each in found
    ]


def _dates(found: list[dict[str, Any]]) -> list[Find]:
    """Points and spans of time. Lengths (三个月) and what comes again (每周一) end on no day."""
    return [
        {
            "start": each["offset"][0],
            "end": each["offset"][1],
            "days": [each["detail"]["time"][1][:10]],
        }
        for each in found
        if each["type"] in ("time_point", "time_span")
    ]


def _morning_of(day: date) -> float:
    return time.mktime((day.year, day.month, day.day, 8, 0, 0, 0, 0, -1))


def _listed(number: str | list[str]) -> list[str]:
    return number if isinstance(number, list) else [number]


if __name__ == "__main__":
    serve(prepare)
