"""What `manage.py check --deploy` says of this site beyond Django's own checks."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

Messages = list[CheckMessage]


@register(deploy=True)
def clock_runs(**kwargs: Any) -> Messages:
    if not settings.SITE_TODAY:
        return []
    return [
        Warning(
            f"SITE_TODAY={settings.SITE_TODAY} stops the clock: every page says this date, and "
            "what is dated after it stays hidden.",
            hint="It is for the demo. Take it out of .env (make demo wrote it) or the environment.",
            id="pingyao_cms.W001",
        )
    ]
