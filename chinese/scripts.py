"""Traditional characters and the simplified ones that a county paper prints.

The table is OpenCC's (`data/opencc`). Only what no simplified text holds is changed: of 乾 it knows
干 and 乾, so 乾 stays, and simplified print is left as it is to the last character.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "opencc" / "simplified.txt"


@cache
def _table() -> dict[int, str]:
    table = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        traditional, tab, meanings = line.partition("\t")
        if tab and traditional not in meanings.split():
            table[ord(traditional)] = meanings.split()[0]
    return table


def simplified(text: str) -> str:
    """The same length, each character in its simplified form.

    >>> simplified("漆藝產業園")
    '漆艺产业园'
    """
    return text.translate(_table())
