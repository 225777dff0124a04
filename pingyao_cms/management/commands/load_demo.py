"""The demo county: content, pictures and, if wanted, three accounts."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files import File
from django.core.files.storage import Storage
from django.core.management import BaseCommand, CommandParser, call_command, get_commands
from django.db import transaction
from django.db.models import Model
from taggit.models import Tag

from articles.models import Article, Issue, Newspaper, Page, Photo, Section
from articles.pictures import publish_pictures, withdraw_pictures
from departments.models import Department
from ingest.models import Upload
from pingyao_cms.demo import ACCOUNTS, confirm_loss, mark_as_demo
from projects import ledger
from projects.models import Evidence, Investment, Project, Sector
from projects.models.facts import FACTS

FIXTURES: Path = settings.BASE_DIR / "fixtures"
# In the order in which they lean on one another.
NAMES = ("newspaper", "sections", "departments", "issues", "articles", "projects")


class Command(BaseCommand):
    help = "Load the demo content and its pictures; where it is already there, do nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--users",
            action="store_true",
            help="also make an administrator, an editor and a journalist; print their passwords",
        )
        parser.add_argument(
            "--flush",
            action="store_true",
            help="start over: first delete all content of the site; accounts stay. What is not "
            "the demo is deleted only after the name of the paper was typed",
        )
        parser.add_argument(
            "--no-input", action="store_true", help="--flush deletes without asking, demo or not"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["flush"]:
            confirm_loss(ask=not options["no_input"])
            flush()
        if Newspaper.objects.exists():
            self.stdout.write("Content is there already: the demo was not loaded again.")
        else:
            load()
            self.stdout.write(
                f"Loaded {Article.objects.count()} articles, {Photo.objects.count()} pictures "
                f"and {Project.objects.count()} projects."
            )
        if options["users"]:
            for name, password in make_accounts().items():
                self.stdout.write(f"Account {name}, password {password}")


def load() -> None:
    """All or nothing in the database; the files first, because the rows name them."""
    copy_files(FIXTURES / "media" / "photos", "photos", Photo.image.field.storage)
    copy_files(FIXTURES / "media" / "pages", "pages", Page.image.field.storage)
    with transaction.atomic():
        call_command("loaddata", *(FIXTURES / f"{name}.json" for name in NAMES), verbosity=0)
        ledger.rebuild_all()
        mark_as_demo()
    for article in Article.objects.published().exclude(photos=None):
        publish_pictures(article)
    call_command("populate_history", "articles.Article", batchsize=200, verbosity=0)
    if "rebuild_search" in get_commands():
        call_command("rebuild_search", verbosity=0)


def copy_files(folder: Path, prefix: str, storage: Storage) -> None:
    for path in sorted(folder.glob("*.webp")):
        name = f"{prefix}/{path.name}"
        if not storage.exists(name):
            with path.open("rb") as file:
                storage.save(name, File(file))


@transaction.atomic
def flush() -> None:
    """Delete the content of all rooms, what leans on others first, with the public pictures."""
    for article in Article.objects.all():
        withdraw_pictures(article)
    Investment.objects.update(supersedes=None, change="")
    delete_all(*FACTS, Evidence, Project, Sector, Upload, Article, Issue)
    Section.objects.exclude(parent=None).delete()
    delete_all(Section, Newspaper, Department, Tag, Article.history.model)


def delete_all(*models: type[Model]) -> None:
    for model in models:
        model._default_manager.all().delete()


def make_accounts() -> dict[str, str]:
    """One account per role with a random password; those that exist keep theirs unprinted."""
    made = {}
    for name, groups in ACCOUNTS.items():
        if get_user_model().objects.filter(username=name).exists():
            continue
        made[name] = secrets.token_urlsafe(12)
        user = get_user_model().objects.create_user(
            username=name,
            password=made[name],
            is_staff=True,
            is_superuser=name == "admin",
        )
        user.groups.set(Group.objects.filter(name__in=groups))
    return made
