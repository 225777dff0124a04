"""Tables sent to the newsroom, as its keeper sends them."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories import UserFactory

CSV, XLSX, JSON = "0", "1", "2"
PROJECTS = "/admin/projects/project/"


def keeper() -> Client:
    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    return client


def sent(client: Client, page: str, data: bytes, name: str = "表.csv") -> Any:
    """The preview of an import; the file's ending says what it is."""
    file = SimpleUploadedFile(name, data)
    return client.post(f"{page}import/", {"import_file": file, "resource": "0"})


def confirmed(client: Client, page: str, answer: Any) -> Any:
    form = answer.context["confirm_form"]
    return client.post(f"{page}process_import/", {**form.initial}, follow=True)


def table(*rows: list[Any], encoding: str = "utf-8") -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode(encoding)


def cells(answer: Any) -> dict[str, str]:
    """The first row of a preview, column by column, without the marks of what is new."""
    result = answer.context["result"]
    return {
        head: re.sub("<[^>]+>", "", str(cell))
        for head, cell in zip(result.diff_headers, result.valid_rows()[0].diff, strict=True)
    }
