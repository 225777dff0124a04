"""Who signs a notice, sends a text or writes a letter is named under it, and ends it."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout

NOTICE = (
    "因水源地清淤，定于4月12日8时至20时对河西片区停水，请用户提前储水，给您带来不便，敬请谅解。"
)
MORNING = "五月里的桑园绿得发亮。桑农天不亮就下地采叶，赶在露水干以前送到蚕房，一天要跑六七趟。"
COCOONS = "本报讯（记者 秦岚）今年春蚕比去年早上簇四天，头一批茧子昨天开秤，每公斤收购价六十二元。"
LETTER = (
    "编辑同志：我们巷子口的下水道堵了两个月，污水漫到路面，老人孩子都绕着走。盼着有人来管一管。"
)
ANSWER = "县市政所当天派人来看了现场，答复说，管道老化，下周一换新管，工期四天。"


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


def headlines(found: Layout) -> list[str]:
    return [each.headline.text for each in found.articles if each.headline]


@pytest.mark.parametrize(
    "signature",
    [
        "松溪县自来水公司 2016年4月10日",
        "松溪县供水总公司　2016年4月10日",
        "县教育局 县公安局 2016年6月1日",
        "县防汛办2016年7月9日",
    ],
)
def test_who_signs_and_dates_a_notice_in_one_line_stays_under_it(signature: str) -> None:
    found = page("停水通知", NOTICE, signature, "春蚕开秤", COCOONS, MORNING)
    assert headlines(found) == ["停水通知", "春蚕开秤"]
    assert [each.text for each in found.articles[0].paragraphs] == [NOTICE, signature]
    assert all(each.kicker is None for each in found.articles)


@pytest.mark.parametrize(
    "source", ["县农业技术推广中心 供稿", "县农业农村局供稿", "县气象局 提供", "秦岚 整理"]
)
def test_who_sent_a_text_is_named_under_it_and_is_no_kicker_of_the_next(source: str) -> None:
    found = page("桑园里的早晨", MORNING, source, "春蚕开秤", COCOONS)
    assert headlines(found) == ["桑园里的早晨", "春蚕开秤"]
    assert found.articles[0].byline == source
    assert found.articles[1].kicker is None


def test_who_sent_a_table_is_named_under_it() -> None:
    rows = ("蚕茧收购站 开秤日期 收购价（元）", "河西站 5月20日 62", "柳坝站 5月22日 60")
    found = page("各站收购价", *rows, "县蚕桑站 供稿", "春蚕开秤", COCOONS, MORNING)
    assert headlines(found) == ["各站收购价", "春蚕开秤"]
    assert found.articles[0].byline == "县蚕桑站 供稿"


def test_what_is_offered_is_a_headline() -> None:
    found = page("桑园里的早晨", MORNING, "农技站上门 蚕种免费提供", COCOONS)
    assert headlines(found)[-1] == "农技站上门 蚕种免费提供"


@pytest.mark.parametrize(
    ("signature", "answer"),
    [
        ("南关街居民 鲁春生", "编后："),
        ("柳坝村村民 海 燕", "记者就此走访了县市政所。"),
        ("县中学教师 秦岚", "县里回信了。"),
        ("鲁春生", "记者随后来到县市政所。"),
        ("一位读者", "编辑点评："),
    ],
)
def test_who_wrote_a_letter_ends_it(signature: str, answer: str) -> None:
    found = page("读者来信", "下水道堵了谁来管", LETTER + signature, answer + ANSWER)
    assert [each.text for each in found.articles[0].paragraphs] == [
        LETTER + signature, answer + ANSWER,
    ]  # fmt: skip
    assert not found.joins


def test_a_signed_letter_lacks_no_end() -> None:
    found = page("读者来信", "下水道堵了谁来管", f"{LETTER}南关街居民 鲁春生", "春蚕开秤", COCOONS)
    assert [each.missing for each in found.articles] == [None, None]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("柳坝村村民", "海燕养了六张蚕种，茧子卖了四千多元。"),
        ("在茧站排队的鲁春生", "告诉记者，今年茧价好，他多养了两张。"),
    ],
)
def test_a_sentence_that_begins_with_somebody_is_read_on(left: str, right: str) -> None:
    found = page("春蚕开秤", COCOONS + left, right, MORNING)
    assert [each.text for each in found.articles[0].paragraphs] == [COCOONS + left + right, MORNING]


@pytest.mark.parametrize("closing", ["特此公告。", "特此通知。", "特此声明。"])
def test_the_closing_words_of_a_notice_read_on_nothing(closing: str) -> None:
    cut = "库区移民安置范围已经划定，自本通告发布之日起，任何单位和个人不得在范围内新建、改建房屋，不得在"
    found = page("库区停建通告", cut, closing, "桑园里的早晨", MORNING)
    assert [each.text for each in found.articles[0].paragraphs] == [cut, closing]
