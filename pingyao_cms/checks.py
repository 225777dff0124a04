"""What `manage.py check --deploy` says of this site beyond Django's own checks."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestFilesMixin
from django.core import checks
from django.core.checks import CheckMessage, register
from django.core.files.storage import storages

Messages = list[CheckMessage]
NAMED = 3


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
