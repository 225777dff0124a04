"""Numbered items, briefs with a mark, and a table under its headline stay where they belong."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout

ITEMS = (
    "一、新建农村幸福院12所，10月底前建成。责任单位：县民政局",
    "二、改造农村电网线路86公里。责任单位：县供电公司",
    "三、完成自然村道路硬化54公里，惠及21个村，9月底前完工。责任单位：县交通局",
    "四、为全县65岁以上老人免费体检一次。责任单位：县卫生局",
    "五、新建公共厕所14座、停车场3处，年底前投用。责任单位：县城管局、县住建局",
    "六、发放困难学生助学金260万元。责任单位：县教育局",
)
MORNING = "五月里的桑园绿得发亮。桑农天不亮就下地采叶，赶在露水干以前送到蚕房，一天要跑六七趟。"
COCOONS = "本报讯（记者 秦岚）今年春蚕比去年早上簇四天，头一批茧子昨天开秤，每公斤收购价六十二元。"
BRIEFS = (
    "县文化馆下月起开办二胡夜校，每晚两小时，学员自带琴凳。（瞿 芸）",
    "麻柳镇卫生院新楼上周封顶，总投资一千六百万元，设病床八十张。（莫小川）",
    "城北加油站本月改造，二十日前暂停加油，来往车辆请绕行。（屈映红）",
    "县农业局近日下达秋播补贴二百万元，十月底前完成播种十二万亩。（秦 岚）",
    "县图书馆新到图书三千册，国庆节前上架。（鲁 生）",
)
ROWS = (
    "单位：万元",
    "项目名称 建设单位 总投资 竣工时间",
    "河滨路改造工程 县住建局 5600 2019年10月",
    "县第三中学 县教育局 12000 2020年8月",
    "北区污水处理厂 县水务局 8600 2019年12月",
)
HEAD = "白水县2016年十件实事"


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


def texts(found: Layout) -> dict[str, list[str]]:
    return {
        each.headline.text if each.headline else "": [part.text for part in each.paragraphs]
        for each in found.articles
    }


def test_an_item_reads_on_no_other() -> None:
    found = page(HEAD, *ITEMS, "春蚕开秤", COCOONS, MORNING)
    assert texts(found) == {HEAD: list(ITEMS), "春蚕开秤": [COCOONS, MORNING]}
    assert not found.joins


def test_an_item_that_ends_with_who_does_it_is_whole() -> None:
    found = page(HEAD, *ITEMS, "春蚕开秤", COCOONS, MORNING)
    assert [each.missing for each in found.articles] == [None, None]


def test_an_item_that_breaks_off_is_not() -> None:
    cut = "六、发放困难学生助学金260万元，秋季开学以前由各中"
    assert page(HEAD, *ITEMS[:5], cut).articles[0].missing == "end"


def test_the_rest_of_a_list_goes_where_its_beginning_is() -> None:
    found = page(HEAD, *ITEMS[:4], "桑园里的早晨", MORNING, *ITEMS[4:])
    assert texts(found) == {HEAD: list(ITEMS), "桑园里的早晨": [MORNING]}


def test_items_come_in_their_order() -> None:
    columns = [*ITEMS[:2], *ITEMS[4:], *ITEMS[2:4]]
    assert texts(page(HEAD, *columns)) == {HEAD: list(ITEMS)}


def test_two_lists_of_a_page_keep_their_own_items() -> None:
    other = [f"{number}、{text}" for number, text in zip("一二三", BRIEFS, strict=False)]
    found = page(HEAD, *ITEMS[:4], "三件好事", *other)
    assert texts(found) == {HEAD: list(ITEMS[:4]), "三件好事": other}


@pytest.mark.parametrize("mark", ["▲", "●", "◆"])
def test_briefs_stay_under_the_name_of_their_column(mark: str) -> None:
    briefs = [mark + each for each in BRIEFS]
    found = page("桑园里的早晨", MORNING, "短波", *briefs, "白水县重点项目一览表", *ROWS)
    assert texts(found) == {
        "桑园里的早晨": [MORNING], "短波": briefs, "白水县重点项目一览表": list(ROWS),
    }  # fmt: skip


def test_the_name_of_a_table_is_its_headline_under_a_column_that_is_cut() -> None:
    cut, rest = MORNING[:22], MORNING[22:]
    found = page(
        "春蚕开秤", COCOONS, cut, "白水县重点项目一览表", *ROWS, "县里的短波", BRIEFS[1], rest
    )
    assert texts(found)["白水县重点项目一览表"] == list(ROWS)


@pytest.mark.parametrize("name", ["一周要闻", "简讯"])
def test_the_name_of_a_column_is_the_headline_of_its_briefs(name: str) -> None:
    briefs = [f"▲{each}" for each in BRIEFS[:3]]
    found = page(name, *briefs, "春蚕开秤", COCOONS, MORNING)
    assert texts(found) == {name: briefs, "春蚕开秤": [COCOONS, MORNING]}


def test_over_a_report_it_is_a_banner() -> None:
    found = page("一周要闻", "春蚕开秤", COCOONS, MORNING)
    assert [each.text for each in found.banners] == ["一周要闻"]


def test_items_under_two_headlines_stay_under_their_own() -> None:
    first = ["1.县里修了去柳河镇的公路。", "2.县里改造了石桥村的泵站。"]
    second = ["3.学校食堂换了新灶具。", "4.学校操场铺了新跑道。"]
    found = page("去年办成的实事", *first, "今年要办的实事", *second)
    assert texts(found) == {"去年办成的实事": first, "今年要办的实事": second}
