"""An article without a section is asked about; none gets among the top news without a word."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse
from django.utils import translation

from articles.models import Article, Section
from ingest.committing import commit_upload
from ingest.matching import section_names
from ingest.messages import IngestError
from ingest.models import Upload
from tests.factories import SectionFactory
from tests.ingest.uploads import do, furnish, receive

pytestmark = pytest.mark.django_db

TEXT = """老街夜市又开张

本报讯 老街夜市又开张了，摊主们说人比去年多。

城东来了放映队

本报讯 放映队在城东放了三场露天电影。
"""


@pytest.fixture(autouse=True)
def in_chinese() -> Any:
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def sections() -> list[Section]:
    return [SectionFactory(name=name, order=order) for order, name in enumerate(["要闻", "民生"])]


@pytest.fixture
def upload(editor: Any, sections: list[Section]) -> Upload:
    found = receive(editor, TEXT)
    document = found.document
    for article in document["articles"]:
        article["section"] = None
    Upload.objects.filter(pk=found.pk).update(current=document)
    found.refresh_from_db()
    return found


def ask(client: Client, upload: Upload, query: str = "") -> Any:
    return client.get(upload.get_desk_url() + query)


def asked(client: Client, upload: Upload) -> list[Any]:
    return [
        each for each in ask(client, upload).context["desk"].doubts if each["kind"] == "section"
    ]


def commit_page(client: Client, upload: Upload) -> str:
    return client.get(reverse("admin:ingest_upload_commit", args=[upload.pk])).content.decode()


def commit(client: Client, upload: Upload, **sent: str) -> None:
    address = reverse("admin:ingest_upload_commit", args=[upload.pk])
    client.post(address, {"revision": Upload.objects.get(pk=upload.pk).revision, **sent})


def where() -> dict[str, str]:
    return dict(Article.objects.values_list("headline", "section__name"))


def test_every_article_without_a_section_is_a_doubt(desk: Client, upload: Upload) -> None:
    first, second = asked(desk, upload)
    assert first["sentence"] == "“老街夜市又开张”还没有栏目"
    page = ask(desk, upload, first["link"]).content.decode()
    assert '<option value="民生">' in page
    assert 'value="accept_doubt"' not in page
    do(desk, upload, "edit_article", article=first["target"], section="民生")
    assert asked(desk, upload) == [second]
    do(desk, upload, "accept_doubt", doubt=second["key"])
    assert asked(desk, upload) == [second]


def test_the_commit_asks_for_the_section_of_the_rest(desk: Client, upload: Upload) -> None:
    do(desk, upload, "edit_article", article="a1", section="要闻")
    page = commit_page(desk, upload)
    assert "1篇还没有栏目" in page
    assert "城东来了放映队" in page
    commit(desk, upload)
    assert not Article.objects.exists()
    assert "有1篇稿件没有栏目：城东来了放映队" in commit_page(desk, upload)
    commit(desk, upload, section="民生")
    assert where() == {"老街夜市又开张": "要闻", "城东来了放映队": "民生"}


@pytest.mark.parametrize("section", ["", "没有的栏目"])
def test_nothing_is_put_among_the_top_news_without_a_word(
    editor: Any, upload: Upload, section: str
) -> None:
    with pytest.raises(IngestError, match="老街夜市又开张、城东来了放映队"):
        commit_upload(upload=upload, by=editor, section=section)
    assert not Article.objects.exists()


def test_a_section_that_is_gone_is_none(
    desk: Client, editor: Any, upload: Upload, sections: list[Section]
) -> None:
    SectionFactory(name="文化", order=9)
    do(desk, upload, "edit_article", article="a1", section="文化")
    do(desk, upload, "edit_article", article="a2", section="民生")
    assert asked(desk, upload) == []
    Section.objects.filter(name="文化").update(name="文体")
    assert [each["target"] for each in asked(desk, upload)] == ["a1"]
    upload.refresh_from_db()
    with pytest.raises(IngestError, match="老街夜市又开张"):
        commit_upload(upload=upload, by=editor)


def test_where_there_is_but_one_section_nothing_is_asked(desk: Client, editor: Any) -> None:
    only = SectionFactory(name="要闻")
    upload = receive(editor, TEXT)
    assert asked(desk, upload) == []
    assert 'name="section"' not in commit_page(desk, upload)
    commit(desk, upload)
    assert set(where().values()) == {only.name}


def test_the_command_says_into_which_section_such_articles_come(
    tmp_path: Any, editor: Any, sections: list[Section]
) -> None:
    type(editor).objects.filter(pk=editor.pk).update(is_superuser=True)
    file = tmp_path / "一版.txt"
    file.write_text(TEXT)
    furnish()
    told = StringIO()
    options: dict[str, Any] = {"date": "2026-11-21", "commit": True, "stdout": StringIO()}
    with pytest.raises(CommandError, match="没有栏目："):
        call_command("import_issue", file, section="没有的栏目", **options)
    assert not Article.objects.exists()
    call_command("import_issue", file, stderr=told, **options)
    first = section_names()[0]
    assert set(where().values()) == {first}
    assert f"放进“{first}”" in told.getvalue() and "--section" in told.getvalue()


def test_the_command_takes_the_section_that_is_named(
    tmp_path: Any, editor: Any, sections: list[Section]
) -> None:
    type(editor).objects.filter(pk=editor.pk).update(is_superuser=True)
    file = tmp_path / "一版.txt"
    file.write_text(TEXT)
    furnish()
    options: dict[str, Any] = {"date": "2026-11-21", "commit": True, "stdout": StringIO()}
    call_command("import_issue", file, section="民生", **options)
    assert set(where().values()) == {"民生"}
