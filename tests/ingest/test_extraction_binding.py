"""What a passage tells without naming a work outright still finds its work."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part

ISSUE = date(2019, 4, 12)


def read(*paragraphs: str) -> Facts:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=ISSUE, known=Known())


def told(*paragraphs: str) -> list[tuple[str, int | None, str | None]]:
    """Of each project its name, its announced sum and the day it is due."""
    return [
        (
            each.name,
            int(each.announced.yuan) if each.announced and each.announced.yuan else None,
            each.due_on.isoformat() if each.due_on else None,
        )
        for each in read(*paragraphs).projects
    ]


def test_a_work_that_the_sentence_only_speaks_of_gets_its_cost_and_its_date() -> None:
    found = told("石英坩埚基地通过节能审查,总投资6亿元,明年6月投产。")
    assert found == [("石英坩埚基地", 600_000_000, "2020-06-30")]


def test_a_paragraph_may_begin_with_what_its_work_costs() -> None:
    assert told("1.3亿元的滨河南路,年底完工。") == [("滨河南路", 130_000_000, "2019-12-31")]


def test_the_place_where_one_stands_is_the_work_that_is_told_of() -> None:
    found = told("在城北冷链产业园,工人正在安装货架。园区负责人说,这里总投资3亿元,年底投用。")
    assert found == [("城北冷链产业园", 300_000_000, "2019-12-31")]


def test_a_firm_that_invests_is_no_project() -> None:
    assert told("宏远铸业投资1.9亿元购买设备,今年产值可达5亿元。") == []


def test_behind_a_semicolon_the_next_work_is_told() -> None:
    found = told("东河大桥投资2亿元,8月通车;西山水厂投资9000万元,年底通水。")
    assert found == [
        ("东河大桥", 200_000_000, "2019-08-31"),
        ("西山水厂", 90_000_000, "2019-12-31"),
    ]


def test_items_with_a_date_each_keep_their_own() -> None:
    found = told("青龙隧道8月贯通、白马大桥10月合龙、临港大道12月通车。")
    assert [due for _, _, due in found] == ["2019-08-31", "2019-10-31", "2019-12-31"]


def test_sums_told_respectively_go_to_each_in_order() -> None:
    found = told("实施石佛寺小流域治理、皇姑渠改造等2个水利项目,分别投资1450万元和880万元。")
    assert [(name, yuan) for name, yuan, _ in found] == [
        ("石佛寺小流域治理", 14_500_000),
        ("皇姑渠改造", 8_800_000),
    ]


def test_one_sum_of_several_works_is_given_to_none_of_them() -> None:
    facts = read("一中食堂、二中操场、职中实训楼三项工程全部交付,共投资2900万元。")
    assert [each.announced for each in facts.projects] == [None, None, None]
    assert [each.members for each in facts.statements] == [3]


def test_names_before_their_sums_get_each_its_own() -> None:
    found = told(
        "全县重点工程有3项:鹤岭水电站、城北大桥和宝塔山公园,总投资分别为2亿元、8000万元和3000万元。"
    )
    assert [(name, yuan) for name, yuan, _ in found] == [
        ("鹤岭水电站", 200_000_000),
        ("城北大桥", 80_000_000),
        ("宝塔山公园", 30_000_000),
    ]


def test_a_cost_in_brackets_is_that_of_the_name_before_it() -> None:
    found = told("拟开工项目:紫金公园提升(6500万元)、中药材交易中心(1.9亿元)。")
    assert [(name, yuan) for name, yuan, _ in found] == [
        ("紫金公园提升", 65_000_000),
        ("中药材交易中心", 190_000_000),
    ]


def test_a_priced_thing_is_a_work_wherever_it_stands() -> None:
    found = told("堤内车间一片忙碌,这是总投资4.6亿元的对虾养殖基地。")
    assert found == [("对虾养殖基地", 460_000_000, None)]


def test_this_one_means_the_work_told_of_just_before() -> None:
    found = told("城南小学寄宿楼昨天启用。这栋小楼由市里援建,造价1140万元。")
    assert found == [("城南小学寄宿楼", 11_400_000, None)]


def test_a_phase_is_a_work_of_its_own_and_the_last_one_dates_the_whole() -> None:
    found = told("职教中心迁建项目总投资5亿元,分两期推进:一期9月招生,二期2020年底完工。")
    assert found == [
        ("职教中心迁建项目", 500_000_000, "2020-12-31"),
        ("职教中心迁建一期", None, "2019-09-30"),
        ("职教中心迁建二期", None, "2020-12-31"),
    ]


def test_three_of_them_means_all_three() -> None:
    found = told("轴承园投资2亿元,锁具厂房投资1亿元,精铸车间投资8000万元,三个项目均承诺年内投产。")
    assert {due for _, _, due in found} == {"2019-12-31"}


def test_a_figure_before_its_change_is_no_cost() -> None:
    found = told("冰壶馆项目投资由2.1亿元调增到2.46亿元,年底竣工。")
    assert found == [("冰壶馆项目", 246_000_000, "2019-12-31")]


def test_a_table_without_rules_is_read_by_its_cells() -> None:
    found = told("沿江大道三段 总投资2.9亿元 本月完成800万元 年底通车")
    assert found == [("沿江大道三段", 290_000_000, "2019-12-31")]


@pytest.mark.parametrize(
    "text",
    [
        "2019年重点项目总投资40亿元。",
        "县住房保障中心全年计划供应保障房420套。",
        "农村薄弱学校13个食堂年底前改造完毕。",
        "县疾控中心负责人介绍,疫苗接种10月启动。",
    ],
)
def test_classes_counts_and_bodies_are_no_works(text: str) -> None:
    assert told(text) == []


def test_all_under_the_heading_of_a_plan_is_promised_for_its_year() -> None:
    facts = read("会议明确今年目标:各项贷款余额增长13%以上,不良率压降到1.5%以下。")
    assert [(str(t.value), str(t.due_on)) for t in facts.targets] == [
        ("13", "2019-12-31"),
        ("1.5", "2019-12-31"),
    ]


def test_a_list_is_promised_by_the_date_that_closes_it() -> None:
    facts = read(
        "县政府公布民生实事清单:",
        "1.新增公办园学位1260个;",
        "2.改造背街小巷38条。",
        "以上事项12月20日前办结。",
    )
    assert [(t.indicator, str(t.due_on)) for t in facts.targets] == [
        ("新增公办园学位", "2019-12-20"),
        ("改造背街小巷", "2019-12-20"),
    ]


def test_a_date_holds_for_its_own_part_of_the_sentence() -> None:
    facts = read("县气象局布设雨量站56个;6月20日前,12处危险区各演练一次。")
    assert [(t.value, str(t.due_on)) for t in facts.targets] == [(12, "2019-06-20")]


def test_the_share_of_a_plan_is_no_promise() -> None:
    assert read("油菜移栽5200亩,完成任务的104%。").targets == []


def test_an_article_of_one_work_goes_on_about_it_in_its_next_paragraphs() -> None:
    found = told(
        "龙潭水库除险加固工程工地一派繁忙。该工程批复概算2380万元。",
        "据县水利局介绍,工程自去年11月开工以来已完成投资1650万元,计划明年4月底竣工。",
    )
    assert found == [("龙潭水库除险加固工程", 23_800_000, "2020-04-30")]


def test_parts_of_the_work_that_is_told_of_are_no_works_of_their_own() -> None:
    found = told("苏氨酸扩能技改项目总投资5.5亿元。目前发酵车间、提取车间主体已完工,10月可试生产。")
    assert [name for name, _, _ in found] == ["苏氨酸扩能技改项目"]


def test_the_year_before_is_a_report_and_its_whole_year_too() -> None:
    assert read("2018年,县民政局全年发放低保金5286万元,新建农村幸福院22所。").targets == []


def test_a_promise_stands_near_the_year_it_is_for() -> None:
    facts = read("场长说,今年采伐毛竹26万根,收入390万元,竹荪长势不错,预计产值150万元。")
    assert 260_000 not in [target.value for target in facts.targets]


def test_all_tasks_by_a_day_dates_those_before_it_in_the_sentence() -> None:
    facts = read("今年拟办的民生实事:新增停车位1200个,新建公厕15座,各项任务均于10月底前完成。")
    assert {str(target.due_on) for target in facts.targets} == {"2019-10-31"}


def test_a_bound_is_promised_without_a_date() -> None:
    facts = read("要加强指导,确保耕地保有量不低于68.5万亩。")
    assert [(t.indicator, t.comparator) for t in facts.targets] == [("耕地保有量", ">=")]


def test_this_one_means_only_what_its_word_can_mean() -> None:
    assert told("山高路远,这个投资9.8亿元的技改明年完工。") == []


@pytest.mark.parametrize(
    "text",
    [
        "县城宾馆入住率连续七周超过九成。",
        "会议要求把亿元以上项目开工数拆到月、落到人。",
        "基金建了二十三座草莓大棚,去年分红。",
        "公交公司年底前开通至云集镇的城乡线路。",
    ],
)
def test_ordinary_news_holds_no_works(text: str) -> None:
    assert told(text) == []


def test_an_area_for_development_is_no_verb() -> None:
    found = told("本报讯(记者 程开元) 开发区标准化厂房二期6月底交付。")
    assert found == [("开发区标准化厂房二期", None, "2019-06-30")]


def test_a_sum_of_all_works_is_not_that_of_the_one_named_after_it() -> None:
    text = "今冬水利总投资1900万元,其中西干渠衬砌工程投资1100万元,明年4月底前完工。"
    assert told(text) == [("西干渠衬砌工程", 11_000_000, "2020-04-30")]
    assert [int(each.sum.yuan or 0) for each in read(text).statements] == [19_000_000]


def test_one_thing_that_is_to_be_built_is_a_work() -> None:
    found = told("镇里还要办一座蜂蜜灌装车间,总投资450万元,明年5月底前投产。")
    assert found == [("蜂蜜灌装车间", 4_500_000, "2020-05-31")]


def due_of(*paragraphs: str) -> list[tuple[str, str | None]]:
    """Of each target its indicator and the day it is due."""
    return [
        (each.indicator, each.due_on.isoformat() if each.due_on else None)
        for each in read(*paragraphs).targets
    ]


def test_what_must_be_done_is_due_in_the_year_its_paragraph_asks_it_for() -> None:
    asked = "今年要坚持工业强县不动摇,工业投资增长12%。要办好民生实事,城镇新增就业5200人。"
    dated = [("工业投资增长", "2019-12-31"), ("城镇新增就业", "2019-12-31")]
    assert due_of(asked) == dated
    assert due_of("今年要坚持工业强县不动摇。", "要办好民生实事,城镇新增就业5200人。") == [
        ("城镇新增就业", None)
    ]


def test_aims_are_due_in_the_year_that_was_named_before_them() -> None:
    found = due_of("2019年是攻坚之年。主要预期目标是:财政收入增长8%,失业率控制在4%以内。")
    assert found == [("财政收入增长", "2019-12-31"), ("失业率", "2019-12-31")]


def test_what_the_work_holds_and_makes_is_its_size() -> None:
    text = "住院楼工程投资3850万元,建筑面积18600平方米,设床位420张。储水池总容积9万立方米。"
    found = read(text).projects[0]
    assert [(each.text, each.quote in text) for each in found.capacities][:2] == [
        ("18600平方米", True),
        ("420张", True),
    ]
    mill = read("陶瓷厂技改项目总投资2亿元,日处理能力300吨,可灌溉农田1.2万亩。").projects[0]
    assert [each.text for each in mill.capacities] == ["300吨", "1.2万亩"]


def test_a_countdown_sets_no_day_and_a_bare_kind_of_body_names_no_one() -> None:
    found = read("离年底还剩三十天,县发改局把五个项目的负责人请到一张桌子上。由合作社统一收蜜。")
    assert (found.targets, found.departments) == ([], {"a": ["县发改局"]})
