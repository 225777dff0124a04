"""What a year is to bring is due with that year, and not with the work: 明年6月底前完工."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part


def facts(text: str) -> Facts:
    article = Article("a", paragraphs=[Part(text, [])])
    return extract([article], issue_date=date(2026, 12, 2), known=Known())


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "停车场扩建工程总投资3150万元，今年计划完成投资2500万元，2027年4月30日前完工。",
            date(2027, 4, 30),
        ),
        ("洪善冷链物流园今年计划完成投资6200万元，明年6月底前投产。", date(2027, 6, 30)),
        ("梁村风电项目确保今年完成投资3亿元，2027年底并网。", date(2027, 12, 31)),
        ("今年计划完成投资2500万元的停车场扩建工程，2027年4月30日前完工。", date(2027, 4, 30)),
    ],
)
def test_the_plan_of_a_year_ends_with_the_year(text: str, due: date) -> None:
    found = facts(text)
    assert [each.due_on for each in found.projects] == [due]
    assert {each.due_on for each in found.targets if each.unit == "元"} <= {date(2026, 12, 31)}


def test_money_that_is_to_come_in_by_a_day_keeps_it() -> None:
    (found,) = facts("镇里今年要筹集改造资金300万元，12月10日前到位。").targets
    assert found.due_on == date(2026, 12, 10)


@pytest.mark.parametrize("words", ["今年计划完成", "年内计划完成", "全年计划完成", "今年要完成"])
def test_what_is_planned_for_a_year_is_not_done(words: str) -> None:
    text = f"县医院扩建项目总投资3.2亿元，{words}1.1亿元，到10月底完成9600万元。"
    (work,) = facts(text).projects
    assert [each.kind for each in work.investments] == ["total", "year", "done"]
