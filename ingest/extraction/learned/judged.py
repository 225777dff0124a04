"""What the networks say of an article's targets: which are none, which the rules missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.extraction.learned.network import Networks
from ingest.extraction.learned.words import Text
from ingest.proposal import TargetFact


@dataclass
class Judged:
    """Collects it window by window; `targets` are those of the rules."""

    text: Text
    targets: Sequence[TargetFact]
    article: str
    networks: Networks
    dropped: set[int] = field(default_factory=set)  # targets of the rules, by their ids
    added: list[TargetFact] = field(default_factory=list)

    def told(self, targets: Sequence[TargetFact]) -> list[TargetFact]:
        """Those of these targets that the networks do not deny, and those that only they see."""
        return [*(each for each in targets if id(each) not in self.dropped), *self.added]
