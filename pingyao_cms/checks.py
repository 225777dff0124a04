"""What `manage.py check --deploy` says of this site beyond Django's own checks."""

from __future__ import annotations

import logging
import os
from itertools import islice
from pathlib import Path
from string import whitespace
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestFilesMixin
from django.core import checks
from django.core.checks import CheckMessage, register
from django.core.files.storage import FileSystemStorage, storages
from django.db import connection
from django.http.request import validate_host

logger = logging.getLogger(__name__)
Messages = list[CheckMessage]
NAMED = 3
MOST_FOLDERS = 1000
YEAR = 31_536_000


@register(deploy=True)
def clock_runs(**kwargs: Any) -> Messages:
    if not settings.SITE_TODAY:
        return []
    return [
        checks.Warning(
            f"SITE_TODAY={settings.SITE_TODAY} stops the clock: every page says this date, and "
            "what is dated after it stays hidden.",
            hint="It is for the demo. Take it out of .env (make demo wrote it) or the environment.",
            id="pingyao_cms.W001",
        )
    ]


@register(deploy=True)
def static_files_are_collected(**kwargs: Any) -> Messages:
    """Without its entry in the manifest a file makes every page that names it a 500."""
    storage = storages["staticfiles"]
    if not isinstance(storage, ManifestFilesMixin):
        return []
    known, _ = storage.load_manifest()
    missing = [name for name in static_files() if name not in known]
    if not missing:
        return []
    told = "、".join(missing[:NAMED]) + (" …" if len(missing) > NAMED else "")
    return [
        checks.Error(
            f"{len(missing)} static files are not collected in {settings.STATIC_ROOT} ({told}): "
            "pages that need one fail.",
            hint="Run manage.py collectstatic --no-input, then restart the site.",
            id="pingyao_cms.E001",
        )
    ]


def static_files() -> list[str]:
    """The names of all files that collectstatic would collect."""
    found = (name for finder in get_finders() for name, _ in finder.list([]))
    return sorted({name.replace("\\", "/") for name in found})


@register(deploy=True)
def site_has_its_address(**kwargs: Any) -> Messages:
    """Feeds, sitemaps and shared links are made of SITE_URL."""
    url = settings.SITE_URL
    place = urlsplit(url)
    if place.scheme not in {"http", "https"} or not place.hostname or " " in url:
        why = f"SITE_URL is {url!r}, which is no address of a site."
    elif place.hostname in {"127.0.0.1", "localhost", "::1"}:
        why = f"SITE_URL is {url!r}: feeds, sitemaps and links lead readers to their own machine."
    elif place.path:
        why = f"SITE_URL is {url!r}, with a path; the site answers at the root of its name."
    elif settings.HTTPS and place.scheme == "http":
        why = f"SITE_URL is {url!r}, but HTTPS=1 sends readers to https."
    else:
        return []
    hint = "Example: SITE_URL=https://paper.example"
    return [checks.Error(why, hint=hint, id="pingyao_cms.E002")]


@register(deploy=True)
def preloading_is_meant(**kwargs: Any) -> Messages:
    """The makers' list takes only names that promise everything below them for a year."""
    whole = settings.SECURE_HSTS_INCLUDE_SUBDOMAINS and settings.SECURE_HSTS_SECONDS >= YEAR
    if whole or not settings.SECURE_HSTS_PRELOAD:
        return []
    why = (
        "HSTS_PRELOAD=1 does nothing without HSTS_INCLUDE_SUBDOMAINS=1 and a year of HSTS_SECONDS."
    )
    hint = f"HSTS_SECONDS={YEAR}, where every name below this one has a certificate for good."
    return [checks.Warning(why, hint=hint, id="pingyao_cms.W002")]


@register(deploy=True)
def hosts_are_names(**kwargs: Any) -> Messages:
    """A name with a scheme, a port or a blank in it matches no request: every page is a 400."""
    hosts = settings.ALLOWED_HOSTS
    if odd := [name for name in hosts if not is_host(name)]:
        why = f"ALLOWED_HOSTS holds {', '.join(map(repr, odd))}, which matches no request."
        hint = "Names alone, parted by commas: ALLOWED_HOSTS=paper.example,www.paper.example"
        return [checks.Error(why, hint=hint, id="pingyao_cms.E003")]
    host = urlsplit(settings.SITE_URL).hostname
    if host and not validate_host(host, hosts):
        why = f"{host}, the name in SITE_URL, is not in ALLOWED_HOSTS: its pages are refused."
        return [checks.Error(why, hint=f"Add it: ALLOWED_HOSTS={host}", id="pingyao_cms.E004")]
    return []


def is_host(name: str) -> bool:
    return not set(name) & set(f"/;{whitespace}") and (":" not in name or name.startswith("["))


@register(deploy=True)
def origins_are_parted(**kwargs: Any) -> Messages:
    """Django itself tells of origins without a scheme."""
    spaced = [name for name in settings.CSRF_TRUSTED_ORIGINS if set(name) & set(f";{whitespace}")]
    if not spaced:
        return []
    why = f"CSRF_TRUSTED_ORIGINS holds {spaced[0]!r}, which matches no form's origin."
    hint = "Parted by commas: CSRF_TRUSTED_ORIGINS=https://paper.example,https://www.paper.example"
    return [checks.Error(why, hint=hint, id="pingyao_cms.E005")]


@register(deploy=True)
def folders_can_be_written(**kwargs: Any) -> Messages:
    """Where this user may not write, a picture, an upload or the next article is a 500."""
    refused = {path for place in written_places() for path in unwritable(place)}
    refused |= {path for path in database_files() if not os.access(existing(path), os.W_OK)}
    return [
        checks.Error(
            f"{path} cannot be written by the user of this process.",
            hint="Give it to the user that runs the site (chown -R), "
            "and run commands as that user.",
            id="pingyao_cms.E006",
        )
        for path in sorted(refused)[:NAMED]
    ]


def written_places() -> list[Path]:
    """What the site writes on this machine; buckets and database servers are not asked."""
    found = [Path(settings.VAR_DIR)]
    for storage in (storages["default"], storages["private"]):
        if isinstance(storage, FileSystemStorage):
            found.append(Path(storage.location))
    return found


def database_files() -> list[Path]:
    """SQLite writes a journal beside its file."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or "memory" in name:
        return []
    return [Path(name).parent, Path(name)]


def unwritable(path: Path) -> list[Path]:
    """Of a folder and those below it; one that is not there yet is asked where it would be made."""
    if not path.exists():
        return [] if os.access(found := existing(path), os.W_OK) else [found]
    below = (Path(folder) for folder, _, _ in islice(os.walk(path), MOST_FOLDERS))
    return [each for each in below if not os.access(each, os.W_OK)]


def existing(path: Path) -> Path:
    return next((each for each in (path, *path.parents) if each.exists()), path)


def tell_at_start() -> None:
    """One line for each thing that would be a fault on some page later, in the log of the server.

    gunicorn runs no checks; nobody should learn of a folder when a picture is lost to it.
    """
    for told in (*folders_can_be_written(), *static_files_are_collected()):
        logger.error("%s %s", told.msg, told.hint)
