"""The roles stand in the database as the table says, after migrations and after tampering."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from pingyao_cms.roles import ADMINISTRATOR, EDITOR, JOURNALIST, ROLES, permissions_of, sync_roles
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES)
def test_migrations_leave_every_role_with_its_rights(role: str) -> None:
    assert set(Group.objects.get(name=role).permissions.all()) == permissions_of(ROLES[role])


def test_rights_given_by_hand_go_with_the_next_migration() -> None:
    journalists = Group.objects.get(name=JOURNALIST)
    journalists.permissions.add(Permission.objects.get(codename="publish_article"))
    sync_roles()
    assert not journalists.permissions.filter(codename="publish_article").exists()


def test_only_editors_publish_and_commit_and_only_administrators_keep_users() -> None:
    def holders(codename: str) -> set[str]:
        return set(
            Group.objects.filter(permissions__codename=codename).values_list("name", flat=True)
        )

    assert holders("publish_article") == {EDITOR}
    assert holders("edit_any_article") == {EDITOR}
    assert holders("commit_upload") == {EDITOR}
    assert holders("change_project") == {EDITOR}
    assert holders("change_user") == {ADMINISTRATOR}
    assert holders("add_article") == {JOURNALIST, EDITOR}


LISTS = {
    *("articles/article", "articles/photo", "articles/issue", "departments/department"),
    *("projects/project", "projects/investment", "projects/target", "projects/evidence"),
    *("ingest/upload", "taggit/tag", "articles/newspaper", "articles/section", "projects/sector"),
    *("auth/user", "redirects/redirect"),
}
LEDGER = {name for name in LISTS if name.startswith("projects/")} - {"projects/sector"}
CLOSED = {
    JOURNALIST: {*LEDGER, "taggit/tag", "auth/user", "redirects/redirect"},
    EDITOR: {"auth/user", "redirects/redirect"},
    ADMINISTRATOR: LISTS
    - {"articles/newspaper", "articles/section", "projects/sector"}
    - {"auth/user", "redirects/redirect"},
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_its_own_lists_and_no_other(role: str) -> None:
    user = UserFactory()
    user.groups.set([Group.objects.get(name=role)])
    client = Client()
    client.force_login(user)
    answers = {name: client.get(f"/admin/{name}/").status_code for name in LISTS}
    assert {name for name, status in answers.items() if status == 403} == CLOSED[role]
    assert set(answers.values()) == {200, 403}
