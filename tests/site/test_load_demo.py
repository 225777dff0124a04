"""`manage.py load_demo`: content, pictures and accounts in one command."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.core.management import call_command

from articles.models import Article, Issue, Page, Photo, Section
from departments.models import Department
from pingyao_cms.demo import is_demo
from pingyao_cms.management.commands.load_demo import flush
from pingyao_cms.roles import ADMINISTRATOR, EDITOR, JOURNALIST
from projects.models import Evidence, Project


@pytest.mark.django_db
def test_one_command_loads_content_pictures_and_accounts_once() -> None:
    out = StringIO()
    call_command("load_demo", users=True, stdout=out)
    passwords = re.findall(r"Account (\w+), password (\S+)", out.getvalue())
    assert [name for name, _ in passwords] == ["admin", "editor", "journalist"]
    for name, password in passwords:
        assert get_user_model().objects.get(username=name).check_password(password)
    assert roles_of("admin") == {ADMINISTRATOR, EDITOR, JOURNALIST}
    assert roles_of("editor") == {EDITOR}
    assert roles_of("journalist") == {JOURNALIST}
    published = Photo.objects.filter(article__in=Article.objects.published())
    assert published.exists()
    for photo in published:
        assert photo.image.storage.exists(str(photo.image.name))
        assert all(default_storage.exists(made["name"]) for made in photo.renditions.values())
    for page in Page.objects.all():
        assert default_storage.exists(str(page.image.name))

    before = Article.objects.count(), Photo.objects.count()
    again = StringIO()
    call_command("load_demo", users=True, stdout=again)
    assert "already" in again.getvalue()
    assert "password" not in again.getvalue()
    assert (Article.objects.count(), Photo.objects.count()) == before

    assert is_demo()
    flush()
    for model in (Article, Project, Evidence, Department, Issue, Section):
        assert not model._default_manager.exists()
    assert get_user_model().objects.filter(username="admin").exists()


def roles_of(name: str) -> set[str]:
    user = get_user_model().objects.get(username=name)
    return set(user.groups.values_list("name", flat=True))
