"""What the tests of the upload admin and the desk share: a page, people, a client."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Newspaper, Section
from ingest.models import Upload
from ingest.receiving import receive_upload
from tests.factories import NewspaperFactory, SectionFactory, UserFactory

PAGE = """河东冷链园今日动工

本报讯 11月20日，河东冷链园项目开工。该项目总投资1.3亿元，今年年底前投用。

县水利局负责人说，往后菜农不愁卖。

城关镇修路十二公里

本报讯 城关镇今年新修乡村道路12公里，年底前完工。沿线六个村的村民出行方便了。
"""
ISSUED = date(2026, 11, 21)
ADD = "admin:ingest_upload_add"


def person_of(role: str) -> Any:
    """A fresh person with one of the newsroom's roles."""
    user = UserFactory()
    user.groups.add(Group.objects.get(name=role))
    return User.objects.get(pk=user.pk)


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def speaking_english(client: Client) -> Client:
    client.cookies["django_language"] = "en"
    return client


def furnish() -> Newspaper:
    if not Section.objects.exists():
        SectionFactory()
    return NewspaperFactory()


def any_section() -> str:
    """Where an article of no section comes in, for a test that asks nothing of it."""
    return str(Section.objects.values_list("name", flat=True)[0])


def receive(by: Any, text: str = PAGE, **changed: Any) -> Upload:
    given = {
        "data": text.encode(),
        "name": "一版.txt",
        "newspaper": furnish(),
        "issue_date": ISSUED,
        "number": 1287,
        "page_number": 1,
    }
    return receive_upload(**{**given, **changed}, by=by)


def send(client: Client, data: bytes, **changed: Any) -> Any:
    """The form “Upload an issue”, sent with a file of these bytes."""
    paper = furnish()
    form = {
        "newspaper": paper.pk,
        "issue_date": ISSUED.isoformat(),
        "file": SimpleUploadedFile("一版.txt", data),
        **changed,
    }
    return client.post(reverse(ADD), {key: value for key, value in form.items() if value})


def do(client: Client, upload: Upload, action: str, **values: Any) -> Any:
    """One step on the desk, on the revision that stands, without scripts."""
    revision = values.pop("revision", Upload.objects.get(pk=upload.pk).revision)
    headers = values.pop("headers", {})
    return client.post(
        upload.get_desk_url(), {"action": action, "revision": revision, **values}, headers=headers
    )


def fact_with_a_sum(upload: Upload) -> Any:
    return next(each for each in upload.document["facts"] if each.get("investments"))
