"""What stands around every page: the paper, its sections, its latest issue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.http import HttpRequest

from articles import clock
from articles.models import Article, Issue, Newspaper, Page, Section


@dataclass(frozen=True)
class Site:
    """The frame of a page. `all_sections` come in order, sub-topics among them."""

    newspaper: Newspaper | None
    issue: Issue | None
    pages: list[Page]
    all_sections: list[Section]
    today: date
    is_demo: bool

    @property
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
    """The frame for one request, read once: two queries, one more before the first issue."""
    if not hasattr(request, "_site"):
        request._site = read_site()  # type: ignore[attr-defined]
    return request._site  # type: ignore[attr-defined]


def read_site() -> Site:
    pages = latest_pages()
    issue = pages[0].issue if pages else None
    return Site(
        newspaper=issue.newspaper if issue else Newspaper.objects.of_the_site(),
        issue=issue,
        pages=pages,
        all_sections=list(Section.objects.all()),
        today=clock.today(),
        is_demo=clock.stopped_at() is not None,
    )


def latest_pages() -> list[Page]:
    """The pages of the latest public issue, with it and its paper: one query.

    `is_public` says whether the image of a page may be shown: an article on it is public.
    """
    public = Article.objects.published().filter(page=OuterRef("pk"))
    latest = Issue.objects.published().order_by("-date").values("pk")[:1]
    pages = Page.objects.filter(issue__in=latest).annotate(is_public=Exists(public))
    return list(pages.select_related("issue__newspaper").order_by("number"))
