from typing import Any

from django.core.management.base import BaseCommand

from projects import ledger, quotes


class Command(BaseCommand):
    help = (
        "Looks up every quote in its article again and rebuilds what projects keep for sorting. "
        "Run it after rows came in past the newsroom, by loaddata or in the database itself."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{quotes.recheck_all()} quotes went or came back.")
        self.stdout.write(f"{ledger.rebuild_all()} projects rebuilt.")
