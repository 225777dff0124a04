"""Works printed in tables are read by their columns."""

from datetime import date
from decimal import Decimal

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, ProjectFact

TODAY = date(2021, 3, 16)


def projects(*paragraphs: str) -> list[ProjectFact]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=TODAY, known=Known()).projects


def test_the_unit_in_the_head_of_a_column_belongs_to_its_numbers() -> None:
    (found,) = projects("项目名称|总投资（万元）|完成时限\n南关污水处理厂扩容|4860|11月底")
    assert found.name == "南关污水处理厂扩容"
    assert [each.yuan for each in found.investments] == [Decimal(48600000)]
    assert (found.due_on, found.stage) == (date(2021, 11, 30), "completed")


def test_rows_follow_their_head_through_paragraphs() -> None:
    found = projects(
        "项目名称\t年度投资(亿元)\t总投资(亿元)", "城北大桥\t0.2\t0.5", "第三幼儿园\t0.1\t0.3"
    )
    assert [each.name for each in found] == ["城北大桥", "第三幼儿园"]
    sums = [[(s.kind, s.yuan) for s in each.investments] for each in found]
    assert sums[1] == [("year", Decimal(10000000)), ("total", Decimal(30000000))]


def test_a_row_without_a_head_is_read_by_what_its_cells_are() -> None:
    (found,) = projects("2 | 冷链物流园 | 商务局 | 2.2亿元 | 开工建设 | 6月底")
    assert (found.name, found.stage, found.due_on) == ("冷链物流园", "started", date(2021, 6, 30))


def test_a_row_of_no_work_names_none() -> None:
    assert projects("粮食 | 27万吨 | 增长2% | 完成") == []


def test_a_day_beside_a_stage_is_due_whatever_its_column_is_called() -> None:
    (fact,) = projects("项目名称|投资额|进展|目标\n青石古镇|2.1亿元|装修|12月迎客")
    assert (fact.due_on, fact.stage) == (date(2021, 12, 31), "operating")
