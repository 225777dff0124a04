"""A year or a plan that is told of once holds for what follows, and a year gone by promises nothing."""

from datetime import date

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

JANUARY = date(2022, 1, 12)


def targets(*paragraphs: str) -> list[tuple[str, str | None]]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    found = extract([article], issue_date=JANUARY, known=Known()).targets
    return [(each.indicator, str(each.due_on) if each.due_on else None) for each in found]


def test_what_a_thing_was_done_for_promises_nothing() -> None:
    assert targets("为保证供热,热力公司利用夏天更换管道8公里,维修锅炉5台。") == []
    assert targets("要保证供热,更换管道8公里,维修锅炉5台。") != []


def test_what_is_there_already_is_no_promise() -> None:
    assert targets("会议指出,全县现有文物100处,其中国家级文物保护单位5处、省级9处。") == []
