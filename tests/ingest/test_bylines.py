"""Who wrote an article is said once, over it, and never as a paragraph of it."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.desk.draft import Doc, draft
from ingest.desk.edits import edit
from ingest.desk.origin import blocks
from ingest.document import document
from ingest.pipeline import layout, propose
from ingest.proposal import Known, Layout

STONE = "石匠老屈在采石场边上住了四十年，手上的茧比錾子还硬。今年春天，他把工具收进木箱，去新开的石雕园当了师傅。"
PARK = "石雕园建在废弃的采石坑里，一共请来十一位老匠人，每人带两个徒弟。开园头一个月，来看的人就有六千多。"
FERRY = "渡口停了三个月以后又开了，新船能坐四十人。撑船的还是老郁，他说船大了，心也跟着稳当了。"


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("本报记者 屈映红 通讯员 莫小川", "本报记者 屈映红 通讯员 莫小川"),
        ("县长 鲍立群", "县长 鲍立群"),
        ("□ 瞿 芸", "瞿 芸"),
        ("（本报评论员 段一鸣）", "本报评论员 段一鸣"),
    ],
)
def test_a_line_of_writers_is_the_byline_and_no_paragraph(line: str, said: str) -> None:
    found = page("老石匠当了师傅", line, STONE, PARK).articles[0]
    assert found.byline == said
    assert [each.text for each in found.paragraphs] == [STONE, PARK]
    assert [each.text for each in found.bylines] == [line]


@pytest.mark.parametrize("line", ["本报记者 屈映红 通讯员 莫小川", "本台记者 巫小芹 通讯员 甘来"])
def test_who_writes_for_the_paper_is_no_dateline(line: str) -> None:
    assert page("老石匠当了师傅", line, STONE, PARK).articles[0].dateline == ""


def test_a_dateline_is_one_still() -> None:
    assert page("渡口又开了", f"本报讯 {FERRY}", PARK).articles[0].dateline == "本报讯"


def uploaded() -> Doc:
    text = f"渡口又开了\n\n{FERRY}\n\n老石匠当了师傅\n\n□ 瞿 芸\n\n{STONE}\n\n{PARK}\n"
    return draft(propose(text.encode(), issue_date=date(2019, 4, 2)), Known())


def test_the_body_of_the_article_that_comes_in_does_not_say_it_again() -> None:
    article = uploaded()["articles"][1]
    assert article["byline"] == "瞿 芸"
    assert [each["text"] for each in article["parts"]] == [STONE, PARK]


def test_the_desk_shows_the_line_as_part_of_its_article() -> None:
    doc = uploaded()
    shown = {each["text"]: each["here"] for each in blocks(doc, doc["articles"][1], None)}
    assert shown["□ 瞿 芸"]
    assert not shown["渡口又开了"]


def test_the_byline_of_an_article_put_into_another_is_kept() -> None:
    signed = uploaded()
    signed["articles"][0]["byline"] = "莫小川"
    merged = edit(signed, "merge_article", {"article": "a2", "to": "a1"})
    assert [each["text"] for each in merged["loose"]] == ["老石匠当了师傅", "瞿 芸"]
    assert merged["articles"][0]["byline"] == "莫小川"


def test_who_wrote_an_article_put_into_one_of_nobody_wrote_that() -> None:
    merged = edit(uploaded(), "merge_article", {"article": "a2", "to": "a1"})
    assert [each["text"] for each in merged["loose"]] == ["老石匠当了师傅"]
    assert merged["articles"][0]["byline"] == "瞿 芸"


def test_the_proposal_holds_the_line_as_printed() -> None:
    text = f"老石匠当了师傅\n\n□ 瞿 芸\n\n{STONE}\n\n{PARK}\n"
    proposal = document(propose(text.encode(), issue_date=date(2019, 4, 2)))
    assert proposal["articles"][0]["bylines"] == ["□ 瞿 芸"]


BRIEFS = {
    "▲县文化馆下月起开办二胡夜校，每晚两小时，学员自带琴凳。": "（瞿 芸）",
    "▲麻柳镇上周清出河道垃圾十一车，参加的村民有二百多人。": "（莫小川）",
    "▲城北加油站本月改造，二十日前暂停加油，来往车辆请绕行。": "（屈映红）",
}


def test_who_wrote_one_brief_has_not_written_the_others() -> None:
    assert page("短波", *map("".join, BRIEFS.items())).articles[0].byline == ""


def test_who_wrote_all_parts_of_a_text_has_written_it() -> None:
    signed = [f"{text}（瞿芸）" for text in (STONE, PARK)]
    assert page("老石匠当了师傅", *signed).articles[0].byline == "瞿芸"


def test_the_writers_of_briefs_on_lines_of_their_own_stay_under_them() -> None:
    lines = [line for brief in BRIEFS.items() for line in brief]
    found = page("短波", *lines).articles[0]
    assert [each.text for each in found.paragraphs] == lines
    assert found.byline == ""


def test_who_wrote_each_brief_stands_under_it_and_nothing_is_missing() -> None:
    briefs = (
        "▲柳河镇的路修好了。\n本报记者 王芳\n▲石桥村办起了农民夜校。\n本报记者 赵强\n"
        "▲南关社区添了路灯。\n本报记者 孙立"
    )
    (article,) = layout(f"简讯\n{briefs}").articles
    assert [part.text for part in article.paragraphs] == briefs.split("\n")
    assert article.missing is None


def test_a_reporter_without_a_surname_over_a_headline_is_no_column() -> None:
    found = layout("本报记者扎西\n草场有了新围栏\n本报讯 毛尔盖的草场添了三百里围栏。")
    assert all(not each.kicker for each in found.articles)
    deed = layout("记者蹲点\n草场有了新围栏\n本报讯 毛尔盖的草场添了三百里围栏。")
    assert [each.kicker.text for each in deed.articles if each.kicker] == ["记者蹲点"]


def test_a_trainee_is_a_writer() -> None:
    found = layout(
        "草场有了新围栏\n本报记者 王芳\n本报实习生 赵强\n毛尔盖的草场添了三百里围栏，牛羊不再走散。"
    )
    assert [each.headline.text for each in found.articles if each.headline] == ["草场有了新围栏"]
