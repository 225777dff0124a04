"""What stands around every page: the paper, its sections, its latest issue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest

from articles import clock
from articles.models import Article, Issue, Newspaper, Page, Section
from articles.stamp import kept, stamp_of


@dataclass(frozen=True, eq=False)
class Site:
    """The frame of a page. `all_sections` come in order, sub-topics among them.

    One object stands for one state of the frame, and fragments are stored under it: it is never
    changed.
    """

    newspaper: Newspaper | None
    issue: Issue | None
    pages: list[Page]
    all_sections: list[Section]
    today: date
    is_demo: bool

    @cached_property
    def sections(self) -> list[Section]:
        return [section for section in self.all_sections if section.parent_id is None]

    def section(self, slug: str) -> Section | None:
        return next((section for section in self.all_sections if section.slug == slug), None)

    def children(self, section: Section) -> list[Section]:
        return [child for child in self.all_sections if child.parent_id == section.pk]

    def family(self, section: Section) -> list[int]:
        """The section with its sub-topics, as keys."""
        return [section.pk, *(child.pk for child in self.children(section))]

    def place(self, section: Section) -> str:
        """The slug that is lit in the navigation: a sub-topic lights its parent."""
        parents = {parent.pk: parent.slug for parent in self.sections}
        return parents.get(section.parent_id or section.pk, section.slug)


def site_of(request: HttpRequest) -> Site:
    """The frame of the site as it is now: two queries where it has changed, else none."""
    if not hasattr(request, "_site"):
        request._site = kept("site", stamp_of(request), read_site)  # type: ignore[attr-defined]
    return request._site  # type: ignore[attr-defined]


def read_site() -> Site:
    pages = latest_pages()
    sections = list(Section.objects.all() if pages else _with_paper(Section.objects.all()))
    issue = pages[0].issue if pages else None
    return Site(
        newspaper=issue.newspaper if issue else _paper_of(sections),
        issue=issue,
        pages=pages,
        all_sections=sections,
        today=clock.today(),
        is_demo=clock.stopped_at() is not None,
    )


def _with_paper(sections: QuerySet[Section]) -> QuerySet[Section]:
    """Before the first issue the paper comes along with the sections, in one query."""
    fields = {field.attname: field.attname for field in Newspaper._meta.concrete_fields}
    paper = Newspaper.objects.filter(is_site=True).values(said=JSONObject(**fields))
    return sections.annotate(paper=Subquery(paper[:1]))


def _paper_of(sections: list[Section]) -> Newspaper | None:
    if not sections:
        return Newspaper.objects.of_the_site()
    said = vars(sections[0])["paper"]
    return Newspaper(**said) if said else None


def latest_pages() -> list[Page]:
    """The pages of the latest public issue, with it and its paper: one query.

    `is_public` says whether the image of a page may be shown: an article on it is public.
    """
    public = Article.objects.published().filter(page=OuterRef("pk"))
    latest = Issue.objects.published().order_by("-date").values("pk")[:1]
    pages = Page.objects.filter(issue__in=latest).annotate(is_public=Exists(public))
    return list(pages.select_related("issue__newspaper").order_by("number"))
