"""After a correction: the figures whose sentence went are put on the one that stands now.

A sum that the correction changed is a new row that replaces the old one as a slip in print; what
was counted or promised is corrected where it stands. What nobody puts right stays broken, and
counts in no sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from chinese.dates import find_dates
from chinese.finds import Amount, DateFind
from chinese.money import find_money, money_text
from chinese.quantities import find_quantities
from chinese.said import read_sum, sum_in
from projects import ledger, recording
from projects.checking import complaints, day_of
from projects.models import Evidence, Investment, Mention, Project, Target
from projects.models.facts import FACTS
from projects.quotes import nearest_sentence

Sum = tuple[Decimal | None, Decimal | None]
T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """One figure of a fact: what it was, and what the new sentence seems to say."""

    fact: Any
    was: str
    now: str
    is_date: bool = False

    @property
    def label(self) -> str:
        """What the figure is one of: 总投资, 规模, the promise, the date of it."""
        if self.is_date:
            return f"{self.fact}: {_('date')}"
        if isinstance(self.fact, Investment):
            return str(self.fact.get_measure_display())
        return str(self.fact if isinstance(self.fact, Target) else self.fact._meta.verbose_name)

    @property
    def key(self) -> str:
        return f"{'due' if self.is_date else 'figure'}-{self.fact._meta.model_name}-{self.fact.pk}"


@dataclass(frozen=True)
class Broken:
    """A sentence that went, the one that is most like it now, and what rests on it."""

    quote: Evidence
    sentence: str
    facts: list[Any]
    figures: list[Figure]
    outcomes: list[Target]


def broken_quotes(article: Article) -> list[Broken]:
    """What is to be put right in an article; a sum that was replaced since is not."""
    found = []
    for quote in Evidence.objects.filter(article=article, broken=True):
        facts, outcomes = facts_on(quote), list(quote.outcomes.all())
        if facts or outcomes:
            sentence = nearest_sentence(article.plain, quote.exact)
            figures = [each for fact in facts for each in _figures(fact, quote.exact, sentence)]
            found.append(Broken(quote, sentence, facts, figures, outcomes))
    return found


def facts_on(quote: Evidence) -> list[Any]:
    """What rests on a sentence, but for sums that another has replaced."""
    rows = [fact for model in FACTS for fact in model.objects.filter(evidence=quote)]
    replaced = Investment.objects.filter(evidence=quote, superseded_by__isnull=False)
    gone = set(replaced.values_list("pk", flat=True))
    return [row for row in rows if not (isinstance(row, Investment) and row.pk in gone)]


def _figures(fact: Any, old: str, new: str) -> list[Figure]:
    found = []
    if isinstance(fact, Investment):
        if fact.amount is not None:
            was = fact.amount, fact.amount_to
            now = _now(_sums(old), _sums(new), was)
            found.append(Figure(fact, money_text(*was), _sum_text(now)))
    elif fact.value is not None:
        value = _now(_values(old), _values(new), fact.value)
        found.append(Figure(fact, _plain(fact.value), "" if value is None else _plain(value)))
    if isinstance(fact, Target) and fact.due_on:
        found.append(Figure(fact, fact.due_on.isoformat(), _day_now(fact, old, new), is_date=True))
    return found


def _now(old: Sequence[T | None], new: Sequence[T | None], was: T) -> T | None:
    """The same where the new sentence says it; else what stands in its place there."""
    if was in new:
        return was
    return new[old.index(was)] if was in old and len(old) == len(new) else None


def _sums(text: str) -> list[Sum]:
    """Every sum of yuan with the upper end that makes it a range: 3至5亿元 is no 3亿元."""
    return [(each.value, each.value_to) for each in find_money(text) if each.currency == "CNY"]


def _sum_text(found: Sum | None) -> str:
    """Empty where no sum stands there, or one that cannot be read."""
    return money_text(found[0], found[1]) if found and found[0] is not None else ""


def _values(text: str) -> list[Decimal | None]:
    return [each.value for each in _counted(text)]


def _day_now(fact: Target, old: str, new: str) -> str:
    issued = day_of(fact.evidence.article)
    before, after = ([each.last for each in find_dates(text, issued)] for text in (old, new))
    due = fact.due_on
    day = _now(before, after, due) if due in before else due
    return day.isoformat() if day else ""


def _counted(text: str) -> list[Amount]:
    return sorted([*find_quantities(text), *find_money(text)], key=lambda each: each.start)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


@transaction.atomic
def mend(*, quote: Evidence, sentence: str, typed: Mapping[str, str], reason: str) -> Evidence:
    """Put what rests on a broken sentence on the one that stands, with the figures as typed.

    Raises `ValidationError` with what the new sentence does not bear out.
    """
    article, refused = quote.article, []
    facts, outcomes = facts_on(quote), list(quote.outcomes.all())
    try:
        fresh = recording.quote(
            article, sentence.strip(), mark=_mark(quote, facts, sentence, typed)
        )
    except recording.QuoteNotFoundError:
        raise ValidationError(
            _("“{}” does not print this sentence.").format(article.headline)
        ) from None
    for fact in facts:
        try:
            _rest_on(fact, fresh, typed, reason)
        except ValidationError as error:
            refused += error.messages
    if refused:
        raise ValidationError(refused)
    for target in outcomes:
        target.outcome_evidence = fresh
        target.save(update_fields=["outcome_evidence"])
    projects = Project.objects.filter(mentions__evidence=quote)
    for project in projects:
        Mention.objects.get_or_create(project=project, evidence=fresh)
    if not any(model.objects.filter(evidence=quote).exists() for model in FACTS):
        quote.delete()
    ledger.rebuild_for_article(article.pk)
    return fresh


def _mark(quote: Evidence, facts: list[Any], sentence: str, typed: Mapping[str, str]) -> str:
    """The words to circle: those that were, else how the sentence prints the first new figure."""
    if quote.marked in sentence:
        return quote.marked
    found: Amount | DateFind | None = None
    for fact in facts:
        word = typed.get(Figure(fact, "", "").key, "")
        term = typed.get(Figure(fact, "", "", is_date=True).key, "")
        if isinstance(fact, Investment):
            said = read_sum(word)
            if said and said.value:
                found = found or sum_in(sentence, said.value, said.value_to)
        found = found or next((e for e in _counted(sentence) if word == _plain_of(e)), None)
        dates = find_dates(sentence, day_of(quote.article)) if term else []
        found = found or next((e for e in dates if str(e.last) == term), None)
    return found.text if found else ""


def _plain_of(found: Amount) -> str:
    return "" if found.value is None else _plain(found.value)


def _rest_on(fact: Any, fresh: Evidence, typed: Mapping[str, str], reason: str) -> None:
    if isinstance(fact, Investment):
        _sum_rests_on(fact, fresh, typed.get(Figure(fact, "", "").key, ""), reason)
        return
    fact.evidence = fresh
    key = Figure(fact, "", "").key
    if fact.value is not None and typed.get(key):
        value = _number(typed[key])
        if hasattr(fact, "printed") and value != fact.value:
            found = next((e for e in _counted(fresh.exact) if e.value == value), None)
            fact.printed = found.text if found else ""
        fact.value = value
    if isinstance(fact, Target) and fact.due_on:
        _take_term(fact, fresh, typed.get(Figure(fact, "", "", is_date=True).key, ""))
    _check(fact)
    fact.save()


def _take_term(target: Target, fresh: Evidence, day: str) -> None:
    try:
        due = date.fromisoformat(day) if day else target.due_on
    except ValueError:
        raise ValidationError(
            _("“{value}” is no date. Write it as 2026-12-31.").format(value=day)
        ) from None
    if due != target.due_on or target.due_text not in fresh.exact:
        told = [e for e in find_dates(fresh.exact, day_of(fresh.article)) if e.last == due]
        target.due_on, target.due_text = due, told[0].text if told else target.due_text


def _sum_rests_on(old: Investment, fresh: Evidence, typed: str, reason: str) -> None:
    """The same sum moves; another one replaces it, and the old one stays with its old words."""
    found = read_sum(typed) if typed else None
    if typed and (found is None or found.value is None or found.currency != "CNY"):
        raise ValidationError(
            _("“{}” is not one sum of yuan. Write it as printed: 1.3亿元.").format(typed)
        )
    if found is None or (found.value == old.amount and found.value_to == old.amount_to):
        old.evidence = fresh
        _check(old)
        old.save()
        return
    said = sum_in(fresh.exact, found.value or Decimal(0), found.value_to)
    projects = list(old.projects.all())
    row = Investment(
        evidence=fresh,
        amount=found.value,
        amount_to=found.value_to,
        printed=said.text if said else typed,
        comparator=said.comparator if said else old.comparator,
        **{
            name: getattr(old, name)
            for name in ("is_statement", "members", "measure", "as_of", "period_start")
        },
        period_end=old.period_end,
        supersedes=old,
        change=Investment.Change.MISPRINT,
    )
    _check(row)
    row.reason = reason[:200]
    row.save()
    row.projects.set(projects)


def _check(fact: Any) -> None:
    if found := complaints(fact):
        raise ValidationError([f"{fact}: {words}" for words in found.values()])


def _number(text: str) -> Decimal:
    try:
        value = Decimal(text.replace(",", "").strip())
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise ValidationError(_("“{value}” is no number.").format(value=text))
    return value
