"""`import_issue FILE --date D`: the way of an upload, from the command line."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.bounds import check_issue_day
from ingest.committing import receive_and_commit
from ingest.doubt_words import dates_differ
from ingest.folio import read_folio
from ingest.known import bounds_of_uploads, known_names, language_table
from ingest.matching import section_names
from ingest.messages import IngestError, NoSectionError, reading_message
from ingest.models import Upload
from ingest.outlook import lines
from ingest.pipeline import propose
from ingest.readers.errors import ReadingError


class Command(BaseCommand):
    requires_system_checks: list[str] = []

    @property
    def help(self) -> str:  # type: ignore[override]
        return _(
            "Read a page of an issue and print what would be imported; with --commit, import it."
        )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--date", required=True, help="YYYY-MM-DD")
        parser.add_argument("--paper", help="name of the newspaper")
        parser.add_argument("--number", type=int, help="number of the issue")
        parser.add_argument("--page", type=int, help="number of the page")
        parser.add_argument("--commit", action="store_true")
        parser.add_argument(
            "--again", action="store_true", help="commit what is in already once more"
        )
        parser.add_argument("--section", default="", help="section of the articles that have none")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        issue_date = _date(options["date"])
        try:
            data = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(_("Cannot open the file: %(error)s") % {"error": error}) from error
        if options["json"] or not options["commit"]:
            self._print(data, issue_date, as_json=options["json"])
        if options["commit"]:
            self._commit(data, issue_date, options)

    def _print(self, data: bytes, issue_date: date, *, as_json: bool) -> None:
        known, language = known_names(), language_table()
        try:
            proposal = propose(
                data,
                issue_date=issue_date,
                known=known,
                language=language,
                limit=settings.UPLOAD_MAX_BYTES,
                bounds=bounds_of_uploads(),
            )
        except ReadingError as error:
            raise CommandError(reading_message(error)) from error
        if (printed := read_folio(proposal.layout).day) and printed != issue_date:
            self.stderr.write(dates_differ(printed, issue_date))
        document = proposal.as_dict()
        said = [json.dumps(document, ensure_ascii=False, indent=2)] if as_json else lines(document)
        for line in said:
            self.stdout.write(line)

    def _commit(self, data: bytes, issue_date: date, options: dict[str, Any]) -> None:
        try:
            upload = self._receive(data, issue_date, options)
        except IngestError as error:
            raise CommandError(str(error)) from error
        if not options["json"]:
            self.stdout.write(str(upload))

    def _receive(self, data: bytes, issue_date: date, options: dict[str, Any]) -> Upload:
        """Where nobody named a section, articles without one come into the first, which is told."""
        try:
            return self._bring_in(data, issue_date, options, options["section"])
        except NoSectionError as error:
            first = section_names()[0]
            if options["section"]:
                raise
            told = _("%(error)s They come into “%(section)s”; --section names another.")
            self.stderr.write(told % {"error": error, "section": first})
            return self._bring_in(data, issue_date, options, first)

    def _bring_in(
        self, data: bytes, issue_date: date, options: dict[str, Any], section: str
    ) -> Upload:
        return receive_and_commit(
            data=data,
            name=options["file"].name,
            issue_date=issue_date,
            paper=options["paper"],
            number=options["number"],
            page=options["page"],
            knowingly=options["again"],
            section=section,
        )


def _date(text: str) -> date:
    try:
        day = date.fromisoformat(text)
        check_issue_day(day)
    except ValueError as error:
        message = _("“%(text)s” is no date; write it as 2023-02-10.") % {"text": text}
        raise CommandError(message) from error
    except ValidationError as refusal:
        raise CommandError(f"{text}: {refusal.message}") from None
    return day
