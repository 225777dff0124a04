"""The year that heads a list dates what the list holds, and nothing behind it."""

import pytest

from tests.ingest.test_extraction_binding import told

AFTER = "西山水厂投资9000万元,6月底通水。"


@pytest.mark.parametrize(
    "items",
    [
        ["一、东河大桥6月底通车。", "二、北关隧道8月贯通。"],
        ["——东河大桥6月底通车;", "——北关隧道8月贯通。"],
        ["(一)交通", "东河大桥6月底通车。", "(二)水利", "北关隧道8月贯通。"],
        ["城建。东河大桥6月底通车。", "交通:北关隧道8月贯通。"],
        ["东河大桥6月底通车;", "北关隧道8月贯通;"],
        ["县里的办法是一段一段地修。东河大桥要在6月底通车,谁也不能拖。"],
    ],
)
def test_the_year_of_a_list_ends_where_the_list_ends(items: list[str]) -> None:
    found = told("2020年要抓好以下工作:", *items, "会议还听取了汇报。" + AFTER)
    assert found[0][2] == "2020-06-30"
    assert found[-1] == ("西山水厂", 90_000_000, "2019-06-30")
    assert {due for _, _, due in found[1:-1]} <= {"2020-08-31"}


def test_the_next_heading_begins_a_year_of_its_own() -> None:
    found = told(
        "2020年安排如下:", "1.东河大桥6月底通车。", "2021年安排如下:", "1.北关隧道8月贯通。"
    )
    assert [due for _, _, due in found] == ["2020-06-30", "2021-08-31"]
