"""The day of one phase of a work is neither that of another phase nor that of another work."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

FINISHED = date(2026, 11, 20)


def days(*paragraphs: str) -> dict[str, str | None]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    found = extract([article], issue_date=FINISHED, known=Known()).projects
    return {each.name: each.due_on.isoformat() if each.due_on else None for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "青屏河城区段治理二期工程进入尾声。二期12月底前验收,三期明年5月开工。",
        "青屏河城区段治理二期工程正在收尾,二期12月底前验收,三期明年5月开工。",
    ],
)
def test_the_next_phase_begins_when_this_one_is_done(text: str) -> None:
    assert days(text) == {
        "青屏河城区段治理二期工程": "2026-12-31",
        "青屏河城区段治理三期": "2027-05-31",
    }


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["东关小区改造项目10月完工。青屏河城区段治理进入尾声。二期12月底前验收,三期明年5月开工。"],
        [
            "东关小区改造项目10月完工。",
            "青屏河城区段治理二期工程进入尾声。二期12月底前验收,三期明年5月开工。",
        ],
    ],
)
def test_phases_are_of_what_the_paragraph_speaks_of(paragraphs: list[str]) -> None:
    found = days(*paragraphs)
    assert found.pop("东关小区改造项目") is None
    assert sorted(str(day) for day in found.values()) == ["2026-12-31", "2027-05-31"]
    assert all("青屏河" in name for name in found)
