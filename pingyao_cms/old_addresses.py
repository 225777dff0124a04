"""The form of an old address: what would never work is told before it is saved."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from django import forms
from django.conf import settings
from django.contrib.redirects.models import Redirect
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from pingyao_cms.middleware import above

OUTSIDE = ("http://", "https://")
FURTHEST = 20  # old addresses that one visit follows, more than any browser does


class RedirectForm(forms.ModelForm):
    """The site is no field of it, so that Django does not see that an address leads once."""

    def clean_old_path(self) -> str:
        path = str(self.cleaned_data["old_path"])
        if not path.startswith("/") or path.startswith("//"):
            raise forms.ValidationError(
                _("Write the address from the first / on, without the name of the site: /old/.")
            )
        same = Redirect.objects.filter(site_id=settings.SITE_ID, old_path=path)
        if found := same.exclude(pk=self.instance.pk).first():
            if not found.new_path:
                raise forms.ValidationError(_("This address is given up already."))
            raise forms.ValidationError(
                _("This address leads to {} already.").format(found.new_path)
            )
        return path

    def clean_new_path(self) -> str:
        path = str(self.cleaned_data["new_path"])
        within = path.startswith("/") and not path.startswith("//")
        if path and not within and not path.startswith(OUTSIDE):
            raise forms.ValidationError(
                _("Write the address from the first / on (/new/), or a whole one with https://.")
            )
        return path

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        old, new = data.get("old_path"), data.get("new_path")
        if old and new:
            if same_place(old, new):
                self.add_error("new_path", _("An address cannot lead to itself."))
            elif self._comes_back(old, new):
                self.add_error("new_path", _("From there readers are led back to the old address."))
        return data

    def _comes_back(self, old: str, new: str) -> bool:
        """Whether the new address is itself an old one that leads, by others, to this one."""
        others = Redirect.objects.filter(site_id=settings.SITE_ID).exclude(pk=self.instance.pk)
        at = new
        for _step in range(FURTHEST):
            below = dict(above(at))
            onward = others.filter(old_path__in=below).order_by(Length("old_path").desc()).first()
            if onward is None or not onward.new_path:
                return False
            at = f"{onward.new_path}{below[onward.old_path]}"
            if same_place(old, at) or _is_under(old, at):
                return True
        return True


def _is_under(old: str, new: str) -> bool:
    """Whether an address stands under an old one, with which all under it is led on."""
    return old.endswith("/") and f"{_bare(new)}/".startswith(f"{_bare(old)}/")


def same_place(one: str, other: str) -> bool:
    """Whether two addresses of this site are one, however typed: in full, or in another coding.

    The `/` at the end is no difference: a missing page is looked for with it too.
    """
    return _bare(one) == _bare(other)


def _bare(address: str) -> str:
    return unquote(address.removeprefix(settings.SITE_URL)).partition("#")[0].rstrip("/")
