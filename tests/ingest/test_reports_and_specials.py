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
