"""What no likeness to other print may deny: so many projects, investment by a day, a grade."""

from datetime import date

import numpy as np
import pytest

from chinese.weighing import BITS, STEPS, Weights
from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, TargetFact
from tests.ingest.hearing import Told

ISSUE = date(2023, 2, 10)


@pytest.fixture
def print_denies(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = Weights(np.zeros(2**BITS, dtype=np.int8), -9 * STEPS)
    monkeypatch.setattr("ingest.extraction.promises.likely.load", lambda _: weights)


@pytest.fixture
def networks_deny(monkeypatch: pytest.MonkeyPatch) -> None:
    networks = Told({}, aims=0.01, dated=0.01)
    monkeypatch.setattr("ingest.extraction.learned.opinion.load", lambda: networks)


def told(text: str) -> list[TargetFact]:
    article = Article("a", paragraphs=[Part(text, [])])
    return extract([article], issue_date=ISSUE, known=Known()).targets


@pytest.mark.usefixtures("print_denies", "networks_deny")
@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("要抓紧抓实。继续实施16项强镇项目。", "实施强镇项目", 16),
        ("要抓紧抓实。安排重点项目22个。", "安排重点项目", 22),
    ],
)
def test_how_many_projects_are_to_be_carried_out_is_an_aim(
    text: str, indicator: str, value: int
) -> None:
    assert [(each.indicator, each.value) for each in told(text)] == [(indicator, value)]


@pytest.mark.parametrize(
    "text",
    [
        "县里实施了16项强镇项目。",
        "要抓紧抓实。对标省里的16项强镇项目。",
        "要抓紧抓实。继续实施16项强镇项目的单位不在此列。",
    ],
)
def test_projects_that_were_carried_out_or_are_only_named_are_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.usefixtures("networks_deny")
@pytest.mark.parametrize(
    "text", ["年内完成县医院三级乙等医院创建。", "乡长说,明年全乡要创成省级旅游度假区。"]
)
def test_a_grade_to_be_attained_is_an_event(text: str) -> None:
    assert [(each.kind, each.value) for each in told(text)] == [("event", None)]


@pytest.mark.usefixtures("networks_deny")
def test_what_is_to_be_held_to_a_figure_is_an_aim() -> None:
    assert [each.value for each in told("会议要求,全县生猪存栏控制在80万头。")] == [800_000]


@pytest.mark.usefixtures("print_denies")
def test_investment_of_a_county_by_a_day_is_an_aim() -> None:
    assert [each.value for each in told("今年,园区要完成固定资产投资42亿元。")] == [4_200_000_000]
    assert told("园区要抓好招商,完成固定资产投资42亿元的目标没有实现。") == []


def test_the_least_that_is_invested_is_an_aim() -> None:
    (invested, *_) = told("全年技改投资不少于7亿元,培育规上企业5户。")
    assert (invested.indicator, invested.due_text) == ("技改投资", "全年")
