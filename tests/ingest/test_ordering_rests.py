"""The rest of a cut paragraph that stands far off, where another article has its end."""

from __future__ import annotations

import pytest

from ingest.ordering.language import load
from ingest.ordering.page import Page
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces

CUT = {
    "选，每部电梯财政补助十五万元。去年全县加装电梯三十一部，今年目标五十部。": "县住建局介绍，协商不下来的"
    "楼栋，由设计单位出三套方案，井道装在楼梯间外还是阳台边，住户可以",
    "商量，每部电梯财政补助十五万元，去年加装三十一部。": "县住建局介绍，住户意见不一的楼栋，由设计单位"
    "出三套方案，装在哪一边由全楼住户一起",
    "楼。": "楼里的老人听说要装电梯，都到院子里看图纸，连八十六岁的秦奶奶也让孙子扶着下了",
}


def page_of(rest: str, end: str = "") -> str:
    lines = [
        "老楼加装电梯有了新办法", CUT[rest],
        "茶山开园",
        "清明一过，高山上的茶芽一天一个样，凌晨五点采茶工就上了山，第一批茶青六点半送到山下。",
        "栈道月底动工",
        f"滨江栈道二期工程本月完成招标，工期五个月，沿线设三处观鹭台。{end}", rest,
    ]  # fmt: skip
    return "\n\n".join(lines)


def odds(text: str, rest: str) -> float:
    """How likely the second line of a page is read on by a rest, as log-odds."""
    found = pieces(text)
    (right,) = (at for at, piece in enumerate(found) if piece.text == rest)
    return Page(found, kinds_of(found), load()).values[1, right]


@pytest.mark.parametrize("rest", CUT)
def test_a_rest_is_surer_under_the_end_of_another_article(rest: str) -> None:
    assert odds(page_of(rest, "（记者　江　舟）"), rest) > odds(page_of(rest), rest)


@pytest.mark.parametrize(("rest", "is_scrap"), [(each, each == "楼。") for each in CUT])
def test_a_scrap_of_a_few_characters_is_nothing_by_itself(rest: str, is_scrap: bool) -> None:
    found = pieces(page_of(rest))
    seams = Page(found, kinds_of(found), load()).seams
    assert seams[1, 6].features["short_rest"] == is_scrap


COLD_STORE = (
    "冷库的两台制冷机组上周到货，安装队连夜吊装就位，库温降到零下十八度要用三天，镇上"
    "请来的技师守在机房里，一刻也不敢"
)
AWAY = "松懈，等冷库的库温稳在零下十八度，才给机组换上夜班的人。"
PEARS = "果农把梨装筐过秤，冷库的库门一开，头一批梨就进了库，机组转得正欢。"
CHOIR = "合唱团的老师傅们每周二在文化馆排练，嗓子亮的站前排，识谱的领着唱。"


def test_a_rest_is_surer_under_a_text_that_speaks_of_something_else() -> None:
    def under(above: str) -> float:
        return odds("\n\n".join(["冷库装上新机组", COLD_STORE, "又一件事", above, AWAY]), AWAY)

    assert under(CHOIR) > under(PEARS)


def test_of_two_beginnings_that_read_on_well_the_better_one_is_told() -> None:
    end, better, good = "镇里给每户补贴八百", "元，剩下的由村里垫上。", "块，剩下的由村里垫上。"
    found = pieces("\n\n".join([end, better, end, good]))
    seams = Page(found, ["body"] * 4, load()).seams
    told, fairly = (seams[0, right].features["vectors"] for right in (1, 3))
    assert told > fairly + 2 > 8
