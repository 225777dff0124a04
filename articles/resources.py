"""Articles as a table. They come in as drafts, and nothing that is public changes."""

from __future__ import annotations

import uuid
from html import escape
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export import fields, widgets
from tablib import Dataset

from articles import workflow
from articles.models import Article, ArticleEvent, Section, Status
from articles.tagging import string_from_tags, tags_from_string
from departments.resources import department_named
from departments.spreadsheets import ChoiceWidget, NamedWidget, SheetResource, TextField


def section_named(name: str) -> Section | None:
    return Section.objects.filter(name=name).first()


class UidWidget(widgets.Widget):
    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> uuid.UUID | None:
        text = str(value or "").strip()
        try:
            return uuid.UUID(text) if text else None
        except ValueError:
            raise ValidationError({"uid": _("“{}” is no number of ours.").format(text)}) from None


class BodyField(TextField):
    """HTML as it is, or plain lines, each of which becomes a paragraph."""

    def clean(self, row: Any, **kwargs: Any) -> str:
        text = super().clean(row, **kwargs)
        if not text or text.startswith("<"):
            return text
        return "".join(f"<p>{escape(line.strip())}</p>" for line in text.splitlines() if line)


class ArticleResource(SheetResource):
    """One row an article, found again by 编号; a row without one is a new draft."""

    required_columns = ("标题", "栏目", "正文")

    uid = fields.Field(
        column_name="编号", attribute="uid", widget=UidWidget(), saves_null_values=False
    )
    kicker = TextField(column_name="引题", attribute="kicker")
    headline = TextField(column_name="标题", attribute="headline")
    deck = TextField(column_name="副题", attribute="deck")
    dateline = TextField(column_name="电头", attribute="dateline")
    byline = TextField(column_name="署名", attribute="byline")
    body = BodyField(column_name="正文", attribute="body")
    summary = TextField(column_name="摘要", attribute="summary")
    section = fields.Field(
        column_name="栏目", attribute="section", widget=NamedWidget(section_named)
    )
    source_department = fields.Field(
        column_name="来源部门", attribute="source_department", widget=NamedWidget(department_named)
    )
    tags = fields.Field(column_name="标签")
    status = fields.Field(
        column_name="状态", attribute="status", readonly=True, widget=ChoiceWidget(Status)
    )
    published_at = fields.Field(
        column_name="发布时间",
        attribute="published_at",
        readonly=True,
        widget=widgets.DateTimeWidget("%Y-%m-%d %H:%M"),
    )

    class Meta(SheetResource.Meta):
        model = Article
        import_id_fields = ("uid",)
        fields = (
            "uid",
            "kicker",
            "headline",
            "deck",
            "dateline",
            "byline",
            "body",
            "summary",
            "section",
            "source_department",
            "tags",
            "status",
            "published_at",
        )

    def before_import(self, dataset: Dataset, **kwargs: Any) -> None:
        super().before_import(dataset, **kwargs)
        if "编号" not in dataset.headers:
            dataset.append_col([""] * dataset.height, header="编号")

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """What is no tag is told of its row, before anything of it is saved."""
        super().before_import_row(row, **kwargs)
        _tags_of(row)

    def dehydrate_tags(self, article: Article) -> str:
        return string_from_tags(article.tags.all()) if article.pk else ""

    def validate_instance(self, instance: Article, *args: Any, **kwargs: Any) -> None:
        """Refuses to touch what is not a draft; unchanged rows never come here."""
        if instance.pk and instance.status != Status.DRAFT:
            raise ValidationError(
                _("“{headline}” is “{status}”; an import changes drafts only.").format(
                    headline=instance.headline, status=instance.get_status_display()
                )
            )
        super().validate_instance(instance, *args, **kwargs)

    def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        instance.imported_by = kwargs["user"]

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        by = instance.imported_by
        if is_create:
            workflow.create_draft(article=instance, by=by, event=ArticleEvent.Kind.IMPORTED)
        else:
            workflow.save_draft(article=instance, by=by)

    def after_save_instance(self, instance: Article, row: Any, **kwargs: Any) -> None:
        if tags := _tags_of(row):
            instance.tags.set(tags)


def _tags_of(row: Any) -> list[str]:
    try:
        return tags_from_string(str(row.get("标签") or ""))
    except ValidationError as refusal:
        raise ValidationError({"tags": refusal.messages}) from None
