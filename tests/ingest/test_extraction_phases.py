"""The day of one phase of a work is neither that of another phase nor that of another work."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

FINISHED = date(2026, 11, 20)


def days(*paragraphs: str) -> dict[str, str | None]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    found = extract([article], issue_date=FINISHED, known=Known()).projects
    return {each.name: each.due_on.isoformat() if each.due_on else None for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "青屏河城区段治理二期工程进入尾声。二期12月底前验收,三期明年5月开工。",
        "青屏河城区段治理二期工程正在收尾,二期12月底前验收,三期明年5月开工。",
    ],
)
def test_the_next_phase_begins_when_this_one_is_done(text: str) -> None:
    assert days(text) == {
        "青屏河城区段治理二期工程": "2026-12-31",
        "青屏河城区段治理三期": "2027-05-31",
    }


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["东关小区改造项目10月完工。青屏河城区段治理进入尾声。二期12月底前验收,三期明年5月开工。"],
        [
            "东关小区改造项目10月完工。",
            "青屏河城区段治理二期工程进入尾声。二期12月底前验收,三期明年5月开工。",
        ],
    ],
)
def test_phases_are_of_what_the_paragraph_speaks_of(paragraphs: list[str]) -> None:
    found = days(*paragraphs)
    assert found.pop("东关小区改造项目") is None
    assert sorted(str(day) for day in found.values()) == ["2026-12-31", "2027-05-31"]
    assert all("青屏河" in name for name in found)


@pytest.mark.parametrize(
    ("text", "whole", "due"),
    [
        (
            "城北电池产业园总投资18亿元,占地320亩,分两期建设。一期今年12月底前投产,二期后年6月竣工。",
            "城北电池产业园",
            "2028-06-30",
        ),
        (
            "海湾渔业产业园总投资2.4亿元,一期13栋车间12月10日前安装完毕,二期明年10月底建成。",
            "海湾渔业产业园",
            "2027-10-31",
        ),
    ],
)
def test_phases_without_a_cost_are_stages_of_their_work(text: str, whole: str, due: str) -> None:
    assert days(text) == {whole: due}


def test_a_phase_of_which_another_is_printed_in_full_is_a_work() -> None:
    found = days(
        "城南体育公园一期已基本完工,定于12月28日开放。二期足球场正在建设,预计明年9月底完工。"
    )
    assert set(found) == {"城南体育公园一期", "城南体育公园二期"}


def test_houses_of_a_phase_are_parts_of_what_the_sentence_speaks_of() -> None:
    found = days(
        "位于东山路西侧的县中医院新院区占地96亩,设床位500张,一期门诊楼、住院楼主体封顶,"
        "明年6月搬入首批科室,二期康复楼、报告厅后年8月完工。"
    )
    assert list(found) == ["县中医院新院区"]


def test_a_phase_is_of_what_its_own_paragraph_speaks_of() -> None:
    found = days(
        "鼎新管业二期项目厂房已经封顶,明年3月投产。",
        "在河口镇,代表们察看了清泉蛋鸡养殖场。一期工程投资3600万元,去年已满负荷生产;"
        "二期工程再投资5200万元,明年6月建成。",
    )
    assert found["鼎新管业二期项目"] == "2027-03-31"
    assert not any(name != "鼎新管业二期项目" and "鼎新" in name for name in found)


def test_what_is_promised_of_a_phase_is_a_milestone_of_its_work() -> None:
    text = (
        "城北风电项目总投资6亿元，分两期实施，2024年底全部投产。一期已经并网，二期2024年3月开工。"
    )
    article = Article("a", paragraphs=[Part(text, [])])
    (work,) = extract([article], issue_date=date(2023, 3, 1), known=Known()).projects
    assert [(each.stage, each.due_on) for each in work.milestones] == [
        ("started", date(2024, 3, 31))
    ]
