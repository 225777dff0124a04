"""How far a work is, told by its outcome, by the head of its list, or right before its name."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.extraction.words.moods import stage_words
from ingest.proposal import Article, Known, Part, ProjectFact


def projects(*paragraphs: str) -> list[ProjectFact]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=date(2021, 4, 1), known=Known()).projects


@pytest.mark.parametrize(
    "outcome",
    [
        "12月出产品",
        "9月产出首批成品",
        "国庆节接收首批老人",
        "7月收治首位病人",
        "10月进牛",
        "8月投放首批鱼苗",
        "年底并入电网",
        "五一与市民见面",
        "9月首台下线",
        "11月开始供暖",
        "二季度复产",
        "12月开板",
        "上半年见产品",
        "3月底满负荷运转",
        "岁末出合格品",
        "5月底试机",
    ],
)
def test_a_work_runs_when_its_outcome_is_seen(outcome: str) -> None:
    assert stage_words(outcome)[-1][2] == "operating"


@pytest.mark.parametrize(
    "text",
    ["6月底前退出煤矿", "突出水利建设", "一般公共预算支出水平", "引进牛肉加工企业", "评出茶王"],
)
def test_two_characters_that_only_meet_tell_no_outcome(text: str) -> None:
    assert stage_words(text) == ()


@pytest.mark.parametrize(
    "text", ["投产后年销售收入2亿元", "建成后可解决3个村饮水", "通车之后少走10公里"]
)
def test_what_comes_after_a_stage_does_not_tell_it(text: str) -> None:
    assert stage_words(text) == ()


def test_a_ceremony_that_was_held_tells_its_stage() -> None:
    assert stage_words("昨日举行奠基仪式")[-1][2] == "started"
    assert stage_words("奠基仪式上,县长致辞") == ()


def test_the_head_of_a_list_tells_the_stage_of_all_its_works() -> None:
    found = projects("二季度拟新开工项目:城西污水处理厂(6500万元)、凤山公园(1200万元)。")
    assert [each.stage for each in found] == ["started", "started"]


def test_a_stage_may_be_told_right_before_the_name() -> None:
    (found,) = projects("主会场开工的是铝合金轮毂项目,投资6.2亿元,建成后年产8万吨。")
    assert (found.name, found.stage) == ("铝合金轮毂项目", "started")


def test_what_is_announced_is_still_to_come() -> None:
    (found,) = projects("环评公示:废旧轮胎裂解项目,总投资4200万元。")
    assert (found.name, found.stage) == ("废旧轮胎裂解项目", "planned")


def test_the_year_of_a_heading_holds_for_the_paragraphs_under_it() -> None:
    found = projects("2022年要抓好以下工作:", "确保城西污水处理厂上半年通水。")
    assert [(each.stage, str(each.due_on)) for each in found] == [("operating", "2022-06-30")]
    (now,) = projects("要抓好以下工作:", "确保城西污水处理厂上半年通水。")
    assert str(now.due_on) == "2021-06-30"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("北山索道明年8月载客,总投资9000万元。", "operating"),
        ("实验小学食堂10月底开伙,造价420万元。", "operating"),
        ("桥头热熔胶车间8月能用,投资1600万元。", "operating"),
        ("河湾涵闸更新改造工程6月10日前必须装好,投资180万元。", "completed"),
        ("青石互通工程清明后动手,投资2亿元。", "started"),
    ],
)
def test_everyday_words_tell_how_far_a_work_is(text: str, stage: str) -> None:
    assert [each.stage for each in projects(text)] == [stage]


def test_what_has_not_come_about_and_what_a_cost_is_called_tell_no_stage() -> None:
    (library,) = projects("城北图书馆总投资3亿元,去年动工,年底能不能用还说不准。")
    assert library.stage == "started"
    (dam,) = projects("白沙水库年底下闸蓄水,这座水库批复概算2.4亿元。")
    assert dam.stage == "operating"


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("上半年完成主体施工", "structure_complete"),
        ("年末主体封闭", "structure_complete"),
        ("8月底收口", "completed"),
        ("12月中旬恢复路面", "completed"),
        ("7月上马", "started"),
    ],
)
def test_how_far_a_work_of_a_plan_is_to_come(told: str, stage: str) -> None:
    (work,) = projects(f"柳林河污水管网工程{told}。")
    assert work.stage == stage
