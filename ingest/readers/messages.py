"""What is said to a person about a file that cannot be read: what is wrong, and where."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ingest.readers.errors import ReadingError


def explain(error: ReadingError) -> str:
    """The error as one sentence in the user's language."""
    where = error.where
    if error.code == "empty":
        return _("The file is empty.")
    if error.code == "blank":
        return _("The file holds nothing but white space.")
    if error.code == "too_large":
        limit = (where.limit or 0) / (1024 * 1024)
        return _("The file is larger than %(limit)g MB.") % {"limit": limit}
    place = {"line": where.line or 1, "offset": where.offset or 0}
    if error.code == "binary":
        return (
            _("This is no text file: see line %(line)d, byte %(offset)d. Is the ending right?")
            % place
        )
    return (
        _(
            "The characters cannot be read at line %(line)d, byte %(offset)d: the file is neither "
            "UTF-8 nor GB18030, or a character there is cut in half."
        )
        % place
    )
