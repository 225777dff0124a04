"""How the people of the newsroom are called."""

from __future__ import annotations

from django.contrib.auth.models import User


def person(user: User | None) -> str:
    """A name as it is said here, family name first; else the name one signs in with."""
    if user is None:
        return "—"
    return f"{user.last_name}{user.first_name}" or user.username
