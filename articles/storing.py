"""Files that the server cannot keep: no permission on its folder, or no room on its disk."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterable

from django.core.files.storage import Storage
from django.utils.translation import gettext

logger = logging.getLogger(__name__)

# What a file system says when it keeps nothing; a refused connection is another matter.
_NO_ROOM = frozenset((errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO, errno.EFBIG))


def is_not_stored(error: OSError) -> bool:
    """Whether an error says that a file could not be written."""
    no_folder = (PermissionError, FileExistsError, NotADirectoryError)
    return isinstance(error, no_folder) or error.errno in _NO_ROOM


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
