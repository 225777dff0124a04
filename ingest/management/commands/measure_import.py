"""`measure_import FILE READING --date D`: how much of a careful reading the importer finds."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ingest.known import bounds_of_uploads
from ingest.measuring import Report, measure
from ingest.messages import reading_message
from ingest.proposal import Known
from ingest.readers.errors import ReadingError


class Command(BaseCommand):
    help = "Precision and recall of the importer on a page, against a reading of it by hand."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("reading", type=Path)
        parser.add_argument("--date", required=True, type=date.fromisoformat)
        parser.add_argument("--json", action="store_true")
        parser.add_argument("--misses", action="store_true", help="say what was missed or wrong")

    def handle(self, *args: Any, **options: Any) -> None:
        from ingest.pipeline import propose

        try:
            data = options["file"].read_bytes()
            reading = json.loads(options["reading"].read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CommandError(_("Cannot read: %(error)s") % {"error": error}) from error
        try:
            proposal = propose(
                data,
                issue_date=options["date"],
                known=Known(),
                limit=settings.UPLOAD_MAX_BYTES,
                bounds=bounds_of_uploads(),
            )
        except ReadingError as error:
            raise CommandError(reading_message(error)) from error
        report = measure(proposal.as_dict(), reading)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(report), ensure_ascii=False, indent=2))
            return
        for line in table(report):
            self.stdout.write(line)
        if options["misses"]:
            for line in misses(report):
                self.stdout.write(line)


def table(report: Report) -> list[str]:
    lines = [
        f"{'kind':<16}{'right':>7}{'found':>7}{'wanted':>8}{'precision':>11}{'recall':>9}{'F1':>8}"
    ]
    for kind, score in report.items():
        shares = f"{score.precision:>11.1%}{score.recall:>9.1%}{score.f1:>8.1%}"
        lines.append(f"{kind:<16}{score.right:>7}{score.proposed:>7}{score.expected:>8}{shares}")
    return lines


def misses(report: Report) -> list[str]:
    lines: list[str] = []
    for kind, score in report.items():
        lines += [f"{kind} - {each}" for each in score.missed]
        lines += [f"{kind} + {each}" for each in score.wrong]
    return lines


def as_json(report: Report) -> dict[str, dict[str, Any]]:
    return {
        kind: {
            "right": score.right,
            "proposed": score.proposed,
            "expected": score.expected,
            "precision": round(score.precision, 4),
            "recall": round(score.recall, 4),
            "f1": round(score.f1, 4),
            "missed": score.missed,
            "wrong": score.wrong,
        }
        for kind, score in report.items()
    }
