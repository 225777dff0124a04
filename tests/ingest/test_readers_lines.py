"""Blocks, lines and hard breaks: the reader finds the paragraphs of the file as it was saved."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces

PARAGRAPHS = [
    "本报讯 连日来,渠口镇抢抓晴好天气,组织农机手下田翻耕。镇里从邻县请来十二台大马力拖拉机,日夜两班倒,八天翻地九千亩。",
    "种粮大户老郭算了一笔账:早翻十天,地里多存两寸水,一亩少浇一遍,省下四十块钱。他今年流转了三百二十亩,这一项就省下一万多。",
    "农技员提醒,翻后要及时耙平,防止跑墒。夜里温度低于五度时不要浇水。有条件的地块可以结合翻耕施底肥,每亩不超过四十公斤。",
]


def texts(text: str) -> list[str]:
    return [piece.text for piece in pieces(text)]


def broken(paragraph: str, width: int, indent: str = "") -> str:
    line = indent + paragraph
    return "\n".join(line[at : at + width] for at in range(0, len(line), width))


def test_blank_lines_part_blocks_numbered_as_joins_are():
    text = "\n\n标题\n\n第一段。\n \u3000\n第二段。\n\n\n\n图说。\n"
    blocks = re.split(r"\n\s*\n", text.strip("\n"))
    for piece in pieces(text):
        assert piece.text in blocks[piece.block]
    assert pieces(text)[3].gap == 3


def test_a_paragraph_a_line_stays_a_paragraph():
    assert texts("\n".join(PARAGRAPHS)) == PARAGRAPHS


def test_lines_broken_hard_are_joined_and_paragraphs_kept():
    for width in (13, 20, 24):
        text = "\n".join(broken(each, width) for each in PARAGRAPHS)
        assert texts(text) == PARAGRAPHS


def test_lines_broken_hard_with_indents_of_full_width_spaces():
    text = "\r\n".join(broken(each, 20, "\u3000\u3000") for each in PARAGRAPHS)
    assert texts(text) == PARAGRAPHS
    assert [piece.indent for piece in pieces(text)] == [2, 2, 2]


def test_a_paragraph_that_fills_its_last_line_is_not_eaten_where_indents_tell():
    full = "这是一段正好写满两行的话,每行二十个字,写到这里刚好是四十个字整整好的。"
    full = (full[:-1] + "一" * 40)[:37] + "。"
    text = "\n".join(broken(each, 20, "\u3000\u3000") for each in [full, *PARAGRAPHS])
    assert texts(text)[0] == full


def test_line_ends_of_all_systems_are_read():
    text = "第一段。\r\n\r\n第二段。\r\r第三段。\n\n第四段。"
    assert texts(text) == ["第一段。", "第二段。", "第三段。", "第四段。"]
    assert [piece.block for piece in pieces(text)] == [0, 1, 2, 3]


@given(st.text(alphabet="本报讯县。，,“”（） \n\r\t\u3000\x0b\x0c\u2028a1", max_size=200))
def test_no_character_is_lost_or_doubled(text: str):
    found = "".join("".join(piece.text.split()) for piece in pieces(text))
    assert found == "".join(text.split())


@given(st.text(alphabet="本报讯县。 \n\u3000a", max_size=120))
def test_every_piece_says_where_it_stands(text: str):
    for piece in pieces(text):
        printed = "".join(text[piece.start : piece.end].split())
        assert printed == "".join(piece.text.split())


def test_what_names_who_gave_the_picture_is_a_caption() -> None:
    lines = [
        "渠口镇的农机手在夜里检修旋耕机，灯光把地头照得通亮。 县融媒体中心供图",
        "渠口镇的农机手在夜里检修旋耕机，灯光把地头照得通亮。 周密摄",
        "这组旧照片由镇文化站供图，展出到月底，每天有三四百人来看。",
    ]
    assert kinds_of(pieces("\n\n".join(lines))) == ["caption", "caption", "body"]


COLUMN = [
    ["渠口镇抢抓晴好天气翻耕田", "镇里又从邻县请来十二台大机车,", "机手日夜两班倒八天翻地九千亩",
     "轮流吃住在水渠田边的旧帐篷里", "天黑透了才肯收工回家吃饭。"],
    ["种粮大户老郭算了一笔大账", "提早翻十天地里可多存两寸水分", "一亩少浇一遍能省四十多块油钱",
     "他今年流转了三百二十亩平整地", "乡亲们都跟着学。"],
    ["农技员提醒翻后要及时耙平", "夜里温度低于五度千万别浇水了,", "有条件的地块可以多施足底肥料",
     "每亩用量不要超过四十公斤整整", "减产可就划不来。"],
]  # fmt: skip


def test_lines_are_joined_though_indents_are_lost_and_marks_hang_beyond_the_margin():
    lines = [[line.replace(",", "，") for line in paragraph] for paragraph in COLUMN]
    text = "\n".join("\n".join(paragraph) for paragraph in lines)
    assert texts(text) == ["".join(paragraph) for paragraph in lines]


def test_a_title_wider_than_the_columns_is_joined_with_no_line():
    title = "全县农机手八天翻地九千亩保证下种不误农时"
    text = "\n".join([title, *(broken(each, 14) for each in PARAGRAPHS)])
    assert texts(text) == [title, *PARAGRAPHS]


def test_a_report_begins_a_paragraph_though_the_line_above_is_full():
    title = "渠口镇八天翻地九千亩又快又好"
    assert len(title) == 14
    text = "\n".join([title, *(broken(each, 14) for each in PARAGRAPHS)])
    assert texts(text) == [title, *PARAGRAPHS]


def test_a_stack_of_titles_in_a_block_of_its_own_stays_apart():
    stack = [
        "渠口镇八天翻地九千亩又快又好",
        "十二台拖拉机日夜两班倒不停歇",
        "早翻十天一亩省下四十块",
    ]
    text = "\n\n".join(["\n".join(stack), *(broken(each, 14) for each in PARAGRAPHS)])
    assert texts(text)[:3] == stack


def test_stacks_of_even_titles_make_no_measure_where_paragraphs_are_unbroken():
    stack = "早翻十天，多存水\n一亩少浇一遍地呢\n新修村道归谁来管"
    text = "\n\n".join(f"{stack}\n\n{each}" for each in PARAGRAPHS)
    assert texts(text) == [part for each in PARAGRAPHS for part in (*stack.split("\n"), each)]


def test_what_stands_in_a_paragraph_and_is_of_the_page_is_joined_with_nothing():
    lines = broken(PARAGRAPHS[0], 14).split("\n")
    text = "\n".join([*lines[:2], "责编 钱进 版式 吴越 校", *lines[2:], broken(PARAGRAPHS[1], 14)])
    assert "责编 钱进 版式 吴越 校" in texts(text)


def test_the_items_of_a_list_are_joined_with_nothing():
    items = [
        "中旬 果园清园树干涂白防冻害", "下旬 小麦浇足越冬水再划锄一遍",
        "王秀兰 李铁柱 赵海燕 孙河", "冯桂花 陈大勇 褚秀英 蒋丽",
    ]  # fmt: skip
    text = "\n".join([*(broken(each, 14) for each in PARAGRAPHS), *items])
    assert texts(text)[-4:] == items


LEAD = [
    "本报讯 渠口镇的供销社老院子空了九年,上个月又开了门。院里的平房刷了白灰,门口挂出“老年食堂”的牌子,每顿十一块钱,八十岁以上的只收六块。",
    "管灶的是退休的供销社职工程秀梅。她把菜谱写在当年写化肥价目的黑板上,一周不重样。头一天来了三十七个人,有人吃完不走,坐在院里晒太阳,问她明天做啥。",
    "食堂的账目一月一贴,镇里补水电,村里出人工。程秀梅说,能开多久她不敢说,先把这个冬天的热饭管住,开春再看。",
]


def test_an_article_set_wider_than_the_others_is_joined_at_its_own_width():
    for narrow, wide in ((18, 27), (14, 22), (16, 18)):
        text = "\n".join([
            *(broken(each, wide, "\u3000\u3000") for each in LEAD),
            *(broken(each, narrow, "\u3000\u3000") for each in PARAGRAPHS),
        ])  # fmt: skip
        assert texts(text) == [*LEAD, *PARAGRAPHS], (narrow, wide)


def test_columns_of_two_widths_may_follow_each_other_more_than_once():
    text = "\n".join([
        *(broken(each, 17, "\u3000\u3000") for each in PARAGRAPHS),
        *(broken(each, 25, "\u3000\u3000") for each in LEAD),
        *(broken(each, 17, "\u3000\u3000") for each in PARAGRAPHS),
    ])  # fmt: skip
    assert texts(text) == [*PARAGRAPHS, *LEAD, *PARAGRAPHS]


def test_a_paragraph_cut_where_the_width_changes_is_not_joined_over_it():
    above, below = LEAD[0][:27], LEAD[0][27:]
    text = "\n".join([
        *(broken(each, 27, "\u3000\u3000") for each in [*LEAD[1:], *LEAD[1:]]),
        broken(above, 27),
        broken(below, 18),
        *(broken(each, 18, "\u3000\u3000") for each in PARAGRAPHS),
    ])  # fmt: skip
    assert texts(text) == [*LEAD[1:], *LEAD[1:], above, below, *PARAGRAPHS]


def test_an_article_broken_hard_among_whole_paragraphs_is_joined():
    text = "\n".join([*LEAD, *(broken(each, 18, "\u3000\u3000") for each in PARAGRAPHS), *LEAD])
    assert texts(text) == [*LEAD, *PARAGRAPHS, *LEAD]


def test_a_song_among_whole_paragraphs_keeps_its_lines():
    song = [
        "正月里来柳条儿黄", "二月里来燕子绕梁", "三月里来犁铧下地", "四月里来麦苗长旺",
        "五月里来磨好镰刀", "六月里来新麦上场", "七月里来瓜甜果香", "八月里来月照东墙",
    ]  # fmt: skip
    assert texts("\n".join([*LEAD, *song, *PARAGRAPHS])) == [*LEAD, *song, *PARAGRAPHS]


def test_verses_and_lists_of_even_length_make_no_column():
    verses = ["渠水绕过三道梁,", "流进谁家的麦场。", "风把炊烟吹斜了,", "羊群还在半坡上。"]
    rows = ["渠口镇 12户 340亩", "石桥镇 15户 410亩", "柳湾乡 11户 295亩"]
    text = "\n".join([*(broken(each, 20) for each in PARAGRAPHS), *verses, *rows])
    assert texts(text)[-7:] == [*verses, *rows]
