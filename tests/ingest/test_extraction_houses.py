"""What a school or a hospital moves into is one work with it."""

from datetime import date
from decimal import Decimal

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part


@pytest.mark.parametrize(
    ("text", "name", "yuan"),
    [
        (
            "红旗小学的老师先进了新校区。新校区总投资6800万元,占地35亩。",
            "红旗小学新校区",
            68_000_000,
        ),
        (
            "县中医院下月搬家。新院区总投资3.2亿元,设床位400张。",
            "县中医院新院区",
            320_000_000,
        ),
        (
            "城关敬老院的老人盼着搬新楼。新楼投资1500万元,明年5月投用。",
            "城关敬老院新楼",
            15_000_000,
        ),
        (
            "红旗小学新校区8月底交付。新校区总投资6800万元,可容纳1600名学生。",
            "红旗小学新校区",
            68_000_000,
        ),
    ],
)
def test_the_new_house_is_one_work_with_who_moves_in(text: str, name: str, yuan: int) -> None:
    article = Article("a", paragraphs=[Part(text, [])])
    found = extract([article], issue_date=date(2026, 11, 20), known=Known()).projects
    assert [(each.name, [said.yuan for said in each.investments]) for each in found] == [
        (name, [Decimal(yuan)])
    ]
