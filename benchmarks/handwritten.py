"""What a page would cost if its view were written by hand around one query.

`/handwritten/<address>` renders the same template to the same bytes, under the same middleware,
as `/<address>`: everything that the real view read is held in memory from one first rendering,
and each request makes one query, for the page's main rows. The real view is then measured
against this floor.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.urls import resolve

# The functions through which templates and context ask the database.
ASKED = [
    ("pingyao_cms.context", "site_of"),
    ("projects.templatetags.ledger", "facts_of"),
    ("projects.templatetags.ledger", "attach"),
    ("projects.templatetags.ledger", "attach_ledger_lines"),
    ("projects.ledger", "stored_county_sums"),
]


@dataclass
class Held:
    """One page as it was first rendered."""

    template: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, list[Any]] = field(default_factory=dict)
    rows: list[Model] = field(default_factory=list)


_now = threading.local()
_pages: dict[str, Held] = {}


def handwritten(request: HttpRequest, address: str) -> HttpResponse:
    query = request.META["QUERY_STRING"]
    request.path = request.path_info = f"/{address}"
    held = _pages.get(f"{address}?{query}") or _first(request, f"{address}?{query}")
    if held.rows:
        model = type(held.rows[0])
        list(model._default_manager.filter(pk__in=[row.pk for row in held.rows]))
    with _mode("replay", held):
        return HttpResponse(get_template(held.template).render(dict(held.context), request))


def _first(request: HttpRequest, key: str) -> Held:
    """Render the page by its real view once, and keep what it was made of."""
    held = Held()
    match = resolve(request.path_info)
    module = import_module(match.func.__module__)
    original = module.render

    def keeping(request: HttpRequest, template: str, context: dict[str, Any], **kwargs: Any) -> Any:
        held.template, held.context = template, context
        return original(request, template, context, **kwargs)

    module.render = keeping
    try:
        with _mode("record", held):
            match.func(request, *match.args, **match.kwargs)
    finally:
        module.render = original
    held.rows = _main_rows(held.context)
    _pages[key] = held
    return held


def _main_rows(context: dict[str, Any]) -> list[Model]:
    for value in context.values():
        if isinstance(value, Model):
            return [value]
    page = context.get("page")
    return list(getattr(page, "articles", None) or getattr(page, "projects", None) or [])


@contextmanager
def _mode(name: str, held: Held) -> Iterator[None]:
    _now.mode, _now.held, _now.places = name, held, {}
    try:
        yield
    finally:
        _now.mode = ""


def _held(name: str, asked: Callable[..., Any]) -> Callable[..., Any]:
    def ask(*args: Any, **kwargs: Any) -> Any:
        mode = getattr(_now, "mode", "")
        if mode == "replay" and name in _now.held.answers:
            place = _now.places.get(name, 0)
            _now.places[name] = place + 1
            answers = _now.held.answers[name]
            return answers[min(place, len(answers) - 1)]
        answer = asked(*args, **kwargs)
        if mode == "record":
            _now.held.answers.setdefault(name, []).append(answer)
        return answer

    return ask


for _module, _name in ASKED:
    _room = import_module(_module)
    if hasattr(_room, _name):
        setattr(_room, _name, _held(f"{_module}.{_name}", getattr(_room, _name)))
