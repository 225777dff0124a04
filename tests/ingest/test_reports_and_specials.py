"""Pages of a special, reports held somewhere, what was passed where, and what reporters do."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Article, Layout

DONE = "全县十二个乡镇的渠道清淤在三月里全部做完，比去年早了半个月。水利站的人说，今年雪水足，五月以前浇两遍没有问题。"
NEXT = "去年入冬以后，各乡镇把劳力组织起来，先清干渠，再清支渠，二百三十公里渠道没有留下一处死角。"
LAST = "渠水一到，各村的墒情就好了起来，农技站的技术员挨村查看，把播种的日子往前提了五天。"
FOLIO = "2021年2月5日 星期五 责编：龚琴"


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


def heads(article: Article) -> tuple[str, ...]:
    parts = (article.kicker, article.headline, article.deck)
    return tuple(part.text if part else "" for part in parts)


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("2018云岭旅游节特刊", "云岭旅游节今日开幕"),
        ("抗洪救灾特别报道", "三天三夜守住大堤"),
        ("2015年春耕备耕专版", "县里的渠水提前到田"),
    ],
)
def test_the_name_of_a_special_is_no_headline(name: str, headline: str) -> None:
    found = page(name, FOLIO, headline, DONE, NEXT)
    assert [each.text for each in found.banners] == [name]
    assert heads(found.articles[0]) == ("", headline, "")


def test_what_is_said_of_a_special_is_a_headline() -> None:
    assert heads(page("两会特刊今日出版", DONE, NEXT).articles[0]) == ("", "两会特刊今日出版", "")


def test_where_a_report_was_held_stands_above_it_as_well_as_below() -> None:
    held = "——2021年2月3日在县第九届人民代表大会第五次会议上"
    special = "2021石泉两会专刊"
    found = page(special, FOLIO, held, "政府工作报告（摘要）", "县长 鲍立群", DONE, NEXT)
    assert [each.text for each in found.banners] == [special]
    assert heads(found.articles[0]) == (held, "政府工作报告（摘要）", "")
    below = page("政府工作报告", held, "县长 鲍立群", DONE, NEXT)
    assert heads(below.articles[0]) == ("", "政府工作报告", held)


@pytest.mark.parametrize(
    ("headline", "writer", "subheads"),
    [
        ("在县委经济工作会议上的讲话", "县委书记 秦满仓", ("一、当前形势", "二、明年任务", "三、几点要求")),
        (
            "关于2018年财政预算执行情况的报告", "县财政局局长 鲍立群",
            ("2018年预算执行情况", "2019年预算安排", "2019年工作措施"),
        ),
        ("政府工作报告（摘要）", "县长 鲍立群", ("2020年工作回顾", "2021年主要目标", "2021年重点工作")),
    ],
)  # fmt: skip
def test_the_first_subhead_under_a_signed_headline_begins_no_article(
    headline: str, writer: str, subheads: tuple[str, ...]
) -> None:
    texts = (DONE, NEXT, LAST)
    parts = [line for part in zip(subheads, texts, strict=True) for line in part]
    (found,) = page(headline, writer, *parts).articles
    assert found.headline is not None
    assert found.headline.text == headline
    assert tuple(each.text for each in found.subheads) == subheads


@pytest.mark.parametrize(
    ("stack", "wanted"),
    [
        (
            ("青石镇2022年为民办实事项目", "（镇十二届人大一次会议票决）"),
            ("", "青石镇2022年为民办实事项目", "（镇十二届人大一次会议票决）"),
        ),
        (
            ("县委作风建设十条规定", "（2013年1月9日县委常委会议通过）"),
            ("", "县委作风建设十条规定", "（2013年1月9日县委常委会议通过）"),
        ),
        (
            ("（县九届人大五次会议通过）", "关于政府工作报告的决议"),
            ("（县九届人大五次会议通过）", "关于政府工作报告的决议", ""),
        ),
    ],
)
def test_a_line_in_brackets_is_no_headline(
    stack: tuple[str, str], wanted: tuple[str, str, str]
) -> None:
    assert heads(page(*stack, DONE, NEXT).articles[0]) == wanted


@pytest.mark.parametrize("deed", ["记者亲历", "记者直击", "记者跟班"])
def test_what_reporters_do_stands_over_a_headline_and_names_no_writer(deed: str) -> None:
    found = page("石泉新闻", "要闻", deed, "跟着水管员走一夜", "本报记者 秦岚", DONE, NEXT)
    (article,) = found.articles
    assert heads(article) == (deed, "跟着水管员走一夜", "")
    assert article.byline == "本报记者 秦岚"
    assert [each.text for each in found.banners] == ["石泉新闻", "要闻"]


@pytest.mark.parametrize("line", ["记者扎西", "本报记者秦岚", "通讯员鲍立"])
def test_a_name_under_a_headline_is_its_writer(line: str) -> None:
    found = page("渠口春灌开闸", line, DONE, NEXT)
    assert found.articles[0].byline == line


def test_somebody_with_an_office_parts_the_headline_from_the_first_subhead() -> None:
    """…, also where the subhead and its text read on like a sentence: 安排|生产总值."""
    told = "全年粮食产量九万吨，新修渠道八十公里，县人代会定下的各项任务全部完成。"
    plan = "粮食产量十万吨，新修渠道六十公里，渠道水的利用率提高四个百分点。"
    report = ("县长 鲍立群", "2016年工作回顾", told, "2017年工作安排", plan)
    (found,) = page("政府工作报告（摘要）", *report).articles
    assert [each.text for each in found.subheads] == ["2016年工作回顾", "2017年工作安排"]
    assert [each.text for each in found.paragraphs] == [told, plan]


VOICES = {
    "县人大代表、白果镇卫生院院长金凤：给山里老人送药上门": "“最怕大雪封山。”金凤说，镇上的慢性病人有九百多个，"
    "路远的一趟要走半天。她想请县里给卫生院配两辆能爬坡的车。",
    "县政协委员、县职教中心教师汪洋：把课堂搬进果园": "汪洋教了十五年果树栽培。他算过一笔账，学生下地一天，"
    "顶在教室坐一周，学校周边的果园却没有一个肯签长约。",
    "县人大代表、东风机械厂职工白雪：早班车再早一刻钟": "白雪每天五点半出门。厂里早班六点半开机，头班车六点一刻"
    "才到厂门口，换工装的时间也没有，工友们为此写了三封信。",
}


@pytest.mark.parametrize("stack", [("代表委员说", "把话说到会上"), ("听听他们怎么说",)])
def test_those_who_speak_one_after_another_are_subheads(stack: tuple[str, ...]) -> None:
    parts = [line for voice in VOICES.items() for line in voice]
    (found,) = page(*stack, "本报记者 秦岚", *parts).articles
    assert [each.text for each in found.subheads] == list(VOICES)
    assert [each.text for each in found.paragraphs] == list(VOICES.values())


def test_bodies_that_say_something_have_their_own_articles() -> None:
    briefs = {
        "县供水公司：新水表月底换完": f"本报讯（记者 秦岚）{DONE}",
        "县图书馆：夜里十点才关门": f"本报讯（记者 鲍立）{LAST}",
    }
    found = page(*(line for brief in briefs.items() for line in brief))
    assert [heads(each)[1] for each in found.articles] == list(briefs)
