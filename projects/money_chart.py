"""What was said of a project's money, on a line of time: the total as steps, completion as bricks.

The drawing is for the eye alone; the table beneath it holds the same values. Positions are whole
pixels for a drawing of a given width.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from projects.presenting import Figure

WIDE, MIDDLE, NARROW = 1200, 786, 342
HEIGHT, BASE, TOP = 240, 212, 46
# Where names stand at the ends of the lines.
NAMES = 152
COURSE, COLUMN = 10, 34
# So far apart are columns, their numbers, the sums at the steps, and the years.
APART, NUMBERS, SUMS, YEARS = 40, 68, 120, 44


@dataclass(frozen=True)
class Point:
    """A sum in yuan on the day for which it was said."""

    day: date
    amount: Decimal
    figure: Figure


@dataclass(frozen=True)
class Label:
    x: int
    y: int
    text: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Drawing:
    """`path` goes as far as today, `onward` beyond; `bricks` are the outlines of all columns."""

    width: int
    right: int
    names: bool
    path: str
    onward: str
    steps: list[tuple[int, int]]
    sums: list[Label]
    bricks: str
    numbers: list[Label]
    levels: list[Label]
    years: list[Label]
    today_x: int
    total_y: int
    done_y: int
    height: int = HEIGHT
    base: int = BASE


@dataclass(frozen=True)
class Chart:
    """Totals in the order in which they were said, each another than the one before."""

    totals: Sequence[Point]
    done: Sequence[Point]
    today: date

    @property
    def wide(self) -> Drawing:
        return _draw(self, WIDE)

    @property
    def middle(self) -> Drawing:
        return _draw(self, MIDDLE)

    @property
    def narrow(self) -> Drawing:
        return _draw(self, NARROW)


def chart_of(totals: Sequence[Point], done: Sequence[Point], today: date) -> Chart | None:
    """Nothing to draw where there is no total, or one sum alone."""
    changes = [
        point
        for before, point in zip([None, *totals], totals, strict=False)
        if before is None or before.amount != point.amount
    ]
    if not changes or len(changes) + len(done) < 2:
        return None
    return Chart(changes, done, today)


class _Scale:
    """Days to x and yuan to y."""

    def __init__(self, chart: Chart, width: int) -> None:
        days = [point.day for point in (*chart.totals, *chart.done)] + [chart.today]
        self.first, self.last = min(days), max(days)
        self.left = COLUMN
        self.right = width - (NAMES if width > NARROW else 0)
        # A seventh of the time is left for what is to come.
        self._wide = (self.right - self.left) * 6 / 7 / max(1, (self.last - self.first).days)
        self.highest = max(point.amount for point in (*chart.totals, *chart.done))

    def x(self, day: date) -> int:
        return round(self.left + (day - self.first).days * self._wide)

    def y(self, amount: Decimal) -> int:
        return round(BASE - (BASE - TOP) * float(amount / self.highest))


def _draw(chart: Chart, width: int) -> Drawing:
    scale = _Scale(chart, width)
    today_x = scale.x(chart.today)
    steps = [(scale.x(point.day), scale.y(point.amount)) for point in chart.totals]
    (first_x, first_y), (last_x, total_y) = steps[0], steps[-1]
    here = max(today_x, last_x)
    path = f"M{first_x} {first_y}" + "".join(f"H{x}V{y}" for x, y in steps[1:]) + f"H{here}"
    columns = _columns(chart.done, scale)
    tops = [scale.y(point.amount) for _, point in columns]
    return Drawing(
        width=width,
        right=scale.right,
        names=width > NARROW,
        path=path,
        onward=f"M{here} {total_y}H{scale.right}",
        steps=steps,
        sums=list(_sums(chart.totals, steps, scale.right, wide=width > NARROW)),
        bricks="".join(_bricks(x, top) for (x, _), top in zip(columns, tops, strict=True)),
        numbers=list(_numbers(columns, tops, steps)),
        levels=list(_levels(scale)),
        years=_years(scale),
        today_x=today_x,
        total_y=total_y,
        done_y=max(tops[-1], total_y + 24) if tops else 0,
    )


def _columns(done: Sequence[Point], scale: _Scale) -> list[tuple[int, Point]]:
    """The columns that have room beside one another, the newest first asked; by day."""
    kept: list[tuple[int, Point]] = []
    for point in sorted(done, key=lambda each: each.day, reverse=True):
        x = scale.x(point.day)
        if not kept or kept[-1][0] - x >= APART:
            kept.append((x, point))
    return kept[::-1]


def _bricks(x: int, top: int) -> str:
    """A column around `x` in running bond, one course for every ten pixels, at least one."""
    left, path = x - COLUMN // 2, ""
    for course in range(max(1, round((BASE - top) / COURSE))):
        y = BASE - (course + 1) * COURSE + 1
        pieces = ((0, 7), (9, 16), (27, 7)) if course % 2 else ((0, 16), (18, 16))
        path += "".join(f"M{left + at} {y}h{wide}v8h-{wide}z" for at, wide in pieces)
    return path


def _numbers(
    columns: Sequence[tuple[int, Point]], tops: Sequence[int], steps: Sequence[tuple[int, int]]
) -> Iterator[Label]:
    """What a column is worth, on top of it; above the line of the total where it would touch it."""
    following = None
    for (x, point), top in list(zip(columns, tops, strict=True))[::-1]:
        if following is None or following - x >= NUMBERS:
            line = next((y for at, y in steps[::-1] if at <= x), steps[0][1])
            text = str(point.figure).removesuffix("元")
            yield Label(x, line - 10 if abs(top - line) < 24 else top - 8, text)
            following = x


def _sums(
    totals: Sequence[Point], steps: Sequence[tuple[int, int]], right: int, *, wide: bool
) -> Iterator[Label]:
    """The total at the steps that have room, the newest first asked; one of them says its name.

    The first stands above the line, the others below it.
    """
    last = len(steps) - 1
    following = steps[last][0] + SUMS
    for number in range(last, -1, -1):
        x, y = steps[number]
        is_named = number == (0 if wide else last)
        if following - x < (SUMS if is_named else NUMBERS):
            continue
        following = x
        text = f"{'总投资' if is_named else ''}{totals[number].figure}"
        if number == 0:
            yield Label(x - 4, y - 12, text, "start")
        elif x + SUMS > right:
            yield Label(x - 8, y + 24, text, "end")
        else:
            yield Label(x + 8, y + 24, text, "start")


def _levels(scale: _Scale) -> Iterator[Label]:
    """Round sums as lines, at most four: 5000万 and 1亿 under 1.48亿."""
    unit = Decimal(10) ** scale.highest.adjusted()
    steps = (unit * part for part in (Decimal("0.2"), Decimal("0.5"), 1, 2, 5))
    step = next(step for step in steps if scale.highest / step <= 4)
    level = step
    while level < scale.highest:
        yield Label(0, scale.y(level), _short(level), "start")
        level += step


def _short(amount: Decimal) -> str:
    for unit, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if amount >= unit:
            return f"{(amount / unit).normalize():f}{word}"
    return f"{amount.normalize():f}"


def _years(scale: _Scale) -> list[Label]:
    """The first days of years, and the year in which it begins; those that have room for a word."""
    begins = [(scale.left - COLUMN // 2, scale.first.year)]
    later = range(scale.first.year + 1, scale.last.year + 2)
    begins += [(scale.x(date(year, 1, 1)), year) for year in later]
    kept: list[Label] = []
    for x, year in begins[::-1]:
        if x <= scale.right - YEARS and (not kept or kept[-1].x - x >= YEARS):
            kept.append(Label(x, BASE, str(year), "start"))
    return kept[::-1]
