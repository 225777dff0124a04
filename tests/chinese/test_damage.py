"""Print that is damaged is read exactly or not at all, in every way in which print is damaged."""

from decimal import Decimal

import pytest

from chinese.money import find_money
from chinese.quantities import find_quantities


def values(text: str) -> list[Decimal]:
    return [each.value for each in find_money(text) if each.value is not None]


@pytest.mark.parametrize("sign", "!'\"`’“#@&$=\\^…<>{}×÷￥丨□■◆●▲★※�*?_〓")
def test_a_sign_inside_a_sum_leaves_its_value_open(sign: str) -> None:
    for text in (f"总投资3{sign}5亿元,年底建成", f"造价3{sign}500万元。", f"概算3.{sign}5亿元,"):
        assert values(text) == [], text


@pytest.mark.parametrize("hole", "□■◆●*?")
def test_a_hole_anywhere_in_a_sum_leaves_its_value_open(hole: str) -> None:
    for text in (
        f"总投资{hole}5亿元",
        f"总投资{hole}.5亿元",
        f"总投资3.{hole}亿元",
        f"总投资3.5{hole}亿元",
        f"总投资3.5亿{hole}元",
        f"总投资{hole}至5亿元",
        f"总投资3至{hole}亿元",
    ):
        assert values(text) == [], text


@pytest.mark.parametrize(
    "printed",
    [
        "3.,5亿元",
        "3..5亿元",
        "3.5.亿元",
        "3.5,亿元",
        "3.5、亿元",
        "3;5亿元",
        "3:5亿元",
        "3.-5亿元",
        "3--5亿元",
        "3-5-8亿元",
        "3至至5亿元",
        "3.至5亿元",
        "1.2.3万元",
        "3,50万元",
    ],
)
def test_doubled_and_stray_points_leave_a_sum_open(printed: str) -> None:
    assert values(f"总投资{printed},占地20亩") == []


@pytest.mark.parametrize(
    "printed",
    [
        "3.亿元",
        ".5亿元",
        "00万元",
        "03.5亿元",
        "35()0万元",
        "35〔〕0万元",
        "达亿元",
        "5.600万元",
        "3 5 0 0万元",
        "3 500万元",
    ],
)
def test_lost_figures_leave_a_sum_open(printed: str) -> None:
    assert values(f"总投资{printed},占地20亩") == []


@pytest.mark.parametrize(
    "printed",
    [
        "3O00万元",
        "36OO万元",
        "l200万元",
        "4.8B亿元",
        "3.S亿元",
        "6一.5亿元",
        "1二00万元",
        "4①亿元",
        "3½亿元",
    ],
)
def test_letters_for_figures_leave_a_sum_open(printed: str) -> None:
    assert values(f"总投资{printed},占地20亩") == []


@pytest.mark.parametrize(
    "printed",
    [
        "3.5亿元亿元",
        "3.5亿元元",
        "3.5元亿",
        "3亿元5",
        "3500方元",
        "3500万无",
        "3亿5万亿元",
        "3.5亿亿元",
        "3.5%亿元",
        "3.5-亿元",
    ],
)
def test_swallowed_and_doubled_units_leave_a_sum_open(printed: str) -> None:
    assert values(f"总投资{printed},占地20亩") == []
    assert [each.text for each in find_quantities(f"总投资{printed},占地20亩")] == ["20亩"] or (
        "%" in printed
    )


@pytest.mark.parametrize(
    "printed", ["3余5亿元", "1多2亿元", "3点5亿元", "3分之1亿元", "3(5亿元", "3)5亿元"]
)
def test_words_and_brackets_between_two_figures_leave_a_sum_open(printed: str) -> None:
    assert values(f"总投资{printed},占地20亩") == []


@pytest.mark.parametrize(
    "printed",
    [
        "数以百万元",
        "成千上万元",
        "千儿八百元",
        "百十来万元",
        "三四百万元",
        "一、二万元",
        "五、六十万元",
        "几十万元",
        "2亿5千元",
        "2千3万元",
        "48〇万元",
        "3万5元",
    ],
)
def test_a_vague_sum_has_no_value(printed: str) -> None:
    assert values(f"花了{printed}。") == []


def test_a_range_lends_its_unit_to_both_ends_or_has_no_value() -> None:
    for text, ends in (("1到2千元", (1000, 2000)), ("5-6百元", (500, 600)), ("3至5亿元", (3, 5))):
        (found,) = find_money(f"每户补{text}。")
        scale = 10**8 if "亿" in text else 1
        assert (found.value, found.value_to) == tuple(Decimal(each * scale) for each in ends)
    (found,) = find_money("每户补500至1万元。")
    assert (found.value, found.value_to) == (Decimal(500), Decimal(10_000))
    (found,) = find_money("投资2至3千万元。")
    assert (found.value, found.value_to) == (Decimal(20_000_000), Decimal(30_000_000))
    assert values("总投资5-3亿元。") == []
    assert values("总投资2-3000万元。") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("S307(4.1亿元)", 410_000_000),
        ("已定;1)5亿元用于修路", 500_000_000),
        ("二期(3亿元)开工", 300_000_000),
        ("“4+1”工程3亿元", 300_000_000),
        ("3亿元2023年到位", 300_000_000),
        ("由2亿元增至3.5亿元", 350_000_000),
        ("3亿元万达广场", 300_000_000),
        ("三万五元", 35_000),
        ("2亿零5千元", 200_005_000),
        ("2亿5千万元", 250_000_000),
        ("花坛边栽树,0.5亿元", 50_000_000),
    ],
)
def test_whole_print_beside_signs_is_read(text: str, value: int) -> None:
    assert values(f"总投资{text}")[-1] == value


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("举办各类培训班46期,培训2380人", ["46期", "2380人"]),
        ("发布病虫情报3期", ["3期"]),
        ("二期、第5期开工", []),
        ("优良天数312天", ["312天"]),
        ("工期180天", []),
        ("送水560车,", ["560车"]),
        ("5车间、双向四车道", []),
        ("年供热180万吉焦", ["年供热180万吉焦"]),
        ("召开第三十七次会议", []),
        ("投放菌棒1200万棒", ["1200万棒"]),
    ],
)
def test_what_counts_is_told_from_what_only_numbers(text: str, read: list[str]) -> None:
    assert [each.text for each in find_quantities(text)] == read


@pytest.mark.parametrize(
    "text",
    [
        "年产值千万元以上农民专业合作社3个",
        "集体收入百万元以上的村12个",
        "纳税过百万元的有19家",
        "新上亿元以上技改13项",
        "建成超亿元楼宇3座",
    ],
)
def test_a_class_of_sizes_is_no_sum(text: str) -> None:
    assert values(text) == []
