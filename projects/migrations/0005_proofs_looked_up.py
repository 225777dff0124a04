from typing import Any

from django.db import migrations
from django.db.models import Q


def mark_broken(apps: Any, schema_editor: Any) -> None:
    """A sentence typed by hand was not looked up in its article until now."""
    quotes = apps.get_model("projects", "Evidence").objects.filter(broken=False)
    for quote in quotes.select_related("article").iterator():
        if not quote.exact or quote.exact not in quote.article.plain:
            quote.broken = True
            quote.save(update_fields=["broken"])


def open_unproven(apps: Any, schema_editor: Any) -> None:
    """A promise that failed by no sentence and no search is open: nothing reported it."""
    missed = apps.get_model("projects", "Target").objects.filter(outcome="missed")
    unproven = missed.filter(outcome_evidence=None)
    unproven.filter(Q(checked_on=None) | Q(searched_in="")).update(outcome="open", outcome_on=None)


class Migration(migrations.Migration):
    dependencies = [("projects", "0004_stored_sums_know_when_they_age")]

    operations = [
        migrations.RunPython(mark_broken, migrations.RunPython.noop),
        migrations.RunPython(open_unproven, migrations.RunPython.noop),
    ]
