"""A project of which no stage was told has none; it was kept as planned.

Where a sentence told that stage it stays, and is derived anew at the first reading of the sums.
"""

from datetime import UTC, datetime
from typing import Any

from django.db import migrations, models

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def empty_what_was_not_told(apps: Any, schema_editor: Any) -> None:
    told = apps.get_model("projects", "Progress").objects.filter(stage="planned")
    planned = apps.get_model("projects", "Project").objects.filter(stage="planned")
    planned.exclude(pk__in=told.values("project")).update(stage="")
    planned.update(stale_at=LONG_AGO)


def planned_again(apps: Any, schema_editor: Any) -> None:
    apps.get_model("projects", "Project").objects.filter(stage="").update(stage="planned")


class Migration(migrations.Migration):
    dependencies = [("projects", "0007_stored_sums_are_looked_at_again")]

    operations = [
        migrations.AlterField(
            model_name="project",
            name="stage",
            field=models.CharField(
                blank=True,
                choices=[
                    ("planned", "Planned"),
                    ("approved", "Approved"),
                    ("started", "Started"),
                    ("under_construction", "Under construction"),
                    ("structure_complete", "Structure complete"),
                    ("completed", "Completed"),
                    ("operating", "Operating"),
                    ("stalled", "Stalled"),
                    ("cancelled", "Cancelled"),
                ],
                default="",
                editable=False,
                max_length=20,
                verbose_name="stage",
            ),
        ),
        migrations.RunPython(empty_what_was_not_told, planned_again),
    ]
