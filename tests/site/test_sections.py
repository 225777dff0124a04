"""Section, tag and department pages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from taggit.models import Tag

from articles.keyset import PAGE_SIZE
from tests.factories import (
    PUBLISHED_AT,
    ArticleFactory,
    DepartmentFactory,
    ProjectFactory,
    SectionFactory,
)
from tests.site.conftest import give_a_project

pytestmark = pytest.mark.django_db


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode().replace("<wbr>", "")


def test_a_section_lists_its_articles_and_those_of_its_sub_topics(client, paper):
    topic = SectionFactory(name="工业", slug="gongye", parent=paper.section)
    ArticleFactory(headline="钢厂停了炉", section=topic)
    ArticleFactory(headline="学校开了学", section=SectionFactory(name="教育", slug="jiaoyu"))
    text = text_of(client, "/news/jingji/")
    assert "钢厂" in text
    assert "学校开" not in text
    assert 'href="/news/gongye/"' in text


def test_a_sub_topic_lists_only_its_own_and_lights_its_parent(client, paper):
    topic = SectionFactory(name="工业", slug="gongye", parent=paper.section)
    ArticleFactory(headline="钢厂停炉", section=topic)
    ArticleFactory(headline="麦子黄了", section=paper.section)
    text = text_of(client, "/news/gongye/")
    assert "麦子" not in text
    assert '<a href="/news/jingji/" aria-current="true">经济</a>' in text


def test_an_unknown_section_is_not_found(client, paper):
    assert client.get("/news/nichts/").status_code == 404


def test_a_month_shows_only_its_articles_by_the_clock_of_the_county(client, paper):
    # 23:30 UTC on 31 October is already 1 November in the county.
    night = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)
    ArticleFactory(headline="十一月头一天", section=paper.section, published_at=night)
    ArticleFactory(
        headline="十月的事", section=paper.section, published_at=night - timedelta(days=1)
    )
    november = text_of(client, "/news/jingji/?month=2026-11")
    assert "头一天" in november
    assert "十月的" not in november
    assert "2026年11月" in november


@pytest.mark.parametrize("query", ["month=2026-13", "month=x", "before=x", "after=1,1"])
def test_an_address_that_we_never_gave_is_not_found(client, paper, query):
    assert client.get(f"/news/jingji/?{query}").status_code == 404


def test_older_articles_are_one_link_away_and_the_month_stays_chosen(client, paper):
    for number in range(PAGE_SIZE + 1):
        at = PUBLISHED_AT + timedelta(minutes=number)
        ArticleFactory(section=paper.section, published_at=at)
    response = client.get("/news/jingji/?month=2026-11")
    text = response.content.decode()
    assert "更早的报道" in text
    assert "month=2026-11&amp;before=" in text
    older = client.get(f"/news/jingji/?before={response.context['page'].older}")
    assert len(older.context["page"].articles) == 1
    assert "较新的报道" in older.content.decode()
    assert 'content="noindex, follow"' in older.content.decode()


def test_a_story_about_a_project_carries_the_line_of_the_ledger(client, paper):
    article = ArticleFactory(section=paper.section)
    give_a_project(article, "蔬菜冷链中心")
    assert "账本：" in text_of(client, "/news/jingji/")


def test_an_empty_section_says_what_is_missing_and_leads_on(client, paper):
    assert "这里还没有“经济”的报道" in text_of(client, "/news/jingji/")


def test_the_right_column_counts_departments_tags_and_months(client, paper):
    paper.publish(3)
    text = text_of(client, "/news/jingji/")
    assert "县发改局" in text
    assert "3篇" in text
    assert "蔬菜" in text
    assert "2026年11月" in text


def test_a_tag_lists_its_articles(client, paper):
    paper.publish(2)
    text = text_of(client, f"/tags/{Tag.objects.get(name='蔬菜').slug}/")
    assert all(article.get_absolute_url() in text for article in paper.public)


def test_a_department_lists_what_it_said_and_where_it_is_named(client, paper):
    said = ArticleFactory(headline="它说的", source_department=paper.department)
    named = ArticleFactory(headline="说它的")
    named.departments.add(paper.department)
    other = ArticleFactory(headline="不相干")
    text = text_of(client, "/departments/fagai-ju/")
    assert said.get_absolute_url() in text
    assert named.get_absolute_url() in text
    assert other.get_absolute_url() not in text


def test_a_department_shows_public_projects_that_it_leads(client, paper):
    paper.publish(1)
    project = paper.public[0].evidence.get().projects.get()
    project.lead = paper.department
    project.save()
    ProjectFactory(name="没见过报的项目", lead=paper.department)
    text = text_of(client, "/departments/fagai-ju/")
    assert project.name in text
    assert "没见过报" not in text


def test_a_department_leads_to_its_parent_only_where_that_opens(client, paper):
    paper.publish(1)
    paper.department.parent = parent = DepartmentFactory(name="从不见报的县府")
    paper.department.save()
    link = f'href="{parent.get_absolute_url()}"'
    page = client.get("/departments/fagai-ju/").content.decode()
    assert parent.name in page
    assert link not in page
    ArticleFactory(source_department=parent)
    assert link in client.get("/departments/fagai-ju/").content.decode()


def test_only_departments_in_the_news_stand_under_their_parent(client, paper):
    paper.publish(1)
    quiet = DepartmentFactory(name="从不见报的股室", parent=paper.department)
    loud = DepartmentFactory(name="常见报的中心", parent=paper.department)
    ArticleFactory(source_department=loud)
    text = text_of(client, "/departments/fagai-ju/")
    assert loud.name in text
    assert quiet.name not in text
