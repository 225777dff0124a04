"""The rules know no page: no county, township or firm that is printed on the real one."""

import json
from pathlib import Path
from typing import Any

from ingest.ordering import topics, vectors
from ingest.ordering.language import load
from tests.conftest import ROOT

# What the reading calls a place or an owner and every county has.
ANYWHERE = ("食品加工园", "新兴产业园", "景区公司")


def names(reading: dict[str, Any]) -> set[str]:
    said = [each.get(key) for each in reading["projects"] for key in ("place", "owner")]
    return {each for each in said if each and len(each) >= 3 and each not in ANYWHERE}


def test_no_name_of_the_real_page_stands_in_the_rules(seed: Path) -> None:
    reading = json.loads((seed / "reading.json").read_text(encoding="utf-8"))
    files = [each for top in ("chinese", "ingest") for each in (ROOT / top).rglob("*")]
    rules = [each.read_text() for each in files if each.suffix in (".py", ".txt")]
    table = load()
    pairs = (word for pair in table.pairs for word in pair)
    rules.append(" ".join(topics.load().word_numbers))
    rules.append(" ".join([*table.words, *pairs, *table.signs, *vectors.load().vocabulary.words]))
    wanted = {"平遥", *names(reading)}
    assert len(wanted) > 5
    assert {name for name in wanted if any(name in text for text in rules)} == set()
