from typing import Any

from django.core.management.base import BaseCommand

from projects import ledger


class Command(BaseCommand):
    help = "Rebuilds what projects keep for sorting. Run it daily where articles are embargoed."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{ledger.rebuild_all()} projects rebuilt.")
