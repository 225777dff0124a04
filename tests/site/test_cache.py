"""A newsroom whose Redis is down goes on working, and its log says so once."""

from __future__ import annotations

import logging
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from pingyao_cms import caching
from tests.factories import UserFactory


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def port(settings: Any) -> Iterator[int]:
    """The site with CACHE_URL=redis://:secret@127.0.0.1:port/1, where nothing listens yet."""
    found = free_port()
    settings.CACHES = {
        "default": {
            "BACKEND": "pingyao_cms.caching.RedisOrMemory",
            "LOCATION": f"redis://:secret@127.0.0.1:{found}/1",
        }
    }
    yield found
    caching._away.clear()


@pytest.mark.django_db
def test_the_newsroom_opens_without_redis(port: int, caplog: pytest.LogCaptureFixture) -> None:
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    started = time.monotonic()
    with caplog.at_level(logging.INFO, "pingyao_cms.caching"):
        for address in ("/admin/", "/admin/", "/admin/articles/article/add/"):
            assert client.get(address).status_code == 200
    assert time.monotonic() - started < 30
    (line,) = [record.getMessage() for record in caplog.records]
    assert f"127.0.0.1:{port}/1 does not answer" in line
    assert "secret" not in line


def test_what_is_kept_meanwhile_is_kept_in_memory(port: int) -> None:
    assert cache.get_or_set("drafts", lambda: 3, 60) == 3
    assert cache.get_or_set("drafts", lambda: 4, 60) == 3
    assert cache.incr("drafts") == 4
    cache.set_many({"a": 1, "b": 2}, 60)
    assert cache.get_many(["a", "b", "c"]) == {"a": 1, "b": 2}


@pytest.mark.skipif(not shutil.which("redis-server"), reason="redis-server is not installed")
def test_redis_is_used_as_soon_as_it_answers(
    port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(caching, "ASKED_AGAIN", 0)
    cache.set("drafts", 3)
    server = subprocess.Popen(
        ["redis-server", "--port", str(port), "--requirepass", "secret", "--save", ""],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 10
        with caplog.at_level(logging.INFO, "pingyao_cms.caching"):
            while "again" not in caplog.text and time.monotonic() < deadline:
                cache.set("drafts", 5)
                time.sleep(0.1)
        assert "answers again" in caplog.text
        cache.set("drafts", 6)
        assert cache.get("drafts") == 6
        assert not caching._away
    finally:
        server.terminate()
        server.wait(10)
