"""How much of a careful reading the importer found: precision and recall, kind by kind.

Rules: every find answers for one item of the reading at most. Names are alike when half of
their character pairs are shared (Dice), and a bare 项目 is no name. Figures count by exact value
within the same sentence. What the reading calls borderline counts neither for nor against.
Every other reading that it gives (`…_alt`) is as good as the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from chinese.bigrams import pairs

Item = dict[str, Any]
Likeness = Callable[[Item, Item], float]

ALIKE = 0.5
NO_NAMES = frozenset({"", "项目", "该项目", "工程", "等项目"})
# The stage words of a reading, in the words of the ledger.
STAGE_WORDS = {
    "谋划": "planned",
    "启动": "started",
    "推进": "under_construction",
    "实施": "under_construction",
    "主体完工": "structure_complete",
    "完成": "completed",
    "建成": "completed",
    "见实见效": "completed",
    "建成投产": "operating",
    "投产": "operating",
    "投运": "operating",
    "申报成功": "approved",
}


@dataclass
class Score:
    """How many were right, out of how many proposed and how many in the reading."""

    right: int = 0
    proposed: int = 0
    expected: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def count(self, found: object, right: Sequence[object], text: str = "") -> None:
        """One field: what was proposed for it against the readings that are right."""
        wanted = [each for each in right if each not in (None, "")]
        self.proposed += bool(found)
        self.expected += bool(wanted) and not (None in right and not found)
        if found and found in wanted:
            self.right += 1
        elif found and not wanted:
            self.wrong.append(f"{text}: {found}")
        elif wanted and None not in right:
            self.missed.append(f"{text}: {wanted[0]}, proposed {found}")


Report = dict[str, Score]


def measure(proposal: Item, reading: Item) -> Report:
    """Score a proposal (the document of `import_issue --json`) against a reading of its page."""
    from ingest.measuring_layout import measure_layout

    return {**measure_layout(proposal, reading), **measure_facts(proposal, reading)}


def measure_facts(proposal: Item, reading: Item) -> Report:
    report: Report = {}
    found, wanted = proposal["projects"], reading["projects"]
    report["investments"] = _figures(
        [said for each in found for said in each["investments"] if said["yuan"] is not None],
        [_investment(each) for each in wanted if each.get("investment_yuan")],
    )
    report["capacities"] = _figures(
        [size for each in found for size in each["capacities"]],
        [_capacity(each, size) for each in wanted for size in each.get("capacities", ())],
    )
    names, project_pairs = match(
        found, wanted, alike_projects, label=lambda each: str(each["name"])
    )
    report["project names"] = names
    targets, target_pairs = match(
        proposal["targets"], reading["targets"], alike_targets, label=lambda each: each["indicator"]
    )
    report["stages"] = _stages(project_pairs)
    report["due dates"] = _due_dates(project_pairs + target_pairs, wanted + reading["targets"])
    report["targets"] = targets
    return report


def match(
    found: Sequence[Item], wanted: Sequence[Item], likeness: Likeness, label: Callable[[Item], str]
) -> tuple[Score, list[tuple[Item, Item]]]:
    """The best one-to-one pairs and their score; what is borderline is left out of it."""
    ranked = sorted(
        (
            (likeness(one, other), not other.get("borderline"), -left, -right)
            for left, one in enumerate(found)
            for right, other in enumerate(wanted)
        ),
        reverse=True,
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for alike, _, left, right in ranked:
        if alike < ALIKE:
            break
        if -left not in partner and -right not in taken:
            partner[-left] = -right
            taken.add(-right)
    score = Score()
    for index, one in enumerate(found):
        if index not in partner:
            score.proposed += 1
            score.wrong.append(label(one))
        elif not wanted[partner[index]].get("borderline"):
            score.proposed += 1
            score.right += 1
    for index, other in enumerate(wanted):
        if not other.get("borderline"):
            score.expected += 1
            if index not in taken:
                score.missed.append(label(other))
    return score, [(found[left], wanted[right]) for left, right in partner.items()]


def dice(one: str, other: str) -> float:
    """How alike two names are, 0 to 1, by the character pairs that they share."""
    left, right = set(pairs(one)), set(pairs(other))
    if not left or not right:
        return float(one == other and bool(one))
    return 2 * len(left & right) / (len(left) + len(right))


def same_sentence(one: str, other: str) -> bool:
    left, right = "".join(one.split()), "".join(other.split())
    return bool(left and right) and (left in right or right in left)


def alike_projects(found: Item, wanted: Item) -> float:
    if found["name"] in NO_NAMES:
        return 0.0
    names = _readings(wanted, "name", "printed_name")
    alike = max(dice(found["name"], str(name)) for name in names)
    near = same_sentence(found.get("quote") or "", str(wanted.get("sentence") or ""))
    return alike + 0.01 * near if alike >= ALIKE else 0.0


def alike_targets(found: Item, wanted: Item) -> float:
    """The same figure in the same sentence; where the reading has none, the same indicator."""
    if not same_sentence(found["quote"] or "", wanted["sentence"]):
        return 0.0
    alike = dice(found["indicator"] or "", wanted["indicator"])
    if wanted.get("value") is None:
        return alike if found["value"] is None else 0.0
    return 0.6 + 0.4 * alike if found["value"] in _readings(wanted, "value") else 0.0


def _readings(item: Item, *fields: str) -> list[Any]:
    """All values that are right for these fields, the `_alt` ones too."""
    values: list[Any] = []
    for name in fields:
        if name in item:
            values.append(item[name])
        others = item.get(f"{name}_alt") or []
        values += others if isinstance(others, list) else [others]
    return values or [None]


def _investment(project: Item) -> Item:
    return {**project, "yuan": project["investment_yuan"]}


def _capacity(project: Item, size: Item) -> Item:
    return {**size, "sentence": project["sentence"], "borderline": project.get("borderline")}


def _figures(found: Sequence[Item], wanted: Sequence[Item]) -> Score:
    def alike(one: Item, other: Item) -> float:
        name = "yuan" if "yuan" in other else "value"
        same = one.get(name) in _readings(other, name)
        return float(same and same_sentence(one["quote"] or "", other["sentence"]))

    score, _ = match(found, wanted, alike, label=lambda each: str(each.get("text") or each))
    return score


def _stages(found: Iterable[tuple[Item, Item]]) -> Score:
    score = Score()
    for one, other in found:
        if not other.get("borderline"):
            right = [STAGE_WORDS.get(str(each), each) for each in _readings(other, "stage_target")]
            score.count(one["stage"], right, one["name"])
    return score


def _due_dates(found: Sequence[tuple[Item, Item]], wanted: Sequence[Item]) -> Score:
    score = Score()
    for one, other in found:
        if not other.get("borderline"):
            right = _readings(other, "due_on")
            if "due_on" not in other:
                right.append(None)
            score.count(one["due_on"], right, one.get("name") or one.get("indicator") or "")
    met = [id(other) for _, other in found]
    for other in wanted:
        if other.get("due_on") and not other.get("borderline") and id(other) not in met:
            score.expected += 1
            score.missed.append(f"{other.get('name') or other['indicator']}: not found")
    return score
