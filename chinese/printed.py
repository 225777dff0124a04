"""The form under which printed names are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping


def tight(name: str) -> str:
    """NFKC without white space: ＡＢＣ 公司 is ABC公司."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def printed_key(name: str) -> str:
    """NFKC, no white space, lower case.

    Matching is by this key alone, never by likeness: an unknown name is a new record.
    """
    return tight(name).lower()


def by_key(names: Mapping[str, str]) -> dict[str, str]:
    """What printed names stand for, under their keys. Of a key that several have, the first."""
    found: dict[str, str] = {}
    for printed, meant in names.items():
        found.setdefault(printed_key(printed), meant)
    return found
