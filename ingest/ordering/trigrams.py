"""Which character follows which two: it knows names and phrases that no dictionary holds.

Counted in the same text as the pairs of words in `language`. What was never seen after two
characters is judged by what was seen after one, then by how often it is seen at all (Witten and
Bell's smoothing, 1991).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ingest.remembered import Remembered

END = "$"
# Stands in the packed table before a single character.
NONE = "\0"
# All marks of punctuation count as one: which of them stands there hardly matters, and is rare.
_MARKS = str.maketrans(dict.fromkeys("、；：。！？…—", "，"))
KINDS = 6000
# More often is kept as this often: two bytes hold no more.
MOST_SEEN = 65_535
REMEMBERED = 100_000


@dataclass
class Trigrams:
    """For one and for two characters those that followed, as often as they did: 工业 to 园园企生.

    A paragraph ends with `END`.
    """

    after: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, paragraphs: Iterable[str]) -> Trigrams:
        """The counts of texts that are written as the table writes them (`language.plain`)."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for paragraph in paragraphs:
            marked = f"{paragraph.translate(_MARKS)}{END}"
            for at in range(2, len(marked)):
                found[marked[at - 1]].append(marked[at])
                found[marked[at - 2 : at]].append(marked[at])
        return cls({lead: "".join(sorted(each)) for lead, each in found.items()})

    def __add__(self, other: Trigrams) -> Trigrams:
        leads = self.after | other.after
        both = (self.after, other.after)
        return Trigrams({lead: "".join(sorted(_of(lead, *both))) for lead in leads})

    def __sub__(self, other: Trigrams) -> Trigrams:
        left = {
            lead: Counter(each) - Counter(other.after.get(lead, ""))
            for lead, each in self.after.items()
        }
        return Trigrams({lead: "".join(sorted(each.elements())) for lead, each in left.items()})

    def without_rare(self) -> Trigrams:
        """Less what was seen once after two characters: one character tells nearly as much."""
        kept = {}
        for lead, each in self.after.items():
            counts = Counter(each)
            followers = "".join(one for one in each if len(lead) == 1 or counts[one] > 1)
            if followers:
                kept[lead] = followers
        return Trigrams(kept)

    def gain(self, left: str, right: str) -> float:
        """How much likelier `right` begins after the end of `left` than after anything (log).

        Only its first two characters can feel what stands two before them.
        """
        return self.gains([left], [right], [(0, 0)])[0]

    def gains(
        self, ends: Sequence[str], beginnings: Sequence[str], pairs: Iterable[tuple[int, int]]
    ) -> list[float]:
        """`gain` for each pair: numbers of an end and of a beginning."""
        lefts = [end[-2:].translate(_MARKS) for end in ends]
        rights = [self._first(beginning) for beginning in beginnings]
        return [self._gain(lefts[left], *rights[right]) for left, right in pairs]

    def _first(self, beginning: str) -> tuple[str, list[float]]:
        """The first characters of a beginning, and how likely each is after those before it."""
        first = beginning[:2].translate(_MARKS)
        return first, [self._known[first[:at], first[at]] for at in range(len(first))]

    def _gain(self, before: str, first: str, alone: Sequence[float]) -> float:
        return sum(
            self._known[f"{before}{first[:at]}"[-2:], first[at]] - alone[at]
            for at in range(len(first))
        )

    @cached_property
    def _known(self) -> Remembered[tuple[str, str], float]:
        """The log-probability of a character, the second, after those before it, the first."""
        return Remembered(lambda asked: math.log(self._probability(*asked)), REMEMBERED)

    def _probability(self, before: str, character: str) -> float:
        """P(character | before), of up to two characters before it."""
        if not before:
            return (len(self.after.get(character, "")) + 1) / (self._size + KINDS)
        shorter = self._probability(before[1:], character)
        seen = self.after.get(before, "")
        if not seen:
            return shorter
        kinds = self._kinds[before]
        return (seen.count(character) + kinds * shorter) / (len(seen) + kinds)

    @cached_property
    def _kinds(self) -> Remembered[str, int]:
        """How many kinds of characters followed one or two others."""
        return Remembered(lambda before: len(set(self.after[before])), REMEMBERED)

    @cached_property
    def _size(self) -> int:
        return sum(len(each) for lead, each in self.after.items() if len(lead) == 1)


def packed(trigrams: Trigrams) -> dict[str, NDArray]:
    """The runs as arrays that compress well, by the rank of each character in their alphabet.

    `leads` are what the runs begin with in order (`NONE` before a single character), `kinds` how
    many characters follow each, `followers` those in order as the distance from one to the next,
    `seen` how often each. Ranks are kept as their low and their high bytes.
    """
    counted = {lead.rjust(2, NONE): Counter(each) for lead, each in trigrams.after.items()}
    often = Counter("".join(trigrams.after.values()))
    often.update(character for lead in counted for character in lead)
    alphabet = "".join(character for character, _ in often.most_common())
    rank = {character: number for number, character in enumerate(alphabet)}
    leads, kinds, followers, seen = [], [], [], []
    for lead in sorted(counted, key=lambda lead: (rank[lead[0]], rank[lead[1]])):
        leads.append([rank[lead[0]], rank[lead[1]]])
        kinds.append(len(counted[lead]))
        before = 0
        for follower in sorted(counted[lead], key=rank.__getitem__):
            followers.append(rank[follower] - before)
            before = rank[follower]
            seen.append(min(MOST_SEEN, counted[lead][follower]))
    return {
        "alphabet": np.frombuffer(alphabet.encode("utf-32-le"), dtype=np.uint32),
        "leads": _planes(np.array(leads, dtype=np.uint16).reshape(-1, 2).T),
        "kinds": _planes(np.array(kinds, dtype=np.uint16)),
        "followers": _planes(np.array(followers, dtype=np.uint16)),
        "seen": _planes(np.array(seen, dtype=np.uint16)),
    }


def unpacked(arrays: Mapping[str, NDArray]) -> Trigrams:
    alphabet = arrays["alphabet"]
    leads, kinds = _numbers(arrays["leads"]), _numbers(arrays["kinds"])
    distances, seen = _numbers(arrays["followers"]), _numbers(arrays["seen"])
    ends = kinds.cumsum()
    total = np.concatenate([[0], distances.cumsum()])
    ranks = total[1:] - np.repeat(total[ends - kinds], kinds)
    places = np.concatenate([[0], seen.cumsum()])[ends]
    followers = _lines(alphabet[np.repeat(ranks, seen)], places)
    names = alphabet[leads.reshape(2, -1).T.reshape(-1)]
    firsts = _lines(names, np.arange(2, len(names) + 1, 2))
    return Trigrams(
        {lead.removeprefix(NONE): each for lead, each in zip(firsts, followers, strict=True)}
    )


def _lines(characters: NDArray, ends: NDArray) -> list[str]:
    """A run of characters cut at these places."""
    parted = np.insert(characters, ends, ord("\n"))
    return parted.astype("<u4").tobytes().decode("utf-32-le").split("\n")[:-1]


def _planes(numbers: NDArray) -> NDArray:
    """The low bytes of all numbers, then the high ones."""
    return np.stack([numbers & 255, numbers >> 8]).astype(np.uint8)


def _numbers(planes: NDArray) -> NDArray:
    return planes[0].astype(np.int64) + (planes[1].astype(np.int64) << 8)


def _of(lead: str, *tables: dict[str, str]) -> str:
    return "".join(table.get(lead, "") for table in tables)
