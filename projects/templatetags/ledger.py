"""The ledger on other pages: its lines, cards, figures, quotes, badges and bricks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import template
from django.core.files.storage import default_storage
from django.http import QueryDict
from django.template import Context
from django.template.loader import get_template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from articles import clock
from articles.fragments import render_fragment, stored
from articles.models import Article
from articles.rows import Row
from articles.stamp import Key, kept, stamp_of
from chinese.words import headline_words
from projects import bricks as wall
from projects import ledger, presenting
from projects.article_facts import ArticleFacts, facts_of
from projects.days import printed_on
from projects.ledger_lines import lines_of
from projects.marking import circled as circled_number
from projects.marking import mark_facts
from projects.models import Evidence, Investment, Project, Target
from projects.presenting import STANDINGS, Figure
from projects.promise_bricks import WALL
from projects.promises import Promise, PromiseFilter, promises_in_sight

register = template.Library()
IN_BAND = 4
ON_WALL = 12 * WALL.per_course
FACTS_CARD = "projects/_facts_card.html"


@register.simple_tag(takes_context=True)
def ledger_lines(context: Context, articles: Iterable[Row]) -> dict[int, str]:
    """The lines of a whole list; `{{ lines|of:article }}` is one of them."""
    keys = [article.pk for article in articles]
    name = f"ledger lines:{','.join(map(str, keys))}"
    return kept(name, stamp_of(context["request"]), lambda: lines_of(keys))


@register.filter
def of(lines: dict[int, str], article: Row) -> str:
    """总投资2.6亿元，2027年6月试生产; empty for an article without a project."""
    return lines.get(article.pk, "")


def facts_in(context: Context, article: Article) -> ArticleFacts:
    """The facts of the page's article, the one that the address names among them."""
    request = context.get("request")
    arrived = request.GET.get("fact", "")[:36] if request else ""
    if request is None or arrived:
        return facts_of(article, arrived)
    return kept(f"facts:{article.pk}", stamp_of(request), lambda: facts_of(article))


@register.simple_tag(takes_context=True)
def facts_card(context: Context, article: Article) -> SafeString:
    """本文里的账: the numbered facts of an article, the one arrived at washed."""
    facts = facts_in(context, article)
    if "fact" in context["request"].GET:  # read for this reader alone
        return mark_safe(get_template(FACTS_CARD).render({"facts": facts}))  # noqa: S308
    return render_fragment(FACTS_CARD, {"facts": facts})


@register.inclusion_tag("projects/_return_bar.html", takes_context=True)
def return_bar(context: Context, article: Article) -> dict[str, Any]:
    """Which figure of which project brought the reader here, and the way back."""
    return {"fact": facts_in(context, article).arrived}


@register.simple_tag(takes_context=True)
def marked_body(context: Context, article: Article) -> SafeString:
    """The article's cleaned body with its quoted sentences marked and its facts numbered."""
    request = context.get("request")
    asked = request.GET.get("fact", "")[:36] if request else ""
    quotes = tuple(facts_in(context, article).quotes)
    here = asked if any(quote.uid == asked for quote in quotes) else ""
    # The body was cleaned on its way into the database; marking only adds tags of ours.
    return mark_safe(stored(mark_facts, article.text, quotes, here))  # noqa: S308


@dataclass(frozen=True, eq=False)
class Band:
    """The sums of the county, the promises of its year and what falls due next. Never changed."""

    sums: ledger.CountySums
    year: PromiseFilter
    due: list[Promise]

    @property
    def wall(self) -> list[Promise]:
        """The year as bricks; nothing where they would be more than a wall of a page."""
        promises = self.year.of_the_year
        return promises if len(promises) <= ON_WALL else []


@register.simple_tag(takes_context=True)
def ledger_band(context: Context) -> SafeString:
    """The sums and what falls due in the next thirty days: a stored fragment."""
    stamp = stamp_of(context["request"])
    band = kept("band", stamp, lambda: _read_band(stamp))
    return render_fragment("projects/_band.html", {"band": band})


def _read_band(stamp: Key | None) -> Band:
    sums = ledger.stored_county_sums(stamp)
    near = promises_in_sight()
    due = [each for each in near if each.standing == "due_soon"]
    return Band(sums, PromiseFilter(QueryDict(), near), due[:IN_BAND])


@register.simple_tag
def money(amount: Decimal | None, comparator: str = "=", printed: str = "") -> SafeString | str:
    """An amount in yuan as figure and unit; nothing for an amount that is not known."""
    if amount is None:
        return ""
    return figure(presenting.figure(amount, comparator, printed))


@register.simple_tag
def money_words(amount: Decimal) -> str:
    return str(presenting.figure(amount))


@register.simple_tag
def sum_of(total: Any) -> SafeString:
    """A sum of the ledger, short enough to be said."""
    return figure(presenting.rounded(total))


@register.simple_tag
def figure(said: Figure) -> SafeString:
    before = format_html('<span class="money-about">{}</span>', said.comparator)
    # The unit is glued to its number (U+2060): a line may end before both, never between them.
    return format_html(
        '<span class="money{}">{}<span class="money-number">{}</span>\u2060'
        '<span class="money-unit">{}</span></span>',
        " money-long" if said.is_long else "",
        before if said.comparator else "",
        said.number,
        said.unit,
    )


@register.inclusion_tag("projects/_quote.html")
def quote(evidence: Evidence | None) -> dict[str, Any]:
    """A sentence with its figure circled and the link that lands on it; 来源已撤 without one."""
    if evidence is None:
        return {"evidence": None}
    return {"evidence": evidence, "place": presenting.source_words(evidence.article)}


@register.simple_tag
def badge(target: Target) -> SafeString:
    """How a promise stands today, for readers."""
    return standing_badge(presenting.standing_of(target, clock.today()))


# Every badge differs in colour, fill, word and sign, so none is told by colour alone.
_STROKES = {
    "check": "m2 6.8 3.2 3.2L11 3.4",
    "circle": "M11 6.5a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0z",
    "clock": "M11.5 6.5a5 5 0 1 1-10 0 5 5 0 0 1 10 0zM6.5 3.5v3.3l2 1.2",
    "cross": "m3 3 7 7m0-7-7 7",
    "swap": "M2 4.3h8M8.2 2.1l2.3 2.2-2.3 2.2M11 8.9H3M4.8 6.7 2.5 8.9l2.3 2.2",
    "dash": "M2.5 6.5h8",
}
_WARNING = "M6.5.9 12.7 12H.3zM5.8 4.8v3.8h1.4V4.8zm0 4.7v1.4h1.4V9.5z"
_SIGNS = {
    "met": "check",
    "met_late": "check",
    "open": "circle",
    "due_soon": "clock",
    "missed": "cross",
    "revised": "swap",
    "dropped": "dash",
}


@register.simple_tag
def standing_badge(standing: str) -> SafeString:
    sign = _SIGNS.get(standing)
    stroke = (
        format_html('<path d="{}"/>', _STROKES[sign])
        if sign
        else format_html('<path class="solid" fill-rule="evenodd" d="{}"/>', _WARNING)
    )
    return format_html(
        '<span class="badge badge-{}"><svg viewBox="0 0 13 13" width="13" height="13" '
        'aria-hidden="true">{}</svg>{}</span>',
        standing.replace("_", "-"),
        stroke,
        STANDINGS[standing],
    )


@register.simple_tag
def bricks(project: Project) -> SafeString:
    """The five bricks of a project's stage."""
    return wall.stage_bricks(project)


@register.simple_tag
def share_bricks(share: float) -> SafeString:
    """Two courses of bricks, laid as far as the reported completion goes."""
    return wall.share_bricks(share)


@register.simple_tag
def pile(count: int, word: str) -> SafeString:
    """A pile of bricks in running bond, one brick a project."""
    return stored(wall.pile, count, word == presenting.STAGES["stalled"])


@register.simple_tag
def card_picture(renditions: dict[str, Any] | None, alt: str | None) -> SafeString | str:
    """The card-sized copy of a picture; nothing where none is public."""
    made = (renditions or {}).get("card")
    if not made:
        return ""
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        default_storage.url(made["name"]),
        made["width"],
        made["height"],
        alt or "",
    )


@register.filter
def broken(text: str) -> SafeString:
    """A name or headline with `<wbr>` between its words, for `word-break: keep-all`."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((w,) for w in headline_words(text)))


@register.filter
def countdown(day: Any) -> str:
    return presenting.countdown(day, clock.today())


@register.filter
def as_of(investment: Investment) -> str:
    return presenting.as_of_words(investment, clock.today())


@register.filter
def printed_day(fact: Any) -> str:
    return presenting.full_day(printed_on(fact.evidence.article))


@register.filter
def printed_day_of(article: Article) -> str:
    return presenting.full_day(localtime(article.published_at).date())


register.filter("circled", circled_number)
register.filter("departure", presenting.departure_words)
register.filter("said", presenting.figure_of)
register.filter("full_day", presenting.full_day)
register.filter("stage_words", presenting.stage_words)


@register.filter
def near_due(target: Target) -> str:
    return presenting.near_due(target, clock.today())


@register.filter
def due_words(target: Target) -> str:
    return presenting.due_words(target)
