"""What people change on the desk counts against the machine, and nothing else does."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import translation

from ingest.accuracy import bands, verdicts
from ingest.committing import commit_upload
from ingest.desk.edits import edit
from tests.ingest.test_desk_edits import document
from tests.ingest.uploads import person_of, receive


def fallen(machine: Any, current: Any) -> list[str]:
    return sorted(each.kind for each in verdicts(machine, current) if not each.stood)


def test_an_untouched_proposal_stands_whole() -> None:
    doc = document()
    assert fallen(doc, doc) == []
    assert {each.kind for each in verdicts(doc, doc)} == {"join", "role", "placement"}


def test_a_corrected_word_is_no_fault_of_the_reading() -> None:
    doc = document()
    assert fallen(doc, edit(doc, "edit_text", {"part": "p3", "text": "冷库分两期建。"})) == []


def test_a_moved_paragraph_is_a_wrong_placement() -> None:
    doc = document()
    assert fallen(doc, edit(doc, "move_part", {"part": "p3", "to": "a2"})) == ["placement"]


def test_a_relabelled_line_is_a_wrong_role() -> None:
    doc = document()
    changed = edit(doc, "label_part", {"part": "p2", "kind": "paragraph"})
    assert fallen(doc, changed) == ["role"]


def test_a_changed_headline_is_a_wrong_role() -> None:
    doc = document()
    changed = edit(doc, "edit_article", {"article": "a1", "headline": "另一个"})
    assert fallen(doc, changed) == ["role"]


def test_a_join_that_people_made_was_missed_and_one_they_cut_was_wrong() -> None:
    doc = document()
    made = edit(doc, "decide_join", {"join": "j1", "decision": "accept"})
    assert fallen(doc, made) == ["join"]
    machine = {**made, "joins": [{**made["joins"][0], "decision": None}]}
    by_key = edit(machine, "decide_join", {"join": "j1", "decision": "split"})
    by_caret = edit(machine, "split_part", {"part": "p1", "at": len(doc_text(doc))})
    for changed in (by_key, by_caret):
        assert fallen(machine, changed) == ["join"]


def doc_text(doc: Any) -> str:
    return str(doc["articles"][0]["parts"][0]["text"])


def test_bands_count_by_tenths_of_confidence() -> None:
    doc = document()
    found = {(each.kind, each.low): each for each in bands(verdicts(doc, doc))}
    assert found["join", 0.5].total == found["join", 0.5].stood == 1
    assert found["placement", 0.9].share == 1.0


@pytest.mark.django_db
def test_the_command_counts_committed_uploads_alone() -> None:
    editor = person_of("编辑")
    receive(editor, "另一版今日见报\n\n本报讯 县里修路12公里。\n")
    commit_upload(upload=receive(editor), by=editor)
    out = StringIO()
    with translation.override("en"):
        call_command("import_accuracy", stdout=out)
    assert "1 committed upload\n" in out.getvalue()
    assert "(100.0%)" in out.getvalue()
