"""What a reviewer can do: pure functions on the working document, by name.

Each takes a copy of the document and the values of a form, and changes the copy. Text is moved
and relabelled, never thrown away: what leaves an article becomes a leftover. A step that makes
no sense raises `EditError` with a code; the caller says it in the user's language.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from ingest.desk import facts, filing, joins, milestones, texts
from ingest.desk.common import EditError, Values, stands
from ingest.desk.draft import Doc

__all__ = ["ACTIONS", "EditError", "Values", "edit", "stands"]


def edit(doc: Doc, action: str, values: Values) -> Doc:
    """A new document with one step done. Raises `EditError`; the given one is not touched."""
    if action not in ACTIONS:
        raise EditError("unknown_action", action)
    changed = deepcopy(doc)
    ACTIONS[action](changed, values)
    return changed


def accept_doubt(doc: Doc, values: Values) -> None:
    """A person looked at a doubt and found nothing wrong: it is not shown again."""
    accepted = doc.setdefault("accepted", [])
    if values["doubt"] not in accepted:
        accepted.append(str(values["doubt"]))


ACTIONS: dict[str, Callable[[Doc, Values], None]] = {
    each.__name__: each
    for each in (
        texts.edit_article,
        texts.edit_text,
        texts.split_part,
        texts.join_part,
        texts.move_part,
        texts.label_part,
        texts.take_part,
        texts.new_article,
        texts.merge_article,
        facts.edit_fact,
        facts.decide_project,
        facts.drop_fact,
        facts.add_fact,
        milestones.edit_milestone,
        milestones.drop_milestone,
        facts.match_department,
        facts.add_department,
        joins.decide_join,
        filing.file_under,
        accept_doubt,
    )
}
