"""What every test may use: a stopped clock, files of its own, and the seed page where it is."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import caches
from django.core.files.storage import storages
from django.db import connections
from hypothesis import settings as hypothesis_settings

from articles.models.issue import private_storage

# A busy machine is no defect: what a property takes is never timed.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 24)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-database",
        action="store_true",
        help="leave out what never asks a database: it is the same on each",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """pytest-django refuses the database to whatever is left out here."""
    if not config.getoption("--only-database"):
        return
    asked = [each for each in items if _asks_database(each)]
    config.hook.pytest_deselected(items=[each for each in items if each not in set(asked)])
    items[:] = asked


def _asks_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db"}
    marked = item.get_closest_marker("django_db") is not None
    return marked or not fixtures.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A served site has a database in a file, as in production, and one of PostgreSQL its suffix.

    In memory all requests and the test itself would share one connection, and with it each other's
    transactions: a browser that asks for a picture while it saves would undo now this, now that.
    """
    default = connections.databases["default"]
    if default["ENGINE"] == "django.db.backends.sqlite3":
        if any(each.get_closest_marker("browser") for each in request.session.items):
            folder = tmp_path_factory.mktemp("database")
            default.setdefault("TEST", {})["NAME"] = str(folder / "test.sqlite3")
    else:
        request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(autouse=True)
def house(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test: its own files, an empty cache, and the day fixed so that tests never age."""
    settings.SITE_TODAY = TODAY.isoformat()
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.STORAGES = {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "media", "base_url": "/media/"},
        },
        "private": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "private", "base_url": None},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    # A field asks for its storage once, when its model is made.
    for field in _private_files():
        monkeypatch.setattr(field, "storage", storages["private"])
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    for kept in caches.all(initialized_only=True):
        kept.clear()


@cache
def _private_files() -> list[Any]:
    fields = (field for model in apps.get_models() for field in model._meta.get_fields())
    asked = "_storage_callable"
    return [each for each in fields if getattr(each, asked, None) is private_storage]


def seed_dir() -> Path:
    """The folder with the real page: beside the checkout, or where SEED_DIR says."""
    return Path(os.environ.get("SEED_DIR", ROOT.parent / "shared" / "seed"))


@pytest.fixture(scope="session")
def seed() -> Path:
    folder = seed_dir()
    if not (folder / "reading.json").exists():
        pytest.skip("the real page is not beside the checkout (SEED_DIR names its folder)")
    return folder
