"""The first line of a cut paragraph under a subhead is text, however much it looks like a head."""

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout

PAGE = """库区移民有了新营生

本报讯 3月9日，坪头镇移民村的蘑菇大棚开了第一批菇。全村六十二户人家，三年前从水库边搬到这里，地少了，人闲了，镇里为此想了不少办法。

{head}

{line}

{rest}

村支书说，眼下棚里每天出菇八百斤，客商上门来收，价钱比去年高出两成。
"""
HEADS = ["大棚是怎样建起来的", "一笔账算了三遍"]
CUTS = [
    ("大棚的骨架是从外省运来的，安装队每天", "干到天黑，用了二十三天把六十座棚搭齐，镇里管饭。"),
    ("三月里下过一场大雪，最边上的四座棚被", "压塌了，党员突击队连夜扫雪，把菌袋转到学校的礼堂里。"),
    ("全村最难动员的一户姓滕，老两口说什么也不", "愿意把自留地让出来，驻村干部上门十一回。"),
    ("今年的订单来自省城的三家超市和一所", "大学的食堂，合同签到明年六月，每斤保底四块二。"),
]  # fmt: skip


def roles(found: Layout) -> dict[str, str]:
    return {part.text: part.role for part in found.parts()}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(("line", "rest"), CUTS)
def test_the_cut_line_is_read_on_and_the_head_stays_a_head(head: str, line: str, rest: str) -> None:
    found = layout(PAGE.format(head=head, line=line, rest=rest))
    assert any((join.left, join.right, join.made) == (3, 4, True) for join in found.joins)
    assert roles(found)[f"{line}{rest}"] == "body"
    assert roles(found)[head] in ("subhead", "headline")


@pytest.mark.parametrize(
    "deck", ["三年搬迁六十二户，棚里出菇日均八百斤", "镇里三座棚试种，两年还清贷款"]
)
def test_a_deck_under_a_headline_stays_one(deck: str) -> None:
    page = PAGE.replace("库区移民有了新营生", f"库区移民有了新营生\n\n{deck}")
    found = layout(page.format(head=HEADS[0], line="棚里暖和。", rest="菇出得齐整。"))
    assert roles(found)[deck] == "deck"


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("上个月，卖酱菜的孙家和", "隔壁修表的老丁，为了一根晾衣绳，差点红了脸。"),
        ("镇里的蘑菇收购站从", "清早五点开到天黑，过秤的小伙子换了两班。"),
    ],
)
def test_a_short_line_that_ends_with_what_leads_on_is_no_head(line: str, rest: str) -> None:
    page = PAGE.replace("{head}\n\n", "").format(line=line, rest=rest)
    assert roles(layout(page))[f"{line}{rest}"] == "body"
