"""A field of one line that shows all of its text, however narrow the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms


class OneLine(forms.Textarea):
    """A single line that grows with its text (`static/newsroom/one-line.js`): Enter neither saves
    nor breaks it, and what came with breaks becomes one line, with scripts or without."""

    def __init__(self, rows: int = 1) -> None:
        super().__init__({"rows": rows, "cols": 40, "class": "vTextField one-line"})

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return one_line(value) if isinstance(value, str) else value


def one_line(value: str) -> str:
    """A text without its line breaks and the blanks around them."""
    return " ".join(line.strip() for line in value.strip().splitlines() if line.strip())
