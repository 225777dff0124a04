"""An amount that is none: told at the upload, a doubt on the desk, never a value."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from ingest.models import Upload
from projects.models import Investment
from tests.ingest.uploads import do, receive, send, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_in_english")]

TORN = """河东冷链园今日动工

本报讯 11月20日，河东冷链园项目开工。

菜农去年一共卖了3..5亿元的菜，节省运费十几万元。
"""


def sent(client: Client) -> str:
    """The page that one lands on after sending the file in."""
    response = send(client, TORN.encode())
    return str(client.get(response["Location"]).content.decode())


def test_an_amount_that_is_none_is_told_with_its_place_and_gets_no_value(
    desk: Client, editor: Any
) -> None:
    page = sent(desk)
    assert "“河东冷链园今日动工”, paragraph 2: “3..5亿元” is no amount." in page
    assert "十几万元” is no" not in page
    upload = Upload.objects.get()
    part = upload.document["articles"][0]["parts"][1]
    assert "3..5亿元" in part["text"]
    assert not any(each.get("amount") for each in upload.document["facts"])
    desk.post(reverse("admin:ingest_upload_commit", args=[upload.pk]), {"revision": 0})
    assert "3..5亿元" in Article.objects.get().plain
    assert not Investment.objects.filter(amount__isnull=False).exists()


def test_the_desk_leads_to_an_amount_that_is_none_until_it_is_put_right(
    desk: Client, editor: Any
) -> None:
    upload = receive(editor, TORN)
    part = upload.document["articles"][0]["parts"][1]
    page = desk.get(upload.get_desk_url()).content.decode()
    assert "“3..5亿元” is no exact figure" in page
    assert f"#{part['id']}" in page
    do(desk, upload, "edit_text", part=part["id"], text=part["text"].replace("3..5", "3.5"))
    assert "is no exact figure" not in desk.get(upload.get_desk_url()).content.decode()


def test_the_uploader_is_told_in_chinese(editor: Any) -> None:
    page = sent(signed_in(editor))
    assert "“河东冷链园今日动工”第2段：“3..5亿元”不成数" in page
