"""Promises as bricks: one brick, one promise; its fill says what came of it.

Kept is solid, to come an outline, overdue hatched. Colours come from the style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from projects.bricks import hatch
from projects.presenting import STANDINGS
from projects.promises import Promise


class Size(NamedTuple):
    """How bricks are laid: so many in a course, so wide and high, so far from one another."""

    per_course: int
    width: int
    height: int
    gap: int


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


def stack(promises: Sequence[Promise], size: Size, today: float | None = None) -> SafeString:
    """Bricks in courses from the ground up, those of a month or of a department."""
    step, rise = size.width + size.gap, size.height + size.gap
    courses = max(1, -(-len(promises) // size.per_course))
    bonded = size.per_course == COLUMN.per_course
    height = courses * rise
    bricks = []
    for number, promise in enumerate(promises):
        course, place = divmod(number, size.per_course)
        x = place * step + (course % 2) * (4 if bonded else 0)
        bricks.append(promise_brick(x, height - (course + 1) * rise, size, promise.standing))
    width = min(size.per_course, max(1, len(promises))) * step if not bonded else 3 * step + 4
    if today is not None:
        at = round(today * width)
        bricks.append(format_html('<path class="today" d="M{} 0V{}"/>', at, height))
    return _svg("stack", bricks, width, height, hidden=True)


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
