"""What a year, a month or a week brings: promised, asked about, reported or only named."""

from datetime import date

import pytest

from chinese.dates import find_dates


def due(text: str, today: date) -> list[str]:
    return [str(each.due_on) for each in find_dates(text, today) if each.is_due]


@pytest.mark.parametrize(
    "text",
    [
        "今年的盘子定在4.1亿元。",
        "今年的规矩:签约率不少于八成。",
        "供销社今年的题目是把尿素价压住。",
        "今年残联的帮扶单列了六项。",
        "今年的红线是事故不过5起。",
        "厂长定下:全年出货7万箱。",
        "街道定的数是全年12部。",
        "两家约定,全年供菜900吨。",
        "火灾今年压到3起以内。",
        "图书经费今年由9万元加到21万元。",
        "全年产值做到11亿元。",
        "县里今年掏310万元,给19所村小换课桌。",
        "剧团今年演满60场。",
        "今年城建怎么干?局里开出单子。",
        "今年怎么办,镇长说了两句话。",
    ],
)
def test_a_year_is_promised_in_many_words(text: str) -> None:
    assert due(text, date(2022, 3, 8)) == ["2022-12-31"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("积水点17处,本周改完。", "2022-03-13"),
        ("泵站主体本月完工。", "2022-03-31"),
        ("拖欠的运费本月结清。", "2022-03-31"),
    ],
)
def test_what_is_over_within_days_is_due_with_them(text: str, day: str) -> None:
    assert due(text, date(2022, 3, 8)) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "今年的雪下得早。",
        "今年的事,说起来话长。",
        "图书经费今年由9万元加到了21万元。",
        "漏点本周堵完了。",
        "今年,全县已演出60场。",
        "过渡板房8月就搭好了。",
        "街口的店9月关了门。",
        "账上的钱撑不到清明。",
        "去年冬天社区贴告示说,两个月内装好路灯。",
        "小学生篮球赛的赛程一直排到8月21日。",
    ],
)
def test_what_is_told_of_a_year_is_no_promise(text: str) -> None:
    assert due(text, date(2022, 3, 8)) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("元旦、春节期间慰问困难户要达到300户。", ["2023-01-22"]),
        ("平价肉元旦到正月十五每天供应4吨。", ["2023-02-05"]),
        ("笔试12月10日、11日在县一中举行。", ["2022-12-11"]),
        ("换热站赶在11月25日正式供暖前装好。", ["2022-11-25"]),
        ("敬老院10月4日重阳节收住老人。", ["2022-10-04"]),
        ("冰场明年五一开门。", ["2023-05-01"]),
        ("明年茶节的方案,9月20日前拿初稿。", ["2023-12-31", "2022-09-20"]),
        ("新校明年秋季招生。", ["2023-09-01"]),
    ],
)
def test_days_that_are_named_together_are_one(text: str, days: list[str]) -> None:
    assert due(text, date(2022, 9, 6))[-1] == days[-1]
    assert len(due(text, date(2022, 9, 6))) <= len(days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("粮库的二期待明年。", ["2023-12-31"]),
        ("两座泵站都压在了明年。", ["2023-12-31"]),
        ("今年河西再建六间凉棚。", ["2022-12-31"]),
        ("下乡检查今年不超过12次,比去年少三成。", ["2022-12-31"]),
        ("所长答应十月收割之后付清。", ["2022-10-31"]),
        ("县里争取农场上半年获批。", ["2022-06-30"]),
        ("要求店主4月20日前召回已售的灯具。", ["2022-04-20"]),
    ],
)
def test_what_is_put_off_bounded_or_asked_for_is_due(text: str, days: list[str]) -> None:
    assert due(text, date(2022, 3, 8)) == days


@pytest.mark.parametrize(
    "text",
    [
        "除夕前这几天,街上彻夜亮灯。",
        "渡口本来说好赶在开渔前修完,桩机没到。",
        "缓建的两条路不列今年计划。",
        "公示期(2022年3月10日至16日)内可提意见。",
        "上半年获得表彰的有11人。",
    ],
)
def test_what_is_told_or_set_aside_is_not_due(text: str) -> None:
    assert due(text, date(2022, 3, 8)) == []


def test_in_december_days_that_follow_one_to_come_are_of_its_year() -> None:
    today = date(2022, 12, 6)
    assert due("机组1月20日进场,三月安装、五月并网。", today) == [
        "2023-01-20",
        "2023-03-31",
        "2023-05-31",
    ]
    assert due("这一年:3月挖渠,7月抗旱;9月收粮。", today) == []
