"""Compares finds with readings. Borderline and neutral ground counts neither way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ingest.measuring import dice

Item = dict[str, Any]
ALIKE = 0.5
_UNITS = {"成": "%", "㎡": "m2", "m²": "m2", "平米": "平方米", "㎥": "m3", "m³": "m3"}


@dataclass
class Tally:
    right: int = 0
    found: int = 0
    wanted: int = 0
    remarks: list[tuple[str, str]] = field(default_factory=list)

    def row(self) -> tuple[int, int, int, float, float, float]:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.wanted if self.wanted else 1.0
        both = precision + recall
        return (
            self.right, self.found, self.wanted, precision, recall,
            2 * precision * recall / both if both else 0.0,
        )  # fmt: skip

    def add(self, *, right: int = 0, found: int = 0, wanted: int = 0) -> None:
        self.right += right
        self.found += found
        self.wanted += wanted


def score_item(item: Item, found: dict[str, list[Item]], tallies: dict[str, Tally]) -> None:
    """What a reading does not list by kind, as the shorter readings of `tune2`, is not judged."""
    _projects(item, found["projects"], tallies)
    _targets(item, found["targets"], tallies)
    if "dates" in item:
        _dates(item, found["dates"], tallies)
    if "statements" in item:
        _statements(item, found["statements"], tallies)
    if "money" not in item:
        return
    money = [{**each, "value": each.get("amount", each["yuan"])} for each in item["money"]]
    money = [{**each, "value_to": each.get("yuan_to")} for each in money]
    _figures("money", item, found["money"], money, tallies)
    _figures("quantities", item, found["quantities"], item["quantities"], tallies)
    _departments(item, found["departments"], tallies)


def _figures(
    kind: str, item: Item, found: list[Item], wanted: list[Item], tallies: dict[str, Tally]
) -> None:
    tally, wrong = tallies[kind], tallies[f"{kind}: wrong values"]
    valued = [each for each in found if each["value"] is not None]
    taken: set[int] = set()
    for each in valued:
        hit = _overlapping(each, wanted)
        if hit is None:
            if _overlapping(each, item.get("neutral", [])) is None:
                tally.add(found=1)
                tally.remarks.append(("+", _shown(item, each)))
            continue
        gold = wanted[hit]
        same = [each["value"], each["value_to"]] == values(gold)
        if gold.get("borderline") or gold.get("damaged"):
            taken.add(hit)
            if gold.get("damaged") and gold["value"] is None and not gold.get("borderline"):
                wrong.add(found=1)
                wrong.remarks.append(("≠", _shown(item, each)))
            continue
        if hit in taken:
            continue
        taken.add(hit)
        tally.add(found=1, right=int(same), wanted=1)
        wrong.add(found=int(not same))
        if same:
            _details(kind, item, each, gold, tallies)
        else:
            tally.remarks.append(("≠", _shown(item, each)))
    for index, gold in enumerate(wanted):
        if index not in taken and not gold.get("borderline") and not gold.get("damaged"):
            tally.add(wanted=1)
            tally.remarks.append(("-", _shown(item, gold)))


def values(gold: Item) -> list[Any]:
    """Both ends of a mark. A reading may give 七成 as 7 with the unit 成; it is 70 in a hundred."""
    ends = [gold["value"], gold.get("value_to")]
    tenths = gold.get("unit") == "成"
    return [each * 10 if tenths and each is not None else each for each in ends]


def _details(kind: str, item: Item, each: Item, gold: Item, tallies: dict[str, Tally]) -> None:
    exact = each["start"] == gold["start"] and each["end"] == gold["end"]
    _one(tallies[f"{kind}: span"], exact, item, each, gold["text"])
    bounds = [gold["comparator"], *_list(gold.get("comparator_alt"))]
    _one(tallies[f"{kind}: bound"], each["comparator"] in bounds, item, each, bounds)
    if kind == "money":
        measures = [gold["measure"], *_list(gold.get("measure_alt"))]
        said = each["measure"]
        _one(tallies["money: measure"], said in measures, item, each, f"{measures} not {said}")
    else:
        units = [_UNITS.get(u, u) for u in (gold["unit"], *_list(gold.get("unit_alt")))]
        unit = _UNITS.get(each["unit"], each["unit"])
        _one(tallies["quantities: unit"], unit in units, item, each, f"{units} not {unit}")


def _one(tally: Tally, right: bool, item: Item, each: Item, wanted: object) -> None:
    tally.add(right=int(right), found=1, wanted=1)
    if not right:
        tally.remarks.append(("≠", f"{_shown(item, each)} wanted {wanted}"))


def _dates(item: Item, found: list[Item], tallies: dict[str, Tally]) -> None:
    tally = tallies["due dates"]
    taken: set[int] = set()
    for each in found:
        hit = _overlapping(each, item["dates"])
        gold = item["dates"][hit] if hit is not None else None
        if (gold and gold.get("borderline")) or (
            gold is None and _overlapping(each, item.get("neutral", [])) is not None
        ):
            taken.add(-1 if hit is None else hit)
            continue
        right = bool(gold and gold["is_due"] and each["due_on"] in _readings(gold, "due_on"))
        tally.add(found=1, right=int(right))
        if hit is not None and gold and gold["is_due"]:
            taken.add(hit)
            tally.add(wanted=1)
        if not right:
            tally.remarks.append(("+", f"{_shown(item, each)} {each['due_on']}"))
    for index, gold in enumerate(item["dates"]):
        if gold["is_due"] and index not in taken and not gold.get("borderline"):
            tally.add(wanted=1)
            tally.remarks.append(("-", _shown(item, gold)))


def _projects(item: Item, found: list[Item], tallies: dict[str, Tally]) -> None:
    pairs, extra, missed = _pair(found, item["projects"], _alike)
    names, facts = tallies["project names"], tallies["projects"]
    stages = tallies["project stages"]
    for each in extra:
        names.add(found=1)
        facts.add(found=1)
        names.remarks.append(("+", f"{item['id']} {each['name']}"))
        if any("milestones" in gold for gold in item["projects"]):
            _milestones(item, each, {"milestones": []}, tallies)
    for gold in missed:
        names.add(wanted=1)
        facts.add(wanted=1)
        _milestones(item, {"name": gold["name"], "milestones": []}, gold, tallies)
        names.remarks.append(("-", f"{item['id']} {gold['name']}"))
    for each, gold in pairs:
        names.add(right=1, found=1, wanted=1)
        money = each["investment_yuan"] in _readings(gold, "investment_yuan")
        due = each["due_on"] in _readings(gold, "due_on")
        facts.add(right=int(money and due), found=1, wanted=1)
        if not (money and due):
            facts.remarks.append(("≠", f"{item['id']} {each} wanted {gold}"))
        right = each["stage"] in _readings(gold, "stage")
        stages.add(right=int(right), found=1, wanted=1)
        _sizes(item, each, gold, tallies["project sizes"])
        _milestones(item, each, gold, tallies)
        if not right:
            stages.remarks.append(
                ("≠", f"{item['id']} {each['name']} {each['stage']} {gold['stage']}")
            )


def _milestones(item: Item, each: Item, gold: Item, tallies: dict[str, Tally]) -> None:
    """The promised stages of a work beside the announced one, each by its stage and its day."""
    if "milestones" not in gold:
        return
    tally, left = tallies["project milestones"], list(gold["milestones"])
    for one in each["milestones"]:
        days = (each for each in left if each["stage"] == one["stage"])
        hit = next((each for each in days if one["due_on"] in _readings(each, "due_on")), None)
        if hit:
            left.remove(hit)
        right = hit is not None
        if not (hit and hit.get("borderline")):
            tally.add(found=1, right=int(right), wanted=int(right))
        if not right:
            tally.remarks.append(("+", f"{item['id']} {each['name']} {one}"))
    left = [each for each in left if not each.get("borderline")]
    tally.add(wanted=len(left))
    tally.remarks += [("-", f"{item['id']} {each['name']} {one}") for one in left]


def _sizes(item: Item, each: Item, gold: Item, tally: Tally) -> None:
    """The printed sizes and yields of a work that was found, by their values."""
    left = [size["value"] for size in gold.get("capacities", ())]
    tally.add(wanted=len(left), found=len(each["capacities"]))
    for value in each["capacities"]:
        if value in left:
            left.remove(value)
            tally.add(right=1)
        else:
            tally.remarks.append(("+", f"{item['id']} {each['name']} {value}"))
    tally.remarks += [("-", f"{item['id']} {each['name']} {value}") for value in left]


def _alike(one: Item, other: Item) -> float:
    """A reading that names a phase alone (二期) is met by its full name (风电二期)."""
    bare = re.fullmatch("([一二三四五首]期)(?:工程|项目)?", other["name"])
    phase = bare[1].replace("首", "一") if bare else ""
    return 1.0 if bare and one["name"].endswith(phase) else dice(one["name"], other["name"])


def _targets(item: Item, found: list[Item], tallies: dict[str, Tally]) -> None:
    def alike(one: Item, other: Item) -> float:
        similar = dice(one["indicator"], other["indicator"])
        if other.get("value") is None:
            return similar if one["value"] is None else 0.0
        return 0.6 + 0.4 * similar if one["value"] in _readings(other, "value") else 0.0

    pairs, extra, missed = _pair(found, item["targets"], alike)
    tally, dues = tallies["targets"], tallies["targets: due date"]
    for each in extra:
        tally.add(found=1)
        tally.remarks.append(("+", f"{item['id']} {each['indicator']} {each['value']}"))
    for gold in missed:
        tally.add(wanted=1)
        tally.remarks.append(("-", f"{item['id']} {gold['indicator']} {gold.get('value')}"))
    for each, gold in pairs:
        tally.add(right=1, found=1, wanted=1)
        right = each["due_on"] in _readings(gold, "due_on")
        dues.add(right=int(right), found=1, wanted=1)
        if not right:
            dues.remarks.append(("≠", f"{item['id']} {each} wanted {gold.get('due_on')}"))


def _statements(item: Item, found: list[Item], tallies: dict[str, Tally]) -> None:
    pairs, extra, missed = _pair(
        found, item["statements"], lambda a, b: float(a["yuan"] == b["yuan"])
    )
    tally = tallies["statements"]
    tally.add(right=len(pairs), found=len(pairs) + len(extra), wanted=len(pairs) + len(missed))
    tally.remarks += [("+", f"{item['id']} {each}") for each in extra]
    tally.remarks += [("-", f"{item['id']} {each}") for each in missed]


def _departments(item: Item, found: list[Item], tallies: dict[str, Tally]) -> None:
    wanted = [{"name": name} for name in item["departments"]]
    neutral = [{"name": n, "borderline": True} for n in item.get("departments_borderline", [])]
    pairs, extra, missed = _pair(
        found, wanted + neutral, lambda a, b: dice(a["name"], b["name"]), enough=0.6
    )
    tally = tallies["departments"]
    tally.add(right=len(pairs), found=len(pairs) + len(extra), wanted=len(pairs) + len(missed))
    tally.remarks += [("+", f"{item['id']} {each['name']}") for each in extra]
    tally.remarks += [("-", f"{item['id']} {each['name']}") for each in missed]


def _pair(
    found: list[Item], wanted: list[Item], alike: Any, enough: float = ALIKE
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """One-to-one pairs, what was found besides, what was missed; borderline is left out."""
    ranked = sorted(
        ((alike(a, b), -i, -j) for i, a in enumerate(found) for j, b in enumerate(wanted)),
        reverse=True,
    )
    left: dict[int, int] = {}
    for likeness, i, j in ranked:
        if likeness >= enough and -i not in left and -j not in left.values():
            left[-i] = -j
    pairs = [(found[i], wanted[j]) for i, j in left.items() if not wanted[j].get("borderline")]
    extra = [each for i, each in enumerate(found) if i not in left]
    taken = set(left.values())
    missed = [
        each for j, each in enumerate(wanted) if j not in taken and not each.get("borderline")
    ]
    return pairs, extra, missed


def _overlapping(each: Item, spans: list[Item]) -> int | None:
    for index, span in enumerate(spans):
        if each["start"] < span["end"] and span["start"] < each["end"]:
            return index
    return None


def _readings(item: Item, name: str) -> list[Any]:
    short = name.removesuffix("_yuan")  # the older readings write investment_alt
    return [item.get(name), *_list(item.get(f"{name}_alt")), *_list(item.get(f"{short}_alt"))]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _shown(item: Item, each: Item) -> str:
    text = item["text"]
    return f"{item['id']} …{text[max(0, each['start'] - 12) : each['start']]}【{text[each['start'] : each['end']]}】{text[each['end'] : each['end'] + 8]}"
