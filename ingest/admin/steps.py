"""From a posted form to a step of `ingest.desk.edits`: which action, and which values it takes."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from ingest.desk.texts import ARTICLE_FIELDS

# A button can say one word only: the action it stands for, what it says to it, and the fields
# of its form that count. A select that stands beside the button is none of them.
SHORT: dict[str, tuple[str, dict[str, str], tuple[str, ...]]] = {
    "move_up": ("move_part", {"direction": "up"}, ("part",)),
    "move_down": ("move_part", {"direction": "down"}, ("part",)),
    "set_aside": ("label_part", {"kind": "leftover"}, ("part",)),
    "make_headline": ("label_part", {"kind": "headline"}, ("part",)),
    "accept_join": ("decide_join", {"decision": "accept"}, ("join",)),
    "second_join": ("decide_join", {"decision": "second"}, ("join",)),
    "split_join": ("decide_join", {"decision": "split"}, ("join",)),
    "same_project": ("decide_project", {}, ("fact", "match")),
    "new_project": ("decide_project", {"match": ""}, ("fact",)),
    "use_department": ("match_department", {"use": "1"}, ("article", "printed", "match")),
    "skip_department": ("match_department", {"use": ""}, ("article", "printed")),
}
FACT = (
    *("name", "indicator", "project", "stage", "tense", "comparator", "unit", "target_kind"),
    *("sector", "department", "place", "due_text", "due_on", "value", "members", "match"),
    *("matched", "amount", "measure", "at", "quote"),
)
# Which fields of a form belong to which action; every other one is left alone.
FIELDS: dict[str, tuple[str, ...]] = {
    "edit_article": ("article", *ARTICLE_FIELDS),
    "edit_text": ("part", "text"),
    "split_part": ("part", "at"),
    "join_part": ("part",),
    "move_part": ("part", "to"),
    "label_part": ("part", "kind"),
    "take_part": ("part", "to", "kind"),
    "new_article": ("part",),
    "merge_article": ("article", "to"),
    "edit_fact": ("fact", *FACT),
    "drop_fact": ("fact",),
    "add_fact": ("article", "kind", *FACT),
    "edit_milestone": ("fact", "at", "stage", "due_text", "due_on", "due_precision", "quote"),
    "drop_milestone": ("fact", "at"),
    "add_department": ("article", "printed", "match"),
    "file_under": ("page",),
    "accept_doubt": ("doubt",),
}


def step_of(post: QueryDict) -> tuple[str, dict[str, Any]]:
    """The action and its values. A record typed by name counts before a chosen one."""
    word = post.get("action", "")
    action, given, fields = SHORT.get(word) or (word, {}, FIELDS.get(word, ()))
    values = {name: post[name] for name in fields if name in post}
    if "match" in fields and (named := post.get("match_name", "").strip()):
        values |= {"match": named, "matched": ""}
    return action, {**values, **given}
