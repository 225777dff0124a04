"""What another page began goes on here as an article of its own, told to lack its beginning."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Article

ROAD = (
    "洋河镇的机耕路修到了山腰",
    "本报讯（记者 田禾）5月8日，洋河镇最后一条机耕路完工，拖拉机能直接开到山腰的茶园。",
    "“往年肥料全靠人背。”茶农说。",
)
CLINIC = (
    "县医院新添一台核磁共振",
    "本报讯（通讯员 杨凯）县医院新购的核磁共振仪昨天开机，病人不用再跑市里。",
    "设备花了八百万元，检查费比市里低一成。",
)
REST = "要把防汛责任落到人头，每座水库都要有人值守。"
LAST = "会议还对夏粮收购作了安排。"


def articles(*parts: str) -> list[Article]:
    return layout("\n\n".join(parts)).articles


def texts(article: Article) -> list[str]:
    return [part.text for part in article.paragraphs]


@pytest.mark.parametrize(
    "first",
    [
        f"（上接第1版）{REST}",
        f"(上接一版){REST}",
        f"（紧接第A1版）{REST}",
        f"【上接1版《全县三级干部会议召开》】{REST}",
        f"（上接第1版）的责任落到人头，{REST}",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_comes_from_another_page_is_an_article_of_its_own(first: str, place: int) -> None:
    page = [ROAD, CLINIC]
    page.insert(place, (first, LAST))
    found = articles(*(line for part in page for line in part))
    assert [each.headline.text if each.headline else "" for each in found] == [
        "" if part[0] == first else part[0] for part in page
    ]
    assert (texts(found[place]), found[place].missing) == ([first, LAST], "beginning")


@pytest.mark.parametrize("jump", ["上接第1版", "（上接A1版）", "（上接一版）"])
def test_the_jump_may_stand_on_a_line_of_its_own(jump: str) -> None:
    found = articles(*ROAD, jump, REST, LAST, *CLINIC)
    assert [texts(each) for each in found][1] == [REST, LAST]
    assert [each.missing for each in found] == [None, "beginning", None]


@pytest.mark.parametrize("first", [(f"（上接第1版）{REST}",), ("上接第1版", REST)])
def test_under_its_headline_printed_again_it_has_that_headline(first: tuple[str, ...]) -> None:
    found = articles(*ROAD, "守好水库过汛期", *first, LAST, *CLINIC)
    assert [each.headline.text for each in found if each.headline] == [
        ROAD[0], "守好水库过汛期", CLINIC[0]
    ]  # fmt: skip
    assert (texts(found[1])[-1], found[1].missing) == (LAST, "beginning")


def test_its_headline_may_stand_under_the_jump() -> None:
    midway = "的责任落到人头，每座水库都要有人值守，每条河都要有人巡查。"
    found = articles(*ROAD, "（上接第二版）", "入汛后的第一次“大考”", midway, LAST, *CLINIC)
    assert [each.headline.text for each in found if each.headline] == [
        ROAD[0], "入汛后的第一次“大考”", CLINIC[0]
    ]  # fmt: skip
    assert [each.missing for each in found] == [None, "beginning", None]


def test_nothing_that_was_cut_off_goes_on_with_it() -> None:
    cut = "“往年肥料全靠人背，一个来回要走半天山路，遇上雨天连牲口都不肯上坡，今年"
    found = articles(*ROAD[:2], cut, f"（上接第1版）{REST}", *CLINIC)
    assert [each.missing for each in found] == ["end", "beginning", None]


@pytest.mark.parametrize("jump", ["（下转第2版）", "（未完，下转四版）", "未完 转第三版"])
def test_what_goes_on_elsewhere_begins_nothing(jump: str) -> None:
    found = articles(*ROAD, jump, *CLINIC)
    assert [each.missing for each in found] == ["end", None]
