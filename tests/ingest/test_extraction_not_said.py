"""No sum and no day is entered for a work that the print does not say of it."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part

WAN = 10_000


def facts(today: date, *paragraphs: str) -> Facts:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=today, known=Known())


def told(today: date, *paragraphs: str) -> list[tuple[str, Decimal | None, str | None]]:
    """Of each work its name, its sum in 万元, and the day by which it is due."""
    return [
        (
            each.name,
            each.announced.yuan / WAN if each.announced and each.announced.yuan else None,
            each.due_on.isoformat() if each.due_on else None,
        )
        for each in facts(today, *paragraphs).projects
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("平台公司借款余额12月底前不会超过2.6亿元。", 260_000_000),
        ("今年乡镇会议经费确保不突破60万元。", 600_000),
        ("今年全县工业用煤不超出90万吨。", 900_000),
    ],
)
def test_what_is_not_to_be_passed_is_promised_as_a_ceiling(text: str, value: int) -> None:
    found = facts(date(2022, 3, 1), text).targets
    assert [(each.value, each.comparator) for each in found] == [(Decimal(value), "<=")]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("马家湾大桥工程施工合同金额7300万元,明年9月通车。", [None]),
        ("县三中宿舍楼总投资4100万元,施工合同价3360万元,8月底竣工。", [4100]),
        ("东门河治理工程以2860万元的价格由江岸公司中标,年底完工。", [None]),
        ("西岭水库清淤工程概算投资1200万元,最终以970万元中标。", [1200]),
        ("敬老院扩建项目中标金额640万元,10月完工。", [None]),
    ],
)
def test_what_a_contractor_is_paid_is_no_investment(text: str, sums: list[int | None]) -> None:
    assert [each for _, each, _ in told(date(2022, 4, 12), text)] == sums


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("清水河大桥原概算9200万元,现调整为1.04亿元,年底通车。", 10400),
        ("南环改造原计划投资5200万元,后因地质变化,总投资增加到6100万元,明年7月完工。", 6100),
        ("县幼儿园教学楼预算原为1300万元,调概后为1560万元,8月底竣工。", 1560),
        ("果品交易市场项目当初报的投资是2亿元,几经核减,最终定为1.7亿元,10月投用。", 17000),
        ("旧城修缮工程由原先的8600万元压缩到7200万元,年底完成。", 7200),
        ("原料基地项目投资3亿元,年底投产。", 30000),
    ],
)
def test_of_a_sum_that_was_changed_the_later_one_holds(text: str, yuan: int) -> None:
    assert [each for _, each, _ in told(date(2022, 5, 20), text)] == [yuan]


def test_a_month_behind_a_year_gone_by_is_no_term() -> None:
    text = "云桥快速路2020年3月开工,10月通车,如今每天过车上万辆。"
    assert [each for *_, each in told(date(2021, 6, 15), text)] in ([], [None])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("北环路改建工程总投资1.3亿元,征地拆迁3月底前完成。", None),
        ("北环路改建工程总投资1.3亿元,4月底前签完拆迁协议。", None),
        ("东湖码头扩建项目总投资7800万元,初步设计4月底前完成。", None),
        ("北环路改建工程总投资1.3亿元,征地3月底前完成,年底前通车。", "2022-12-31"),
        ("北环路改建工程总投资1.3亿元,因杆线迁改推迟到10月底通车。", "2022-10-31"),
    ],
)
def test_the_day_of_a_step_before_a_work_is_not_that_of_the_work(
    text: str, day: str | None
) -> None:
    assert [each for *_, each in told(date(2022, 2, 20), text)] == [day]


def test_a_work_in_its_first_steps_is_planned() -> None:
    text = "北环路改建工程总投资1.3亿元,3月底前完成土地征收。"
    assert [each.stage for each in facts(date(2022, 2, 20), text).projects] == ["planned"]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("县档案馆新馆原定今年10月完工,因疫情推迟到明年3月。", ("县档案馆新馆", "2022-03-31")),
        ("凤凰岭隧道原定年底贯通,目前看要拖到明年3月底。", ("凤凰岭隧道", "2022-03-31")),
        ("城南变电站原计划明年6月投运,现调整为明年3月投运。", ("城南变电站", "2022-03-31")),
        ("龙泉大道定于10月1日通车,公交改走新路。", ("龙泉大道", "2021-10-01")),
        (
            "白水填埋场封场总投资2600万元,受雨季影响,由9月底完工推迟到11月底。",
            ("白水填埋场封场", "2021-11-30"),
        ),
        ("乡文化站大修由9月完工推迟到明年3月。", ("乡文化站大修", "2022-03-31")),
    ],
)
def test_a_work_that_was_put_off_is_due_by_the_new_day(text: str, work: tuple[str, str]) -> None:
    found = [(name, day) for name, _, day in told(date(2021, 8, 10), text)]
    assert found == [work]


SPRING = date(2021, 4, 20)


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (
            "沙洲公园主要建设亲水平台、儿童乐园、环湖步道,投资1.1亿元,国庆前开园。",
            [("沙洲公园", 11000, "2021-10-01")],
        ),
        (
            "粮食物流园分冷库、交易大厅、质检中心三部分,总投资3.6亿元。其中冷库6月底前投用。",
            [("粮食物流园", 36000, None)],
        ),
        (
            "云岭景区改造总投资9800万元,新建全长1900米的索道、玻璃栈道和观景台。"
            "索道9月试运行,“栈道”10月开放。",
            [("云岭景区改造", 9800, None)],
        ),
        (
            "龙口水库枢纽工程由大坝、溢洪道、输水洞组成,概算投资4.4亿元。"
            "输水洞9月贯通,水库2023年底下闸蓄水。",
            [("龙口水库枢纽工程", 44000, "2023-12-31")],
        ),
        (
            "县职教园区总投资6.1亿元,建有教学楼6栋、宿舍楼8栋和体育馆1座。"
            "体育馆投资3900万元,明年3月开馆。园区8月底前交付。",
            [("县职教园区", 61000, "2021-08-31"), ("体育馆", 3900, "2022-03-31")],
        ),
    ],
)
def test_the_day_of_a_listed_part_is_not_that_of_the_whole(
    text: str, works: list[tuple[str, int, str | None]]
) -> None:
    assert told(SPRING, text) == works


def test_all_of_a_work_is_meant_behind_one_of_its_phases() -> None:
    text = "城东热源厂扩建工程总投资1.6亿元,其中一期投资5800万元已完成,整个工程计划明年6月建成。"
    assert [(each, day) for each, _, day in told(SPRING, text)] == [
        ("城东热源厂扩建工程", "2022-06-30"),
        ("城东热源厂扩建一期", None),
    ]


def test_what_stands_beside_a_work_gives_it_neither_sum_nor_day() -> None:
    text = "镇上投资42万元的污水处理站上月完工,与之配套的管网还差2公里,投资280万元,6月底铺完。"
    (found,) = facts(SPRING, text).projects
    assert ([each.text for each in found.investments], found.due_on) == (["42万元"], None)
    text = "颐养中心项目总投资1.4亿元,门前的停车场另外投入360万元,7月底前铺完。颐养中心10月迎客。"
    (found,) = facts(SPRING, text).projects
    assert [each.text for each in found.investments] == ["1.4亿元"]
    assert found.due_on == date(2021, 10, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("柳河绿道11月初投用,有市民反映几处路面不平,请施工方在12月10日前改完。", None),
        ("云峰大桥项目总投资1.2亿元,正在办理用地手续,预计12月底前办结。", None),
        ("云峰大桥项目总投资1.2亿元,等待可研批复,力争12月批下来。", "2026-12-31"),
        ("西门桥总投资850万元,资金已列入明年预算。", None),
        ("智慧物流产业园总投资5.2亿元,其中,一号楼投资1.6亿元,计划今年年底投用。", None),
    ],
)
def test_the_day_of_a_repair_or_of_papers_is_not_that_of_the_work(
    text: str, day: str | None
) -> None:
    assert [due for *_, due in told(date(2026, 11, 20), text)] == [day]


def test_what_many_are_at_work_on_is_under_construction() -> None:
    text = "青屏抽水蓄能电站总投资48亿元,3200名工人正在地下厂房里日夜开挖。"
    found = facts(date(2026, 11, 20), text).projects
    assert [each.stage for each in found] == ["under_construction"]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("青屏河河道治理工程总投资4200万元。", "water"),
        ("农产品物流园总投资2亿元,明年6月投用。", "logistics"),
        ("白云山风电场二期总投资8亿元,明年6月并网。", "energy"),
    ],
)
def test_the_sector_of_a_work(text: str, sector: str) -> None:
    assert [each.sector for each in facts(date(2026, 11, 20), text).projects] == [sector]


AUTUMN = date(2026, 11, 26)


@pytest.mark.parametrize("between", ["\n", ""])
def test_what_another_work_was_put_off_to_is_not_its_day(between: str) -> None:
    first, second = "东街棚户区改造项目年内完工。", "文体馆原定5月竣工,推迟到2027年6月。"
    found = told(AUTUMN, first, second) if between else told(AUTUMN, first + second)
    assert [(name, day) for name, _, day in found] == [("东街棚户区改造项目", "2026-12-31")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("县城杆线迁改工程2027年6月底前完成。", "2027-06-30"),
        ("土地平整项目进展顺利,场地平整2027年3月底前完成。", "2027-03-31"),
        ("易地移民搬迁工程总投资2亿元,移民搬迁工程2027年6月底前完成。", "2027-06-30"),
        ("安置房项目总投资2亿元,移民安置2027年6月底前完成。", None),
    ],
)
def test_a_work_that_is_named_like_a_step_keeps_its_day(text: str, day: str | None) -> None:
    assert [each for *_, each in told(AUTUMN, text)] == [day]


def test_the_neighbour_of_a_work_gives_it_nothing() -> None:
    for text in (
        "客运站项目配套的停车场投资500万元,明年3月建成。",
        "客运站项目配套的停车场明年3月建成,投资500万元。",
    ):
        found = facts(AUTUMN, text).projects
        assert not any(each.investments or each.due_on for each in found)


def test_put_off_in_the_sentence_of_another_work() -> None:
    text = "东街棚户区改造项目总投资2亿元,文体馆原定5月竣工,推迟到2027年6月。"
    assert told(AUTUMN, text) == [("东街棚户区改造项目", 20000, None)]


@pytest.mark.parametrize(
    "of_all",
    [
        "全年重点项目完成投资72亿元。",
        "今年以来，全县重大工程累计完成投资38.5亿元。",
        "1至5月，全市招商项目完成固定资产投资21亿元。",
    ],
)
def test_what_all_works_of_a_class_cost_is_no_sum_of_the_one_told_of(of_all: str) -> None:
    text = f"青口路污水管网改造项目已开工，总投资3600万元。{of_all}"
    (work,) = facts(date(2020, 6, 10), text).projects
    assert [each.text for each in work.investments] == ["3600万元"]


def test_what_one_sees_rows_of_is_no_name() -> None:
    text = "在青口机械产业园施工现场，一栋栋标准厂房已经封顶。该项目总投资4.2亿元，计划年底投产。"
    assert told(date(2020, 6, 10), text) == [("青口机械产业园", 42_000, "2020-12-31")]


@pytest.mark.parametrize("done", ["列进", "列入", "纳入"])
def test_what_is_put_into_a_plan_is_a_work(done: str) -> None:
    text = f"镇里把白石岭通村公路{done}了今年的计划，路基宽4.5米，概算投资386万元。"
    assert [(name, yuan) for name, yuan, _ in told(date(2020, 6, 10), text)] == [
        ("白石岭通村公路", 386)
    ]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        (
            "走进云岭药谷项目工地，办公楼、宿舍楼已经封顶。项目总投资2.6亿元，10月投用。",
            ("云岭药谷项目", 26_000, "2020-10-31"),
        ),
        (
            "记者来到县职教中心迁建工程施工现场，教学楼主体已经完工。工程总投资3.1亿元，明年8月投用。",
            ("县职教中心迁建工程", 31_000, "2021-08-31"),
        ),
        (
            "在鑫海阀门项目建设现场，一车间、二车间已经封顶，年底投产。",
            ("鑫海阀门项目", None, "2020-12-31"),
        ),
    ],
)
def test_the_houses_that_one_sees_at_a_site_are_of_its_work(
    text: str, work: tuple[str, int | None, str]
) -> None:
    assert told(date(2020, 6, 10), text) == [work]


def test_what_others_invest_in_is_no_part_of_the_work_told_of_before() -> None:
    text = "总投资2亿元的面粉项目6月投产。农机产业园由山东铁牛公司投资建设，总投资8.6亿元，年底前投产。"
    found = facts(date(2020, 3, 10), text).projects
    assert {each.name: [sum_.text for sum_ in each.investments] for each in found} == {
        "面粉项目": ["2亿元"],
        "农机产业园": ["8.6亿元"],
    }


def test_what_is_said_of_the_latter_is_not_due_of_the_former() -> None:
    text = (
        "总投资5亿元的轴承项目、总投资3亿元的齿轮项目落户园区，"
        "前者已具备年产300万套的能力，后者将于6月竣工投产。"
    )
    assert told(date(2020, 3, 10), text) == [
        ("轴承项目", 50_000, None),
        ("齿轮项目", 30_000, "2020-06-30"),
    ]


@pytest.mark.parametrize(
    "of_the_set",
    [
        "李明指出，今年以来，152个县级重点项目开工146个，完成投资118.4亿元。",
        "实施重点项目118个，年度完成投资72亿元。",
    ],
)
def test_what_a_count_of_works_cost_is_no_sum_of_the_work_before(of_the_set: str) -> None:
    found = facts(date(2020, 3, 10), "白沙镇水厂总投资3.8亿元，9月底完工。", of_the_set)
    (work,) = found.projects
    assert [each.text for each in work.investments] == ["3.8亿元"]


def test_a_share_of_a_part_is_not_when_the_work_is_completed() -> None:
    text = "国道209线大修工程总投资2亿元，年内完成路基工程的70%。"
    assert told(date(2020, 3, 10), text) == [("国道209线大修工程", 20_000, None)]


def test_a_chance_to_be_taken_is_no_work() -> None:
    text = "下一步，将抢抓“沙漠绿电”大基地建设机遇，年内新开工风电项目80万千瓦，建成并网60万千瓦。"
    assert not told(date(2020, 3, 10), text)


@pytest.mark.parametrize(
    ("text", "work"),
    [
        (
            "在河东社区，李明察看了日间照料中心建设情况。该中心总投资260万元，10月底前投用。",
            ("日间照料中心", 260, "2020-10-31"),
        ),
        (
            "调研组来到石门镇搬迁安置点，详细了解了茶马文化馆建设进度。该馆投资680万元，9月底开馆。",
            ("茶马文化馆", 680, "2020-09-30"),
        ),
    ],
)
def test_what_is_looked_at_is_told_of_and_not_the_place_where_it_stands(
    text: str, work: tuple[str, int, str]
) -> None:
    assert told(date(2020, 3, 10), text) == [work]


def test_what_another_paragraph_counts_is_no_size_of_the_work_before() -> None:
    found = facts(
        date(2020, 3, 10),
        "今年启动工业园二期工程，总投资2.4亿元，年底前建成标准厂房15万平方米。",
        "粮食总产稳定在38万吨以上，新建高标准农田4.5万亩，整治病险水库11座。",
    )
    (work,) = found.projects
    assert {each.unit for each in work.capacities} <= {"平方米"}


def test_two_works_of_one_house_are_two() -> None:
    text = "宏远项目总投资3亿元，6月投产。宏远新材料产业园项目总投资5亿元，9月投产。"
    assert told(date(2020, 3, 10), text) == [
        ("宏远项目", 30_000, "2020-06-30"),
        ("宏远新材料产业园项目", 50_000, "2020-09-30"),
    ]
