"""Which times of the news are terms: by classes of how papers print them."""

from datetime import date

import pytest

from chinese.dates import find_dates
from chinese.finds import DateFind


def due(text: str, today: date) -> list[str]:
    return [str(each.due_on) for each in find_dates(text, today) if each.is_due]


def only(text: str, today: date) -> DateFind:
    (found,) = find_dates(text, today)
    return found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("护士招聘报名截止5月12日。", ["2021-05-12"]),
        ("标书递交截止时间为2021年6月1日上午9时。", ["2021-06-01"]),
        ("今年医保缴费期到12月31日截止。", ["2021-12-31"]),
        ("城南水厂环评公示期至4月30日。", []),
        ("拆迁名单公示时间为4月20日至4月26日。", []),
        ("截止3月底,全县开工项目31个。", []),
    ],
)
def test_a_notice_ends_where_somebody_may_still_act(text: str, days: list[str]) -> None:
    assert due(text, date(2021, 4, 15)) == days


@pytest.mark.parametrize(
    "text",
    [
        "县政府常务会议听取上半年防汛工作情况汇报。",
        "全会研究部署2022年重点工作。",
        "会议对三季度工作作了安排。",
        "我县今年被列为全国电商示范县。",
        "这是我县今年新建、改建的9所学校之一。",
        "政策不能像六月的天。",
    ],
)
def test_what_a_meeting_speaks_about_is_no_term(text: str) -> None:
    assert due(text, date(2021, 6, 10)) == []


def test_the_task_of_a_year_is_due_with_it() -> None:
    today = date(2021, 3, 1)
    assert due("今年的目标是再修12座便民桥。", today) == ["2021-12-31"]
    assert due("局长亮出今年的“作业”:就诊率不低于九成。", today) == ["2021-12-31"]


def test_an_event_to_come_is_due_on_its_day() -> None:
    assert due("面试4月18日在县职教中心举行。", date(2021, 4, 1)) == ["2021-04-18"]
    assert due("观摩会4月18日在县职教中心举行。", date(2021, 4, 20)) == []


def test_the_day_of_the_paper_itself_is_no_term() -> None:
    today = date(2021, 4, 2)
    assert due("敬请谅解。2021年4月2日", today) == []
    assert only("2021年4月2日 星期五", today).reason == "is the day of the issue"
    assert due("4月2日前交清。", today) == ["2021-04-02"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("二期2023年6月通气;其余11月底前完工。", ["2023-06-30", "2021-11-30"]),
        ("除北桥明年3月合龙外,其余年内贯通。", ["2022-03-31", "2021-12-31"]),
        ("春节前到账、四月开工、国庆纳客。", ["2022-02-01", "2022-04-30", "2022-10-01"]),
        ("2022年抓好这些事:\n铜冶炼上半年点火。\n医院10月底前启用。", ["2022-06-30", "2022-10-31"]),
        ("2022年度医保缴费正在进行,12月31日前缴清。", ["2021-12-31"]),
    ],
)
def test_a_year_holds_as_far_as_it_was_meant(text: str, days: list[str]) -> None:
    named = [each for each in due(text, date(2021, 9, 20)) if each != "2022-12-31"]
    assert named == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("另两个11月底前投用。", "2021-11-30"),
        ("“5月底前封死暗管,年底水不黑。”", "2021-05-31"),
        ("木作、瓦作、彩绘三道工序,立冬前收工。", "2021-11-07"),
        ("重阳前接收首批老人。", "2021-10-14"),
        ("今年暑期翻修塑胶跑道。", "2021-08-31"),
        ("首批200户年前点火。", "2021-12-31"),
    ],
)
def test_terms_in_everyday_words(text: str, day: str) -> None:
    assert due(text, date(2021, 4, 1))[0] == day


def test_before_the_new_year_is_before_the_spring_festival_in_winter() -> None:
    assert due("12台电梯年前装完。", date(2024, 12, 19)) == ["2025-01-28"]
    assert due("书院年前封顶。", date(2021, 2, 24)) == []
    assert due("八年前的禁令。", date(2024, 12, 19)) == []


@pytest.mark.parametrize(
    "text",
    [
        "承诺15日内反馈。",
        "审批压缩到3天以内。",
        "房龄10年以内。",
        "清明假期,全员在岗。",
        "端午三天免费停车。",
    ],
)
def test_days_that_hang_on_each_case_or_are_holidays_are_no_term(text: str) -> None:
    assert due(text, date(2021, 4, 1)) == []


def test_a_month_or_week_needs_its_own_promise() -> None:
    today = date(2017, 7, 21)
    assert due("学校停工四个月,本月复工,力争明年8月启用。", today) == ["2018-08-31"]
    assert due("本月底复工。", today) == ["2017-07-31"]


@pytest.mark.parametrize(
    "text",
    [
        "清明前,老船工把家搬到了新码头。",
        "她今年六十六岁,计划学打球。",
        "租期至2025年12月31日。",
        "9月中旬以后天气转凉。",
        "猪价比年内高点低三成。",
        "我县召开2022年度先进表彰会。",
        "2021-2022年度采暖季收费标准不变,热线将延长服务。",
    ],
)
def test_times_that_are_told_borne_or_compared_are_no_term(text: str) -> None:
    assert due(text, date(2021, 4, 20)) == []


def test_a_year_to_come_needs_something_to_come() -> None:
    today = date(2021, 4, 20)
    assert due("明年全线通车。", today) == ["2022-12-31"]
    assert due("孩子们明年回来看戏。", today) == []


@pytest.mark.parametrize(
    ("text", "issue", "day"),
    [
        ("冬至前供暖。", date(2021, 12, 1), "2021-12-21"),
        ("立秋前清完渠。", date(2002, 7, 1), "2002-08-08"),
        ("立秋前清完渠。", date(2026, 7, 1), "2026-08-07"),
    ],
)
def test_turns_of_the_farming_year_fall_on_the_day_of_the_sun(
    text: str, issue: date, day: str
) -> None:
    assert due(text, issue) == [day]


def test_a_turn_of_the_farming_year_in_another_century_is_not_read() -> None:
    assert due("立秋前清完渠。", date(1998, 7, 1)) == []


@pytest.mark.parametrize(
    ("text", "issue", "day"),
    [
        ("清明节前管好火源。", date(2008, 3, 1), "2008-04-04"),
        ("清明节前管好火源。", date(2019, 3, 1), "2019-04-05"),
        ("清明节前管好火源。", date(2024, 3, 1), "2024-04-04"),
        ("清明节前管好火源。", date(2026, 3, 1), "2026-04-05"),
        ("公墓道路清明期间力争通车。", date(2025, 3, 1), "2025-04-04"),
    ],
)
def test_the_day_of_the_dead_falls_on_the_fourth_or_the_fifth_of_april(
    text: str, issue: date, day: str
) -> None:
    assert due(text, issue) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "因改造线路,城东5月8日8时至5月10日20时停电。",
        "5月6日至9日休馆,敬请谅解。",
        "解放路5月10日零时起单向通行。",
        "据气象台预报,5月4日夜间有小到中雨。",
        "5月3日至5日冷空气来袭,气温下降8℃。",
    ],
)
def test_a_stretch_of_days_and_the_weather_are_no_term(text: str) -> None:
    assert [each for each in due(text, date(2021, 5, 1)) if each < "2021-05-10"] == []


@pytest.mark.parametrize(
    "text",
    [
        "县里举行二季度招商项目集中签约仪式。",
        "全市二季度安全生产现场会在河口镇召开。",
        "《全县2021年粮食生产行动计划》本月印发。",
        "标志着我县今年退耕还林任务圆满收官。",
        "局里盘点成绩单:全年接待游客80万人次。",
        "进入六月,坡上的杏子黄了。",
        "岁末年终,街上的灯笼挂起来了。",
        "供电所长李国庆介绍,线路巡查两遍。",
        "严格落实返校前14天健康监测。",
        "水务站完成了水库的汛前检查。",
        "路边晒场要腾出来,今年村里装了烘干机。",
    ],
)
def test_times_that_only_tell_which_one_or_who_are_no_term(text: str) -> None:
    assert due(text, date(2021, 5, 20)) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("县水务局2021年目标任务已下达。", ["2021-12-31"]),
        ("今年是改革攻坚之年,要办好六件实事。", ["2021-12-31"]),
        ("今年是建县六十周年,街上挂起了灯笼。", []),
        ("全年税收跨过8亿元大关。", ["2021-12-31"]),
        ("全年工业用电量增长6%以上。", ["2021-12-31"]),
        ("2021年建设充电桩300个;到2023年累计建成900个。", ["2021-12-31", "2023-12-31"]),
        ("县里郑重承诺,今年办好八件实事。", ["2021-12-31"]),
        ("“十四五”末行政村全部通气。", ["2025-12-31"]),
        ("下周三开庭。", ["2021-04-07"]),
    ],
)
def test_a_year_of_tasks_is_due_with_its_end(text: str, days: list[str]) -> None:
    assert due(text, date(2021, 4, 1)) == days


def test_in_december_a_day_of_january_is_still_to_come() -> None:
    today = date(2023, 12, 12)
    assert due("变压器1月20日到货,2月送电。", today) == ["2024-01-20", "2024-02-29"]
    assert due("1月20日已到货。", today) == []
    assert due("培训班1月20日召开了。", today) == []


@pytest.mark.parametrize(
    "text",
    [
        "高温天气预计持续到5月25日。",
        "她与公司的合同6月底到期。",
        "5月20日小满,地里的麦子灌浆了。",
        "这座老校6月将迎来建校90周年。",
        "展览免费开放到6月10日。",
        "假期从5月1日到5月5日,共5天。",
        "禁牧期从每年4月15日至7月15日。",
        "今年底,老赵就满60岁了。",
        "端午、中秋将至,县里重申纪律。",
        "全年降水量预计偏少一成。",
        "6月1日儿童节前夕,县里慰问留守儿童。",
        "网上报名6月2日开始,请提前准备照片。",
        "清明期间每天安排60人值班。",
        "5月10日前,全县已插秧3万亩。",
    ],
)
def test_what_comes_or_lasts_by_itself_is_no_term(text: str) -> None:
    assert [each for each in due(text, date(2021, 5, 1)) if each != "2021-05-10"] == []


def test_a_day_just_gone_by_is_not_of_the_next_year() -> None:
    assert due("10月25日前,全县粮食入库18万吨。", date(2020, 10, 27)) == []
    assert due("3月底前开工。", date(2020, 10, 27)) == ["2021-03-31"]


def test_the_holidays_of_the_schools_are_a_term() -> None:
    (found,) = find_dates("校舍加固暑假期间完成,须验收。", date(2015, 3, 3))
    assert found.due_on == date(2015, 8, 31)


@pytest.mark.parametrize(
    "text",
    [
        "年末将至,计划中的工地仍在赶工。",  # the time is only named
        "种粮大户鄢国庆流转了900亩,计划再种油菜。",  # somebody of that name
    ],
)
def test_what_only_names_a_time_or_a_man_is_no_term(text: str) -> None:
    assert [each for each in find_dates(text, date(2015, 3, 3)) if each.is_due] == []


def test_who_sets_tasks_dates_them() -> None:
    for text in ("县委一号文件部署,今年玉米播面21万亩。", "村民大会商定,今年路灯亮到每条巷口。"):
        assert find_dates(text, date(2015, 3, 3))[0].is_due
    assert not find_dates("据介绍,今年玉米播面21万亩。", date(2015, 3, 3))[0].is_due


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("新校舍计划明年秋季开学时投入使用。", date(2020, 9, 1)),
        ("宿舍楼2020年春季学期启用。", date(2020, 3, 1)),
        ("堤防必须在明年主汛期到来之前完工。", date(2020, 6, 30)),
        ("换热站预计2020年初建成投运。", date(2020, 3, 31)),
    ],
)
def test_a_season_of_a_year_to_come_ends_on_its_own_day(text: str, day: date) -> None:
    (found,) = find_dates(text, date(2019, 9, 10))
    assert found.due_on == day


@pytest.mark.parametrize(
    "text",
    ["公示2020年春季学期收费标准。", "今年年初定下的12件实事办了一半。", "2020年秋季开学后再议。"],
)
def test_a_season_that_is_only_named_is_no_term(text: str) -> None:
    assert [d for d in find_dates(text, date(2019, 9, 10)) if "季" in d.text and d.is_due] == []
    assert [d for d in find_dates(text, date(2019, 9, 10)) if "初" in d.text and d.is_due] == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("老粮站改的书店明年开春开门迎客。", "2020-03-31"),
        ("两岸的栈道后年秋天全部接通。", "2021-11-30"),
        ("新馆2021年春天对外开放。", "2021-05-31"),
        ("镇上的澡堂装好了锅炉，元旦开业。", "2020-01-01"),
        ("戏台已经搭好，除夕启用。", "2020-01-24"),
    ],
)
def test_a_time_of_the_year_is_told_as_closely_as_it_is_printed(text: str, day: str) -> None:
    """In November the first of January is still to come."""
    assert due(text, date(2019, 11, 20)) == [day]


@pytest.mark.parametrize("text", ["去年春天的那场雪压垮了大棚。", "今年元旦投用的新馆人来人往。"])
def test_a_time_of_the_year_that_is_told_of_is_no_term(text: str) -> None:
    assert due(text, date(2019, 11, 20)) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("南山隧道年内不会开工。", []),
        ("交通局表示年底通车的目标不会改变。", ["2021-12-31"]),
        ("县医院新院区年底前无法投用。", []),
        ("这条路今年难以动工,三年内不考虑。", []),
        ("新楼年底前没法搬,年内也不具备条件。", []),
        ("水库年内不可能下闸。", []),
        ("全县会议今年不会超过30个。", ["2021-12-31"]),
    ],
)
def test_what_is_said_not_to_come_is_due_by_no_day(text: str, days: list[str]) -> None:
    assert due(text, date(2021, 4, 15)) == days
