"""Departments as a table."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from import_export import fields

from chinese.printed import printed_key
from departments.addresses import free_address
from departments.models import Department
from departments.spreadsheets import ChoiceWidget, NamedWidget, SheetResource, TextField

NAMES = "其他名称"


def department_named(name: str) -> Department | None:
    return Department.objects.by_printed_name(name)


class DepartmentResource(SheetResource):
    """One row a department, found again by its official name."""

    required_columns = ("名称",)

    name = TextField(column_name="名称", attribute="name")
    short_name = TextField(column_name="简称", attribute="short_name")
    kind = fields.Field(column_name="类别", attribute="kind", widget=ChoiceWidget(Department.Kind))
    parent = fields.Field(
        column_name="上级", attribute="parent", widget=NamedWidget(department_named)
    )
    uscc = TextField(column_name="统一社会信用代码", attribute="uscc")
    description = TextField(column_name="简介", attribute="description")
    aliases = fields.Field(column_name=NAMES)

    class Meta(SheetResource.Meta):
        model = Department
        import_id_fields = ("name",)
        fields = ("name", "short_name", "kind", "parent", "uscc", "description", "aliases")

    def dehydrate_aliases(self, department: Department) -> str:
        if department.pk is None:
            return ""
        return "、".join(alias.name for alias in department.aliases.all())

    def after_init_instance(
        self, instance: Department, new: bool, row: dict[str, Any], **kwargs: Any
    ) -> None:
        instance.slug = instance.slug or free_address(instance, str(row.get("名称") or ""))

    def after_save_instance(self, instance: Department, row: dict[str, Any], **kwargs: Any) -> None:
        take_names(instance, row.get(NAMES))


def take_names(record: Any, cell: Any) -> None:
    """New printed names of a department or project join; those that the file leaves out stay.

    Raises ValidationError under the head of the column.
    """
    for name in split_names(cell):
        if record.aliases.filter(key=printed_key(name)).exists():
            continue
        alias = record.aliases.model(name=name, **{record.aliases.field.name: record})
        try:
            alias.full_clean(exclude=["key"])
        except ValidationError as error:
            raise ValidationError({NAMES: error.messages}) from error
        alias.save()


def split_names(cell: Any) -> list[str]:
    return [name.strip() for name in str(cell or "").split("、") if name.strip()]
