"""What the indents of a page tell: where a paragraph begins, and where the rest of one stands."""

from ingest.pipeline import layout, pieces_of
from ingest.proposal import Article
from ingest.readers.indents import NO_INDENTS, Indents

INDENT = "　　"
BRIDGE = [
    "柳河渡口通了桥",
    INDENT
    + "本报讯（记者 魏长河）9月3日，柳河渡口大桥通车，两岸三个村的人不用再等渡船。这座桥长二百六十米，桥面七米宽。",
    INDENT + "摆渡四十一年的孙德水把船拴在桥下，说往后清早就不必再撑篙。通车那天，",
]
CANTEEN = [
    "县一小食堂让家长来打分",
    INDENT
    + "本报讯（记者 曲晓梅）新学期开学，县一小请家长轮流到食堂吃饭、打分，分数当天贴在墙上。",
    INDENT + "第一周有十九位家长来过，提了三十二条意见，食堂改了二十七条，汤里的盐减了三成。",
]
REST = "老老少少站满桥头。孙德水走在最前面，手里提着那盏用了半辈子的马灯。"


def articles(*blocks: list[str]) -> list[Article]:
    return layout("\n".join(line for block in blocks for line in block)).articles


def texts(article: Article) -> str:
    return "".join(part.text for part in article.paragraphs)


def test_a_text_at_the_margin_is_the_rest_of_a_paragraph() -> None:
    bridge, canteen = articles(BRIDGE, CANTEEN, [REST])
    assert bridge.paragraphs[-1].text.endswith("通车那天，" + REST)
    assert "马灯" not in texts(canteen)


def test_an_indented_line_over_a_headline_is_the_foot_of_a_column() -> None:
    foot = [INDENT + "家长们说味道比从前好，也有人嫌"]
    market = [
        "北关早市搬进新棚",
        INDENT
        + "本报讯（记者 魏长河）北关早市的一百六十个摊位搬进新棚，雨天不再踩泥，摊位费两年不涨。",
    ]
    *_, canteen, stalls = articles(BRIDGE, CANTEEN, foot, market)
    assert stalls.headline is not None and stalls.headline.text == market[0]
    assert stalls.kicker is None
    assert canteen.paragraphs[-1].text == foot[0].strip()


def test_an_article_whose_first_text_stands_at_the_margin_lacks_its_beginning() -> None:
    lost = [
        "护林员的一天",
        "清早五点，他把水壶灌满，沿着防火道往北坡走。十一公里的路，一年要走三百多趟。",
        INDENT + "中午在瞭望台吃冷馍。望远镜里一有白烟，他先看是不是炊烟，再报方位和距离。",
    ]
    found = {
        each.headline.text: each.missing
        for each in articles(CANTEEN, lost, BRIDGE)
        if each.headline
    }
    assert found[lost[0]] == "beginning"
    assert found[CANTEEN[0]] is None


def test_a_kicker_and_a_deck_may_be_indented_around_their_headline() -> None:
    stack = [
        INDENT + "渔汛前的最后一周",
        "八百条船排队上坡",
        INDENT + "船厂三班倒赶修 油漆涨价不涨工钱",
        INDENT
        + "本报讯（记者 曲晓梅）离开捕还有七天，望海镇的船排上停满了等着修补的渔船，木匠从早敲到晚。",
    ]
    _, boats = articles(CANTEEN, stack)
    assert boats.headline is not None and boats.headline.text == stack[1]
    assert boats.kicker is not None and boats.deck is not None


def test_a_page_that_does_not_indent_tells_nothing_by_it() -> None:
    page = "\n".join(line.strip() for line in [*BRIDGE, *CANTEEN])
    assert Indents.of(pieces_of(page)) == NO_INDENTS


def test_one_line_pushed_in_does_not_make_a_page_that_indents() -> None:
    lines = [line.strip() for line in [*BRIDGE, *CANTEEN]]
    lines[1] = INDENT + lines[1]
    assert Indents.of(pieces_of("\n".join(lines))) == NO_INDENTS
