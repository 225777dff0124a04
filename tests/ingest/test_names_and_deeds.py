"""A line that ends like the name of a body and says what was done is no name and no byline."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Article

SIGNED = "本报讯（记者 林溪）4月18日上午，县里的技术人员到现场查看了情况，和大家商量下一步怎么办。"
UNSIGNED = "4月18日上午，县里的技术人员到现场查看了情况，和大家一起商量下一步怎么办，村民都赶来听。"
SECOND = "“这样一来，大伙心里就有底了。”在场的群众说。"


def article(*lines: str, text: str) -> Article:
    (found,) = layout("\n\n".join([*lines, text, SECOND])).articles
    return found


@pytest.mark.parametrize(
    "line",
    [
        "跑出发展新格局",
        "小渔村办起水产大学",
        "千名干部下沉社区",
        "补贴申领手机办",
        "旧礼堂变成文化站",
        "县城新添三个派出所",
    ],
)
def test_a_line_that_ends_like_a_body_and_tells_a_deed_is_no_byline(line):
    assert not article("县里的新办法管用了", line, text=UNSIGNED).bylines


@pytest.mark.parametrize("line", ["县退役军人事务局", "县进出口公司", "平安镇三家子村", "县政府办"])
def test_a_body_under_a_headline_is_who_wrote_it(line):
    found = article("把服务送到家门口", line, text=UNSIGNED)
    assert [each.text for each in found.bylines] == [line]


def test_a_body_is_no_byline_where_the_text_names_its_writers():
    assert not article("把服务送到家门口", "县退役军人事务局", text=SIGNED).bylines
