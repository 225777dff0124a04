"""Subheads are told from headlines by the whole article: its parts are of one subject and built alike."""

import pytest

from ingest.pipeline import layout

REPORT = """{head}

{place}的{thing}昨天开工。施工队说，六月底以前完工，完工以后交给村里管护，管护的钱由县里出一半。

村民到现场看了图纸，提了十一条意见，其中七条当场写进了合同。"""
OTHERS = [
    REPORT.format(head="鹿鸣桥拓宽开工", place="鹿鸣乡", thing="老桥拓宽工程"),
    REPORT.format(head="敬老院添了电梯", place="县敬老院", thing="电梯加装工程"),
]
STORY = """苹果进了冷库

柳坪镇今年建了三座冷库，果农的苹果头一回能放到开春。镇里算过，一斤苹果放三个月，能多卖八角钱。

{first}

柳坪村的果农庞大有把四万斤苹果存进了冷库。往年十月就得全卖掉，客商说多少就是多少，今年他等到腊月，一斤卖了三块二。

{second}

建冷库的钱，镇里出三成，村里出三成，果农入股四成。冷库一年的电费要二十一万，存一斤苹果收一角二，保本就行。

{third}

苹果能放，人就不慌。果农庞大有开春又嫁接了六亩新苹果，他说冷库在，苹果烂不了。"""
SUBHEADS = [
    ("客商说了不算了", "电费算到每一斤", "果农又添了新品种"),
    ("客商说了不算了", "账算到每一斤", "人心也稳住了"),
]


def heads(page: list[str]) -> tuple[list[str], list[str]]:
    """The headlines and the subheads of a page."""
    found = layout("\n\n".join(page)).articles
    headlines = [each.headline.text for each in found if each.headline]
    return headlines, [part.text for each in found for part in each.subheads]


@pytest.mark.parametrize("lines", SUBHEADS)
def test_parts_of_one_subject_under_lines_built_alike_are_one_article(
    lines: tuple[str, str, str],
) -> None:
    story = STORY.format(first=lines[0], second=lines[1], third=lines[2])
    headlines, subheads = heads([OTHERS[0], story, OTHERS[1]])
    assert headlines == ["鹿鸣桥拓宽开工", "苹果进了冷库", "敬老院添了电梯"]
    assert subheads == list(lines)


OTHER_SUBJECTS = [
    (
        "还差最后一公里",
        "县自来水公司昨天抢修城南主管道，三千户居民停水六个小时。公司说，管子是一九八七年埋的，已经申请更换。",
    ),
    (
        "一笔明白账",
        "县医院药房上月起公布每种药的进价，血压药降了两成。药剂科主任说，采购由十家医院一起谈。",
    ),
    (
        "往后怎么走",
        "客运站新开三条夜班线，末班车推迟到十一点。公司经理说，先试三个月，坐的人多就留下。",
    ),
    (
        "这样过冬",
        "气象局预报，周五夜里降温十二度。农技站提醒，大棚夜里要加一层膜，拱棚菜要在霜前收完。",
    ),
]


@pytest.mark.parametrize(("line", "text"), OTHER_SUBJECTS)
def test_one_short_line_over_another_subject_is_a_headline(line: str, text: str) -> None:
    headlines, subheads = heads([OTHERS[0], f"{line}\n\n{text}", OTHERS[1]])
    assert (line in headlines, subheads) == (True, [])
