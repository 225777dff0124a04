"""What a search offers that found nothing: names nearly so, articles with some of the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Value
from django.urls import reverse
from taggit.models import Tag, TaggedItem

from articles.listing import in_the_news
from articles.models import Article
from articles.nearest import Partly, holding_some, parts_of
from articles.stamp import Key, kept
from chinese.near import near
from departments.models import Department
from projects.models import Project

NAMES, TAGS = 4, 6


@dataclass(frozen=True)
class Name:
    """A page of the site by its name: a project, a department or a tag that readers may see."""

    kind: str
    name: str
    address: str
    count: int = 0


@dataclass(frozen=True)
class Nearest:
    """`near` are names nearly as typed, each with the stretch that is; `holding` are names with a
    part of it; `partly` articles that hold parts. `usual` are the tags of most articles, for
    when there is none of these."""

    near: list[tuple[Name, str]]
    holding: list[tuple[Name, str]]
    partly: list[Partly]
    usual: list[Name]


def nearest_to(words: list[str], stamp: Key | None) -> Nearest:
    """At most three queries, two of them kept while nothing is written."""
    typed, parts = "".join(words), parts_of(words)
    names = kept("names", stamp, read_names)
    alike = [(each, stretch) for each in names if (stretch := near(typed, each.name))]
    shown = {each.address for each, _ in alike}
    holding = [
        (each, part)
        for part in sorted(parts, key=len, reverse=True)
        for each in names
        if part in each.name and each.address not in shown
    ]
    partly = holding_some(parts)
    usual = [] if alike or holding or partly else _usual(names)
    return Nearest(alike[:NAMES], _each_once(holding)[:NAMES], partly, usual)


def _each_once(found: list[tuple[Name, str]]) -> list[tuple[Name, str]]:
    return list({name.address: (name, part) for name, part in reversed(found)}.values())[::-1]


def _usual(names: list[Name]) -> list[Name]:
    tags = [each for each in names if each.kind == "标签"]
    return sorted(tags, key=lambda each: -each.count)[:TAGS]


def read_names() -> list[Name]:
    """The names of all public pages that have one: two queries."""
    return [*_projects(), *_departments_and_tags()]


def _projects() -> Iterator[Name]:
    for pk, name in Project.objects.public().order_by("pk").values_list("pk", "name"):
        yield Name("项目", name, reverse("projects:project", args=[pk]))


def _departments_and_tags() -> Iterator[Name]:
    departments = in_the_news(Department.objects.all()).annotate(what=Value("部门"), count=Value(0))
    tags = Tag.objects.filter(taggit_taggeditem_items__in=_public_items()).annotate(
        what=Value("标签"), short_name=Value(""), count=Count("pk")
    )
    shown = ("what", "slug", "name", "short_name", "count")
    both = departments.order_by().values_list(*shown).union(tags.order_by().values_list(*shown))
    for what, slug, name, short, count in sorted(both, key=lambda row: row[:3]):
        view = "departments:department" if what == "部门" else "articles:tag"
        address = reverse(view, args=[slug])
        for each in dict.fromkeys([name, short]):
            if each:
                yield Name(what, each, address, count)


def _public_items() -> Any:
    public = Article.objects.published().filter(pk=OuterRef("object_id"))
    return TaggedItem.objects.filter(
        Exists(public), content_type__app_label="articles", content_type__model="article"
    )
