"""Files that the server cannot keep: no permission on its folder, or no room on its disk."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterable, Iterator

from django.core.files.storage import Storage
from django.db.models import FileField, Model
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext

logger = logging.getLogger(__name__)

# What a file system says when it keeps nothing; a refused connection is another matter.
_NO_ROOM = frozenset((errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO, errno.EFBIG))


def is_not_stored(error: OSError) -> bool:
    """Whether an error says that a file could not be written."""
    no_folder = (PermissionError, FileExistsError, NotADirectoryError)
    return isinstance(error, no_folder) or error.errno in _NO_ROOM


def files_chosen(record: Model) -> Iterator[FieldFile]:
    """The files of a record that its save will store; each knows afterwards whether it was."""
    for field in record._meta.concrete_fields:
        file = getattr(record, field.attname) if isinstance(field, FileField) else None
        if file and not is_stored(file):
            yield file


def is_stored(file: FieldFile) -> bool:
    """Whether the storage has it; one that was only chosen is not committed yet."""
    return bool(file._committed)  # type: ignore[attr-defined]


def take_back(storage: Storage, names: Iterable[str]) -> None:
    """Delete files that were stored for nothing; one that stays is told to the log alone."""
    for name in names:
        try:
            storage.delete(name)
        except OSError as error:
            logger.error("A file could not be deleted: %s", error, exc_info=error)


def not_stored(error: OSError) -> str:
    """What to tell the user, in their language; the log gets the cause and the path."""
    logger.error("A file could not be stored: %s", error, exc_info=error)
    return gettext(
        "The server could not store the file: its folder cannot be written to, or its disk is "
        "full. Nothing was changed. Tell whoever looks after the server."
    )
