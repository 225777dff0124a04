"""Days that papers name: of the moon, of the sun and by the hour, and terms counted from the issue."""

from datetime import date

import pytest

from chinese import calendar
from chinese.dates import find_dates


def due(text: str, today: date) -> list[str]:
    return [str(each.due_on) for each in find_dates(text, today) if each.is_due]


def test_each_month_of_the_moon_leads_to_the_next() -> None:
    for year in range(2000, 2031):
        new_year = calendar.festival("春节", year)
        eleventh, twelfth = (calendar.of_last_moon(each, year, 1) for each in ("冬月", "腊月"))
        assert new_year and eleventh and twelfth
        assert 29 <= (new_year - twelfth).days <= 30
        assert 29 <= (twelfth - eleventh).days <= 30
        assert calendar.last_of_moon("腊月", year) == calendar.festival("除夕", year)
        assert calendar.festival("端午", year) == calendar.of_moon(year, 5, 5)
        assert calendar.festival("重阳", year) == calendar.of_moon(year, 9, 9)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("祠堂腊月十八前换好瓦。", ["2024-01-28"]),
        ("水塔腊月廿五通水。", ["2024-02-04"]),
        ("晒场腊月初八完工。", ["2024-01-18"]),
        ("粉条坊腊月底出货。", ["2024-02-09"]),
        ("窑厂腊月前点火。", ["2024-01-10"]),
        ("拱棚冬月二十前盖膜。", ["2024-01-01"]),
        ("石桥正月下旬铺面。", ["2024-03-09"]),
        ("石桥正月二十前铺面。", ["2024-02-29"]),
        ("磨坊农历小年开张。", ["2024-02-02"]),
        ("拖欠的货款“腊八”前结清。", ["2024-01-18"]),
        ("渡口二月二龙抬头动工。", ["2024-03-11"]),
        ("歌圩广场明年“三月三”前铺好。", ["2024-04-11"]),
        ("排洪沟明年植树节前挖通。", ["2024-03-12"]),
        ("托管班明年儿童节挂牌。", ["2024-06-01"]),
        ("展馆明年“五四”前布展完毕。", ["2024-05-04"]),
        ('候车亭明年"五一"启用。', ["2024-05-01"]),
        ("食堂赶在“3·15”之前换证。", ["2024-03-15"]),
        ("祠堂明年六月六前盖瓦。", ["2024-07-11"]),
        ("戏楼明年八月初三开锣。", ["2024-09-05"]),
        ("荷塘明年七月十五以前栽完藕。", ["2024-08-18"]),
        ("账目要在年前、最迟农历小年前交清。", ["2024-02-09", "2024-02-02"]),
    ],
)
def test_a_day_of_the_moon_or_of_a_feast_is_due_on_its_day(text: str, days: list[str]) -> None:
    assert due(text, date(2023, 11, 28)) == days


@pytest.mark.parametrize(
    "text",
    [
        "今年是果树的小年,挂果只有三成。",
        "去年腊月,新路通到了山顶。",
        "国庆安检已是第二天。",
        "春节备货的车排到了街口。",
        "人才楼年内动不了。",
        "渠水今冬指望不上。",
        "今年确定的12件实事逐条上了墙。",
        "村里来了个小年轻,会修拖拉机。",
        "县里“十一五”规划印了两千册。",
        "国庆龙舟赛的奖杯摆在镇文化站。",
        "门诊每月一次义诊,一月一场讲座,月均接诊480人。",
        "PM2.5月均浓度46微克。",
    ],
)
def test_what_only_sounds_like_such_a_day_is_none(text: str) -> None:
    assert due(text, date(2023, 11, 28)) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("指挥部要求,6日天黑前转移完低洼处住户。", ["2021-07-06"]),
        ("指挥部要求:6日24时前恢复供水。", ["2021-07-06"]),
        ("低洼处的12户今夜零点前全部搬出。", ["2021-07-05"]),
        ("停电的3个村今晚前恢复供电。", ["2021-07-05"]),
        ("两口机井十日内修好。", ["2021-07-15"]),
        ("两口机井两周内修好。", ["2021-07-19"]),
        ("两口机井半个月内修好。", ["2021-07-20"]),
        ("两口机井半年内修好。", ["2022-01-05"]),
        ("两口机井必须一个星期内修好。", ["2021-07-12"]),
        ("今后三年,县里计划打机井90眼。", ["2024-12-31"]),
        ("今后4个月,供电所每天巡线不少于20公里。", ["2021-11-05"]),
    ],
)
def test_hours_and_terms_from_now_are_counted(text: str, days: list[str]) -> None:
    assert due(text, date(2021, 7, 5)) == days


@pytest.mark.parametrize(
    "text",
    [
        "凡有投诉的,两天内回电话。",
        "合同签完30天内付首款。",
        "上半月内收粮9吨。",
        "灾情上报后,三日内查勘。",
    ],
)
def test_what_hangs_on_each_case_has_no_day(text: str) -> None:
    assert due(text, date(2021, 7, 5)) == []


@pytest.mark.parametrize(
    "text",
    [
        "客运站原说的今年底搬迁,改到明年。",
        "本该五月前修好的泵,到现在没到货。",
        "水厂没能在年底通水。",
        "本来年底前交房的小区,停了工。",
        "年末公路里程1870公里,户籍人口41.2万人。",
        "年终述职的名单贴了出来。",
        "二季度的势头还守得住吗?",
        "收粮的路今年要变近了。",
    ],
)
def test_what_was_meant_once_or_is_counted_or_asked_is_no_term(text: str) -> None:
    found = due(text, date(2021, 4, 6))
    assert found == (["2022-12-31"] if "改到" in text else [])


@pytest.mark.parametrize(
    "text",
    [
        "田埂春种前加固好。",
        "索道滑雪季前换好缆绳。",
        "码头台风季来之前封顶。",
        "新房古尔邦节前交钥匙。",
    ],
)
def test_times_of_trade_and_feasts_without_a_known_day_are_terms(text: str) -> None:
    assert due(text, date(2021, 4, 6)) == ["None"]


def test_a_day_says_when_and_the_season_beside_it_why() -> None:
    today = date(2021, 4, 6)
    assert due("护岸赶在5月20日主汛前完工。", today) == ["2021-05-20"]
    assert due("捐款4月20日谷雨前截止。", today) == ["2021-04-20"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("展台9月6日前搭好,9日试讲。", ["2021-09-06", "2021-09-09"]),
        ("泵房按合同三季度完工。", ["2021-09-30"]),
        ("冷库设备十月进场,当年底试机。", ["2021-10-31", "2021-12-31"]),
        ("水厂2022年8月通水,当年底转正式供水。", ["2022-08-31", "2022-12-31"]),
        ("储能站年中并网。", ["2021-06-30"]),
        ("索桥元旦放行。", ["2022-01-01"]),
        ("寒露前收完这片谷子,仓房大暑前修好。", ["2021-10-08", "2021-07-22"]),
        ("两条路,一个7月中旬、一个9月8日通车。", ["2021-07-20", "2021-09-08"]),
        ("隐患余数年内改完。", ["2021-12-31"]),
        ("欠的工钱农历年前发清。", ["2022-01-31"]),
    ],
)
def test_a_day_is_of_the_month_and_year_that_is_spoken_of(text: str, days: list[str]) -> None:
    assert due(text, date(2021, 5, 25)) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("储粮库争取上半年拿到批文。", ["2022-06-30"]),
        ("乡医笔试定在3月19日。", ["2022-03-19"]),
        ("厂房计划5月封顶。", ["2022-05-31"]),
        ("厂房5月封了顶。", []),
        ("原计划5月封顶。", []),
        ("今年上半年,县里收粮3万吨。", []),
    ],
)
def test_in_december_what_is_aimed_at_is_of_the_year_to_come(text: str, days: list[str]) -> None:
    assert due(text, date(2021, 12, 22)) == days


def test_a_year_gone_by_holds_for_its_own_report_only() -> None:
    today = date(2021, 3, 2)
    assert (
        due("2020年收税3亿元。春耕前修好12条渠;全年收税不低于3.4亿元。", today)[-1] == "2021-12-31"
    )
    assert due("2020年,县里清欠412件,全年发放救助金91万元。", today) == []


def test_the_turns_of_the_sun_fall_on_the_days_of_the_almanac() -> None:
    days = {("小满", 2008): 21, ("小暑", 2016): 7, ("小寒", 2019): 5, ("雨水", 2026): 18}
    days |= {("大雪", 2023): 7, ("寒露", 2021): 8, ("大暑", 2021): 22, ("处暑", 2024): 22}
    for (name, year), day in days.items():
        found = calendar.festival(name, year)
        assert found and found.day == day, name
