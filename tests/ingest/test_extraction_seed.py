"""The facts of the real page, read from its articles as a careful reader put them together."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ingest.document import document
from ingest.extraction import extract
from ingest.measuring import Report, measure_facts
from ingest.proposal import Article, Known, Layout, Part, Proposal

ROOT = Path(__file__).resolve().parents[2]
SEED = Path(os.environ.get("SEED_DIR", ROOT.parent / "shared" / "seed")) / "reading.json"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the real page is not here (SEED_DIR)")


@pytest.fixture(scope="module")
def reading() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SEED.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def report(reading: dict[str, Any]) -> Report:
    blocks = [each["text"] for each in reading["blocks"]]
    articles = [
        Article(
            each["key"],
            headline=Part(each["headline"], []),
            paragraphs=[
                Part("".join(blocks[i] for i in group), []) for group in each["paragraphs"]
            ],
        )
        for each in reading["articles"]
    ]
    facts = extract(articles, issue_date=date(2023, 2, 10), known=Known())
    return measure_facts(document(Proposal(Layout(articles=articles), facts)), reading)


def test_investments_are_all_found_and_no_other(report: Report) -> None:
    assert (report["investments"].precision, report["investments"].recall) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("kind", "least"),
    [("project names", 0.97), ("targets", 0.96), ("due dates", 0.96), ("stages", 0.96)],
)
def test_the_other_facts_are_found(report: Report, kind: str, least: float) -> None:
    assert report[kind].f1 >= least


def test_no_proper_name_of_the_page_stands_in_the_reader(reading: dict[str, Any]) -> None:
    names = {each["name"] for each in reading["people"]}
    for each in reading["projects"]:
        names |= {each["name"], each.get("owner") or "", each.get("place") or ""}
    for each in reading["department_aliases"]:
        names |= {each["canonical"], *each["printed"]}
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("chinese", "ingest")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".txt") and "migrations" not in path.parts
    )
    generic = {
        "县委",
        "公益性骨灰堂扫尾工程",
        "基础设施补短板工程",
        "古城",
        "中水回用项目",
        "艺术街区",
    }
    standing = {name for name in names - generic if len(name) > 2 and name in code}
    assert standing <= {"生活垃圾焚烧发电项目", "开发区", "县人民医院", "景区公司"}
