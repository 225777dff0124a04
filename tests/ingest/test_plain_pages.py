"""Pages as most county papers print them now: one headline, no dateline, no writers' names."""

from __future__ import annotations

import pytest

from ingest.ordering.language import load
from ingest.pipeline import layout
from ingest.proposal import Layout
from ingest.segmenting.heads import load as load_heads
from ingest.segmenting.stacks import parted
from ingest.segmenting.titles import Title

SHORT_NEWS = {
    "春茶开采": "惊蛰以后一连晴了四天，云台乡的头茬茶比去年早摘了六天。三月十九日，海拔八百米的茶场里，"
    "两百多名采茶工天没亮就上了山，当天收回鲜叶一千七百斤。",
    "鸡蛋便宜了": "记者昨天在东门菜市场看到，散养鸡蛋每斤五块二，比上月便宜了八毛。摊主说，天暖了，鸡下蛋勤，"
    "周边几个养殖场又赶在一起出货，价钱还要往下走一走。",
    "老街装上新路灯": "从本周一起，县城解放街的一百二十盏旧路灯开始换装。县城管局介绍，新灯用的是节能光源，"
    "夜里十二点以后自动调暗，一年能省电费十一万元。",
    "门诊搬家": "5月8日，县中医院门诊部迁入新楼。新楼共六层，设诊室四十二间，挂号、缴费、取药都在一层，"
    "原来的旧门诊改作康复病房，六月底前收治病人。",
}


def headlines(found: Layout) -> list[str]:
    return [each.headline.text for each in found.articles if each.headline]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_every_short_headline_begins_an_article(between: str) -> None:
    page = between.join(line for item in SHORT_NEWS.items() for line in item)
    found = layout(page)
    assert headlines(found) == list(SHORT_NEWS)
    assert [each.paragraphs[0].text for each in found.articles] == list(SHORT_NEWS.values())


def test_the_parts_of_a_long_story_stay_in_it() -> None:
    page = """山里的“流动车间”

清晨六点，太阳还没有翻过北坡，石板沟村的姜巧云已经把二十台缝纫机擦了一遍。这间由旧祠堂改成的车间，去年接了四家服装厂的活。

机器进了山

姜巧云在外打工十一年，前年春天带着攒下的八万块钱回了村。她租下祠堂，又找镇里担保贷了款，缝纫机是一台一台从城里背回来的。

活儿送到家

起初只来了六个人。姜巧云把裁好的布片送到她们炕头，教会一家再走下一家，不到半年，全村会踩机器的人有了四十三个。

账算到年底

去年腊月二十三，姜巧云给大伙结了账，最多的一户拿了三万一。她说，明年要添一条锁边的线，让邻村的姐妹也来。
"""
    found = layout(page)
    assert headlines(found) == ["山里的“流动车间”"]
    assert [each.text for each in found.articles[0].subheads] == [
        "机器进了山", "活儿送到家", "账算到年底",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "烘干塔日夜转",
            "城北粮库的两座烘干塔从十月初开始就没有停过，一天能烘三百吨潮粮，比去年多出一倍。",
        ),
        (
            "粮款当天到账",
            "河西村的种粮大户郭小兵卖了四十吨玉米，过完磅不到两个小时，手机就收到了银行的短信。",
        ),
        (
            "司机食堂开了火",
            "粮库门外的空房改成了司机食堂，五块钱一碗面，等着卸车的人不用再啃干馍。",
        ),
    ],
)
def test_a_line_is_a_subhead_where_all_reports_of_the_page_have_a_dateline(
    line: str, text: str
) -> None:
    report = "本报讯（记者 田野）10月9日上午，全县秋粮收购座谈会召开，十二家粮库的负责人到会。"
    story = "粮库的院子里停满了拖拉机，过秤、化验、卸车，一袋烟的工夫就走完了。"
    others = [f"县里开了{name}工作会\n\n{report}" for name in ("防汛", "教育", "卫生", "林业")]
    page = [f"秋粮入库\n\n{report}\n\n{story}\n\n{line}\n\n{text}", *others]
    assert line not in headlines(layout("\n\n".join(page)))


def test_a_letter_without_more_than_its_name_is_an_article() -> None:
    page = "\n".join(
        [*(line for item in SHORT_NEWS.items() for line in item), "给老家的一封信"]
        + ["爹：今年不回去过年，厂里年后有一批急活。您那药别停，柴我托人劈好了。"]
    )
    assert headlines(layout(page))[-1] == "给老家的一封信"


def test_the_name_of_a_table_heads_a_piece() -> None:
    rows = "水库名称 总投资 完工时间\n柳湾水库 4860万元 11月底\n石门水库 1200万元 2026年3月"
    text = "\n".join(line for item in SHORT_NEWS.items() for line in item)
    found = layout(f"{text}\n2025年全县水库除险项目一览\n{rows}\n")
    assert headlines(found)[-1] == "2025年全县水库除险项目一览"
    assert [each.role for each in found.articles[-1].paragraphs] == ["table"] * 3


def test_a_headline_set_with_blanks_is_read_like_any_other() -> None:
    spaced = "\n".join(f"{' '.join(head)}\n{text}" for head, text in SHORT_NEWS.items())
    assert headlines(layout(spaced)) == [" ".join(head) for head in SHORT_NEWS]


@pytest.mark.parametrize(
    "below",
    [
        "水库名称 总投资 完工时间\n柳湾水库 4860万元 11月底\n石门水库 1200万元 2026年3月",
        "供水抢修 6226119\n供电抢修 95598\n燃气抢修 6226777",
        "问：通村路被压坏了找哪个？\n答：可以直接打县交通运输局的电话，查实以后由责任方修复。",
    ],
)
def test_a_line_over_rows_lists_and_questions_is_no_scrap_of_text(below: str) -> None:
    text = "\n".join(line for item in SHORT_NEWS.items() for line in item)
    found = layout(f"{text}\n有事找谁\n{below}\n")
    assert "有事找谁" in [
        part.text for part in found.parts() if part.role in ("headline", "subhead")
    ]


@pytest.mark.parametrize("headline", ["市人大视察组来我县", "腊月十六的客运站"])
def test_a_headline_that_ends_like_a_body_names_no_writer(headline: str) -> None:
    text = "\n".join(line for item in SHORT_NEWS.items() for line in item)
    more = "一行十二人先后走进法院和三个乡镇，听汇报，翻案卷，又同二十名代表座谈到傍晚。"
    assert headline in headlines(layout(f"{text}\n要闻\n{headline}\n{more}"))


def test_a_signature_that_is_cut_is_whole_again() -> None:
    first, *others = SHORT_NEWS.items()
    signed = f"{first[0]}\n\n{first[1]}（通讯员　任"
    rest = "\n\n".join(f"{head}\n\n{text}" for head, text in others)
    found = layout(f"{signed}\n\n{rest}\n\n丽）")
    assert found.articles[0].paragraphs[-1].text == f"{first[1]}（通讯员　任丽）"


def test_signs_of_heads_are_few_and_readable() -> None:
    heads = load_heads()
    assert 1000 < len(heads.lines) + len(heads.texts) < 10_000
    assert heads.texts["w他"] < 0  # a text that takes somebody up opens no article


def test_more_headlines_than_one_article_can_have_are_several() -> None:
    lines = [
        "春茶开采", "鸡蛋便宜了", "老街装上新路灯", "门诊搬家", "村里来了放映队", "女篮夺冠", "周末有雨",
        "校车换新", "柠檬挂牌", "坝坝宴立下规矩",
    ]  # fmt: skip
    titles = [Title.of(number, line, load()) for number, line in enumerate(lines)]
    prices = [4.0] * (len(titles) - 1)
    assert len(parted(titles, first_on_page=True, repeated=set(), prices=prices)) > 4


def test_what_follows_the_rest_of_a_cut_paragraph_is_of_the_same_article() -> None:
    """A column that stands elsewhere begins with the rest of a paragraph, and goes on."""
    page = """清沟记

南关沟绕过三个居民小区，往东汇进沙河。沿沟住户嫌味大，社区凑钱铺了预制板，板一盖，眼不见了，味儿还在。

施工队发现沿沟有六十一个口子往里排污水，住建局的人穿着水裤走了九天，每个口子编号、拍照、查来

秧苗下田

渠首村的插秧机今天下了田，八台机器一字排开，一天能插三百亩，比去年早了两天。

农机手郭小兵把油箱加满，又往手机里下载了地图，导航一开，机器自己走直线。

路。

眼下西段已经见水，岸上栽了柳，早晚有人遛弯。剩下的护岸五月底前做完，沟边还要添一条步道。
"""
    first, second = layout(page).articles
    assert [part.text[-5:] for part in first.paragraphs] == [
        "味儿还在。",
        "、查来路。",
        "一条步道。",
    ]
    assert len(second.paragraphs) == 2
