"""The stages of a project: the day of each, where it stands now, and the sentences behind them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from articles.models import Newspaper
from projects import dossier, ledger
from projects.models import Evidence, Project
from tests.factories import (
    ArticleFactory,
    EvidenceFactory,
    IssueFactory,
    NewspaperFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def paper() -> None:
    NewspaperFactory()


@pytest.fixture
def baths() -> Project:
    project: Project = ProjectFactory(name="温泉浴场")
    return project


def reported(
    project: Project,
    stage: str,
    sentence: str,
    mark: str,
    *,
    printed: date,
    day: date,
    **fields: Any,
) -> Evidence:
    """A stage that was reached on a day, told by a sentence that was printed on another."""
    issue = IssueFactory(date=printed, newspaper=Newspaper.objects.get())
    start = sentence.index(mark)
    quote: Evidence = EvidenceFactory(
        article=ArticleFactory(issue=issue, headline=f"{stage}见报", **fields),
        exact=sentence,
        mark_start=start,
        mark_end=start + len(mark),
    )
    ProgressFactory(project=project, evidence=quote, stage=stage, date=day)
    return quote


def page(client: Client, project: Project) -> str:
    ledger.rebuild(project)
    return client.get(project.get_absolute_url()).content.decode()


def words(project: Project) -> list[tuple[str, str, bool]]:
    """The list under the line of time: stage, what is said of it, whether the work stands there."""
    ledger.rebuild(project)
    timeline = dossier.read(Project.objects.get(pk=project.pk)).timeline
    assert timeline is not None
    return [(step.word, said, step.is_now) for step, said, *_ in timeline.words]


def roof_and_walls(project: Project) -> tuple[Evidence, Evidence]:
    """The structure was complete twice: its roof in December, all of it eleven months later."""
    TargetFactory(
        project=project,
        indicator="主体封顶",
        stage="structure_complete",
        due_on=date(2025, 10, 31),
        due_precision="month",
    )
    roof = reported(
        project,
        *("structure_complete", "浴场屋面12月9日浇完。", "12月9日"),
        printed=date(2025, 12, 10),
        day=date(2025, 12, 9),
    )
    walls = reported(
        project,
        *("structure_complete", "最后一道墙砌好，主体到这一天才算完工。", "主体到这一天才算完工"),
        printed=date(2026, 11, 24),
        day=date(2026, 11, 22),
    )
    return roof, walls


def test_a_stage_told_again_on_a_later_day_stands_on_both_days(baths: Project) -> None:
    """The promise is measured by the first; where the work stands today is the last."""
    roof_and_walls(baths)
    assert words(baths) == [
        ("主体封顶", "说好2025年10月底，实际12月9日", False),
        ("主体完工", "2026年11月22日，今天在这里", True),
    ]


def test_head_and_line_of_time_tell_one_day_and_lead_to_its_sentence(
    client: Client, baths: Project
) -> None:
    _, walls = roof_and_walls(baths)
    html = page(client, baths)
    day = f'<a class="link" href="{walls.get_absolute_url()}">2026年11月22日</a>'
    assert f"<dt>阶段</dt><dd>主体完工，{day}</dd>" in html
    progress = html[html.index('id="progress"') : html.index('id="promises"')]
    assert "2026年11月22日，今天在这里" in progress
    assert progress.count("今天在这里") == 1


def test_the_sentence_of_every_stage_can_be_read_that_of_the_last_one_first(
    client: Client, baths: Project
) -> None:
    roof, walls = roof_and_walls(baths)
    html = page(client, baths)
    quotes = html[html.index('class="stage-quotes"') : html.index('id="promises"')]
    assert (
        quotes.index(walls.get_absolute_url())
        < quotes.index("先前各阶段的原句")
        < quotes.index(roof.get_absolute_url())
    )


def test_a_work_that_was_resumed_stands_behind_its_halt(baths: Project) -> None:
    for stage, month in (("under_construction", 3), ("stalled", 5), ("under_construction", 9)):
        day = date(2026, month, 6)
        reported(baths, stage, "浴场在动。", "在动", printed=day, day=day)
    assert words(baths) == [
        ("在建", "2026年3月6日见报", False),
        ("停滞", "2026年5月6日见报", False),
        ("在建", "2026年9月6日又见报，今天在这里", True),
    ]


def test_a_day_told_twice_is_one_step(baths: Project) -> None:
    for printed in (date(2026, 10, 30), date(2026, 11, 10)):
        sentence = "浴场10月28日迎客。"
        reported(baths, "operating", sentence, "10月28日", printed=printed, day=date(2026, 10, 28))
    assert words(baths) == [("投运", "实际2026年10月28日，今天在这里", True)]


def test_what_was_told_again_in_a_draft_moves_nothing(client: Client, baths: Project) -> None:
    roof_and_walls(baths)
    reported(
        baths,
        *("structure_complete", "浴场又封了一回顶。", "又封了一回顶"),
        printed=date(2026, 11, 23),
        day=date(2026, 11, 23),
        status="draft",
    )
    html = page(client, baths)
    assert "11月23日" not in html
    assert "又封了一回顶" not in html


def test_what_was_promised_and_what_was_reported_stand_in_words_too(
    client: Client, baths: Project
) -> None:
    TargetFactory(
        project=baths,
        indicator="开工",
        stage="started",
        due_on=date(2024, 9, 30),
        due_precision="month",
    )
    day = date(2024, 8, 20)
    reported(baths, "started", "浴场开工。", "开工", printed=day, day=day)
    html = page(client, baths)
    assert "说好2024年9月底，8月20日见报，早41天，今天在这里" in html
    assert 'class="timeline timeline-wide"' in html
