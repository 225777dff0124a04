"""What a short line is: column name, kicker, headline, deck, the writer's name, or cut text."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Article, Layout
from ingest.readers.kinds import kind_of, kinds_of
from ingest.readers.lines import pieces

TEXT = (
    "本报讯（记者 田野）10月9日上午，县里的工作人员到现场查看了情况，和大家一起商量下一步怎么办。"
)
SECOND = "“这样一来，大伙心里就有底了。”在场的群众说。"


def page(*lines: str) -> Layout:
    return layout("\n\n".join([*lines, TEXT, SECOND]))


def heads(article: Article) -> tuple[str, str, str]:
    kicker, headline, deck = (
        part.text if part else "" for part in (article.kicker, article.headline, article.deck)
    )
    return kicker, headline, deck


STACKS = [
    ("县政府召开防汛会商会", "把转移的路线走一遍", ""),
    ("水磨坊村", "老水磨转出新收入", ""),
    ("县气象局提醒", "后天起有霜 菜苗要盖好", ""),
    ("春茶市场走访", "明前茶为什么卖不动了", ""),
    ("", "城西水厂建成通水", "日供水两万吨 惠及六个乡镇"),
    ("", "深山里的放映员", "——记县电影公司职工老秦"),
    ("", "全县水利工作会议召开", "钱海涛出席 任小梅主持"),
    ("", "雪夜里的敲门声", "三名民警守了两天两夜"),
    ("", "渡口边的灯火", "四名船工轮流守了三十年"),
    ("", "全市防汛会议召开", "贺远山出席并讲话"),
    ("", "柳沟隧道贯通", "全长3.2公里 明年可通车"),
    ("全民健身 人人参与", "瓷窑镇三百名农民比挑担", ""),
    ("总投资1.6亿元", "香菇酱厂落户北川镇", "建成后年产八千吨 安排三百人就业"),
    ("谭志高赴部分社区督导物业治理工作时强调", "聚焦百姓身边事 确保年底高质量办结", ""),
    ("何秀兰检查冬季供热工作时要求", "聚焦老旧管网 确保全县2.3万户居民按期用上热", ""),
    ("韦国安在全县秋粮收购座谈会上指出", "紧盯10月底节点 确保3.6万吨粮食收购入库", ""),
    ("", "柳沟水库超限及时预警", "下游4个村2300人当晚全部转移"),
]


@pytest.mark.parametrize("stack", STACKS, ids=lambda stack: stack[1])
def test_kicker_headline_and_deck_are_told_apart_by_what_they_say(stack):
    found = page(*filter(None, stack))
    assert [heads(article) for article in found.articles] == [stack]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("关于调整城区犬只禁养", "区域和时段的通告"),
        ("三棵树镇蔬菜批发价格", "（7月2日）"),
        ("决不让一户没有水喝", "决不让一亩没有苗栽"),
        ("河堤上栽下了", "六千棵柳树"),
    ],
)
def test_a_headline_may_be_set_on_two_lines(first: str, second: str) -> None:
    assert [heads(each)[1] for each in page(first, second).articles] == [f"{first} {second}"]


def test_a_column_name_over_a_kicker_is_no_part_of_the_stack():
    found = page("法治在线", "县法院巡回审判", "一场官司在瓜棚里了结")
    assert [part.text for part in found.banners] == ["法治在线"]
    assert heads(found.articles[0]) == ("县法院巡回审判", "一场官司在瓜棚里了结", "")


@pytest.mark.parametrize(
    ("column", "headline"),
    [
        ("热线回音", "幸福里的路灯修好了"),
        ("民生直通车", "老渡船退了休"),
        ("便民短波", "新桥上装了路灯"),
    ],
)
def test_a_column_name_over_a_headline_alone_is_no_kicker_of_it(column: str, headline: str) -> None:
    found = page(column, headline)
    assert [part.text for part in found.banners] == [column]
    assert heads(found.articles[0]) == ("", headline, "")


@pytest.mark.parametrize(
    "line",
    [
        "本报讯（记者 田野）10月9日，县里的老年乒乓球",
        "【本报讯】10月9日，县里的老年乒乓球",
        "新华社北京10月9日电",
        "问：断缴了三个月能补吗？",
        "我想问一声：这是最后一回吗？（读者 “过路人”）",
        "野 摄影 周密）",
    ],
)
def test_a_line_that_only_a_text_can_hold_is_text_however_short(line: str):
    assert kind_of(pieces(line)[0]) == "body"


@pytest.mark.parametrize(
    "line",
    ["本报开通读者热线", "县委书记讲党课（摘要）", "村里装了路灯（图）", "1）加固河堤", "二)清淤"],
)
def test_a_headline_or_subhead_with_such_signs_in_it_stays_one(line: str):
    assert kind_of(pieces(line)[0]) == "title"


def test_a_dateline_cut_short_under_the_headline_is_no_deck():
    found = layout(
        "\n\n".join(["城西水厂建成通水", "本报讯（记者 田野）10月9日，县里的城西", SECOND])
    )
    assert heads(found.articles[0]) == ("", "城西水厂建成通水", "")


def test_who_held_a_speech_is_its_byline_and_no_deck():
    deck = "——在全县作风建设大会上的讲话（节选）"
    found = layout("\n\n".join(["把板凳坐热", deck, "县委常委、副县长 范立新", "同志们：", SECOND]))
    assert heads(found.articles[0]) == ("", "把板凳坐热", deck)
    assert found.articles[0].byline == "县委常委、副县长 范立新"


@pytest.mark.parametrize(
    ("deck", "below"),
    [
        ("枝在东院，荫在西院，调解员在树底下坐了一上午", "通讯员 田野"),
        ("最低气温零下九度，七百座大棚加盖草帘；明日风停，晨雾仍浓", TEXT),
        ("冻梨、冻鱼、笨猪肉、大列巴齐上阵；摊位四百二十个，人流五万", "大集上的冻梨摊。田野 摄"),
    ],
)
def test_a_deck_of_several_clauses_stays_over_what_begins_under_it(deck: str, below: str) -> None:
    found = layout("\n\n".join(["渔村翻开新账本", deck, below, SECOND, SECOND]))
    assert deck in heads(found.articles[0])


def test_clauses_under_a_headline_that_nothing_begins_under_are_text() -> None:
    cut = "巡河那天清早，水还没有退，护河员老田站在闸口的石阶上，看见"
    found = layout("\n\n".join(["河里的水清了", cut, "上游漂下来一只木盆。", SECOND]))
    assert heads(found.articles[0]) == ("", "河里的水清了", "")


def test_what_somebody_asks_or_calls_over_a_headline_is_its_kicker() -> None:
    found = page("“我的秤，怎么就短了二两？”", "一杆秤 称出半条街的闲话")
    assert heads(found.articles[0]) == ("“我的秤，怎么就短了二两？”", "一杆秤 称出半条街的闲话", "")


def test_what_somebody_asks_in_a_text_stays_text() -> None:
    asked = "“巷口的灯什么时候亮？”"
    assert kinds_of(pieces("\n".join(["巷口的灯", TEXT, asked, SECOND])))[2] == "body"


def test_a_region_is_no_body_that_writes() -> None:
    found = page("渔船全部回港", "台风今夜擦过我县东部")
    assert "台风今夜擦过我县东部" in heads(found.articles[0])


@pytest.mark.parametrize(
    "line",
    [
        "县人武部 田铁山",
        "县医院神经内科　沈　青",
        "县农技推广中心 高级农艺师 邢小江",
        "河湾小学五（2）班　苏子白　庞小依",
        "□田小仙 文/图",
    ],
)
def test_who_wrote_it_with_office_house_or_trade_is_no_headline(line: str) -> None:
    found = page("先看表，后打电话", line)
    assert heads(found.articles[0]) == ("", "先看表，后打电话", "")
    assert [part.text for part in found.articles[0].bylines] == [line]


def test_places_are_no_writers() -> None:
    stack = "柳林镇 高家村", "老水磨转出新收入"
    found = layout("\n\n".join(["巷口的灯", TEXT, SECOND, *stack, TEXT, SECOND]))
    assert heads(found.articles[1]) == (*stack, "")


@pytest.mark.parametrize(
    "line", ["河滨路居民　宋小昌", "（河湾小学五（2）班 邵小诺 指导教师 温琴）"]
)
def test_who_signs_a_letter_is_no_kicker_of_the_next_article(line: str) -> None:
    found = layout("\n\n".join(["路灯该谁管", TEXT, SECOND, line, "菜场搬了新家", TEXT, SECOND]))
    assert [heads(article) for article in found.articles] == [
        ("", "路灯该谁管", ""),
        ("", "菜场搬了新家", ""),
    ]


def test_what_a_reporter_tells_is_no_byline() -> None:
    told = "记者 田野 报道：据县气象台七月十八日上午消息"
    assert kind_of(pieces(told)[0]) != "byline"
    assert kind_of(pieces("记者 田野 报道")[0]) == "byline"


@pytest.mark.parametrize("line", ["老钟匠在铺里修钟（资料照片）", "秋到渡口（版画）"])
def test_what_a_picture_is_stands_in_brackets_at_the_end_of_its_caption(line: str) -> None:
    assert kind_of(pieces(line)[0]) == "caption"


@pytest.mark.parametrize(
    ("headline", "first"),
    [
        ("村口的老石桥该不该拆 请听我们几个老人说几句", "尊敬的编辑："),
        ("河滩砂石拍卖公告", "受委托，本公司定于6月28日上午公开拍卖以下标的，竞买人须先交保证金。"),
    ],
)
def test_a_letter_and_a_notice_begin_an_article_by_how_they_open(headline: str, first: str):
    above = ["城西水厂建成通水", TEXT, SECOND]
    found = layout("\n\n".join([*above, headline, first, SECOND]))
    assert [heads(article)[1] for article in found.articles] == ["城西水厂建成通水", headline]


def test_two_stacks_that_meet_without_a_text_between_are_two_articles():
    first, second = ("县法院巡回审判", "一场官司在瓜棚里了结"), ("秋汛", "一个月下了半年的雨")
    found = page("城西水厂建成通水", TEXT, SECOND, *first, *second)
    stacks = [heads(article)[:2] for article in found.articles]
    assert stacks == [("", "城西水厂建成通水"), first, second]


FROST = (
    "本报讯（记者 田野）气象台说，今夜到明晨最低气温降到零下六度，果园要提前点烟防霜，棚菜要加盖草帘。",
    "农技员老秦守在梨园里，隔一小时看一次温度计，凌晨三点挨家敲门叫人起来点火。",
)
COURT = (
    "原告诉称，被告借走三万元后迟迟不还，多次上门催讨无果，请求判令归还本金和利息。",
    "法庭当场调解，被告同意分两次付清，双方在协议上按了手印，案件受理费减半收取。",
)


def test_a_short_line_between_two_subjects_is_a_headline_and_within_one_a_subhead():
    between = layout("\n\n".join(["城东果园连夜防霜冻", *FROST, "借条上按了手印", *COURT]))
    assert [heads(each)[1] for each in between.articles] == ["城东果园连夜防霜冻", "借条上按了手印"]
    within = layout("\n\n".join(["城东果园连夜防霜冻", FROST[0], "半夜敲门", FROST[1]]))
    assert [heads(each)[1] for each in within.articles] == ["城东果园连夜防霜冻"]
    assert [each.text for each in within.articles[0].subheads] == ["半夜敲门"]


def test_what_a_reporter_goes_on_to_tell_is_a_headline_and_no_byline():
    found = page("山背村打电话要爬坡", "本报记者追踪：信号塔年内立起来", TEXT, SECOND)
    assert "本报记者追踪：信号塔年内立起来" in heads(found.articles[0])
    assert "追踪" not in found.articles[0].byline


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("锚定新目标 描绘新蓝图", "到2027年，全县粮食产量要稳定在二十万吨，森林覆盖率提高到三成。"),
        ("去年干得好 今年怎么看", "到年底，三个乡镇的自来水要全部并网，山上的村也不例外。"),
        ("春耕不误时 农资早下田", "里里外外忙了一个月，县农资公司备足了化肥和种子。"),
    ],
)
def test_two_halves_with_a_blank_between_are_a_headline_however_it_reads_on(
    headline: str, text: str
) -> None:
    below = "各乡镇要把任务分到村组，一月一督查，年底交总账。"
    found = page("县一中的操场换了新跑道", TEXT, SECOND, headline, text, below, "老桥装上了路灯")
    assert [heads(each)[1] for each in found.articles] == [
        "县一中的操场换了新跑道", headline, "老桥装上了路灯"
    ]  # fmt: skip
    assert found.articles[1].paragraphs[0].text == text
