"""A promise is called by its thing, and not by how it is taken or that it is left."""

import pytest

from ingest.desk.doubts import SURE
from tests.ingest.works_told import facts, promised


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("明年4月底前把最后2.6公里堤坝加固完。", "堤坝加固"),
        ("年底前要把剩下的46盏路灯装好。", "路灯装好"),
        ("县公路段计划12月底前把最后3座危桥拆除。", "危桥拆除"),
        ("今年要把酥梨面积稳定在1.2万亩。", "酥梨面积"),
        ("明年可以新增托位120个。", "新增托位"),
        ("山上已吊装21台风机，剩下3台赶在年底前立起来。", "风机立起来"),
        ("山上已经吊装21台风机。剩下3台赶在年底前立起来。", "风机立起来"),
        ("巷道硬化已铺完12公里，剩下8.5公里年底前铺完。", "巷道硬化铺完"),
    ],
)
def test_a_promise_is_called_by_its_thing(text: str, name: str) -> None:
    assert list(promised(text)) == [name]


def test_the_desk_asks_where_no_thing_is_named() -> None:
    (target,) = facts("剩下8.5公里年底前修完。").targets
    assert target.indicator == "修完"
    assert target.confidence < SURE


def test_what_others_are_left_is_still_told() -> None:
    text = "目前9个小区已完工，其余6个11月15日前全部完工。"
    assert list(promised(text)) == ["其余小区完工"]
