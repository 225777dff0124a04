"""What the newsroom's own pages need beside Django's filters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django import template
from django.apps import apps
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from articles.logged import change_words

register = template.Library()
register.filter("change_words", change_words)
_GAP = re.compile("(?<=[。！？；]) +")


@register.filter
def run_on(message: str) -> SafeString:
    """Sentences that a library joins with a blank, set as Chinese is: without one."""
    return mark_safe(_GAP.sub("", conditional_escape(message)))  # noqa: S308 - escaped before


@register.filter
def of_records(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """What goes with a record, without the rows that only tie two records together."""
    models = apps.get_models(include_auto_created=True)
    ties = {str(model._meta.verbose_name_plural) for model in models if model._meta.auto_created}
    return [(name, count) for name, count in counts if str(name) not in ties]
