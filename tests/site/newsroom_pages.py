"""Every page of the newsroom with one record of everything in it, for the walks."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.redirects.models import Redirect
from django.urls import reverse

from articles import workflow
from articles.models import Article, Status
from ingest.models import Upload
from tests import factories as make

READ_ALOUD = ("title", "alt", "aria-label", "placeholder", "label")


def chief() -> User:
    user: User = make.UserFactory(
        username="主编", last_name="温", first_name="子衿", is_superuser=True
    )
    return user


def everything(user: User) -> Article:
    """One record of every kind. Returns the article that waits for review."""
    section = make.SectionFactory(name="要闻")
    issue = make.IssueFactory(newspaper=make.NewspaperFactory())
    department = make.DepartmentFactory(name="清河县水利局")
    make.AliasFactory(department=department, name="县水利局")
    public = make.ArticleFactory(section=section, issue=issue, source_department=department)
    public.tags.add("冷链")
    make.PageFactory(issue=issue)
    evidence = make.EvidenceFactory(article=public)
    project = make.ProjectFactory(name="县蔬菜冷链中心", lead=department)
    make.SectorFactory(name="农业")
    make.InvestmentFactory(evidence=evidence, projects=[project])
    make.TargetFactory(evidence=evidence, project=project, department=department)
    make.ProgressFactory(evidence=evidence, project=project)
    make.CapacityFactory(evidence=evidence, project=project)
    waiting = make.ArticleFactory(
        status=Status.DRAFT, published_at=None, section=section, author=user, headline="早市搬家"
    )
    make.PhotoFactory(article=waiting)
    workflow.submit_article(article=waiting, by=user)
    workflow.save_published(article=public, by=user, correction="副题应为县里。")
    Redirect.objects.create(site_id=1, old_path="/旧/", new_path="/新/")
    Upload.objects.create(
        newspaper=issue.newspaper,
        issue_date=issue.date,
        original_name="第一版.txt",
        size=10,
        state=Upload.State.FAILED,
        error="文件读不了。",
        uploaded_by=user,
    )
    return waiting


def addresses(article: Article) -> Iterator[str]:
    """Every page that the site's registry and our own views offer for these records."""
    yield from ("/admin/", "/admin/?queue=drafts", "/admin/password_change/")
    for model, model_admin in admin.site._registry.items():
        info = f"{model._meta.app_label}_{model._meta.model_name}"
        names = [one.name for one in model_admin.urls if one.name]
        yield reverse(f"admin:{info}_changelist")
        yield reverse(f"admin:{info}_changelist") + "?q=无"
        for page in ("add", "import", "export"):
            if f"{info}_{page}" in names:
                yield reverse(f"admin:{info}_{page}")
        for record in model._default_manager.order_by("pk")[:2]:
            for page in ("change", "delete", "history"):
                yield reverse(f"admin:{info}_{page}", args=[record.pk])
    for step in workflow.TRANSITIONS:
        yield reverse("admin:articles_article_step", args=[article.pk, step])
    public = Article.objects.get(status=Status.PUBLISHED)
    yield reverse("admin:articles_article_step", args=[public.pk, "withdraw"])
    yield reverse("admin:projects_evidence_mend", args=[public.pk])
    yield reverse("admin:auth_user_password_change", args=[User.objects.earliest("pk").pk])
    oldest = article.history.last()
    yield reverse("admin:articles_article_version", args=[article.pk, oldest.history_id])
    for app in {model._meta.app_label for model in admin.site._registry}:
        yield reverse("admin:app_list", args=[app])


class Words(HTMLParser):
    """What a person sees or hears of a page: texts, labels, names of buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"script", "style", "textarea"}:
            self.silent += 1
        self.found += [given[name] or "" for name in READ_ALOUD if given.get(name)]
        if tag == "input" and given.get("type") in {"submit", "button", "reset"}:
            self.found.append(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "textarea"}:
            self.silent -= 1

    def handle_data(self, data: str) -> None:
        if not self.silent and data.strip():
            self.found.append(data.strip())


def words_of(html: str) -> list[str]:
    reader = Words()
    reader.feed(html)
    return reader.found
