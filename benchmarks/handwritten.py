"""What a page would cost if its view were written by hand around one query.

`/handwritten/<address>` renders the same template to the same bytes, under the same middleware,
as `/<address>`: everything that the real view read is held in memory from one first rendering,
and each request makes one query, for the page's main rows without their long texts (the article
page: for the article). It stores no fragment and keeps nothing under a stamp: the whole template is
rendered from the held objects every time. What the real view leaves out of that work because a
stored fragment is there counts for the real view; `bench_site.py` prints without fragments too.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from articles import fragments, stamp
from articles.chrome import site_of
from articles.models import Article
from projects.models import Project

# The functions through which templates ask the database.
ASKED = [
    ("projects.templatetags.ledger", "facts_of"),
    ("projects.templatetags.ledger", "lines_of"),
    ("projects.templatetags.ledger", "_read_band"),
    ("projects.templatetags.coverage", "others_about"),
    ("projects.templatetags.coverage", "projects_led_by"),
]


@dataclass
class Held:
    """One page as it was first rendered, and the one query of its hand-written view."""

    template: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    site: Any = None
    answers: dict[str, list[Any]] = field(default_factory=dict)
    rows: QuerySet[Any] | None = None


_now = threading.local()
_pages: dict[str, Held] = {}


def handwritten(request: HttpRequest, address: str) -> HttpResponse:
    query = request.META["QUERY_STRING"]
    request.path = request.path_info = f"/{address}"
    held = _pages.get(f"{address}?{query}") or _first(request, f"{address}?{query}")
    return _replay(request, held)


def _replay(request: HttpRequest, held: Held) -> HttpResponse:
    assert held.rows is not None
    list(held.rows.all())
    request._site, request._stamp = held.site, None  # type: ignore[attr-defined]
    with _mode("replay", held):
        return HttpResponse(get_template(held.template).render(dict(held.context), request))


def _first(request: HttpRequest, key: str) -> Held:
    """Render the page by its real view once, and keep what it was made of."""
    held = Held()
    stamp._kept.clear()  # so that everything is asked for
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
    held.site = site_of(request)
    held.rows = _main_rows(held.context)
    with CaptureQueriesContext(connection) as asked:
        _replay(request, held)
    if len(asked) != 1:
        raise RuntimeError(f"{key}: a hand-written view makes one query, not {len(asked)}")
    _pages[key] = held
    return held


def _main_rows(context: dict[str, Any]) -> QuerySet[Any]:
    if "article" in context:
        return Article.objects.filter(pk=context["article"].pk)
    if "dossier" in context:
        return Project.objects.filter(pk=context["project"].pk)
    if "lines" in context:
        return Project.objects.filter(pk__in=[line["project"].pk for line in context["lines"]])
    if "front" in context:
        front = context["front"]
        blocks = [row for block in front.blocks for row in (block.first, *block.lines)]
        rows = [front.lead, *front.cards, *front.lines, *blocks]
    else:
        rows = context["articles"] if "articles" in context else context["page"].articles
    return Article.objects.filter(pk__in=[row.pk for row in rows]).defer("body", "plain")


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


def _unless_replaying(stored: Callable[..., Any]) -> Callable[..., Any]:
    def render(make: Callable[..., Any], *shown: Any) -> Any:
        replaying = getattr(_now, "mode", "") == "replay"
        return make(*shown) if replaying else stored(make, *shown)

    return render


for _module, _name in ASKED:
    _room = import_module(_module)
    setattr(_room, _name, _held(f"{_module}.{_name}", getattr(_room, _name)))
fragments._stored = _unless_replaying(fragments._stored)  # type: ignore[assignment]
