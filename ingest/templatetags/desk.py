"""Links inside the review desk."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext_lazy

from ingest.desk_place import Place
from ingest.seam_words import seam_words

register = template.Library()
register.filter("seam_words", seam_words)

# The sign of each kind of fact, one character in every language, and the word that explains it.
LETTERS = {
    "money": ("钱", gettext_lazy("Money")),
    "due": ("期", gettext_lazy("Due date")),
    "target": ("标", gettext_lazy("Target")),
    "step": ("步", gettext_lazy("Step of a project")),
    "project": ("项", gettext_lazy("Project")),
    "department": ("部", gettext_lazy("Department")),
}


@register.filter
def letter(kind: str) -> str:
    return LETTERS[kind][0] if kind in LETTERS else ""


@register.filter
def letter_word(kind: str) -> str:
    return str(LETTERS[kind][1]) if kind in LETTERS else ""


@register.simple_tag(takes_context=True)
def spot(context: Any, **changes: str) -> str:
    """The address of another place on the desk: `{% spot edit=part.id %}`."""
    place: Place = context["place"]
    return place.at(**changes)
