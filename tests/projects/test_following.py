"""Who follows a project by its feed is told every article that speaks of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from articles.models import Correction
from projects.models import Project
from tests.factories import (
    PUBLISHED_AT,
    ArticleFactory,
    EvidenceFactory,
    MentionFactory,
    NewspaperFactory,
    ProjectFactory,
    UserFactory,
)
from tests.projects.taken_away import FEEDS, SITE, entries, said

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


@pytest.fixture
def project() -> Any:
    return ProjectFactory(name="北门菜市场")


@pytest.mark.parametrize("name", FEEDS)
def test_a_project_is_followed_by_its_articles_and_their_sentences(
    name: str, client: Client, project: Any
) -> None:
    later = PUBLISHED_AT + timedelta(hours=2)
    said(project, "北门菜市场打下第一根桩。", headline="开工", summary="别的事")
    roof = said(project, "菜市场的顶棚合拢了。", headline="封顶", published_at=later)
    told = entries(client, project, name)
    assert [(each.title, each.summary) for each in told] == [
        ("封顶", "菜市场的顶棚合拢了。"),
        ("开工", "北门菜市场打下第一根桩。"),
    ]
    assert told[0].link == f"{SITE}{roof.get_absolute_url()}"
    assert told[0].id == f"urn:uuid:{roof.article.uid}"


def test_a_sentence_that_says_two_things_is_read_once(client: Client, project: Any) -> None:
    first = said(project, "菜市场投资300万元，明年完工。", "300万元")
    second = EvidenceFactory(article=first.article, exact=first.exact, mark_start=11, mark_end=13)
    MentionFactory(project=project, evidence=second)
    (entry,) = entries(client, project)
    assert entry.summary == first.exact


def test_sentences_stand_in_the_order_of_the_print(client: Client, project: Any) -> None:
    """Whatever was entered first: a sum may be read before the sentence above it."""
    printed = ["菜市场今天开工。", "它有两层。", "总投资300万元。"]
    article = ArticleFactory(body=f"<p>{printed[0]}{printed[1]}</p><p>{printed[2]}</p>")
    quotes = {
        exact: EvidenceFactory(article=article, exact=exact, mark_start=None, mark_end=None)
        for exact in (printed[2], printed[0], printed[1])
    }
    for evidence in quotes.values():
        MentionFactory(project=project, evidence=evidence)
    (entry,) = entries(client, project)
    assert entry.summary == "".join(printed)
    assert entry.link == f"{SITE}{quotes[printed[0]].get_absolute_url()}"


def test_a_feed_tells_nothing_of_other_projects(client: Client, project: Any) -> None:
    mine = said(project, "菜市场开工。", headline="两处开工")
    other = EvidenceFactory(article=mine.article, exact="车站也开工了。")
    MentionFactory(project=ProjectFactory(name="车站"), evidence=other)
    said(ProjectFactory(name="水塔"), "水塔开工。")
    (entry,) = entries(client, project)
    assert entry.summary == "菜市场开工。"


def test_a_correction_reaches_who_follows_the_project(client: Client, project: Any) -> None:
    wrong = said(project, "菜市场有60个摊位。", headline="摊位")
    said(project, "菜市场开门。", headline="开门", published_at=PUBLISHED_AT + timedelta(hours=1))
    moment = PUBLISHED_AT + timedelta(hours=5)
    Correction.objects.create(article=wrong.article, text="是60个，不是16个。", at=moment)
    first = entries(client, project)[0]
    assert first.summary == "更正：是60个，不是16个。 菜市场有60个摊位。"
    assert datetime.fromisoformat(first.updated) == moment


def test_a_sentence_corrected_away_is_not_told_any_more(client: Client, project: Any) -> None:
    gone = said(project, "菜市场有600个摊位。", summary="摊位定了。")
    gone.broken = True
    gone.save()
    (entry,) = entries(client, project)
    assert entry.summary == "摊位定了。"


@pytest.mark.parametrize("name", FEEDS)
def test_the_feed_of_a_project_that_was_taken_out_is_gone(name: str, client: Client) -> None:
    kind = ContentType.objects.get_for_model(Project)
    LogEntry.objects.create(
        user=UserFactory(), content_type=kind, object_id="99", action_flag=DELETION
    )
    assert client.get(f"/projects/99/{name}").status_code == 410
    assert client.get(f"/projects/98/{name}").status_code == 404


@pytest.mark.parametrize("name", FEEDS)
def test_what_was_printed_is_text_in_a_feed(name: str, client: Client, project: Any) -> None:
    said(project, "面积<5亩的<img src=x>地块。")
    (entry,) = entries(client, project, name)
    assert "面积&lt;5亩的&lt;img src=x&gt;地块。" in entry.summary
