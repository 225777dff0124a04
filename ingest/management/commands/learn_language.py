"""`learn_language`: the newsroom's own published articles teach the importer its language."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.models import Article
from ingest.known import learned_path
from ingest.ordering.language import load, pack


class Command(BaseCommand):
    requires_system_checks: list[str] = []

    @property
    def help(self) -> str:  # type: ignore[override]
        return _(
            "Count the characters of the published articles, so that cut paragraphs of the next "
            "issue are rejoined by the newsroom's own language."
        )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--forget", action="store_true", help=_("remove what was learned"))

    def handle(self, *args: Any, **options: Any) -> None:
        path = learned_path()
        if options["forget"]:
            path.unlink(missing_ok=True)
            return
        texts = list(Article.objects.published().values_list("plain", flat=True))
        table = load().counted(texts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pack(table))
        self.stdout.write(
            _("%(articles)d articles, %(characters)d characters learned.")
            % {"articles": len(texts), "characters": sum(map(len, texts))}
        )
