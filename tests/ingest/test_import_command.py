"""`manage.py import_issue`: the same way from the command line, and nothing changed unasked."""

from __future__ import annotations

import json
from collections import Counter
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Status
from ingest.models import Upload
from projects.models import Investment
from tests.conftest import ROOT
from tests.factories import UserFactory
from tests.ingest.uploads import PAGE, furnish

pytestmark = pytest.mark.django_db

DEMO = ROOT / "fixtures" / "uploads" / "demo-page.txt"
PARTS = {
    "articles": "kicker headline deck dateline byline bylines section incomplete paragraphs subheads "
    "captions departments",
    "projects": "name article quote investment_yuan investment_text comparator investments "
    "capacities stage tense due_text due_on term_quote milestones sector department",
    "targets": "article project department kind indicator stage comparator value unit due_text "
    "due_on quote",
    "joins": "left right confidence reason",
}
SUM = "yuan text kind comparator currency as_of quote"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page to commit, a paper to take it, and an administrator to answer for it."""
    furnish()
    UserFactory(is_superuser=True)
    file = tmp_path / "一版.txt"
    file.write_text(PAGE)
    return file


def said(*words: Any, **options: Any) -> str:
    out = StringIO()
    call_command("import_issue", *words, date="2026-12-01", stdout=out, **options)
    return out.getvalue()


def texts(document: dict[str, Any]) -> str:
    """All text fields but quotes; dateline and byline repeat what a paragraph or a line of writers holds."""
    found = [*document["banners"], *document["captions"], *document["leftovers"]]
    for article in document["articles"]:
        found += [article[head] or "" for head in ("kicker", "headline", "deck")]
        found += [*article["bylines"], *article["paragraphs"], *article["captions"]]
        found += [subhead["text"] for subhead in article["subheads"]]
    return "".join("".join(found).split())


def test_without_commit_it_prints_the_proposal_and_changes_nothing() -> None:
    shown = said(DEMO)
    assert "五个收尾项目报出最后期限" in shown
    assert "● 洪善饲料加工项目 1.35亿元 明年6月底前" in shown
    assert "（缺开头）" in shown
    assert not Upload.objects.exists()
    assert not Article.objects.exists()


def test_json_is_one_object_with_every_part_and_every_character() -> None:
    document = json.loads(said(DEMO, json=True))
    assert set(document) == {*PARTS, "statements", "banners", "captions", "leftovers"}
    for part, names in PARTS.items():
        assert document[part], part
        assert set(names.split()) <= set(document[part][0]), part
    feed = next(one for one in document["projects"] if one["name"] == "洪善饲料加工项目")
    assert (feed["investment_yuan"], feed["due_on"]) == (135_000_000, "2027-06-30")
    assert set(SUM.split()) <= set(feed["investments"][0])
    assert Counter(texts(document)) == Counter("".join(DEMO.read_text("utf-8-sig").split()))
    assert not Upload.objects.exists()


def test_every_promised_stage_is_printed_with_its_day_and_its_sentence(page: Path) -> None:
    told = "该项目2027年3月开工，2029年底前建成。"
    page.write_text(f"大桥明年开工\n\n本报讯 青石河大桥通过审查，总投资2.1亿元。{told}\n")
    document = json.loads(said(page, json=True))
    bridge = document["projects"][0]
    assert bridge["due_on"] == "2029-12-31"
    assert bridge["milestones"] == [
        {
            "stage": "started",
            "tense": "planned",
            "due_text": "2027年3月",
            "due_on": "2027-03-31",
            "due_precision": "month",
            "quote": told,
            "confidence": 0.95,
        }
    ]
    assert "◦ 2027年3月 开工" in said(page)


def test_with_commit_drafts_come_in_with_their_figures(page: Path) -> None:
    said(page, commit=True, paper="清河新报", number=1288, page=2)
    article = Article.objects.get(headline="河东冷链园今日动工")
    assert article.status == Status.DRAFT
    assert article.page is not None
    assert (article.page.number, article.page.issue.number) == (2, 1288)
    assert Investment.objects.get().evidence.article == article


def test_with_both_the_proposal_is_printed_as_json_and_comes_in(page: Path) -> None:
    document = json.loads(said(page, commit=True, json=True))
    assert document["articles"][0]["headline"] == "河东冷链园今日动工"
    assert Article.objects.filter(headline="河东冷链园今日动工").exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "文件是空的"), (PAGE.encode("gb18030")[:-2], "半个汉字")],
    ids=["empty", "half a character"],
)
def test_what_cannot_be_read_is_said_and_nothing_comes_in(
    data: bytes, words: str, page: Path
) -> None:
    page.write_bytes(data)
    with pytest.raises(CommandError, match=words):
        said(page, commit=True)
    assert not Upload.objects.exclude(state="failed").exists()
    assert not Article.objects.exists()


def test_a_date_that_is_none_and_a_paper_that_is_none_are_refused(page: Path) -> None:
    with pytest.raises(CommandError, match="2026-02-30"):
        call_command("import_issue", page, date="2026-02-30", commit=True)
    with pytest.raises(CommandError, match="没有的报"):
        said(page, commit=True, paper="没有的报")
    assert not Upload.objects.exists()
