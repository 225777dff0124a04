"""Who may sign in to the newsroom, and what those are told who may not."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from pingyao_cms.roles import ADMINISTRATOR, JOURNALIST, sync_roles
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = "three lanterns over the gate"


def signing_in(name: str, password: str = PASSWORD) -> str:
    """The page that answers, or nothing where the newsroom opened."""
    answer = Client().post("/admin/login/", {"username": name, "password": password})
    return "" if answer.status_code == 302 else answer.content.decode()


def administrator() -> Client:
    user = UserFactory(is_superuser=True)
    client = Client()
    client.force_login(user)
    return client


def make_person(boss: Client, name: str) -> User:
    """As the administrator does it: the short form first, which has no roles."""
    given = {"username": name, "password1": PASSWORD, "password2": PASSWORD}
    boss.post("/admin/auth/user/add/", {**given, "usable_password": "true"})
    return User.objects.get(username=name)


def give_roles(boss: Client, user: User, *roles: str, **fields: str) -> None:
    groups = [group.pk for group in Group.objects.filter(name__in=roles)]
    form = {"username": user.username, "is_active": "on", "groups": groups, **fields}
    answer = boss.post(f"/admin/auth/user/{user.pk}/change/", form)
    assert answer.status_code == 302


def listed(boss: Client) -> str:
    return boss.get("/admin/auth/user/").content.decode()


def test_a_new_journalist_signs_in_with_the_role_alone() -> None:
    boss = administrator()
    user = make_person(boss, "wenyu")
    assert "没有角色" in listed(boss)
    assert "还没有角色" in signing_in("wenyu")
    give_roles(boss, user, JOURNALIST)
    assert "没有角色" not in listed(boss)
    assert signing_in("wenyu") == ""


def test_who_is_switched_off_is_told_so_and_a_stranger_learns_nothing() -> None:
    boss = administrator()
    user = make_person(boss, "wenyu")
    give_roles(boss, user, JOURNALIST, is_active="")
    assert "已停用" in listed(boss)
    assert "已停用" in signing_in("wenyu")
    assert "已停用" not in signing_in("wenyu", "a guess")
    assert "密码不对" in signing_in("wenyu", "a guess")


def test_a_role_given_from_either_side_is_the_right_to_sign_in() -> None:
    user = UserFactory(is_staff=False)
    group = Group.objects.get(name=JOURNALIST)
    group.user_set.add(user)
    user.refresh_from_db()
    assert user.is_staff
    user.groups.add(Group.objects.get(name=ADMINISTRATOR))
    user.groups.remove(group)
    assert user.is_staff
    user.groups.clear()
    assert not user.is_staff


def test_accounts_of_before_are_mended_by_the_next_migration() -> None:
    user = UserFactory()
    user.groups.add(Group.objects.get(name=JOURNALIST))
    User.objects.filter(pk=user.pk).update(is_staff=False)
    sync_roles()
    user.refresh_from_db()
    assert user.is_staff


def test_a_new_superuser_signs_in_too() -> None:
    boss = administrator()
    user = make_person(boss, "wenyu")
    give_roles(boss, user, is_superuser="on")
    assert signing_in("wenyu") == ""
