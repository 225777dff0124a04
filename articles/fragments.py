"""Stored fragments: pieces of a page rendered once and kept under all that they show.

The key of a fragment is what it is rendered from, and it is given nothing else. So nothing ever
has to be thrown away: a changed headline is another key, and what is not public any more is not
asked for. Each process keeps its own, the least used go first. `docs/speed.md` names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, TypeVar, cast

from django.conf import settings
from django.db.models import Model, QuerySet
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

MOST = 2048
T = TypeVar("T")


def stored(make: Callable[..., T], *shown: Hashable) -> T:
    """`make(*shown)`, remembered. `make` is pure: it asks no database, no clock, no request."""
    return cast(T, _stored(make, *shown))


@lru_cache(maxsize=MOST)
def _stored(make: Callable[..., Any], *shown: Hashable) -> Any:
    return make(*shown)


def forget_all() -> None:
    """For tests and measurements: nothing else needs it."""
    _stored.cache_clear()


def render_fragment(template: str, shown: dict[str, Any]) -> SafeString:
    """A template that knows only what is `shown`: frozen values, never records.

    Two records are equal when their keys are, whatever they say: they would bring back old text.
    """
    for name, value in shown.items():
        if isinstance(value, Model | QuerySet):
            raise TypeError(f"{template}: {name} is a record and cannot be a key")
    if settings.DEBUG:  # a template that is being written changes between two requests
        return _render(template, *shown.items())
    return stored(_render, template, *shown.items())


def _render(template: str, *shown: tuple[str, Any]) -> SafeString:
    # A template's output is escaped; rendering through the engine loses that mark.
    return mark_safe(get_template(template).render(dict(shown)))  # noqa: S308
