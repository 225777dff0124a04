"""Fields of ours: text that is cleaned on its way in, and moments by the newsroom's clock."""

from __future__ import annotations

import re
from typing import Any

from django.db import models
from django_prose_editor.fields import ProseEditorField, create_sanitizer

from articles import clock
from articles.links import with_schemes, with_whole_links

EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Heading": {"levels": [2]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "HardBreak": True,
    "History": True,
    "Pasting": True,
}

_sanitize = create_sanitizer(EXTENSIONS)
# The heads of a word processor and of the web: ours have one level.
_HEADING = re.compile(r"(</?)h[13-6](?=[\s>])", re.IGNORECASE)
# The blanks that a paragraph begins with, and the tags that stand before or between them.
_BEGINNING = re.compile(r"(?<=<p>)(?:\s|&nbsp;|</?(?:strong|a)\b[^>]*>)+")
_TAG_OR_BLANK = re.compile(r"(<[^>]*>)|\s|&nbsp;")


def safe_html(html: str) -> str:
    """What the editor knows and nothing else; links stand in it as they were typed.

    >>> safe_html("<h1>早市</h1><h3>搬家</h3>")
    '<h2>早市</h2><h2>搬家</h2>'
    """
    return _sanitize(with_schemes(_HEADING.sub(r"\1h2", html)))


def clean_html(html: str) -> str:
    """Safe HTML with whole links, and without blanks at the beginning of a paragraph.

    A word processor indents by full-width or unbreakable blanks; our pages indent by themselves.

    >>> clean_html("<p>\u3000\u3000早市<strong>搬家</strong>。</p>")
    '<p>早市<strong>搬家</strong>。</p>'
    """
    return _BEGINNING.sub(
        lambda found: _TAG_OR_BLANK.sub(lambda one: one[1] or "", found[0]),
        with_whole_links(safe_html(html)),
    )


class CleanHTMLField(ProseEditorField):
    """HTML that is cleaned on its way to the database.

    Forms clean too, but `create()`, `bulk_create()`, `update()`, `loaddata` and imports all
    pass `get_prep_value`, so this is the one place that no writer can go around.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("extensions", EXTENSIONS)
        kwargs.setdefault("sanitize", True)
        super().__init__(*args, **kwargs)

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return clean_html(value) if value else value


class StampField(models.DateTimeField):
    """`auto_now` and `auto_now_add` by the clock of the site, so that a stopped day is one day."""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        if not (self.auto_now or (self.auto_now_add and add)):
            return super().pre_save(model_instance, add)
        moment = clock.now()
        setattr(model_instance, self.attname, moment)
        return moment
