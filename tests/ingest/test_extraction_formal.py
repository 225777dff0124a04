"""Whole articles in the formal voice of county papers: what several works are told in one breath."""

from datetime import date
from decimal import Decimal

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part, ProjectFact

ISSUE = date(2019, 2, 20)


def facts(*paragraphs: str, issue: date = ISSUE) -> Facts:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=issue, known=Known())


def works(*paragraphs: str, issue: date = ISSUE) -> dict[str, ProjectFact]:
    return {each.name: each for each in facts(*paragraphs, issue=issue).projects}


def cost(fact: ProjectFact) -> Decimal | None:
    return fact.announced.yuan if fact.announced else None


def test_names_with_different_numbers_are_two_works() -> None:
    found = works(
        "省道S118线柳河至白沙段改造工程去年10月完工,群众出行方便多了。省道S226线县城至石坡段改造项目"
        "总里程19.6公里,投资1.7亿元,今年4月进场施工,2021年6月底建成。"
    )
    done, to_come = found.values()
    assert (done.tense, done.due_on, cost(done)) == ("done", None, None)
    assert (to_come.due_on, cost(to_come)) == (date(2021, 6, 30), Decimal(170_000_000))


def test_what_joins_a_name_to_a_list_is_no_part_of_it() -> None:
    found = works(
        "计划新建托位200个,以及投资9600万元的岚山县应急物资储备中心等。其中应急物资储备中心今年8月开工,"
        "明年底建成。"
    )
    (work,) = found.values()
    assert work.name == "岚山县应急物资储备中心"
    assert (work.due_on, cost(work)) == (date(2020, 12, 31), Decimal(96_000_000))


def test_a_rank_among_works_names_none() -> None:
    found = works("一是骨干工程。双河水库工程总投资5.1亿元,今年汛前完成围堰填筑,2022年下闸蓄水。")
    assert [*found] == ["双河水库工程"]
    assert "头号水务工程" not in works("县里把它当作头号水务工程来抓,工程总投资3亿元,明年通水。")


def test_a_scope_behind_a_name_makes_no_class_of_it() -> None:
    found = works(
        "青石路改造工程投资2100万元,7月完工;城西片区雨污分流改造涉及9个小区、管网21公里,"
        "投资4800万元,一期已铺设8公里,其余明年6月底前完成。"
    )
    assert not any(each.startswith("青石路") and each.endswith("期") for each in found)
    assert cost(found["城西片区雨污分流改造"]) == Decimal(48_000_000)


def test_what_leads_to_a_name_is_no_part_of_it() -> None:
    found = works("同样没有停工的还有县城第三水厂。该厂总投资1.1亿元,5月正式供水。")
    assert [*found] == ["县城第三水厂"]
    assert [*works("预计明年秋收后动工。")] == []


def test_one_deed_on_several_places_is_one_work() -> None:
    found = works(
        "大营河县城段治理工程6月15日前完工;马鞍沟、石槽沟两条小流域综合治理今年全面铺开,治理面积31平方公里。"
    )
    assert "马鞍沟、石槽沟两条小流域综合治理" in found
    assert "马鞍沟" not in found


def test_places_that_are_told_of_again_are_each_a_work() -> None:
    found = works(
        "柳坪、安河、石溪3所乡镇敬老院提升改造,由县民政局统一招标,合计投资2130万元。柳坪敬老院1月已完工,"
        "安河敬老院年底前竣工,石溪敬老院因山体滑坡治理尚未完成,推迟到明年5月动工。"
    )
    assert {name: each.due_on for name, each in found.items()} == {
        "柳坪敬老院": None,
        "安河敬老院": date(2019, 12, 31),
        "石溪敬老院": date(2020, 5, 31),
    }
    assert not any(map(cost, found.values()))


def test_one_sum_behind_two_roads_is_that_of_neither() -> None:
    found = works(
        "人民南路、书院路两条道路提升改造,合计投资6100万元,1月底双双完成沥青摊铺,2月10日恢复通行。"
    )
    assert [*found] == ["人民南路", "书院路"]
    assert not any(map(cost, found.values()))
    again = works("宏业路、经二路的建设资金由城投公司融资4200万元解决,宏业路7月中旬开工。")
    assert not any(map(cost, again.values()))


def test_a_road_by_its_ends_has_its_word_from_the_end_of_the_list() -> None:
    found = works("通乡油路方面,续建新桥至大坪、茶岭至龙泉两条油路。新桥至大坪油路6月底前完工。")
    assert [*found] == ["新桥至大坪油路", "茶岭至龙泉油路"]
    assert found["新桥至大坪油路"].due_on == date(2019, 6, 30)


def due(*paragraphs: str) -> dict[str, str]:
    return {name: str(each.due_on) for name, each in works(*paragraphs).items()}


def test_a_last_day_is_that_of_the_stage_told_before_it() -> None:
    assert due(
        "配套的梅坪路东延工程也在抓紧施工。这条路长2.3公里,投资9800万元,路基已完成七成。"
        "道路要赶在学校开学之前通车,最迟不晚于2020年8月底。"
    ) == {"梅坪路东延工程": "2020-08-31"}


def test_what_comes_with_another_work_has_its_day() -> None:
    found = works(
        "柳河大桥全长860米,总投资3.1亿元,2017年10月开工,年底建成通车。沿江大道二期工程投资1.2亿元,"
        "沥青铺装安排在9月,与大桥同步通车。"
    )
    assert found["沿江大道二期工程"].due_on == date(2019, 12, 31)
    assert found["沿江大道二期工程"].stage == "operating"


def test_what_an_end_is_in_time_for_is_no_later_end() -> None:
    assert due(
        "柳湾水库除险加固工程批复投资3100万元,剩下的坝坡护砌明年3月底前要全部完成,"
        "赶在主汛期之前恢复正常蓄水。"
    ) == {"柳湾水库除险加固工程": "2020-03-31"}
    assert due("河湾大桥总投资1.2亿元,7月底开工,抢在明年汛期前通车。") == {"河湾大桥": "2020-05-31"}


def test_a_thing_in_a_phase_is_no_phase() -> None:
    assert due(
        "垃圾处理场项目投资4300万元,设计日处理垃圾150吨,一期库区防渗层已铺设完毕,8月份投入使用。"
    ) == {"垃圾处理场项目": "2019-08-31"}


def test_a_house_of_one_work_is_not_that_of_another() -> None:
    found = works(
        "县人民医院整体搬迁项目总投资8.6亿元,6月底前门诊楼封顶,8月底前住院楼全部封顶,"
        "2021年10月整体投入使用。今年卫生项目共9个。石桥镇中心卫生院住院楼已于1月竣工,新增床位50张。"
    )
    house = found["石桥镇中心卫生院住院楼"]
    assert (house.stage, house.due_on) == ("completed", None)


def test_a_phase_is_of_the_work_that_its_sentence_tells_of() -> None:
    found = due(
        "沿环山旅游公路向东20公里,是列入名录的上庄村。石板古村保护修缮项目分三期,"
        "一期修缮院落14处,已于去年底竣工;二期投资2100万元,4月10日进场施工,11月底完工。"
    )
    assert not any("公路" in each for each in found)


def test_the_sum_of_what_is_left_of_a_count_is_not_that_of_the_road() -> None:
    (road,) = works(
        "环山旅游公路石桥段全长71公里,去年9月通车,今年要续建的是配套驿站。全线规划驿站9处,已建成5处,"
        "其余4处由文旅集团投资4800万元,国庆前全部启用。"
    ).values()
    assert cost(road) is None


def test_a_busy_site_is_the_work_that_is_told_of() -> None:
    found = works(
        "柳林新区跨清河大桥工地已是机声隆隆。记者在现场看到,工人们正在绑扎索塔钢筋。项目经理介绍,"
        "大桥全长860米,总投资3.1亿元,年底建成通车。"
    )
    assert [(each.due_on, cost(each)) for each in found.values()] == [
        (date(2019, 12, 31), Decimal(310_000_000))
    ]


def test_a_work_whose_size_comes_next_is_another_than_the_one_before() -> None:
    found = works(
        "柳河大桥总投资3.1亿元,年底建成通车。与大桥北岸引道相接的沿江大道二期,全长4.3公里,"
        "总投资1.1亿元,路基已经完工。"
    )
    assert cost(found["柳河大桥"]) == Decimal(310_000_000)
    assert cost(found["沿江大道二期"]) == Decimal(110_000_000)


def test_a_name_in_a_statement_of_place_is_no_mention_of_its_work() -> None:
    found = due(
        "道路方面,续建环湖西路,全长5.6公里,总造价1.9亿元,3月底恢复施工,9月底建成通车。",
        "会议通报,客运南站因选址调整未能开工,新址定在环湖西路与徐家路交叉口,今年先行完成土地报批,明年开工。",
    )
    assert found["环湖西路"] == "2019-09-30"


def test_a_word_that_points_may_begin_a_name_behind_its_county() -> None:
    found = works(
        "2月18日,记者在岚山县那坡水库除险加固工程工地看到,坝顶已砌筑300多米。"
        "该工程批复投资4286万元,5月底前全部完成。"
    )
    assert [(name, str(each.due_on)) for name, each in found.items()] == [
        ("岚山县那坡水库除险加固工程", "2019-05-31")
    ]


def test_a_work_that_starts_behind_the_harvest_has_its_year() -> None:
    assert due("西干渠改造正在等待下达投资计划,预计明年秋收后动工。") == {
        "西干渠改造": "2020-12-31"
    }


def test_going_on_with_a_part_is_told_of_the_work_of_which_parts_are_done() -> None:
    found = due(
        "县城新增绿地26公顷;劳动公园改造去年已完成环湖步道和驳岸,今年续建南大门广场,五一前对市民开放。"
    )
    assert found["劳动公园改造"] in ("2019-04-30", "2019-05-01")
    assert "南大门广场" not in found


def test_a_sum_before_the_name_of_what_is_signed_for_is_its_cost() -> None:
    found = works("镇里与一家客商签下总投资8000万元的康达五金配件项目,将于明年一季度开工建设。")
    assert cost(found["康达五金配件项目"]) == Decimal(80_000_000)
