"""A file that is too large is thrown away while it comes in: neither kept nor read whole."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest


class QuotaHandler(FileUploadHandler):
    """Skips a file past `limit` bytes; the form's other fields still arrive."""

    def __init__(self, request: HttpRequest, limit: int) -> None:
        super().__init__(request)
        self.limit = limit
        self.passed = 0
        self.refused = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.passed = start + len(raw_data)
        if self.passed > self.limit:
            self.refused = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> Any:
        return None
