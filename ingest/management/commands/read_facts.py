"""`read_facts FILE --date D`: every find of a text, with its place and the reason, as a table."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ingest.extraction.reading import Row, read_facts


class Command(BaseCommand):
    help = "Show what the reader of facts finds in a text, where, and why."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a UTF-8 text, or - for standard input")
        parser.add_argument("--date", required=True, type=date.fromisoformat)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = read_facts(_text(options["file"]), options["date"])
        if options["json"]:
            rows_as_json = [row.as_dict() for row in rows]
            self.stdout.write(json.dumps(rows_as_json, ensure_ascii=False, indent=2))
            return
        for row in rows:
            self.stdout.write(_line(row))


def _text(name: str) -> str:
    if name == "-":
        return sys.stdin.read()
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(_("Cannot read: %(error)s") % {"error": error}) from error


def _line(row: Row) -> str:
    place = f"{row.start}-{row.end}" if row.start is not None else ""
    said = " · ".join(f"{name}={value}" for name, value in row.values.items() if value is not None)
    return f"{row.kind:<10}{place:>12}  {row.text}  {said}".rstrip()
