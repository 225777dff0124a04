"""What is found in a text: a typed value, its exact place, its printed form, never a bare number.

`start` and `end` count characters of the text that was given; `text[start:end]` is `text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Find:
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Amount(Find):
    """A number with its unit. `value` is None where the print cannot be read: `reason` says why.

    Money of China is in yuan with `currency` CNY; foreign money keeps its number in `value` and
    is never converted. `kind` is a section of `data/units.txt`; `per` is 年 or 日 for a rate.
    """

    value: Decimal | None
    unit: str
    kind: str
    comparator: str = "="
    value_to: Decimal | None = None
    currency: str = ""
    per: str = ""
    measure: str = "none"
    reason: str = ""


@dataclass(frozen=True)
class DateFind(Find):
    """A date or a period. `due_on` is its last day where something is due by it, else None.

    `precision` is day, ten-days, month, quarter, half-year, year, five-year or season;
    `first` and `last` bound the period where it can be placed at all.
    """

    first: date | None
    last: date | None
    precision: str
    is_due: bool
    reason: str = ""

    @property
    def due_on(self) -> date | None:
        """The day by which something is due."""
        return self.last if self.is_due else None
