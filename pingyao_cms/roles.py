"""The three roles of a newsroom, kept by one table.

The groups bear the Chinese names that people see; the table is written into the database
after every migration, so that a right is changed here and nowhere else. Whoever has a role
may sign in to the newsroom, and nobody without one but superusers.
"""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.models import Group, Permission, User
from django.db import transaction

JOURNALIST, EDITOR, ADMINISTRATOR = "记者", "编辑", "管理员"

VIEW = ("view",)
EDIT = ("view", "add", "change")
ALL = ("view", "add", "change", "delete")

READING = {
    "articles.newspaper": VIEW,
    "articles.section": VIEW,
    "articles.issue": VIEW,
    "articles.page": VIEW,
    "departments.department": VIEW,
    "departments.alias": VIEW,
    "projects.sector": VIEW,
}

# Group -> model -> rights. Rows are narrowed further by `Article.objects.readable_by` and by
# the workflow: a journalist changes their own drafts alone.
ROLES: dict[str, dict[str, tuple[str, ...]]] = {
    JOURNALIST: {
        **READING,
        "articles.article": ALL,
        "articles.photo": ALL,
        "ingest.upload": EDIT,
    },
    EDITOR: {
        **READING,
        "articles.article": (*ALL, "publish", "edit_any"),
        "articles.photo": ALL,
        "articles.correction": VIEW,
        "articles.issue": ALL,
        "articles.page": ALL,
        "departments.department": ALL,
        "departments.alias": ALL,
        "ingest.upload": (*ALL, "commit"),
        "projects.project": ALL,
        "projects.projectalias": ALL,
        "projects.mention": ALL,
        "projects.evidence": ALL,
        "projects.investment": ALL,
        "projects.target": ALL,
        "projects.progress": ALL,
        "projects.capacity": ALL,
        "taggit.tag": ALL,
    },
    ADMINISTRATOR: {
        "auth.user": ALL,
        "articles.newspaper": ALL,
        "articles.section": ALL,
        "projects.sector": ALL,
        "redirects.redirect": ALL,
    },
}

CODENAMES = {"edit_any": "edit_any_article"}


def permissions_of(rights: dict[str, tuple[str, ...]]) -> set[Permission]:
    """The permission rows behind one role. Raises LookupError for a right that is not there."""
    wanted = {
        (app, CODENAMES.get(right, f"{right}_{model}"))
        for label, names in rights.items()
        for app, model in [label.split(".")]
        for right in names
    }
    found = Permission.objects.filter(content_type__app_label__in={app for app, _ in wanted})
    rows = {
        (row.content_type.app_label, row.codename): row
        for row in found.select_related("content_type")
    }
    if missing := wanted - rows.keys():
        raise LookupError(f"No such rights: {sorted(missing)}")
    return {rows[key] for key in wanted}


@transaction.atomic
def sync_roles() -> None:
    """Make the groups say what the table says, and nothing more."""
    for name, rights in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(permissions_of(rights))
    # Before a role alone let people in, to shut somebody out was to take the tick for staff away.
    without = User.objects.filter(groups__name__in=ROLES, is_staff=False)
    without.filter(last_login__isnull=False).update(is_active=False)
    without.update(is_staff=True)


def staff_by_role(instance: User | Group, action: str, pk_set: set[int], **kwargs: Any) -> None:
    """Who was given a role, from either side, is staff; who lost the last one no longer."""
    if not action.startswith("post_"):
        return
    if isinstance(instance, User):
        instance.is_staff = instance.is_superuser or instance.groups.exists()
        instance.save(update_fields=["is_staff"])
        return
    for user in User.objects.filter(pk__in=pk_set or ()):
        staff_by_role(user, action, set())


def after_migrations(sender: AppConfig, **kwargs: Any) -> None:
    """Once, after the last application has its permissions."""
    with_models = [config for config in apps.get_app_configs() if config.models_module]
    if sender == with_models[-1]:
        sync_roles()
