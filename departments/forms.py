"""Rows of printed names, of a department or of a project."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from chinese.printed import printed_key


class PrintedNamesFormSet(forms.BaseInlineFormSet):
    """The names typed on one page. Each alone is checked by its model, which knows only what is
    saved: two new rows that are one name are told here."""

    def clean(self) -> None:
        super().clean()
        seen: set[str] = set()
        for row in self.forms:
            name = getattr(row, "cleaned_data", {}).get("name")
            if not name or self._should_delete_form(row):
                continue
            if (key := printed_key(name)) in seen:
                row.add_error("name", _("“{}” is written twice: keep one.").format(name))
            seen.add(key)
