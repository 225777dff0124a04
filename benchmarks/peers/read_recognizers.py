"""Microsoft Recognizers-Text by its Chinese models of currency, dimension, percentage and date."""

from __future__ import annotations

import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from recognizers_date_time import DateTimeRecognizer
from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture

from benchmarks.peers.protocol import Find, Reader, serve


def prepare(kind: str) -> Reader:
    units = NumberWithUnitRecognizer(Culture.Chinese)
    if kind == "money":
        return _amounts([units.get_currency_model()])
    if kind == "measures":
        percentages = NumberRecognizer(Culture.Chinese).get_percentage_model()
        return _amounts([units.get_dimension_model(), units.get_temperature_model(), percentages])
    return _dates(DateTimeRecognizer(Culture.Chinese).get_datetime_model())


def _amounts(models: list[Any]) -> Reader:
    def read(text: str, day: date) -> list[Find]:
        found = {}
        for model in models:
            for each in model.parse(text):
                value = each.resolution.get("value")
                if value is not None:  # it may find one amount twice
                    found[each.start, each.end] = _amount(each, value)
        return list(found.values())

    return read


def _amount(each: Any, value: str) -> Find:
    return {
        "start": each.start,
        "end": each.end + 1,
        "values": [value.rstrip("%")],
        "loose": False,
    }


def _dates(model: Any) -> Reader:
    """Days and periods. Lengths, times of day and what comes again end on no day."""

    def read(text: str, day: date) -> list[Find]:
        reference = datetime.combine(day, time.min)
        found = [
            {"start": each.start, "end": each.end + 1, "days": _days(each.resolution["values"])}
            for each in model.parse(text, reference)
            if each.resolution
        ]
        return [each for each in found if each["days"]]

    return read


def _days(values: list[dict[str, str]]) -> list[str]:
    """The last day of every reading that it offers; where it says `end`, the day is past it."""
    days = []
    for value in values:
        if value["type"] in ("daterange", "datetimerange") and "end" in value:
            end = date.fromisoformat(value["end"][:10])
            days += [end.isoformat(), (end - timedelta(days=1)).isoformat()]
        elif value["type"] in ("date", "datetime") and "value" in value:
            days.append(value["value"][:10])
    return days


if __name__ == "__main__":
    serve(prepare)
