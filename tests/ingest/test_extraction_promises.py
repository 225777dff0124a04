"""The many forms that a promise takes in county papers: notices, plans, lists, rows, speech."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part

ISSUE = date(2019, 3, 12)


def read(*paragraphs: str, issue: date = ISSUE) -> Facts:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=issue, known=Known())


def told(*paragraphs: str, issue: date = ISSUE) -> list[tuple[float | None, str | None]]:
    return [
        (
            None if each.value is None else float(each.value),
            each.due_on.isoformat() if each.due_on else None,
        )
        for each in read(*paragraphs, issue=issue).targets
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("今后三年要把藕塘面积从900亩恢复到1500亩。", 1500),
        ("县图书馆藏书要扩充到26万册。", 260_000),
        ("护林员要扩编到90人。", 90),
        ("今年全镇要设立62个护渠岗。", 62),
        ("清明前要移栽8万株药苗。", 80_000),
        ("二季度要拿下订单3亿元。", 300_000_000),
        ("县农商行承诺,年底前让利900万元。", 9_000_000),
        ("年底前要施划740个泊位。", 740),
        ("4月底前酒厂产能恢复到85%。", 85),
    ],
)
def test_what_reaches_a_figure_and_what_is_done(text: str, value: int) -> None:
    assert [each[0] for each in told(text)] == [value]


@pytest.mark.parametrize(
    ("text", "values", "day"),
    [
        ("剩余14公里老管线9月15日前全部换完。", [14], "2019-09-15"),
        ("年底前完成投资8亿元,确保计划开工的9个标段全部开工。", [8e8, 9], "2019-12-31"),
        ("镇里将对210户独居老人逐户走访,4月底前建档,5月起定期上门。", [210], "2019-04-30"),
        ("还有未脱贫的61户148人,6月底前逐户过筛。", [61, 148], "2019-06-30"),
        ("拖欠的82万元运费3月底前打入司机账户。", [820_000], "2019-03-31"),
        ("财政局答应4月底前拨付600万元。", [6_000_000], "2019-04-30"),
        ("冲毁机耕道19处,4月底前恢复通车。", [19], "2019-04-30"),
        ("今年安排免费孕检3000人,比去年多400人,8月底前做完。", [3000], "2019-08-31"),
    ],
)
def test_a_deed_done_to_all_that_was_counted(text: str, values: list[int], day: str) -> None:
    found = told(text)
    assert found[: len(values)] == [(value, day) for value in values]


@pytest.mark.parametrize(
    "text",
    [
        "管线改造涉及9个社区、3000户,年底全部完工。",  # whom it concerns is not built
        "保健箱分两批送达,4月底前全部到位。",
        "目前完成6栋主体,8月底全部封顶。",
        "县粮食局预计,元宵期间供应充足,已储备面粉400吨,并发放补助券20万元。",
        "经县九届人大四次会议审议通过,今年县政府将继续办好实事。",
        "今年,对完成较好的南坪、河口2个乡镇将通报表扬。",
        "县里今年拿出专款,将从水利、公安等7个部门抽调20名骨干。",
        "今年,对按期投产的,将给予设备投资额3%的奖励。",
        "2018年计划执行情况如下:初步核算,全年财政收入增长7%。",
        "今年要消除60人以上大班额。",
        "该局推出“虚拟窗口”,办税时间缩短40%。",
        "到2022年,莲产业综合产值力争突破亿元。",
    ],
)
def test_what_sorts_names_or_reports_is_no_aim(text: str) -> None:
    assert [each for each in told(text) if each[0] is not None] == []


def test_a_size_tells_which_things_are_made() -> None:
    assert told("今年新建300吨冷库5座。") == [(5, "2019-12-31")]


def test_one_thing_counted_twice_is_promised_twice() -> None:
    day = "2019-11-30"
    assert told("今冬疏浚沟渠24条86公里,11月底前全部完成。") == [(24, day), (86, day)]
    assert told("年内改造12个小区、41栋楼。") == [(12, "2019-12-31"), (41, "2019-12-31")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # who has to do it stands before the date, and the date holds on
        ("各村要在4月20日前完成清点任务,建档率达到98%。", [(98, "2019-04-20")]),
        ("县疾控中心计划4月查漏补种疫苗,接种率达到95%以上。", [(95, "2019-04-30")]),
        # a sentence that is nothing but a term
        ("渠道清淤90公里,堰塘整修31口。4月底前完成。", [(90, "2019-04-30"), (31, "2019-04-30")]),
        # a year holds on behind a semicolon
        (
            "去年产值9亿元,今年目标是18亿元;新签约项目6个。",
            [(1.8e9, "2019-12-31"), (6, "2019-12-31")],
        ),
        # … and behind the heading that names it
        ("2019年为老服务“五件事”:新设助餐点16个。", [(16, "2019-12-31")]),
        (
            "今年承诺的实事中,有两件涉及卫生:改建卫生室13个。",
            [(13, "2019-12-31")],
        ),
        # the clause before names what is reached
        (
            "9月底前兑付进度不低于70%,年底前达到90%以上。",
            [(70, "2019-09-30"), (90, "2019-12-31")],
        ),
        # who sets tasks dates them
        ("县委一号文件部署,今年玉米播面21万亩。", [(210_000, "2019-12-31")]),
    ],
)
def test_a_date_holds_as_far_as_the_print_carries_it(
    text: str, found: list[tuple[float, str]]
) -> None:
    assert told(text) == found


def test_a_year_alone_holds_for_the_paragraph_that_it_begins() -> None:
    found = told("2019年,教育支出占财政支出的比重达到21%。新建公厕8座。改造巷道9条。")
    assert found == [(21, "2019-12-31"), (8, "2019-12-31"), (9, "2019-12-31")]


def test_a_year_that_is_told_of_promises_nothing_more() -> None:
    assert told("2018年,教育支出占财政支出的比重达到21%。新建公厕8座。") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("全年实际到位县外资金14亿元。", 1_400_000_000),
        ("力争三年内撬动民间投资6亿元。", 600_000_000),
        ("今年确保扶贫资金投入不低于2000万元。", 20_000_000),
    ],
)
def test_funds_that_are_to_come_are_aims(text: str, value: int) -> None:
    assert [each[0] for each in told("2019年,我们将全力抓好招商。", text)] == [value]


def test_what_is_to_be_held_to_for_each_is_an_aim() -> None:
    assert told("各校要做到每班人数控制在50人以内。") == [(50, None)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("县教育局要求各校3月25日前完成校车安全自查。", "校车安全自查"),
        ("水塔清洗工作3月20日前全部完成。", "清洗"),
        ("年底前柳河出境断面水质达到Ⅲ类。", "水质达到"),
    ],
)
def test_events_of_a_day(text: str, event: str) -> None:
    (found,) = read(text).targets
    assert found.kind == "event"
    assert event in found.indicator


def test_a_deed_of_a_named_work_is_no_event() -> None:
    text = "城北森林公园项目投资4200万元,4月完成栽植,年底完成步道、驿站等配套。"
    assert [each for each in read(text).targets if each.kind == "event"] == []


def test_a_plan_of_a_year_counts_whatever_names_stand_in_it() -> None:
    text = "——办好民生实事。新增学位900个,县中医院迁建项目8月投用,改造户厕7000座,建成养老中心4个。"
    found = told("各位代表,2019年要重点抓好以下工作:", text)
    assert {900, 7000, 4} <= {each[0] for each in found}


def test_a_time_gone_by_is_not_promised_by_its_year() -> None:
    text = "全年要接待游客80万人次,上半年分别完成61%和72%。"
    assert told(text, issue=date(2019, 7, 9)) == [(800_000, "2019-12-31")]


def test_a_row_of_tasks_has_its_own_term() -> None:
    rows = (
        "序号 事项 目标任务 责任单位 完成时限\n"
        "1 助老 新建助餐点12个 县民政局 10月底\n"
        "2 道路 硬化巷道34公里 县交通局 8月底"
    )
    assert told(rows) == [(12, "2019-10-31"), (34, "2019-08-31")]


def test_the_sum_of_what_was_signed_is_told_once_for_all() -> None:
    facts = read("昨天的推介会上,现场签约项目11个,协议总金额27亿元。")
    assert [(each.sum.yuan, each.members) for each in facts.statements] == [
        (Decimal(2_700_000_000), 11)
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["一、新建口袋公园6个。二、增加普惠托位500个。三、10月底前完成老旧小区改造12个。四、开展技能培训7000人次。"],
        ["（1）新建口袋公园6个。", "（2）增加普惠托位500个。", "（3）10月底前完成老旧小区改造12个。", "（4）开展技能培训7000人次。"],
    ],
)  # fmt: skip
def test_the_day_of_an_item_is_not_that_of_its_neighbours(paragraphs: list[str]) -> None:
    due = {each.indicator: each.due_on for each in read(*paragraphs).targets}
    assert due.pop("完成老旧小区改造") == date(2019, 10, 31)
    assert set(due.values()) == {None}


def test_what_heads_or_closes_a_list_is_due_for_all_of_it() -> None:
    tasks = "1.改造农村厕所2400座；2.新建垃圾中转站6座；3.整治河道12公里。"
    found = read("今年10月底前完成以下任务：", tasks).targets
    assert {each.due_on for each in found} == {date(2019, 10, 31)}
    assert len(found) == 3
