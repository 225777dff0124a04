"""A body is named with its county in full, and begins within no word of time."""

import pytest

from ingest.extraction.names.departments import bodies
from tests.ingest.works_told import facts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("那段时间县民政局挨户走访。", "县民政局"),
        ("几年前县畜牧局送来种羊。", "县畜牧局"),
        ("早些年县水产站推广过网箱。", "县水产站"),
        ("多年来县妇联坚持家访。", "县妇联"),
    ],
)
def test_a_body_begins_in_no_word_of_time(text: str, name: str) -> None:
    assert facts(text).departments["a"] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("都兰诺旗林草局巡山。记者从都兰诺旗了解到,都兰诺旗草场返青。", "都兰诺旗林草局"),
        ("记者从科右后旗应急管理局获悉。", "科右后旗应急管理局"),
        ("木罕根蒙古族自治县财政局下达资金。", "木罕根蒙古族自治县财政局"),
    ],
)
def test_a_body_bears_the_name_of_its_county_in_full(text: str, name: str) -> None:
    assert bodies([text], {}) == [name]


@pytest.mark.parametrize("name", ["万年县农业农村局", "从江县水务局", "新安县人民医院"])
def test_a_county_that_looks_like_a_time_or_a_lead_keeps_its_name(name: str) -> None:
    assert bodies([f"近日,{name}负责人答复了来信。"], {}) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "县林业发展集团有限公司",
        "县水务建设投资有限公司",
        "县委社会工作部",
        "县委网信办",
        "县委农村工作领导小组办公室",
        "县海洋与渔业局",
    ],
)
def test_the_longest_body_is_meant(name: str) -> None:
    assert bodies([f"昨日,{name}负责人答复了来信。"], {}) == [name]


def test_a_hall_is_no_body_and_who_was_something_is_no_part_of_one() -> None:
    assert bodies(["座谈在县宾馆多功能厅开到傍晚。"], {}) == []
    assert bodies(["丁一帆历任柑橘合作社会计。"], {}) == ["柑橘合作社"]
