"""Two people in one record of the ledger: what the first saved is kept, and the second is told.

Each field carries along what it showed when the page was opened. Who changed nothing in a field
overwrites nothing there; a field that both changed is shown with both values, as articles do.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.forms import Conflict
from articles.comparing import compare
from articles.people import person


def _as_sent(value: Any) -> Any:
    """A text as a browser gives it back: other line ends and blanks at its ends are no change."""
    return "\n".join(value.splitlines()).strip() if isinstance(value, str) else value


class TogetherForm(forms.ModelForm):
    """A form of a record that others may have open as well; also one row of many."""

    conflict: Conflict | None = None
    kept: list[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept = []
        if self.instance.pk:
            for field in self.fields.values():
                field.show_hidden_initial = True

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk and (self.has_changed() or not self.prefix):
            self._meet(data)
        return data

    def _meet(self, data: dict[str, Any]) -> None:
        """Keep what another saved in fields untouched here; ask about those that both changed."""
        model: Any = type(self.instance)
        stored = model._base_manager.select_for_update().get(pk=self.instance.pk)
        values = forms.models.model_to_dict(stored, fields=list(self.fields))
        both = []
        for name in self._changed_meanwhile(values):
            if name not in self.changed_data:
                data[name] = self.fields[name].clean(self._as_typed(name, values[name]))
                self.errors.pop(name, None)
                self.kept.append(str(self.fields[name].label))
            elif self.fields[name].has_changed(values[name], self._typed(name)):
                both.append(name)
        if both:
            self._ask(stored, values, both)

    def _changed_meanwhile(self, values: dict[str, Any]) -> Iterable[str]:
        return [
            name
            for name, field in self.fields.items()
            if name in values
            and (shown := self._shown(name)) is not None
            and field.has_changed(_as_sent(values[name]), _as_sent(shown))
        ]

    def _shown(self, name: str) -> Any:
        """What the page showed in the field, as it was sent along; None where nothing was."""
        field, html = self.fields[name], f"initial-{self.add_prefix(name)}"
        if html in self.data:
            return field.hidden_widget().value_from_datadict(self.data, self.files, html)
        # A choice of several that was empty sends nothing, a page without our fields neither.
        empty = isinstance(field, forms.ModelMultipleChoiceField)
        sent = any(key.startswith(f"initial-{self.prefix or ''}") for key in self.data)
        return [] if empty and sent else None

    def _typed(self, name: str) -> Any:
        field, html = self.fields[name], self.add_prefix(name)
        return field.widget.value_from_datadict(self.data, self.files, html)

    def _as_typed(self, name: str, value: Any) -> Any:
        return self.fields[name].prepare_value(value)

    def _ask(self, stored: Model, values: dict[str, Any], both: list[str]) -> None:
        token = "|".join(f"{name}={self._words(name, values[name])}" for name in both)
        if _as_sent(self.data.get(self.merge_name)) == _as_sent(token):
            return
        self.conflict = Conflict(
            version=token,
            by=last_hand(stored),
            fields=[
                (
                    str(self.fields[name].label),
                    compare(self._words(name, values[name]), self._words(name, self._typed(name))),
                )
                for name in both
            ],
        )
        raise forms.ValidationError(
            _("{who} saved “{what}” while you were writing. Nothing was overwritten.").format(
                who=self.conflict.by, what="、".join(str(self.fields[n].label) for n in both)
            ),
            code="stale",
        )

    @property
    def merge_name(self) -> str:
        """Under which name the page sends that both values were read."""
        return self.add_prefix("merged_into")

    def _words(self, name: str, value: Any) -> str:
        """A value as it is read: the names of records, not their numbers."""
        field: Any = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            chosen = value if isinstance(value, (list, tuple)) else [value]
            keys = [getattr(each, "pk", each) for each in chosen if each not in (None, "")]
            chosen_ones: Any = field.queryset
            return "、".join(map(str, chosen_ones.filter(pk__in=keys)))
        if isinstance(field, forms.ChoiceField):
            choices: Any = field.choices
            return str(dict(choices).get(value, value or ""))
        return str(field.prepare_value(value) if value is not None else "")


class TogetherAdmin(admin.ModelAdmin):
    """The page of such a form: it shows what both changed, and says what was kept."""

    change_form_template = "admin/projects/change_form.html"

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if form.kept:
            said = _("{who} had just saved “{what}”: it was kept.")
            words = said.format(who=last_hand(obj), what="、".join(form.kept))
            self.message_user(request, words, messages.WARNING)
        super().save_model(request, obj, form, change)


def last_hand(record: Model) -> str:
    """Who saved the record last, as the log of the newsroom knows it."""
    log = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(record), object_id=str(record.pk)
    )
    last = log.select_related("user").order_by("-action_time", "-pk").first()
    return person(last.user) if last else str(_("Somebody else"))
