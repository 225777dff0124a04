"""The measure is strict: one find for one item, exact values, borderline neutral."""

from typing import Any

from ingest.measuring import dice, match, measure_facts


def proposal(**kinds: Any) -> dict[str, Any]:
    return {"projects": [], "targets": [], **kinds}


def project(name: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "quote": "甲。",
        "investments": [],
        "capacities": [],
        "stage": None,
        "due_on": None,
        **more,
    }


def test_a_bare_word_is_no_name() -> None:
    wanted = [{"name": "项目", "sentence": "甲。"}]
    report = measure_facts(
        proposal(projects=[project("项目")]), {"projects": wanted, "targets": []}
    )
    assert report["project names"].right == 0


def test_two_finds_cannot_answer_for_one_item() -> None:
    wanted = [{"name": "东湖公园", "sentence": "甲。"}]
    finds = proposal(projects=[project("东湖公园"), project("东湖公园")])
    score = measure_facts(finds, {"projects": wanted, "targets": []})["project names"]
    assert (score.right, score.proposed, score.expected) == (1, 2, 1)


def test_what_is_borderline_counts_neither_way() -> None:
    wanted = [{"name": "东湖公园", "sentence": "甲。", "borderline": True}]
    for finds in ([], [project("东湖公园")]):
        report = measure_facts(proposal(projects=finds), {"projects": wanted, "targets": []})
        score = report["project names"]
        assert (score.right, score.proposed, score.expected) == (0, 0, 0)


def test_a_sum_must_be_exact_and_in_its_sentence() -> None:
    wanted = [{"name": "东湖公园", "sentence": "甲。", "investment_yuan": 100}]
    for yuan, quote, right in ((100, "甲。", 1), (101, "甲。", 0), (100, "乙。", 0)):
        said = {"yuan": yuan, "quote": quote, "text": ""}
        finds = proposal(projects=[project("东湖公园", investments=[said])])
        report = measure_facts(finds, {"projects": wanted, "targets": []})
        assert report["investments"].right == right


def test_alike_names_share_half_of_their_pairs() -> None:
    assert dice("东湖公园", "东湖公园项目") >= 0.5 > dice("东湖公园", "西山煤矿")
    assert match([], [], lambda one, other: 1.0, label=str)[0].f1 == 1.0
