"""A page that is in already is told before it comes in again, and so is a number that differs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from articles.models import Article, Status
from ingest.again import likeness
from ingest.committing import commit_upload
from ingest.desk.doubts import doubts
from ingest.messages import IngestError
from ingest.models import Upload
from ingest.reviewing import discard_upload
from tests.factories import ArticleFactory, IssueFactory, UserFactory
from tests.ingest.uploads import ISSUED, PAGE, do, furnish, person_of, receive, signed_in

pytestmark = pytest.mark.django_db
COPY = PAGE.replace("六个村", "七个村")


def again(upload: Upload) -> list[Any]:
    return [each for each in doubts(upload.document) if each["kind"] == "again"]


def commit_page(upload: Upload) -> str:
    return reverse("admin:ingest_upload_commit", args=[upload.pk])


def test_small_differences_leave_a_text_the_same() -> None:
    assert likeness(PAGE, COPY) > 0.9
    assert likeness(PAGE, PAGE.replace("\n", "  \n").replace("，", ",")) > 0.95
    assert likeness(PAGE, "县剧团昨晚在文庙前演出晋剧打金枝，台下坐了八百多人。" * 4) < 0.1
    assert likeness("", PAGE) == 0


def test_the_same_page_with_small_differences_is_the_first_doubt(editor: Any, desk: Client) -> None:
    first = commit_upload(upload=receive(editor), by=editor)
    second = receive(editor, COPY, name="再来.txt")
    (doubt,) = again(second)
    assert doubts(second.document)[0] == doubt
    assert (doubt["again"]["what"], doubt["again"]["pk"]) == ("upload", first.pk)
    page = desk.get(second.get_desk_url()).content.decode()
    assert "同一期的版面“一版.txt”已经在这里" in page
    assert f'href="{first.get_desk_url()}"' in page


def test_in_gb18030_or_with_other_blanks_it_is_the_same(editor: Any) -> None:
    receive(editor)
    assert again(receive(editor, data=COPY.replace("\n\n", "\n\n\n").encode("gb18030")))


def test_another_page_of_the_issue_is_none(editor: Any) -> None:
    receive(editor)
    other = "县剧团送戏下乡\n\n本报讯 县剧团昨晚在文庙前演出《打金枝》，台下坐了八百多人。\n"
    assert again(receive(editor, other, page_number=2)) == []


def test_what_was_set_aside_is_not_here(editor: Any) -> None:
    discard_upload(upload=receive(editor), revision=0, by=editor)
    assert again(receive(editor, COPY)) == []


def test_the_articles_of_a_page_are_known_under_another_date(editor: Any, desk: Client) -> None:
    commit_upload(upload=receive(editor), by=editor)
    other = receive(editor, COPY, issue_date=date(2026, 11, 22))
    found = [each["again"] for each in again(other)]
    assert {each["what"] for each in found} == {"article"}
    assert {each["name"] for each in found} == {"河东冷链园今日动工", "城关镇修路十二公里"}
    article = Article.objects.get(headline="城关镇修路十二公里")
    page = desk.get(other.get_desk_url()).content.decode()
    assert f'href="{reverse("admin:articles_article_change", args=[article.pk])}"' in page


def test_a_headline_of_every_week_with_another_text_is_none(editor: Any) -> None:
    ArticleFactory(headline="城关镇修路十二公里", body="<p>上周修的是另外一条路，叫柳湾路。</p>")
    assert again(receive(editor)) == []


def test_a_withdrawn_article_may_come_in_again(editor: Any) -> None:
    commit_upload(upload=receive(editor), by=editor)
    Article.objects.update(status=Status.WITHDRAWN)
    assert again(receive(editor, COPY, issue_date=date(2026, 11, 22))) == []


def test_it_comes_in_only_knowingly(editor: Any, desk: Client) -> None:
    commit_upload(upload=receive(editor), by=editor)
    second = receive(editor, COPY)
    with pytest.raises(IngestError, match=r"一版\.txt"):
        commit_upload(upload=second, by=editor)
    page = desk.get(commit_page(second)).content.decode()
    assert 'name="knowingly"' in page
    assert "已经在这里" in page
    desk.post(commit_page(second), {"revision": 0})
    assert Article.objects.count() == 2
    desk.post(commit_page(second), {"revision": 0, "knowingly": "1"})
    assert Article.objects.count() == 4


def test_who_has_said_so_on_the_desk_is_not_asked_again(editor: Any, desk: Client) -> None:
    commit_upload(upload=receive(editor), by=editor)
    second = receive(editor, COPY)
    do(desk, second, "accept_doubt", doubt=again(second)[0]["key"])
    assert "knowingly" not in desk.get(commit_page(second)).content.decode()
    desk.post(commit_page(second), {"revision": 1})
    assert Article.objects.count() == 4


def test_of_two_on_the_desk_the_one_that_comes_second_is_asked_about(editor: Any) -> None:
    first, second = receive(editor), receive(editor, COPY)
    commit_upload(upload=second, by=editor)
    assert again(first) == []
    with pytest.raises(IngestError, match=r"一版\.txt"):
        commit_upload(upload=first, by=editor)


def test_a_journalist_is_told_and_shown_no_link_to_what_is_not_theirs(editor: Any) -> None:
    first = receive(editor)
    journalist = person_of("记者")
    second = receive(journalist, COPY)
    page = signed_in(journalist).get(second.get_desk_url()).content.decode()
    assert "一版.txt" in page
    assert first.get_desk_url() not in page


def test_at_the_command_line_it_is_refused_until_said_so(tmp_path: Any) -> None:
    furnish()
    UserFactory(is_superuser=True)
    for number, text in enumerate((PAGE, COPY)):
        (tmp_path / f"{number}.txt").write_text(text)
    call_command("import_issue", tmp_path / "0.txt", date="2026-11-21", commit=True)
    with pytest.raises(CommandError):
        call_command("import_issue", tmp_path / "1.txt", date="2026-11-21", commit=True)
    call_command("import_issue", tmp_path / "1.txt", date="2026-11-21", commit=True, again=True)
    assert Article.objects.count() == 4


# The number of the issue.

NUMBERED = "清河新报  2026年11月21日 星期六  第1版  第1291期\n\n" + PAGE


def number_doubt(upload: Upload) -> list[str]:
    return [each["other"] for each in doubts(upload.document) if each["kind"] == "number"]


def test_a_number_other_than_that_of_the_issue_is_a_doubt(editor: Any, desk: Client) -> None:
    IssueFactory(newspaper=furnish(), date=ISSUED, number=1290)
    upload = receive(editor, NUMBERED, number=None)
    assert number_doubt(upload) == ["1290"]
    page = desk.get(upload.get_desk_url()).content.decode()
    assert "版面上印的是第1291期，那天的报纸是第1290期" in page
    assert "期号以那天的报纸为准" in page


def test_a_number_other_than_was_typed_is_a_doubt(editor: Any) -> None:
    assert number_doubt(receive(editor, NUMBERED, number=1290)) == ["1290"]


def test_a_typed_number_other_than_that_of_the_issue_is_a_doubt(editor: Any) -> None:
    IssueFactory(newspaper=furnish(), date=ISSUED, number=1290)
    assert number_doubt(receive(editor, number=1291)) == ["1290"]


def test_a_number_that_another_day_has_is_a_doubt(editor: Any, desk: Client) -> None:
    IssueFactory(newspaper=furnish(), date=date(2026, 11, 20), number=1291)
    upload = receive(editor, NUMBERED, number=None)
    assert number_doubt(upload) == ["2026-11-20"]
    assert "2026年11月20日的报纸已是这个期号" in desk.get(upload.get_desk_url()).content.decode()


@pytest.mark.parametrize("number", [None, 1291])
def test_a_number_that_agrees_or_is_the_first_is_none(editor: Any, number: int | None) -> None:
    IssueFactory(newspaper=furnish(), date=ISSUED, number=number)
    assert number_doubt(receive(editor, NUMBERED, number=None)) == []


def test_an_issue_that_came_in_since_is_asked_about_at_the_commit(
    editor: Any, desk: Client
) -> None:
    upload = receive(editor, NUMBERED, number=None)
    before = desk.get(commit_page(upload)).context["open_doubts"]["count"]
    IssueFactory(newspaper=furnish(), date=ISSUED, number=1290)
    assert desk.get(commit_page(upload)).context["open_doubts"]["count"] == before + 1


def test_a_number_that_the_other_issue_has_given_up_is_doubted_no_more(
    editor: Any, desk: Client
) -> None:
    other = IssueFactory(newspaper=furnish(), date=date(2026, 11, 20), number=1291)
    upload = receive(editor, NUMBERED, number=None)
    other.number = 1290
    other.save()
    assert "已是这个期号" not in desk.get(upload.get_desk_url()).content.decode()


def test_the_desk_shows_every_doubt_that_the_commit_counts(editor: Any, desk: Client) -> None:
    upload = receive(editor, NUMBERED, number=None)
    IssueFactory(newspaper=furnish(), date=ISSUED, number=1290)
    counted = desk.get(commit_page(upload)).context["open_doubts"]
    shown = desk.get(counted["first"])
    assert "版面上印的是第1291期，那天的报纸是第1290期" in shown.content.decode()
    assert counted["count"] == len(shown.context["desk"].doubts)
    first = shown.context["desk"].doubts[0]
    do(desk, upload, "accept_doubt", doubt=first["key"])
    assert desk.get(commit_page(upload)).context["open_doubts"]["count"] == counted["count"] - 1
