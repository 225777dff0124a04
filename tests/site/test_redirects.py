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


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("/春讯/", "/春讯/", "一个地址不能通到它自己。"),
        ("/春讯/", "/%E6%98%A5%E8%AE%AF/", "一个地址不能通到它自己。"),
        ("/春讯", "/春讯/", "一个地址不能通到它自己。"),
        ("/春讯/", "http://127.0.0.1:8000/春讯/", "一个地址不能通到它自己。"),
        ("春讯/", "/夏讯/", "地址从第一个/写起，不写网站的名字：/old/。"),
        ("https://paper.example/春讯/", "/夏讯/", "地址从第一个/写起，不写网站的名字：/old/。"),
        ("/春讯/", "夏讯/", "地址从第一个/写起（/new/），或者写带https://的整个地址。"),
        ("/春讯/", "//paper.example/", "地址从第一个/写起（/new/），或者写带https://的整个地址。"),
    ],
)
def test_an_address_that_would_never_work_is_told(old: str, new: str, told: str) -> None:
    client: Client = signed_in("管理员")[0]
    answer = client.post(ADD, {"old_path": old, "new_path": new})
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not Redirect.objects.exists()


def test_addresses_that_lead_in_a_ring_are_told() -> None:
    client: Client = signed_in("管理员")[0]
    first = Redirect.objects.create(site_id=1, old_path="/一/", new_path="/二/")
    Redirect.objects.create(site_id=1, old_path="/二/", new_path="/三/")
    page = client.post(ADD, {"old_path": "/三/", "new_path": "/一/"}).content.decode()
    assert "从那里又会回到这个旧地址。" in page
    change = f"/admin/redirects/redirect/{first.pk}/change/"
    assert client.post(change, {"old_path": "/一/", "new_path": "/三/"}).status_code == 302
    assert client.post(ADD, {"old_path": "/零/", "new_path": "/一/"}).status_code == 302


@pytest.mark.parametrize(
    "new", ["", "/夏讯/", "https://paper.example/x", "/projects/?sector=nongye"]
)
def test_an_address_that_works_is_taken(new: str) -> None:
    client: Client = signed_in("管理员")[0]
    assert client.post(ADD, {"old_path": "/春讯/", "new_path": new}).status_code == 302
    answer = Client().get("/春讯/")
    assert answer.status_code == (301 if new else 410)


def test_two_addresses_that_lead_each_further_under_the_other_are_told() -> None:
    client: Client = signed_in("管理员")[0]
    Redirect.objects.create(site_id=1, old_path="/农事/", new_path="/渠事/")
    answer = client.post(ADD, {"old_path": "/渠事/", "new_path": "/农事/旧/"})
    assert answer.status_code == 200
    assert Redirect.objects.count() == 1
