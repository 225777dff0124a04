"""What people do on the review desk: every step is saved at once and can be taken back."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.formats import time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.people import person
from ingest.desk.edits import EditError, Values, edit
from ingest.desk.filing import filed, page_of
from ingest.desk.patches import difference, patched
from ingest.desk.rejoined import REJOINING, Reader, read_again
from ingest.known import known_names, language_table
from ingest.matching import with_matches
from ingest.messages import IngestError, edit_message
from ingest.models import Revision, Upload
from ingest.receiving import SameFileError, same_file

UNDO = "undo"
# Off the desk with a proposal that can be gone on with.
RESTING = (Upload.State.UNDONE, Upload.State.DISCARDED)


class StaleError(IngestError):
    """Someone else took a step meanwhile: this one is refused, nothing is overwritten."""


def may_review(user: Any, upload: Upload) -> bool:
    """Uploaders review their own uploads, those who may commit review all."""
    if user.has_perm("ingest.commit_upload"):
        return True
    return bool(user.has_perm("ingest.change_upload") and upload.uploaded_by_id == user.pk)


@transaction.atomic
def take_step(*, upload: Upload, revision: int, action: str, values: Values, by: User) -> Upload:
    """One step on the desk, on the revision that the person saw.

    Raises `StaleError` where the document has moved on and `IngestError` for a step that makes
    no sense; both change nothing.
    """
    stored = _open(upload, by, revision)
    try:
        changed = edit(stored.document, action, with_matches(action, values))
    except EditError as error:
        raise IngestError(edit_message(error)) from error
    except KeyError as error:
        raise IngestError(_("The form is not complete: {}").format(error.args[0])) from error
    if action in REJOINING:
        read_again(stored.document, changed, _reader(stored))
    return _keep(stored, action, changed, by)


def _reader(upload: Upload) -> Reader:
    return Reader(upload.issue_date, known_names(), language_table())


@transaction.atomic
def take_back(*, upload: Upload, revision: int, by: User) -> Upload:
    """Undo the last step that was not undone; itself a step, so that nothing is forgotten."""
    stored = _open(upload, by, revision)
    last = _last_done(stored)
    if last is None:
        raise IngestError(_("There is nothing to take back."))
    return _keep(stored, UNDO, patched(stored.document, last.back), by)


def _last_done(upload: Upload) -> Revision | None:
    """The newest step whose undo has not been taken yet: the document is as it left it."""
    undone = 0
    for pk, action in upload.revisions.order_by("-number").values_list("pk", "action"):
        if action == UNDO:
            undone += 1
        elif undone:
            undone -= 1
        else:
            return Revision.objects.get(pk=pk)
    return None


def _open(upload: Upload, by: User, revision: int) -> Upload:
    stored = Upload.objects.defer("machine").select_for_update().get(pk=upload.pk)
    if not may_review(by, stored):
        raise PermissionDenied(_("You are not allowed to review this upload."))
    if stored.state != Upload.State.PROPOSED:
        raise IngestError(
            _("This upload is “{}” now and cannot be changed.").format(stored.get_state_display())
        )
    if stored.revision != revision:
        raise StaleError(_stale(stored))
    stored.current = filed(stored.document, stored.page_number)
    return stored


def _stale(upload: Upload) -> str:
    """Who was faster, and when."""
    last = upload.revisions.select_related("by").order_by("-number").first()
    if last is None or last.by is None:
        return _("Someone changed this page since you opened it. Look at it again, then repeat.")
    return _(
        "{name} changed this page at {time}, after you opened it. Nothing of yours was saved over "
        "it. Look at it again, then repeat."
    ).format(name=person(last.by), time=time_format(localtime(last.at), "H:i"))


def _keep(upload: Upload, action: str, changed: Any, by: User) -> Upload:
    upload.revision += 1
    back = difference(changed, upload.current)
    Revision.objects.create(upload=upload, number=upload.revision, action=action, back=back, by=by)
    upload.current = changed
    upload.page_number = page_of(changed)
    upload.save(update_fields=["current", "revision", "page_number"])
    return upload


@transaction.atomic
def resume_upload(*, upload: Upload, by: User) -> Upload:
    """Put what was set aside, or was taken back once, on the desk again as people left it.

    Raises `SameFileError` where the same file is on the desk or came in meanwhile.
    """
    stored = Upload.objects.defer("machine").select_for_update().get(pk=upload.pk)
    if not may_review(by, stored):
        raise PermissionDenied(_("You are not allowed to review this upload."))
    if stored.state not in RESTING:
        raise IngestError(_("This upload is “{}” now.").format(stored.get_state_display()))
    if same := same_file(stored.sha256):
        raise SameFileError(same)
    stored.state = Upload.State.PROPOSED
    stored.save(update_fields=["state"])
    return stored


@transaction.atomic
def discard_upload(*, upload: Upload, revision: int, by: User) -> Upload:
    """Set a proposal aside; the file and the work on it are kept, see `resume_upload`."""
    stored = _open(upload, by, revision)
    stored.state = Upload.State.DISCARDED
    stored.save(update_fields=["state"])
    return stored
