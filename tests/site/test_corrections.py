"""One page tells readers everything that was put right, and how to report a mistake."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles.corrections import PAGE_SIZE
from articles.models import Correction, Newspaper
from tests.factories import PUBLISHED_AT, ArticleFactory, IssueFactory, PageFactory

pytestmark = pytest.mark.django_db
URL = "/corrections/"


def corrected(headline: str, text: str, hours: int = 1, **fields) -> Correction:
    article = ArticleFactory(headline=headline, **fields)
    at = PUBLISHED_AT + timedelta(hours=hours)
    return Correction.objects.create(article=article, text=text, at=at)


def page(client, query: str = "") -> str:
    answer = client.get(f"{URL}{query}")
    assert answer.status_code == 200
    return answer.content.decode().replace("<wbr>", "")


def test_what_was_put_right_last_stands_first_with_its_article(client, paper):
    printed = PageFactory(issue=IssueFactory(number=1286), number=2)
    first = corrected("渠长写错了", "渠长6.1公里。", issue=printed.issue, page=printed)
    corrected("桥名写错了", "桥名是柳沟桥。", hours=5)
    html = page(client)
    assert html.index("桥名是柳沟桥。") < html.index("渠长6.1公里。")
    assert f'href="{first.article.get_absolute_url()}"' in html
    assert "第1286期 2版" in html
    assert "11月20日" in html


def test_two_corrections_of_one_article_are_both_told(client, paper):
    one = corrected("渠长写错了", "渠长6.1公里。")
    Correction.objects.create(article=one.article, text="渠宽2米。", at=one.at)
    assert all(said in page(client) for said in ("渠长6.1公里。", "渠宽2米。"))


def test_the_way_leads_on_to_the_older_ones_and_none_is_passed_over(client, paper):
    """Also where several were put right at one moment."""
    for number in range(PAGE_SIZE + 2):
        corrected("写错了", f"改正之{number}号。", hours=number // 4)
    html = page(client)
    onward = html.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    rest = page(client, onward)
    told = [f"改正之{number}号。" for number in range(PAGE_SIZE + 2)]
    assert [said in html for said in told] == [said not in rest for said in told]
    assert 'rel="next"' not in rest
    assert f'href="{URL}"' in rest


def test_an_address_that_we_never_gave_is_not_found(client, paper):
    assert client.get(f"{URL}?before=gestern").status_code == 404


@pytest.mark.parametrize("status", ["draft", "in_review", "withdrawn"])
def test_of_what_is_not_public_no_mistake_is_told(client, paper, status):
    corrected("密稿", "密事。", status=status)
    assert "密" not in page(client)


def test_a_paper_without_corrections_says_so(client, paper):
    assert "还没有更正" in page(client)


def test_readers_learn_how_to_report_a_mistake(client, paper):
    Newspaper.objects.update(email="bianji@paper.example", hotline="0354-000 0000")
    html = page(client).split('<div class="aside">')[1]
    assert "mailto:bianji@paper.example?subject=%E6%8A%A5%E9%94%99" in html
    assert "0354-000 0000" in html


def test_every_page_leads_there_from_its_head_and_its_foot(client, paper):
    head, _, foot = page(client).partition('<footer class="footer">')
    assert f'<a href="{URL}">报错与更正</a>' in head
    assert f'<a href="{URL}">更正与报错</a>' in foot


def test_search_engines_hear_of_it(client, paper):
    assert f"{URL}</loc>" in client.get("/sitemap-pages.xml").content.decode()
