"""Pictures in the newsroom: originals and small views for staff alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin.differences import rows_sent
from articles.admin.forms import PhotoForm
from articles.models import Article, Photo
from articles.pictures import PREVIEWS, UNREADABLE, preview_picture
from articles.preview import staff_photo_address
from articles.workflow import may_edit

FIVE_MINUTES = 300
_ROW = re.compile(r"photos-(\d+)-(.+)")


def thumbnail(photo: Photo, spec: str = "row") -> SafeString:
    """A small picture that opens the original; of an imported caption, that it waits for one."""
    if not photo.image:
        return format_html(
            '<span class="waiting">{}</span>', _("The picture has not been uploaded yet")
        )
    return format_html(
        '<a class="thumb" href="{}"><img src="{}" alt="{}" loading="lazy"></a>',
        reverse("admin:articles_photo_file", args=[photo.pk]),
        staff_photo_address(photo, spec),
        photo.alt or photo.caption or _("picture"),
    )


class PhotoFormSet(BaseInlineFormSet):
    def come_back(self) -> None:
        """Before the page is shown again: a chosen file does not outlast a page with errors."""
        for form in self.forms if self.is_bound else []:
            assert isinstance(form, PhotoForm)
            form.come_back()


def leave_out_gone(request: Any, article_pk: str) -> list[str]:
    """Rows of pictures that somebody deleted meanwhile leave what was sent; their captions.

    Django would refuse such a row for good, and show the next one with the wrong picture.
    """
    sent, files = request.POST, request.FILES
    shown, total = (rows_sent(sent, name) for name in ("INITIAL", "TOTAL"))
    there = Photo.objects.filter(article=int(article_pk)).values_list("pk", flat=True)
    stored = set(map(str, there)) if shown else set()
    gone = {row for row in range(shown) if sent.get(f"photos-{row}-id") not in stored}
    if not gone:
        return []
    kept = [row for row in range(total) if row not in gone]
    numbers = {str(row): str(number) for number, row in enumerate(kept)}
    request.POST = _renumbered(sent, numbers)
    request.POST["photos-TOTAL_FORMS"] = str(len(kept))
    request.POST["photos-INITIAL_FORMS"] = str(shown - len(gone))
    request._files = _renumbered(files, numbers)
    return [sent.get(f"photos-{row}-caption") or str(_("picture")) for row in sorted(gone)]


def _renumbered(sent: Any, numbers: dict[str, str]) -> Any:
    """A copy of what was sent; rows of pictures under their new numbers, or gone."""
    made = sent.copy()
    made.clear()
    for name, values in sent.lists():
        if found := _ROW.fullmatch(name):
            if found[1] not in numbers:
                continue
            name = f"photos-{numbers[found[1]]}-{found[2]}"
        made.setlist(name, values)
    return made


class PhotoInline(admin.TabularInline):
    model = Photo
    form = PhotoForm
    formset = PhotoFormSet
    extra = 0
    readonly_fields = ("thumb",)
    fields = ("thumb", "image", "caption", "credit", "alt", "focus_x", "focus_y", "order")

    @admin.display(description=_("Preview"))
    def thumb(self, photo: Photo) -> SafeString | str:
        if not photo.pk:
            return "—"
        if not getattr(photo.image, "_committed", True):
            # A form that came back with errors: what it held is not kept, what was there is.
            photo = Photo.objects.get(pk=photo.pk)
        return thumbnail(photo, "whole")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who may not change it gets no file field: a private file has no address to show."""
        if self.has_change_permission(request, obj):
            return self.fields
        return [name for name in self.fields if name != "image"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and _editable(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _editable(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _editable(request, obj)


def _editable(request: HttpRequest, article: Article | None) -> bool:
    return article is None or may_edit(request.user, article)


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin):
    """All pictures at a glance. They are added and changed inside their article."""

    list_display = ("thumb", "caption", "credit", "article", "is_public")
    list_display_links = ("caption",)
    list_filter = ("article__status", "article__section")
    list_select_related = ("article",)
    list_per_page = 50
    search_fields = ("caption", "credit", "alt", "article__headline")
    fields = ("thumb", "caption", "credit", "alt", "focus_x", "focus_y", "article")
    readonly_fields = fields
    ordering = ("-id",)

    @admin.display(description=_("picture"))
    def thumb(self, photo: Photo) -> SafeString:
        return thumbnail(photo, "whole")

    @admin.display(description=_("public"))
    def is_public(self, photo: Photo) -> str:
        return str(_("Yes")) if photo.renditions else "—"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Photo]:
        readable = Article.objects.readable_by(request.user)
        return super().get_queryset(request).filter(article__in=readable)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The way to a new picture leads through its article."""
        if not request.user.has_perm("articles.add_article"):
            raise PermissionDenied
        self.message_user(
            request,
            _("A picture is added inside its article: open the article, or write a new one."),
        )
        return redirect("admin:articles_article_add")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        said = {"subtitle": _("Pictures are added and changed inside their article.")}
        return super().changelist_view(request, {**said, **(extra_context or {})})

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.file_view)
        return [path("<int:pk>/file/", view, name="articles_photo_file"), *super().get_urls()]

    def file_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The private original, or with `?size=` a rendition made on the spot.

        Http404 where the picture was never uploaded, or its file was lost or is damaged.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        with_file = self.get_queryset(request).exclude(image="")
        photo = get_object_or_404(with_file, pk=pk)
        size = request.GET.get("size", "")
        try:
            response = _file_response(photo, size)
        except UNREADABLE:
            raise Http404("the original is lost or damaged") from None
        response.headers["Cache-Control"] = f"private, max-age={FIVE_MINUTES if size else 0}"
        return response


def _file_response(photo: Photo, size: str) -> HttpResponseBase:
    if size in PREVIEWS:
        return HttpResponse(
            preview_picture(photo, size), content_type=f"image/{PREVIEWS[size].kind}"
        )
    return FileResponse(photo.image.open("rb"), filename=Path(photo.image.name or "").name)
