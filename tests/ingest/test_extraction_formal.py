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
