"""The variables of the environment and of `.env`: each is read here, and what is wrong with one
is said with its name, the reason and an example (`ImproperlyConfigured`). Values that may hold a
password are never repeated.
"""

from __future__ import annotations

import logging
import os
from collections.abc import MutableMapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")
DATABASES = ("sqlite", "postgres", "postgresql")
CACHES = ("redis", "rediss", "locmemcache")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
ENCODED = "Write @ : / ? # % in a password as %40 %3A %2F %3F %23 %25"


def wrong(name: str, why: str, example: str) -> NoReturn:
    raise ImproperlyConfigured(f"{name} {why}. Example: {name}={example}")


class Variables:
    """`into` is filled in by the lines of `file`; what stands in the environment wins."""

    def __init__(self, file: Path, into: MutableMapping[str, str] = os.environ) -> None:
        class Given(environ.Env):
            ENVIRON = into

        Given.read_env(file)
        self._given = into

    def text(self, name: str, default: str = "") -> str:
        return self._given.get(name, default).strip()

    def flag(self, name: str, *, default: bool = False) -> bool:
        text = self.text(name, "1" if default else "0").lower()
        if text not in YES + NO:
            wrong(name, f"is {text!r}, which is neither 1 nor 0", "1")
        return text in YES

    def number(self, name: str, default: int, *, least: int = 1) -> int:
        text = self.text(name, str(default))
        if not (text.isascii() and text.isdigit()) or int(text) < least:
            wrong(name, f"is {text!r} and must be a whole number from {least} on", str(default))
        return int(text)

    def names(self, name: str, *default: str) -> list[str]:
        """Parted by commas; blanks around them do no harm."""
        parts = self.text(name, ",".join(default)).split(",")
        return [part.strip() for part in parts if part.strip()]

    def day(self, name: str) -> str:
        """A day as 2026-11-24, or nothing."""
        text = self.text(name)
        try:
            return date.fromisoformat(text).isoformat() if text else ""
        except ValueError:
            wrong(name, f"is {text!r} and must be a day of the calendar", "2026-11-24")

    def level(self, name: str) -> int:
        text = self.text(name, "INFO").upper()
        if text not in LEVELS:
            wrong(name, f"is {text!r} and must be one of {', '.join(LEVELS)}", "INFO")
        return logging.getLevelNamesMapping()[text]

    def folder(self, name: str, default: Path) -> Path:
        """A folder, which is made where it is missing."""
        path = Path(self.text(name) or default)
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            wrong(
                name,
                f"is {str(path)!r}, which cannot be made for the user of this process "
                f"({error.strerror})",
                "/srv/pingyao-cms/var",
            )
        return path

    def database(self, name: str, default: str) -> dict[str, Any]:
        """Django's settings of a database by its address."""
        url, example = self.text(name, default), "postgres://user:password@127.0.0.1/pingyao"
        if not url:
            wrong(name, "is empty; without the line SQLite in VAR_DIR is used", example)
        scheme, parted, _ = url.partition("://")
        if not parted or scheme not in DATABASES:
            wrong(name, f"must begin with one of {', '.join(DATABASES)} and ://", example)
        try:
            found: dict[str, Any] = environ.Env.db_url_config(url)
        except ValueError:
            wrong(name, f"cannot be read as an address. {ENCODED}", example)
        if scheme != "sqlite" and not found["NAME"]:
            wrong(name, "names no database behind the host", example)
        return found

    def cache(self, name: str, default: str) -> dict[str, Any]:
        """Django's settings of a cache by its address."""
        url, example = self.text(name, default), "redis://127.0.0.1:6379/1"
        if not url:
            wrong(name, "is empty; without the line the memory of each process is used", example)
        if url.partition("://")[0] not in CACHES:
            wrong(name, f"must begin with one of {', '.join(CACHES)} and ://", example)
        try:
            place = urlsplit(url)
            if place.fragment or (place.port is None and place.netloc.endswith(":")):
                raise ValueError
            return dict(environ.Env.cache_url_config(url))
        except ValueError:
            wrong(name, f"cannot be read as an address. {ENCODED}", example)
