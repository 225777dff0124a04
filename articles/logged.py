"""What the log of the newsroom says of a change, in the words of its forms."""

from __future__ import annotations

import json

from django.contrib.admin.models import LogEntry
from django.utils.translation import gettext


def change_words(entry: LogEntry) -> str:
    """已修改名称、简称。

    The log keeps labels as forms show them in English, with a capital; the catalogue has the names
    of the fields, without one.
    """
    try:
        steps = json.loads(entry.change_message)
    except ValueError:
        return entry.change_message
    if not isinstance(steps, list):
        return entry.change_message
    for told in (told for step in steps for told in step.values()):
        if "fields" in told:
            told["fields"] = ["、".join(map(_label, told["fields"]))]
    return LogEntry(change_message=json.dumps(steps)).get_change_message()


def _label(label: str) -> str:
    small = label[:1].lower() + label[1:]
    said = gettext(small)
    return said if said != small else gettext(label)
