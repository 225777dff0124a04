"""The last stage that a work has reached, on the day that is printed for it."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, ProjectFact


def work(text: str) -> ProjectFact:
    article = Article("a", paragraphs=[Part(text, [])])
    (found,) = extract([article], issue_date=date(2026, 12, 2), known=Known()).projects
    return found


@pytest.mark.parametrize(
    ("text", "stage", "day"),
    [
        ("洪善镇高标准农田建设项目今年8月动工，10月20日投用。", "operating", date(2026, 10, 20)),
        (
            "这座烘干塔由北营村合作社承建，总投资285万元，今年8月动工，10月20日投用。",
            "operating",
            date(2026, 10, 20),
        ),
        ("宁固镇污水处理站2025年3月开工，今年9月15日通水运行。", "operating", date(2026, 9, 15)),
        ("香乐乡幼儿园新园总投资1200万元，12月1日竣工验收。", "completed", date(2026, 12, 1)),
        ("襄垣路跨线桥工程去年5月开工建设，11月18日建成通车。", "operating", date(2026, 11, 18)),
        (
            "停车场扩建工程总投资3150万元。今年8月动工，10月20日投用。",
            "operating",
            date(2026, 10, 20),
        ),
    ],
)
def test_what_was_reached_last_counts_with_its_day(text: str, stage: str, day: date) -> None:
    found = work(text)
    assert (found.stage, found.tense, found.reached_on) == (stage, "done", day)
    assert found.due_on is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("东泉镇敬老院改造工程今年4月8日启动，预计12月20日投入使用。", "operating"),
        ("孟山公路改建工程11月10日开工，明年9月底前建成通车。", "operating"),
        ("县医院新院区2023年9月开工，原定今年6月30日投用，推迟到2027年1月15日前。", "operating"),
    ],
)
def test_what_is_promised_counts_more(text: str, stage: str) -> None:
    found = work(text)
    assert (found.stage, found.tense, found.reached_on) == (stage, "planned", None)
    assert found.due_on is not None


@pytest.mark.parametrize(
    "text",
    [
        "北门地下车库10月8日开工，11月2日因塌方停工。",
        "中都乡冷库项目原定10月20日投用，因设备未到，至今还在安装。",
        "宁固污水处理厂总投资8000万元，一期2024年10月20日投用，二期今年9月10日开工。",
        "香乐冷库项目10月20日投用的计划没有实现。",
        "柳河大桥今年8月动工，9月投用。",
    ],
)
def test_where_the_day_is_not_sure_there_is_none(text: str) -> None:
    assert work(text).reached_on is None


def test_a_phase_that_is_named_in_full_has_the_day_it_was_reached() -> None:
    text = "宁固污水处理厂一期2024年10月20日投用，设备运行平稳。"
    assert (work(text).name, work(text).reached_on) == ("宁固污水处理厂一期", date(2024, 10, 20))
