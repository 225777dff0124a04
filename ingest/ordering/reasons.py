"""A seam in words that an editor understands: what was seen, not which feature fired."""

from __future__ import annotations

from ingest.ordering.language import MIDWAY
from ingest.ordering.seams import Face, Seam, tail_state

SHOWN = 6
# Columns of one article point so much the same way three times out of four.
ALIKE = 0.5
_POSITIONS = {
    "next": "就是下一段",
    "inside": "在下一栏中间",
    "past_title": "隔着标题",
    "past_column": "隔着一栏",
    "ahead": "在后面不远处",
    "far_ahead": "在后面较远处",
    "behind": "排在前面不远处",
    "far_behind": "排在前面较远处",
}


def at(left: Face, right: Face) -> str:
    """The seam as it is shown: a few characters of both ends."""
    return f"{left.text[-SHOWN:]}|{right.text[:SHOWN]}"


def reason(seam: Seam, left: Face, right: Face) -> str:
    """Why the right piece was read on after the left one."""
    opening = right.text[:SHOWN]
    found = []
    if seam.word:
        found.append(f"接“{opening}”成词“{seam.word}”")
    else:
        found.append(
            f"接“{opening}”成句" if _is_open(left) else f"“{left.text[-3:]}”后接“{opening}”"
        )
    if seam.echo:
        found.append(f"“{seam.echo}”在本版另处也有")
    if seam.features["balance"] > 0:
        found.append("引号、括号正好合上")
    if seam.features["midway"] > MIDWAY:
        found.append(f"“{opening}”不像一段的开头")
    if seam.features["topic_column"] > ALIKE:
        found.append("两段说的是同一件事")
    found += [words for name, words in _POSITIONS.items() if seam.features[name]]
    return ",".join(found).replace(",", "，")


def second_reason(seam: Seam | None, right: Face | None) -> str:
    """What the next best reading is."""
    if seam is None or right is None:
        return "没有别的接法"
    opening = right.text[:SHOWN]
    if seam.word:
        return f"另一处“{opening}”也能成词“{seam.word}”"
    return f"另一处“{opening}”也能成句"


def _is_open(left: Face) -> bool:
    return tail_state(left) == "open"
