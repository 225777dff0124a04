"""One file with everything that a site is made of, taken while it runs."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

from ingest.known import learned_path

NAME = "pingyao-cms"


class Command(BaseCommand):
    help = (
        "Write one archive with the database, the files, the table that was learned and .env, "
        "while the site runs. Unpacked into VAR_DIR it is the site again (docs/deploying.md)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="where the archives stand")
        parser.add_argument(
            "--keep", type=int, metavar="N", help="delete all but the N newest archives there"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        moment = timezone.localtime()
        made = folder / f"{NAME}-{moment:%Y-%m-%d-%H%M%S}.tar.gz"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            pack(made)
        except OSError as error:
            raise CommandError(f"The archive was not written: {error}") from error
        self.stdout.write(f"{made} ({made.stat().st_size:,} bytes)")
        if not isinstance(storages["default"], FileSystemStorage):
            self.stdout.write("The buckets are not in it: copy them by the means of their host.")
        if options["keep"]:
            for old in sorted(folder.glob(f"{NAME}-*.tar.gz"))[: -options["keep"]]:
                old.unlink()


def pack(made: Path) -> None:
    """Under another name until it is whole; for its owner alone, for it holds the secret key."""
    part = made.with_suffix(".part")
    try:
        with (
            TemporaryDirectory(dir=made.parent) as work,
            os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file,
            tarfile.open(fileobj=file, mode="w:gz") as archive,
        ):
            # The database first: a file that it names is never deleted before its row.
            copy = copy_of_database(Path(work))
            copy.chmod(0o600)
            archive.add(copy, copy.name)
            for path, name in files():
                # What is withdrawn meanwhile is not missed.
                with suppress(FileNotFoundError):
                    archive.add(path, name, recursive=False)
        part.rename(made)
    finally:
        part.unlink(missing_ok=True)


def files() -> Iterator[tuple[Path, str]]:
    """Each file and folder with its name in the archive."""
    for alias, name in (("default", "media"), ("private", "private")):
        storage = storages[alias]
        if isinstance(storage, FileSystemStorage):
            root = Path(storage.location)
            for path in (root, *sorted(root.rglob("*"))):
                yield path, str(Path(name) / path.relative_to(root))
    yield learned_path(), learned_path().name
    yield settings.BASE_DIR / ".env", "env"


def copy_of_database(work: Path) -> Path:
    """SQLite as one whole file, whoever writes meanwhile; PostgreSQL as pg_restore takes it."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        made = work / "db.sqlite3"
        with (
            closing(sqlite3.connect(given["NAME"])) as source,
            closing(sqlite3.connect(made)) as copy,
        ):
            source.backup(copy)
        return made
    made = work / "db.dump"
    place = {"PGHOST": given["HOST"], "PGPORT": given["PORT"], "PGUSER": given["USER"]}
    secret = {"PGPASSWORD": given["PASSWORD"], "PGDATABASE": given["NAME"]}
    known = {name: str(value) for name, value in (place | secret).items() if value}
    command = ["pg_dump", "--format=custom", "--no-owner", f"--file={made}"]
    try:
        subprocess.run(command, env={**os.environ, **known}, check=True)  # noqa: S603
    except FileNotFoundError:
        raise CommandError("pg_dump is needed: install PostgreSQL's client.") from None
    except subprocess.CalledProcessError:
        raise CommandError("pg_dump failed; its message stands above.") from None
    return made
