"""What is to be done by a day is told in printed words that say what it is about."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.extraction import extract
from ingest.extraction.learned.network import TERM
from ingest.proposal import Article, Known, Part, TargetFact
from tests.ingest.hearing import Told, hear_all

ISSUE = date(2019, 8, 20)


def events(text: str, issue: date = ISSUE) -> list[tuple[str, str]]:
    facts = extract([Article("a", paragraphs=[Part(text, [])])], issue_date=issue, known=Known())
    told = [each for each in facts.targets if each.kind == "event"]
    return [(each.indicator, each.due_on.isoformat() if each.due_on else "") for each in told]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("村口的健身器材已经到货,9月20日前全部安装到位。", "村口的健身器材安装到位"),
        ("街口的监控探头已招标,10月15日前更换到位。", "街口的监控探头更换到位"),
        ("河长办要把排污口再摸一遍:废弃、改道和重名的,9月底前全部理清。", "排污口全部理清"),
        ("上次巡查反馈隐患96处,已整改81处,余下的10月底前销号。", "隐患余下的销号"),
        ("两会交办意见57条,已答复49条,其余9月底前办结。", "意见其余办结"),
    ],
)
def test_a_deed_is_told_with_the_thing_that_the_clause_before_names(text: str, event: str) -> None:
    assert event in [told for told, _ in events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "施工队说,9月20日前全部装好。",
        "县住建局的人讲,材料款另算,9月20日前全部装好。",
        "排污口已经封堵;网格员重新分工,9月20日前全部装好。",
    ],
)
def test_who_speaks_and_what_is_told_in_another_part_is_not_what_it_is_about(text: str) -> None:
    assert [told for told, _ in events(text) if told != "全部装好"] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("渔政专项巡查9月1日开始,11月30日结束。", ("渔政专项巡查结束", "2019-11-30")),
        (
            "第二轮巡察工作8月12日展开,对7个站所进行巡察,为期两个月,10月12日结束。",
            ("第二轮巡察工作结束", "2019-10-12"),
        ),
    ],
)
def test_what_began_is_what_ends(text: str, event: tuple[str, str]) -> None:
    assert event in events(text)


def test_the_number_of_an_item_is_no_part_of_what_is_told() -> None:
    text = "二、自9月2日起统一换证,10月25日结束,换证率须达到95%以上。"
    assert ("统一换证结束", "2019-10-25") in events(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "县教育局列出日程:8月28日前,住校生铺位分到人;9月2日,营养餐统一配送;9月底,校医全部持证。",
            [
                ("住校生铺位分到人", "2019-08-28"),
                ("营养餐统一配送", "2019-09-02"),
                ("校医全部持证", "2019-09-30"),
            ],
        ),
        (
            "渡口管理所排了三件事:9月3日停渡检修;6日前更换缆绳;9月9日复航。",
            [("更换缆绳", "2019-09-06")],
        ),
        (
            "督办单上剩三件:沿河猪圈拆净,8月底前;黑石砂场撤机,九月底;老码头清淤,国庆前。",
            [("沿河猪圈拆净", "2019-08-31"), ("黑石砂场撤机", "2019-09-30")],
        ),
    ],
)
def test_each_day_of_a_list_has_what_it_brings(text: str, found: list[tuple[str, str]]) -> None:
    assert set(found) <= set(events(text))


def test_the_days_of_a_list_go_on_in_the_year_that_its_first_one_names() -> None:
    text = "局长讲了三个日子:2020年1月1日,检查结果互认;3月1日,药品统一配送;6月30日,村医统一聘用。"
    assert events(text, date(2019, 12, 20)) == [
        ("检查结果互认", "2020-01-01"),
        ("药品统一配送", "2020-03-01"),
        ("村医统一聘用", "2020-06-30"),
    ]


def test_a_day_is_told_nothing_of_another_part_of_the_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "食堂换证;四月二十日前,锅炉检验。"
    told = Told({}, dated=0.9, deed="食堂换证锅炉检验")
    (found,) = hear_all(monkeypatch, told, [], [], line).targets
    assert found.indicator == "锅炉检验"


def test_a_clause_that_is_but_a_day_dates_what_stands_behind_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = Told({}, dated=0.9, deed="会议强调锅炉检验")
    line = "会议再三强调,四月二十日前,锅炉检验。"
    (found,) = hear_all(monkeypatch, told, [], [], line).targets
    assert found.indicator == "锅炉检验"


@pytest.mark.parametrize(
    ("line", "deed", "event"),
    [
        ("低保户的入户复核在四月二十日进行。", "入户,复核,在,进行", "入户复核进行"),
        ("新的停车收费标准,四月二十日起执行。", "收费标准,起执行", "收费标准,执行"),
        ("河道清障要抢在四月二十日前结束。", "河道清障要抢在结束", "河道清障结束"),
    ],
)
def test_what_only_leads_to_a_day_or_from_it_is_not_told(
    monkeypatch: pytest.MonkeyPatch, line: str, deed: str, event: str
) -> None:
    (found,) = hear_all(monkeypatch, Told({}, dated=0.9, deed=deed), [], [], line).targets
    assert found.indicator == event


@pytest.mark.parametrize(
    ("line", "deed", "event"),
    [
        (
            "良种补贴每亩四十元,四月二十日前打进农户的存折。",
            "打进农户的存折",
            "良种补贴打进农户的存折",
        ),
        ("春耕贴息按贷款额结算,头一批四月二十日前兑付。", "头一批兑付", "春耕贴息头一批兑付"),
        ("督查组查账,查出多扣的钱,四月二十日前退给村民。", "退给村民", "多扣的钱退给村民"),
    ],
)
def test_where_money_goes_is_told_with_the_money(
    monkeypatch: pytest.MonkeyPatch, line: str, deed: str, event: str
) -> None:
    (found,) = hear_all(monkeypatch, Told({}, dated=0.9, deed=deed), [], [], line).targets
    assert found.indicator == event


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("社区邻里节定于9月20日上午在南湖广场开幕。", ("社区邻里节开幕", "2019-09-20")),
        ("9月28日晚,“稻香”民谣专场将在县影剧院举行。", ("“稻香”民谣专场举行", "2019-09-28")),
        ("9月6日黄桃采摘节开幕,免费停车。", ("黄桃采摘节开幕", "2019-09-06")),
        ("全民读书月9月1日开幕,9月30日闭幕。", ("全民读书月闭幕", "2019-09-30")),
        (
            "原定于8月11日举行的全县龙舟邀请赛推迟到9月8日举行。",
            ("全县龙舟邀请赛举行", "2019-09-08"),
        ),
        (
            "县法院定于9月18日在网络司法拍卖平台公开拍卖旧面粉厂。",
            ("公开拍卖旧面粉厂", "2019-09-18"),
        ),
        ("笔试时间为9月21日,成绩在网上查询。", ("笔试", "2019-09-21")),
        ("夜市设摊位60个,摊位申领截止时间为9月12日17时。", ("摊位申领截止", "2019-09-12")),
    ],
)
def test_what_is_held_and_what_closes_on_a_day_to_come(text: str, event: tuple[str, str]) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "社区邻里节已于8月18日在南湖广场开幕。",
        "截止9月3日前后的统计口径不变。",
        "新市场就在纺织厂旧址,元旦前开市。",
    ],
)
def test_what_was_held_and_a_house_that_opens_is_no_occasion(text: str) -> None:
    assert [told for told, _ in events(text) if told.endswith(("开幕", "截止", "开市"))] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("停车新规自9月15日起执行,已购月卡照旧。", ("停车新规执行", "2019-09-15")),
        ("砖瓦企业轮流停窑,10月8日起执行。", ("砖瓦企业轮流停窑执行", "2019-10-08")),
        ("县民政局提醒:殡葬服务费9月10日起减免。", ("殡葬服务费减免", "2019-09-10")),
        ("从10月1日起,鹿鸣湖禁止垂钓,为期三个月。", ("鹿鸣湖禁止垂钓", "2019-10-01")),
        ("各校的晚托班从明天起恢复,家长可自愿报名。", ("各校的晚托班恢复", "2019-08-21")),
    ],
)
def test_what_begins_to_hold_on_a_day_to_come(text: str, event: tuple[str, str]) -> None:
    assert event in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "停车新规自7月15日起执行,已罚没车辆38台。",
        "水价每吨涨三角,10月8日起执行。",
        "9月10日起,天气转凉,早晚添衣。",
    ],
)
def test_what_holds_already_or_changes_nothing_is_no_beginning(text: str) -> None:
    assert events(text) == []


def test_what_a_figure_is_promised_by_is_no_event_besides(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "镇里超支的会议费27万元,四月二十日前退清。"
    paid = TargetFact("a", "quantity", "会议费退清", line, value=Decimal(270000))
    paid.value_text, paid.due_text, paid.due_on = "27万元", "四月二十日前", date(2022, 4, 20)
    told = Told({}, {TERM: 1}, dated=0.9, deed="会议费退清")
    found = hear_all(monkeypatch, told, [], [paid], line).targets
    assert [each.indicator for each in found] == ["会议费退清"]
