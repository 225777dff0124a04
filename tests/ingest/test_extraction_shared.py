"""What several works cost together is no cost of one; what is shared out goes by their order."""

import pytest

from tests.ingest.test_extraction_binding import told
from tests.ingest.test_extraction_references import names


def sums(*paragraphs: str) -> dict[str, int | None]:
    return {name: yuan for name, yuan, _ in told(*paragraphs)}


@pytest.mark.parametrize(
    "together",
    ["两项合计投资4.1亿元", "两家共投4.1亿元", "两个项目共投资4.1亿元", "两座楼一共花4.1亿元"],
)
def test_what_two_works_cost_together_is_no_cost_of_either(together: str) -> None:
    found = sums(f"智慧教育园11月交付,新材料中试基地年底试运行,{together}。")
    assert found == {"智慧教育园": None, "新材料中试基地": None}


@pytest.mark.parametrize("shares", ["分别投资3300万元和1700万元", "投资分别为3300万元、1700万元"])
def test_sums_are_shared_out_in_the_order_of_the_names(shares: str) -> None:
    found = sums(f"东关大桥加宽、西环路断头段打通,6月底一起完成,{shares}。")
    assert found == {"东关大桥加宽": 33_000_000, "西环路断头段": 17_000_000}


def test_as_many_sums_as_are_counted_go_to_the_works_told_of_before() -> None:
    found = sums(
        "城南农贸市场6月15日前开业;人民公园改造国庆节前竣工;迎宾路改造5月底前完工。",
        "三项投资分别为1600万元、4500万元、2800万元。",
    )
    assert found == {
        "城南农贸市场": 16_000_000,
        "人民公园改造": 45_000_000,
        "迎宾路改造": 28_000_000,
    }


def test_days_are_shared_out_too() -> None:
    text = "金沙大桥、冷水滩水厂、县职校图书楼,分别在6月、9月和10月动工。"
    days = {name: day for name, _, day in told(text)}
    assert days == {
        "金沙大桥": "2019-06-30", "冷水滩水厂": "2019-09-30", "县职校图书楼": "2019-10-31",
    }  # fmt: skip


def test_no_other_money_is_shared_out_and_nothing_to_what_stands_before() -> None:
    text = "县城三水厂、城东市场改造完工;低保标准分别提高到每月410元和每年2600元。"
    assert set(sums(text).values()) <= {None}
    text = "芦花变扩建6月20日送电;河东、柳营两条线路改造分别于6月5日、6月12日送电。"
    assert ("芦花变扩建", None, "2019-06-20") in told(text) or "芦花变扩建" not in names(text)


@pytest.mark.parametrize(
    "day",
    [
        "报名截止4月28日",
        "开标时间为6月2日上午9时",
        "投标文件递交截止时间为6月12日",
        "将于4月20日重新公告",
    ],
)
def test_the_day_of_a_tender_is_none_of_the_work(day: str) -> None:
    found = told(f"县三中学生公寓楼工程公开招标,概算投资1180万元,{day}。")
    assert [each[1:] for each in found] == [(11_800_000, None)]


def test_a_label_says_that_a_day_is_that_of_a_tender() -> None:
    text = "县看守所迁建工程概算投资2180万元。报名时间:5月11日至15日。开标时间:6月2日上午9时。"
    assert [each[1:] for each in told(text)] == [(21_800_000, None)]


@pytest.mark.parametrize("spent", ["计划花费", "合计拿出", "投进去"])
def test_what_is_spent_on_a_work_is_its_cost(spent: str) -> None:
    assert sums(f"南教学楼重建6月底完工,{spent}1860万元。") == {"南教学楼重建": 18_600_000}


@pytest.mark.parametrize("said", ["概算是7300万", "总盘子7300万", "共投7300万"])
def test_a_cost_may_leave_its_yuan_unsaid(said: str) -> None:
    assert sums(f"王家渡截污管道6月底前接通,{said},一分不少。") == {"王家渡截污管道": 73_000_000}


def test_a_work_put_off_beside_another_has_its_own_day() -> None:
    text = "体育中心原定5月竣工,推迟到2020年6月;文化馆原定8月开馆,推迟到年底。"
    assert told(text) == [("体育中心", None, "2020-06-30"), ("文化馆", None, "2019-12-31")]


def test_a_phase_of_which_but_a_stage_is_told_is_no_work_of_its_own() -> None:
    text = "龙岗变整体改造总投资1940万元,一期去年7月送电,二期11月20日前送电。"
    assert "龙岗变整体改造一期" not in names(text)


def test_a_later_day_of_ones_own_says_more_than_the_one_that_is_shared_out() -> None:
    text = "新建妇幼保健院门诊楼、县第二小学,两个项目分别于7月、8月开工,前者年底封顶,后者2020年9月启用。"
    days = {name: day for name, _, day in told(text)}
    assert days == {"妇幼保健院门诊楼": "2019-12-31", "县第二小学": "2020-09-30"}


def test_the_year_that_opens_a_sentence_is_no_day_of_what_was_done_before() -> None:
    text = "全年拆除危桥5座,规划建设的3座人行天桥中,古槐人行天桥、东关人行天桥去年已经投用,百灵人行天桥8月开工。"
    days = {name: day for name, _, day in told(text)}
    assert days["古槐人行天桥"] is None and days["东关人行天桥"] is None
    assert days["百灵人行天桥"] == "2019-08-31"
