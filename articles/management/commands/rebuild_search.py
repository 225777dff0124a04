from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from articles import search_index


class Command(BaseCommand):
    help = "Fill the search index afresh, from all articles."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        count = search_index.rebuild()
        self.stdout.write(f"{count} articles in the search index.")
