"""Targets on pages in the dense voice of a county's plan for its year."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, TargetFact

ISSUE = date(2023, 2, 10)


def targets(*paragraphs: str) -> list[TargetFact]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=ISSUE, known=Known()).targets


def told(*paragraphs: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.indicator, each.value_text, each.due_text) for each in targets(*paragraphs)]


def test_a_day_is_said_of_its_own_sentence() -> None:
    visitors = "全年接待游客90万人次,旅游收入6亿元。"
    grown = "培育国家高新技术企业8家,技改投资增长12%以上,规模以上工业增加值增长7%。"
    found = {each.value_text: each.due_text for each in targets(visitors, grown)}
    assert found["90万人次"] == "全年"
    assert {found[each] for each in ("8家", "12%以上", "7%")} == {None}


def test_a_year_that_was_named_before_stands_over_what_follows() -> None:
    found = targets("县水利局今年任务不轻。改造农村公路60公里。")
    assert [(each.value_text, each.due_text) for each in found] == [("60公里", "今年")]


WORKS = "县三中宿舍楼8月底前封顶,城北小学年底前交付。"


@pytest.mark.parametrize("paragraphs", [(WORKS + "{}",), (WORKS, "{}")])
def test_a_bare_deed_among_promises_promises(paragraphs: tuple[str, ...]) -> None:
    bare = "新打机井240眼,送戏下乡160场,解决2300名村民饮水安全问题。"
    found = told(*(each.format(bare) for each in paragraphs))
    assert sorted((value, due) for _, value, due in found) == [
        ("160场", None),
        ("2300名", None),
        ("240眼", None),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (WORKS + "去年全县新建公厕18座。新打机井240眼,送戏下乡160场。",),
        (WORKS, "城西小学已经交付。新打机井240眼,送戏下乡160场。"),
        ("县三中宿舍楼去年8月封顶。", "新打机井240眼,送戏下乡160场。"),
    ],
)
def test_a_bare_deed_beside_a_report_promises_nothing(paragraphs: tuple[str, ...]) -> None:
    assert told(*paragraphs) == []


@pytest.mark.parametrize(
    ("bare", "value"),
    [
        ("石门、柳沟等4所卫生院配齐放射设备。", "4所"),
        ("县客运站7月封顶,6个乡镇综合站挂牌营业。", "6个"),
        ("县客运站7月封顶;乡镇文化站改造提升9个。", "9个"),
    ],
)
def test_so_many_of_which_a_deed_is_told_among_promises(bare: str, value: str) -> None:
    assert value in [value for _, value, _ in told(WORKS, bare)]


def test_what_is_mended_is_counted_though_a_work_stands_before_it() -> None:
    found = told("城北水厂5月底通水;对35处老化管网、14座水池进行维修,水质监测站年内建成。")
    assert [each[:2] for each in found] == [("维修老化管网", "35处"), ("维修水池", "14座")]


@pytest.mark.parametrize(
    "text",
    [
        "总长3公里的石河二桥及接线今年9月合龙,县客运站12月底前建成,改造农村公路50公里。",
    ],
)
def test_the_day_of_a_work_is_not_that_of_the_next_count(text: str) -> None:
    assert [due for _, _, due in told(text)] == [None]


def test_the_day_of_a_count_is_that_of_the_next_one() -> None:
    assert [due for _, _, due in told("8月底前新建站房3座,改造泵站5座。")] == ["8月底前"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "要加快前期。装机30万千瓦的石门抽水蓄能电站完成可研。",
        "要倒排工期。县三中扩建、城北小学新建两个项目赶在9月1日前交付。",
    ],
)
def test_how_large_and_how_many_the_named_are_is_no_target(text: str) -> None:
    assert told(text) == []


def test_money_that_is_to_be_handed_out_by_a_day_is_a_target() -> None:
    found = told("代表们强调,补偿款960万元要在春节前一分不少兑现到户。")
    assert [(value, due) for _, value, due in found] == [("960万元", "春节前")]


@pytest.mark.parametrize(
    ("text", "dues"),
    [
        # A year that opens a part holds to its end, though nothing is promised of it elsewhere.
        (
            "南关小学6月底前封顶。办好技能夜校,全年城镇新增就业2600人,转移农村劳动力3100人。",
            [("2600人", "2022-12-31"), ("3100人", "2022-12-31")],
        ),
        # When a meeting was held is no term of what it asks for.
        (
            "今年全县农业工作会议要求,粮食播种面积不低于96万亩,新建高标准农田4万亩。",
            [("不低于96万亩", None), ("4万亩", None)],
        ),
        ("去年全县农业工作会议要求,新建高标准农田4万亩。", [("4万亩", None)]),
    ],
)
def test_the_year_that_opens_a_part_is_that_of_its_aims(
    text: str, dues: list[tuple[str, str | None]]
) -> None:
    article = Article("a", paragraphs=[Part(text, [])])
    targets = extract([article], issue_date=date(2022, 3, 10), known=Known()).targets
    found = [(each.value_text, each.due_on and each.due_on.isoformat()) for each in targets]
    assert [each for each in found if each[0]] == dues


@pytest.mark.parametrize(
    "told",
    ["抢险队连夜转移群众230人,调运沙袋5000条。", "志愿者走访农户,发放宣传册500份。"],
)
def test_what_went_on_these_days_promises_nothing_behind_a_promise(told: str) -> None:
    assert targets("城东水厂10月通水。", told) == []


PLAN = "今年计划改造危桥7座,城东水厂10月通水。"


@pytest.mark.parametrize(
    "told",
    [
        "抢险队昨夜转移群众230人。",
        "消防员扑灭山火,疏散村民86人。",
        "抢险队赶到柳沟,转移群众86人。",
        "文艺队演出26场,观众3000人。",
        "县医院收治患者320人。",
        "联合检查组检查商户45家,发现隐患18处。",
        "医疗队接诊老人210名。",
    ],
)
def test_what_some_did_is_no_target_behind_a_plan(told: str) -> None:
    assert {each.value_text for each in targets(PLAN, told)} == {"7座"}


def test_of_what_some_may_have_done_behind_a_plan_the_desk_asks() -> None:
    found = targets(PLAN, "供电公司出动抢修车14辆,更换电杆36根。")
    assert all(each.confidence <= 0.7 for each in found if each.value_text != "7座")


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("新建公厕18座,翻修门面40间。", {"18座", "40间"}),
        ("乡镇文化站改造6个。", {"6个"}),
        ("加快水利建设,新打机井240眼。", {"240眼"}),
        ("围绕城市更新,主城区新增停车位2600个。", {"2600个"}),
    ],
)
def test_bare_deeds_behind_a_plan_are_promised_but_the_desk_asks(
    told: str, values: set[str]
) -> None:
    found = {each.value_text: each.confidence for each in targets(PLAN, told)}
    assert found == {"7座": 1.0} | dict.fromkeys(values, 0.7)


def test_a_word_of_promise_behind_a_plan_leaves_nothing_to_ask() -> None:
    found = {each.value_text: each.confidence for each in targets(PLAN, "力争新建公厕18座。")}
    assert found == {"7座": 1.0, "18座": 1.0}
