"""Why a file cannot be read, and where: the one error that readers raise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ErrorCode = Literal["empty", "blank", "too_large", "binary", "encoding"]


@dataclass(frozen=True)
class Where:
    """A place in the file: the byte offset and the line, counted from 0 and from 1.

    For `too_large`, `limit` is the greatest number of bytes that is read.
    """

    offset: int | None = None
    line: int | None = None
    limit: int | None = None


class ReadingError(ValueError):
    """A file that is refused. `code` says why; what it says to a person is the caller's word."""

    def __init__(self, code: ErrorCode, where: Where | None = None) -> None:
        self.code: ErrorCode = code
        self.where = where or Where()
        super().__init__(f"{code} {self.where}")
