"""Bricks as SVG: laid is solid, to come is an outline, halted is hatched.

Coordinates are whole pixels, so that bricks are sharp; colours come from the style sheet.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from projects.models import Project, Stage
from projects.presenting import stage_words

STAGE_BRICKS = 5
BRICK, GAP, HEIGHT = 22, 2, 10
COURSE_WIDTH, COURSE_BRICK = 348, 16


def brick(x: int, y: int, width: int, height: int, kind: str) -> SafeString:
    """One brick: `laid`, `open` or `halted`. Outlines lie inside, so all are of one size."""
    if kind == "laid":
        return format_html(
            '<rect class="laid" x="{}" y="{}" width="{}" height="{}"/>', x, y, width, height
        )
    outline = format_html(
        '<rect class="{}" x="{}.5" y="{}.5" width="{}" height="{}"/>',
        kind,
        x,
        y,
        width - 1,
        height - 1,
    )
    return outline + hatch(x, y, width, height) if kind == "halted" else outline


def hatch(x: int, y: int, width: int, height: int) -> SafeString:
    """Slanting strokes inside a brick, drawn singly because a pattern needs an id in the page."""
    strokes = "".join(
        f"M{x + left} {y + height - 1}l{height - 2}-{height - 2}"
        for left in range(1, width - height + 2, 6)
    )
    return format_html('<path class="hatch" d="{}"/>', strokes)


def stage_bricks(project: Project) -> SafeString:
    """Five bricks, 118 × 10; the next brick of a stalled project is hatched."""
    laid = project.laid
    kinds = ["laid" if index < laid else "open" for index in range(STAGE_BRICKS)]
    if project.stage == Stage.STALLED and laid < STAGE_BRICKS:
        kinds[laid] = "halted"
    drawn = format_html_join(
        "",
        "{}",
        ((brick(i * (BRICK + GAP), 0, BRICK, HEIGHT, kind),) for i, kind in enumerate(kinds)),
    )
    return format_html(
        '<svg class="bricks" viewBox="0 0 118 10" width="118" height="10" role="img" '
        'aria-label="{}，五块砖已砌{}块">{}</svg>',
        stage_words(project.stage),
        laid,
        drawn,
    )


def share_bricks(share: float) -> SafeString:
    """Two courses in running bond, laid up to `share` (0 to 1) of their length."""
    drawn = format_html_join("", "{}", ((each,) for each in _courses(share)))
    return format_html(
        '<svg class="bricks" viewBox="0 0 {} 18" width="{}" height="18" role="img" '
        'aria-label="已砌{}%">{}</svg>',
        COURSE_WIDTH,
        COURSE_WIDTH,
        round(share * 100),
        drawn,
    )


def _courses(share: float) -> Iterator[SafeString]:
    step = COURSE_BRICK + GAP
    for course, shift in enumerate((0, step // 2)):
        for x in range(shift, COURSE_WIDTH - COURSE_BRICK + 1, step):
            laid = (x + COURSE_BRICK / 2) <= share * COURSE_WIDTH
            yield brick(x, course * 10, COURSE_BRICK, 8, "laid" if laid else "open")


PILE_BRICK, PILE_HEIGHT, PER_COURSE = 12, 4, 4


def pile(count: int, halted: bool = False) -> SafeString:
    """One small brick for each of `count` projects, four in a course, courses shifted by half."""
    courses = -(-count // PER_COURSE)
    height = max(1, courses) * (PILE_HEIGHT + 1)
    rects = []
    for index in range(count):
        course, place = divmod(index, PER_COURSE)
        x = place * (PILE_BRICK + 1) + (course % 2) * 4
        y = height - (course + 1) * (PILE_HEIGHT + 1)
        rects.append((x, y, PILE_BRICK, PILE_HEIGHT))
    drawn = format_html_join("", '<rect x="{}" y="{}" width="{}" height="{}"/>', rects)
    return format_html(
        '<svg class="pile{}" viewBox="0 0 56 {}" width="56" height="{}" aria-hidden="true">{}'
        "</svg>",
        " halted" if halted else "",
        height,
        height,
        drawn,
    )
