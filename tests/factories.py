"""One factory for every record, with real-looking Chinese defaults."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import factory
from django.contrib.auth import get_user_model
from factory.django import DjangoModelFactory

from articles import models as news
from departments.models import Alias, Department
from projects import models as ledger

PUBLISHED_AT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
SENTENCE = "县蔬菜冷链中心总投资1.3亿元，年底前投用。"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence("user{}".format)
    is_staff = True
    password = factory.django.Password("a long pass phrase")


class NewspaperFactory(DjangoModelFactory):
    class Meta:
        model = news.Newspaper
        django_get_or_create = ("slug",)

    name = "清河新报"
    slug = "qinghe"
    county = "清河县"
    is_site = True


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = news.Section

    name = factory.Sequence("栏目{}".format)
    slug = factory.Sequence("lanmu-{}".format)


class IssueFactory(DjangoModelFactory):
    class Meta:
        model = news.Issue
        django_get_or_create = ("newspaper", "date")

    newspaper = factory.SubFactory(NewspaperFactory)
    date = date(2026, 11, 20)
    number = 1286


class PageFactory(DjangoModelFactory):
    class Meta:
        model = news.Page
        django_get_or_create = ("issue", "number")

    issue = factory.SubFactory(IssueFactory)
    number = 1
    name = "要闻"


class ArticleFactory(DjangoModelFactory):
    """A published article; `status="draft"` and the like for the others."""

    class Meta:
        model = news.Article

    headline = factory.Sequence("蔬菜冷链中心动工 {}".format)
    dateline = "本报讯"
    body = f"<p>本报讯 {SENTENCE}</p><p>菜农说，往后不愁卖。</p>"
    section = factory.SubFactory(SectionFactory)
    status = news.Status.PUBLISHED
    published_at = PUBLISHED_AT


class PhotoFactory(DjangoModelFactory):
    class Meta:
        model = news.Photo

    article = factory.SubFactory(ArticleFactory)
    image = factory.django.ImageField(filename="菜.png", width=160, height=100)
    caption = "菜农在装车。"
    alt = "三个人把白菜装上车"


class DepartmentFactory(DjangoModelFactory):
    class Meta:
        model = Department

    name = factory.Sequence("清河县第{}办公室".format)
    slug = factory.Sequence("bangongshi-{}".format)
    kind = Department.Kind.GOVERNMENT


class AliasFactory(DjangoModelFactory):
    class Meta:
        model = Alias

    department = factory.SubFactory(DepartmentFactory)
    name = factory.Sequence("办{}".format)


class SectorFactory(DjangoModelFactory):
    class Meta:
        model = ledger.Sector

    name = factory.Sequence("行业{}".format)
    code = factory.Sequence("sector-{}".format)


class ProjectFactory(DjangoModelFactory):
    class Meta:
        model = ledger.Project

    name = factory.Sequence("蔬菜冷链中心{}".format)


class EvidenceFactory(DjangoModelFactory):
    class Meta:
        model = ledger.Evidence

    article = factory.SubFactory(ArticleFactory)
    exact = SENTENCE
    mark_start = SENTENCE.index("1.3亿元")
    mark_end = SENTENCE.index("1.3亿元") + 5


class MentionFactory(DjangoModelFactory):
    class Meta:
        model = ledger.Mention
        django_get_or_create = ("project", "evidence")

    project = factory.SubFactory(ProjectFactory)
    evidence = factory.SubFactory(EvidenceFactory)


class InvestmentFactory(DjangoModelFactory):
    class Meta:
        model = ledger.Investment
        skip_postgeneration_save = True

    evidence = factory.SubFactory(EvidenceFactory)
    amount = Decimal(130_000_000)
    printed = "1.3亿元"

    @factory.post_generation
    def projects(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for project in extracted or []:
            self.projects.add(project)
            MentionFactory(project=project, evidence=self.evidence)


class _OfProject(DjangoModelFactory):
    class Meta:
        abstract = True

    evidence = factory.SubFactory(EvidenceFactory)
    project = factory.SubFactory(ProjectFactory)

    @factory.post_generation
    def mention(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if self.project:
            MentionFactory(project=self.project, evidence=self.evidence)


class TargetFactory(_OfProject):
    class Meta:
        model = ledger.Target
        skip_postgeneration_save = True

    kind = ledger.Target.Kind.STAGE
    indicator = "投用"
    stage = ledger.Stage.OPERATING
    due_text = "年底前"
    due_on = date(2026, 12, 31)
    due_precision = "year"


class ProgressFactory(_OfProject):
    class Meta:
        model = ledger.Progress
        skip_postgeneration_save = True

    date = date(2026, 11, 20)
    stage = ledger.Stage.STARTED


class CapacityFactory(_OfProject):
    class Meta:
        model = ledger.Capacity
        skip_postgeneration_save = True

    value = Decimal(2000)
    unit = "吨"
    per = ledger.Capacity.Per.YEAR
    printed = "年产2000吨"
