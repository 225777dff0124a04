"""Who may sign in to the newsroom, and what those are told who may not."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from pingyao_cms import caching
from pingyao_cms.roles import ADMINISTRATOR, JOURNALIST, sync_roles
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = "three lanterns over the gate"


def signing_in(name: str, password: str = PASSWORD, at: str = "10.1.1.7", **sent: str) -> str:
    """The page that answers, or nothing where the newsroom opened."""
    form = {"username": name, "password": password}
    answer = Client().post("/admin/login/", form, REMOTE_ADDR=at, **sent)
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


# Guessing


def test_after_five_failures_even_the_password_has_to_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    UserFactory(username="wenyu", password=PASSWORD)
    for _ in range(5):
        assert "密码不对" in signing_in("wenyu", "a guess")
    assert "请15分钟后再试" in signing_in("wenyu")
    assert "请15分钟后再试" in signing_in("WenYu", "a guess")
    assert signing_in("wenyu", at="10.1.1.8") == ""

    later = time.time() + 15 * 60 + 1
    monkeypatch.setattr("time.time", lambda: later)
    assert signing_in("wenyu") == ""


def test_slips_before_the_right_password_are_forgiven() -> None:
    UserFactory(username="wenyu", password=PASSWORD)
    for _ in range(3):
        for _ in range(4):
            signing_in("wenyu", "a slip")
        assert signing_in("wenyu") == ""


def test_an_account_is_not_guessed_from_many_addresses_nor_many_from_one() -> None:
    UserFactory(username="wenyu", password=PASSWORD)
    for number in range(20):
        signing_in("wenyu", "a guess", at=f"10.2.0.{number}")
    assert "分钟后再试" in signing_in("wenyu", at="10.3.0.1")

    for number in range(50):
        signing_in(f"name{number}", "a guess", at="10.4.0.1")
    assert "分钟后再试" in signing_in("another", at="10.4.0.1")
    assert "分钟后再试" not in signing_in("another", at="10.4.0.2")


def test_behind_the_proxy_the_reader_counts_and_nobody_else_can_say_so() -> None:
    UserFactory(username="wenyu", password=PASSWORD)
    for number in range(5):
        faked = f"10.9.9.{number}, 10.5.0.1"
        signing_in("wenyu", "a guess", at="127.0.0.1", HTTP_X_FORWARDED_FOR=faked)
    assert "分钟后再试" in signing_in("wenyu", at="10.5.0.1")
    assert "分钟后再试" in signing_in("wenyu", at="10.5.0.1", HTTP_X_FORWARDED_FOR="10.6.0.1")
    assert signing_in("wenyu", at="127.0.0.1", HTTP_X_FORWARDED_FOR="10.6.0.1") == ""


def test_every_attempt_is_a_line_in_the_log_without_the_password(
    caplog: pytest.LogCaptureFixture,
) -> None:
    UserFactory(username="wenyu", password=PASSWORD)
    with caplog.at_level("INFO", "pingyao_cms.sign_in"):
        for _ in range(6):
            signing_in("wenyu", "guessed word")
        signing_in("stranger\nSign-in succeeded", "guessed word")
        signing_in("wenyu", at="10.1.1.8")
    lines = [record.getMessage() for record in caplog.records]
    assert lines[0] == "Sign-in failed, invalid_login: account 'wenyu' from '10.1.1.7'"
    assert lines[5] == "Sign-in refused, too many attempts: account 'wenyu' from '10.1.1.7'"
    assert lines[7] == "Sign-in succeeded: account 'wenyu' from '10.1.1.8'"
    assert len(lines) == 8
    assert not [line for line in lines if "\n" in line or "guessed" in line]


def test_the_limit_holds_without_redis(settings: Any) -> None:
    away = {
        "BACKEND": "pingyao_cms.caching.RedisOrMemory",
        "LOCATION": "redis://127.0.0.1:1/1",
        "KEY_PREFIX": "sign-in",
        "OPTIONS": {"MAX_ENTRIES": 100},
    }
    settings.CACHES = {"default": away, "sign_in": away}
    for _ in range(5):
        assert "密码不对" in signing_in("wenyu", "a guess")
    assert "请15分钟后再试" in signing_in("wenyu")
    caching._away.clear()


def test_who_was_shut_out_by_the_old_tick_for_staff_stays_out() -> None:
    user = UserFactory(last_login=timezone.now())
    user.groups.add(Group.objects.get(name=JOURNALIST))
    User.objects.filter(pk=user.pk).update(is_staff=False)
    sync_roles()
    user.refresh_from_db()
    assert not user.is_active


def test_who_is_no_superuser_any_more_and_has_no_role_signs_in_no_longer() -> None:
    boss = administrator()
    user = make_person(boss, "wenyu")
    give_roles(boss, user, is_superuser="on")
    give_roles(boss, user)
    user.refresh_from_db()
    assert not user.is_staff


def test_a_whole_network_may_be_ours(settings: Any) -> None:
    settings.PROXIES = ["10.7.0.0/16", "no address"]
    for number in range(51):
        at = {"at": "10.7.3.4", "HTTP_X_FORWARDED_FOR": f"10.8.0.{number}"}
        signing_in(f"name{number}", "a guess", **at)
    seen = signing_in("another", at="10.7.3.4", HTTP_X_FORWARDED_FOR="10.9.0.1")
    assert "分钟后再试" not in seen


def test_nothing_else_that_is_kept_pushes_the_counts_out() -> None:
    UserFactory(username="wenyu", password=PASSWORD)
    for _ in range(5):
        signing_in("wenyu", "a guess")
    for number in range(400):
        caches["default"].set(f"preview-{number}", number)
    caches["default"].clear()
    assert "分钟后再试" in signing_in("wenyu")
