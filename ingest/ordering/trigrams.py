"""Which character follows which two: it knows names and phrases that no dictionary holds.

Counted in the same text as the pairs of words in `language`. What was never seen after two
characters is judged by what was seen after one, then by how often it is seen at all (Witten and
Bell's smoothing, 1991).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

START, END = "^", "$"
KINDS = 6000
# A character that is one in e⁴, or 55, tells nothing of what a text is about.
COMMON = 4.0
REMEMBERED = 400_000


@dataclass
class Trigrams:
    """For each two characters those that followed them, as often as they did: 工业 to 园园企生.

    A paragraph begins with `START` and ends with `END`.
    """

    after_two: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, Counter[str]] = field(default_factory=dict, repr=False, compare=False)
    _known: dict[tuple[str, str], float] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, paragraphs: Iterable[str]) -> Trigrams:
        """The counts of texts that are written as the table writes them (`language.plain`)."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for paragraph in paragraphs:
            marked = f"{START}{paragraph}{END}"
            for at in range(len(marked) - 2):
                found[marked[at : at + 2]].append(marked[at + 2])
        return cls({lead: "".join(sorted(each)) for lead, each in found.items()})

    def __add__(self, other: Trigrams) -> Trigrams:
        leads = self.after_two | other.after_two
        both = (self.after_two, other.after_two)
        return Trigrams({lead: "".join(sorted(_of(lead, *both))) for lead in leads})

    def __sub__(self, other: Trigrams) -> Trigrams:
        left = {
            lead: Counter(each) - Counter(other.after_two.get(lead, ""))
            for lead, each in self.after_two.items()
        }
        return Trigrams({lead: "".join(sorted(each.elements())) for lead, each in left.items()})

    def gain(self, left: str, right: str) -> float:
        """How much likelier `right` begins after the end of `left` than after anything (log)."""
        return self._opening(left[-2:], right)

    def opening(self, right: str) -> float:
        """How much likelier `right` begins a paragraph than it stands anywhere (log)."""
        return self._opening(START, right)

    def rarity(self, character: str) -> float:
        """How seldom a character is printed: the log of one in so many, less that of the common."""
        seen = len(self._after_one.get(character, ""))
        return max(0.0, math.log((self._size + 1) / (seen + 2)) - COMMON)

    def _opening(self, before: str, right: str) -> float:
        """Only the first two characters can feel what stands two before them."""
        return sum(
            self._log(f"{before}{right[:at]}"[-2:], right[at]) - self._log(right[:at], right[at])
            for at in range(min(2, len(right)))
        )

    def _log(self, before: str, character: str) -> float:
        key = (before, character)
        if key not in self._known:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            self._known[key] = math.log(self._probability(before, character))
        return self._known[key]

    def _probability(self, before: str, character: str) -> float:
        """P(character | before), of up to two characters before it."""
        if not before:
            followers = self._after_one.get(character, "")
            return (len(followers) + 1) / (self._size + KINDS)
        shorter = self._probability(before[1:], character)
        seen = self._counted(before)
        if not seen:
            return shorter
        kinds = len(seen)
        return (seen[character] + kinds * shorter) / (seen.total() + kinds)

    def _counted(self, before: str) -> Counter[str]:
        """How often each character followed one or two others, counted when first asked."""
        if before not in self._counts:
            after = self.after_two if len(before) == 2 else self._after_one
            self._counts[before] = Counter(after.get(before, ""))
        return self._counts[before]

    @cached_property
    def _after_one(self) -> dict[str, str]:
        """For each character those that followed it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for lead, followers in self.after_two.items():
            found[lead[1]].append(followers)
            if lead[0] == START:
                found[START].append(lead[1] * len(followers))
        return {lead: "".join(each) for lead, each in found.items()}

    @cached_property
    def _size(self) -> int:
        return sum(map(len, self._after_one.values()))


def _of(lead: str, *tables: dict[str, str]) -> str:
    return "".join(table.get(lead, "") for table in tables)
