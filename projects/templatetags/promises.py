"""Promises as bricks on pages: the wall, the months, a department's row, the legend."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.stamp import kept, stamp_of
from departments.models import Department
from projects import promise_bricks as drawing
from projects.presenting import WAITING
from projects.promises import Month, Promise, all_promises, promises_address

register = template.Library()
NAMED = 3


@register.simple_tag
def promise_wall(promises: Sequence[Promise]) -> SafeString:
    """The wall with links for wide screens, and as one picture for narrow ones."""
    wide = drawing.wall(promises, drawing.WALL, linked=True)
    return format_html("{}{}", wide, drawing.wall(promises, drawing.SMALL_WALL, linked=False))


@register.simple_tag
def wall_picture(promises: Sequence[Promise]) -> SafeString:
    """The wall as a picture alone, for wide screens and for narrow ones."""
    sizes = (drawing.WALL, drawing.SMALL_WALL)
    return format_html_join("", "{}", ((drawing.wall(promises, s, linked=False),) for s in sizes))


@register.simple_tag
def month_bricks(month: Month, months: Sequence[Month]) -> SafeString:
    """A month among its year: a column for wide screens, rows for narrow ones."""
    wide, narrow = drawing.column(month, months), drawing.stack(month.promises, drawing.LINE)
    return format_html('<span class="wide">{}</span><span class="narrow">{}</span>', wide, narrow)


@register.simple_tag
def row_bricks(promises: Sequence[Promise]) -> SafeString:
    return drawing.stack(promises, drawing.ROW)


@register.simple_tag
def brick_sample(standing: str) -> SafeString:
    return drawing.sample(standing)


@register.filter
def brick_words(promises: Sequence[Promise]) -> str:
    return drawing.words_of(promises)


@register.inclusion_tag("projects/_department_promises.html", takes_context=True)
def department_promises(context: Context, department: Department) -> dict[str, object]:
    """The promises of a department as bricks, those that fall due next or are overdue in words."""
    every = kept("promises", stamp_of(context["request"]), all_promises)
    own = [each for each in every if each.lead == department.slug]
    waiting = [each for each in own if each.standing in WAITING]
    return {
        "promises": own,
        "waiting": waiting[:NAMED],
        "address": promises_address(lead=department.slug),
    }


@register.simple_tag
def pile_of_bricks(promises: Sequence[Promise]) -> SafeString:
    return drawing.stack(promises, drawing.BESIDE)
