"""Addresses that nobody gave are not found; none of them is a fault of the site."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from tests.factories import ArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> Client:
    ArticleFactory(section=SectionFactory(slug="jishi"))
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("month", ["9999-12", "0001-01", "2026-13", "x"])
def test_months_that_no_paper_has(reader: Client, month: str) -> None:
    assert reader.get(f"/news/jishi/?month={month}").status_code == 404


@pytest.mark.parametrize("month", ["1950-01", "2030-12"])
def test_months_before_and_after_are_empty(reader: Client, month: str) -> None:
    assert reader.get(f"/news/jishi/?month={month}").status_code == 200


@pytest.mark.parametrize("way", ["after", "before"])
@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+08:00", "9999-12-31T23:00:00-08:00"])
def test_places_in_a_list_at_the_ends_of_the_calendar(reader: Client, way: str, at: str) -> None:
    assert reader.get(f"/news/jishi/?{way}={quote(at)},1").status_code == 404


@pytest.mark.parametrize("name", ["a" * 3000, "photos/" + "门" * 200 + ".webp", "a\0b"])
def test_files_whose_names_no_disk_takes(reader: Client, settings: Any, name: str) -> None:
    (settings.MEDIA_ROOT / "photos").mkdir(parents=True)
    assert reader.get(f"/media/{quote(name)}").status_code == 404


@pytest.mark.parametrize("address", ["/tags/%00/", "/tags/a%00b/?x=1", "/promises/%00", "/%00/"])
def test_null_characters_in_a_path(reader: Client, address: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == 404
    assert "墙上少了这块砖" in answer.content.decode()


@pytest.mark.parametrize("name", ["q", "section", "time", "after", "sort", "sector", "stage"])
@pytest.mark.parametrize("path", ["/search/", "/projects/", "/promises/", "/news/jishi/"])
def test_null_characters_in_a_question(reader: Client, path: str, name: str) -> None:
    answer = reader.get(f"{path}?q=门&{name}=%00a%00")
    assert answer.status_code in {200, 404}
