"""Readers find any word inside a sentence, and never what is not public."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles import search as news_search
from articles import search_index
from articles.excerpts import excerpt, highlight
from articles.models import Article
from articles.search import MOST, search
from articles.stamp import renew
from chinese.scripts import simplified
from projects import ledger
from tests.factories import (
    PUBLISHED_AT,
    ArticleFactory,
    DepartmentFactory,
    EvidenceFactory,
    InvestmentFactory,
    IssueFactory,
    NewspaperFactory,
    PageFactory,
    PhotoFactory,
    ProjectFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db
URL = reverse("search")
QUERIES = 8
SENTENCE = "<p>六户工坊合用的晾漆房先行试用，一季度出货比往年多三成，IP授权收入1.48亿元。</p>"
HIDDEN = [
    {"status": "draft"},
    {"status": "in_review"},
    {"status": "withdrawn"},
    {"status": "published", "published_at": datetime(2026, 11, 25, 1, 0, tzinfo=UTC)},
]


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


def found(query: str, **choice: Any) -> list[int]:
    return [hit.pk for hit in search(query, **choice)]


@pytest.mark.parametrize(
    "query",
    [
        "晾漆",
        "漆房",
        "晾漆房",
        "房先",
        "合用的晾漆房先行试用",
        "季度出货",
        "IP",
        "ip授权",
        "1.48亿元",
        "工坊 三成",
        "漆",
        "六",
        "成",
        "亿元",
        "“晾漆房”",
    ],
)
def test_any_word_is_found_in_mid_sentence(query: str) -> None:
    article = ArticleFactory(body=SENTENCE)
    ArticleFactory(body="<p>另一篇说的是玉米。</p>")
    assert found(query) == [article.pk]


@pytest.mark.parametrize(
    "query", ["晾房", "漆晾", "用一季", "房工坊", "玉米", "48.1亿", "工坊 玉米"]
)
def test_what_stands_nowhere_is_not_found(query: str) -> None:
    ArticleFactory(body=SENTENCE)
    assert found(query) == []


def test_the_parts_of_a_long_word_must_stand_together() -> None:
    ArticleFactory(body="<p>县政协开会。市政府来人。</p>")
    together = ArticleFactory(body="<p>县政府开会。</p>")
    assert found("县政府") == [together.pk]


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "'",
        'a" OR b*',
        "(",
        "NEAR(",
        "* ",
        "晾漆房:*",
        "head : x",
        "a & | !",
        "\\",
        "%",
        "_",
        "",
        "  ",
        "。，",
        "\x00",
        "🙂",
        "-",
        "<->",
        "晾" * 300,
        "' OR 1=1 --",
        "𠮷𠮷",
    ],
)
def test_no_query_is_an_error(client: Client, query: str) -> None:
    ArticleFactory(body=SENTENCE)
    assert client.get(URL, {"q": query}).status_code == 200


def test_headlines_first_then_the_newest() -> None:
    day = timedelta(days=1)
    old = ArticleFactory(body=SENTENCE, published_at=PUBLISHED_AT - 9 * day)
    new = ArticleFactory(body=SENTENCE, published_at=PUBLISHED_AT - day)
    head = ArticleFactory(headline="晾漆房吊装", published_at=PUBLISHED_AT - 20 * day)
    assert found("晾漆房") == [head.pk, new.pk, old.pk]
    assert found("晾漆房", by_date=True) == [new.pk, old.pk, head.pk]


def test_the_index_follows_every_save_caption_and_deletion() -> None:
    article = ArticleFactory(body=SENTENCE)
    article.body = "<p>改成了冷库。</p>"
    article.save()
    assert found("晾漆房") == []
    assert found("冷库") == [article.pk]
    photo = PhotoFactory(article=article, caption="工人在码放白菜。")
    assert found("码放白菜") == [article.pk]
    photo.delete()
    assert found("码放白菜") == []
    Article.objects.all().delete()
    assert found("冷库") == []


def test_rebuilding_indexes_what_came_in_without_a_save(capsys: Any) -> None:
    section = SectionFactory()
    Article.objects.bulk_create(
        Article(
            headline=f"第{number}篇",
            plain=f"第{number}篇\n冬储白菜上市。",
            section=section,
            status="published",
            published_at=PUBLISHED_AT,
        )
        for number in range(3)
    )
    assert found("冬储白菜") == []
    call_command("rebuild_search")
    assert len(found("冬储白菜")) == 3
    assert "3 articles" in capsys.readouterr().out


@pytest.mark.parametrize("article", HIDDEN)
def test_what_is_not_public_is_not_found_whatever_the_index_says(
    client: Client, article: Any
) -> None:
    hidden = ArticleFactory(headline="密稿", body=SENTENCE, **article)
    search_index.index_article(hidden.pk)
    project = ProjectFactory(name="晾漆房工程")
    evidence = EvidenceFactory(article=hidden, exact="六户工坊合用的晾漆房先行试用")
    InvestmentFactory(projects=[project], evidence=evidence)
    ledger.rebuild(project)
    assert found("晾漆房") == []
    html = client.get(URL, {"q": "晾漆房"}).content.decode()
    assert "密稿" not in html
    assert "晾漆房工程" not in html


def test_a_withdrawn_article_is_gone_at_once() -> None:
    article = ArticleFactory(body=SENTENCE)
    Article.objects.filter(pk=article.pk).update(status="withdrawn")
    assert found("晾漆房") == []


def test_the_page_marks_the_words_and_escapes_the_rest(client: Client) -> None:
    ArticleFactory(headline="晾漆房&<i>吊装", body=SENTENCE)
    html = client.get(URL, {"q": "晾漆房"}).content.decode()
    assert '<mark class="hit">晾漆房</mark>&amp;&lt;i&gt;吊装' in html
    assert '合用的<mark class="hit">晾漆房</mark>先行试用' in html
    assert "<script>" not in client.get(URL, {"q": "<script>"}).content.decode()


def test_sections_and_times_narrow_the_results(client: Client) -> None:
    economy, culture = (
        SectionFactory(name="经济", slug="jj"),
        SectionFactory(name="文旅", slug="wl"),
    )
    ArticleFactory(headline="甲", body=SENTENCE, section=economy)
    old = datetime(2025, 3, 1, tzinfo=UTC)
    ArticleFactory(headline="乙", body=SENTENCE, section=culture, published_at=old)

    def names(**choice: str) -> list[str]:
        response = client.get(URL, {"q": "晾漆房", **choice})
        return [line.article.headline for line in response.context["lines"]]

    assert names() == ["甲", "乙"]
    assert names(section="wl") == ["乙"]
    assert names(time="2025") == ["乙"]
    assert names(time="month") == ["甲"]
    assert names(section="wl", time="2026") == []
    assert names(section="gibt-es-nicht", time="x", after="y") == ["甲", "乙"]


def test_more_results_go_on_after_the_last_one(client: Client) -> None:
    for number in range(23):
        ArticleFactory(headline=f"第{number}", body=SENTENCE)
    seen: list[int] = []
    after = ""
    for _ in range(3):
        response = client.get(URL, {"q": "晾漆房", "after": after})
        seen += [line.article.pk for line in response.context["lines"]]
        after = response.context["more"]
    assert len(seen) == len(set(seen)) == 23
    assert after is None


def test_projects_and_departments_stand_beside_the_news(client: Client) -> None:
    article = ArticleFactory(body=SENTENCE)
    article.departments.add(DepartmentFactory(name="清河县文旅局", slug="wlj"))
    spoken_of = ProjectFactory(name="漆艺产业园")
    evidence = EvidenceFactory(article=article, exact="六户工坊合用的晾漆房先行试用")
    InvestmentFactory(
        projects=[spoken_of], evidence=evidence, amount=Decimal(148_000_000), comparator="~"
    )
    named = ProjectFactory(name="共享晾漆房")
    InvestmentFactory(projects=[named], evidence=EvidenceFactory(article=article))
    ledger.rebuild_all()
    html = client.get(URL, {"q": "晾漆房"}).content.decode()
    assert html.index("共享晾漆房") < html.index("漆艺产业园")
    assert "账本里有2个项目" in html
    assert '<span class="money-about">约</span><span class="money-number">1.48</span>' in html
    assert "清河县文旅局" in html


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_at_most_eight_times(
    client: Client, count: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(count):
        article = ArticleFactory(body=SENTENCE, issue=IssueFactory(), page=PageFactory())
        article.tags.add(f"标签{number}")
        article.departments.add(DepartmentFactory())
        project = ProjectFactory(name=f"晾漆房{number}")
        InvestmentFactory(projects=[project], evidence=EvidenceFactory(article=article))
    renew()
    with django_assert_max_num_queries(QUERIES) as queries:
        assert client.get(URL, {"q": "晾漆房"}).status_code == 200
    assert len(queries) == 8


def test_a_common_word_is_cut_off_at_some_hundreds(client: Client) -> None:
    section, other = SectionFactory(name="经济", slug="jj"), SectionFactory(name="文旅", slug="wl")
    old = PUBLISHED_AT - timedelta(days=400)
    Article.objects.bulk_create(
        Article(
            headline="寻常",
            plain="寻常\n平遥的消息。",
            section=other if number < 3 else section,
            status="published",
            published_at=old if number < 3 else PUBLISHED_AT,
        )
        for number in range(MOST + 5)
    )
    search_index.rebuild()
    assert len(found("平遥")) == MOST
    page = client.get(URL, {"q": "平遥"})
    assert f"新闻{MOST}篇以上" in page.content.decode()
    # The rare section is asked for anew, so nothing is lost behind the hundreds.
    assert len(client.get(URL, {"q": "平遥", "section": "wl"}).context["lines"]) == 3


@pytest.mark.django_db(transaction=True)
def test_a_common_word_in_one_section_asks_no_more_than_eight_times(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    section = SectionFactory(slug="jj")
    Article.objects.bulk_create(
        Article(
            headline="寻常",
            plain="寻常\n平遥的消息。",
            section=section,
            status="published",
            published_at=PUBLISHED_AT,
        )
        for _ in range(MOST + 5)
    )
    search_index.rebuild()
    for number in range(3):
        project = ProjectFactory(name=f"平遥{number}")
        article = ArticleFactory(section=section, issue=IssueFactory(), page=PageFactory())
        InvestmentFactory(projects=[project], evidence=EvidenceFactory(article=article))
    renew()
    with django_assert_max_num_queries(QUERIES):
        assert client.get(URL, {"q": "平遥", "section": "jj"}).status_code == 200


def test_excerpts_show_the_sentence_and_long_ones_are_cut_around_the_word() -> None:
    assert excerpt("开头一句。这里有白菜。结尾。", ["白菜"]) == "这里有白菜。"
    assert excerpt("开头一句。结尾。", ["白菜"]) == "开头一句。"
    cut = excerpt("前" * 200 + "白菜" + "后" * 200, ["白菜"])
    assert "白菜" in cut
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert highlight("a<b 白菜", ["白菜"]) == 'a&lt;b <mark class="hit">白菜</mark>'


def test_the_index_table_is_of_the_kind_of_its_database() -> None:
    with connection.cursor() as cursor:
        assert search_index.TABLE in connection.introspection.table_names(cursor)


def test_a_word_is_found_behind_many_that_hold_its_terms_apart(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news_search, "MOST", 2)
    monkeypatch.setattr(news_search, "SPARE", 1)
    old = PUBLISHED_AT - timedelta(days=9)
    ArticleFactory(headline="老稿件", body="<p>推动高质量发展。</p>", published_at=old)
    for number in range(3):
        ArticleFactory(headline=f"新稿件{number}", body="<p>高质的砖，质量过硬。</p>")
    assert [hit.at for hit in news_search.search("高质量")] == [old]


@pytest.mark.parametrize("value", ["²", "9" * 5000, "-1", "９"])
@pytest.mark.parametrize("name", ["after", "time"])
def test_a_number_of_no_sense_in_the_address_is_no_error(
    client: Client, name: str, value: str
) -> None:
    ArticleFactory(status="published", body=SENTENCE)
    assert client.get(URL, {"q": "晾漆房", name: value}).status_code == 200


@pytest.mark.parametrize("name", ["温子衿", "子衿", "雷晓棠"])
def test_articles_are_found_by_who_wrote_them(client: Client, name: str) -> None:
    own = ArticleFactory(byline="本报记者 温子衿 通讯员 雷晓棠")
    ArticleFactory(byline="记者 张三")
    ArticleFactory(byline=f"记者 {name}", status="draft")
    assert found(name) == [own.pk]
    html = client.get(URL, {"q": name}).content.decode()
    assert f'<mark class="hit">{name}</mark>' in html


def test_who_wrote_it_is_found_and_not_what_every_byline_says() -> None:
    ArticleFactory(byline="本报记者 温子衿")
    assert found("记者") == []
    assert found("衿本报讯") == []


def test_another_byline_finds_the_article_once_it_is_saved() -> None:
    article = ArticleFactory(byline="记者 张三")
    article.byline = "记者 温子衿"
    article.save()
    assert found("温子衿") == [article.pk]
    assert found("张三") == []


@pytest.mark.parametrize("query", ["漆藝產業園", "臺", "戲臺", "產業 臺", "漆艺产业园", "後臺"])
def test_traditional_characters_find_what_is_printed_in_simplified_ones(query: str) -> None:
    article = ArticleFactory(body="<p>漆艺产业园的戏台搭好了，后台还没有灯。</p>")
    ArticleFactory(body="<p>产业园里没有别的。</p>")
    assert found(query) == [article.pk]


@pytest.mark.parametrize("query", ["戲臺老匾", "戏台老匾", "老匾"])
def test_what_is_printed_in_traditional_characters_is_found(query: str) -> None:
    article = ArticleFactory(body="<p>横额题着戲臺老匾四字。</p>")
    if connection.vendor == "sqlite" or query != "戏台老匾":
        assert found(query) == [article.pk]


def test_simplified_print_is_never_changed_by_the_table() -> None:
    common = "".join(
        bytes([high, low]).decode("gb2312")
        for high in range(0xB0, 0xD7)
        for low in range(0xA1, 0xFA)
    )
    assert simplified(common) == common
