"""Forms with files: what the server could not store is told in the form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse

from articles.refusals import PictureError
from articles.storing import files_chosen, is_not_stored, is_stored, not_stored, take_back


class StoresFiles(admin.ModelAdmin):
    """Mixed into the admin of records with files.

    Where a file cannot be stored or made public, nothing is saved, and the page comes back with
    the reason and with all that was typed. Whatever stops a save, none of its files is left behind.
    """

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        try:
            return self._saved_whole(request, object_id, *args, **kwargs)
        except PictureError as refusal:
            said = str(refusal)
        except OSError as error:
            if request.method != "POST" or not is_not_stored(error):
                raise
            said = not_stored(error)
        request._not_stored = said  # type: ignore[attr-defined]
        return super().changeform_view(request, object_id, *args, **kwargs)

    def _saved_whole(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page or the answer to a save; no transaction takes back what a disk keeps.

        What fails after the commit is outside: then the files belong to what was saved.
        """
        chosen: list[FieldFile] = []
        request._files_chosen = chosen  # type: ignore[attr-defined]
        if request.method != "POST":
            return super().changeform_view(request, *args, **kwargs)
        with transaction.atomic():
            try:
                return super().changeform_view(request, *args, **kwargs)
            except Exception:
                for file in chosen:
                    if is_stored(file):
                        take_back(file.storage, [str(file.name)])
                raise

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        record = super().save_form(request, form, change)
        _note_files(request, record)
        return record

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for row in formset.forms:
            _note_files(request, row.instance)
        super().save_formset(request, form, formset, change)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        said = getattr(request, "_not_stored", "")
        return refusing(form, said) if said else form


def _note_files(request: HttpRequest, record: Model) -> None:
    """Before a record is saved: the files that it will store."""
    request._files_chosen += files_chosen(record)  # type: ignore[attr-defined]


def refusing(form: Any, said: str) -> Any:
    """The form, which is not valid for this reason, whatever is in it."""

    class Refusing(form):
        def clean(self) -> Any:
            super().clean()
            raise forms.ValidationError(said, code="not_stored")

    return Refusing
