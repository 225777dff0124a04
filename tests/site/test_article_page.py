"""The page of one article."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree

import pytest

from articles.models import Correction, Newspaper
from tests.factories import (
    PUBLISHED_AT,
    SENTENCE,
    ArticleFactory,
    EvidenceFactory,
    IssueFactory,
    NewspaperFactory,
    PageFactory,
    PhotoFactory,
    UserFactory,
)
from tests.site.conftest import give_a_project

pytestmark = pytest.mark.django_db


def text_of(client, article, query: str = "") -> str:
    response = client.get(f"{article.get_absolute_url()}{query}")
    assert response.status_code == 200
    return response.content.decode()


def linked_data(text: str) -> dict:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.fixture
def article(paper):
    page = PageFactory(issue=IssueFactory(number=1286), number=2)
    return ArticleFactory(
        kicker="年终看项目",
        headline="蔬菜冷链中心动工 年底投用",
        deck="十二座冷库同时开建",
        byline="本报记者 温子衿 通讯员 雷晓棠",
        section=paper.section,
        source_department=paper.department,
        issue=page.issue,
        page=page,
    )


def test_the_headline_stack_stands_in_order(client, article):
    text = text_of(client, article)
    places = [text.index(part, text.index("<main")) for part in ("年终看项目", "<h1", "十二座")]
    assert places == sorted(places)
    assert "本报记者 温子衿 通讯员 雷晓棠" in text
    assert "2026年11月20日 09:00" in text


def test_where_it_stood_in_print_is_a_link(client, article):
    text = text_of(client, article)
    assert 'href="/issues/2026-11-20/2/"' in text
    assert "第1286期 第2版" in text


def links_to_issues(text: str) -> list[str]:
    main = text[text.index("<main") : text.index("</main>")]
    return re.findall(r'href="(/issues/[^"]+)"', main)


def test_every_link_to_the_printed_page_leads_somewhere(client, article):
    links = links_to_issues(text_of(client, article))
    assert links
    assert all(client.get(link).status_code == 200 for link in links)


def test_an_issue_that_readers_do_not_find_is_named_and_not_linked(client, article):
    """The issue of another paper, whose pages are not on this site."""
    other = NewspaperFactory(slug="linxian", name="邻县报", is_site=False)
    issue = IssueFactory(newspaper=other, number=88)
    page = PageFactory(issue=issue, number=2, image="pages/a.webp")
    text = text_of(client, ArticleFactory(section=article.section, issue=issue, page=page))
    assert "第88期 第2版" in text
    assert "/media/pages/a.webp" in text
    assert links_to_issues(text) == []


def test_a_preview_links_no_issue_before_its_first_article_is_public(client, paper):
    issue = IssueFactory(date=date(2026, 11, 23), number=1290)
    waiting = ArticleFactory(section=paper.section, issue=issue, status="draft", published_at=None)
    client.force_login(UserFactory(is_superuser=True))
    text = text_of(client, waiting, "?preview")
    assert "第1290期" in text
    assert links_to_issues(text) == []
    ArticleFactory(section=paper.section, issue=issue)
    assert "/issues/2026-11-23/" in links_to_issues(text_of(client, waiting, "?preview"))


def test_who_wrote_it_and_who_it_comes_from(client, article):
    text = text_of(client, article)
    assert "<dt>通讯员</dt><dd>雷晓棠</dd>" in text
    assert 'href="/departments/fagai-ju/"' in text


def test_the_dateline_stands_in_the_first_paragraph(client, article):
    assert '<p><span class="dateline">本报讯</span> ' in text_of(client, article)


def test_coming_from_a_figure_lands_on_its_washed_sentence(client, article):
    evidence = EvidenceFactory(article=article)
    text = text_of(client, article, f"?fact={evidence.uid}")
    assert f'<mark class="fact here" id="f-{evidence.uid}">' in text
    assert f'<link rel="canonical" href="http://127.0.0.1:8000/articles/{article.pk}/">' in text


def test_facts_have_their_card_and_the_project_its_other_reports(client, article):
    give_a_project(article, "蔬菜冷链中心")
    project = article.evidence.get().projects.get()
    other = ArticleFactory(headline="冷链中心封顶", body=f"<p>{SENTENCE}</p>")
    evidence = EvidenceFactory(article=other)
    project.mentions.create(evidence=evidence)
    text = text_of(client, article)
    assert "本文里的账" in text
    assert "同一项目的报道" in text
    assert other.get_absolute_url() in text


def test_a_correction_is_shown_with_its_time(client, article):
    at = PUBLISHED_AT + timedelta(hours=3)
    Correction.objects.create(article=article, text="初稿中“十座”应为“十二座”。", at=at)
    text = text_of(client, article)
    assert "11月20日12时00分" in text
    assert "初稿中“十座”应为“十二座”。" in text


def test_neighbours_of_the_section_are_found_within_one_issue(client, article):
    """All articles of an issue may share one moment; none is passed over."""
    later = [ArticleFactory(section=article.section) for _ in range(2)]
    middle = later[0]
    text = text_of(client, middle)
    assert f'href="{later[1].get_absolute_url()}" rel="next"' in text
    assert 'rel="prev"' in text


def test_an_incomplete_article_says_which_end_is_missing(client, paper):
    text = text_of(client, ArticleFactory(missing="end"))
    assert "以下部分缺失" in text
    assert "开头部分缺失" not in text


def test_an_advertisement_is_called_one(client, paper):
    assert '<p class="advertising">广告</p>' in text_of(client, ArticleFactory(is_advertising=True))


def test_a_reprint_names_its_source(client, paper):
    text = text_of(client, ArticleFactory(reprint_source="晋中日报", reprint_title="原来的题"))
    assert "转载自晋中日报，原题《原来的题》" in text


def test_a_public_picture_has_its_size_its_words_and_its_credit(client, article):
    made = {"name": "photos/abc.webp", "width": 1296, "height": 810}
    PhotoFactory(
        article=article, credit="温子衿 摄", renditions={"body": made, "lead": made, "row": made}
    )
    text = text_of(client, article)
    assert '<img src="/media/photos/abc.webp" alt="三个人把白菜装上车" width="1296"' in text
    assert "温子衿 摄" in text
    assert (
        '<meta property="og:image" content="http://127.0.0.1:8000/media/photos/abc.webp">' in text
    )


def test_a_picture_that_is_not_public_is_not_shown(client, article):
    PhotoFactory(article=article, caption="还没公开的图")
    text = text_of(client, article)
    assert "<figure" not in text
    assert "photos/" not in text


def test_machines_read_who_wrote_what_and_when(client, article):
    Correction.objects.create(article=article, text="改过", at=PUBLISHED_AT + timedelta(days=1))
    data = linked_data(text_of(client, article))
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == article.headline
    assert data["datePublished"] == "2026-11-20T09:00:00+08:00"
    assert data["dateModified"] == "2026-11-21T09:00:00+08:00"
    assert [author["name"] for author in data["author"]] == ["温子衿", "雷晓棠"]
    assert data["publisher"]["name"] == "清河新报"
    assert data["correction"] == ["改过"]


def test_a_headline_cannot_break_out_of_the_data_for_machines(client, paper):
    headline = "</script><script>alert(1)</script>"
    text = text_of(client, ArticleFactory(headline=headline))
    assert "<script>alert" not in text
    assert linked_data(text)["headline"] == headline


def test_readers_get_no_inline_script_and_no_inline_style(client, article):
    response = client.get(article.get_absolute_url())
    text = response.content.decode()
    scripts = re.findall(r"<script\b[^>]*>", text)
    assert all("src=" in script or "application/ld+json" in script for script in scripts)
    assert " style=" not in text
    assert "<style" not in text
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]


def test_a_withdrawn_article_is_gone_and_says_so(client, paper):
    response = client.get(ArticleFactory(status="withdrawn").get_absolute_url())
    assert response.status_code == 410
    assert "这篇稿件已经撤下" in response.content.decode()


@pytest.mark.parametrize("address", ["/nix/", "/articles/999/", "/departments/nix/", "/tags/nix/"])
def test_what_never_was_is_not_found_in_our_own_words(client, paper, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "墙上少了这块砖" in response.content.decode()


def test_media_files_are_kept_by_browsers_for_a_year(client, paper, settings):
    (settings.MEDIA_ROOT / "photos").mkdir(parents=True)
    (settings.MEDIA_ROOT / "photos" / "a.webp").write_bytes(b"webp")
    response = client.get("/media/photos/a.webp")
    assert response.status_code == 200
    assert "immutable" in response.headers["Cache-Control"]
    assert client.get("/media/photos/nix.webp").status_code == 404


def test_sitemaps_and_robots_name_the_public_address(client, article):
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    files = [location.text for location in index.iterfind("{*}sitemap/{*}loc")]
    assert "http://127.0.0.1:8000/sitemap-articles.xml" in files
    articles = client.get("/sitemap-articles.xml").content.decode()
    assert f"<loc>http://127.0.0.1:8000{article.get_absolute_url()}</loc>" in articles
    assert "<lastmod>2026-11-20" in articles
    robots = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in robots


def test_a_reader_reports_an_error_by_a_mail_that_names_the_article(client, paper):
    paper.publish(1)
    article = paper.public[0]
    Newspaper.objects.update(email="bianji@qinghe.example")
    tools = client.get(article.get_absolute_url()).content.decode().split('class="tools"')[1]
    mail = tools.split('href="')[1].split('"')[0].replace("&amp;", "&")
    assert mail.startswith("mailto:bianji@qinghe.example?subject=")
    assert f"报错：{article.headline}" in unquote(mail)
    assert unquote(mail).endswith(article.get_absolute_url())


def test_a_headline_cannot_add_a_line_to_the_mail(client, paper):
    paper.publish(1)
    article = paper.public[0]
    Newspaper.objects.update(email="bianji@qinghe.example")
    article.headline = '涨价&cc=other@qinghe.example?"><script>'
    article.save()
    tools = client.get(article.get_absolute_url()).content.decode().split('class="tools"')[1]
    mail = tools.split('href="')[1].split('"')[0].replace("&amp;", "&")
    assert set(parse_qs(urlsplit(mail).query)) == {"subject", "body"}


def test_without_a_mailbox_the_hotline_is_named_and_no_empty_address(client, paper):
    paper.publish(1)
    Newspaper.objects.update(email="", hotline="0350-1234567")
    page = client.get(paper.public[0].get_absolute_url()).content.decode()
    assert "发现差错，请打新闻热线0350-1234567" in page
    assert "mailto:" not in page


def test_the_tools_of_scripts_are_hidden_without_them(client, paper):
    paper.publish(1)
    page = client.get(paper.public[0].get_absolute_url()).content.decode()
    assert "data-copy hidden>复制链接</button>" in page
    assert "data-share hidden>转发</button>" in page
