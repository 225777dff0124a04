"""A small paper with everything that could leak beside what is public."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from articles.models import Article, Correction, Section, Status
from departments.models import Department
from tests.factories import (
    PUBLISHED_AT,
    SENTENCE,
    ArticleFactory,
    DepartmentFactory,
    EvidenceFactory,
    InvestmentFactory,
    IssueFactory,
    NewspaperFactory,
    PageFactory,
    ProjectFactory,
    SectionFactory,
)

TOMORROW = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)


@dataclass
class Paper:
    section: Section
    department: Department
    public: list[Article] = field(default_factory=list)
    hidden: dict[str, Article] = field(default_factory=dict)

    def publish(self, count: int) -> None:
        """More articles of the same kind, each with all that a page may show of it."""
        page = PageFactory(issue=IssueFactory(), number=1)
        for number in range(len(self.public), len(self.public) + count):
            article = ArticleFactory(
                headline=f"公开稿件第{number}篇",
                byline="记者 张三",
                section=self.section,
                issue=page.issue,
                page=page,
                source_department=self.department,
                published_at=PUBLISHED_AT + timedelta(minutes=number),
                front_order=number + 1,
            )
            article.tags.add("蔬菜")
            article.departments.add(self.department, DepartmentFactory())
            Correction.objects.create(article=article, text=f"第{number}处改过")
            self.public.append(article)
            give_a_project(article)

    def hide(self) -> None:
        """A draft, one in review, one withdrawn and one dated tomorrow, each tagged and linked."""
        dates = {"draft": None, "in_review": None, "withdrawn": PUBLISHED_AT, "tomorrow": TOMORROW}
        for name, published_at in dates.items():
            status = Status.PUBLISHED if name == "tomorrow" else Status(name)
            article = ArticleFactory(
                headline=f"秘密稿件{name}",
                kicker=f"秘密引题{name}",
                body=f"<p>秘密正文{name}，{SENTENCE}</p>",
                section=self.section,
                status=status,
                published_at=published_at,
                source_department=self.department,
                front_order=1,
                issue=IssueFactory(date=TOMORROW.date(), number=1299),
            )
            article.tags.add("蔬菜", f"秘密标签{name}")
            article.departments.add(self.department, DepartmentFactory(name=f"秘密单位{name}"))
            Correction.objects.create(article=article, text=f"秘密更正{name}")
            give_a_project(article, f"秘密项目{name}")
            self.hidden[name] = article


def give_a_project(article: Article, name: str | None = None) -> None:
    project = ProjectFactory(name=name) if name else ProjectFactory()
    evidence = EvidenceFactory(article=article, exact=SENTENCE)
    InvestmentFactory(evidence=evidence, projects=[project])


def make_paper() -> Paper:
    NewspaperFactory(name="清河新报", motto="一字一句", about="报上说过的事")
    section = SectionFactory(name="经济", slug="jingji")
    department = DepartmentFactory(
        name="清河县发展和改革局", slug="fagai-ju", short_name="县发改局"
    )
    return Paper(section, department)


@pytest.fixture
def paper(db) -> Paper:
    return make_paper()
