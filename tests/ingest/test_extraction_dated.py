"""What the networks may say of promises by a day without a figure: each in printed words, by one
date, and for the desk to confirm.
"""

from datetime import date

import pytest

from ingest.extraction.learned.dated import best_run
from ingest.proposal import TargetFact
from tests.ingest.hearing import Told, hear_all

DATED = "县教育局说,民办园的收费标准,四月二十日前公布,家长可以查。"


def event(told: str, text: str = "四月二十日前") -> TargetFact:
    return TargetFact("a", "event", told, DATED, due_text=text, due_on=date(2022, 4, 20))


def test_what_is_promised_by_a_day_is_told_in_printed_words_and_doubted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = Told({}, dated=0.9, deed="收费标准,公布")
    (found,) = hear_all(monkeypatch, told, [], [], DATED).targets
    assert (found.kind, found.indicator, found.value) == ("event", "收费标准,公布", None)
    assert (found.quote, found.article, found.confidence < 0.9) == (DATED, "a", True)
    assert (found.due_text, found.due_on) == ("四月二十日前", date(2022, 4, 20))


@pytest.mark.parametrize(("dated", "deed"), [(0.3, "公布"), (0.9, ""), (0.9, "可以")])
def test_a_date_promises_nothing_that_is_hardly_seen_or_not_told(
    monkeypatch: pytest.MonkeyPatch, dated: float, deed: str
) -> None:
    told = Told({}, dated=dated, deed=deed)
    assert hear_all(monkeypatch, told, [], [], DATED).targets == []


def test_each_event_has_one_date_that_of_its_clause_and_nearest_to_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "移民资金四月二十日前公布,合作社年底分红名册十二月十日公示。"
    told = Told({}, dated=0.9, deed="移民资金公布分红名册公示")
    found = hear_all(monkeypatch, told, [], [], line).targets
    assert [(each.indicator, each.due_text) for each in found] == [
        ("移民资金公布", "四月二十日前"),
        ("分红名册公示", "十二月十日"),
    ]


def test_an_event_is_told_by_its_thing_and_its_deed_though_other_words_stand_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "井水的检测报告将于四月二十日前由村干部向群众公示。"
    told = Told({}, dated=0.9, deed="检测报告公示")
    (found,) = hear_all(monkeypatch, told, [], [], line).targets
    assert (found.indicator, found.due_text) == ("检测报告公示", "四月二十日前")


@pytest.mark.parametrize(
    ("line", "told", "stage"),
    [
        ("下坊片的机耕路四月二十日前通车。", "机耕路通车", "operating"),
        ("社区的分房名单四月二十日前公示。", "分房名单公示", None),
    ],
)
def test_the_stage_of_an_event_is_that_of_its_deed(
    monkeypatch: pytest.MonkeyPatch, line: str, told: str, stage: str | None
) -> None:
    (found,) = hear_all(monkeypatch, Told({}, dated=0.9, deed=told), [], [], line).targets
    assert (found.indicator, found.stage) == (told, stage)


def test_an_event_of_the_rules_stands_unless_it_is_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    known = event("公布收费标准")
    for dated, left in ((0.9, [known]), (0.2, [known]), (0.01, [])):
        told = Told({}, dated=dated, deed="收费标准,公布")
        assert hear_all(monkeypatch, told, [], [known], DATED).targets == left


def test_an_event_whose_day_is_printed_elsewhere_is_not_judged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = event("公布收费标准", "月底")
    assert hear_all(monkeypatch, Told({}, dated=0.01), [], [known], DATED).targets == [known]


@pytest.mark.parametrize(
    ("odds", "told"),
    [([-1, 2, -1, 3, -4, 1], [1, 2, 3]), ([-1, -2], []), ([], []), ([1, -3, 2, 2], [2, 3])],
)
def test_the_stretch_that_tells_most_is_taken(odds: list[float], told: list[int]) -> None:
    assert list(best_run(odds)) == told


def test_the_clause_before_its_date_tells_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "县里作了安排。食堂燃气报警器,四月二十日前一处不落装上。"
    told = Told({}, dated=0.9, deed="一处不落装上")
    (found,) = hear_all(monkeypatch, told, [], [], line).targets
    assert found.indicator == "食堂燃气报警器一处不落装上"


def test_how_something_is_done_tells_no_event(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told({}, dated=0.9, deed="务必扭转")
    assert hear_all(monkeypatch, told, [], [], "这一局面四月二十日前务必扭转。").targets == []
