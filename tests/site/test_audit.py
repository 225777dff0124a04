"""The audit of packages never takes silence for safety."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.audit import verdict

SAFE = {"name": "django", "version": "5.2.19", "vulns": []}
UNKNOWN = {"name": "eigenes", "skip_reason": "Dependency not found"}
HOLE = {
    "name": "pillow",
    "version": "1.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}],
}


def answer(*packages: dict[str, Any]) -> str:
    return json.dumps({"dependencies": packages})


@pytest.mark.parametrize("silence", ["", "Traceback…", "{}", answer(UNKNOWN, UNKNOWN)])
def test_where_nothing_was_asked_nothing_is_called_safe(silence: str) -> None:
    (line,), unsafe = verdict(silence)
    assert "nothing was audited" in line
    assert not unsafe


def test_what_was_asked_is_counted_beside_what_was_not() -> None:
    lines, unsafe = verdict(answer(SAFE, UNKNOWN))
    assert lines == ["1 packages audited, 0 unsafe, 1 not known"]
    assert not unsafe


def test_an_unsafe_package_is_named_with_its_way_out_and_fails() -> None:
    lines, unsafe = verdict(answer(SAFE, HOLE))
    assert lines[0] == "pillow 1.0: PYSEC-1, fixed in 1.1"
    assert unsafe
