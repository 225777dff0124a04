"""gunicorn listens and works as `.env` and the environment say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """As much of a checkout as gunicorn's settings need, with a `.env` of its own."""
    for name in (
        "deploy/gunicorn.conf.py",
        "pingyao_cms/__init__.py",
        "pingyao_cms/environment.py",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(settings.BASE_DIR / name, tmp_path / name)
    (tmp_path / "served.py").write_text("def application(environ, start_response): ...\n")
    return tmp_path


def told(project: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """What gunicorn itself makes of it: its settings, one on a line."""
    command = [sys.executable, "-m", "gunicorn", "served", "--print-config"]
    return subprocess.run(
        [*command, "--config", "deploy/gunicorn.conf.py"],
        cwd=project,
        env={"PATH": os.environ["PATH"], **given},
        capture_output=True,
        text=True,
        check=False,
    )


def config(project: Path, **given: str) -> dict[str, str]:
    answer = told(project, **given)
    assert answer.returncode == 0, answer.stderr
    lines = (line.partition("=") for line in answer.stdout.splitlines())
    return {name.strip(): value.strip() for name, _, value in lines}


def test_what_stands_in_the_file_counts(project: Path) -> None:
    (project / ".env").write_text("PORT=8077\nWEB_CONCURRENCY=5\nACCESS_LOG=1\n")
    found = config(project)
    assert "127.0.0.1:8077" in found["bind"]
    assert (found["workers"], found["accesslog"]) == ("5", "-")


def test_the_environment_and_a_whole_address_win(project: Path) -> None:
    (project / ".env").write_text("PORT=8077\nWEB_CONCURRENCY=5\nACCESS_LOG=0\n")
    found = config(project, BIND="unix:/run/paper.sock", WEB_CONCURRENCY="3")
    assert "unix:/run/paper.sock" in found["bind"]
    assert (found["workers"], found["accesslog"]) == ("3", "None")


def test_a_wrong_number_is_told_by_its_name(project: Path) -> None:
    (project / ".env").write_text("WEB_CONCURRENCY=many\n")
    refused = told(project)
    assert refused.returncode != 0
    assert "WEB_CONCURRENCY is 'many'" in refused.stdout + refused.stderr
