"""Lists and notices among the articles of a page: each stays whole, under its own title."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces

FAIR = (
    "县里的秋季农机展昨天开幕",
    "本报讯（记者 丁禾）9月12日，县秋季农机展在体育场开幕，三十多家企业带来了收割机和烘干机。",
    "“收玉米的机子今年便宜了两成。”前来看机子的农户说。展会将开到本月底。（丁禾）",
)
LIBRARY = (
    "县图书馆夜里也开门",
    "本报讯（记者 白露）从10月起，县图书馆每周五、周六延长到晚上九点闭馆，读者可以多看两个小时的书。",
)


def page(*parts: str) -> Layout:
    return layout("\n\n".join(parts))


def kinds(*lines: str) -> list[str]:
    return [str(kind) for kind in kinds_of(pieces("\n\n".join(lines)))]


def articles(found: Layout) -> dict[str, list[str]]:
    """The texts of each article by its headline."""
    return {
        each.headline.text if each.headline else "": [part.text for part in each.paragraphs]
        for each in found.articles
    }


NOTICES = [
    (
        "清溪县第二中学食堂改造项目招标公告",
        "招标人：清溪县教育局",
        "项目概况：食堂建筑面积1800平方米，改造内容为厨房、餐厅和排烟设施，工期90天。",
    ),
    (
        "关于采石场采矿权延续申请的公示",
        "申请单位：大岭石料有限公司",
        "申请事项：原采矿许可证将于今年11月到期，现申请延续五年，开采范围不变。",
    ),
    (
        "老码头片区征地补偿安置公告",
        "征地范围：老码头东至江堤路",
        "被征地的农户请在公告之日起15日内，持户口簿和土地证到镇国土所登记。",
    ),
]


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice[1])
def test_the_one_short_item_of_a_notice_is_no_headline(notice: tuple[str, ...]) -> None:
    found = articles(page(*FAIR, *notice, *LIBRARY))
    assert found[notice[0]] == list(notice[1:])


def test_an_item_of_a_notice_is_text_wherever_its_title_went() -> None:
    assert kinds(FAIR[1], *NOTICES[0][1:]) == ["body", "line", "body"]


@pytest.mark.parametrize(
    "lines",
    [
        ("永安镇：晚熟的桃子卖得俏", "编者按：眼下正是桃子下市的时候，永安镇的桃子却刚刚开园。"),
        ("县医院：挂号不用排长队", "9月12日上午，县医院门诊大厅里没有了往日的长队。"),
        ("安装公告\n\n供热公司：暖气片免费查漏", "本报讯 供热公司从本周起上门检查暖气片。"),
    ],
)
def test_a_headline_with_a_colon_stays_one(lines: tuple[str, str]) -> None:
    assert kinds(*FAIR, *lines)[-2:] == ["title", "body"]


ITEMS = (
    "1.北桥重建：总投资900万元，年底通车",
    "2.南关水厂扩建：总投资2600万元，日供水增加1.5万吨，9月通水",
    "3.东街小学综合楼：总投资1100万元，秋季开学启用",
    "4.城区公厕改造：新建12座，改造20座，11月底完成",
)
WORKS = (
    "城建工程集中开工",
    "本报讯 昨天，我县今年第一批城建工程在南关水厂工地集中开工，总投资4.6亿元，共8个项目。",
    "县领导要求，施工单位要抢抓工期、严把质量，年底前建成通水通车，让群众早日用上。",
)


def ended(stop: str) -> list[str]:
    return [*(item + stop for item in ITEMS[:-1]), ITEMS[-1] + ("。" if stop else "")]


@pytest.mark.parametrize("stop", ["；", "。", ""])
@pytest.mark.parametrize("before", [FAIR, WORKS], ids=lambda before: before[0])
@pytest.mark.parametrize(
    "title", ["今年十件民生实事（节选）", "本年度城建项目一览", "今年要办的四件事"]
)
def test_a_list_is_an_article_under_its_title(
    title: str, before: tuple[str, ...], stop: str
) -> None:
    found = articles(page(*before, title, *ended(stop), *LIBRARY))
    assert found == {
        before[0]: list(before[1:]), title: ended(stop), LIBRARY[0]: list(LIBRARY[1:])
    }  # fmt: skip


FIRST, LAST = slice(0, 2), slice(2, 4)
TORN = {
    "its end stands in the article above": (*FAIR[:2], *ended("；")[LAST], FAIR[2], "", FIRST),
    "its last item stands there alone": (*FAIR[:2], *ended("；")[3:], FAIR[2], "", slice(0, 3)),
    "its beginning stands there": (*FAIR[:2], *ended("；")[FIRST], FAIR[2], "", LAST),
}


@pytest.mark.parametrize("case", TORN)
def test_a_torn_list_is_put_together_by_its_numbers(case: str) -> None:
    title = "本年度城建项目一览"
    *above, _, under = TORN[case]
    found = articles(page(*above, title, *ended("；")[under], *LIBRARY))
    assert found == {FAIR[0]: list(FAIR[1:]), title: ended("；"), LIBRARY[0]: list(LIBRARY[1:])}


def test_the_end_of_a_list_under_a_later_article_goes_back_to_it() -> None:
    title, items = "本年度城建项目一览", ended("；")
    found = articles(page(*FAIR, title, *items[FIRST], *LIBRARY, *items[LAST]))
    assert found == {FAIR[0]: list(FAIR[1:]), title: items, LIBRARY[0]: list(LIBRARY[1:])}


def test_two_lists_with_the_same_numbers_are_not_mixed() -> None:
    other = ["1.报名从9月20日开始；", "2.现场确认在县民政局；", "3.笔试在10月15日。"]
    found = articles(
        page(*FAIR, "本年度城建项目一览", *ended("；")[:3], "社区工作者招聘须知", *other, *LIBRARY)
    )
    assert found["本年度城建项目一览"] == ended("；")[:3]
    assert found["社区工作者招聘须知"] == other


def test_the_parts_of_a_notice_with_lists_stay_under_their_subheads() -> None:
    found = page(
        *FAIR,
        "清溪县招聘社区工作者公告",
        "因工作需要，清溪县面向社会招聘社区工作者30名，现将有关事项公告如下：",
        "报名条件",
        "1.本县户籍，年龄在35周岁以下；",
        "2.大专以上学历；",
        "报名办法",
        "1.网上报名，9月20日截止；",
        "2.现场确认，9月25日前到县民政局。",
        *LIBRARY,
    )
    notice = found.articles[1]
    assert [each.text for each in notice.subheads] == ["报名条件", "报名办法"]
    assert len(notice.paragraphs) == 5
