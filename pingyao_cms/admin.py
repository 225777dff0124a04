"""People, old addresses and tags: what libraries bring, as the newsroom needs it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    ReadOnlyPasswordHashField,
    ReadOnlyPasswordHashWidget,
    SetUnusablePasswordMixin,
    UserChangeForm,
)
from django.contrib.auth.models import Group, User
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.people import person
from departments.addresses import keep_old_address
from departments.forms import PinyinForm
from pingyao_cms.old_addresses import RedirectForm

for model in (User, Group, Redirect, Site, Tag):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


class PasswordButton(ReadOnlyPasswordHashWidget):
    """The way to a new password, without the hash of the old one."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        return {**super().get_context(name, value, attrs), "summary": []}


class PersonForm(UserChangeForm):
    password = ReadOnlyPasswordHashField(label=_("Password"), widget=PasswordButton)


class NewPasswordForm(AdminPasswordChangeForm):
    """Django's own, whose warning would be English in every language."""

    usable_password_help_text = format_lazy(  # type: ignore[assignment]
        '{}<ul id="id_unusable_warning" class="messagelist"><li class="warning">{}</li></ul>',
        SetUnusablePasswordMixin.usable_password_help_text,
        _("If disabled, the current password for this user will be lost."),
    )


@admin.register(User)
class PersonAdmin(UserAdmin):
    """People and their roles. Rights come from the table of roles, never one by one, and only
    a superuser touches superusers. Whoever has a role signs in (`roles.staff_by_role`); who
    leaves is switched off: what they wrote stays."""

    form = PersonForm
    change_password_form = NewPasswordForm
    list_display = ("username", "name", "roles", "works_here", "last_login")
    list_filter = ("groups", "is_active")
    ordering = ("username",)
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Name"), {"fields": ("last_name", "first_name", "email")}),
        (_("Roles"), {"fields": ("is_active", "groups")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        found = super().get_queryset(request).prefetch_related("groups")
        return found if request.user.is_superuser else found.filter(is_superuser=False)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        sets = super().get_fieldsets(request, obj)
        if obj and request.user.is_superuser:
            return (*sets, (_("Everything"), {"fields": ("is_superuser",)}))
        return sets

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Who is a superuser no longer and has no role signs in no longer."""
        super().save_related(request, form, formsets, change)
        user = form.instance
        user.is_staff = user.is_superuser or user.groups.exists()
        user.save(update_fields=["is_staff"])

    @admin.display(description=_("may sign in"), ordering="is_active")
    def works_here(self, user: User) -> str:
        if not user.is_active:
            return str(_("switched off"))
        return str(_("Yes")) if user.is_staff else str(_("no role"))

    @admin.display(description=_("name"))
    def name(self, user: User) -> str:
        return person(user)

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        return "、".join(group.name for group in user.groups.all()) or "—"

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups" and field is not None:
            field.help_text = ""
        return field


@admin.register(Redirect)
class RedirectAdmin(admin.ModelAdmin):
    """Where an address that was changed leads. The newsroom writes most of them itself."""

    form = RedirectForm
    list_display = ("old_path", "new_path")
    search_fields = ("old_path", "new_path")
    fields = ("old_path", "new_path")

    def save_model(self, request: HttpRequest, obj: Redirect, form: Any, change: bool) -> None:
        obj.site_id = settings.SITE_ID
        super().save_model(request, obj, form, change)


def tag_address(tag: Tag) -> str:
    return reverse("articles:tag", args=[tag.slug])


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    form = PinyinForm
    list_display = ("name", "slug", "uses")
    search_fields = ("name",)
    fields = ("name", "slug")
    ordering = ("name",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        items = "taggit_taggeditem_items"
        return super().get_queryset(request).annotate(used=Count(items))

    def save_model(self, request: HttpRequest, obj: Tag, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "slug" in form.changed_data:
            keep_old_address(obj, form.initial["slug"], tag_address)

    @admin.display(description=_("uses"), ordering="used")
    def uses(self, tag: Any) -> int:
        return int(tag.used)
