"""Writes past `save()`, told like those that pass it: Django sends no signal for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import models
from django.dispatch import Signal

M = TypeVar("M", bound=models.Model)

# Sent with the model as `sender`, once for each statement.
written = Signal()


class ToldQuerySet(models.QuerySet[M]):
    """What the records of the reader site are read by: whoever keeps some of them hears of
    `update`, `bulk_update` (which is made of updates) and `bulk_create`."""

    def update(self, **values: Any) -> int:
        count = super().update(**values)
        written.send(sender=self.model)
        return count

    update.alters_data = True  # type: ignore[attr-defined]

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        made = super().bulk_create(objs, *args, **kwargs)
        written.send(sender=self.model)
        return made

    bulk_create.alters_data = True  # type: ignore[attr-defined]
