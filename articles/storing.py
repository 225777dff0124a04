"""Files that the server cannot keep: no permission on its folder, or no room on its disk."""

from __future__ import annotations

import logging

from django.utils.translation import gettext

logger = logging.getLogger(__name__)


def not_stored(error: OSError) -> str:
    """What to tell the user, in their language; the log gets the cause and the path."""
    logger.error("A file could not be stored: %s", error, exc_info=error)
    return gettext(
        "The server could not store the file: its folder cannot be written to, or its disk is "
        "full. Nothing was changed. Tell whoever looks after the server."
    )
