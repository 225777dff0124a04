"""How news is shown: headlines, dates as they are said, pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.core.files.storage import default_storage
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles import clock, typesetting
from articles.bylines import Credit, credits_of
from articles.chrome import site_of
from articles.fragments import render_fragment
from articles.models import Article, Photo
from articles.moon import moon_day
from articles.rows import Picture, Row, place_of

register = template.Library()


@register.filter
def headline(text: str) -> SafeString:
    return mark_safe(typesetting.set_headline(text))  # noqa: S308 - escaped word by word


@register.filter
def day(moment: datetime | date) -> str:
    """11月23日; with its year where that is not this year."""
    local = _day(moment)
    full = f"{local.month}月{local.day}日"
    return full if local.year == clock.today().year else f"{local.year}年{full}"


@register.filter
def lately(moment: datetime | date) -> str:
    """今天, 昨天, then the date."""
    near = {0: "今天", 1: "昨天"}
    return near.get((clock.today() - _day(moment)) // timedelta(days=1), day(moment))


@register.filter
def last_day(articles: list[Article]) -> str:
    """How far a list reaches: 2026年11月18日."""
    assert articles[-1].published_at is not None
    local = _day(articles[-1].published_at)
    return f"{local.year}年{local.month}月{local.day}日"


@register.filter
def moon(today: date) -> str:
    """What stands behind the date: 农历十月十六, with its blank; nothing where it is not known."""
    said = moon_day(today)
    return f" 农历{said}" if said else ""


def _day(moment: datetime | date) -> date:
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


@register.filter
def in_print(article: Article | Row) -> str:
    """第1287期 2版; empty for what never stood in print."""
    place = article.place if isinstance(article, Row) else place_of(article)
    if place is None:
        return ""
    number = f"第{place.number}期" if place.number else day(place.date)
    return f"{number} {place.page}版" if place.page else number


@register.filter
def credits(byline: str) -> list[Credit]:  # noqa: A001 - the template's word
    return credits_of(byline)


@register.simple_tag
def stored(template_name: str, **shown: Any) -> SafeString:
    """A part of a page, rendered once for all that is `shown` in it: `articles.fragments`."""
    return render_fragment(template_name, shown)


@register.simple_tag(takes_context=True)
def frame(context: Context, template_name: str) -> SafeString:
    """Head or foot of every page, rendered once for a state of the site and the place lit."""
    site = site_of(context["request"])
    return render_fragment(template_name, {"site": site, "current": context.get("current", "")})


def photo_address(photo: Photo | Picture, rendition: str) -> str:
    """The public address of a rendition, "" while there is none."""
    made = photo.renditions.get(rendition)
    return default_storage.url(made["name"]) if made else ""


@register.simple_tag(takes_context=True)
def picture(
    context: Context,
    photo: Photo | Picture,
    rendition: str,
    alt: str | None = None,
    lazy: bool = True,
) -> SafeString:
    """An image with its size, so that nothing jumps while it loads.

    `alt=""` says that the headline beside it speaks for it. A preview of the newsroom gives
    `photo_address` in the context, since its pictures are not public.
    """
    address: Callable[[Any, str], str] = context.get("photo_address") or photo_address
    made = photo.renditions.get(rendition, {})
    size = ""
    if made:
        size = format_html(' width="{}" height="{}"', made["width"], made["height"])
    return format_html(
        '<img src="{}" alt="{}"{}{}>',
        address(photo, rendition),
        _alternative(photo) if alt is None else alt,
        size,
        mark_safe(' loading="lazy" decoding="async"') if lazy else "",
    )


def _alternative(photo: Photo | Picture) -> str:
    return (photo.alt if isinstance(photo, Photo) else "") or photo.caption


@register.simple_tag(takes_context=True)
def set_body(context: Context, html: str, article: Article) -> SafeString:
    """A body, marked or not, with its dateline set and its pictures among the paragraphs."""
    figures = get_template("articles/_figure.html")
    preview = context.get("preview")
    photos = [each for each in context["photos"] if each.renditions or (preview and each.image)]
    shared: dict[str, Any] = {key: context.get(key) for key in ("photo_address", "preview")}
    pictures = [
        figures.render({**shared, "photo": photo, "lazy": number > 0})
        for number, photo in enumerate(photos)
    ]
    body = typesetting.set_dateline(html, article.dateline)
    # The body was cleaned on its way into the database; what is added here is ours.
    return mark_safe(typesetting.set_pictures(body, pictures))  # noqa: S308


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """The query of this page with some parts changed; None takes one out."""
    params = context["request"].GET.copy()
    for name, value in changes.items():
        params.pop(name, None)
        if value is not None:
            params[name] = str(value)
    return f"?{params.urlencode()}" if params else "?"
