"""A step on the desk is stored as what it changed, and leads back to the very document."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.desk.patches import difference, patched
from ingest.models import Revision, Upload
from ingest.reviewing import take_back, take_step
from tests.ingest.uploads import person_of, receive

leaves = st.none() | st.booleans() | st.integers(-3, 3) | st.text("甲乙", max_size=2)
documents = st.recursive(
    leaves,
    lambda each: st.lists(each, max_size=4) | st.dictionaries(st.text("ab", max_size=2), each),
    max_leaves=12,
)


@settings(max_examples=300)
@example([[False]], [[0]])
@given(documents, documents)
def test_what_was_changed_leads_from_one_document_to_the_other(old: Any, new: Any) -> None:
    patch = json.loads(json.dumps(difference(old, new)))
    assert json.dumps(patched(old, patch), sort_keys=True) == json.dumps(new, sort_keys=True)


def steps_on(upload: Upload, by: Any) -> list[tuple[str, dict[str, str]]]:
    first, second = upload.document["articles"]
    part = first["parts"][0]["id"]
    return [
        ("edit_article", {"article": first["id"], "headline": "另起的标题"}),
        ("move_part", {"part": part, "to": second["id"]}),
        ("label_part", {"part": part, "kind": "leftover"}),
        ("split_part", {"part": first["parts"][1]["id"], "at": "5"}),
        ("merge_article", {"article": second["id"], "to": first["id"]}),
        ("drop_fact", {"fact": upload.document["facts"][0]["id"]}),
    ]


@pytest.mark.django_db
def test_every_step_is_taken_back_in_turn_and_the_last_leads_to_the_machine() -> None:
    editor = person_of("编辑")
    upload = receive(editor)
    seen = [upload.document]
    for action, values in steps_on(upload, editor):
        revision = upload.revision
        upload = take_step(
            upload=upload, revision=revision, action=action, values=values, by=editor
        )
        seen.append(upload.document)
    for before in reversed(seen[:-1]):
        upload = take_back(upload=upload, revision=upload.revision, by=editor)
        assert Upload.objects.get(pk=upload.pk).document == before
    assert upload.document == upload.machine


@pytest.mark.django_db
def test_a_step_after_an_undo_is_taken_back_to_what_the_undo_left() -> None:
    editor = person_of("编辑")
    upload = receive(editor)
    (one, say), (two, move), *_rest = steps_on(upload, editor)
    upload = take_step(upload=upload, revision=0, action=one, values=say, by=editor)
    renamed = upload.document
    upload = take_step(upload=upload, revision=1, action=two, values=move, by=editor)
    upload = take_back(upload=upload, revision=2, by=editor)
    assert upload.document == renamed
    upload = take_step(upload=upload, revision=3, action=two, values=move, by=editor)
    upload = take_back(upload=upload, revision=4, by=editor)
    assert upload.document == renamed
    upload = take_back(upload=upload, revision=5, by=editor)
    assert upload.document == upload.machine


@pytest.mark.django_db
def test_a_step_on_a_long_page_takes_little_room() -> None:
    editor = person_of("编辑")
    blocks = [
        f"第{n}号冷链园动工\n\n本报讯 第{n}号冷链园项目总投资{n}亿元，年底前投用。县水利局负责人说好。\n"
        for n in range(1, 41)
    ]
    upload = receive(editor, "\n".join(blocks))
    article = upload.document["articles"][0]
    values = {"part": article["parts"][0]["id"], "text": "改过的一段。"}
    take_step(upload=upload, revision=0, action="edit_text", values=values, by=editor)
    whole = len(json.dumps(upload.document))
    kept = len(json.dumps(Revision.objects.get().back))
    assert whole > 40_000
    assert kept < whole / 50
