"""From a posted form to a step of `ingest.desk.edits`: which action, and which values it takes."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from ingest.desk.texts import ARTICLE_FIELDS

# A button can say one word only: what it stands for.
SHORT: dict[str, tuple[str, dict[str, str]]] = {
    "move_up": ("move_part", {"direction": "up"}),
    "move_down": ("move_part", {"direction": "down"}),
    "set_aside": ("label_part", {"kind": "leftover"}),
    "make_headline": ("label_part", {"kind": "headline"}),
    "accept_join": ("decide_join", {"decision": "accept"}),
    "second_join": ("decide_join", {"decision": "second"}),
    "split_join": ("decide_join", {"decision": "split"}),
    "use_department": ("match_department", {"use": "1"}),
    "skip_department": ("match_department", {"use": ""}),
}
FACT = (
    *("name", "indicator", "project", "stage", "tense", "comparator", "unit", "target_kind"),
    *("sector", "department", "place", "due_text", "due_on", "value", "members", "match"),
    *("amount", "measure", "at", "quote"),
)
# Which fields of a form belong to which action; every other one is left alone.
FIELDS: dict[str, tuple[str, ...]] = {
    "edit_article": ("article", *ARTICLE_FIELDS),
    "edit_text": ("part", "text"),
    "split_part": ("part", "at"),
    "join_part": ("part",),
    "move_part": ("part", "to", "direction"),
    "label_part": ("part", "kind"),
    "take_part": ("part", "to", "kind"),
    "new_article": ("part",),
    "merge_article": ("article", "to"),
    "edit_fact": ("fact", *FACT),
    "drop_fact": ("fact",),
    "add_fact": ("article", "kind", *FACT),
    "match_department": ("article", "printed", "match", "use"),
    "add_department": ("article", "printed", "match"),
    "decide_join": ("join", "decision"),
    "accept_doubt": ("doubt",),
}


def step_of(post: QueryDict) -> tuple[str, dict[str, Any]]:
    """The action and its values. A candidate typed by name counts where none is chosen."""
    action, given = SHORT.get(post.get("action", ""), (post.get("action", ""), {}))
    values = {name: post[name] for name in FIELDS.get(action, ()) if name in post}
    if named := post.get("match_name", "").strip():
        values["match"] = named
    return action, {**values, **given}
