"""What the importer says to people when something cannot be done: what is wrong, and where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import clock
from articles.bounds import HIGHEST_NUMBER, MOST_PAGES
from ingest.bounds import TooMuchTextError
from ingest.desk.amounts import Unreadable, unreadable_amounts
from ingest.desk.draft import Doc
from ingest.desk.edits import EditError
from ingest.garbled import LOST, GarbledTextError
from ingest.models import Upload
from ingest.readers.errors import ReadingError


class IngestError(Exception):
    """A step of the import that cannot be done; the message is for the user."""


class NoSectionError(IngestError):
    """Articles whose section nobody has chosen yet."""

    def __init__(self, headlines: list[str]) -> None:
        super().__init__(
            ngettext(
                "%(count)d article has no section: %(headlines)s. Choose the one it comes into.",
                "%(count)d articles have no section: %(headlines)s. Choose the one they come into.",
                len(headlines),
            )
            % {"count": len(headlines), "headlines": "、".join(headlines)}
        )


def reading_message(error: ReadingError) -> str:
    """The error as one sentence in the user's language."""
    where = error.where
    if isinstance(error, TooMuchTextError):
        return too_much_text(error)
    if isinstance(error, GarbledTextError):
        return garbled(error)
    if error.code == "empty":
        return _("The file is empty.")
    if error.code == "blank":
        return _("The file holds nothing but white space.")
    if error.code == "too_large":
        return too_large(where.limit or 0)
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


def too_large(limit: int) -> str:
    return _("The file is larger than %(limit)g MB.") % {"limit": limit / (1024 * 1024)}


def too_much_text(error: TooMuchTextError) -> str:
    counts = {"found": error.found, "most": error.most}
    if error.unit == "characters":
        return (
            _(
                "The file has %(found)d characters; one upload may have %(most)d. Please upload "
                "one page at a time."
            )
            % counts
        )
    return (
        _(
            "The file has %(found)d separate blocks and lines of text; one upload may have "
            "%(most)d. Please upload one page at a time, or less of it."
        )
        % counts
    )


def garbled(error: GarbledTextError) -> str:
    counts = {"count": error.count, "line": error.where.line or 1}
    if error.kind == "lost":
        return (
            _(
                "%(count)d characters of the file are lost (they show as � or “锟斤拷”), the first "
                "in line %(line)d. Please export the page again, as UTF-8 or GB18030."
            )
            % counts
        )
    return (
        _(
            "%(count)d characters of the file are gibberish, the first in line %(line)d: it was "
            "saved in a wrong encoding. Please export the page again, as UTF-8 or GB18030."
        )
        % counts
    )


def lost_lines(doc: Doc) -> list[str]:
    """What the uploader is told of the few characters that are lost in the text."""
    blocks = [each["block"] for each in doc["source"] for _one in range(each["text"].count(LOST))]
    if not blocks:
        return []
    return [
        ngettext(
            "%(count)d character is lost (�), the first in block %(block)d of the source.",
            "%(count)d characters are lost (�), the first in block %(block)d of the source.",
            len(blocks),
        )
        % {"count": len(blocks), "block": blocks[0] + 1}
    ]


def no_page(said: object) -> str:
    return _("Pages are numbered from 1 to {most}, not {said}.").format(most=MOST_PAGES, said=said)


def no_issue_number(said: object) -> str:
    return _("Issues are numbered from 1 to {most}, not {said}.").format(
        most=HIGHEST_NUMBER, said=said
    )


MOST_LINES = 5
LONG_AGO = timedelta(days=366)


def date_lines(issue_date: date) -> list[str]:
    """What the uploader is told of an issue that is long past: an archive, or a slip?"""
    if clock.today() - issue_date <= LONG_AGO:
        return []
    return [
        _(
            "The issue is dated {date}, more than a year ago. 年底, 上半年 and the like are read "
            "against it. If this is wrong, discard this proposal and upload the file again."
        ).format(date=date_format(issue_date))
    ]


def warnings_of(upload: Upload) -> list[str]:
    """What is odd about a file that was read, one sentence each."""
    doc = upload.document
    return [*date_lines(upload.issue_date), *lost_lines(doc), *unreadable_lines(doc)]


def filled_lines(upload: Upload, given: Mapping[str, Any]) -> list[str]:
    """What the form left open and the page itself told."""
    found = []
    if given["page_number"] is None and upload.page_number is not None:
        found.append(_("page {number}").format(number=upload.page_number))
    if given["number"] is None and upload.number is not None:
        found.append(_("issue number {number}").format(number=upload.number))
    if not found:
        return []
    return [_("Taken from the page itself: {what}.").format(what=_(", ").join(found))]


def unreadable_lines(doc: Doc) -> list[str]:
    """What the uploader is told of amounts that are none: what and where, one sentence each."""
    found = unreadable_amounts(doc)
    lines = [
        _("{place}: “{amount}” is no amount. It stays as printed and gets no value.").format(
            place=_place(each), amount=each.text
        )
        for each in found[:MOST_LINES]
    ]
    if (more := len(found) - MOST_LINES) > 0:
        lines.append(_("{count} more amounts cannot be read.").format(count=more))
    return lines


def _place(found: Unreadable) -> str:
    if found.article is None:
        return _("Left over")
    headline = found.headline or _("(no headline)")
    if found.number is None:
        return _("“{headline}”").format(headline=headline)
    return _("“{headline}”, paragraph {number}").format(headline=headline, number=found.number)


def edit_message(error: EditError) -> str:
    messages = {
        "unknown_action": _("This step is not known: {value}"),
        "gone": _("What this step speaks of is not there any more: {value}"),
        "empty_text": _("A paragraph cannot be emptied; set it aside instead."),
        "nothing_to_split": _("There is nothing on one side of the cut."),
        "nothing_below": _("There is nothing below to join."),
        "at_the_edge": _("It cannot be moved further."),
        "unknown_kind": _("This kind is not known: {value}"),
        "same_article": _("An article cannot be merged with itself."),
        "no_amount": _(
            "“{value}” is no amount that can be read exactly. Write 1.3亿元 or 2000万元."
        ),
        "no_number": _("“{value}” is no number."),
        "no_date": _("“{value}” is no date. Write it as 2026-12-31."),
        "no_second_choice": _("There is no other place that this could be joined to."),
        "no_sum_here": _("A target holds no amount; write its value, or add a sum."),
        "is_there": _("“{value}” is there already."),
        "no_name": _("Please give it a name."),
        "no_stage": _("Please choose the stage that is promised."),
        "no_page": no_page("{value}"),
        "quote_not_found": _("This sentence does not stand in the article: “{value}”"),
    }
    return messages[error.code].format(value=error.value)
