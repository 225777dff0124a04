"""Works in the dense voice of a county's plan: task after task, most of them told in half a clause."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, ProjectFact

TODAY = date(2022, 3, 10)


def works(text: str) -> list[ProjectFact]:
    article = Article("a", paragraphs=[Part(text, [])])
    return extract([article], issue_date=TODAY, known=Known()).projects


def names(text: str) -> list[str]:
    return [each.name for each in works(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "投资4600万元的青石街供水供热老旧管网更换工程9月底前完工。",
            ["青石街供水供热老旧管网更换工程"],
        ),
        ("柳树巷片区供水管网改造工程10月底前完工。", ["柳树巷片区供水管网改造工程"]),
        ("青石街南延、书院路、桂花三巷赶在6月底前通车。", ["青石街南延", "书院路", "桂花三巷"]),
        ("白鹭岛环岛步道、北汊码头候船厅争取五一前完工。", ["白鹭岛环岛步道", "北汊码头候船厅"]),
        ("修缮文昌阁大成殿、乔家大院。", ["文昌阁大成殿", "乔家大院"]),
        # A stage that something supplied reaches is no part of a name.
        ("双塔热源厂10月底供热。", ["双塔热源厂"]),
    ],
)
def test_a_name_goes_on_to_its_own_end(text: str, found: list[str]) -> None:
    assert sorted(names(text)) == sorted(found)
