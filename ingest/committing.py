"""Commit a checked proposal: one transaction, all or nothing.

Articles arrive as drafts. Departments and projects are matched as people decided, else by the
very printed name where nothing speaks against it; everything less certain is new.
Every row made is linked to the upload.
"""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.html import escape
from django.utils.translation import gettext as _

from articles import clock, workflow
from articles.models import Article, ArticleEvent, Issue, Newspaper, Page, Photo
from ingest.again import not_known_to_be_in, refusal
from ingest.desk.common import lost_quotes
from ingest.desk.doubts import STANDING
from ingest.desk.draft import Doc
from ingest.desk.filing import filed, is_page, page_of
from ingest.desk.said import unsaid
from ingest.doubt_words import not_said
from ingest.facts import record_fact
from ingest.matching import Import, department_of, placed, section_of
from ingest.messages import IngestError, no_page
from ingest.models import ImportedRecord, Upload
from ingest.receiving import receive_upload
from ingest.recognising import as_the_ledger_has_it
from ingest.undoing import fingerprint
from projects import ledger

TAGS = {"paragraph": "p", "subhead": "h2"}


def what_stands_in_the_way(doc: Doc) -> list[str]:
    """Why a document cannot be committed yet, one sentence each; empty if it can."""
    page, articles = page_of(doc), {each["id"]: each for each in doc["articles"]}
    found = [no_page(page)] if page is not None and not is_page(page) else []
    found += [
        _("An article has no headline: {}…").format(_beginning(article))
        for article in doc["articles"]
        if not article["headline"]
    ]
    for fact in doc["facts"]:
        article = articles.get(fact["article"])
        if lost_quotes(fact, article):
            label = fact.get("name") or fact.get("indicator") or fact.get("text") or ""
            found.append(
                _("The sentence of “{}” does not stand in its article any more.").format(label)
            )
    found += [not_said(each.typed, each.said) for each in unsaid(doc) if each.kind in STANDING]
    return found


def _beginning(article: Doc) -> str:
    return next((part["text"][:20] for part in article["parts"]), _("(no text)"))


def commit_upload(
    *,
    upload: Upload,
    by: User,
    revision: int | None = None,
    knowingly: bool = False,
    section: str = "",
) -> Upload:
    """Bring the reviewed proposal in. Raises `IngestError` with what stands in the way.

    `knowingly`: also where the same page or an article of it is in already. `section` is that of
    the articles which have none.
    """
    if not by.has_perm("ingest.commit_upload"):
        raise PermissionDenied(_("You are not allowed to commit imports."))
    try:
        with transaction.atomic():
            stored = Upload.objects.select_for_update().get(pk=upload.pk)
            _check(stored, revision)
            _check_again(stored, knowingly)
            running = Import(stored, by)
            _bring_in(running, section)
            _link(running)
            stored.state = Upload.State.COMMITTED
            stored.committed_by, stored.committed_at = by, clock.now()
            stored.save(update_fields=["state", "committed_by", "committed_at"])
    except ValidationError as error:
        raise IngestError(" ".join(error.messages)) from error
    return stored


def _check(upload: Upload, revision: int | None) -> None:
    if upload.state != Upload.State.PROPOSED:
        raise IngestError(
            _("This upload is “{}” now and cannot be committed.").format(upload.get_state_display())
        )
    if revision is not None and revision != upload.revision:
        raise IngestError(
            _("Someone changed this page since you opened it. Look at it again, then commit.")
        )
    document = filed(upload.document, upload.page_number)
    if not document["articles"]:
        raise IngestError(_("There is no article to commit."))
    if reasons := what_stands_in_the_way(document):
        raise IngestError(" ".join(reasons))


def _check_again(upload: Upload, knowingly: bool) -> None:
    if not knowingly and (found := not_known_to_be_in(upload)):
        raise IngestError(refusal(found))


def _bring_in(running: Import, section: str) -> None:
    doc = placed(as_the_ledger_has_it(running.upload.document), section)
    issue, page = _place(running)
    articles = {each["id"]: _article(running, each, issue, page) for each in doc["articles"]}
    facts = sorted(doc["facts"], key=lambda fact: fact["kind"] != "project")
    for fact in facts:
        running.keep(*record_fact(fact, article=articles[fact["article"]], imported=running))
    for project in running.projects.values():
        ledger.rebuild(project)


def _place(running: Import) -> tuple[Issue, Page | None]:
    upload = running.upload
    issue, made = Issue.objects.get_or_create(
        newspaper=upload.newspaper, date=upload.issue_date, defaults={"number": upload.number}
    )
    if made:
        running.keep(issue)
    if upload.page_number is None:
        return issue, None
    page, made = Page.objects.get_or_create(issue=issue, number=upload.page_number)
    if made:
        running.keep(page)
    return issue, page


def _article(running: Import, given: Doc, issue: Issue, page: Page | None) -> Article:
    article = Article(
        kicker=given["kicker"],
        headline=given["headline"],
        deck=given["deck"],
        dateline=given["dateline"],
        byline=given["byline"],
        body=body_html(given["parts"]),
        section=section_of(given["section"]),
        issue=issue,
        page=page,
        missing=given["missing"],
        is_advertising=given["is_advertising"],
    )
    article.clean_fields(exclude=["plain"])
    workflow.create_draft(
        article=article,
        by=running.by,
        # Whoever sent the page in goes on working at it; an editor only let it in.
        author=running.upload.uploaded_by,
        event=ArticleEvent.Kind.IMPORTED,
        note=running.upload.original_name,
    )
    running.keep(article)
    captions = [part["text"] for part in given["parts"] if part["kind"] == "caption"]
    for order, caption in enumerate(captions):
        # The picture itself was not in the file: its caption waits for it.
        running.keep(Photo.objects.create(article=article, caption=caption, order=order))
    used = [each for each in given["departments"] if each["use"]]
    article.departments.set(department_of(running, each) for each in used)
    article.refresh_from_db(fields=["plain"])
    return article


def body_html(parts: list[Doc]) -> str:
    """The body of an article: one element a part; captions belong to photos."""
    return "".join(
        f"<{TAGS[part['kind']]}>{escape(part['text'])}</{TAGS[part['kind']]}>"
        for part in parts
        if part["kind"] in TAGS
    )


def _link(running: Import) -> None:
    unique = {(type(row), row.pk): row for row in running.made}
    for row in unique.values():
        row.refresh_from_db()
        ImportedRecord.objects.create(
            upload=running.upload, record=row, fingerprint=fingerprint(row)
        )


def receive_and_commit(
    *,
    data: bytes,
    name: str,
    paper: str | None,
    issue_date: date,
    number: int | None,
    page: int | None,
    by: User | None = None,
    knowingly: bool = False,
    section: str = "",
) -> Upload:
    """The whole way in one go, as `import_issue --commit` takes it.

    At the command line nobody is signed in: the first administrator answers for the import.
    """
    by = by or User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if by is None:
        raise IngestError(_("There is no administrator to answer for the import: make one first."))
    found = Newspaper.objects.filter(name=paper).first() if paper else None
    found = found or (None if paper else Newspaper.objects.of_the_site())
    if found is None:
        raise IngestError(_("There is no newspaper of this name: {}").format(paper or "–"))
    with transaction.atomic():
        upload = receive_upload(
            data=data,
            name=name,
            newspaper=found,
            issue_date=issue_date,
            number=number,
            page_number=page,
            by=by,
        )
        return commit_upload(upload=upload, by=by, knowingly=knowingly, section=section)
