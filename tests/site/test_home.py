"""The home page: the editor's order, the latest issue, the newest of every section."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from articles.chrome import read_site
from articles.front import read_front
from articles.models import Page
from tests.factories import (
    PUBLISHED_AT,
    ArticleFactory,
    EvidenceFactory,
    IssueFactory,
    NewspaperFactory,
    PageFactory,
    PhotoFactory,
    ProjectFactory,
    SectionFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db
RENDITIONS = {
    kind: {"name": f"{kind}.webp", "width": 300, "height": 200, "made_from": ""}
    for kind in ("lead", "card", "row")
}


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


def told_by_a_picture(section, **fields):
    article = ArticleFactory(section=section, kicker="文旅·图片", **fields)
    PhotoFactory(article=article, renditions=RENDITIONS, credit="雷晓棠 摄")
    return article


def test_the_newest_story_told_by_its_picture_stands_once_under_the_sections(client, section):
    ArticleFactory(section=section, front_order=1)
    told_by_a_picture(section, published_at=PUBLISHED_AT - timedelta(hours=1))
    newest = told_by_a_picture(section)
    other = ArticleFactory(section=section)
    front = read_front(read_site())
    assert front.picture.pk == newest.pk
    shown = [row.pk for block in front.blocks for row in (block.first, *block.lines)]
    assert newest.pk not in shown
    assert other.pk in shown
    panel = client.get("/").content.decode().split('<article class="lacquer')[1]
    assert newest.get_absolute_url() in panel
    assert "雷晓棠 摄" in panel


def test_a_picture_story_without_its_picture_is_a_line_like_others(client, section):
    ArticleFactory(section=section, front_order=1)
    article = ArticleFactory(section=section, kicker="图片新闻")
    front = read_front(read_site())
    assert front.picture is None
    assert [block.first.pk for block in front.blocks] == [article.pk]
    assert "lacquer" not in client.get("/").content.decode()


def test_what_the_editor_ordered_to_the_front_stays_where_it_was_ordered(section):
    lead = told_by_a_picture(section, front_order=1)
    front = read_front(read_site())
    assert front.lead.pk == lead.pk
    assert front.picture is None


def promised(due, number, **fields):
    day = {"due_on": due, "due_precision": "day", "due_text": "", "stage": "", "kind": "event"}
    return TargetFactory(indicator=f"第{number}件事", **day, **fields)


def band_of(client):
    return client.get("/").content.decode().split('class="ledger-band"')[1].split("</section>")[0]


def test_the_promises_of_the_year_are_a_wall_with_their_counts(client, section):
    ArticleFactory(section=section)
    told = {"outcome": "met", "outcome_on": date(2026, 5, 1), "outcome_evidence": EvidenceFactory()}
    old = promised(date(2026, 4, 1), 4, outcome="revised")
    promised(date(2027, 4, 1), 5, supersedes=old, project=old.project)
    promised(date(2026, 6, 30), 1)
    promised(date(2026, 5, 1), 2, **told)
    promised(date(2026, 12, 5), 3)
    band = band_of(client)
    assert "今年的承诺：已兑现1，已逾期1，将到期1，已调整1" in band
    assert band.count('<svg class="promise-bricks promise-wall"') == 2
    assert 'href="/promises/?year=2026&amp;standing=overdue"' in band
    due = band.split("三十天内到期</h3>")[1]
    assert "第3件事" in due
    assert "第1件事" not in due


def test_the_front_page_counts_kept_promises_as_the_page_of_promises_does(client, section):
    ArticleFactory(section=section)
    told = {"outcome": "met", "outcome_on": date(2026, 5, 1), "outcome_evidence": EvidenceFactory()}
    promised(date(2026, 5, 1), 1, **told)
    promised(date(2026, 6, 30), 2)
    promised(date(2026, 12, 5), 3)
    assert '<span class="money-number">1</span><span class="money-of">/2</span>' in band_of(client)
    assert "到期2项，兑现1项" in client.get("/promises/").content.decode()


def test_before_anything_fell_due_the_front_page_counts_no_kept_promises(client, section):
    ArticleFactory(section=section)
    promised(date(2026, 12, 5), 1)
    assert "今年到期，已兑现" not in band_of(client)


def test_what_falls_due_after_new_year_is_told_in_december(client, section, settings):
    settings.SITE_TODAY = "2026-12-20"
    ArticleFactory(section=section)
    promised(date(2027, 1, 10), 1)
    band = band_of(client)
    assert "第1件事" in band
    assert "promise-wall" not in band


def test_a_wall_higher_than_a_page_is_told_by_its_counts_alone(client, section):
    ArticleFactory(section=section)
    shared = {"project": ProjectFactory(), "evidence": EvidenceFactory()}
    for number in range(193):
        promised(date(2026, 6, 30), number, **shared)
    band = band_of(client)
    assert "promise-wall" not in band
    assert "已逾期 <b>193</b>" in band
