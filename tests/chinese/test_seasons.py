"""Times of the year without a number, and days that hang on others: by how papers print them."""

from datetime import date

import pytest

from chinese.dates import find_dates


def due(text: str, today: date) -> list[str]:
    return [str(each.due_on) for each in find_dates(text, today) if each.is_due]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("东沟村的旱厕入冬前拆完。", ["2018-11-06"]),  # 立冬 is on the 7th
        ("新澡堂明年入冬前开门。", ["2019-11-07"]),
        ("校园里的危墙暑假前拆掉。", ["2018-06-30"]),
        ("新泵站明年供暖季前调试完。", ["None"]),
        ("渠道衬砌明年插秧前完成。", ["None"]),
        ("农机库秋播前建成。", ["None"]),
        ("三中的操场暑假要重铺。", ["2018-08-31"]),
        ("新客运站春运前启用。", ["2019-01-20"]),  # it begins fifteen days before 春节
        ("客运枢纽2020年春运前投用。", ["2020-01-09"]),
        ("县五幼年底竣工、2019年春季开园。", ["2018-12-31", "2019-03-01"]),
        ("操场明年暑假翻修。", ["2019-08-31"]),
        ("今冬还要清淤干渠28公里。", ["2019-02-28"]),
        ("西山隧洞明春开挖。", ["2019-05-31"]),
        ("新教学楼明年秋季开学学生就能用上。", ["2019-09-01"]),
    ],
)
def test_a_season_is_due_by_its_day_where_it_has_one(text: str, days: list[str]) -> None:
    """What ends elsewhere on another day is promised without a day."""
    assert due(text, date(2018, 5, 15)) == days


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("赶在雨季前补好路面,花了26万元。", date(2018, 9, 4)),
        ("他们抢抓春灌前后的时机施工。", date(2018, 3, 6)),
        ("冰灯展将持续到正月十五。", date(2018, 1, 9)),
        ("暑假旅游红火,县里接待游客4万人次。", date(2018, 5, 15)),
        ("学校去年也是暑假修的屋顶。", date(2018, 5, 15)),
        ("今春,各镇掀起植树热潮,栽树8万株。", date(2018, 4, 3)),
        ("入冬前,各村给大棚加了棉被。", date(2018, 12, 4)),
        ("暑假里,图书馆接待学生3200人次。", date(2018, 9, 18)),
    ],
)
def test_a_season_of_which_is_told_is_no_term(text: str, today: date) -> None:
    assert due(text, today) == []


@pytest.mark.parametrize(
    ("text", "today", "days"),
    [
        ("作坊正月初六开工。", date(2018, 12, 18), ["2019-02-10"]),
        ("电商园双十一前装好分拣线。", date(2018, 9, 4), ["2018-11-11"]),
        ("五一那天老街试营业。", date(2018, 4, 3), ["2018-05-01"]),
        ("春节后开挖基坑。", date(2018, 12, 18), []),
        ("指挥部要求,9日8时前备足沙袋。", date(2018, 7, 8), ["2018-07-09"]),
        ("今晚10点前各村必须报平安。", date(2018, 7, 8), ["2018-07-08"]),
        ("元月交钥匙,4月必须入住。", date(2018, 12, 18), ["2019-01-31", "2019-04-30"]),
        ("一号机组2020年3月并网,老厂同年底关停。", date(2018, 7, 8), ["2020-03-31", "2020-12-31"]),
        ("责任单位:县水利局。时限:全年。", date(2018, 1, 9), ["2018-12-31"]),
    ],
)
def test_days_are_read_as_they_are_named(text: str, today: date, days: list[str]) -> None:
    assert due(text, today) == days


@pytest.mark.parametrize(
    "text",
    [
        "厂里的订单排到了明年4月。",
        "存下的饲草够羊群吃到明年3月。",
        "老支书今年六十九,还在管水。",
        "去年就说“年内通车”,结果拖到现在。",
        "合作社今年卖茶31吨,明年打算再包地200亩。",
    ],
)
def test_a_time_that_something_lasts_or_is_told_of_is_no_term(text: str) -> None:
    found = due(text, date(2018, 11, 6))
    assert found == (["2019-12-31"] if "打算" in text else [])


def test_the_coming_winter_is_that_of_the_next_year() -> None:
    assert due("新馆寒假期间完成布展,渡槽开春动工。", date(2018, 11, 6)) == [
        "2019-02-28",
        "2019-03-31",
    ]


def test_a_day_of_the_winter_that_is_gone_is_told_of() -> None:
    assert due("路面12月20日收尾,共花去48万元。", date(2019, 1, 8)) == []
    assert due("路面计划12月20日收尾。", date(2019, 1, 8)) == ["2019-12-20"]


def test_the_year_in_the_last_column_holds_for_its_row_alone() -> None:
    rows = "北环路　8公里　县公路局　2019年10月\n客运站　3个　县运管所　9月底\n"
    found = find_dates(rows, date(2018, 3, 13))
    assert [str(each.last) for each in found] == ["2019-10-31", "2018-09-30"]


def test_behind_the_holidays_is_not_at_the_end_of_the_year() -> None:
    assert due("新宿舍明年暑假后住人,食堂2020年寒假过后开伙。", date(2018, 11, 6)) == [
        "2019-08-31",
        "2020-02-29",
    ]


def test_the_beginning_of_a_school_term_has_its_day() -> None:
    assert due("新宿舍赶在9月秋季学期开学前住人。", date(2018, 3, 6)) in (
        ["2018-08-31"],
        ["2018-09-30"],
    )


def test_behind_a_season_without_a_day_is_within_its_year() -> None:
    (found,) = find_dates("西干渠改造预计明年秋收后动工。", date(2018, 11, 6))
    assert (found.text, str(found.due_on)) == ("明年秋收后", "2019-12-31")
