"""Receive a file, keep it byte for byte, and propose what it holds."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import PurePath

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.bounds import HIGHEST_NUMBER, check_issue_day
from articles.models import Newspaper
from articles.storing import not_stored
from ingest.again import in_already, with_issue
from ingest.desk.draft import draft
from ingest.desk.filing import is_page
from ingest.known import bounds_of_uploads, known_names, language_table
from ingest.messages import IngestError, no_issue_number, no_page, reading_message
from ingest.models import Upload
from ingest.pipeline import propose
from ingest.readers.errors import ReadingError
from ingest.recognising import as_the_ledger_has_it

MAX_NAME = 255
ENDED = [Upload.State.UNDONE, Upload.State.DISCARDED, Upload.State.FAILED]


class SameFileError(IngestError):
    """The same bytes are here already; `upload` is where."""

    def __init__(self, upload: Upload) -> None:
        self.upload = upload
        super().__init__(
            _(
                "This very file was uploaded before, for {date}: {name} ({state}). With another "
                "date it can come in again once that one is discarded; what came in is taken back "
                "first."
            ).format(
                date=upload.issue_date, name=upload.original_name, state=upload.get_state_display()
            )
        )


def receive_upload(
    *,
    data: bytes,
    name: str,
    newspaper: Newspaper,
    issue_date: date,
    number: int | None = None,
    page_number: int | None = None,
    by: User,
) -> Upload:
    """The upload with its proposal. Nothing is kept of a file that cannot be read.

    Raises `SameFileError` for bytes that are here already and `IngestError` for a file that is
    refused, with what is wrong and where.
    """
    if not by.has_perm("ingest.add_upload"):
        raise PermissionDenied(_("You are not allowed to upload issues."))
    _check_day(issue_date)
    _check_numbers(number, page_number)
    digest = hashlib.sha256(data).hexdigest()
    if same := same_file(digest):
        raise SameFileError(same)
    known = known_names()
    try:
        proposal = propose(
            data,
            issue_date=issue_date,
            known=known,
            language=language_table(),
            limit=settings.UPLOAD_MAX_BYTES,
            bounds=bounds_of_uploads(),
        )
    except ReadingError as error:
        raise IngestError(reading_message(error)) from error
    document = as_the_ledger_has_it(draft(proposal, known))
    folio = document["folio"]
    folio["given"] = {"day": issue_date.isoformat(), "paper": newspaper.name}
    document["again"] = in_already(document, newspaper=newspaper, day=issue_date)
    upload = Upload(
        newspaper=newspaper,
        issue_date=issue_date,
        # What the form leaves open the page itself may tell.
        number=folio["number"] if number is None else number,
        page_number=folio["page"] if page_number is None else page_number,
        original_name=PurePath(name).name[-MAX_NAME:],
        sha256=digest,
        size=len(data),
        encoding=proposal.encoding,
        state=Upload.State.PROPOSED,
        machine=document,
        current=document,
        uploaded_by=by,
    )
    upload.machine = upload.current = with_issue(upload, document)
    # The name on the disk is ours: a person's file name never becomes a path.
    try:
        upload.file.save(f"{digest[:16]}.txt", ContentFile(data), save=False)
    except OSError as error:
        raise IngestError(not_stored(error)) from error
    try:
        with transaction.atomic():
            upload.save()
    except IntegrityError:
        # The same file came in twice at the same moment: the first one stays.
        upload.file.delete(save=False)
        if same := same_file(digest):
            raise SameFileError(same) from None
        raise
    return upload


def _check_day(day: date) -> None:
    """Raises `IngestError` for a day on which no issue can have come out."""
    try:
        check_issue_day(day)
    except ValidationError as refusal:
        raise IngestError(refusal.message) from None


def _check_numbers(number: int | None, page: int | None) -> None:
    """Raises `IngestError` for a number that no issue, or no page of one, has."""
    if number is not None and not 1 <= number <= HIGHEST_NUMBER:
        raise IngestError(no_issue_number(number))
    if page is not None and not is_page(page):
        raise IngestError(no_page(page))


def same_file(digest: str) -> Upload | None:
    """The upload of these very bytes that is on the desk or came in."""
    known = Upload.objects.filter(sha256=digest).exclude(state__in=ENDED)
    return known.defer("machine", "current").first()
