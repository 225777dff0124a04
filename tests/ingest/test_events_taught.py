"""What teaches the networks which dates promise an event: the reading, found again in the print."""

from datetime import date
from typing import Any

import pytest

from benchmarks.works_events import EITHER, EVENT, NONE, Day, days
from ingest.extraction.clauses.sentences import read_sentences
from ingest.extraction.learned.words import Text, words_of

TEXT = "县教育局通报,3月1日笔试结束,正式名单4月2日公布,四月底前新教师报到。"


def event(told: str, due: str, **more: Any) -> dict[str, Any]:
    return {"indicator": told, "value": None, "due_on": due, **more}


def marked(*events: dict[str, Any], line: str = TEXT) -> tuple[Text, dict[str, Day]]:
    text = words_of([read_sentences(line, date(2022, 3, 8))])
    return text, {text.print_of(text.words[day.at]): day for day in days(text, events)}


def test_the_date_of_an_event_is_marked_with_the_words_that_tell_it() -> None:
    text, found = marked(event("正式名单公布", "2022-04-02"))
    assert {printed: day.label for printed, day in found.items()} == {
        "4月2日": EVENT, "四月底前": NONE,
    }  # fmt: skip
    told = [text.print_of(text.words[at]) for at in found["4月2日"].told]
    assert "".join(told) == "正式名单公布"


def test_the_words_of_an_event_may_stand_in_two_places() -> None:
    line = "井水的检测报告将于4月2日前由村干部向群众公示。"
    text, found = marked(event("检测报告公示", "2022-04-02"), line=line)
    told = [text.print_of(text.words[at]) for at in found["4月2日前"].told]
    assert "".join(told) == "检测报告公示"


@pytest.mark.parametrize("due", ["2022-05-02", "2022-03-01"])
def test_a_day_that_is_not_printed_or_has_gone_by_teaches_nothing(due: str) -> None:
    _, found = marked(event("正式名单公布", due))
    assert {day.label for day in found.values()} == {NONE}


def test_what_may_be_an_event_or_none_is_marked_as_either() -> None:
    _, found = marked(event("新教师报到", "2022-04-30", borderline=True))
    assert found["四月底前"].label == EITHER


def test_words_that_are_nothing_like_the_reading_teach_no_words() -> None:
    _, found = marked(event("开展业务培训", "2022-04-02"))
    assert (found["4月2日"].label, found["4月2日"].told) == (EVENT, [])
