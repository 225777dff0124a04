"""Readers get a page in our own words whatever has failed."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from pingyao_cms import checks
from pingyao_cms.views import FAILED, FAILED_IN_ENGLISH

MANIFEST = "whitenoise.storage.CompressedManifestStaticFilesStorage"


@pytest.fixture
def uncollected(settings: Any, tmp_path: Path) -> None:
    """A production site whose administrator forgot collectstatic."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": MANIFEST}}


@pytest.mark.django_db
@pytest.mark.usefixtures("uncollected")
def test_without_static_files_the_page_of_the_fault_still_comes() -> None:
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    page = response.content.decode()
    assert "网站出了故障" in page
    assert "{%" not in page
    assert not re.search(r"<link|<script|src=", page)


@pytest.mark.django_db
@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("address", ["/", "/admin/login/"])
def test_the_policy_allows_the_style_that_stands_in_it(
    address: str, language: str, settings: Any
) -> None:
    client = Client(raise_request_exception=False)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    response = client.get(address)
    style = response.content.decode().partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in response.headers["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.usefixtures("uncollected")
def test_the_newsroom_reads_of_the_fault_in_its_language_and_readers_in_chinese(
    settings: Any,
) -> None:
    client = Client(raise_request_exception=False)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    failed = client.get("/admin/login/").content.decode()
    assert 'lang="en"' in failed
    assert not re.search("[\u4e00-\u9fff]", failed)
    assert "网站出了故障" in client.get("/").content.decode()


def test_the_page_of_the_fault_looks_the_same_in_both_languages() -> None:
    chinese, english = (
        re.sub("<style>.*</style>|lang=.[-A-Za-z]+.|(?<=>)[^<>]+(?=<)", "", page, flags=re.S)
        + page.partition("<style>")[2].partition("</style>")[0]
        for page in (FAILED, FAILED_IN_ENGLISH)
    )
    assert chinese == english


@pytest.mark.usefixtures("uncollected")
def test_check_deploy_tells_what_is_not_collected() -> None:
    (told,) = checks.static_files_are_collected()
    assert "collectstatic" in told.hint
    call_command("collectstatic", interactive=False, verbosity=0)
    assert checks.static_files_are_collected() == []


@pytest.mark.usefixtures("uncollected")
def test_check_deploy_tells_what_an_update_brought(settings: Any, tmp_path: Path) -> None:
    call_command("collectstatic", interactive=False, verbosity=0)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "lantern.css").write_text("a { color: red }")
    settings.STATICFILES_DIRS = [*settings.STATICFILES_DIRS, tmp_path / "more"]
    (told,) = checks.static_files_are_collected()
    assert "lantern.css" in told.msg
