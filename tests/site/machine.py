"""A site of its own on this machine, whose commands run as an administrator runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def manage(var: Path, *command: str, answer: str = "") -> subprocess.CompletedProcess[str]:
    """A command of a site of its own, whose keyboard says `answer`."""
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env={
            "PATH": os.environ["PATH"],
            "VAR_DIR": str(var),
            "DATABASE_URL": f"sqlite:///{var / 'db.sqlite3'}",
            "DEBUG": "1",
            "DJANGO_SUPERUSER_PASSWORD": "three lanterns over the gate",
        },
        input=answer,
        capture_output=True,
        text=True,
        check=False,
    )
