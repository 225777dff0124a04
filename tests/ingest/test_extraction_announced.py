"""Of all stages and days that are told of a work, the ones that its article announces count."""

from datetime import date

from chinese.finds import DateFind
from ingest.extraction import extract
from ingest.extraction.works.announced import RULES, Kind, Said, decide
from ingest.proposal import Article, Known, Part, ProjectFact, Tense

ISSUE = date(2019, 4, 12)


def announced(*paragraphs: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Of each project its name, its stage, its tense and the day it is due."""
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    facts = extract([article], issue_date=ISSUE, known=Known())
    return [
        (each.name, each.stage, each.tense, each.due_on.isoformat() if each.due_on else None)
        for each in facts.projects
    ]


def test_the_latest_stage_counts_wherever_its_day_is_told() -> None:
    told = announced("青石滩水库总投资2.6亿元,2021年10月建成。水库今年8月开工。")
    assert told == [("青石滩水库", "completed", "planned", "2021-10-31")]


def test_the_day_of_a_part_is_not_that_of_the_whole() -> None:
    told = announced("河西初级中学总投资6200万元,8月底投入使用,外墙保温11月底完工。")
    assert told == [("河西初级中学", "operating", "planned", "2019-08-31")]


def test_the_part_that_ends_last_says_more_than_the_beginning_of_the_whole() -> None:
    told = announced("双河口风电场总投资5.8亿元,6月底前开工,首台风机明年9月发电。")
    assert told[0][3] == "2020-09-30"


def test_a_deed_behind_the_beginning_is_the_end() -> None:
    told = announced("镇上的糍粑加工厂投资180万元,5月动手、9月蒸出头一锅。")
    assert told == [("糍粑加工厂", "completed", "planned", "2019-09-30")]


def test_a_deed_beside_a_stage_moves_no_day() -> None:
    told = announced("乌桕古道景区总投资9000万元,7月底前开放,年内申报4A级景区。")
    assert told == [("乌桕古道景区", "operating", "planned", "2019-07-31")]


def test_the_whole_is_there_when_its_last_stretch_is() -> None:
    told = announced("环山公路总投资3.3亿元,东线今年12月通车,2021年6月全部建成。")
    assert told[0][3] == "2021-06-30"


def test_the_year_over_a_list_says_less_than_a_day_of_ones_own() -> None:
    told = announced("今年要抓好以下工程:", "1.新建城东幼儿园,投资2100万元,8月底建成。")
    assert told == [("城东幼儿园", "completed", "planned", "2019-08-31")]


def test_of_an_unknown_pair_no_work_is_meant() -> None:
    told = announced("柳林纸箱厂总投资4000万元,7月投产,后者明年2月投产。")
    assert told == [("柳林纸箱厂", "operating", "planned", "2019-07-31")]


def said(
    stage: str | None, day: date | None, *, tense: Tense = "planned", kind: Kind = "stage"
) -> Said:
    """One clause, with the day that it prints or none."""
    find = DateFind(0, 1, "日", day, day, "day", is_due=True) if day else None
    return Said("", stage, tense, find, kind)


EARLY, LATE = date(2019, 8, 31), date(2021, 6, 30)


def decided(*clauses: Said) -> tuple[str | None, date | None]:
    """The stage and the day that count of what these clauses say of a work."""
    fact = ProjectFact("水厂", "a", "")
    decide(fact, clauses)
    return fact.stage, fact.due_on


def test_what_is_told_as_done_yields_to_what_is_promised() -> None:
    done = said("completed", EARLY, tense="done")
    assert decided(done, said("started", LATE)) == ("started", LATE)


def test_what_is_reported_done_has_no_due_day_though_a_year_stands_over_it() -> None:
    year = said("under_construction", LATE, kind="over")
    assert decided(year, said("completed", None, tense="done")) == ("completed", None)


def test_a_deed_says_less_than_a_stage_in_the_year_of_the_list() -> None:
    year = said("operating", EARLY, kind="over")
    assert decided(year, said(None, LATE, kind="deed")) == ("operating", EARLY)


def test_the_day_of_a_lesser_stage_says_more_than_the_year_of_the_list() -> None:
    year = said("completed", LATE, kind="over")
    assert decided(year, said("structure_complete", EARLY)) == ("structure_complete", EARLY)


def test_a_day_that_waited_for_the_name_yields_to_any_other() -> None:
    waited = said("operating", LATE, kind="far")
    assert decided(said("completed", EARLY), waited) == ("completed", EARLY)
    assert decided(waited) == ("operating", LATE)


def test_of_several_stages_the_furthest_counts_even_if_another_has_a_later_day() -> None:
    assert decided(said("started", EARLY), said("approved", LATE)) == ("started", EARLY)


def test_of_being_used_and_being_finished_the_later_is_the_end() -> None:
    assert decided(said("completed", LATE), said("operating", EARLY)) == ("completed", LATE)


def test_of_the_same_stage_the_day_told_last_counts() -> None:
    assert decided(said("operating", LATE), said("operating", EARLY)) == ("operating", EARLY)


def test_every_rule_has_its_example() -> None:
    assert all(rule.__doc__ for rule in RULES)
