"""A search that finds nothing offers the nearest thing there is, and says how near it is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.nearest import parts_of
from articles.stamp import renew
from chinese.near import near
from tests.factories import (
    ArticleFactory,
    DepartmentFactory,
    EvidenceFactory,
    InvestmentFactory,
    IssueFactory,
    MentionFactory,
    NewspaperFactory,
    PageFactory,
    ProjectFactory,
)
from tests.projects.test_views_project import hidden_articles

pytestmark = pytest.mark.django_db
URL = reverse("search")
QUERIES = 8


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


def page(client: Client, query: str) -> Any:
    answer = client.get(URL, {"q": query})
    assert answer.status_code == 200
    return answer


def text_of(answer: Any) -> str:
    return re.sub(r"<[^>]+>", "", answer.content.decode())


def told(name: str) -> Any:
    project = ProjectFactory(name=name)
    MentionFactory(project=project, evidence=EvidenceFactory(article=ArticleFactory()))
    return project


@pytest.mark.parametrize(
    ("typed", "name", "stretch"),
    [
        ("柳跟渠衬砌", "柳根渠衬砌工程", "柳根渠衬砌"),
        ("衬砌柳根渠", "柳根渠衬砌工程", "柳根渠衬砌"),
        ("柳根衬砌", "柳根渠衬砌工程", "柳根渠衬砌"),
        ("柳根渠道衬砌", "柳根渠衬砌工程", "柳根渠衬砌"),
        ("柳梗渠", "柳根渠衬砌工程", "柳根渠"),
        ("柳根", "柳根渠衬砌工程", ""),
        ("根柳", "柳根渠衬砌工程", ""),
        ("杨根沟", "柳根渠衬砌工程", ""),
        ("柳根渠衬砌", "柳根渠衬砌工程", ""),
        ("侯冀渠改造", "柳根渠衬砌工程", ""),
        ("", "柳根渠", ""),
    ],
)
def test_one_wrong_character_or_another_order_is_near(typed: str, name: str, stretch: str) -> None:
    assert near(typed, name) == stretch


def test_what_was_typed_in_one_is_looked_for_in_its_words() -> None:
    assert parts_of(["玉米冷库"]) == ["玉米", "冷库"]
    assert parts_of(["玉米", "冷库"]) == ["玉米", "冷库"]
    assert parts_of(["冷库"]) == []


@pytest.mark.parametrize("query", ["柳跟渠衬砌", "衬砌柳根渠"])
def test_a_name_nearly_so_is_offered_with_what_is_near_in_it(client: Client, query: str) -> None:
    project = told("柳根渠衬砌工程")
    answer = page(client, query)
    html = answer.content.decode()
    assert f'href="{project.get_absolute_url()}">柳根渠衬砌工程</a>' in html
    assert "项目，“柳根渠衬砌”只差一字或字序不同" in text_of(answer)
    assert "下面是相近的，不是要找的原词" in text_of(answer)
    assert "报上没有写过" not in text_of(answer)


def test_departments_and_tags_are_offered_too(client: Client) -> None:
    article = ArticleFactory()
    article.departments.add(DepartmentFactory(name="清河县水利局", slug="slj", short_name="水利局"))
    article.tags.add("冬灌用水")
    assert 'href="/departments/slj/"' in page(client, "清河县水力局").content.decode()
    assert "标签，“冬灌用水”只差一字或字序不同" in text_of(page(client, "冬灌甩水"))


def test_articles_with_some_of_the_words_are_offered_most_words_first(client: Client) -> None:
    one = ArticleFactory(headline="玉米收完", body="<p>玉米进了仓。</p>")
    both = ArticleFactory(headline="冷库开门", body="<p>冷库里有白菜，院里晒着玉米。</p>")
    ArticleFactory(headline="别的", body="<p>柳根渠放水。</p>")
    answer = page(client, "玉米冷库")
    assert [line.article.pk for line, _ in answer.context["partly"]] == [both.pk, one.pk]
    assert [held for _, held in answer.context["partly"]] == [["玉米", "冷库"], ["玉米"]]
    assert "写到“玉米”“冷库”" in text_of(answer)
    assert '<mark class="hit">玉米</mark>' in answer.content.decode()
    assert answer.context["count"] == 0


def test_words_typed_apart_of_which_one_stands_nowhere(client: Client) -> None:
    found = ArticleFactory(headline="玉米收完", body="<p>玉米进了仓。</p>")
    answer = page(client, "玉米 潜水艇")
    assert [line.article.pk for line, _ in answer.context["partly"]] == [found.pk]


def test_a_name_that_holds_a_word_of_it_is_offered(client: Client) -> None:
    told("柳根渠衬砌工程")
    assert "名称里有“衬砌”" in text_of(page(client, "衬砌潜水艇"))


def test_where_nothing_is_near_there_are_words_that_are_printed(client: Client) -> None:
    article = ArticleFactory()
    article.tags.add("冬灌")
    answer = page(client, "京广")
    assert "报上没有写过，也没有相近的名称和词。" in text_of(answer)
    assert "冬灌" in text_of(answer)
    for address in ("/projects/", "/issues/"):
        assert f'href="{address}"' in answer.content.decode()


def test_a_filter_that_leaves_nothing_is_no_missing_word(client: Client) -> None:
    ArticleFactory(body="<p>柳根渠放水。</p>")
    answer = client.get(URL, {"q": "柳根渠", "time": "2023"})
    assert answer.context["nearest"] is None
    assert "去掉筛选" in text_of(answer)


@pytest.mark.parametrize("article", hidden_articles())
def test_nothing_that_is_not_public_is_near(client: Client, article: Any) -> None:
    hidden = ArticleFactory(headline="密稿", body="<p>密渠的玉米。</p>", **article)
    hidden.tags.add("密渠衬砌法")
    hidden.departments.add(DepartmentFactory(name="密渠衬砌处"))
    MentionFactory(
        project=ProjectFactory(name="密渠衬砌工程"), evidence=EvidenceFactory(article=hidden)
    )
    for query in ("密沟衬砌", "玉米冷库", "京广"):
        assert "密渠" not in text_of(page(client, query))
        assert "密稿" not in text_of(page(client, query))


@pytest.mark.parametrize(
    "query", ["<script>alert(1)", "'\" OR", "%", "6月底", "晾" * 60, "1.5元柳渠"]
)
def test_no_query_without_a_hit_is_an_error(client: Client, query: str) -> None:
    told("柳根渠衬砌工程")
    assert "<script>alert" not in page(client, query).content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [1, 3])
def test_a_page_without_a_hit_asks_no_more_than_one_with(
    client: Client, count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        article = ArticleFactory(
            body=f"<p>柳根渠{number}，冷库。</p>", issue=IssueFactory(), page=PageFactory()
        )
        article.tags.add(f"标签{number}")
        article.departments.add(DepartmentFactory())
        project = ProjectFactory(name=f"柳根渠衬砌{number}")
        InvestmentFactory(projects=[project], evidence=EvidenceFactory(article=article))
    renew()
    with django_assert_num_queries(QUERIES):
        assert client.get(URL, {"q": "柳跟渠衬砌冷库"}).status_code == 200
