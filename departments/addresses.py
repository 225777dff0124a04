"""An address that was printed or linked once keeps leading to the same thing."""

from __future__ import annotations

from typing import Protocol

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import transaction


class Addressed(Protocol):
    slug: str

    def get_absolute_url(self) -> str: ...


@transaction.atomic
def keep_old_address(record: Addressed, old_slug: str) -> None:
    """Lead the address with `old_slug` to the record's present one, older ones along with it."""
    new_path, new_slug = record.get_absolute_url(), record.slug
    record.slug = old_slug
    old_path = record.get_absolute_url()
    record.slug = new_slug
    lead_to(old_path, new_path)


@transaction.atomic
def lead_to(old_path: str, new_path: str) -> None:
    """Lead one address to another, and along with it those that led to the first."""
    Redirect.objects.filter(site_id=settings.SITE_ID, old_path=new_path).delete()
    Redirect.objects.filter(site_id=settings.SITE_ID, new_path=old_path).update(new_path=new_path)
    Redirect.objects.update_or_create(
        site_id=settings.SITE_ID, old_path=old_path, defaults={"new_path": new_path}
    )
