"""Works that are called by how much they make or how large they are."""

import pytest

from tests.ingest.works_told import facts


def sized(text: str) -> dict[str, list[str]]:
    return {each.name: [size.text for size in each.capacities] for each in facts(text).projects}


@pytest.mark.parametrize(
    "text",
    [
        "今年建设年产200万吨洗煤和80万吨干熄焦项目。",
        "年产200万吨洗煤和80万吨干熄焦项目8月投产。",
    ],
)
def test_of_two_listed_by_their_measures_each_has_its_own_and_nothing_else_is_promised(
    text: str,
) -> None:
    assert sized(text) == {
        "年产200万吨洗煤项目": ["年产200万吨"],
        "80万吨干熄焦项目": ["80万吨"],
    }
    assert facts(text).targets == []


def test_one_sum_before_two_listed_by_their_measures_is_that_of_both() -> None:
    text = "总投资12亿元的200万吨洗煤和80万吨干熄焦项目8月投产。"
    assert sized(text) == {"洗煤和80万吨干熄焦项目": ["200万吨", "80万吨"]}


@pytest.mark.parametrize(
    ("text", "name", "size"),
    [
        ("今年建设300亩果园项目。", "300亩果园项目", "300亩"),
        ("年内实施1.2万亩油茶林项目。", "1.2万亩油茶林项目", "1.2万亩"),
    ],
)
def test_a_project_may_be_called_by_its_land(text: str, name: str, size: str) -> None:
    assert sized(text) == {name: [size]}
    assert facts(text).targets == []


def test_so_much_of_a_common_thing_is_a_target_all_the_same() -> None:
    found = facts("今年建设高标准农田3万亩,新建标准厂房12万平方米。")
    assert found.projects == []
    assert {each.value_text for each in found.targets} == {"3万亩", "12万平方米"}
