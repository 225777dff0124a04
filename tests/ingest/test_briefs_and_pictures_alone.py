"""A column of briefs, a picture with a headline, a slogan over the page: each stands by itself."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout

DYKE = "本报讯（记者 车小满）柳堰的老堤加高了一米，护堤员在堤上种满了沙棘，堤脚用石笼压住，县水务局还在"
REST = "堤上装了灯。"
GUARD = "护堤员说，夜里巡堤再也不用打着手电，走一趟四十分钟。"
FAIR = "本报讯（通讯员 崔和）柳堰的庙会开了五天，卖糖画的老艺人从早画到晚，孩子们围了三层。"
BRIEFS = (
    "◆柳堰医院的救护车添了三辆，最远的村也能四十分钟赶到。",
    "◆9月8日，县少年宫的合唱团到养老院唱了一下午的老歌。",
    "◆县供销社的农资直销点开到了柳堰镇。",
)

PICTURE = "9月12日，柳堰镇的菱农坐着木盆采菱。今年柳堰的菱角种了八百亩。 （车小满 摄）"


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


def heads(found: Layout) -> list[str]:
    return [each.headline.text if each.headline else "" for each in found.articles]


@pytest.mark.parametrize("name", ["民生短波", "一周速览", "一句话新闻"])
def test_marked_items_under_the_name_of_a_column_are_an_article(name: str) -> None:
    found = page("老堤加高一米", DYKE, name, *BRIEFS, REST, GUARD, "庙会开了五天", FAIR)
    assert heads(found) == ["老堤加高一米", name, "庙会开了五天"]
    assert [part.text for part in found.articles[1].paragraphs] == list(BRIEFS)


@pytest.mark.parametrize("headed", [("民生短波", *BRIEFS), ("菱歌满塘", PICTURE)])
def test_the_last_line_of_a_column_is_no_kicker_of_what_stands_under_it(
    headed: tuple[str, ...],
) -> None:
    cut = "新堤比老堤宽出两米，大人孩子都爱来"
    found = page(
        "老堤加高一米", DYKE + REST, cut, *headed, "散步放风筝。", GUARD, "庙会开了五天", FAIR
    )
    assert heads(found) == ["老堤加高一米", headed[0], "庙会开了五天"]
    assert found.articles[1].kicker is None
    assert [part.text for part in found.articles[0].paragraphs][1] == f"{cut}散步放风筝。"


def test_marked_items_under_a_subhead_stay_in_their_article() -> None:
    found = page(
        "柳堰的三件要紧事", DYKE + REST, "今年先做的", *BRIEFS, GUARD, "庙会开了五天", FAIR
    )
    assert heads(found) == ["柳堰的三件要紧事", "庙会开了五天"]


def test_a_picture_with_a_headline_may_be_the_last_of_a_page() -> None:
    found = page("老堤加高一米", DYKE + REST, GUARD, "菱歌满塘", PICTURE)
    assert heads(found) == ["老堤加高一米", "菱歌满塘"]
    assert [part.text for part in found.articles[1].captions] == [PICTURE]
    assert found.articles[0].missing is None


@pytest.mark.parametrize(
    "picture", [("菱歌满塘", PICTURE), (PICTURE, "木盆采菱")], ids=["under it", "above it"]
)
def test_a_picture_is_no_part_of_what_its_column_goes_on_with(picture: tuple[str, str]) -> None:
    found = page("老堤加高一米", DYKE, "庙会开了五天", FAIR, *picture, REST, "老街装灯", FAIR)
    headline = min(picture, key=len)
    assert heads(found) == ["老堤加高一米", "庙会开了五天", headline, "老街装灯"]
    assert [part.text for part in found.articles[2].captions] == [PICTURE]
    assert [part.text for part in found.articles[0].paragraphs] == [DYKE + REST]


def test_a_picture_under_a_subhead_leaves_the_subhead_in_its_article() -> None:
    part = "老堤是光绪年间修的，条石里灌的是糯米浆。修堤的人换了五代，只有条石没有换过，水来了还是它挡。"
    shown = "图为护堤员在老堤上巡查。 车小满 摄"
    found = page("一道堤和五代人", DYKE + REST, GUARD, "条石不换", shown, part, GUARD)
    assert heads(found) == ["一道堤和五代人"]
    assert [each.text for each in found.articles[0].subheads] == ["条石不换"]


DATE = "2019年9月13日　星期五　责任编辑/崔和"


def test_a_slogan_over_the_date_belongs_to_the_page() -> None:
    stack = ("一百天修好一道堤", "——柳堰老堤加固工程纪实")
    found = page("决战汛期前　守住一方安", DATE, "C2", *stack, DYKE + REST, GUARD)
    article = found.articles[0]
    assert (article.kicker, article.headline and article.headline.text) == (None, stack[0])
    assert [part.text for part in found.banners] == ["决战汛期前　守住一方安"]


def test_a_kicker_over_a_strayed_date_stays_with_its_headline() -> None:
    kicker, headline = "县长车行远在老堤上强调", "汛期不过人不下堤"
    found = page(kicker, DATE, headline, DYKE + REST, GUARD)
    article = found.articles[0]
    assert article.kicker and article.kicker.text == kicker
    assert article.headline and article.headline.text == headline
