"""How the people of the newsroom are called."""

from __future__ import annotations

from django.contrib.auth.models import User


def full_name(user: User) -> str:
    """The name as it is printed, family name first; "" where it was never entered."""
    return f"{user.last_name}{user.first_name}"


def person(user: User | None) -> str:
    """A name as it is said in the newsroom; else the name one signs in with."""
    return full_name(user) or user.username if user else "—"
