"""Targets whose words could tell a price, a scope or a report: what each pays, earns or grows by."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.extraction.clauses.frames import Frames
from ingest.extraction.clauses.sentences import read_sentences
from ingest.proposal import Article, Known, Part

ISSUE = date(2023, 3, 14)


def values(text: str) -> dict[int, str | None]:
    found = extract([Article("a", paragraphs=[Part(text, [])])], issue_date=ISSUE, known=Known())
    return {
        int(each.value): each.due_on.isoformat() if each.due_on else None
        for each in found.targets
        if each.value is not None
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("今年全县清洁能源车占新增公交车比例达到85%。", 85),
        ("到年底,养殖小区每日供奶量提升至36吨。", 36),
        ("县财政将在4月底前兑付粮食直补补贴930万元。", 9_300_000),
        ("年底前茶园面积扩大到3万亩,每个村集体收入不低于20万元。", 200_000),
        ("2023年全县商务工作要点明确,外贸进出口总额完成3亿元,同比增长12%。", 12),
        ("今年要守住底线,旅游收入增长9%的目标不变。", 9),
    ],
)
def test_a_share_a_rate_a_payment_and_a_growth_are_promised(text: str, value: int) -> None:
    assert value in values(text)


def test_growth_that_is_compared_in_a_report_is_none() -> None:
    assert values("今年1至2月,全县外贸进出口总额完成3亿元,同比增长12%。") == {}
    assert values("每户补贴900元,旅游收入完成6亿元,同比增长9%。") == {}


def test_what_two_rates_are_each_to_reach_is_promised() -> None:
    found = values("全县小学入学率、初中巩固率要分别保持在99.8%和97%以上。")
    assert found == {99: None, 97: None}


def test_the_year_that_opens_a_list_of_tasks_holds_for_all_of_it() -> None:
    opening = "2023年,县交通局将围绕“畅通工程”,重点做好以下工作。"
    item = "五是抓好公路安全。整治公路隐患点58处,所有工地4月30日前完成视频监控接入。"
    article = Article("a", paragraphs=[Part(opening, []), Part(item, [])])
    found = extract([article], issue_date=ISSUE, known=Known()).targets
    days = {int(each.value): each.due_on for each in found if each.value}
    assert days[58] == date(2023, 12, 31)


def test_a_task_over_a_section_of_a_report_promises_for_its_year() -> None:
    paragraphs = [
        read_sentences(text, ISSUE)
        for text in (
            "今年是“十四五”承上启下之年。主要预期目标是:地区生产总值增长8%。",
            "(三)建设宜居县城。改造棚户区1100户,新增城市公厕12座。",
        )
    ]
    frames = Frames([each for sentences in paragraphs for each in sentences], ISSUE)
    frames.begin("", "", deck="")
    told = []
    for sentences in paragraphs:
        frames.begin_paragraph()
        told += [frames.of(each) for each in sentences]
    assert (told[-1].mood, told[-1].due and told[-1].due.find.text) == ("planned", "今年")
