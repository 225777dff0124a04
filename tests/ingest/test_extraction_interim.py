"""What is done of a work on the way to its end is promised by its own day."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

ISSUE = date(2019, 2, 20)


def events(text: str) -> list[tuple[str, str]]:
    facts = extract([Article("a", paragraphs=[Part(text, [])])], issue_date=ISSUE, known=Known())
    told = [each for each in facts.targets if each.kind == "event"]
    return [(each.indicator, each.due_on.isoformat() if each.due_on else "") for each in told]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "北山茶油加工厂总投资8600万元,5月底前榨油设备进场,8月试生产。",
            ("榨油设备进场", "2019-05-31"),
        ),
        (
            "县妇幼保健院迁建项目投资1.2亿元,地下室防水层4月底铺完,12月15日投入使用。",
            ("地下室防水层铺完", "2019-04-30"),
        ),
        (
            "洪塘河大桥总投资2.3亿元,6月底前完成北岸引桥架设,2020年10月通车。",
            ("完成北岸引桥架设", "2019-06-30"),
        ),
        (
            "黄岭水库总投资3.1亿元,4月25日泡田前完成灌溉洞衬砌,11月竣工。",
            ("完成灌溉洞衬砌", "2019-04-25"),
        ),
        (
            "石坪光伏电站总投资4亿元,用地红线图4月底交付,6月动工。",
            ("用地红线图交付", "2019-04-30"),
        ),
    ],
)
def test_a_deed_on_the_way_to_a_work_is_an_event(text: str, event: tuple[str, str]) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "城东中学总投资1.6亿元,5月底前主体封顶,8月交付使用。",
        "南郊公园总投资3400万元,4月进场施工,10月开园。",
        "三合灌区改造投资7800万元,6月底前完成全部建设任务,10月通水。",
        "和平大街北延总投资4500万元,4月10日前必须复工,9月20日通车。",
        "河口镇文体中心投资900万元,图书馆6月底投用,体育馆明年6月交付。",
    ],
)
def test_a_stage_of_the_whole_is_none(text: str) -> None:
    assert events(text) == []
