"""Columns of another article that begin with a paragraph of their own, under a text that is whole."""

from __future__ import annotations

import pytest

from ingest.ordering.language import load
from ingest.pipeline import layout
from ingest.proposal import Layout, Piece
from ingest.readers.signatures import is_signed
from ingest.segmenting.placing import Group, Placing
from ingest.segmenting.subjects import Subjects

ORCHARD = [
    "红崖乡的苹果园里，套袋的果子开始着色。果农赵小平家的二十亩苹果，今年头一回装上了防雹网，"
    "六月那场冰雹过后，果面没有落下一个疤。",
    "乡果业站算过账，一亩防雹网花两千四百元，能用八年，一场冰雹躲过去，本钱就回来了。",
]
ORCHARD_REST = [
    "客商订走的苹果，红崖乡果农已经收了定金。果业站提醒，摘袋以后要防日灼，着色期果园少浇水。",
    "赵小平打算明年再给十亩苹果装上防雹网，果业站答应帮他申请补贴。",
]
SCHOOL = [
    "柳树湾小学的食堂换了新灶。校长马秀兰说，二百一十名寄宿的学生，从前要排队四十分钟才能打上饭，"
    "现在三个窗口一起开，一刻钟就吃上了。",
    "食堂的菜谱每周五贴在校门口，家长看得见，也可以进后厨看。",
]
BRIDGE = [
    "上河大桥的桥面昨天合龙。这座桥长三百二十米，两岸六个村的车辆，往后过河不用再绕行下游的老渡口。",
    "施工队还要用二十天铺设桥面沥青，护栏和路灯同时安装，国庆节前通车。",
]


def page_of(ends: str, *, signed_below: str = "") -> str:
    """Three articles; two paragraphs of the first stand under the second."""
    under_school = [SCHOOL[0], SCHOOL[1] + ends, ORCHARD_REST[0], ORCHARD_REST[1] + signed_below]
    articles = {
        "苹果戴上“安全帽”": ORCHARD,
        "小学食堂不排队了": under_school,
        "上河大桥合龙": BRIDGE,
    }
    return "\n\n".join(line for head, texts in articles.items() for line in [head, *texts])


def texts_under(found: Layout, headline: str) -> list[str]:
    (article,) = [
        each for each in found.articles if each.headline and each.headline.text == headline
    ]
    return [each.text for each in article.paragraphs]


@pytest.mark.parametrize("ends", ["（记者　张维栋）", "（杜　娟）", "■"])
def test_what_stands_under_the_end_of_an_article_goes_to_the_one_it_speaks_of(ends: str) -> None:
    found = layout(page_of(ends))
    assert texts_under(found, "苹果戴上“安全帽”") == ORCHARD + ORCHARD_REST
    assert texts_under(found, "小学食堂不排队了") == [SCHOOL[0], SCHOOL[1] + ends]


def test_the_ends_of_two_articles_may_stand_under_a_third() -> None:
    bridge_rest = [
        "大桥通车以后，上河六个村到老渡口的摆渡船就要停了。撑了三十年船的艄公说，他要头一个走上桥面。",
        "桥头的护栏上刻着施工队员的名字，沥青还没有干，孩子们已经来看过好几回。",
    ]
    signed = SCHOOL[1] + "（记者　马　燕）"
    articles = {
        "苹果戴上“安全帽”": ORCHARD,
        "上河大桥合龙": BRIDGE,
        "小学食堂不排队了": [SCHOOL[0], signed, *bridge_rest, *ORCHARD_REST],
    }
    found = layout("\n\n".join(line for head, texts in articles.items() for line in [head, *texts]))
    assert texts_under(found, "苹果戴上“安全帽”") == ORCHARD + ORCHARD_REST
    assert texts_under(found, "上河大桥合龙") == BRIDGE + bridge_rest


def test_both_articles_may_be_signed_in_one_column() -> None:
    found = layout(page_of("（记者　马　燕）", signed_below="（通讯员　赵　岩）"))
    assert texts_under(found, "苹果戴上“安全帽”")[2] == ORCHARD_REST[0]


def test_a_long_article_on_several_things_stays_together() -> None:
    page = "\n\n".join(
        [
            "村里的三件事", ORCHARD[0], SCHOOL[0], ORCHARD[1], SCHOOL[1] + "（记者　高　原）",
            "上河大桥合龙", *BRIDGE,
        ]
    )  # fmt: skip
    assert len(texts_under(layout(page), "村里的三件事")) == 4


@pytest.mark.parametrize(
    "text",
    [
        "户均增收四千元。（记者 张维栋）",
        "说完就走了。（杜 娟）",
        "又是一年。■",
        "见本版。（通讯员 赵 岩）■",
    ],
)
def test_a_text_that_names_its_writer_or_bears_a_mark_is_signed(text: str) -> None:
    assert is_signed(text)


@pytest.mark.parametrize(
    "text", ["分三期建成。（下转第3版）", "共十二万元（含税）。", "会议结束。"]
)
def test_what_stands_in_brackets_is_not_always_a_name(text: str) -> None:
    assert not is_signed(text)


def test_asking_where_a_column_fits_better_moves_none_of_its_paragraphs() -> None:
    texts = ["苹果戴上“安全帽”", *ORCHARD, "上河大桥合龙", *BRIDGE]
    pieces = [Piece(n, n, text, 0, len(text)) for n, text in enumerate(texts)]
    orchard = Group([1, 2], home=0, owner=0, paragraphs=[[1], [2]])
    bridge = Group([4, 5], home=1, owner=1, paragraphs=[[4], [5]])
    placing = Placing(
        [orchard, bridge], [[0], [3]], Subjects.of(pieces, load()), dict.fromkeys(range(6), ""), {}
    )
    placing.move([2], 1, 0.9)
    labels, said = dict(placing.labels), placing.sayings.said.copy()
    placing.compared([1, 2])
    assert labels == placing.labels
    assert (said == placing.sayings.said).all()
    assert (said >= 0).all()
