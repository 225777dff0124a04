"""What is to be held where it is, by what the seasons bring, and rows of two of a kind."""

import pytest

from tests.ingest.works_told import facts, told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("今年粮食总产巩固在18万吨以上。", {"18万吨以上"}),
        ("今年生猪存栏维持在30万头左右。", {"30万头左右"}),
        ("今年森林覆盖率巩固在65%以上,耕地面积维持在42万亩。", {"65%以上", "42万亩"}),
    ],
)
def test_what_is_to_be_held_is_a_target(text: str, values: set[str]) -> None:
    assert {each.value_text for each in facts(text).targets} == values


def test_what_was_held_is_none() -> None:
    assert facts("去年粮食总产巩固在18万吨以上,生猪存栏维持在30万头左右。").targets == []


@pytest.mark.parametrize("season", ["泡田前", "春灌前"])
def test_the_season_before_which_a_work_is_done_is_no_part_of_its_name(season: str) -> None:
    (work,) = facts(f"石桥灌区渠道改造{season}完工。").projects
    assert (work.name, work.stage, work.due_text) == ("石桥灌区渠道改造", "completed", season)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("锦绣、东苑两个棚改小区10月交房。", "锦绣、东苑两个棚改小区"),
        ("河东、柳林两个安置小区10月交付。", "河东、柳林两个安置小区"),
    ],
)
def test_two_of_a_kind_of_quarter_are_a_row(text: str, name: str) -> None:
    assert told(text) == {name: (None, "2024-10-31")}
