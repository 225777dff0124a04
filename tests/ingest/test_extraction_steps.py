"""An event that is a step of a work stands with that work."""

from datetime import date

import pytest

from ingest.document import document
from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Layout, Part, Proposal

ISSUE = date(2023, 2, 10)
BRIDGE = "柳沟大桥改造总投资2100万元,汛期前完成下部结构,11月底通车。"


def facts(*paragraphs: str) -> Facts:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=ISSUE, known=Known())


def of_works(*paragraphs: str) -> dict[str, str | None]:
    return {each.indicator: each.project for each in facts(*paragraphs).targets}


@pytest.mark.parametrize(
    ("text", "step", "work"),
    [
        (BRIDGE, "完成下部结构", "柳沟大桥改造"),
        (
            "县医院迁建项目总投资3亿元,二季度设备安装过半,年底启用。",
            "设备安装过半",
            "县医院迁建项目",
        ),
        (
            "城南水厂投资6200万元。已铺管8公里,5月底前完成招投标,12月底前水厂通水。",
            "完成招投标",
            "城南水厂",
        ),
    ],
)
def test_a_step_is_of_its_work(text: str, step: str, work: str) -> None:
    assert of_works(text)[step] == work


@pytest.mark.parametrize(
    "text",
    [
        "县医院迁建项目年底启用;县妇幼保健院年内通过二级医院评审。",
        "云溪景区年内创成国家4A级,游客中心“五一”前开放。",
        "城北小学扩建项目年底交付,全县学校年底前全部完成体检。",
    ],
)
def test_what_is_attained_or_asked_of_all_is_no_step(text: str) -> None:
    found = of_works(text)
    assert found
    assert set(found.values()) == {None}


@pytest.mark.parametrize(
    "done",
    [
        "县水利局6月底前完成人员竞聘",
        "县人社局6月底前完成教师招录",
        "6月底前公布录用名单",
        "县水务局6月底前召开水价听证会",
        "县财政局6月底前完成预算绩效自评",
    ],
)
def test_what_a_body_does_for_itself_is_no_step_of_a_work(done: str) -> None:
    found = of_works(f"柳沟水库除险加固总投资2100万元,{done},11月底完工。")
    assert found
    assert set(found.values()) == {None}


@pytest.mark.parametrize("done", ["完成溢洪道衬砌", "完成招标", "完成可研批复", "完成清淤"])
def test_what_a_body_does_to_a_work_is_a_step_of_it(done: str) -> None:
    found = of_works(f"柳沟水库除险加固总投资2100万元,县水利局6月底前{done},11月底完工。")
    assert found == {done: "柳沟水库除险加固"}


def test_what_is_due_when_a_work_is_done_is_no_step_of_that_work() -> None:
    of_two = "柳沟大桥改造11月底前通车,城东广场6月底前开放,9月底前完成桥面铺装。"
    assert of_works(of_two) == {"完成桥面铺装": "柳沟大桥改造"}
    assert of_works("柳沟大桥改造6月底前通车,老桥9月底前推平。") == {"老桥推平": None}


def test_a_step_may_end_on_the_day_of_its_work() -> None:
    found = of_works("柳沟大桥改造总投资2100万元,6月底通车,10月底前完成老桥爆破。")
    assert found == {"完成老桥爆破": "柳沟大桥改造"}


def test_the_document_tells_steps_with_their_work_alone() -> None:
    found = facts(BRIDGE + "县医院年内通过二级医院评审。")
    shown = document(Proposal(Layout(articles=[Article("a")]), found))
    assert [each["indicator"] for each in shown["targets"]] == ["县医院通过二级医院评审"]
    (work,) = shown["projects"]
    assert [(each["indicator"], each["due_text"]) for each in work["steps"]] == [
        ("完成下部结构", "汛期前")
    ]
