"""What all imports and exports of tables have in common: CSV, XLSX and JSON.

The lowest room that knows the database keeps it for the rooms above. Columns bear Chinese
names; a file without a column that is needed is refused by naming it; every row passes
`full_clean`, and one bad row stops the whole file. A cell that begins like a formula leaves
behind an apostrophe, and loses it again when it comes back.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from import_export import fields, resources, widgets
from import_export.admin import ImportExportModelAdmin
from import_export.formats import base_formats
from import_export.forms import ExportForm, ImportForm
from tablib import Dataset

# A live formula begins so, in some offices full-width too; a plain number is none.
FORMULA = re.compile(r"[\s]*[=+\-@＝＋－＠]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?$")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # no workbook can hold these
# Text in a cell is escaped: this can only be a tag of the library's.
PAINTED = re.compile(r'<(ins|del) style="[^"]*">')


def harmless(cell: Any) -> Any:
    """The cell as it may stand in a spreadsheet: a formula becomes text, control marks go."""
    cell = CONTROL.sub("", cell) if isinstance(cell, str) else cell
    if isinstance(cell, str) and FORMULA.match(cell) and not NUMBER.match(cell):
        return f"'{cell}"
    return cell


def restored(cell: Any) -> Any:
    """The cell as it was before `harmless`."""
    if isinstance(cell, str) and cell.startswith("'") and FORMULA.match(cell[1:]):
        return cell[1:]
    return cell


def _mapped(dataset: Dataset, change: Any) -> Dataset:
    rows = [[change(cell) for cell in row] for row in dataset]
    return Dataset(*rows, headers=dataset.headers, title=dataset.title)


class Csv(base_formats.CSV):
    """Written with a byte order mark, which Excel needs; read as UTF-8 or GB18030."""

    def is_binary(self) -> bool:
        return True

    def get_read_mode(self) -> str:
        return "rb"

    def create_dataset(self, in_stream: bytes, **kwargs: Any) -> Dataset:
        return super().create_dataset(decoded(in_stream), **kwargs)

    def export_data(self, dataset: Dataset, **kwargs: Any) -> bytes:
        return ("\ufeff" + _mapped(dataset, harmless).export("csv")).encode()


class Xlsx(base_formats.XLSX):
    def export_data(self, dataset: Dataset, **kwargs: Any) -> Any:
        return _mapped(dataset, harmless).export("xlsx")


class Json(base_formats.JSON):
    def is_binary(self) -> bool:
        return True

    def get_read_mode(self) -> str:
        return "rb"

    def create_dataset(self, in_stream: bytes, **kwargs: Any) -> Dataset:
        return super().create_dataset(decoded(in_stream), **kwargs)

    def export_data(self, dataset: Dataset, **kwargs: Any) -> bytes:
        return str(_mapped(dataset, harmless).export("json")).encode()


FORMATS: list[type[base_formats.Format]] = [Csv, Xlsx, Json]


def decoded(data: bytes) -> str:
    """UTF-8 with or without mark, else GB18030. Raises ValueError where it is neither."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(_("The file is neither UTF-8 nor GB18030."))


class ChoiceWidget(widgets.Widget):
    """A choice by the label that people read, or by its stored value."""

    def __init__(self, choices: Any) -> None:
        super().__init__()
        self.choices = choices

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        text = str(value or "").strip()
        by_label = {str(label): key for key, label in self.choices.choices}
        if text and text not in by_label and text not in self.choices.values:
            raise ValueError(_("“{}” is none of: {}").format(text, "、".join(by_label)))
        return str(by_label.get(text, text))

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return str(self.choices(value).label) if value else ""


class NamedWidget(widgets.Widget):
    """A record by its printed name; `find(name)` gives it or None."""

    def __init__(self, find: Any) -> None:
        super().__init__()
        self.find = find

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        name = str(value or "").strip()
        if not name:
            return None
        if (found := self.find(name)) is None:
            raise ValueError(_("“{}” is not known here.").format(name))
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return str(value.name) if value else ""


class TextField(fields.Field):
    """Text that is empty, never null, and spared its outer blanks."""

    def clean(self, row: Any, **kwargs: Any) -> str:
        value = row.get(self.column_name)
        return "" if value is None else str(value).strip()


class SheetDiff(resources.Diff):
    """A row before and after, as an export says it: of many names too, not of columns alone."""

    def __init__(self, resource: Any, instance: Any, new: bool) -> None:
        self.left = self._cells(resource, instance)
        self.right: list[Any] = []
        self.new = new

    def compare_with(self, resource: Any, instance: Any) -> None:
        self.right = self._cells(resource, instance)

    @staticmethod
    def _cells(resource: Any, instance: Any) -> list[Any]:
        return [resource.export_field(each, instance) for each in resource.get_import_fields()]

    def as_html(self) -> list[SafeString]:
        """Without the light colours that the library paints, which no dark page can be read by."""
        return [mark_safe(PAINTED.sub(r"<\1>", cell)) for cell in super().as_html()]  # noqa: S308


class SheetResource(resources.ModelResource):
    """Subclasses say in `required_columns` which columns a file must have."""

    required_columns: tuple[str, ...] = ()

    class Meta:
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        use_transactions = True

    @classmethod
    def get_diff_class(cls) -> type[SheetDiff]:
        return SheetDiff

    def import_data(self, dataset: Dataset, *args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("rollback_on_validation_errors", True)
        return super().import_data(dataset, *args, **kwargs)

    def before_import(self, dataset: Dataset, **kwargs: Any) -> None:
        """Trim the heads. Raises ValidationError naming the columns that are missing."""
        dataset.headers = [str(head or "").strip() for head in dataset.headers or []]
        missing = [name for name in self.required_columns if name not in dataset.headers]
        if missing:
            raise ValidationError(
                _("The file lacks the columns {}. Nothing was imported.").format("、".join(missing))
            )
        super().before_import(dataset, **kwargs)

    def validate_instance(self, *args: Any, **kwargs: Any) -> None:
        """What is wrong is told under the head of its column, which is what people see."""
        heads = {each.attribute: each.column_name for each in self.fields.values()}
        try:
            super().validate_instance(*args, **kwargs)
        except ValidationError as error:
            told = error.update_error_dict({})
            raise ValidationError({heads.get(name, name): told[name] for name in told}) from error

    def before_import_row(self, row: dict[str, Any], **kwargs: Any) -> None:
        row.update({head: restored(cell) for head, cell in row.items()})


class TableForm(ImportForm):
    """Takes the format from the file's ending; refuses files that are too large or no table."""

    field_order = ("resource", "import_file")

    def __init__(self, formats: Any, resources: Any, **kwargs: Any) -> None:
        super().__init__(formats, resources, **kwargs)
        self.endings = {f".{kind().get_extension()}": str(at) for at, kind in enumerate(formats)}
        self.fields["format"].required = False
        self.fields["format"].widget = forms.HiddenInput()
        self.fields["import_file"].widget.attrs = {"accept": ",".join(self.endings)}
        self.fields["import_file"].help_text = "、".join(self.endings)

    @property
    def media(self) -> forms.Media:
        """Without the library's script that guesses the format: the server tells it."""
        return forms.Media()

    def clean_import_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["import_file"]
        if (file.size or 0) > settings.UPLOAD_MAX_BYTES:
            raise ValidationError(
                _("The file is larger than {} MB.").format(settings.UPLOAD_MAX_BYTES // 2**20)
            )
        return file

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if file := given.get("import_file"):
            ending = PurePath(file.name).suffix.lower()
            if ending not in self.endings:
                known = "、".join(self.endings)
                self.add_error(
                    "import_file",
                    _("“{name}” is no table that can be read: it must be one of {known}.").format(
                        name=file.name, known=known
                    ),
                )
            given["format"] = self.endings.get(ending, "")
        return given


class SheetAdmin(ImportExportModelAdmin):
    """Import for those who may add and change, export for those who may see."""

    formats = FORMATS
    import_form_class = TableForm
    export_form_class = ExportForm

    def has_import_permission(self, request: Any) -> bool:
        return bool(self.has_add_permission(request) and self.has_change_permission(request))

    def has_export_permission(self, request: Any) -> bool:
        return bool(self.has_view_permission(request))

    def add_data_read_fail_error_to_form(self, form: forms.Form, e: Exception) -> None:
        form.add_error(
            "import_file",
            _("This file cannot be read as {}: it is empty, or its ending is not right.").format(
                dict(form.fields["format"].choices).get(form.cleaned_data["format"], "")  # type: ignore[attr-defined]
            ),
        )

    def get_export_filename(self, request: Any, queryset: Any, file_format: Any) -> str:
        """项目-2026-11-30.xlsx."""
        day = timezone.localdate().isoformat()
        return f"{self.opts.verbose_name}-{day}.{file_format.get_extension()}"

    def _do_file_export(self, file_format: Any, request: Any, queryset: Any, **kwargs: Any) -> Any:
        """The library writes the name as it is, which heads of answers allow in ASCII alone."""
        answer = super()._do_file_export(file_format, request, queryset, **kwargs)
        name = self.get_export_filename(request, queryset, file_format)
        answer["Content-Disposition"] = content_disposition_header(True, name)
        return answer

    def get_valid_export_item_pks(self, request: Any) -> Any:
        """Only rows that this user sees."""
        return self.get_queryset(request).values_list("pk", flat=True)
