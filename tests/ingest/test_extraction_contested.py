"""Whose a figure is that the networks would give to several works, or to the wrong one."""

from datetime import date
from decimal import Decimal

import pytest

from chinese.measures import is_no_cost
from ingest.extraction.clauses.sentences import Clause, read_sentences
from ingest.extraction.learned.contested import Claim, losers
from ingest.extraction.learned.no_works import is_no_work
from ingest.extraction.learned.places import PlacesTell
from ingest.extraction.words.moods import MoodOfArticle
from ingest.extraction.works.projects import Reading
from ingest.proposal import ProjectFact
from tests.ingest.hearing import Told, hear

TODAY = date(2022, 3, 8)
WAN = 10_000


def named(name: str, **more: object) -> ProjectFact:
    return ProjectFact(name, "a", "", **more)  # type: ignore[arg-type]


def read(text: str) -> tuple[list[ProjectFact], list[Clause]]:
    """The works that the rules find in a paragraph, and its clauses as they have read them."""
    reading, mood = Reading("a", TODAY), MoodOfArticle()
    sentences = read_sentences(text, TODAY, None)
    reading.begin_paragraph(sentences)
    for each in sentences:
        reading.read(each, mood.hear(each.text, is_dated=False))
    return reading.projects, [clause for each in sentences for clause in each.clauses]


def is_of_another(text: str, said: str, name: str) -> bool:
    """Whether a figure of the clause that says so cannot be that of the work of this name."""
    works, clauses = read(text)
    fact = next((each for each in works if each.name == name), named(name))
    clause = next(each for each in clauses if said in each.text)
    return PlacesTell(clauses, {}, []).is_of_another(clause, fact)


def test_a_sum_is_that_of_the_work_that_is_surest_to_be_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = Told({"青溪三桥": 0.97, "青溪老桥": 0.6}, figures={"sum": 1, "day": 1})
    text = "青溪三桥在青溪老桥上游,总投资5600万元,6月30日通车。"
    (work,) = hear(monkeypatch, told, [], text)
    assert work.name == "青溪三桥" and work.announced
    assert work.announced.yuan == 5600 * WAN


def test_a_work_of_the_rules_that_is_surely_one_only_loses_the_sum(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = Told({"石桥路改造": 0.9, "柳湾泵站": 0.98}, figures={"sum": 1})
    text = "石桥路改造完成一半;柳湾泵站投资860万元。"
    works = hear(monkeypatch, told, [named("石桥路改造"), named("柳湾泵站")], text)
    sums = {each.name: each.announced and each.announced.yuan for each in works}
    assert sums == {"石桥路改造": None, "柳湾泵站": Decimal(860 * WAN)}


@pytest.mark.parametrize(
    "text",
    [
        "石桥路改造和柳湾泵站各投资860万元。",
        "石桥路改造投资860万元;柳湾泵站也是投资860万元。",
    ],
)
def test_a_sum_of_each_stays_with_each(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    told = Told({"石桥路改造": 0.9, "柳湾泵站": 0.98}, figures={"sum": 1})
    works = hear(monkeypatch, told, [named("石桥路改造"), named("柳湾泵站")], text)
    assert [each.announced and each.announced.yuan for each in works] == [860 * WAN] * 2


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("水厂一期上月投产。二期已经获批,投资1.2亿元,明年6月建成。", "1.2亿元", "城南水厂一期"),
        ("水厂一期上月投产。二期已经获批,投资1.2亿元,明年6月建成。", "明年6月", "城南水厂一期"),
        (
            "云岭酒店动了工。同时开建的还有林间栈道。栈道6月开放,酒店赶国庆营业。",
            "国庆",
            "林间栈道",
        ),
        ("秋实仓储9月封顶,县里的粮食烘干中心也在建。", "9月", "粮食烘干中心"),
    ],
)
def test_a_figure_of_another_phase_or_of_what_its_clause_begins_with_is_not_given_away(
    text: str, said: str, name: str
) -> None:
    assert is_of_another(text, said, name)


def test_a_whole_that_is_built_does_not_get_the_day_of_its_next_phase() -> None:
    text = "又讯,二期选在老糖厂旁,240套,打算明年4月开工,后年春节前分房。"
    _, clauses = read(text)
    places = PlacesTell(clauses, {}, [])
    built = named("柳塘小区", stage="completed", tense="done")
    assert places.is_of_another(clauses[-1], built)
    assert not places.is_of_another(clauses[-1], named("柳塘小区", stage="started"))


def test_the_day_of_what_the_clause_begins_with_stays_open_where_that_is_denied() -> None:
    works, clauses = read("秋实仓储9月封顶,县里的粮食烘干中心也在建。")
    places = PlacesTell(clauses, {}, [])
    places.denied.add(id(works[0]))
    assert not places.is_of_another(clauses[0], named("粮食烘干中心"))


@pytest.mark.parametrize(
    ("text", "sum_of_it"),
    [
        ("桥面铺装合同价265万元。", "265万元"),
        ("路桥公司以2860万元中标。", "2860万元"),
        ("工地停着,拖欠工程款6200万元。", "6200万元"),
        ("门诊楼国债资金85万元。", "85万元"),
        ("村民投工1200个,折价31万元。", "31万元"),
    ],
)
def test_what_is_paid_for_a_part_or_owed_is_surely_no_cost(text: str, sum_of_it: str) -> None:
    start = text.index(sum_of_it)
    assert is_no_cost(text, start, start + len(sum_of_it))


def test_a_plain_sum_may_be_a_cost() -> None:
    text = "门诊楼计划2.3亿元。"
    assert not is_no_cost(text, 5, 10)


@pytest.mark.parametrize(
    ("before", "name", "behind"),
    [
        ("大桥位于", "青溪二桥", "下游两公里,投资5600万元"),
        ("路从村部修到", "葫芦岗", ",投资276万元"),
        ("吊桥跨", "梅溪河", ",主跨130米"),
        ("实验小学运动场,200", "米环形跑道", ",投资160万元"),
        ("由", "川南新材", "公司投资9亿元"),
        ("项目还在等", "铁路", "部门回话"),
        ("完成", "320", "国道改造"),
    ],
)
def test_where_a_work_stands_or_who_builds_it_is_no_work(
    before: str, name: str, behind: str
) -> None:
    (sentence,) = read_sentences(f"{before}{name}{behind}。", TODAY, None)
    clause = next(each for each in sentence.clauses if name in each.text)
    assert is_no_work(name, clause, before, behind)


def test_a_road_by_its_number_is_one() -> None:
    (sentence,) = read_sentences("完成320国道改造。", TODAY, None)
    assert not is_no_work("320国道改造", sentence.clauses[0], "完成", "。")


def test_in_doubt_a_sum_stays_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told({"青溪三桥": 0.9, "梅岭隧道": 0.91}, figures={"sum": 1})
    text = "青溪三桥和东岸的梅岭隧道,总投资5600万元。"
    works = hear(monkeypatch, told, [], text)
    assert [bool(each.announced) for each in works] == [True, True]


def test_a_sum_behind_a_list_is_that_of_none_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told({"滨江路": 0.9, "沿河路": 0.97}, figures={"sum": 1})
    text = "滨江路、沿河路6月底铺油,总投资3850万元。"
    works = hear(monkeypatch, told, [named("滨江路"), named("沿河路")], text)
    assert [each.announced for each in works] == [None, None]


def test_the_name_in_the_clause_of_a_sum_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told({"白塔公园": 0.97, "党校教学楼": 0.7}, figures={"sum": 1})
    text = "竣工的有白塔公园;开工的是投资8600万元的党校教学楼。"
    works = hear(monkeypatch, told, [named("白塔公园"), named("党校教学楼")], text)
    sums = {each.name: each.announced is not None for each in works}
    assert sums == {"白塔公园": False, "党校教学楼": True}


def test_all_that_leads_on_is_not_the_house_before() -> None:
    text = "海水淡化站9月投产。另一件大事是修环岛路,全线要到2023年6月。"
    _, clauses = read(text)
    assert not PlacesTell(clauses, {}, []).is_of_another(clauses[-1], named("环岛路"))


def test_the_whole_work_at_the_head_of_a_clause_keeps_its_day() -> None:
    text = "城乡供水一体化工程总投资6.1亿元。整个工程明年8月完工。"
    works, clauses = read(text)
    places = PlacesTell(clauses, {}, [])
    assert places.is_of_another(clauses[-1], named("石湾水厂"))
    assert not places.is_of_another(clauses[-1], works[0])


def test_a_sum_right_behind_a_name_is_that_of_this_work(monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told({"城东冷库": 0.95, "县二中操场": 0.8}, figures={"sum": 1})
    text = "开工的有城东冷库、县二中操场(230万元)。"
    works = hear(monkeypatch, told, [named("城东冷库"), named("县二中操场")], text)
    assert [bool(each.announced) for each in works] == [False, True]


def test_of_two_that_are_surely_works_the_nearer_has_the_sum() -> None:
    near = Claim(named("外国语学校"), 0.91, 0.9, False, False, False, False)
    far = Claim(named("实验小学东校区"), 0.99, 0.1, False, False, False, False)
    assert losers([far, near]) == [far]


def test_a_work_has_the_sum_and_not_the_house_that_it_is_done_to() -> None:
    house = Claim(named("县医院"), 0.95, 0.9, False, False, False, False)
    work = Claim(named("县医院迁建项目"), 0.99, 0.1, False, False, False, False)
    assert losers([house, work]) == [house]


def test_the_day_of_two_that_are_joined_may_be_that_of_each() -> None:
    text = "老街桥拓宽正在施工。老街桥拓宽、看台翻修国庆前交工。"
    _, clauses = read(text)
    assert not PlacesTell(clauses, {}, []).is_of_another(clauses[-1], named("看台翻修"))
