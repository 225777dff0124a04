"""Forms of what has a Chinese name: its address in pinyin, and how else it is printed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chinese.printed import printed_key
from departments.addresses import free_address


class PinyinForm(forms.ModelForm):
    """An address that is left empty is made of the name."""

    address_field = "slug"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get(self.address_field):
            field.required = False
            field.help_text = _("Pinyin; left empty, it is made of the name.")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        name, address = data.get("name"), data.get(self.address_field)
        if name and address == "":
            data[self.address_field] = free_address(self.instance, name, self.address_field)
        return data


class PrintedNamesFormSet(forms.BaseInlineFormSet):
    """The names typed on one page. Each alone is checked by its model, which knows only what is
    saved: two new rows that are one name are told here."""

    def clean(self) -> None:
        super().clean()
        seen: set[str] = set()
        for row in self.forms:
            typed = getattr(row, "cleaned_data", {})
            name = typed.get("name")
            if not name or typed.get("DELETE"):
                continue
            if (key := printed_key(name)) in seen:
                row.add_error("name", _("“{}” is written twice: keep one.").format(name))
            seen.add(key)
