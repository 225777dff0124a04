"""By how much a sum was changed, saved or exceeded is not how much a work costs."""

from datetime import date

import pytest

from chinese.money import find_money
from ingest.extraction import extract
from ingest.proposal import Article, Known, Part


def measures(text: str) -> list[str]:
    return [each.measure for each in find_money(text)]


@pytest.mark.parametrize(
    "text",
    [
        "山药加工园比上年减少投资300万元。",
        "蔬菜冷库群节约投资300万元。",
        "自来水改造工程与去年相比少投资120万元。",
        "惠济桥修缮工程较概算压减投资85万元。",
        "酒厂技改项目今年投资同比减少800万元。",
        "提灌站自己施工，节省投资约40万元。",
        "核桃加工厂较上年增加投资150万元。",
        "扩建项目尚缺150万元。",
        "冷库群还差近400万元。",
    ],
)
def test_a_difference_measures_nothing(text: str) -> None:
    assert measures(text) == ["none"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("门诊楼优化设计后节约投资300万元，总投资4200万元。", ["none", "total"]),
        ("滨河公园核减投资260万元，核减后总投资3100万元。", ["none", "total"]),
        ("冷库总投资由900万元减少到700万元。", ["none", "total"]),
        ("风电场增加投资2000万元，总投资增加到5.6亿元。", ["none", "total"]),
        ("供热工程新增投资2000万元，总投资达到1.4亿元。", ["none", "total"]),
        ("风电场追加投资2000万元，总投资达5.6亿元。", ["none", "total"]),
        ("供热二期新增投资2000万元，明年投用。", ["total"]),
        ("县里投资300万元新建敬老院。", ["total"]),
        ("中心小学由对口援建省投资1900万元，明年竣工。", ["total"]),
        ("敬老院改造工程至少投资300万元。", ["total"]),
    ],
)
def test_what_it_costs_all_the_same_is_read(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


def test_the_networks_give_no_work_a_difference() -> None:
    text = (
        "段村长山药加工园比上年减少投资300万元，加工园总投资不变。"
        "岳壁蔬菜保鲜冷库群已投资3800余万元，还差近400万元。"
    )
    article = Article("a", paragraphs=[Part(text, [])])
    found = extract([article], issue_date=date(2026, 12, 2), known=Known()).projects
    assert not [each for work in found for each in work.investments if each.kind == "total"]
