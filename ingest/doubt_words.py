"""A doubt in the words of the newsroom: its kind, its reason in one sentence, its degree."""

from __future__ import annotations

import re
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ingest.desk.draft import Doc
from ingest.seam_words import seam_words

WORDS = {
    "date": pgettext_lazy("doubt", "Issue date"),
    "paper": pgettext_lazy("doubt", "Newspaper"),
    "number": pgettext_lazy("doubt", "Issue number"),
    "page": pgettext_lazy("doubt", "Page"),
    "again": pgettext_lazy("doubt", "Once more"),
    "join": pgettext_lazy("doubt", "Join"),
    "quote": pgettext_lazy("doubt", "Sentence"),
    "sum": pgettext_lazy("doubt", "Amount"),
    "value": pgettext_lazy("doubt", "Value"),
    "due": pgettext_lazy("doubt", "Date"),
    "amount": pgettext_lazy("doubt", "Amount"),
    "figure": pgettext_lazy("doubt", "Amount"),
    "older": pgettext_lazy("doubt", "Amount"),
    "headline": pgettext_lazy("doubt", "Headline"),
    "section": pgettext_lazy("doubt", "Section"),
    "missing": pgettext_lazy("doubt", "Incomplete"),
    "project": pgettext_lazy("doubt", "Project"),
    "match": pgettext_lazy("doubt", "Project"),
    "milestone": pgettext_lazy("doubt", "Stage"),
    "same": pgettext_lazy("doubt", "Project"),
    "target": pgettext_lazy("doubt", "Target"),
    "statement": pgettext_lazy("doubt", "Amount"),
    "department": pgettext_lazy("doubt", "Department"),
}
# What stands instead of a per cent where there is none to give.
TAGS = {
    "date": gettext_lazy("contradicts"),
    "paper": gettext_lazy("contradicts"),
    "number": gettext_lazy("contradicts"),
    "page": gettext_lazy("contradicts"),
    "again": gettext_lazy("is in already"),
    "quote": gettext_lazy("lost"),
    "sum": gettext_lazy("not in the sentence"),
    "value": gettext_lazy("not in the sentence"),
    "due": gettext_lazy("not in the sentence"),
    "amount": gettext_lazy("not readable"),
    "figure": gettext_lazy("not readable"),
    "older": gettext_lazy("an old figure"),
    "headline": gettext_lazy("none"),
    "section": gettext_lazy("none"),
    "missing": gettext_lazy("cut off"),
    "department": gettext_lazy("new name"),
    "same": gettext_lazy("same name"),
}
ENDS = {
    "beginning": gettext_lazy("its beginning is not in this file"),
    "end": gettext_lazy("its end is not in this file"),
    "both": gettext_lazy("neither its beginning nor its end is in this file"),
}
ISO_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
LOW, MIDDLE = 0.6, 0.9


def word(doubt: Doc) -> str:
    return str(WORDS[doubt["kind"]])


def sentence(doubt: Doc) -> str:
    """Why it is doubted, in one sentence."""
    kind, text, other = doubt["kind"], doubt["text"], doubt["other"]
    if kind == "date":
        return dates_differ(date.fromisoformat(text), date.fromisoformat(other))
    if kind == "paper":
        return _("The page prints “{printed}”, the upload was given “{given}”").format(
            printed=text, given=other
        )
    if kind == "join":
        return _("“{seam}”: {reason}").format(seam=other, reason=seam_words(text))
    if kind == "quote":
        return _("“{text}” does not stand in the article any more").format(text=_cut(text))
    if kind == "amount":
        return _("“{text}” is no exact figure; it is not guessed").format(text=text)
    if kind == "older":
        return _("“{text}” is what the ledger said before; it says {now} now").format(
            text=text, now=other
        )
    if kind in ("sum", "value", "due"):
        return not_said(text, other)
    if kind == "figure":
        return _("“{text}” is no exact figure: it stays as printed").format(text=text)
    if kind == "headline":
        return _("An article without a headline")
    if kind == "section":
        return _("“{text}” has no section yet").format(text=text)
    if kind == "missing":
        return _("“{text}”: {end}").format(text=text, end=ENDS.get(other, other))
    if kind == "match":
        return looks_like(text, doubt["same"])
    if kind == "number":
        return numbers_differ(text, other)
    if kind == "page":
        return _("The page prints page {printed}, the upload was given page {given}").format(
            printed=text, given=other
        )
    if kind == "again":
        return in_already(doubt["again"])
    if kind == "same":
        return same_name(text, doubt["same"])
    if kind == "department":
        return _("“{text}”: no department is printed so yet").format(text=text)
    return _("“{text}” was read with doubt").format(text=text)


def grade(doubt: Doc) -> dict[str, str]:
    """{"tag", "tone"}: a per cent or a word, and how alarming it is."""
    if doubt["kind"] == "department":
        tone = "info"
    else:
        tone = "bad" if doubt["confidence"] < LOW else "warn"
    tag = str(TAGS.get(doubt["kind"], "")) or f"{doubt['confidence']:.0%}"
    return {"tag": tag, "tone": tone}


def not_said(typed: str, read: str) -> str:
    typed, read = _as_days(typed), _as_days(read)
    if not read:
        return _("The sentence does not say {typed}").format(typed=typed)
    return _("The sentence does not say {typed}, but {read}").format(typed=typed, read=read)


def numbers_differ(printed: str, there: str) -> str:
    """`there` is the number that the issue has, or the day that has the printed number."""
    if there.isdigit():
        return _("The page prints No. {printed}, the issue of that day is No. {there}").format(
            printed=printed, there=there
        )
    day = date_format(date.fromisoformat(there), "DATE_FORMAT")
    return _("The page prints No. {printed}, which is the number of the issue of {day}").format(
        printed=printed, day=day
    )


def in_already(found: Doc) -> str:
    names = {"name": found["name"], "share": f"{found['share']:.0%}"}
    if found["what"] == "upload":
        return _(
            "The page “{name}” of the same issue is here already: {share} of the text is the same"
        ).format(**names)
    return _("The article “{name}” is here already: {share} of the text is the same").format(
        **names
    )


def looks_like(text: str, found: Doc) -> str:
    """The likely project by its name, and the name that the likeness is to where it is another."""
    names = {"text": text, "other": found["name"], "printed": found.get("printed")}
    if names["printed"] in (None, found["name"]):
        return _("“{text}” looks like {other}").format(**names)
    return _("“{text}” looks like {other} (printed {printed} too)").format(**names)


def same_name(text: str, found: Doc) -> str:
    """Why the project of the ledger with this name may be another one."""
    why = found["why"]
    names = {"text": text, "name": found["name"]}
    if why == "common":
        return _(
            "“{text}” is only a word for such a thing: it need not be “{name}” of the ledger; it "
            "is taken for a new project"
        ).format(**names)
    if why == "several":
        return _(
            "The ledger has several projects printed as “{text}”; it is taken for a new one"
        ).format(**names)
    both = {**names, "here": found["here"], "there": found["there"]}
    if why == "sum":
        return _(
            "“{name}” of the ledger is printed so too, but costs {there}, and here {here}; it is "
            "taken for a new project"
        ).format(**both)
    return _(
        "“{name}” of the ledger is printed so too, but lies in {there}, and here in {here}; it is "
        "taken for a new project"
    ).format(**both)


def dates_differ(printed: date, given: date) -> str:
    return _("The page prints {printed}, the upload was given {given}").format(
        printed=date_format(printed, "DATE_FORMAT"), given=date_format(given, "DATE_FORMAT")
    )


def _as_days(text: str) -> str:
    """Days of the document as they are read: 2026年12月31日."""
    return ISO_DAY.sub(lambda day: date_format(date.fromisoformat(day[0]), "DATE_FORMAT"), text)


def _cut(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:24]}…"
