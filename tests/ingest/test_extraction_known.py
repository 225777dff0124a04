"""A work whose name the newsroom knows has it in full, where no other is printed."""

from datetime import date

from ingest.extraction import extract
from ingest.extraction.names.knownnames import in_known_names
from ingest.proposal import Article, Known, Part, ProjectFact, TargetFact

KNOWN = {"岳壁蔬菜保鲜冷库群": "uid-1", "段村长山药加工园": "uid-2"}


def test_a_known_name_is_not_cut() -> None:
    article = Article("a", paragraphs=[Part("岳壁蔬菜保鲜冷库群投入4200万元。", [])])
    known = Known(projects=KNOWN)
    (work,) = extract([article], issue_date=date(2026, 12, 2), known=known).projects
    assert (work.name, work.known) == ("岳壁蔬菜保鲜冷库群", "uid-1")


def test_a_name_that_is_printed_alone_too_stays() -> None:
    quote = "段村长山药加工园旁的长山药加工厂明年开工。"
    (work,) = in_known_names([ProjectFact("长山药加工", "a", quote)], [], KNOWN)
    assert work.name == "长山药加工"


def test_a_promise_follows_the_name_of_its_work() -> None:
    quote = "段村长山药加工园明年产值达到3000万元。"
    target = TargetFact("a", "quantity", "产值", quote, project="段村长山药加工")
    works = [ProjectFact("段村长山药加工", "a", quote), ProjectFact("段村长山药加工园", "a", quote)]
    (work,) = in_known_names(works, [target], KNOWN)
    assert (work.name, target.project) == ("段村长山药加工园", "段村长山药加工园")
