"""A link that is sent on shows what it leads to, and one page has one address."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from django.urls import reverse

from articles.models import Photo
from tests.factories import (
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
SITE = "http://127.0.0.1:8000"
DAY = date(2026, 11, 17)


class Head(HTMLParser):
    """`said` holds the content of each meta element by its name or property, and `canonical`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        name = found.get("name") or found.get("property")
        if tag == "meta" and name:
            assert name not in self.said, name
            self.said[name] = found["content"] or ""
        if tag == "link" and found.get("rel") == "canonical":
            self.said["canonical"] = found["href"] or ""


@pytest.fixture
def pages() -> dict[str, str]:
    """The address of a page of every kind, by kind."""
    paper = NewspaperFactory(name="清河新报", about="清河县的报纸。")
    issue = IssueFactory(date=DAY, newspaper=paper)
    page = PageFactory(issue=issue, number=1, name="要闻", image="pages/one.webp")
    section = SectionFactory(name="渠事", slug="qushi", description="河渠上的事。")
    article = ArticleFactory(
        headline="柳根渠放水", section=section, issue=issue, page=page, front_order=1
    )
    made = {"lead": {"name": "photos/gate.webp", "width": 1344, "height": 848}}
    PhotoFactory(article=article, renditions=made)
    department = DepartmentFactory(name="清河县水利局", slug="slj")
    article.departments.add(department)
    article.tags.add("河渠")
    project = ProjectFactory(name="柳根渠衬砌工程")
    InvestmentFactory(projects=[project], evidence=EvidenceFactory(article=article))
    return {
        "home": "/",
        "section": "/news/qushi/",
        "tag": reverse("articles:tag", args=[article.tags.get().slug]),
        "department": "/departments/slj/",
        "project": f"/projects/{project.pk}/",
        "projects": "/projects/",
        "promises": "/promises/",
        "issues": "/issues/",
        "corrections": "/corrections/",
        "issue": f"/issues/{DAY}/",
    }


@pytest.mark.parametrize(
    ("kind", "title", "description"),
    [
        ("home", "清河新报", "清河县的报纸。"),
        ("section", "渠事", "河渠上的事。"),
        ("tag", "河渠", "带“河渠”标签的报道"),
        ("department", "清河县水利局", "清河县水利局的报道、项目和承诺"),
        ("project", "柳根渠衬砌工程", "总投资1.3亿元；相关报道1篇。"),
        ("projects", "项目账本", "报上说过的项目"),
        ("promises", "承诺", "报上说好的期限"),
        ("issues", "数字报", "按日期看"),
        ("corrections", "更正", "本报写错过什么"),
        ("issue", "2026年11月17日1版要闻", "柳根渠放水"),
    ],
)
def test_a_shared_link_says_what_it_leads_to(
    client: Any, pages: dict[str, str], kind: str, title: str, description: str
) -> None:
    said = Head(client.get(pages[kind]).content.decode()).said
    assert said["og:title"] == title
    assert said["description"].startswith(description)
    assert said["og:description"] == said["description"]
    assert said["canonical"] == said["og:url"] == SITE + pages[kind]
    assert said["og:site_name"] == "清河新报"
    assert "robots" not in said


@pytest.mark.parametrize("kind", ["home", "section", "tag", "department", "project"])
def test_a_shared_link_shows_a_picture_of_the_news(
    client: Any, pages: dict[str, str], kind: str
) -> None:
    said = Head(client.get(pages[kind]).content.decode()).said
    assert said["og:image"] == f"{SITE}/media/photos/gate.webp"


@pytest.mark.parametrize("kind", ["home", "section", "tag", "department", "project", "article"])
def test_a_shared_link_shows_the_copy_that_every_reader_of_links_can_show(
    client: Any, pages: dict[str, str], kind: str
) -> None:
    photo = Photo.objects.get()
    photo.renditions["shared"] = {"name": "photos/gate.jpeg", "width": 1200, "height": 630}
    photo.save()
    address = pages.get(kind) or photo.article.get_absolute_url()
    said = Head(client.get(address).content.decode()).said
    assert said["og:image"] == f"{SITE}/media/photos/gate.jpeg"


@pytest.mark.parametrize("kind", ["issues", "issue"])
def test_a_shared_issue_shows_its_page(client: Any, pages: dict[str, str], kind: str) -> None:
    said = Head(client.get(pages[kind]).content.decode()).said
    assert said["og:image"] == f"{SITE}/media/pages/one.webp"


def test_one_page_of_an_issue_has_one_address(client: Any, pages: dict[str, str]) -> None:
    for address in (pages["issue"], f"{pages['issue']}1/", f"{pages['issue']}?from=wechat"):
        said = Head(client.get(address).content.decode()).said
        assert said["canonical"] == SITE + pages["issue"]


@pytest.mark.parametrize(
    ("other", "rest"), [("20261117", ""), ("2026-W47-2", ""), ("20261117", "1/")]
)
def test_a_day_written_otherwise_leads_to_its_issue(
    client: Any, pages: dict[str, str], other: str, rest: str
) -> None:
    answer = client.get(f"/issues/{other}/{rest}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{pages['issue']}{rest}")


@pytest.mark.parametrize(
    ("kind", "further"),
    [("section", "?month=2026-11"), ("promises", "?standing=overdue"), ("projects", "?sort=due")],
)
def test_a_choice_of_a_list_has_no_address_of_its_own(
    client: Any, pages: dict[str, str], kind: str, further: str
) -> None:
    said = Head(client.get(pages[kind] + further).content.decode()).said
    assert said["robots"] == "noindex, follow"
    assert "canonical" not in said
    assert said["og:title"]


@pytest.mark.parametrize("kind", ["issues", "promises"])
def test_a_year_is_a_page_of_its_own(client: Any, pages: dict[str, str], kind: str) -> None:
    said = Head(client.get(pages[kind] + "?year=2026").content.decode()).said
    assert said["canonical"] == f"{SITE}{pages[kind]}?year=2026"


def test_what_the_newsroom_wrote_of_a_project_is_its_description(client: Any) -> None:
    NewspaperFactory()
    project = ProjectFactory(name="柳根渠", summary="全长6公里的“老渠”。")
    InvestmentFactory(projects=[project])
    said = Head(client.get(project.get_absolute_url()).content.decode()).said
    assert said["og:description"] == "全长6公里的“老渠”。"
