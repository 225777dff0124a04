"""Which revision of an upload a form was made from."""

from __future__ import annotations

from django.http import HttpRequest

DIGITS = 10


def sent_revision(request: HttpRequest) -> int:
    """The revision that the form names; -1, which none has, where it names none."""
    given = request.POST.get("revision", "")
    return int(given) if given.isdecimal() and len(given) < DIGITS else -1
