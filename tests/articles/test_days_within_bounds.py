"""A date that cannot be is a slip of the hand, and told where it was typed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from articles.models import Article, Issue
from ingest.messages import IngestError
from ingest.models import Upload
from ingest.receiving import receive_upload
from tests.articles.newsroom import address, draft, form_of
from tests.factories import NewspaperFactory, UserFactory

pytestmark = pytest.mark.django_db

TOO_EARLY = "日期太早，请核对年份。"
TOO_LATE = "这个日期太靠后了：今天是2026-11-24。"
WRONG = [("0001-01-01", TOO_EARLY), ("0026-11-20", TOO_EARLY), ("1899-12-31", TOO_EARLY)]
WRONG += [("9999-12-31", TOO_LATE), ("2027-12-01", TOO_LATE)]


@pytest.mark.parametrize(("day", "said"), WRONG)
def test_an_article_is_not_published_in_a_year_that_cannot_be(
    day: str, said: str, editor: tuple[Client, User]
) -> None:
    client, user = editor
    article = draft(user)
    answer = client.post(address(article), form_of(article, published_at_0=day))
    assert answer.context["adminform"].form.errors["published_at"] == [said]
    article.refresh_from_db()
    assert article.published_at is None


@pytest.mark.parametrize(
    "day", ["1900-01-01", "1927-05-04", "1956-07-01", "2026-11-20", "2027-11-20"]
)
def test_an_archive_and_an_anniversary_have_their_dates(
    day: str, editor: tuple[Client, User]
) -> None:
    client, user = editor
    article = draft(user)
    assert client.post(address(article), form_of(article, published_at_0=day)).status_code == 302


def test_an_article_stored_with_a_date_of_the_twenties_is_saved_again(
    editor: tuple[Client, User],
) -> None:
    client, user = editor
    article = draft(user)
    Article.objects.filter(pk=article.pk).update(
        published_at=timezone.make_aware(datetime(1927, 5, 4, 8, 0))
    )
    article.refresh_from_db()
    sent = form_of(article, headline="旧闻", published_at_0="1927-05-04", published_at_1="08:00")
    assert client.post(address(article), sent).status_code == 302
    article.refresh_from_db()
    assert article.headline == "旧闻"
    article.clean_fields(exclude=["plain"])


def issue_form(day: str) -> dict[str, Any]:
    counts = {f"pages-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    return {
        "newspaper": NewspaperFactory().pk,
        "date": day,
        "number": "",
        "cn_number": "",
        **counts,
    }


@pytest.mark.parametrize(("day", "said"), WRONG)
def test_an_issue_is_of_a_day_that_can_be(day: str, said: str, editor: tuple[Client, User]) -> None:
    client, _ = editor
    page = "/admin/articles/issue/add/"
    assert said in client.post(page, issue_form(day)).content.decode()
    assert not Issue.objects.exists()
    for good in ("1900-01-01", "1934-03-18", "1956-07-01", "2026-12-24"):
        assert client.post(page, issue_form(good)).status_code == 302


@pytest.mark.parametrize(("day", "said"), WRONG)
def test_an_upload_is_of_such_a_day_too(day: str, said: str, tmp_path: Path) -> None:
    user = UserFactory(is_superuser=True)
    client = Client()
    client.force_login(user)
    file = tmp_path / "版.txt"
    file.write_text("早市搬家\n\n本报讯 早市昨天搬到城西。\n", encoding="utf-8")
    newspaper = NewspaperFactory()
    with file.open("rb") as opened:
        sent = {"newspaper": newspaper.pk, "issue_date": day, "file": opened}
        assert said in client.post("/admin/ingest/upload/add/", sent).content.decode()
    with pytest.raises(IngestError, match=said):
        receive_upload(
            data=file.read_bytes(),
            name=file.name,
            newspaper=newspaper,
            issue_date=date.fromisoformat(day),
            by=user,
        )
    with pytest.raises(CommandError, match=said):
        call_command("import_issue", str(file), date=day)
    assert not Upload.objects.exists()
