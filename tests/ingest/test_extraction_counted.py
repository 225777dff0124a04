"""What a figure only tells of, and things that are brought to an end by a day."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

TODAY = date(2018, 5, 15)


def told(text: str) -> list[tuple[str, object, str]]:
    """The targets of a text: indicator, figure and the day by which they are due."""
    article = Article("a", paragraphs=[Part(text, [])])
    facts = extract([article], issue_date=TODAY, known=Known())
    return [(each.indicator, each.value, str(each.due_on)) for each in facts.targets]


@pytest.mark.parametrize(
    "text",
    [
        "要求9月底前完成,园里4家工厂也在赶工期。",
        "县里计划明年重修,难点是9户没有搬。",
        "计划9月开标,投标人注册资金不低于500万元。",
        "力争年底完成,改线多出2.6公里,多花190万元。",
        "县里计划扶持返乡青年,贴息贷款最高20万元。",
        "今年要管住村里的钱,村级开支800元以上的须过民主会。",
        "今年要办好三件事。",
        "计划年底前封闭,林区62个卡口实行昼夜值守。",
        "要抢抓省里新增600亿元水利投资的机遇。",
        "预计端午假期接待游客6万人次。",
        "新桥选在老桥下游260米处,明年6月通车。",
        "全县在册脱贫户2870户,今年要稳住。",
    ],
)
def test_what_a_figure_only_tells_of_is_promised_by_nobody(text: str) -> None:
    assert [value for _, value, _ in told(text) if value is not None] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("三个灌区9月底前衬砌渠道28公里。", [28]),
        ("防汛办6月底前在24个村布设广播96套。", [96]),
        ("11个乡镇8月底每处至少配齐两名代办员。", []),
        ("6月底前在城关、河口2个镇建设食堂。", [2]),
    ],
)
def test_of_the_deed_that_a_figure_tells_another_count_tells_who_does_it(
    text: str, values: list[int]
) -> None:
    assert [value for _, value, _ in told(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "一年来,我们稳住了大盘。甘蔗产量稳定在120万吨,新建农村公路86公里。",
        "全县入学率99.2%,辍学率控制在1.8%,文盲率降至1.1%。",
        "过去一年,我们负重前行。预计完成生产总值168亿元,增长7.9%。",
    ],
)
def test_what_is_held_at_a_figure_is_told_where_the_rest_is_told(text: str) -> None:
    assert told(text) == []


def test_what_is_held_at_a_figure_is_asked_for_where_nothing_is_told() -> None:
    assert told("第三,甘蔗面积稳定在12万亩,只增不减。")[0][1] == 120000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("石料厂6月20日断电。", ("石料厂断电", None, "2018-06-20")),
        ("二茬水6月底前浇完。", ("二茬水浇完", None, "2018-06-30")),
        ("村志初稿9月底前形成。", ("村志初稿形成", None, "2018-09-30")),
        ("上半年的水费请于6月10日前到镇上的营业厅缴清。", None),
        ("6月底前各镇把补贴资金拨付到村。", ("把补贴资金拨付到村", None, "2018-06-30")),
        ("老仓库2019年底推平。", ("老仓库推平", None, "2019-12-31")),
        (
            "县市场监管局责令物业6月底前完成7号楼电梯检修并报检。",
            ("完成7号楼电梯检修并报检", None, "2018-06-30"),
        ),
        ("各村6月底前把防雹网搭起。", None),
        ("石料厂已断电。", None),
    ],
)
def test_what_is_brought_to_an_end_by_a_day(
    text: str, found: tuple[str, object, str] | None
) -> None:
    assert told(text) == ([found] if found else [])


def test_a_thing_that_grows_is_promised_beside_a_work() -> None:
    found = told("年底前,柳湾桥通车,县城4处积水点全部销号,公办托位增加260个。")
    assert [value for _, value, _ in found] == [4, 260]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("今年,投资8600万元的冷链园10月投用,园区还将新建职工食堂2个。", [2]),
        ("6月底前要有4个以上招商项目资金到账。", [4]),
        ("要求每村助餐点不少于1个、每村光伏板不低于40千瓦。", [1, 40]),
        ("排查出问题7个,要求6月5日前书面答复。", [7]),
        ("全年工业投资要干到13亿元。", [1_300_000_000]),
        ("年底实现36个村、8000人稳定脱贫。", [36, 8000]),
    ],
)
def test_deeds_of_their_own_beside_works_and_bounds_for_each(text: str, values: list[int]) -> None:
    assert [value for _, value, _ in told(text)] == values


def test_of_a_plan_and_how_far_it_is_only_the_plan_is_promised() -> None:
    text = "2018年民生实事4月进度公示\n农村道路提质:计划52公里,完成18.5公里;\n小游园:计划7个,开工4个,完工1个;"
    found = [(name, value) for name, value, _ in told(text)]
    assert [value for _, value in found] == [52, 7]
    assert found[0][0].endswith("农村道路提质")


def test_rows_of_a_deed_how_much_of_it_and_how_far_it_is() -> None:
    rows = (
        "镇区旱厕改造 | 24座 | 已完成9座 | 8月底\n特困家庭适老化改造 | 310户 | 已完成106户 | 10月底"
    )
    assert [(value, due) for _, value, due in told(rows)] == [
        (24, "2018-08-31"),
        (310, "2018-10-31"),
    ]
    rows = "| 实事 | 年度任务 | 至4月底进度 |\n| 通村公路 | 86公里 | 完成31公里 |\n| 镇卫生院迁建 | 主体封顶 | 施工至三层 |"
    assert [(value, due) for _, value, due in told(rows)] == [(86, "2018-12-31")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "两家厂子的稳岗补贴一共260万元,6月20日前打到企业账上。",
            ("两家厂子的稳岗补贴打到企业账上", 2_600_000, "2018-06-20"),
        ),
        ("拖欠的材料款37万元,6月底前付清。", ("拖欠的材料款付清", 370_000, "2018-06-30")),
        ("总投资3亿元,6月底前付清。", None),
        ("已拨付补贴80万元,6月底前验收。", None),
    ],
)
def test_a_sum_told_before_is_to_be_paid_by_a_day(
    text: str, found: tuple[str, int, str] | None
) -> None:
    assert [each for each in told(text) if each[1] is not None] == ([found] if found else [])


def test_so_many_things_that_are_set_down_are_pledged() -> None:
    text = "会上一口气定下3项:村道硬化9公里;每个村培训农机手4名。"
    assert [value for _, value, _ in told(text)] == [9, 4]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("今年发放创业担保贷款3800万元。", 38_000_000),
        ("主要目标是:城镇登记失业率控制在3.8%以内。", 3.8),
    ],
)
def test_loans_and_rates_are_aims(text: str, value: float) -> None:
    assert [float(str(each)) for _, each, _ in told(text)] == [value]


def test_those_who_wait_are_promised_nothing() -> None:
    assert [value for _, value, _ in told("年底前办证560户,剩下的210户等法院判决。")] == [560]
