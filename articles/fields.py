"""The rich-text field: what the editor offers is what the database accepts."""

from __future__ import annotations

from typing import Any

from django_prose_editor.fields import ProseEditorField, create_sanitizer

EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Heading": {"levels": [2]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "HardBreak": True,
    "History": True,
}

clean_html = create_sanitizer(EXTENSIONS)


class CleanHTMLField(ProseEditorField):
    """HTML that is cleaned on its way to the database.

    Forms clean too, but `create()`, `bulk_create()`, `update()`, `loaddata` and imports all
    pass `get_prep_value`, so this is the one place that no writer can go around.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("extensions", EXTENSIONS)
        kwargs.setdefault("sanitize", True)
        super().__init__(*args, **kwargs)

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return clean_html(value) if value else value
