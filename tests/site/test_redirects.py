"""An old address leads to one place."""

from __future__ import annotations

import pytest
from django.contrib.redirects.models import Redirect
from django.test import Client

from tests.articles.newsroom import signed_in

pytestmark = pytest.mark.django_db
ADD = "/admin/redirects/redirect/add/"


def test_an_address_that_leads_somewhere_already_is_told() -> None:
    client: Client = signed_in("管理员")[0]
    Redirect.objects.create(site_id=1, old_path="/旧/", new_path="/新/")
    page = client.post(ADD, {"old_path": "/旧/", "new_path": "/别处/"}).content.decode()
    assert "这个地址已经通到/新/。" in page
    assert Redirect.objects.get().new_path == "/新/"
    assert client.post(ADD, {"old_path": "/更旧/", "new_path": "/新/"}).status_code == 302


def test_an_address_that_was_given_up_is_told() -> None:
    client: Client = signed_in("管理员")[0]
    Redirect.objects.create(site_id=1, old_path="/旧/", new_path="")
    page = client.post(ADD, {"old_path": "/旧/", "new_path": "/别处/"}).content.decode()
    assert "这个地址已经注明不再使用。" in page
    assert Redirect.objects.get().new_path == ""
