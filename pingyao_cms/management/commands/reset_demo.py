"""The demo's data thrown away, so that `make demo` starts from nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandParser, call_command
from django.db import connection

from pingyao_cms.demo import confirm_loss


class Command(BaseCommand):
    help = (
        "Delete the demo: its database with the accounts, its pictures and uploads. "
        "What is not the demo is deleted only after the name of the paper was typed."
    )
    # The database may be of an older version.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--no-input", action="store_true", help="delete without asking, demo or not"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        confirm_loss(ask=not options["no_input"])
        forget_database()
        for folder in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT):
            shutil.rmtree(folder, ignore_errors=True)
        self.stdout.write("The demo's data is deleted.")


def forget_database() -> None:
    """SQLite's files go as they are; another database is emptied table by table."""
    if connection.vendor != "sqlite":
        call_command("migrate", verbosity=0)
        call_command("flush", interactive=False, verbosity=0)
        return
    connection.close()
    for ending in ("", "-wal", "-shm"):
        Path(f"{connection.settings_dict['NAME']}{ending}").unlink(missing_ok=True)
