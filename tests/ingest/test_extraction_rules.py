"""The small rules of extraction do what their examples say."""

import ast
from collections import Counter
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from chinese.wordlists import DATA, sections
from ingest.extraction.clauses.contents import is_counted_thing, is_part, is_pure, owns_a_sum
from ingest.extraction.clauses.predicates import Predicate, read_predicate
from ingest.extraction.clauses.sentences import Clause, counted_works, read_sentences
from ingest.extraction.names.departments import bodies
from ingest.extraction.names.phrases import Named
from ingest.extraction.words.lists import WORDS
from ingest.extraction.words.moods import heading_of, stage_words
from ingest.extraction.words.nameable import is_generic, names_a_body, reads_like_a_name
from ingest.extraction.works.phases import is_whole_of, name_of_phase, phase_at, phases_told

INGEST = Path(__file__).parents[2] / "ingest"
LISTS = [path for data in (INGEST / "data", DATA) for path in sorted(data.glob("*.txt"))]


def clause(text: str) -> Clause:
    return read_sentences(text, date(2019, 4, 1))[0].clauses[0]


def predicate(text: str) -> Predicate:
    return read_predicate(clause(text))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_section_of_a_word_list_holds_each_word_once(path: Path) -> None:
    for name, words in sections(path).items():
        twice = [word for word, times in Counter(words).items() if times > 1]
        assert (name, twice) == (name, [])


def test_a_family_of_sections_gives_each_word_one_label() -> None:
    for first in ("govern", "head", "heading"):
        family = [some for name, some in WORDS.items() if name.startswith(f"{first} ")]
        words = [word for some in family for word in some]
        assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("text", "pure"), [("总投资3亿元", True), ("占地20亩", True), ("建设学校3所", False)]
)
def test_a_clause_may_say_only_how_much_or_how_large(text: str, pure: bool) -> None:
    assert is_pure(clause(text)) is pure


@pytest.mark.parametrize(
    ("text", "paid", "counted"),
    [
        ("改造老旧小区28个", False, True),
        ("完成12所卫生院改造", False, True),
        ("投资4800万元改造管网23.7公里", True, False),
    ],
)
def test_what_is_counted_has_no_name(text: str, paid: bool, counted: bool) -> None:
    assert is_counted_thing(clause(text), predicate(text), paid) is counted


def test_what_a_work_consists_of_is_no_work() -> None:
    assert is_part(clause("新建堤防9.6公里"), predicate("新建堤防9.6公里"), told_of=False)
    assert owns_a_sum(clause("总投资3亿元的新城水厂"))


@pytest.mark.parametrize(
    ("text", "head", "generic"),
    [
        ("省市县重点项目", "项目", True),
        ("2024年水利建设项目", "项目", True),
        ("县乡道路", "道路", True),
        ("柳河防洪堤项目", "项目", False),
    ],
)
def test_words_of_order_and_kind_are_no_name(text: str, head: str, generic: bool) -> None:
    assert is_generic(text, head) is generic


@pytest.mark.parametrize("text", ["如今大桥", "同志们", "窗户换了"])
def test_what_tells_something_is_no_name(text: str) -> None:
    assert not reads_like_a_name(text)


def test_a_body_is_no_work() -> None:
    assert names_a_body("县发改局") and names_a_body("教育局摸底")
    told = "由县交通局出资,新的格局。县发改局和市以工代赈办"
    assert bodies([told], {}) == ["县交通局", "县发改局", "市以工代赈办"]


def test_a_phase_is_named_after_its_work() -> None:
    second = phase_at("二期总投资13.6亿元")
    assert second and name_of_phase("风电一期", second) == "风电二期"
    assert phases_told("分两期推进,二期2022年底完工") == 2
    assert is_whole_of("职教中心迁建项目", "职教中心迁建二期")


def test_a_heading_tells_whether_what_stands_under_it_is_promised() -> None:
    assert heading_of("2024年工作安排") == "planned"
    assert heading_of("今年要抓好以下工作:") == "planned"
    assert heading_of("去年实事完成情况") == "done"
    assert heading_of("全县工作会议召开。") is None


@pytest.mark.parametrize("text", ["完成投资3亿元", "完成85%", "启动仪式", "通水那天"])
def test_a_stage_word_inside_another_word_tells_no_stage(text: str) -> None:
    assert stage_words(text) == ()


@pytest.mark.parametrize(
    ("text", "count"), [("50个项目", 50), ("重点项目14个", 14), ("3个人", None)]
)
def test_the_count_of_works_is_read(text: str, count: int | None) -> None:
    assert counted_works(clause(text)) == count


def test_a_named_work_carries_nothing_that_nobody_reads() -> None:
    trees = [ast.parse(path.read_text()) for path in (INGEST / "extraction").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    read = {node.attr for node in nodes if isinstance(node.ctx, ast.Load)}
    assert [each.name for each in fields(Named) if each.name not in read] == []
