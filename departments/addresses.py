"""Addresses: made of Chinese names, and kept: what was linked once leads to the same thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db import transaction

from chinese.slugs import slug

ROOM_FOR_NUMBER = 5


def address_of(record: Any) -> str:
    """The page of a record for readers."""
    return str(record.get_absolute_url())


def free_address(record: Any, name: str, field: str = "slug") -> str:
    """The pinyin of a name for a record that is to have it, with a number where it is taken."""
    model = type(record)
    room = model._meta.get_field(field).max_length - ROOM_FOR_NUMBER
    base = slug(name, max_length=room) or model._meta.model_name
    others = model._default_manager.exclude(pk=record.pk)
    taken = set(others.filter(**{f"{field}__startswith": base}).values_list(field, flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (base, *numbered) if each not in taken)


@transaction.atomic
def keep_old_address(
    record: Any, old_slug: str, address: Callable[[Any], str] = address_of
) -> None:
    """Lead the address with `old_slug` to the record's present one, older ones along with it."""
    new_path, new_slug = address(record), record.slug
    record.slug = old_slug
    old_path = address(record)
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
