"""What stands as promises do is a target, and what stands as no promise does is none."""

from datetime import date

import numpy as np
import pytest

from chinese.weighing import BITS, STEPS, Weights
from ingest.extraction import extract
from ingest.proposal import Article, Known, Part, TargetFact

TODAY = date(2023, 2, 10)


def targets(text: str) -> list[TargetFact]:
    article = Article("a", paragraphs=[Part(text, [])])
    return extract([article], issue_date=TODAY, known=Known()).targets


def weigh_all(monkeypatch: pytest.MonkeyPatch, logit: int) -> None:
    weights = Weights(np.zeros(2**BITS, dtype=np.int8), logit * STEPS)
    monkeypatch.setattr("ingest.extraction.promises.likely.load", lambda _: weights)


def test_what_rules_leave_out_is_added_with_its_day_and_asked_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    weigh_all(monkeypatch, 9)
    target = targets("今年计划让渡口通车的村,由31个增至45个。")[-1]
    assert (target.indicator, target.value_text) == ("让渡口通车的村", "45个")
    assert target.due_on == date(2023, 12, 31)
    assert target.confidence < 0.9


def test_what_stands_as_no_promise_does_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "今年新增渡口救生衣260件。"
    assert [each.value for each in targets(text)] == [260]
    weigh_all(monkeypatch, -9)
    assert targets(text) == []


@pytest.mark.parametrize("text", ["去年渡口救过落水者7名。", "今年,渡口的便道每公里造价80万元。"])
def test_no_weight_makes_a_target_of_a_report_or_a_price(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    weigh_all(monkeypatch, 9)
    assert targets(text) == []
