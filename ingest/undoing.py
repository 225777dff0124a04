"""Take an import back whole, while nothing of it has been published or edited since."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from articles.models import Article, Issue, Page, Status
from departments.models import Department
from ingest.messages import IngestError
from ingest.models import ImportedRecord, Upload
from projects import ledger
from projects.models import Mention, Project

# Derived by the ledger or the clock: a change of these is nobody's edit.
DERIVED = {"total_yuan", "next_due_on", "stale_at", "stage", "bricks", "updated_at", "renditions"}


# Of an article: a step to review and back is no edit, whatever it counts as.
STEPS = {"status", "version"}
HALF = 32


def fingerprint(row: models.Model) -> str:
    """What people may edit in a row, to tell later whether they did: a hash of its fields, and
    one of what hangs on an article (tags, departments, pictures)."""
    return _hash(_fields(row))[:HALF] + _hash(_hanging_on(row))[:HALF]


def former_fingerprint(row: models.Model) -> str:
    """As it was kept before steps and edits of an article were told apart."""
    return _hash(_values(row, _derived(row)))


def _is_unchanged(row: models.Model, kept: str) -> bool:
    if kept[:HALF] != _hash(_fields(row))[:HALF]:
        return kept == former_fingerprint(row)
    # Whoever changes what hangs on an article saves the article: one that never was needs no look.
    never_saved = not isinstance(row, Article) or row.version == 1
    return never_saved or kept == fingerprint(row)


def _fields(row: models.Model) -> dict[str, str]:
    return _values(row, _derived(row) | (STEPS if isinstance(row, Article) else set()))


def _derived(row: models.Model) -> set[str]:
    return DERIVED if isinstance(row, Project) else DERIVED - {"stage"}


def _values(row: models.Model, skipped: set[str]) -> dict[str, str]:
    return {
        field.attname: field.value_to_string(row)
        for field in row._meta.concrete_fields
        if field.name not in skipped
    }


def _hanging_on(row: models.Model) -> dict[str, list[Any]]:
    if not isinstance(row, Article):
        return {}
    return {
        "tags": sorted(row.tags.names()),
        "departments": sorted(row.departments.values_list("pk", flat=True)),
        "photos": sorted(row.photos.values_list("pk", flat=True)),
    }


def _hash(values: Any) -> str:
    encoded = DjangoJSONEncoder(sort_keys=True).encode(values)
    return hashlib.sha256(encoded.encode()).hexdigest()


def what_keeps_it(upload: Upload) -> list[str]:
    """Why an import cannot be taken back, one sentence each; empty if it can."""
    found: list[str] = []
    shared = _spoken_of_elsewhere(upload)
    for record in upload.records.all().prefetch_related("record"):
        row = record.record
        if isinstance(row, Article) and row.status != Status.DRAFT:
            found.append(
                _("“{article}” is “{status}”.").format(article=row, status=row.get_status_display())
            )
        elif row is not None and not _is_unchanged(row, record.fingerprint):
            found.append(_("“{}” was edited after the import.").format(row))
        elif isinstance(row, Project) and row.pk in shared:
            found.append(_("“{}” has facts from elsewhere by now.").format(row))
    return list(dict.fromkeys(found))


def _spoken_of_elsewhere(upload: Upload) -> set[int]:
    """The projects of an import of which articles speak that did not come in with it."""
    own, made = _ids(upload, Article), _ids(upload, Project)
    others = Mention.objects.filter(project__in=made).exclude(evidence__article__in=own)
    return set(others.values_list("project_id", flat=True))


@transaction.atomic
def undo_upload(*, upload: Upload, by: User) -> Upload:
    """Delete every row that the import made; the page is back on the desk as people left it there.

    Raises `IngestError` with what stands in the way.
    """
    if not by.has_perm("ingest.commit_upload"):
        raise PermissionDenied(_("You are not allowed to take imports back."))
    stored = Upload.objects.select_for_update().get(pk=upload.pk)
    if stored.state != Upload.State.COMMITTED:
        raise IngestError(_("Only a committed import can be taken back."))
    if reasons := what_keeps_it(stored):
        raise IngestError(_("The import cannot be taken back. {}").format(" ".join(reasons)))
    touched = set(
        Project.objects.filter(mentions__evidence__article__in=_ids(stored, Article)).values_list(
            "pk", flat=True
        )
    )
    _delete_rows(stored)
    for project in Project.objects.filter(pk__in=touched):
        ledger.rebuild(project)
    stored.records.all().delete()
    stored.state = Upload.State.PROPOSED
    stored.committed_by = stored.committed_at = None
    stored.save(update_fields=["state", "committed_by", "committed_at"])
    return stored


def _ids(upload: Upload, model: type[models.Model]) -> list[int]:
    records = upload.records.filter(content_type__model=model._meta.model_name)
    return list(records.values_list("object_id", flat=True))


def _delete_rows(upload: Upload) -> None:
    """Newest first, so that what points goes before what is pointed at; what others may share
    goes last, when nothing of this import points at it any more."""
    shared: tuple[type[models.Model], ...] = (Issue, Page, Department)
    records = list(upload.records.order_by("-pk").prefetch_related("record"))
    for record in sorted(records, key=lambda each: isinstance(each.record, shared)):
        _delete(record, keep_if_used=isinstance(record.record, shared))


def _delete(record: ImportedRecord, *, keep_if_used: bool) -> None:
    """A new issue, page or department that others use by now stays; nothing else may."""
    row: Any = record.record
    if row is None:
        return
    if keep_if_used and _is_used(row):
        return
    try:
        with transaction.atomic():
            row.delete()
    except ProtectedError as error:
        raise IngestError(_("“{}” is used elsewhere by now.").format(row)) from error


def _is_used(row: Any) -> bool:
    return any(
        relation.related_model._default_manager.filter(**{relation.field.name: row}).exists()
        for relation in row._meta.related_objects
        if not relation.related_model._meta.label_lower.endswith(("alias", "records"))
    )
