"""Who pays, who asks and what is said of a thing are no names; the work told of takes what they say."""

import pytest

from tests.ingest.test_extraction_binding import read, told
from tests.ingest.test_extraction_references import names


@pytest.mark.parametrize("who", ["检查组要求", "施工方承诺", "王副县长明确"])
def test_what_somebody_asks_is_asked_of_the_work_told_of(who: str) -> None:
    found = told(f"东河污水厂提标工程总投资3800万元。{who}6月底前达标运行。")
    assert found == [("东河污水厂提标工程", 38_000_000, "2019-06-30")]


@pytest.mark.parametrize("who", ["柳河乡今年筹资", "村里先后出资", "县交通局投资"])
def test_whoever_pays_pays_for_what_is_named_next(who: str) -> None:
    assert told(f"{who}260万元,新建了连心桥。") == [("连心桥", 2_600_000, None)]
    assert told(f"{who}260万元新建了连心桥。") == [("连心桥", 2_600_000, None)]


def test_public_money_is_not_for_the_house_where_it_is_told() -> None:
    text = "记者在南溪镇卫生院看到,就诊的人多了。县财政投入1800万元,建成心电、影像两个中心。"
    assert "南溪镇卫生院" not in names(text)


def test_a_price_of_one_unit_is_no_cost() -> None:
    found = read("今年建设优质粮食生产基地,每亩投资不低于1500元。").projects
    assert [each.investments for each in found] in ([], [[]])


@pytest.mark.parametrize(
    "name", ["县残疾人综合服务中心项目", "职工培训中心工程", "便民服务中心建设项目"]
)
def test_a_house_for_a_service_is_a_work(name: str) -> None:
    assert told(f"{name}位于城北新区,预计今年8月竣工。") == [(name, None, "2019-08-31")]


def test_a_work_at_several_places_is_one() -> None:
    found = told("去年,县里投资680万元实施青石、柳溪等5个村安全饮水工程。")
    assert found == [("青石、柳溪等5个村安全饮水工程", 6_800_000, None)]
    assert read("去年,县里投资680万元实施青石、柳溪等5个村安全饮水工程。").statements == []


def test_all_of_them_are_due_that_day() -> None:
    text = "目前,国道107城区段改线工程已完成九成,省道210线大修工程正在招标,预计10月底前全部完工。"
    assert [due for _, _, due in told(text)] == ["2019-10-31", "2019-10-31"]


@pytest.mark.parametrize(
    "text",
    [
        "位于城西的鑫源商贸城是全县最大的小商品批发市场,占地80亩,有商户460家。",
        "房地产开发投资11.2亿元,下降3.4%。",
        "春节期间,县城实施亮化工程,投资180万元。",
        "街道办投资120万元,对辖区内6条背街小巷进行硬化、亮化。",
    ],
)
def test_what_is_counted_described_or_done_everywhere_names_no_work(text: str) -> None:
    assert names(text) == []


def test_the_work_stands_behind_what_is_wished_for_it() -> None:
    assert names("希望企业加快云谷智能家居产业园项目落地。") == ["云谷智能家居产业园项目"]


def test_a_work_is_done_when_all_of_it_is() -> None:
    found = read("县体育中心主体完成八成。按计划,今年10月底前要完成全部建设任务。").projects
    assert [(each.name, each.stage, str(each.due_on)) for each in found] == [
        ("县体育中心", "completed", "2019-10-31")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "今年引进亿元以上项目20个,到位资金41.6亿元。",
        "加快推进恒泰轮毂等15个重点项目,技改投资突破20亿元。",
    ],
)
def test_money_of_a_kind_is_no_sum_of_the_works_beside_it(text: str) -> None:
    assert read(text).statements == []


@pytest.mark.parametrize(
    "text",
    ["红旗水库建成于1958年,2009年投资2100万元进行了加固。", "2012年建成的新华广场,如今人来人往。"],
)
def test_what_was_done_years_ago_is_no_news(text: str) -> None:
    assert names(text) == []


def test_what_comes_before_works_is_no_end_of_them() -> None:
    found = read("城北小学迁建项目已完成征地,10月开工。").projects[0]
    assert (found.stage, str(found.due_on)) == ("started", "2019-10-31")


def test_a_notice_names_its_work_before_its_colon() -> None:
    text = "县档案馆新馆建设项目公开招标公告:项目位于行政中心西侧,工期450天。"
    assert names(text) == ["县档案馆新馆建设项目"]


def test_what_a_paper_is_about_is_the_work() -> None:
    text = "县长办公会原则同意县教育局关于新建城南中学的请示,概算投资1.5亿元。"
    assert told(text) == [("城南中学", 150_000_000, None)]
    assert read(text).projects[0].stage != "operating"  # an 办公会 is no office that moves in


def test_who_pays_is_not_what_is_built() -> None:
    found = told("县职业中学投资350万元,对学生公寓进行维修改造,5月中旬完工。")
    assert found == [("学生公寓维修改造", 3_500_000, "2019-05-20")]


def test_a_phase_may_stand_behind_the_word_for_its_work() -> None:
    text = "滨河绿道工程分两期建设。4月10日,绿道二期顺利完工。"
    assert "滨河绿道二期" in names(text)


def test_a_phase_is_of_the_work_that_its_part_of_the_sentence_begins_with() -> None:
    text = (
        "金牛山风电项目总投资7亿元,6月底前并网;鑫达板材产业园占地260亩,一期4条生产线3月投产,"
        "二期正在进行厂房建设,预计10月份竣工。"
    )
    found = told(text)
    assert ("鑫达板材产业园二期", None, "2019-10-31") in found
    assert ("金牛山风电项目", 700_000_000, "2019-06-30") in found


def test_what_one_house_is_turned_into_is_the_work() -> None:
    found = told("原门诊楼将改造为康复医学中心,预计明年3月完成。")
    assert found == [("康复医学中心", None, "2020-03-31")]


def test_a_sum_that_was_spent_on_one_thing_is_not_for_the_next() -> None:
    text = "去年公司投资2000万元上了第二条生产线,今年还计划投资5000万元建设冷链仓储库,10月投用。"
    assert told(text) == [("冷链仓储库", 50_000_000, "2019-10-31")]


def test_what_a_phase_costs_is_its_whole_cost() -> None:
    found = told("今年推进龙湖公园二期等项目。龙湖公园二期投资9000万元,5月动工,明年6月开放。")
    assert found == [("龙湖公园二期", 90_000_000, "2020-06-30")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县城投公司利用医院东侧空地建设立体停车楼,总投资4100万元。", "立体停车楼"),
        ("县里引进福建客商投资建设鳗鱼养殖基地,总投资1.1亿元。", "鳗鱼养殖基地"),
    ],
)
def test_who_builds_it_where_stands_before_the_verb(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_work_is_done_with_its_last_phase() -> None:
    text = "云岗物流港项目总投资9亿元。一期已经投用,二期正在建设,明年6月底建成。"
    assert ("云岗物流港项目", 900_000_000, "2020-06-30") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "云岗物流港项目总投资9亿元,分三期建设。一期已经投用,二期明年6月底建成。",
        "云岗物流港项目总投资9亿元。一期明年6月底建成。",
    ],
)
def test_a_phase_with_others_behind_it_ends_no_work(text: str) -> None:
    assert ("云岗物流港项目", 900_000_000, None) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "风电场首台机组计划10月投产,投资3亿元。",
        "全县制造业项目完成投资7亿元,年底前全部开工。",
        "主体及附属工程投资800万元,10月底完工。",
    ],
)
def test_parts_and_classes_of_works_are_none(text: str) -> None:
    assert not set(names(text)) & {"首台机组", "制造业项目", "全县制造业项目", "主体及附属工程"}
