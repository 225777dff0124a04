"""What holds for every text: exact values in exact places."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from chinese.dates import find_dates
from chinese.finds import Amount
from chinese.folding import fold
from chinese.money import find_money
from chinese.quantities import find_quantities
from tests.chinese import printing

ISSUE = date(2023, 2, 10)
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
around = st.text(alphabet="平安县城建设了的,。、和在新村:;“”", max_size=20)
# What figures, their units and bounds are made of, and what breaks them.
of_figures = st.text(
    alphabet="0123456789一二两三十百千万亿元角余约近多至,.·个吨亩户%超上过第前每年“”(级 \n投资总建",
    max_size=40,
)


def amounts(text: str) -> list[Amount]:
    return [*find_money(text), *find_quantities(text)]


@given(printing.sums)
def test_whatever_sum_is_printed_is_read_back(printed: tuple[str, Decimal]) -> None:
    text, value = printed
    (found,) = find_money(text)
    assert (found.text, found.value) == (text, value)


@given(printing.quantities)
def test_whatever_quantity_is_printed_is_read_back(printed: tuple[str, Decimal, str]) -> None:
    text, value, unit = printed
    (found,) = find_quantities(text)
    assert (found.text, found.value, found.unit) == (text, value, unit)


@given(st.integers(0, 10**16 - 1))
def test_whatever_number_is_said_in_chinese_numerals_is_read_back(value: int) -> None:
    found = find_money(f"{printing.han(value)}元")
    assert [each.value for each in found] == [Decimal(value)]


@given(st.dates(date(2023, 2, 11), date(2060, 12, 31)))
def test_whatever_day_is_printed_is_read_back(day: date) -> None:
    for text in (f"{day.year}年{day.month}月{day.day}日前", f"{day:%Y.%m.%d}前"):
        (found,) = find_dates(f"{text}完成", ISSUE)
        assert (found.text, found.last, found.is_due) == (text, day, True)


@given(printing.sums, around, around)
def test_text_around_a_sum_never_changes_its_value(
    printed: tuple[str, Decimal], before: str, after: str
) -> None:
    found = find_money(f"{before},总投资{printed[0]},{after}")
    assert [each.value for each in found] == [printed[1]]


@given(printing.sums, of_figures, of_figures)
@settings(max_examples=300)
def test_other_figures_around_a_sum_never_change_its_value(
    printed: tuple[str, Decimal], before: str, after: str
) -> None:
    head = f"{before}。总投资"
    found = [each for each in find_money(f"{head}{printed[0]}。{after}") if each.start == len(head)]
    assert [each.value for each in found] == [printed[1]]


@given(printing.quantities, of_figures, of_figures)
@settings(max_examples=300)
def test_other_figures_around_a_quantity_never_change_its_value(
    printed: tuple[str, Decimal, str], before: str, after: str
) -> None:
    text, value, unit = printed
    head = f"{before}。新增"
    found = [each for each in find_quantities(f"{head}{text}。{after}") if each.start == len(head)]
    assert [(each.value, each.unit) for each in found] == [(value, unit)]


@given(printing.sums, st.text(alphabet="平安县城建设了的和在新村级项目等工程", max_size=8))
def test_words_that_touch_a_sum_take_its_value_or_leave_it(
    printed: tuple[str, Decimal], word: str
) -> None:
    for found in find_money(f"{word}{printed[0]}{word}"):
        assert found.value in (printed[1], None)


@given(of_figures)
@settings(max_examples=300)
def test_full_width_and_half_width_read_alike(text: str) -> None:
    wide = text.translate(FULL_WIDTH)
    assert [(each.start, each.end, each.value, each.value_to) for each in amounts(wide)] == [
        (each.start, each.end, each.value, each.value_to) for each in amounts(text)
    ]


@given(of_figures)
@settings(max_examples=500)
def test_what_is_read_stands_in_the_text_and_reads_the_same_alone(text: str) -> None:
    """Two finds hang on the word before them: an unsaid 元, and a figure that a line end cut."""
    for found in amounts(text):
        assert text[found.start : found.end] == found.text
        hangs = found.unit not in fold(found.text).text or "\n" in found.text
        if found.value is None or hangs:
            continue
        alone = [(each.value, each.value_to) for each in amounts(found.text)]
        assert (found.value, found.value_to) in alone


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.places)
    assert folded.places == sorted(set(folded.places))


@given(st.text(max_size=200))
def test_no_text_breaks_a_reader(text: str) -> None:
    amounts(text)
    find_dates(text, ISSUE)
