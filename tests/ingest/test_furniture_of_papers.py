"""What papers print around their articles is no part of any: folios, mastheads, the printer."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout

KILN = "砖窑的烟囱拆了一半，剩下的一半留给燕子。窑工的后代在窑洞里开了咖啡馆，墙上挂着当年的记工"
BOOK = "本，一页一页都是名字。"
GUESTS = "星期天来喝咖啡的人要排队，多半是从县城骑车来的。"
PIER = "本报讯（记者 尹小棉）码头的吊机昨天开始拆除，拆下来的钢铁送进了镇上的工业博物馆。"


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


def around(*lines: str) -> Layout:
    """The lines stand in the text of an article."""
    return page("老砖窑里飘出咖啡香", KILN, *lines, BOOK, GUESTS, "老码头拆吊机", PIER)


def beside(found: Layout) -> list[str]:
    return [part.text for part in found.leftovers]


@pytest.mark.parametrize(
    "line",
    [
        "— 6 —",
        "- 12 -",
        "·3·",
        "本报地址：窑湾县青砖路3号　邮编：000000",
        "本报法律顾问：窑湾明理律师事务所",
        "法律顾问：窑湾明理律师事务所　王小满律师",
        "本报法律顾问　窑湾明理律师事务所",
        "印刷：窑湾县印刷有限公司",
        "承印：窑湾报社印刷厂（青砖路5号）",
        "监督电话：0000-2233445　承印：窑湾印务中心",
        "扫码关注“窑湾融媒”微信公众号",
        "长按二维码关注我们",
        "扫一扫 本报抖音号",
        "扫描二维码进入窑湾融媒客户端",
        "第3版 窑湾文艺副刊",
        "第三版　第一二八七期",
        "导读　2版：窑湾桥明年动工　3版：谁来教戏",
        "（未完待续　上期见8月31日第四版）",
        "（本版内容未经许可不得转载）",
        "（规划全文见今日2版、3版）",
        "详见第2版",
    ],
)
def test_what_the_paper_prints_everywhere_stands_in_no_article(line: str) -> None:
    found = around(line)
    assert beside(found) == [line]
    assert [len(each.paragraphs) for each in found.articles] == [2, 1]


def test_the_head_of_a_page_is_known_from_its_name_to_its_weather() -> None:
    head = (
        "窑湾报",
        "YAOWAN BAO",
        "中共窑湾县委主管主办",
        "2018年9月7日　星期五　农历戊戌年七月廿八",
        "国内统一刊号CN00-0345　第1902期　今日四版",
        "今日天气：小雨转阴　东风2级　气温8℃～15℃",
        "导读　2版：窑湾桥明年动工　3版：谁来教戏",
    )
    found = page(*head, "老码头拆吊机", PIER)
    assert beside(found) == list(head)
    assert [each.headline and each.headline.text for each in found.articles] == ["老码头拆吊机"]


@pytest.mark.parametrize("folio", ["06 民生", "B03 乡情"])
def test_the_news_of_a_place_beside_the_date_is_the_name_of_the_paper(folio: str) -> None:
    found = page(folio, "窑湾新闻", "2018年9月7日 星期五", "老码头拆吊机", PIER)
    assert beside(found) == [folio, "窑湾新闻", "2018年9月7日 星期五"]
    assert found.articles[0].kicker is None


def test_the_column_of_a_story_beside_the_date_is_its_kicker() -> None:
    found = page("2018年9月7日 星期五", "现场短新闻", "老码头拆吊机", PIER)
    assert beside(found) == ["2018年9月7日 星期五"]


@pytest.mark.parametrize(
    "headline",
    [
        "扫码付款方便了谁",
        "印刷厂的最后一班",
        "导读员进了村史馆",
        "今日窑湾看新桥",
        "扫码挂号 中医院有了小程序",
        "扫一扫能查公交 窑湾客运用上公众号",
        "扫码关注停水消息 自来水公司推出公众号",
        "扫描古籍 图书馆上新客户端",
        "镇镇请来法律顾问 打官司少跑路",
        "法律顾问 坐进村口凉亭",
        "法律顾问：谁家有事找谁",
        "挂历承印：小作坊的十二个月",
        "印刷：一门快失传的手艺",
        "第2版：剪纸娃娃坐飞机",
        "第一版教材印好了",
        "第三版规划图挂上墙头",
        "邮编里的老窑湾",
    ],
)
def test_a_headline_that_begins_alike_is_one(headline: str) -> None:
    found = page("老砖窑里飘出咖啡香", KILN + BOOK, GUESTS, headline, PIER)
    assert [each.headline and each.headline.text for each in found.articles][1] == headline


@pytest.mark.parametrize("told", ["第2版：窑湾桥明年动工", "第三版 谁来教孩子唱戏"])
def test_what_another_page_tells_is_known_beside_the_date_or_the_editors(told: str) -> None:
    news = ("老码头拆吊机", PIER, "老砖窑里飘出咖啡香", KILN + BOOK, GUESTS)
    head = page("2018年9月7日　星期五", told, *news)
    foot = page(*news, told, "责任编辑：尹小棉")
    for found in (head, foot):
        assert told in beside(found)
        assert [each.headline and each.headline.text for each in found.articles] == [
            "老码头拆吊机", "老砖窑里飘出咖啡香",
        ]  # fmt: skip


@pytest.mark.parametrize("writer", [(), ("本报记者　尹小棉",)])
def test_a_headline_that_numbers_a_page_stands_over_its_text(writer: tuple[str, ...]) -> None:
    found = page("2018年9月7日　星期五", "第2版：剪纸娃娃坐飞机", *writer, PIER, GUESTS)
    assert found.articles[0].headline and found.articles[0].headline.text == "第2版：剪纸娃娃坐飞机"


def test_the_weather_of_its_box_stays_there() -> None:
    days = ("今天天气：小雨转阴　8℃～15℃", "明天天气：多云　9℃～17℃")
    found = page("老码头拆吊机", PIER, "天气预报", *days, "老砖窑里飘出咖啡香", KILN + BOOK)
    assert [part.text for part in found.articles[1].paragraphs] == list(days)


def test_whom_one_calls_stays_in_the_notice() -> None:
    called = ("服务热线：2233445", "监督电话：2233446")
    found = page("停水公告", "明天起老街停水两天，请各家存水。", *called, "老码头拆吊机", PIER)
    assert [part.text for part in found.articles[0].paragraphs][1:] == list(called)


@pytest.mark.parametrize(
    "line",
    [
        "新闻热线 2233 445× 视频号 窑湾融媒",
        "街坊找我们 帮办热线 0000-2233",
        "副刊来稿 请写明“青砖”二字并附地址",
        "爆料：欢迎拍下身边的新鲜事发给我们",
    ],
)
def test_how_readers_reach_the_paper_stands_in_no_article(line: str) -> None:
    found = around(line)
    assert beside(found) == [line]
    assert [len(each.paragraphs) for each in found.articles] == [2, 1]


AT_THE_FOOT = [
    "值班主任：尹小棉　　版面设计：章远",
    "地址：窑湾县青砖路3号　邮编：000000",
    "窑湾报　NO.1902",
    "中缝：声明　　本期共八版　　每份一元",
    "印刷质量问题请拨 2233××××　投递热线 00000",
    "窑湾报社版权所有　未经许可不得转载",
    "天气 阵雨转多云，18度到26度，北风二级。",
    "农谚 头伏萝卜末伏菜 处暑里头下荞麦",
    "温馨提示 雨天窑区路滑 骑车请慢行",
    "文明窑湾 你我同护",
    "节约用水 人人有责",
    "守望乡土 记录时代",
]


@pytest.mark.parametrize("line", AT_THE_FOOT)
@pytest.mark.parametrize("editors", [(), ("责任编辑：尹小棉",)])
def test_what_fills_the_foot_of_a_page_is_no_paragraph(line: str, editors: tuple[str, ...]) -> None:
    found = page("老码头拆吊机", PIER, "老砖窑里飘出咖啡香", KILN + BOOK, GUESTS, line, *editors)
    assert beside(found) == [line, *editors]
    assert [len(each.paragraphs) for each in found.articles] == [1, 2]
    assert [each.missing for each in found.articles] == [None, None]


@pytest.mark.parametrize("line", AT_THE_FOOT)
def test_no_cut_sentence_is_read_on_by_the_foot_of_its_page(line: str) -> None:
    found = page("老码头拆吊机", PIER, "老砖窑里飘出咖啡香", GUESTS, KILN, line)
    assert beside(found) == [line]
    assert found.articles[1].missing == "end"


@pytest.mark.parametrize(
    "line", ["天气转凉 河边的茶摊收了", "平安渡口 老船工的四十年", "投稿的人里有个放羊娃"]
)
def test_a_headline_like_what_fills_a_foot_is_one(line: str) -> None:
    found = page("老砖窑里飘出咖啡香", KILN + BOOK, GUESTS, line, PIER)
    assert [each.headline and each.headline.text for each in found.articles][1] == line


@pytest.mark.parametrize("line", ["老街改造完工 五十家铺子回迁", "讲好窑湾故事 传播窑湾声音"])
def test_a_headline_at_the_foot_whose_text_stands_elsewhere_is_one(line: str) -> None:
    found = page("老码头拆吊机", PIER, "老砖窑里飘出咖啡香", KILN + BOOK, GUESTS, line)
    assert [each.headline and each.headline.text for each in found.articles][2:] == [line]


def test_who_signs_a_letter_at_the_foot_does_so() -> None:
    found = page("老砖窑里飘出咖啡香", KILN + BOOK, GUESTS, "尹小棉 章远航")
    assert beside(found) == []


def test_two_halves_under_the_last_headline_are_its_deck() -> None:
    found = page("老砖窑里飘出咖啡香", KILN + BOOK, GUESTS, "老码头拆吊机", "平安码头 你我同护")
    assert beside(found) == []


def test_the_weather_of_the_box_at_the_foot_stays_there() -> None:
    days = ("今天天气：小雨转阴　8℃～15℃", "明天天气：多云　9℃～17℃")
    found = page("老码头拆吊机", PIER, "天气预报", *days)
    assert beside(found) == []


COURSE = "窑湾县少年宫的暑期陶艺班开始报名，八岁以上的孩子都可以参加，泥料由馆里准备。"
RECITED = "窑工收起茶碗，临走念了两句："


@pytest.mark.parametrize(
    ("above", "line"),
    [
        (RECITED, "江水东去 孤帆远影"),
        (RECITED, "平安是福 你我珍重"),
        (COURSE, "座位不多 先到先得"),
        (COURSE, "自带围裙，风雨无阻"),
        (COURSE, "报到时间：8月3日　地址：少年宫二楼"),
        (COURSE, "地址：少年宫二楼　联系人：尹小棉"),
    ],
)
@pytest.mark.parametrize("editors", [(), ("责任编辑：尹小棉",)])
def test_the_last_line_of_a_text_at_the_foot_is_a_paragraph(
    above: str, line: str, editors: tuple[str, ...]
) -> None:
    found = page("老码头拆吊机", PIER, "招生启事", KILN + BOOK, above, line, *editors)
    assert beside(found) == [*editors]
    assert [part.text for part in found.articles[-1].paragraphs] == [KILN + BOOK, above, line]


@pytest.mark.parametrize(
    "verses",
    [
        ("渡口的灯亮了，", "船在雾里慢慢走，", "江风吹过旧码头。"),
        ("一把长篙撑到老，", "两岸青山送客来。"),
    ],
)
def test_what_stands_under_verses_at_the_foot_is_one(verses: tuple[str, ...]) -> None:
    found = page("老码头拆吊机", PIER, "渡口谣", *verses, "平安归来 你我同舟")
    assert beside(found) == []


@pytest.mark.parametrize(
    "line", ["地址：青砖路3号本报编辑部　收件人：尹小棉", "编辑部地址：青砖路3号　收件人：尹小棉"]
)
def test_an_address_at_the_foot_that_says_it_is_the_papers_stands_in_no_article(line: str) -> None:
    found = page("老码头拆吊机", PIER, "老砖窑里飘出咖啡香", KILN + BOOK, GUESTS, line)
    assert beside(found) == [line]
