"""What a page prints of itself is read from beside its articles, and never from inside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.pages.pages import pages
from ingest.folio import Folio, read_folio
from ingest.pipeline import layout
from tests.conftest import ROOT

ARTICLE = """县水利局清淤十二公里

本报讯 11月20日，县水利局召开会议，要求2025年12月1日前完成清淤。全县今年清淤12公里。

城关镇修路十二公里

本报讯 城关镇今年新修乡村道路12公里，2026年11月18日完工。沿线六个村的村民出行方便了。
"""
DAY = date(2026, 11, 26)


def folio(head: str, foot: str = "", body: str = ARTICLE) -> Folio:
    return read_folio(layout(f"{head}\n\n{body}\n{foot}"))


@pytest.mark.parametrize(
    "head",
    [
        "青屏日报 2026年11月26日 星期四 第3版 第1287期",
        "2026年11月26日 星期四 第3版 第1287期\n青屏日报",
        "青屏日报\n\n2026年11月26日\n\n第3版\n\n总第1287期",
        "青屏日报\n二〇二六年十一月二十六日　星期四\n第三版\n第1287期",
        "青屏日报\n\n二○二六年十一月二十六日\n\n第三版  第一二八七期",
        "青屏日报　２０２６年１１月２６日　星期四　第３版　第１２８７期",
        "青屏日报  2026.11.26 星期四  3版  第1287期",
        "青 屏 日 报\n2026年11月26日 星期四 农历十月十八 第3版 第1287期",
        "青屏日报 | 2026-11-26 星期四 | 03版 要闻 | 总第1287期 今日4版",
        "青屏日报\n2026年11月26日 星期四 第47期（总第1287期）\n3版 项目·民生",
    ],
)
def test_date_paper_page_and_number_are_read_in_every_form(head: str) -> None:
    found = folio(head)
    assert (found.day, found.paper, found.page, found.number) == (DAY, "青屏日报", 3, 1287)


def test_at_the_foot_too() -> None:
    found = folio("", "责任编辑：陈岚 2026年11月26日 星期四 第3版")
    assert (found.day, found.page) == (DAY, 3)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("", ""),
        ("项目进行时", ""),
        ("", "县水利局\n\n2026年11月20日"),
        ("", "责任编辑：陈岚\n\n2026年11月20日"),
        ("2026年11月26日全县降温", ""),
        ("截至2026年11月20日，全县清淤12公里", ""),
    ],
)
def test_without_a_line_that_says_so_a_page_has_no_date(head: str, foot: str) -> None:
    assert folio(head, foot).day is None


def test_a_date_that_is_none_is_not_read() -> None:
    assert folio("青屏日报 2026年11月31日 星期二").day is None


def test_a_file_of_several_pages_has_no_number_of_its_own() -> None:
    found = folio("青屏日报 2026年11月26日 星期四 第1版", "青屏日报 2026年11月26日 星期四 第2版")
    assert (found.day, found.page) == (DAY, None)


@pytest.mark.parametrize("line", ["今日4版", "共8版", "本报海报", "气象预报", "A3版"])
def test_counts_of_pages_and_other_words_are_neither_page_nor_paper(line: str) -> None:
    found = folio(f"2026年11月26日 星期四\n{line}")
    assert (found.page, found.paper, found.day) == (None, "", DAY)


@pytest.mark.parametrize(
    "line",
    [
        "共 8 版",
        "今日 8 版",
        "今日　8　版",
        "本期8版",
        "本期 8 版",
        "每周 4 版",
        "每期4版",
        "每日 8 版",
        "今日 08 版",
        "总第1287期 4版",
        "第 1287 期 4 版",
        "第1287期（总第2046期） 4版",
        "8版",
        "对开 4版 星期四出版",
        "8版 国内统一刊号CN14-0001",
        "今日 8 版 要闻",
    ],
)
def test_how_many_pages_there_are_is_not_which_this_is(line: str) -> None:
    assert folio(f"青屏日报 2026年11月26日 星期四\n{line}").page is None
    assert folio(f"青屏日报 2026年11月26日 星期四 {line}").page is None
    assert folio(f"青屏日报 2026年11月26日 星期四 第 3 版 {line}").page == 3


@pytest.mark.parametrize(
    "head",
    [
        "青屏日报 2026年11月26日第3版",
        "青屏日报 2026年11月26日 星期四 03版",
        "青屏日报 2026年11月26日 星期四 第1287期 3版 综合",
        "青屏日报  3版  2026年11月26日 星期四  今日 4 版",
        "3版 综合 2026年11月26日 星期四",
        "青屏日报 2026年11月26日 星期四 | 3版：要闻",
        "青屏日报 第 3 版 2026年11月26日 星期四 今日 4 版",
    ],
)
def test_a_page_is_told_with_a_section_a_date_or_in_two_figures(head: str) -> None:
    assert folio(head).page == 3


FOLIO = "青屏日报 2026年11月26日 星期四 第3版"


@pytest.mark.parametrize(
    "line",
    [
        "青屏日报 1956年7月1日创刊",
        "青屏日报 1956年7月1日 正式创刊 1987年1月1日复刊",
        "青屏日报 创刊日期：1956年7月1日",
        "青屏日报 2026年1月1日试刊",
        "上期导读 2026年11月19日 第2版",
        "上期导读 2026年11月19日 星期四 第2版",
        "青屏日报 2026年11月19日 第3版",
    ],
)
def test_the_day_of_founding_and_of_another_issue_are_not_the_page_s(line: str) -> None:
    found = folio(f"{line}\n{FOLIO}")
    assert (found.day, found.page) == (DAY, 3)


def test_the_day_may_stand_behind_that_of_founding() -> None:
    for founded in ("1956年7月1日创刊", "1956年创刊", "创刊于1956年7月1日"):
        assert folio(f"青屏日报 {founded} 2026年11月26日 星期四 第3版").day == DAY
    assert folio("青屏日报 1956年7月1日创刊").day is None
    assert folio("青屏日报 创刊号 2026年11月26日 星期四").day == DAY


@pytest.mark.parametrize("tail", ["星期四", "第3版", ""])
def test_two_days_on_a_page_tell_none(tail: str) -> None:
    found = folio(f"2026年11月26日 {tail}\n2026年11月19日 {tail}")
    assert (found.day, found.text) == (None, "")


@pytest.mark.parametrize(
    "line",
    [
        "（原载《人民日报》2026年11月25日第1版）",
        "（《人民日报》2026年11月25日第1版）",
        "(人民日报 2026年11月25日 第1版)",
        "【人民日报 2026年11月25日 第1版】",
        "转载自 人民日报 2026年11月25日 第4版",
        "摘自 人民日报 2026年11月25日 第4版",
        "据《人民日报》2026年11月25日第4版",
        "《人民日报》2026年11月25日第4版",
        "来源：人民日报 2026年11月25日 星期三 第4版",
    ],
)
def test_the_source_of_a_reprint_is_not_the_page_s_own(line: str) -> None:
    assert folio("", line) == Folio()
    found = folio("青屏日报 第3版\n2026年11月26日", line)
    assert (found.day, found.paper, found.page) == (DAY, "青屏日报", 3)


def test_a_paper_may_print_its_name_as_a_title_and_its_number_in_brackets() -> None:
    found = folio("《青屏新闻》2026年11月26日 第3版\n（总第1287期）\n版权所有 不得转载")
    assert (found.day, found.page, found.number) == (DAY, 3, 1287)


def test_the_demo_page() -> None:
    text = (ROOT / "fixtures" / "uploads" / "demo-page.txt").read_text("utf-8-sig")
    found = read_folio(layout(text))
    assert found == Folio(date(2026, 12, 1), "2026年12月1日", "平遥新报", 2, 1288)


def test_the_real_page_prints_nothing_of_itself(seed: Path) -> None:
    (path,) = seed.glob("*.txt")
    assert read_folio(layout(path.read_text("utf-8-sig"))) == Folio()


def test_pages_as_they_are_printed_have_no_other_date_than_their_own() -> None:
    for page in pages("tuning", "mild", 6):
        found = read_folio(layout(page.text))
        if found.day:
            assert any(found.text in block.text for block in page.blocks)
            assert found.text.endswith("日")
