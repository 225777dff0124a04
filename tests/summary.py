"""Adds up the reports of the test runs: `N passed, N failed, N skipped`."""

from __future__ import annotations

import sys
from xml.etree import ElementTree


def counts(path: str) -> tuple[int, int, int]:
    suite = next(ElementTree.parse(path).getroot().iter("testsuite"))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    skipped = int(suite.get("skipped", 0))
    return int(suite.get("tests", 0)) - failed - skipped, failed, skipped


def main() -> None:
    passed, failed, skipped = (
        sum(column) for column in zip(*map(counts, sys.argv[1:]), strict=True)
    )
    print(f"{passed} passed, {failed} failed, {skipped} skipped")


if __name__ == "__main__":
    main()
