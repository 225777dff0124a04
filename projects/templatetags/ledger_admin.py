"""What the newsroom's pages of the ledger need to name a record."""

from __future__ import annotations

from django import template
from django.db.models import Model

register = template.Library()


@register.filter
def kind_of(record: Model) -> str:
    """投资额, 目标, 进度, 规模"""
    return str(record._meta.verbose_name)
