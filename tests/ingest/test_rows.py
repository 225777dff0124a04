"""Tables whose cells are parted by blanks are told from headlines on a page."""

from datetime import date

import pytest

from ingest.pipeline import propose
from ingest.readers.rows import cells_of, rows_among

PAGE = """堤防建设进入收尾
本报记者 田禾
4月2日,县水利局公布今年堤防建设进度,全县六处工地全部复工,机械设备比去年同期多出三成,负责人表示汛期前一定把险工险段处理完。
今年堤防工程(单位:万元)
名称 总投资 完成时限
白沙河左堤 2680 6月底
黑石滩护岸 940 5月20日
县水利局要求,各工地每周报一次进度,验收不合格的一律返工。

春茶开园
本报讯 昨日,全县三万亩茶园陆续开园采摘,首批鲜叶收购价每斤八十元,茶农说今年雨水好,头茬芽头比去年壮实。
"""


def test_a_table_of_a_page_stays_in_its_article_and_its_works_are_read() -> None:
    found = propose(PAGE.encode(), issue_date=date(2024, 4, 3))
    first, second = found.layout.articles
    assert first.headline and first.headline.text == "堤防建设进入收尾"
    assert second.headline and second.headline.text == "春茶开园"
    tables = [part.text for part in first.paragraphs if part.role == "table"]
    assert tables == PAGE.splitlines()[3:7]
    works = {each.name: each for each in found.facts.projects}
    assert works["白沙河左堤"].announced and works["白沙河左堤"].announced.yuan == 26_800_000
    assert works["黑石滩护岸"].due_on == date(2024, 5, 20)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["河东桥 860万元 8月底", "河西桥 920万元 9月底"], {0, 1}),
        (["河东桥——860万元——8月底", "河西桥——920万元——9月底"], {0, 1}),
        (["名称 总投资 工期", "河东桥 860万元 8月底", "河西桥 920万元 9月底"], {0, 1, 2}),
        (["今年计划(单位：万元）", "河东桥 860 8月底", "河西桥 920 9月底"], {0, 1, 2}),
        (["河东桥 860万元 8月底", "河西桥 待论证", "河南桥 310万元 9月底"], {0, 1, 2}),
        (["1 河东桥 860 8月底", "2 河西桥 待定 待定"], {0, 1}),
    ],
)
def test_lines_with_figures_in_their_cells_are_rows(lines: list[str], rows: set[int]) -> None:
    assert rows_among(lines) == rows


@pytest.mark.parametrize(
    "lines",
    [
        ["抓项目 强产业 惠民生", "我县一季度开局良好"],
        ["总投资3.2亿元 一期6月投产", "年产构件12万立方米 安排就业260人"],
        ["投资2亿元 建园3个 惠及5万人", "我县打响攻坚战"],
        ["河东桥 860万元 8月底通车。", "河西桥 920万元 9月底通车。"],
        ["2021 2022 2023", "2024 2025 2026"],
        ["全县 上下 同心", "抗旱 保苗 护秋"],
    ],
)
def test_headlines_and_sentences_are_no_rows(lines: list[str]) -> None:
    assert rows_among(lines) == set()


def test_a_line_is_cut_into_cells_wherever_there_is_a_gap() -> None:
    assert cells_of("|河东桥|860万元 8月底\t县住建局|") == [
        "河东桥",
        "860万元",
        "8月底",
        "县住建局",
    ]


def test_a_short_line_behind_the_last_row_is_no_row() -> None:
    lines = ["河东桥 860万元 8月底", "河西桥 920万元 9月底", "农家书屋 常来常新"]
    assert rows_among(lines) == {0, 1}
