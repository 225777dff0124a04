"""The form of an article: who came second is told, a public text asks for words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles import hooks
from articles.admin.differences import Difference, compared_fields, compared_photos
from articles.admin.widgets import OneLine
from articles.fields import clean_html, safe_html
from articles.links import dead_links
from articles.models import Article, Photo, Status
from articles.people import person
from articles.pictures import check_picture
from articles.plain import plain_text, tells_nothing
from articles.workflow import BreaksQuotesError, NothingToReadError


@dataclass(frozen=True)
class Conflict:
    """What the other editor saved meanwhile, beside what this one typed."""

    version: int | str
    by: str
    fields: list[Difference]


class ArticleForm(forms.ModelForm):
    """`shown_version` is the version that the page showed; `merged_into` the one that the
    editor has read in the comparison and wants to save over."""

    shown_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    accept_broken = forms.BooleanField(
        required=False, label=_("The quoted sentences may go; mark their figures as broken")
    )
    saving = forms.ChoiceField(
        label=_("This article is public"),
        required=False,
        choices=[
            ("correction", _("Readers see a correction")),
            ("reason", _("Fix silently, with a reason in the log")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Correction or reason"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    class Meta:
        model = Article
        exclude: list[str] = []
        widgets = {
            "kicker": OneLine(),
            "headline": OneLine(),
            "deck": OneLine(rows=2),
            "summary": OneLine(rows=2),
        }

    conflict: Conflict | None = None
    broken_quotes: list[str] = []
    # As stored: a refused form has put its own date into the instance by the time it is shown.
    is_public = False
    is_scheduled = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shown_version"].initial = self.instance.version
        if tags := self.fields.get("tags"):
            tags.help_text = _("Part them by 、 or by commas.")
            tags.widget.attrs["class"] = "vTextField"
        self._note_standing(self.instance)

    def _note_standing(self, stored: Article) -> None:
        self.is_public, self.is_scheduled = stored.is_published(), stored.is_scheduled()

    def clean_body(self) -> str:
        """A link that would be dead is told: its writer alone knows where it should lead."""
        body: str = self.cleaned_data["body"]
        if dead := dead_links(safe_html(body)):
            raise forms.ValidationError(
                _(
                    "No address that a reader could open: the link on {}. Write it whole, as "
                    "https://www.example.cn/, or take the link away."
                ).format("、".join(f"“{words}”" for words in dead)),
                code="dead_link",
            )
        return clean_html(body)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        self._fit_page(data)
        if self.instance.pk:
            stored = Article.objects.select_for_update().get(pk=self.instance.pk)
            self._note_standing(stored)
            self._keep_date(stored, data)
            self._keep_text(stored, data)
            self._refuse_stale(stored, data)
            self._ask_for_words(stored, data)
            self._ask_about_quotes(stored, data)
        return data

    @property
    def only_moves(self) -> bool:
        """Nothing but the place on the home page was changed: no reader need be told."""
        moved = self.instance.pk is not None and set(self.changed_data) == {"front_order"}
        return moved and not self._photos_touched()

    @property
    def wanted(self) -> list[forms.BoundField]:
        """The fields with errors, wherever they stand: the head of the page leads to them."""
        return [field for field in self.visible_fields() if field.errors]

    def verb_words(self) -> dict[str, str]:
        """`correction=` or `reason=` for `save_published`."""
        return {self.cleaned_data["saving"]: self.cleaned_data["words"]}

    def _fit_page(self, data: dict[str, Any]) -> None:
        page, issue = data.get("page"), data.get("issue")
        if page and not issue:
            data["issue"] = page.issue
        elif page and issue != page.issue:
            self.add_error("page", _("This page belongs to another issue."))

    def _keep_date(self, stored: Article, data: dict[str, Any]) -> None:
        emptied = "published_at" in data and data["published_at"] is None
        if stored.status == Status.PUBLISHED and emptied:
            self.add_error("published_at", _("An article that is signed off keeps a date."))

    def _keep_text(self, stored: Article, data: dict[str, Any]) -> None:
        """What is signed off is not emptied; what came in empty can be saved as it is."""
        if stored.status != Status.PUBLISHED or "body" not in data or stored.is_empty:
            return
        body, is_advertising = clean_html(data["body"] or ""), bool(data.get("is_advertising"))
        if tells_nothing(body, self._captions_of_pictures(), is_advertising=is_advertising):
            self.add_error("body", str(NothingToReadError(stored)))

    def _refuse_stale(self, stored: Article, data: dict[str, Any]) -> None:
        accepted = {str(data.get("shown_version")), self.data.get("merged_into")}
        if str(stored.version) in accepted:
            return
        last = stored.history.select_related("history_user").first()
        self.conflict = Conflict(
            version=stored.version,
            by=person(last.history_user) if last else "—",
            fields=self._differences(stored, data),
        )
        raise forms.ValidationError(
            _("Someone saved this article while you were writing. Nothing was overwritten."),
            code="stale",
        )

    def _differences(self, stored: Article, data: dict[str, Any]) -> list[Difference]:
        """Everything that a save would change, not the text alone: nothing goes back unseen."""
        names = [each for each in self.fields if each in data and each not in self.declared_fields]
        return [
            *compared_fields(stored, data, names),
            *compared_photos(stored, self.data, self.files),
        ]

    def _ask_for_words(self, stored: Article, data: dict[str, Any]) -> None:
        if not self.is_public or self.only_moves:
            return
        if not data.get("saving"):
            self.add_error("saving", _("Choose how the change is made known."))
        if not data.get("words", "").strip():
            self.add_error("words", _("Please say it in words."))

    def _ask_about_quotes(self, stored: Article, data: dict[str, Any]) -> None:
        plain = plain_text(
            heads=[data.get(name) or "" for name in ("kicker", "headline", "deck")],
            body=clean_html(data.get("body") or ""),
            dateline=data.get("dateline") or "",
            captions=self._captions(),
        )
        self.broken_quotes = hooks.quotes_broken_by(stored, plain)
        if self.broken_quotes and not data.get("accept_broken"):
            raise forms.ValidationError(
                str(BreaksQuotesError(self.broken_quotes)), code="breaks_quotes"
            )

    def _photos_touched(self) -> bool:
        return bool(compared_photos(self.instance, self.data, self.files))

    def _captions(self) -> list[str]:
        """The captions as they were sent along with the text."""
        return [self._caption(n) for n in self._photo_rows()]

    def _captions_of_pictures(self) -> list[str]:
        """Those of them that have a picture, stored or sent along; "" where it has no caption."""
        pictured = self.instance.photos.exclude(image="").values_list("pk", flat=True)
        stored = {str(pk) for pk in pictured}
        return [
            self._caption(n)
            for n in self._photo_rows()
            if f"photos-{n}-image" in self.files or self.data.get(f"photos-{n}-id") in stored
        ]

    def _caption(self, row: int) -> str:
        return str(self.data.get(f"photos-{row}-caption", ""))

    def _photo_rows(self) -> list[int]:
        total = int(self.data.get("photos-TOTAL_FORMS") or 0)
        return [n for n in range(total) if f"photos-{n}-DELETE" not in self.data]


class PhotoForm(forms.ModelForm):
    """A row of the photo table. A browser sends a chosen file once: where the page comes back
    with errors, `lost` keeps its name, so that the next save does not go through without it."""

    lost = forms.CharField(required=False, widget=forms.HiddenInput)
    without = forms.BooleanField(required=False, label=_("Save without this picture"))

    class Meta:
        model = Photo
        fields = ("article", "image", "caption", "credit", "alt", "focus_x", "focus_y", "order")
        # The original is private and has no public address to show beside the button.
        widgets = {
            "image": forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
            "caption": OneLine(),
            "alt": OneLine(),
        }

    def clean_image(self) -> Any:
        image = self.cleaned_data["image"]
        if "image" in self.changed_data:
            check_picture(image)
        elif image and not image.storage.exists(image.name):
            # Django would open it next, for its width and height.
            raise forms.ValidationError(
                _("The file of this picture is lost. Choose it again, or delete the row.")
            )
        return image

    def clean(self) -> dict[str, Any]:
        """Only an import leaves a caption that waits for its picture; people choose one."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self._sent() is None:
            if data.get("lost") and not (self.instance.pk and data.get("without")):
                self._ask_again(data["lost"])
            elif not self.instance.pk:
                self.add_error("image", _("Choose the picture of this row, or remove the row."))
        return data

    def come_back(self) -> None:
        """The page is shown again with errors: what was chosen has to be chosen once more."""
        sent, given_up = self._sent(), self.add_prefix("DELETE") in self.data
        if sent and not given_up and "image" not in self.errors:
            self._ask_again(sent.name)

    @property
    def lost_picture(self) -> str:
        """The name of the picture that has to be chosen again, "" if none has."""
        sent = self._sent()
        if sent is None:
            return str(self["lost"].value() or "")
        return str(sent.name) if self._asked else ""

    _asked = False

    def _ask_again(self, name: str) -> None:
        self._asked = True
        said = _("Choose the picture “{}” again: a page with errors does not keep it.")
        self.add_error("image", said.format(name))

    def _sent(self) -> Any:
        return self.files.get(self.add_prefix("image"))
