"""An import can be taken back after its articles went to review and came back as they were."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from articles import workflow
from articles.models import Article, Photo, Status
from ingest.committing import commit_upload
from ingest.models import ImportedRecord, Upload
from ingest.undoing import former_fingerprint, undo_upload, what_keeps_it
from tests.factories import DepartmentFactory, SectionFactory
from tests.ingest.uploads import receive, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def upload(editor: Any) -> Upload:
    return commit_upload(upload=receive(editor), by=editor)


def article() -> Article:
    return Article.objects.order_by("pk")[0]


def save_in_the_form(editor: Any, **changed: Any) -> None:
    """The form of the first article, sent as the browser shows it but for what is `changed`."""
    client, one = signed_in(editor), article()
    address = reverse("admin:articles_article_change", args=[one.pk])
    page = client.get(address)
    forms = [page.context["adminform"].form]
    forms += [each.formset for each in page.context["inline_admin_formsets"]]
    sent: dict[str, Any] = {}
    for form in forms:
        inner = [form.management_form, *form.forms] if hasattr(form, "management_form") else [form]
        for each in inner:
            for field in each:
                sent |= values_of(field)
    sent |= {"shown_version": one.version, "_step": "submit"} | changed
    answer = client.post(address, {key: value for key, value in sent.items() if value is not None})
    assert answer.status_code == 302, answer.context["errors"]


def values_of(field: Any) -> dict[str, Any]:
    value = field.value()
    if isinstance(value, list):
        return {field.html_name: [getattr(each, "pk", each) for each in value]}
    if hasattr(field.field.widget, "widgets"):
        parts = field.field.widget.decompress(value)
        return {f"{field.html_name}_{at}": part for at, part in enumerate(parts)}
    return {field.html_name: "" if value is None else field.field.prepare_value(value)}


def there_and_back(editor: Any) -> None:
    one = article()
    if one.status == Status.DRAFT:
        workflow.submit_article(article=one, by=editor)
    workflow.return_article(article=article(), by=editor, note="再核一下")


def test_to_review_and_back_is_no_edit(editor: Any, upload: Upload) -> None:
    there_and_back(editor)
    assert what_keeps_it(upload) == []
    undo_upload(upload=upload, by=editor)
    assert not Article.objects.exists()


def test_saved_as_it_was_and_sent_back_is_no_edit(editor: Any, upload: Upload) -> None:
    save_in_the_form(editor)
    assert what_keeps_it(upload)  # in review
    there_and_back(editor)
    assert what_keeps_it(upload) == []
    undo_upload(upload=upload, by=editor)
    assert not Article.objects.exists()


def test_what_was_changed_on_the_way_keeps_the_import(editor: Any, upload: Upload) -> None:
    save_in_the_form(editor, deck="补了一行副题")
    there_and_back(editor)
    assert len(what_keeps_it(upload)) == 1


@pytest.mark.parametrize("what", ["tags", "departments", "photo", "section"])
def test_tags_departments_pictures_and_section_are_edits_too(
    editor: Any, upload: Upload, what: str
) -> None:
    one = article()
    if what == "tags":
        save_in_the_form(editor, tags="冷链")
    elif what == "departments":
        save_in_the_form(editor, departments=[DepartmentFactory().pk])
    elif what == "section":
        save_in_the_form(editor, section=SectionFactory().pk)
    else:
        save_in_the_form(editor)
        Photo.objects.create(article=one, caption="新拍的")
    there_and_back(editor)
    assert len(what_keeps_it(upload)) == 1


def test_what_was_public_once_keeps_the_import(editor: Any, upload: Upload) -> None:
    workflow.submit_article(article=article(), by=editor)
    workflow.publish_article(article=article(), by=editor)
    workflow.withdraw_article(article=article(), by=editor, reason="有误")
    workflow.reopen_article(article=article(), by=editor)
    assert article().status == Status.DRAFT
    assert len(what_keeps_it(upload)) == 1


def test_imports_of_before_are_compared_as_they_were_kept(editor: Any, upload: Upload) -> None:
    for record in ImportedRecord.objects.all():
        record.fingerprint = former_fingerprint(record.record)
        record.save()
    assert what_keeps_it(upload) == []
    Article.objects.filter(pk=article().pk).update(deck="改过")
    assert len(what_keeps_it(upload)) == 1
