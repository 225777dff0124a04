"""Links inside the review desk."""

from __future__ import annotations

from typing import Any

from django import template

from ingest.desk_place import Place

register = template.Library()


@register.simple_tag(takes_context=True)
def spot(context: Any, **changes: str) -> str:
    """The address of another place on the desk: `{% spot edit=part.id %}`."""
    place: Place = context["place"]
    return place.at(**changes)
