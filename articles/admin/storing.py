"""Forms with files: what the server could not store is told in the form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from articles.refusals import PictureError
from articles.storing import is_not_stored, not_stored


class StoresFiles(admin.ModelAdmin):
    """Mixed into the admin of records with files.

    Where a file cannot be stored or made public, nothing is saved, and the page comes back with
    the reason and with all that was typed.
    """

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, *args, **kwargs)
        except PictureError as refusal:
            said = str(refusal)
        except OSError as error:
            if request.method != "POST" or not is_not_stored(error):
                raise
            said = not_stored(error)
        request._not_stored = said  # type: ignore[attr-defined]
        return super().changeform_view(request, object_id, *args, **kwargs)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        said = getattr(request, "_not_stored", "")
        return refusing(form, said) if said else form


def refusing(form: Any, said: str) -> Any:
    """The form, which is not valid for this reason, whatever is in it."""

    class Refusing(form):
        def clean(self) -> Any:
            super().clean()
            raise forms.ValidationError(said, code="not_stored")

    return Refusing
