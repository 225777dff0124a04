"""No page, however hostile, holds the importer up: time grows with the length and no faster."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part
from tests.growth import MOST, growth_with_length

LENGTH = 24_000

HOSTILE = {
    "brackets": "(",
    "sums without an end": "建设项目总投资3亿元的工程",
    "sums of each other": "投资3亿元的",
    "a list without an end": "甲园、",
    "clauses": "甲园建设,",
    "years": "2019年",
    "terms": "6月底前",
    "projects": "推进城北水厂项目建设,总投资3亿元,年底完工。",
    "bodies": "县发改局和",
    "one of two": "甲馆、乙馆,前者",
    "what is left": "排查隐患8处,6月底前全部到位,",
    "calls": "着力补齐短板。",
    "other places": "全国达到3%,",
    "for whom": "为3户安装",
    "scopes": "3个站6月底前",
    "what is left, in one sentence": "其余3个6月底前完成,",
    "paid by a day": "补发5万元6月底前",
    "all of them": "3个站、8个村全部办结,",
    "counted together": "8户2人3处",
    "lists under a pledge": "军令状:填平水坑3个;",
    "what is left of them": "已完工3个,其余3个6月底前完成。",
    "a count under a date": "6月底前,3个村通水,",
    "each under its verb": "新建公厕3座,水塔3座,",
    "what closes a list": "新建公厕3座,水塔3座,力争6月底前完成,",
    "names without a mark": "由由由与与",
    "a deed in the middle": "挂图作战倒排工期确保整个项目如期投产,10月底前设备进场",
    "a list of counts": "今年改厕3座5座8座",
    "in these places": "在甲、乙2个村建设",
    "changes": "今年由增长3%调整为5%",
    "plain words": "县交通局项目工程",
    "short names": "实验中学南校区进入冲刺。南校区总投资3亿元。",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_of_no_text_grows_faster_than_the_text(name: str) -> None:
    def text(length: int) -> str:
        return HOSTILE[name] * (length // len(HOSTILE[name]))

    assert growth_with_length(facts, text, LENGTH) < MOST


def test_two_thousand_works_may_stand_in_one_sentence() -> None:
    def told(works: int) -> str:
        return "".join(
            f"{chr(0x4E00 + at % 500)}{chr(0x4E00 + at // 3 % 900)}产业园项目投资{at + 1}万元;"
            for at in range(works)
        )

    assert growth_with_length(facts, told, 2000) < MOST
    assert len(facts(told(2000)).projects) > 1900


def facts(text: str) -> Facts:
    return extract(
        [Article("a", paragraphs=[Part(text, [])])], issue_date=date(2019, 4, 1), known=Known()
    )
