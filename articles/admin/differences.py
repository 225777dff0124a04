"""In what two states of an article differ, field by field and picture by picture, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.forms.formsets import DEFAULT_MAX_NUM
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.comparing import Row, compare
from articles.fields import clean_html
from articles.models import Article, Photo
from articles.plain import body_lines

# The label of a field and its two values, level with each other.
Difference = tuple[str, list[Row]]

# More rows than any form of pictures sends, as Django has it (`DEFAULT_MAX_NUM` and as many more).
MOST_ROWS = 2 * DEFAULT_MAX_NUM
OF_PHOTO = ("caption", "credit", "alt", "focus_x", "focus_y", "order")


def compared_fields(old: Any, new: dict[str, Any], names: Iterable[str]) -> list[Difference]:
    """The fields of an article that differ; `old` is it, or a version of it."""
    found = []
    for name in names:
        before, after = _both(name, _value(old, name), new.get(name))
        if before != after:
            found.append((_label(Article, name), compare(before, after)))
    return found


def rows_sent(sent: Any, name: str) -> int:
    """How many rows of pictures a browser says it sent; 0 where no form has so many: Django says
    what is wrong then.
    """
    text = sent.get(f"photos-{name}_FORMS") or ""
    number = int(text) if text.isdecimal() and len(text) <= len(str(MOST_ROWS)) else 0
    return number if number <= MOST_ROWS else 0


def compared_photos(stored: Article, sent: Any, files: Any) -> list[Difference]:
    """What a save of these rows would change in the pictures as they are stored.

    `sent` and `files` are what the browser sent of the table of pictures. A picture that was added
    since the page was opened is in no row and stays as it is.
    """
    found: list[Difference] = []
    known = {str(photo.pk): photo for photo in stored.photos.all()}
    for row in range(rows_sent(sent, "TOTAL")):
        prefix = f"photos-{row}-"
        typed = {name: sent[prefix + name] for name in OF_PHOTO if prefix + name in sent}
        photo, file = known.get(sent.get(f"{prefix}id", "")), files.get(f"{prefix}image")
        label = _("picture {}").format(row + 1)
        given_up = f"{prefix}DELETE" in sent
        if photo is None or given_up:
            before = str(photo) if photo else ""
            after = "" if given_up else typed.get("caption") or (file.name if file else "")
            found += [(label, compare(before, after))] if before != after else []
            continue
        found += [(f"{label} {name}", rows) for name, rows in _in_row(photo, typed, file)]
    return found


def _in_row(photo: Photo, typed: dict[str, Any], file: Any) -> list[Difference]:
    pairs = [(_label(Photo, name), getattr(photo, name), typed[name]) for name in typed]
    if file:
        pairs.append((_label(Photo, "image"), photo.image.name, file.name))
    words = ((label, *_as_typed(old, new)) for label, old, new in pairs)
    return [(label, compare(old, new)) for label, old, new in words if old != new]


def _as_typed(stored: Any, typed: str) -> tuple[str, str]:
    """Both as text; of numbers the values count, not how they were written: 0.50 is 0.5."""
    if isinstance(stored, (int, float)):
        try:
            return f"{stored:g}", f"{float(typed):g}"
        except ValueError:
            return f"{stored:g}", typed
    return str(stored or "").strip(), typed.strip()


def _value(article: Any, name: str) -> Any:
    value = getattr(article, name)
    return value.all() if hasattr(value, "all") else value


def _both(name: str, old: Any, new: Any) -> tuple[str, str]:
    before, after = _words(name, old), _words(name, new)
    if name == "body" and before == after:
        # The same words: what differs is how they are set, or where a link leads.
        return clean_html(old or ""), clean_html(new or "")
    return before, after


def _words(name: str, value: Any) -> str:
    """A value as it is read: the body without its tags, records by their names."""
    if name == "body":
        return "\n".join(body_lines(value or ""))
    if isinstance(value, (list, tuple, QuerySet)):
        return "、".join(sorted(map(str, value)))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return f"{localtime(value):%Y-%m-%d %H:%M}"
    choices = dict(getattr(Article._meta.get_field(name), "flatchoices", None) or ())
    return str(choices.get(value, "" if value is None else value))


def _label(model: type[Article] | type[Photo], name: str) -> str:
    field = model._meta.get_field(name)
    return str(getattr(field, "verbose_name", name))
