"""Safe by default: no secret, no start; `DEBUG=1` alone is enough to work with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def check(var: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """`manage.py check` in a process of its own, with nothing in its environment but this."""
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "VAR_DIR": str(var), **given},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_secret_it_does_not_start_and_says_what_to_do(tmp_path: Path) -> None:
    # Given as empty, so that a `.env` of the demo beside manage.py does not fill it in.
    refused = check(tmp_path, SECRET_KEY="", DEBUG="0")
    assert refused.returncode != 0
    assert "SECRET_KEY is not set" in refused.stderr
    assert "DEBUG=1" in refused.stderr


def test_debug_alone_is_enough(tmp_path: Path) -> None:
    assert check(tmp_path, SECRET_KEY="", DEBUG="1").returncode == 0
