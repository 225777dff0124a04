"""A date or a number is searched with its unit, and a number is never a part of a longer one."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import search as news_search
from articles.excerpts import highlight
from articles.search import search, words_of
from chinese.sought import anywhere, words
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    InvestmentFactory,
    NewspaperFactory,
    ProjectFactory,
)

pytestmark = pytest.mark.django_db
URL = reverse("search")
PRINTED = "渠首闸房定在6月底交付，水费每方1.5元，柳根渠要用3年修完，工钱9860元，杨木每方66.6元。"
# The same figures apart from their units, and inside longer ones.
APART = "第6户在月底搬完，3户明年再搬，另有16月底稿、13年陈酒、11.5元的盐，欠款9860元，每方66.6元。"


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


def found(query: str) -> list[int]:
    return [hit.pk for hit in search(query)]


@pytest.mark.parametrize(
    "query",
    [
        "6月底",
        "６月底",
        "在6月",
        "6月",
        "每方1.5元",
        "1.5",
        "１．５元",
        "用3年修",
        "3年",
        "6月底交付",
    ],
)
def test_what_is_typed_without_a_blank_stands_together(query: str) -> None:
    article = ArticleFactory(body=f"<p>{PRINTED}</p>")
    ArticleFactory(headline="第6户月底搬", body=f"<p>{APART}</p>")
    assert found(query) == [article.pk]


@pytest.mark.parametrize("query", ["986", "66", "6", "860元", "6.6元", "5元", "60元", "6元"])
def test_a_number_is_not_found_inside_a_longer_one(query: str) -> None:
    ArticleFactory(body="<p>工钱9860元，杨木每方66.6元，盐1.5元，灯油1，660元，布匹3,660元。</p>")
    assert found(query) == []


@pytest.mark.parametrize("printed", ["6 月底", "６月底", "６　月底", "6\u00a0月底"])
def test_print_may_have_blanks_and_full_width_figures(printed: str) -> None:
    article = ArticleFactory(body=f"<p>闸房{printed}交付。</p>")
    assert found("6月底") == [article.pk]


def test_words_with_a_blank_between_may_stand_apart() -> None:
    apart = ArticleFactory(body="<p>第6户在月底搬完。</p>")
    assert found("6 月底") == [apart.pk]
    assert found("6月底") == []


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        ("1-9月", "1—9月用水减少"),
        ("IP授权", "IP授权收入"),
        ("戲臺3座", "戏台3座"),
        ("2026年6月", "2026年6月"),
    ],
)
def test_figures_letters_and_characters_make_one_word(query: str, printed: str) -> None:
    article = ArticleFactory(body=f"<p>柳根渠{printed}。</p>")
    ArticleFactory(body="<p>IP的授权，1月和9月，戏台有3座，2026年的6月。</p>")
    assert found(query) == [article.pk]


def test_the_right_ones_are_not_hidden_behind_many_wrong_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(news_search, "MOST", 2)
    monkeypatch.setattr(news_search, "SPARE", 1)
    right = ArticleFactory(body="<p>闸房6月底交付。</p>")
    for number in range(4):
        ArticleFactory(headline=f"稿{number}", body="<p>每方0.6。月底结账6.月底。</p>")
    assert right.pk in found("6月底")


def test_a_headline_with_the_figures_apart_does_not_come_first() -> None:
    right = ArticleFactory(headline="柳根渠6月底放水", body="<p>渠首。</p>")
    ArticleFactory(headline="6座闸房月底完工", body="<p>闸房在6月底交付。</p>")
    assert found("6月底")[0] == right.pk


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        (
            "6",
            "渠首闸房定在<6>月底交付，水费每方1.5元，柳根渠要用3年修完，工钱9860元，杨木每方66.6元。",
        ),
        ("6月底 元", "定在<6月底>交付，水费每方1.5<元>"),
        ("1.5元", "水费每方<1.5元>，"),
        ("60", "工钱9860元，"),
    ],
)
def test_only_whole_numbers_are_marked(query: str, marked: str) -> None:
    shown = str(highlight(PRINTED, words_of(query)))
    assert marked in shown.replace('<mark class="hit">', "<").replace("</mark>", ">")


def test_projects_are_found_by_whole_numbers_too(client: Client) -> None:
    article = ArticleFactory(body="<p>柳根渠三年里花了13年的水费。</p>")
    evidence = EvidenceFactory(article=article, exact="柳根渠三年里花了13年的水费")
    InvestmentFactory(projects=[ProjectFactory(name="柳根渠")], evidence=evidence)

    def named(query: str) -> Any:
        return [one.project.name for one in client.get(URL, {"q": query}).context["projects"]]

    assert named("13年") == ["柳根渠"]
    assert named("3年") == []


def test_full_width_figures_are_the_same_words() -> None:
    assert words("１.３亿") == words("１．３億") == words("1.3亿") == ["1.3亿"]
    assert anywhere(["1.3亿"]).findall("１．３亿、11.3亿、1.3亿") == ["１．３亿", "1.3亿"]
