"""`manage.py check --deploy` tells what would go wrong on the machine of a newspaper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pingyao_cms import checks


@pytest.fixture(autouse=True)
def production(settings: Any) -> None:
    """A site that is set up as it should be."""
    settings.SITE_TODAY = ""
    settings.SITE_URL = "https://paper.example"
    settings.ALLOWED_HOSTS = ["paper.example"]


def test_a_clock_that_the_demo_stopped_is_told(settings: Any) -> None:
    assert checks.clock_runs() == []
    settings.SITE_TODAY = "2026-11-24"
    (told,) = checks.clock_runs()
    assert "SITE_TODAY=2026-11-24" in told.msg
    assert "make demo" in told.hint


@pytest.mark.parametrize(
    "url",
    ["", "paper.example", "http://127.0.0.1:8000", "https://paper.example/news", "ftp://a.example"],
)
def test_an_address_that_readers_cannot_follow_is_told(settings: Any, url: str) -> None:
    assert checks.site_has_its_address() == []
    settings.SITE_URL = url
    (told,) = checks.site_has_its_address()
    assert repr(url) in told.msg


def test_https_and_the_address_say_the_same(settings: Any) -> None:
    settings.HTTPS = True
    assert checks.site_has_its_address() == []
    settings.SITE_URL = "http://paper.example"
    (told,) = checks.site_has_its_address()
    assert "HTTPS=1" in told.msg


@pytest.mark.parametrize(
    "name", ["paper.example www.paper.example", "https://paper.example", "paper.example:8000"]
)
def test_names_that_match_no_request_are_told(settings: Any, name: str) -> None:
    assert checks.hosts_are_names() == []
    settings.ALLOWED_HOSTS = [name, "[::1]", ".paper.example"]
    (told,) = checks.hosts_are_names()
    assert repr(name) in told.msg
    assert "[::1]" not in told.msg
    assert "ALLOWED_HOSTS=paper.example,www.paper.example" in told.hint


def test_a_site_that_refuses_its_own_name_is_told(settings: Any) -> None:
    settings.ALLOWED_HOSTS = [".paper.example"]
    assert checks.hosts_are_names() == []
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    (told,) = checks.hosts_are_names()
    assert "paper.example" in told.msg


def test_origins_parted_by_blanks_are_told(settings: Any) -> None:
    settings.CSRF_TRUSTED_ORIGINS = ["https://paper.example"]
    assert checks.origins_are_parted() == []
    settings.CSRF_TRUSTED_ORIGINS = ["https://paper.example https://www.paper.example"]
    assert checks.origins_are_parted()


def test_folders_that_cannot_be_written_are_told(
    settings: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    settings.VAR_DIR = tmp_path
    month = tmp_path / "private" / "photos" / "2026"
    month.mkdir(parents=True)
    assert checks.folders_can_be_written() == []
    # Root may write anywhere: the answer is the system's to another user.
    monkeypatch.setattr("os.access", lambda path, mode: path != month)
    (told,) = checks.folders_can_be_written()
    assert str(month) in told.msg
    assert "chown" in told.hint

    with caplog.at_level("ERROR"):
        checks.tell_at_start()
    assert f"{month} cannot be written" in caplog.text


def test_a_preload_that_no_list_takes_is_told(settings: Any) -> None:
    assert checks.preloading_is_meant() == []
    settings.SECURE_HSTS_PRELOAD = True
    assert checks.preloading_is_meant()
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS, settings.SECURE_HSTS_SECONDS = True, 31_536_000
    assert checks.preloading_is_meant() == []
