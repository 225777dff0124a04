"""What a fact typed by hand owes to its sentence: each figure as the sentence prints it.

`complaints` gives the reasons against a fact, by field. A figure that the sentence does not say is
refused, or asks for a reason where readers can be told one. `fill_in` takes from the sentence
what need not be typed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import clock
from articles.models import Article
from chinese.dates import find_dates
from chinese.finds import Amount
from chinese.money import find_money, money_text
from chinese.quantities import find_quantities
from chinese.said import day_in, quantity_in, sum_in
from projects.models import Capacity, Evidence, Investment, Progress, Target
from projects.models.facts import FACTS

Complaints = dict[str, str]
# What a form without a field for the reason says instead stands beside it.
EXPLAIN = gettext_lazy(" If it is meant so, say why under “reason”: readers will see it.")
ELSEWHERE = gettext_lazy(" If it is meant so, open this entry by itself and give a reason.")
Outcome = Target.Outcome


def complaints(fact: Any) -> Complaints:
    """Why this fact cannot be saved as it is; nothing where its sentence bears it out."""
    if fact.evidence_id is None:
        return {}  # the form asks for it
    if fact.evidence.broken:
        return {"evidence": _("This sentence does not stand in its article any more.")}
    return dict(_CHECKS[type(fact)](fact))


def complaints_about(quote: Evidence) -> list[str]:
    """What hangs on a sentence and would not be borne out by it, one line each."""
    found = []
    for model in FACTS:
        for fact in model.objects.filter(evidence_id=quote.pk):
            fact.evidence = quote
            found += [f"{fact}: {reason}" for reason in complaints(fact).values()]
    return found


def fill_in(fact: Any) -> None:
    """The words in which the sentence says the figure, where nobody typed any."""
    if fact.evidence_id is None or not hasattr(fact, "printed") or fact.printed:
        return
    said = _said(fact, fact.evidence.exact)
    fact.printed = said.text if said else ""


def day_of(article: Article) -> date:
    """The day against which the terms of an article are read."""
    if article.issue_id and article.issue:
        return article.issue.date
    return localdate(article.published_at) if article.published_at else clock.today()


# Money


def _investment(fact: Investment) -> Iterable[tuple[str, str]]:
    sentence = fact.evidence.exact
    if fact.printed and fact.printed not in sentence:
        yield "printed", _not_printed(fact.printed)
        return
    yield from _not_before_its_day("as_of", fact.as_of, fact.evidence)
    if fact.amount is None:
        return
    said, typed = _said(fact, sentence), money_text(fact.amount, fact.amount_to)
    if said is None and not fact.reason.strip():
        yield "amount", _explained(_unsaid(typed, _sums(sentence)))
    elif said and not _same_place(fact.printed, said.text):
        yield (
            "printed",
            _("The sentence prints {amount} as “{text}”.").format(amount=typed, text=said.text),
        )
    if not fact.printed and said is None:
        yield "printed", _("Copy what the sentence prints of it.")


def _same_place(printed: str, text: str) -> bool:
    return printed in text or text in printed


def _sums(sentence: str) -> list[str]:
    return [each.text for each in find_money(sentence)]


# Promises


def _target(fact: Target) -> Iterable[tuple[str, str]]:
    sentence, excused = fact.evidence.exact, bool(fact.reason.strip())
    if fact.printed and fact.printed not in sentence:
        yield "printed", _not_printed(fact.printed)
    if fact.value is not None and not excused and not _said(fact, sentence):
        yield "value", _explained(_unsaid(_number(fact), _quantities(sentence)))
    if not excused:
        yield from _due(fact)
    yield from _outcome(fact)


def _due(fact: Target) -> Iterable[tuple[str, str]]:
    """A term may stand in another sentence of the article: under a heading, or before it."""
    article = fact.evidence.article
    if fact.due_text and fact.due_text not in article.plain:
        yield "due_text", _("The article does not print “{}”.").format(fact.due_text)
    elif fact.due_on:
        telling = [fact.evidence.exact, *_lines_with(fact.due_text, article.plain)]
        issued = day_of(article)
        if not any(day_in(text, fact.due_on, issued) for text in telling):
            read = [_date(each.last) for each in find_dates(telling[0], issued) if each.last]
            yield "due_on", _explained(_unsaid(_date(fact.due_on), read))


def _not_before_its_day(
    name: str, day: date | None, proof: Evidence | None
) -> Iterable[tuple[str, str]]:
    """Nothing is told before it has happened: not by now, nor by the sentence that says so."""
    today = clock.today()
    if day and day > today:
        yield name, _ahead(today)
    elif day and proof and day > (told := day_of(proof.article)):
        yield name, _("The sentence was printed on {}, before this day.").format(_date(told))


def _lines_with(words: str, plain: str) -> list[str]:
    return [line for line in plain.split("\n") if words in line] if words else []


def _outcome(fact: Target) -> Iterable[tuple[str, str]]:
    """Kept and failed are claims: a sentence says so, or somebody looked and says where."""
    today = clock.today()
    proof = fact.outcome_evidence
    yield from _not_before_its_day("outcome_on", fact.outcome_on, proof)
    if fact.checked_on and fact.checked_on > today:
        yield "checked_on", _ahead(today)
    if proof and proof.broken:
        yield "outcome_evidence", _("This sentence does not stand in its article any more.")
    if fact.outcome == Outcome.MET and not (proof and fact.outcome_on):
        yield "outcome", _("A kept promise needs its date and its evidence.")
    looked = fact.checked_on and fact.searched_in.strip()
    if fact.outcome in (Outcome.MISSED, Outcome.DROPPED) and not (proof or looked):
        yield (
            "outcome",
            _(
                "Choose the sentence that says so, or fill in when somebody last looked and where "
                "they searched."
            ),
        )


# Progress and capacity


def _progress(fact: Progress) -> Iterable[tuple[str, str]]:
    if fact.value is not None and not _said(fact, fact.evidence.exact):
        yield "value", _unsaid(_number(fact), _quantities(fact.evidence.exact))
    yield from _not_before_its_day("date", fact.date, fact.evidence)


def _capacity(fact: Capacity) -> Iterable[tuple[str, str]]:
    sentence = fact.evidence.exact
    if fact.printed and fact.printed not in sentence:
        yield "printed", _not_printed(fact.printed)
    if fact.value is not None and not _said(fact, sentence):
        yield "value", _unsaid(_number(fact), _quantities(sentence))


_CHECKS: dict[type[Any], Callable[[Any], Iterable[tuple[str, str]]]] = {
    Investment: _investment,
    Target: _target,
    Progress: _progress,
    Capacity: _capacity,
}


def _said(fact: Any, sentence: str) -> Amount | None:
    """Where the sentence says the figure of the fact."""
    if isinstance(fact, Investment):
        return sum_in(sentence, fact.amount, fact.amount_to) if fact.amount is not None else None
    value: Decimal | None = fact.value
    return quantity_in(sentence, value, fact.unit) if value is not None else None


def _quantities(sentence: str) -> list[str]:
    return [each.text for each in (*find_quantities(sentence), *find_money(sentence))]


def _number(fact: Any) -> str:
    return f"{fact.value.normalize():f}{fact.unit}"


def _date(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


# Words


def _not_printed(words: str) -> str:
    return _("The sentence does not print “{}”.").format(words)


def _unsaid(typed: str, read: list[str]) -> str:
    if not read:
        return _("The sentence says no figure that reads as {}.").format(typed)
    return _("The sentence does not say {typed}; it says {read}.").format(
        typed=typed, read="、".join(read)
    )


def _explained(refusal: str) -> str:
    """A slip in print and the like: with a reason, which readers see, it goes."""
    return refusal + str(EXPLAIN)


def _ahead(today: date) -> str:
    return _("This day is still to come: today is {}.").format(_date(today))
