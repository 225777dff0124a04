from __future__ import annotations

from django.db import models


class Stamp(models.Model):
    """One row: another token after every write, so that what was kept before is known as old."""

    token = models.CharField(max_length=16, editable=False)

    def __str__(self) -> str:
        return self.token
