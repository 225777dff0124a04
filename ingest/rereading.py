"""Another date for a page that nobody has worked on yet: the same file, read once more."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.bounds import is_issue_day
from articles.models import Newspaper
from ingest.messages import IngestError
from ingest.models import Upload
from ingest.receiving import receive_upload
from ingest.reviewing import discard_upload

# A person who only looked has changed nothing that a new reading would lose, and the number of the
# page goes along with it.
LOOKING = ("accept_doubt", "file_under")


def is_untouched(upload: Upload) -> bool:
    return not upload.revisions.exclude(action__in=LOOKING).exists()


def printed_place(upload: Upload) -> tuple[date, Newspaper]:
    """The date that the page prints, and its paper where there is one of that name; what it does
    not print is as it was given."""
    printed = upload.document.get("folio") or {}
    day = date.fromisoformat(printed["day"]) if printed.get("day") else upload.issue_date
    if not is_issue_day(day):
        day = upload.issue_date  # a slip of the print: the form would refuse it
    name = printed.get("paper")
    paper = Newspaper.objects.filter(name=name).first() if name else None
    return day, paper or upload.newspaper


@transaction.atomic
def read_as_printed(*, upload: Upload, revision: int, by: User) -> Upload:
    """A new upload of the same file under the printed date; this one is set aside.

    Terms like 年底 are read against the date, so that it cannot be changed under a proposal.
    Raises `IngestError` where somebody has worked on the page already, or the file is lost.
    """
    discard_upload(upload=upload, revision=revision, by=by)
    if not is_untouched(upload):
        raise IngestError(
            _(
                "This page has been worked on already. Discard it and upload the file again with "
                "the right date."
            )
        )
    day, paper = printed_place(upload)
    try:
        with upload.file.open("rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise IngestError(_("The file of this upload is lost.")) from None
    found = receive_upload(
        data=data,
        name=upload.original_name,
        newspaper=paper,
        issue_date=day,
        number=upload.number,
        page_number=upload.page_number,
        by=by,
    )
    # Whoever sent the page in goes on working at it.
    found.uploaded_by = upload.uploaded_by
    found.save(update_fields=["uploaded_by"])
    return found
