"""The demo's mark in its database, and the question before anything else is deleted."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sites.models import Site
from django.core.management import CommandError
from django.db import DatabaseError, connection

from articles.models import Article, Newspaper
from pingyao_cms.roles import ADMINISTRATOR, EDITOR, JOURNALIST

# Nothing else of the project reads this row: addresses come from SITE_URL.
MARK = "demo.invalid"
PAPER = "平遥新报"
ACCOUNTS = {
    "admin": (ADMINISTRATOR, EDITOR, JOURNALIST),
    "editor": (EDITOR,),
    "journalist": (JOURNALIST,),
}


def mark_as_demo() -> None:
    row = {"domain": MARK, "name": "demo"}
    Site.objects.update_or_create(pk=settings.SITE_ID, defaults=row)


def is_demo() -> bool:
    """Whether the database was filled by `load_demo` and nobody has made it a site of their own:
    another name of the paper, or an account that the demo did not make, and it is none any more.
    """
    return (
        Site.objects.filter(pk=settings.SITE_ID, domain=MARK).exists()
        and not Newspaper.objects.filter(is_site=True).exclude(name=PAPER).exists()
        and not User.objects.exclude(username__in=ACCOUNTS).exists()
    )


def is_empty() -> bool:
    """Whether there is nothing to lose: no uploaded file, and no tables yet or neither people nor
    articles in them. Pictures without their database may wait for it to be restored.
    """
    if any(
        path.is_file()
        for folder in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT)
        for path in Path(folder).rglob("*")
    ):
        return False
    if Article._meta.db_table not in connection.introspection.table_names():
        return True
    return not (Article.objects.exists() or Newspaper.objects.exists() or User.objects.exists())


def confirm_loss(*, ask: bool) -> None:
    """Go on where only the demo is lost; else only after the name of the paper was typed.

    `ask=False` is the answer of who gave --no-input. Raises CommandError where nobody confirms.
    """
    if not ask:
        return
    try:
        if is_empty() or is_demo():
            return
        paper = Newspaper.objects.of_the_site()
        name = paper.name if paper else "delete"
        lost = f"{Article.objects.count()} articles and {User.objects.count()} accounts"
    except DatabaseError:
        # Tables of another version: nobody knows whose they are.
        name, lost = "delete", "what nobody can count before migrate has run"
    place = connection.settings_dict["NAME"]
    question = (
        f"This is not the demo: the database {place} holds {lost}.\n"
        f"To delete all of it for good, type: {name}\n> "
    )
    try:
        typed = input(question)
    except EOFError:
        typed = ""
    if typed.strip() != name:
        raise CommandError("Nothing was deleted. (--no-input deletes without asking.)")
