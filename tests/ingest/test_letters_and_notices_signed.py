"""Who signs a letter or a notice stands at its end, and heads nothing."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Article, Layout

FAIR = "本报讯（通讯员 崔和）柳堰的庙会开了五天，卖糖画的老艺人从早画到晚，孩子们围了三层。"
ASKED = "我们小区的自来水一到晚上就没有压力，五楼以上接不满一壶水，找过几次都说在排查。"
ANSWER = "来信收到。经查是老街的加压泵坏了一台，新泵已经装好，四月底以前还要换掉两百米旧管。"


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


def texts(article: Article) -> list[str]:
    return [part.text for part in article.paragraphs]


def heads(found: Layout) -> list[str]:
    return [each.headline.text if each.headline else "" for each in found.articles]


@pytest.mark.parametrize("opening", [("编辑同志：",), ()], ids=["addressed", "cut off"])
def test_the_answer_stands_under_the_name_and_day_of_a_letter(opening: tuple[str, ...]) -> None:
    signed = ("柳荫花园三栋住户　桑玉兰", "2019年4月2日")
    letter = (*opening, ASKED, *signed, "编辑部：", ANSWER)
    found = page("晚上的水去哪儿了", *letter, "庙会开了五天", FAIR)
    assert heads(found) == ["晚上的水去哪儿了", "庙会开了五天"]
    assert texts(found.articles[0]) == list(letter)


def test_who_wrote_to_the_editors_needs_no_answer_that_salutes() -> None:
    letter = (
        "编辑同志：",
        ASKED,
        "柳荫花园三栋住户　桑玉兰",
        "2019年4月2日",
        f"记者看到，{ANSWER}",
    )
    found = page("晚上的水去哪儿了", *letter, "庙会开了五天", FAIR)
    assert texts(found.articles[0]) == list(letter)


COURT = "柳堰县人民法院"
SUMMONS = "桑大河：本院受理原告崔小川诉你买卖合同纠纷一案，现依法向你公告送达起诉状副本及开庭传票。"
LOST = ("▲柳堰镇桑记豆腐坊遗失公章一枚，声明作废。", "▲崔小川遗失驾驶证，声明作废。")


@pytest.mark.parametrize(
    "headline", [(f"{COURT}公告",), (f"{COURT}关于送达诉讼文书", "开庭传票的公告")]
)
def test_a_body_signs_the_notice_that_its_name_heads(headline: tuple[str, ...]) -> None:
    found = page("庙会开了五天", FAIR, *headline, SUMMONS, COURT, "遗失声明", *LOST)
    assert (found.articles[-1].kicker, heads(found)[-1]) == (None, "遗失声明")
    assert texts(found.articles[-2]) == [SUMMONS, COURT]


def test_a_body_over_its_own_news_is_its_kicker() -> None:
    news = "本报讯（记者 车小满）柳堰县人民法院的法官昨天在菱塘边开了一次庭，三十多位菱农来旁听。"
    found = page("庙会开了五天", FAIR, COURT, "法庭搬到菱塘边", news)
    assert found.articles[1].kicker and found.articles[1].kicker.text == COURT
