"""Safe by default: no secret, no start; `DEBUG=1` alone is enough to work with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from pingyao_cms.environment import Variables


def check(var: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """`manage.py check` in a process of its own, with nothing in its environment but this."""
    return manage(var, "check", **given)


def manage(var: Path, *command: str, **given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *command],
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


def variables(**given: str) -> Variables:
    """An environment with nothing in it but this."""
    return Variables(Path("no such file"), into=given)


WRONG = [
    ("database", "DATABASE_URL", "", "is empty"),
    ("database", "DATABASE_URL", "foo", "postgres://"),
    ("database", "DATABASE_URL", "mysql://paper:salt@127.0.0.1/news", "must begin with"),
    ("database", "DATABASE_URL", "postgres://127.0.0.1", "no database behind the host"),
    ("database", "DATABASE_URL", "postgres://paper:salt/pepper@127.0.0.1/news", "%2F"),
    ("database", "DATABASE_URL", "postgres://paper:salt?@pepper@127.0.0.1/news", "%40"),
    ("cache", "CACHE_URL", "", "is empty"),
    ("cache", "CACHE_URL", "127.0.0.1:6379", "redis"),
    ("cache", "CACHE_URL", "redis://:salt#@pepper@127.0.0.1/1", "%23"),
    ("number", "UPLOAD_MAX_BYTES", "5MB", "'5MB'"),
    ("number", "UPLOAD_MAX_BYTES", "-1", "whole number"),
    ("flag", "HTTPS", "是", "neither 1 nor 0"),
    ("day", "SITE_TODAY", "2026/11/24", "'2026/11/24'"),
    ("day", "SITE_TODAY", "2026-02-30", "2026-11-24"),
    ("level", "LOG_LEVEL", "loud", "WARNING"),
]
DEFAULTS = {"database": ("sqlite://x",), "cache": ("locmemcache://",), "number": (5,)}


@pytest.mark.parametrize(("kind", "name", "value", "told"), WRONG)
def test_a_wrong_value_is_told_with_its_name_and_an_example(
    kind: str, name: str, value: str, told: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        getattr(variables(**{name: value}), kind)(name, *DEFAULTS.get(kind, ()))
    message = str(refused.value)
    assert message.startswith(name)
    assert f"Example: {name}=" in message
    assert told in message
    assert "salt" not in message
    assert "pepper" not in message


def test_values_are_read_as_people_write_them() -> None:
    given = variables(
        LOG_LEVEL="info",
        ALLOWED_HOSTS="paper.example, www.paper.example",
        HTTPS="Yes",
        DEBUG="",
        DATABASE_URL="postgres://paper:p%40ss@127.0.0.1:5433/news",
        CACHE_URL="redis://127.0.0.1:6379/1",
    )
    assert given.level("LOG_LEVEL") == 20
    assert given.names("ALLOWED_HOSTS") == ["paper.example", "www.paper.example"]
    assert given.flag("HTTPS")
    assert not given.flag("DEBUG")
    assert given.database("DATABASE_URL", "sqlite://x")["PASSWORD"] == "p@ss"
    assert given.cache("CACHE_URL", "locmemcache://")["LOCATION"] == "redis://127.0.0.1:6379/1"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("UPLOAD_MAX_BYTES=7\nUPLOAD_MAX_PIECES=8\n")
    into = {"UPLOAD_MAX_BYTES": "9"}
    given = Variables(tmp_path / ".env", into=into)
    assert given.number("UPLOAD_MAX_BYTES", 5) == 9
    assert given.number("UPLOAD_MAX_PIECES", 5) == 8


def test_a_command_says_it_in_one_line(tmp_path: Path) -> None:
    refused = check(tmp_path, DEBUG="1", UPLOAD_MAX_BYTES="5MB")
    assert refused.returncode != 0
    assert refused.stderr.startswith("UPLOAD_MAX_BYTES is '5MB'")
    assert len(refused.stderr.splitlines()) == 1


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused = check(tmp_path / "file" / "var", DEBUG="1")
    assert refused.returncode != 0
    assert refused.stderr.startswith("VAR_DIR is")
    assert len(refused.stderr.splitlines()) == 1


PROMISE = (
    "from django.test import Client;"
    "print(Client().get('/robots.txt', secure=True).headers.get('Strict-Transport-Security'))"
)


@pytest.mark.parametrize(
    ("given", "promised"),
    [
        ({"HTTPS": "0"}, "None"),
        ({"HTTPS": "1"}, "max-age=86400"),
        (
            {"HTTPS": "1", "HSTS_SECONDS": "600", "HSTS_INCLUDE_SUBDOMAINS": "1"},
            "max-age=600; includeSubDomains",
        ),
    ],
)
def test_browsers_are_promised_no_more_than_was_asked_for(
    tmp_path: Path, given: dict[str, str], promised: str
) -> None:
    answer = manage(tmp_path, "shell", "-v0", "-c", PROMISE, DEBUG="1", **given, ALLOWED_HOSTS="*")
    assert answer.stdout.strip() == promised, answer.stderr
