"""`import_accuracy`: how much of the machine's reading stood on the desk, by its confidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from ingest.accuracy import KINDS, Band, Verdict, bands, verdicts
from ingest.models import Upload

WORDS = {
    "join": pgettext_lazy("accuracy", "Joins"),
    "role": pgettext_lazy("accuracy", "Roles"),
    "placement": pgettext_lazy("accuracy", "Placements"),
    "milestone": pgettext_lazy("accuracy", "Milestones"),
}


class Command(BaseCommand):
    requires_system_checks: list[str] = []

    @property
    def help(self) -> str:  # type: ignore[override]
        return _(
            "How many joins, roles, placements and milestones of the machine stood, over all "
            "committed uploads."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found: list[Verdict] = []
        uploads = Upload.objects.filter(state=Upload.State.COMMITTED).order_by("pk")
        for upload in uploads.iterator(chunk_size=20):
            found += verdicts(upload.machine or {}, upload.document)
        count = uploads.count()
        self.stdout.write(
            ngettext("%(count)d committed upload", "%(count)d committed uploads", count)
            % {"count": count}
        )
        for line in table(bands(found)):
            self.stdout.write(line)


def table(found: list[Band]) -> Iterator[str]:
    """One line for each kind and below it one for each band: from–to, stood of total, share."""
    for kind in KINDS:
        rows = [band for band in found if band.kind == kind]
        total, stood = sum(each.total for each in rows), sum(each.stood for each in rows)
        if not total:
            continue
        words = _("{kind}: {stood} of {total} stood ({share:.1%})")
        yield words.format(kind=WORDS[kind], stood=stood, total=total, share=stood / total)
        for each in rows:
            span = f"{each.low:.1f}–{each.low + 0.1:.1f}"
            yield f"  {span}  {each.stood:>5} / {each.total:<5} {each.share:.1%}"
