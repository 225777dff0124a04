"""The home page: what the editor ordered, then the newest of every section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from articles.chrome import Site
from articles.models import Article, Correction, Section
from articles.rows import Row, read_rows
from articles.stamp import Key, kept

CARDS, LINES, IN_SECTION = 3, 4, 4
CORRECTIONS = 2
# What a kicker says over a story that is told by its picture: 图片新闻, 文旅·图片, 光影平遥.
OF_PICTURES = ("图片", "影像", "光影")


@dataclass(frozen=True, eq=False)
class Block:
    """A section of the home page: its newest article with a picture, the others as lines."""

    section: Section
    first: Row
    lines: list[Row]


@dataclass(frozen=True, eq=False)
class Front:
    """`front_order` decides: 1 is the lead, 2 to 4 are cards, 5 to 8 lines under the lead.

    `picture` is the newest of the others that is told by its picture.
    """

    lead: Row | None
    cards: list[Row]
    lines: list[Row]
    blocks: list[Block]
    picture: Row | None
    corrections: list[Correction]


def front_of(site: Site, stamp: Key | None) -> Front:
    return kept("front", stamp, lambda: read_front(site))


def read_front(site: Site) -> Front:
    """The articles of the page in one query, and what was corrected lately."""
    public = Article.objects.published().filter(pk__in=_chosen(site))
    found = read_rows(public.newest_first(), captions=True)
    ordered = sorted(
        (article for article in found if article.front_order is not None),
        key=lambda article: (article.front_order, -article.pk),
    )
    newest = [article for article in found if article.front_order is None]
    if not ordered:
        ordered, newest = newest[:1], newest[1:]
    picture = next((row for row in newest if _is_told_by_its_picture(row)), None)
    return Front(
        lead=ordered[0] if ordered else None,
        cards=ordered[1 : 1 + CARDS],
        lines=ordered[1 + CARDS : 1 + CARDS + LINES],
        blocks=_blocks(site, [row for row in newest if row is not picture]),
        picture=picture,
        corrections=_recent_corrections(),
    )


def _is_told_by_its_picture(row: Row) -> bool:
    return row.picture is not None and any(word in row.kicker for word in OF_PICTURES)


def _recent_corrections() -> list[Correction]:
    corrections = Correction.objects.public().select_related("article")
    shown = ("text", "article", "article__headline", "article__published_at")
    return list(corrections.only(*shown)[:CORRECTIONS])


def _chosen(site: Site) -> QuerySet[Any, Any]:
    """The keys of what may stand on the page: one short walk of an index for each section.

    A union and not alternatives: for those, databases try every public article.
    """
    walks = [Article.objects.on_front()[: 1 + CARDS + LINES]]
    for section in site.sections:
        family = Article.objects.published().filter(section__in=site.family(section))
        walks.append(family.filter(front_order=None).newest_first()[:IN_SECTION])
    first, *others = [
        Article.objects.filter(pk__in=walk.values("pk")).order_by().values("pk") for walk in walks
    ]
    return first.union(*others)


def _blocks(site: Site, articles: list[Row]) -> list[Block]:
    blocks = []
    for section in site.sections:
        own = [article for article in articles if article.section.pk in site.family(section)]
        if own:
            # The one with a picture leads, else the newest.
            first = next((row for row in own if row.picture), own[0])
            blocks.append(Block(section, first, [a for a in own if a is not first]))
    return blocks
