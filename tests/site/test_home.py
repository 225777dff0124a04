"""The home page: the editor's order, the latest issue, the newest of every section."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles.chrome import read_site
from articles.front import read_front
from articles.models import Page
from tests.factories import (
    PUBLISHED_AT,
    ArticleFactory,
    IssueFactory,
    NewspaperFactory,
    PageFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    NewspaperFactory(motto="一字一句", hotline="0350-1234567", icp_number="", address="清河镇一号")
    return SectionFactory(name="经济", slug="jingji")


def keys(articles):
    return [article.pk for article in articles]


def ordered(section, count):
    return [ArticleFactory(section=section, front_order=n + 1) for n in range(count)]


def test_the_editor_orders_lead_cards_and_lines(section):
    articles = ordered(section, 9)
    front = read_front(read_site())
    assert keys([front.lead]) == keys(articles[:1])
    assert keys(front.cards) == keys(articles[1:4])
    assert keys(front.lines) == keys(articles[4:8])


def test_without_an_order_the_newest_article_leads(section):
    ArticleFactory(section=section)
    newest = ArticleFactory(section=section, published_at=PUBLISHED_AT + timedelta(hours=1))
    assert read_front(read_site()).lead.pk == newest.pk


def test_a_section_shows_its_four_newest_and_those_of_its_sub_topics(section):
    ordered(section, 1)
    topic = SectionFactory(parent=section)
    old = ArticleFactory(section=section, published_at=PUBLISHED_AT - timedelta(days=1))
    new = [ArticleFactory(section=topic if n % 2 else section) for n in range(4)]
    (block,) = read_front(read_site()).blocks
    shown = keys([block.first, *block.lines])
    assert sorted(shown) == keys(new)
    assert old.pk not in shown


def test_an_article_ordered_to_the_front_does_not_stand_there_twice(client, section):
    lead = ordered(section, 1)[0]
    ArticleFactory(section=section)
    text = client.get("/").content.decode()
    assert text.count(f'href="{lead.get_absolute_url()}"') == 1


def test_an_empty_paper_says_so(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "还没有刊出的报道" in response.content.decode()


def test_the_masthead_shows_the_paper_of_the_record(client, section):
    PageFactory(issue=IssueFactory(number=1286), number=1)
    PageFactory(issue=IssueFactory(), number=2)
    ArticleFactory(section=section, issue=IssueFactory(), page=Page.objects.get(number=1))
    text = client.get("/").content.decode()
    assert "清河新报" in text
    assert "一字一句" in text
    assert "2026年11月24日 星期二" in text
    assert "第1286期" in text
    assert "共2版" in text


def test_a_footer_number_that_is_empty_shows_nothing(client, section):
    text = client.get("/").content.decode()
    assert "新闻热线 0350-1234567" in text
    assert "beian.miit.gov.cn" not in text
    assert "举报电话" not in text


def test_the_image_of_a_page_without_a_public_article_is_not_shown(client, section):
    issue = IssueFactory()
    PageFactory(issue=issue, number=1, image="pages/secret.webp")
    ArticleFactory(section=section, issue=issue, page=PageFactory(issue=issue, number=2))
    assert "secret.webp" not in client.get("/").content.decode()


def test_every_page_names_its_language_and_can_be_skipped_to(client, section):
    text = client.get("/").content.decode()
    assert '<html lang="zh-Hans-CN">' in text
    assert text.index('class="skip" href="#main"') < text.index("<header")
    assert 'id="main"' in text


def test_an_issue_without_a_picture_of_its_page_is_named_in_the_place_of_the_picture(
    client, section
):
    page = PageFactory(issue=IssueFactory(), number=2, name="")
    ArticleFactory(section=section, issue=page.issue, page=page)
    home = client.get("/").content.decode()
    box = home.split('class="issue-box"')[1].split("</section>")[0]
    assert "第1286期" in box
    assert "没有版面图，只存了文章" in box
    assert "看这一期" in box
    assert "看全部1版" not in box
