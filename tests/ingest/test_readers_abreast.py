"""Columns that a file keeps side by side on its lines are read one after another."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.readers.abreast import in_reading_order
from ingest.readers.lines import pieces
from ingest.readers.punctuation import visible
from tests.growth import MOST, growth_with_length

LEFT = (
    "麦收提前三天扫尾",
    "　　6月12日，全县三十六万亩小麦",
    "全部收完，比常年早了三天。县农机",
    "中心调来一千二百台收割机，分四路",
    "由南向北推进，夜里也不停机。",
    "　　种粮大户祁长顺的八百亩地两天",
    "收光。他说往年等机器要等五天，今",
    "年机器在地头等人。",
    "　　县里还给每台机车发了服务卡，",
    "凭卡加油每升便宜两角。",
)
RIGHT = (
    "图书馆夜里也开门",
    "　　从本周起，县图书馆每晚开放到",
    "九点半。首日晚上来了二百七十人，",
    "一半是学生，还有刚下班的工人。馆",
    "长阮小梅说，灯亮着，人就愿意来。",
    "　　二楼新添了六十个座位，窗边的",
    "位子最抢手。读者杜海波连来了四个",
    "晚上，他在准备会计考试，家里太吵，",
    "这里静，还不收钱。",
    "　　开放时间试行三个月。",
)


def cells(line: str) -> int:
    return sum(1 if letter < "\u2000" else 2 for letter in line)


def abreast(*columns: tuple[str, ...], cell: int = 40) -> str:
    rows = []
    for parts in zip(*columns, strict=True):
        row = ""
        for number, part in enumerate(parts):
            row += " " * (cell * number - cells(row)) + part
        rows.append(row)
    return "\n".join(rows)


def test_two_columns_are_two_articles_with_whole_paragraphs() -> None:
    found = layout(f"平川报 2026年6月13日 星期六 第2版\n{abreast(LEFT, RIGHT)}\n")
    assert [each.headline.text for each in found.articles if each.headline] == [LEFT[0], RIGHT[0]]
    texts = [part.text for each in found.articles for part in each.paragraphs]
    assert texts[0].startswith("6月12日，全县") and texts[0].endswith("夜里也不停机。")
    assert texts[-1] == "开放时间试行三个月。"


def test_three_columns_are_parted_too() -> None:
    third = tuple(reversed(RIGHT))
    lines = abreast(LEFT, RIGHT, third).split("\n")
    parts = [lines[each.line][each.start : each.end].strip() for each in in_reading_order(lines)]
    assert [each for each in parts if each] == [
        line.strip() for column in (LEFT, RIGHT, third) for line in column
    ]


def test_a_line_over_both_columns_ends_them() -> None:
    over = "责任编辑：钱进　版式：吴越　校对：孙小兰　本版主编：赵大川"
    lines = f"{abreast(LEFT, RIGHT)}\n{over}\n{abreast(RIGHT, LEFT)}".split("\n")
    parts = [lines[each.line][each.start : each.end].strip() for each in in_reading_order(lines)]
    assert [each for each in parts if each].index(over) == 20


@pytest.mark.parametrize(
    "text",
    [
        "水库名称      总投资      完工时间\n" + "柳湾水库      4860万元      11月底\n" * 12,
        "\n".join(LEFT),
        "抓项目　　强产业　　惠民生\n" * 10,
        "\n".join(f"{line}    {line}" for line in LEFT[:5]),
    ],
)
def test_what_is_no_column_of_prose_stays_line_by_line(text: str) -> None:
    lines = text.split("\n")
    assert [(each.line, each.start, each.end) for each in in_reading_order(lines)] == [
        (number, 0, len(line)) for number, line in enumerate(lines)
    ]


def test_nothing_is_lost_or_doubled() -> None:
    text = abreast(LEFT, RIGHT)
    assert sorted(visible(text)) == sorted("".join(visible(each.text) for each in pieces(text)))


def test_a_blank_line_in_one_column_parts_its_paragraphs_only() -> None:
    upper = (*RIGHT[:5], "", *RIGHT[5:])
    lower = (*LEFT, "　　今年的秸秆全部打捆还田。")
    texts = [each.text for each in pieces(abreast(lower, upper))]
    assert (
        "九点半。首日晚上来了二百七十人，一半是学生，还有刚下班的工人。馆长阮小梅说，灯亮着，人就愿意来。"
        in "".join(texts)
    )
    assert not any("就愿意来。" in text and "二楼新添" in text for text in texts)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_columns_are_parted_wherever_one_has_a_blank_line(place: int) -> None:
    columns = [(*column[:5], "", *column[5:]) if n == place else (*column, "　　完。")
               for n, column in enumerate((LEFT, RIGHT, tuple(reversed(LEFT))))]  # fmt: skip
    lines = abreast(*columns).split("\n")
    parts = [lines[each.line][each.start : each.end].strip() for each in in_reading_order(lines)]
    assert [each for each in parts if each] == [
        line.strip() for column in columns for line in column if line
    ]


def test_couplets_are_read_line_by_line() -> None:
    couplets = "\n".join(
        f"{upper}    {lower}"
        for upper, lower in zip(
            ["春回大地千山秀，", "门迎百福年年好，", "一帆风顺吉星到，", "五谷丰登人有寿，"] * 2,
            ["日照神州万木荣。", "户纳千祥岁岁安。", "万事如意福临门。", "六畜兴旺岁平安。"] * 2,
            strict=True,
        )
    )
    assert all(each.start == 0 for each in in_reading_order(couplets.split("\n")))


def test_many_gaps_are_read_in_time() -> None:
    """It took a minute when each gap counted its columns from the left."""
    assert (
        growth_with_length(pieces, lambda gaps: "\n".join(["一二三四五六七八   " * gaps] * 8), 340)
        < MOST
    )
