"""Every promised stage of a work has its day, not the last one alone; what is no stage has none."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.extraction.clauses.dated_stages import promised_in
from ingest.extraction.clauses.sentences import read_sentences, segments
from ingest.extraction.works.milestones import beside_the_announced, read_beside
from ingest.proposal import Article, Known, Milestone, Part, ProjectFact

ISSUE = date(2026, 3, 10)


def works(*paragraphs: str, issue: date = ISSUE) -> dict[str, ProjectFact]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    found = extract([article], issue_date=issue, known=Known()).projects
    return {each.name: each for each in found}


def stages(text: str, name: str) -> list[tuple[str, str]]:
    """The stages beside the announced one, each with its last day."""
    return [(each.stage, each.due_on.isoformat()) for each in works(text)[name].milestones]


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (
            "青石河大桥总投资2.1亿元，2027年3月开工，2029年底前建成。",
            "青石河大桥",
            [("started", "2027-03-31")],
        ),
        (
            "县档案馆新馆计划年内开工，明年10月主体完工，2028年投用。",
            "县档案馆新馆",
            [("started", "2026-12-31"), ("structure_complete", "2027-10-31")],
        ),
        (
            "滨河大桥去年8月开工，计划今年底合龙，明年国庆前通车。",
            "滨河大桥",
            [("structure_complete", "2026-12-31")],
        ),
        (
            "本报讯 城北水厂扩建工程完成招标。8月，工程正式动工，2027年底通水。",
            "城北水厂扩建工程",
            [("started", "2026-08-31")],
        ),
        (
            "西河隧道抢工期：五月贯通九月通车。",
            "西河隧道",
            [("completed", "2026-05-31")],
        ),
        (
            "红岩水库除险加固工程主体要在9月底前完工，明年年底前通过竣工验收。",
            "红岩水库除险加固工程",
            [("structure_complete", "2026-09-30")],
        ),
        (
            "县一中体育馆，开工时间定在5月底，明年9月投用。",
            "县一中体育馆",
            [("started", "2026-05-31")],
        ),
        (
            "计划9月底前建成柳林污水处理厂，12月底前投入运行。",
            "柳林污水处理厂",
            [("completed", "2026-09-30")],
        ),
    ],
)
def test_the_earlier_promised_stages_are_kept(
    text: str, name: str, wanted: list[tuple[str, str]]
) -> None:
    assert stages(text, name) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "云岭风电场6月首批机组并网，2028年6月全容量并网。",  # a part of it
        "云岭风电场总投资9亿元，升压站9月封顶，2028年6月全部建成。",  # another house
        "云岭风电场9月底前完成征地，2028年6月建成。",  # a step before it
        "云岭风电场总投资9亿元，招标时间定在5月底，2028年6月建成。",  # no stage that comes on a day
        "云岭风电场能否8月开工还难说，2028年6月建成。",  # nobody knows
        "云岭风电场已于2月开工，2028年6月建成。",  # reported
        "云岭风电场年底前完成投资3亿元，2028年6月建成。",  # money
        "云岭风电场8月开工后可带动就业300人，2028年6月建成。",  # what comes of it
        "云岭风电场总投资9亿元，2028年6月建成。县道改造8月开工。",  # another work
        "云岭风电场2028年6月建成。公司今年开工项目12个。",  # a count of works
        "云岭风电场陆续于8月底投产，2028年6月建成。",  # bit by bit
    ],
)
def test_what_is_no_promised_stage_of_the_work_is_left_out(text: str) -> None:
    assert stages(text, "云岭风电场") == []


BRIDGE, WATER = "青石河大桥", "城北供水工程"


def printed(text: str, name: str = BRIDGE) -> list[tuple[str, str]]:
    """The stages that a text promises of a work, each with the words for its day."""
    parts = [part for each in read_sentences(text, ISSUE) for part in segments(each.clauses)]
    return [
        (found.stage, found.day.find.text)
        for part in parts
        for last in range(len(part))
        for found in promised_in(part[: last + 1], name)
    ]


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("青石河大桥8月开工", BRIDGE, [("started", "8月")]),
        ("1.青石河大桥8月开工", BRIDGE, [("started", "8月")]),
        ("五月合龙九月通车", BRIDGE, [("structure_complete", "五月"), ("operating", "九月")]),
        ("竣工时间推迟到明年3月", BRIDGE, [("completed", "到明年3月")]),
        ("青石河大桥开工日期定在8月1日", BRIDGE, [("started", "8月1日")]),
        ("开工日期定在8月1日", BRIDGE, [("started", "8月1日")]),
        ("8月，大桥正式动工", BRIDGE, [("started", "8月")]),
        ("9月底前建成青石河大桥", BRIDGE, [("completed", "9月底前")]),
        ("主桥明年10月合龙", BRIDGE, [("structure_complete", "明年10月")]),
        ("主体工程明年10月完工", BRIDGE, [("structure_complete", "明年10月")]),
        ("9月1日前厂房封顶", BRIDGE, [("structure_complete", "9月1日前")]),
        ("二期8月开工", "云岭风电场二期", [("started", "8月")]),
        ("新院区8月开工", "县中医院新院区", [("started", "8月")]),
        ("年底前启动施工", BRIDGE, [("started", "年底前")]),
        ("年底前完工并投入使用", BRIDGE, [("operating", "年底前")]),
        ("8月启动城北供水工程", WATER, [("started", "8月")]),
        ("2.项目8月开工", BRIDGE, [("started", "8月")]),
        ("体育馆投资3亿元，青石河大桥8月开工", BRIDGE, [("started", "8月")]),
        ("新建取水泵站，8月开工", WATER, [("started", "8月")]),
        ("8月开工总投资2.1亿元的青石河大桥", BRIDGE, [("started", "8月")]),
    ],
)
def test_a_stage_is_read_with_the_day_that_is_printed_for_it(
    text: str, name: str, wanted: list[tuple[str, str]]
) -> None:
    assert printed(text, name) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "首台机组6月并网",
        "6月首批机组并网",
        "6月首批通车",
        "陆续于8月底投产",
        "8月开工体育馆",
        "体育馆8月开工",
        "8月底前完成桩基",
        "8月底前建成桥头堡的青石河大桥",
        "体育馆竣工时间推迟到明年3月",
        "开工时间为去年8月",
        "招标时间定在8月",
        "主楼8月完工",
        "青石河大桥及连接线8月开工",
        "体育馆投资3亿元，年内交付",
        "去年8月开工",
        "去年底，项目正式开工",
        "年底前筹资3亿元，项目正式动工",
        "原计划明年3月开工",
        "青石河大桥年内已建成",
        "青石河大桥8月底前开工？",
    ],
)
def test_what_tells_of_another_thing_or_of_no_promise_is_not_read(text: str) -> None:
    assert printed(text) == []


def read_again(told: str, name: str, due_on: date, *others: str) -> list[tuple[str, str]]:
    """What stands in the sentence of a day that only the networks bound to a work."""
    sentences = read_sentences(told, ISSUE)
    fact = ProjectFact(name, "a", told, due_on=due_on, term_quote=sentences[-1].quote)
    return [(each.stage, each.due_text) for each in read_beside(fact, sentences, others)]


def test_a_work_that_only_the_networks_see_has_its_earlier_stages_too() -> None:
    told = "本报讯 古城消防站选在城东，8月开工，明年6月投用。"
    found = read_again(told, "古城消防站", date(2027, 6, 30))
    assert found == [("started", "8月"), ("operating", "明年6月")]


def test_where_another_work_is_named_too_only_its_own_part_of_the_sentence_counts() -> None:
    told = "古城消防站8月开工，明年6月投用；城北水厂5月动工。"
    found = read_again(told, "古城消防站", date(2027, 6, 30), "城北水厂")
    assert found == [("started", "8月"), ("operating", "明年6月")]
    mixed = "古城消防站、城北水厂选址已定，8月开工，明年6月投用。"
    assert read_again(mixed, "古城消防站", date(2027, 6, 30), "城北水厂") == []
    assert read_again(told, "古城消防站", date(2027, 6, 30), "消防站") == found


def test_the_stage_of_one_phase_is_none_of_the_whole_or_of_another() -> None:
    told = "其中一期投资5亿元，8月开工，明年6月投运；二期2029年投运。"
    assert read_again(told, "南漳港码头", date(2029, 12, 31)) == []
    assert read_again(told, "南漳港码头二期", date(2029, 12, 31)) == []


def test_what_the_networks_bind_is_read_again_in_an_article() -> None:
    told = "灵石沟抽水蓄能电站已通过可研审查，该项目2027年3月开工，2031年底前建成。"
    work = works("本报讯 3月8日，县发改局通报，" + told)["灵石沟抽水蓄能电站"]
    assert [each.due_text for each in work.milestones] == ["2027年3月"]


def test_each_milestone_has_its_own_words_day_and_sentence() -> None:
    work = works("青石河大桥总投资2.1亿元。项目8月上旬开工，2028年6月合龙，2029年底前通车。")
    first, second = work["青石河大桥"].milestones
    assert (first.due_text, first.due_on, first.due_precision) == (
        "8月上旬",
        date(2026, 8, 10),
        "ten-days",
    )
    assert first.quote == second.quote == "项目8月上旬开工，2028年6月合龙，2029年底前通车。"
    assert second.tense == "planned"
    assert second.confidence > 0.9


def test_a_day_that_stands_in_a_clause_of_its_own_is_less_sure() -> None:
    work = works("城北水厂扩建工程完成招标。8月，工程正式动工，2027年底通水。")
    assert work["城北水厂扩建工程"].milestones[0].confidence < 0.9


def test_two_works_of_one_sentence_keep_their_own_stages() -> None:
    found = works("城北水厂8月开工，明年10月供水；县养老院5月封顶，国庆前入住。")
    days = {name: [each.due_text for each in work.milestones] for name, work in found.items()}
    assert days == {"城北水厂": ["8月"], "县养老院": ["5月"]}


def test_phases_keep_their_own_stages() -> None:
    found = works(
        "云岭风电场项目分两期建设。一期6月开工，2027年6月并网；二期2027年9月开工，2028年底前并网。"
    )
    assert [each.due_text for each in found["云岭风电场一期"].milestones] == ["6月"]
    assert [each.due_text for each in found["云岭风电场二期"].milestones] == ["2027年9月"]
    assert found["云岭风电场项目"].milestones == []
    found = works("总投资46亿元的硅材料产业园，一期还原炉4月点火，二期7月开工、明年9月投产。")
    assert [each.due_text for each in found["硅材料产业园二期"].milestones] == ["7月"]


def test_two_works_that_share_a_clause_with_two_days_have_none() -> None:
    found = works("学府路、迎宾路8月开工年底通车。")
    assert {name: each.milestones for name, each in found.items()} == {"学府路": [], "迎宾路": []}


def test_a_work_that_another_was_told_of_before_has_none_of_its_days() -> None:
    text = "白云高速我县段9月底通车；服务区同步建设，5月底前完工。"
    assert [each.milestones for each in works(text).values()] == [[]]


def test_a_stage_that_was_reported_is_not_promised_again() -> None:
    text = "县养老院封顶了。县养老院8月封顶，明年5月入住。"
    assert stages(text, "县养老院") == []


def promised(*told: tuple[str, str, str], stage: str = "completed") -> list[tuple[str, date]]:
    """What stands of these stages (stage, day, precision) beside one announced for mid-2028."""
    fact = ProjectFact("大桥", "a", "大桥。", stage=stage, tense="planned")
    fact.due_on = date(2028, 6, 30)
    fact.milestones = [
        Milestone(each, "", date.fromisoformat(day), precision, "大桥。")
        for each, day, precision in told
    ]
    return [(each.stage, each.due_on) for each in beside_the_announced(fact)]


def test_the_announced_stage_is_no_milestone() -> None:
    assert promised(("completed", "2027-12-31", "year")) == []


def test_the_more_exact_of_two_days_of_one_stage_counts() -> None:
    told = ("started", "2026-12-31", "year"), ("started", "2026-10-31", "month")
    assert promised(*told) == [("started", date(2026, 10, 31))]


def test_of_two_days_that_contradict_each_other_none_counts() -> None:
    assert promised(("started", "2026-05-31", "month"), ("started", "2026-10-31", "month")) == []


def test_a_stage_cannot_be_due_after_the_one_that_follows_it() -> None:
    assert promised(("started", "2029-05-31", "month")) == []
    told = ("started", "2027-12-31", "month"), ("structure_complete", "2027-05-31", "month")
    assert promised(*told) == []


def test_where_no_day_is_announced_there_is_nothing_beside_it() -> None:
    fact = ProjectFact("大桥", "a", "大桥。", stage="started")
    fact.milestones = [Milestone("completed", "", date(2027, 1, 1), "day", "大桥。")]
    assert beside_the_announced(fact) == []


def test_a_day_without_a_stage_may_be_that_of_the_milestone() -> None:
    fact = ProjectFact("大桥", "a", "大桥。", tense="planned", due_on=date(2027, 1, 1))
    fact.milestones = [Milestone("completed", "", date(2027, 1, 1), "day", "大桥。")]
    assert beside_the_announced(fact) == []
