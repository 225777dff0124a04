"""Keep what the rules alone find in a folder of `facts` that is new to them, for `works_learning`.

    python -m benchmarks.keep_rules tune10   # … into rules_before/tune10.jsonl

To be run once, when a folder comes in, before anybody reads it to mend a rule.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date

from benchmarks.our_reader import article_of
from benchmarks.promised import reading_of, rules_alone
from benchmarks.works_passages import BEFORE, FACTS
from ingest import extraction
from ingest.proposal import Known


def readings(folder: str) -> Iterator[dict[str, object]]:
    for path in sorted((FACTS / folder).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            day = date.fromisoformat(item["date"])
            facts = extraction.extract([article_of(item["text"])], issue_date=day, known=Known())
            yield {"id": item["id"]} | reading_of(facts)


def main(folder: str) -> None:
    extraction.second_opinions = rules_alone
    lines = [json.dumps(each, ensure_ascii=False) + "\n" for each in readings(folder)]
    (BEFORE / f"{folder}.jsonl").write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} passages kept")


if __name__ == "__main__":
    main(sys.argv[1])
