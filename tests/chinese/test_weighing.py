"""The print around a find is weighed by what was learned, the same way in learning and reading."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from chinese.dates import LIKE_A_TERM, UNLIKE_A_TERM, find_dates, read_dates
from chinese.folding import fold
from chinese.likely import TABLE, around_dates, likely_due
from chinese.weighing import BITS, STEPS, Around, Weights, load

TODAY = date(2023, 2, 10)
TEXT = "渡口3.5公里便道6月底前修通。\n摆渡船去年12月靠岸检修,明年春节前再下水,要载客1200人。"


def weights() -> Weights:
    table = np.random.default_rng(3).integers(-9, 9, 2**BITS).astype(np.int8)
    return Weights(table, -7)


def test_what_is_weighed_is_the_sum_of_the_signs_that_are_learned() -> None:
    dates = read_dates(fold(TEXT), TODAY)
    around, table = around_dates(fold(TEXT).text, dates, TODAY), weights()
    sums = [table.bias + int(table.table[each].sum()) for each in around.signs()]
    assert len(sums) == 3
    assert list(around.weigh(table)) == [each / STEPS for each in sums]


def test_how_much_a_figure_is_does_not_weigh() -> None:
    few, many = "摆渡船要载客7人。", "摆渡船要载客1388.25人。"
    of_few = Around(few, [6], [8]).weigh(weights())
    assert list(of_few) == list(Around(many, [6], [14]).weigh(weights()))


@pytest.mark.parametrize("text", ["", "7", "7.", ".7", "\ud800今年", "。今年。"])
def test_any_text_can_be_weighed(text: str) -> None:
    place = max(0, len(text) - 1)
    assert len(Around(text, [place], [len(text)]).weigh(weights())) == 1
    assert likely_due(text, [], TODAY) == []


def test_weights_are_kept_as_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "some.xz").write_bytes(weights().pack())
    kept = load(tmp_path / "some.xz")
    assert kept.bias == -7
    assert (kept.table == weights().table).all()
    assert TABLE.stat().st_size < 400_000


def weigh_all(monkeypatch: pytest.MonkeyPatch, logit: int) -> None:
    same = Weights(np.zeros(2**BITS, dtype=np.int8), logit * STEPS)
    monkeypatch.setattr("chinese.likely.load", lambda _: same)


def test_a_year_of_which_no_rule_knows_is_due_where_the_print_reads_as_terms_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    weigh_all(monkeypatch, 9)
    year, feed = find_dates("今年,便道铺到每个村口。牧草够吃到明年4月。", TODAY)
    assert (year.due_on, year.reason) == (date(2023, 12, 31), LIKE_A_TERM)
    assert not feed.is_due  # a rule knows why


def test_a_date_that_reads_as_none_is_due_only_with_its_own_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    weigh_all(monkeypatch, -9)
    named, before = find_dates("渡口6月底通船,栈桥8月底前拆除。", TODAY)
    assert (named.is_due, named.reason) == (False, UNLIKE_A_TERM)
    assert before.is_due
