"""A shorter and a fuller name are of one work; what comes along with a work is none."""

import pytest

from tests.ingest.test_extraction_binding import read, told
from tests.ingest.test_extraction_references import names


@pytest.mark.parametrize(
    ("first", "again", "name"),
    [
        ("清源水库枢纽工程昨日开工。", "清源水库", "清源水库枢纽工程"),
        ("加快县体育馆建设。", "县体育馆改造提升项目", "县体育馆改造提升项目"),
        ("去年镇里建了烘干中心。", "青山镇粮食烘干中心", "青山镇粮食烘干中心"),
    ],
)
def test_a_shorter_and_a_fuller_name_are_of_one_work(first: str, again: str, name: str) -> None:
    found = told(first + f"{again}总投资4600万元,明年6月完工。")
    assert found == [(name, 46_000_000, "2020-06-30")]


def test_a_building_of_a_place_is_another_work_than_the_place() -> None:
    found = names("县中医院迁建项目总投资3亿元。县中医院住院楼投资8000万元,10月封顶。")
    assert found == ["县中医院迁建项目", "县中医院住院楼"]


@pytest.mark.parametrize(
    "along",
    ["同步铺设了供水、燃气等管线", "配套建设了幼儿园、超市和扶贫车间", "配建卫生服务站"],
)
def test_what_comes_along_with_a_work_is_no_work(along: str) -> None:
    assert names(f"幸福里安置区总投资1.2亿元。安置区占地90亩,{along}。") == ["幸福里安置区"]


def test_what_was_built_this_year_is_not_promised_for_it() -> None:
    found = read("今年镇里新建了茶叶交易中心,投资460万元。").projects[0]
    assert (found.stage, found.due_on) == ("completed", None)
