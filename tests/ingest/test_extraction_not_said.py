"""No sum and no day is entered for a work that the print does not say of it."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part

WAN = 10_000


def facts(today: date, *paragraphs: str) -> Facts:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=today, known=Known())


def told(today: date, *paragraphs: str) -> list[tuple[str, Decimal | None, str | None]]:
    """Of each work its name, its sum in 万元, and the day by which it is due."""
    return [
        (
            each.name,
            each.announced.yuan / WAN if each.announced and each.announced.yuan else None,
            each.due_on.isoformat() if each.due_on else None,
        )
        for each in facts(today, *paragraphs).projects
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("平台公司借款余额12月底前不会超过2.6亿元。", 260_000_000),
        ("今年乡镇会议经费确保不突破60万元。", 600_000),
        ("今年全县工业用煤不超出90万吨。", 900_000),
    ],
)
def test_what_is_not_to_be_passed_is_promised_as_a_ceiling(text: str, value: int) -> None:
    found = facts(date(2022, 3, 1), text).targets
    assert [(each.value, each.comparator) for each in found] == [(Decimal(value), "<=")]
