"""Grows the demo to the size of a county's archive: articles over years, projects with facts.

Words of the demo's own articles are shuffled, so that no two are alike and search has to work.
Half of the articles hold COMMON, one in a thousand holds RARE. Same seed, same data.
"""

from __future__ import annotations

import random
import uuid
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from taggit.models import Tag, TaggedItem

from articles.models import Article, Section, Status
from articles.plain import body_lines, plain_text
from departments.models import Department
from projects import ledger
from projects.models import Evidence, Investment, Mention, Progress, Project, Sector, Stage, Target

COMMON, RARE = "高质量", "云冈石窟"
BATCH = 500
LAST = date(2026, 11, 20)


def grow(articles: int, projects: int) -> None:
    """Up to so many articles and projects in all; what is there already stays."""
    chance = random.Random(20261124)
    wanted = articles - Article.objects.count(), projects - Project.objects.count()
    if max(wanted) <= 0:
        return
    made = _articles(wanted[0], chance)
    _projects(wanted[1], chance, made)
    ledger.rebuild_all()
    call_command("rebuild_search")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # what autovacuum does within a minute


def _articles(count: int, chance: random.Random) -> list[Article]:
    sentences = [
        sentence + "。"
        for body in Article.objects.published().values_list("body", flat=True)
        for line in body_lines(body)
        for sentence in line.split("。")
        if 8 < len(sentence) < 120
    ]
    sections = list(Section.objects.all())
    departments = list(Department.objects.all())
    tags = list(Tag.objects.all())
    rows = [_article(number, sentences, sections, chance) for number in range(count)]
    with transaction.atomic():
        Article.objects.bulk_create(rows, batch_size=BATCH)
        through = Article.departments.through
        through.objects.bulk_create(
            [through(article=row, department=chance.choice(departments)) for row in rows],
            batch_size=BATCH,
        )
        kind = ContentType.objects.get_for_model(Article)
        TaggedItem.objects.bulk_create(
            [
                TaggedItem(tag=chance.choice(tags), content_type=kind, object_id=row.pk)
                for row in rows
            ],
            batch_size=BATCH,
        )
    return rows


def _article(
    number: int, sentences: list[str], sections: list[Section], chance: random.Random
) -> Article:
    lines = ["".join(chance.sample(sentences, 4)) for _ in range(5)]
    if number % 2 == 0:
        lines[chance.randrange(5)] += f"全县上下推动{COMMON}发展。"
    if number % 1000 == 7:
        lines[chance.randrange(5)] += f"客人从{RARE}一路过来。"
    headline = chance.choice(sentences)[:18].rstrip("，、。") + f" 第{number}号"
    body = "".join(f"<p>{line}</p>" for line in lines)
    day = LAST - timedelta(days=number // 5)
    moment = timezone.make_aware(datetime.combine(day, time(6, number % 60)))
    return Article(
        uid=uuid.UUID(int=chance.getrandbits(128), version=4),
        headline=headline,
        body=body,
        plain=plain_text(heads=[headline], body=body, captions=[]),
        section=sections[number % len(sections)],
        status=Status.PUBLISHED,
        published_at=moment,
    )


def _projects(count: int, chance: random.Random, articles: list[Article]) -> None:
    departments, sectors = list(Department.objects.all()), list(Sector.objects.all())
    rows = [
        Project(
            name=f"{chance.choice(departments).name}改造工程{number}号",
            lead=chance.choice(departments),
            sector=chance.choice(sectors),
        )
        for number in range(count)
    ]
    with transaction.atomic():
        Project.objects.bulk_create(rows, batch_size=BATCH)
        evidence = [_evidence(chance.choice(articles)) for _ in rows]
        Evidence.objects.bulk_create(evidence, batch_size=BATCH)
        pairs = list(zip(rows, evidence, strict=True))
        Mention.objects.bulk_create(
            [Mention(project=project, evidence=said) for project, said in pairs], batch_size=BATCH
        )
        _facts(pairs, chance)


def _evidence(article: Article) -> Evidence:
    return Evidence(article=article, exact=article.plain.split("\n")[1].split("。")[0] + "。")


def _facts(pairs: list[tuple[Project, Evidence]], chance: random.Random) -> None:
    sums = [
        Investment(
            evidence=said, amount=Decimal(chance.randrange(1, 50_000) * 10_000), printed="若干"
        )
        for _, said in pairs
    ]
    Investment.objects.bulk_create(sums, batch_size=BATCH)
    through = Investment.projects.through
    through.objects.bulk_create(
        [through(investment=row, project=pair[0]) for row, pair in zip(sums, pairs, strict=True)],
        batch_size=BATCH,
    )
    Target.objects.bulk_create(
        [
            Target(
                evidence=said,
                project=project,
                kind=Target.Kind.STAGE,
                stage=Stage.COMPLETED,
                indicator="完工",
                due_on=LAST + timedelta(days=chance.randrange(-600, 600)),
                due_precision="day",
            )
            for project, said in pairs
        ],
        batch_size=BATCH,
    )
    Progress.objects.bulk_create(
        [
            Progress(evidence=said, project=project, date=LAST, stage=chance.choice(Stage.values))
            for project, said in pairs
        ],
        batch_size=BATCH,
    )
