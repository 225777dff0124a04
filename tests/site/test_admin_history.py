"""The history of a record is told in the words of its form."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import translation
from django.utils.text import capfirst

from articles.logged import change_words
from tests.articles.newsroom import signed_in
from tests.factories import DepartmentFactory
from tests.projects.newsroom import opened, saved

pytestmark = pytest.mark.django_db
LATIN = re.compile(r"[A-Za-z]{2,}")


def test_what_was_changed_of_a_department_is_told_in_chinese() -> None:
    client: Client = signed_in("编辑")[0]
    department = DepartmentFactory(name="清河县水利局")
    page = f"/admin/departments/department/{department.pk}/"
    sent = {**opened(client, f"{page}change/"), "name": "清河县水务局", "short_name": "县水务局"}
    sent |= {"aliases-TOTAL_FORMS": 1, "aliases-0-name": "水务局", "aliases-0-id": ""}
    assert saved(client, f"{page}change/", sent) == ""
    history = client.get(f"{page}history/").content.decode()
    assert "已修改名称、简称。已添加其他名称“水务局”。" in history


def test_a_reason_typed_by_a_person_stays_as_it_is() -> None:
    assert change_words(LogEntry(change_message="[重复]，合并")) == "[重复]，合并"
    assert change_words(LogEntry(change_message="3")) == "3"


def test_every_field_of_a_form_has_a_chinese_name_in_the_history() -> None:
    unsaid = []
    for model, of in admin.site._registry.items():
        for each in (model, *(inline.model for inline in of.inlines)):
            for field in each._meta.fields:
                if not field.editable or field.primary_key:
                    continue
                with translation.override(None):
                    label = str(capfirst(str(field.verbose_name)))
                told = f'[{{"changed": {{"fields": ["{label}"]}}}}]'
                if LATIN.search(change_words(LogEntry(change_message=told)).replace("CN", "")):
                    unsaid.append(f"{each.__name__}.{field.name}")
    assert not unsaid
