"""Each report is an article of its own, wherever the columns of the page left its headline."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Article

PLAN = (
    "县里排出秋冬两季的活",
    "近日，县委办、县政府办印发秋冬重点工作安排，列出五个方面三十六件事，每件都有期限和责任人，年底逐件晒账。",
    "水利方面，十一月底前清淤渠道120公里，加固病险水库4座。交通方面，新改建农村公路比去年增加",
)
REST = "两成，其中通组路占七成，腊月前全部完工。"
LAST = "安排要求，各单位每半月报一次进度，由县政府督查室通报。"
REPORT = (
    "本报讯（通讯员 韦青）机器一响，豆香满院。11月8日，记者走进石板镇老磨村，十几名妇女正在包装豆腐皮。",
    "老磨村把闲置的粮站改成豆制品作坊，六十名妇女在家门口上了班，每月能挣两千多元。",
)
FROST = ("县气象台发布霜冻预警", "本报讯 据县气象台预报，11月10日夜间起气温骤降，后半夜有霜。")


def read(*lines: str) -> list[Article]:
    return layout("\n\n".join(lines)).articles


def headline(article: Article) -> str:
    return article.headline.text if article.headline else ""


def texts(article: Article) -> list[str]:
    return [part.text for part in article.paragraphs]


@pytest.mark.parametrize(
    "line",
    ["石板镇：豆腐皮“走”出大山", '老磨村:豆香飘满"共富院"', "县妇联：把活计送到家门口"],
)
def test_a_headline_between_the_halves_of_a_paragraph_is_no_part_of_it(line: str) -> None:
    cut = "通车后，老街到新城只要十分钟，县里的客运公司已经备好了二十辆新能源公交车。"
    found = read(*PLAN, line, cut, REST, LAST, *REPORT, *FROST)
    assert [headline(each) for each in found] == [PLAN[0], line, FROST[0]]
    assert texts(found[1])[-2:] == list(REPORT)


@pytest.mark.parametrize("above", [(*PLAN[:2], PLAN[2] + REST, LAST), FROST])
def test_a_report_without_its_headline_is_no_part_of_the_article_above(
    above: tuple[str, ...],
) -> None:
    below = ("老桥装上了路灯", "本报讯（记者 白露）昨晚，河街老桥的四十盏路灯亮了。")
    found = read(*above, *REPORT, *below)
    assert [headline(each) for each in found] == [above[0], "", below[0]]
    assert (texts(found[1]), found[1].byline) == (list(REPORT), "通讯员 韦青")


def test_what_an_editor_says_over_a_report_stays_with_it() -> None:
    note = "编者按：入冬以来，各乡镇办起了不少家门口的小厂，本报从今天起逐一走访。"
    found = read(*FROST, "豆腐皮“走”出大山", note, *REPORT)
    assert [headline(each) for each in found] == [FROST[0], "豆腐皮“走”出大山"]
    assert texts(found[1])[-2:] == list(REPORT)


def test_the_reports_under_one_head_of_briefs_stay_together() -> None:
    briefs = (REPORT[0], "本报讯（记者 白露）昨晚，河街老桥的四十盏路灯亮了。")
    found = read(*FROST, "一周简讯", *briefs)
    assert [headline(each) for each in found] == [FROST[0], "一周简讯"]


STACKED = {
    "school": (
        "城南小学建起小菜园",
        "本报讯（记者 白露）城南小学的学生在楼顶种上了萝卜和生菜，语文老师把课搬到了菜地边。",
        "收下的菜送到了敬老院。",
    ),
    "tractors": (
        "农机合作社代耕撂荒地",
        "本报讯（通讯员 韦青）龙泉乡农机合作社的旋耕机开进三个村，八百亩撂荒地种上了油菜。",
        "合作社理事长说，收成按三七分。",
    ),
    "police": (
        "县交警大队开展酒驾夜查",
        "本报讯（通讯员 杨松）11月9日夜里，县公安局交警大队在三个路口设卡，查获酒后驾驶五起。",
        "大队负责人说，入冬后夜查每周不少于两次。",
    ),
}


@pytest.mark.parametrize(
    ("first", "second"), [("school", "tractors"), ("tractors", "police"), ("police", "school")]
)
@pytest.mark.parametrize("crossed", [False, True])
def test_of_two_headlines_that_stand_together_each_has_the_text_that_speaks_of_it(
    first: str, second: str, crossed: bool
) -> None:
    upper, lower = STACKED[first], STACKED[second]
    below = (*lower[1:], *upper[1:]) if crossed else (*upper[1:], *lower[1:])
    found = read(*PLAN[:2], PLAN[2] + REST, LAST, upper[0], lower[0], *below, *FROST)
    got = {headline(each): texts(each) for each in found}
    assert (got[upper[0]], got[lower[0]]) == (list(upper[1:]), list(lower[1:]))


def test_a_kicker_that_says_what_both_reports_tell_parts_nothing() -> None:
    kicker, other = "县里忙冬种", STACKED["police"]
    found = read(*FROST, kicker, *STACKED["tractors"], *other[1:])
    assert found[1].kicker is not None
    assert [headline(each) for each in found] == [FROST[0], STACKED["tractors"][0], ""]
