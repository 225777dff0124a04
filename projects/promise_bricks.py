"""Promises as bricks: one brick, one promise; its fill says what came of it.

Kept is solid, to come an outline, overdue hatched. Colours come from the style sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from projects.bricks import hatch
from projects.presenting import STANDINGS
from projects.promises import Month, Promise


class Size(NamedTuple):
    """How bricks are laid: so many in a course, so wide and high, so far from one another."""

    per_course: int
    width: int
    height: int
    gap: int


# How far every second course of a column is shifted, and how far the line of today stands out.
SHIFT, TODAY = 4, 22
WALL, SMALL_WALL = Size(16, 44, 21, 3), Size(12, 26, 17, 2)
COLUMN, LINE = Size(3, 21, 8, 3), Size(12, 16, 11, 3)
ROW, BESIDE = Size(40, 22, 11, 2), Size(11, 24, 12, 3)


def promise_brick(x: int, y: int, size: Size, standing: str) -> SafeString:
    """A brick as the legend explains it: outlines lie inside, so that all are of one size."""
    width, height = size.width, size.height
    inside = x + 0.5, y + 0.5, width - 1, height - 1
    box = format_html('<rect x="{}" y="{}" width="{}" height="{}"/>', *inside)
    return format_html('<g class="is-{}">{}{}</g>', standing, box, _sign(x, y, size, standing))


def _sign(x: int, y: int, size: Size, standing: str) -> SafeString:
    middle, half = x + size.width // 2, y + size.height // 2
    reach = max(2, size.height // 5)
    if standing in {"overdue", "met_late"}:
        return hatch(x, y, size.width, size.height)
    if standing == "missed":
        cross = "M{} {}l{r} {r}m0-{r}l-{r} {r}"
        place = middle - reach, half - reach
        return format_html('<path class="sign" d="{}"/>', cross.format(*place, r=2 * reach))
    if standing == "revised":
        arrow = f"M{middle - 2 * reach} {half}h{4 * reach}m-{reach}-{reach}l{reach} {reach}"
        return format_html('<path class="sign" d="{}l-{} {}"/>', arrow, reach, reach)
    return mark_safe("")


def wall(promises: Sequence[Promise], size: Size, *, linked: bool) -> SafeString:
    """Promises in running bond, half bricks closing the courses; each a link to its sentence."""
    step, rise = size.width + size.gap, size.height + size.gap
    half = size.width // 2
    courses = -(-len(promises) // size.per_course)
    bricks = []
    for number, promise in enumerate(promises):
        course, place = divmod(number, size.per_course)
        x = place * step + (course % 2) * (half + size.gap)
        drawn = promise_brick(x, course * rise, size, promise.standing)
        bricks.append(_linked(drawn, promise) if linked else drawn)
    for course in range(courses):
        if course % 2 == 0 and (course + 1) * size.per_course > len(promises):
            continue  # nothing reaches the end that a half brick would close
        x = 0 if course % 2 else size.per_course * step
        ends = x, course * rise, half, size.height
        bricks.append(
            format_html('<rect class="end" x="{}" y="{}" width="{}" height="{}"/>', *ends)
        )
    width = size.per_course * step + half
    return _svg("wall", bricks, width, max(1, courses) * rise - size.gap, hidden=not linked)


def _linked(drawn: SafeString, promise: Promise) -> SafeString:
    address, said = promise.target.evidence.get_absolute_url(), promise.summary
    return format_html('<a href="{}"><title>{}</title>{}</a>', address, said, drawn)


def column(month: Month, months: Sequence[Month]) -> SafeString:
    """A month of the calendar from the ground up; a line for today stands above all months."""
    drawn = list(_laid(month.promises, COLUMN))
    width, height = _extent(month.promises, COLUMN)
    if month.today is not None:
        highest = max(_extent(each.promises, COLUMN)[1] for each in months)
        x, y = round(min(1, month.today.day / 31) * width), height - highest - TODAY
        # Before the line; behind it where the page begins before the words.
        words = (x + 6, "start") if month.number < 3 else (x - 6, "end")
        drawn.append(
            format_html(
                '<g class="today"><path d="M{} {}V{}"/><text x="{}" y="{}" text-anchor="{}">'
                "今天{}月{}日</text></g>",
                *(x, y, height, words[0], y + 12, words[1]),
                *(month.number, month.today.day),
            )
        )
    return _svg("stack", drawn, width, height, hidden=True)


def stack(promises: Sequence[Promise], size: Size) -> SafeString:
    """Bricks in rows as they are read, those of a month or of a department."""
    return _svg("stack", list(_laid(promises, size)), *_extent(promises, size), hidden=True)


def _extent(promises: Sequence[Promise], size: Size) -> tuple[int, int]:
    courses = max(1, -(-len(promises) // size.per_course))
    step, rise = size.width + size.gap, size.height + size.gap
    width = min(size.per_course, max(1, len(promises))) * step
    return (size.per_course * step + SHIFT if size == COLUMN else width), courses * rise


def _laid(promises: Sequence[Promise], size: Size) -> Iterator[SafeString]:
    """The bricks: a column grows from the ground in running bond, rows go on below."""
    step, rise = size.width + size.gap, size.height + size.gap
    height = _extent(promises, size)[1]
    for number, promise in enumerate(promises):
        course, place = divmod(number, size.per_course)
        x, y = place * step, course * rise
        if size == COLUMN:
            x, y = x + course % 2 * SHIFT, height - y - rise
        yield promise_brick(x, y, size, promise.standing)


def sample(standing: str) -> SafeString:
    """The brick of the legend."""
    return _svg("sample", [promise_brick(0, 0, Size(1, 24, 12, 0), standing)], 24, 12, hidden=True)


def _svg(
    name: str, drawn: list[SafeString], width: int, height: int, *, hidden: bool
) -> SafeString:
    told = mark_safe(' aria-hidden="true"') if hidden else mark_safe(' role="group"')
    return format_html(
        '<svg class="promise-bricks promise-{}" viewBox="0 0 {} {}" width="{}" height="{}"{}>{}'
        "</svg>",
        name,
        *(width, height, width, height),
        told,
        format_html_join("", "{}", ((each,) for each in drawn)),
    )


def words_of(promises: Sequence[Promise]) -> str:
    """已兑现3，已逾期1: what a picture of bricks shows."""
    standings = [each.standing for each in promises]
    counted = [(word, standings.count(key)) for key, word in STANDINGS.items()]
    return "，".join(f"{word}{count}" for word, count in counted if count)
