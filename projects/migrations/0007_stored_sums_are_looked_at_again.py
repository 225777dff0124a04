"""What projects keep for sorting is derived anew at the first reading of the sums.

It was derived before sentences and outcomes were taken back in 0005, before projects knew of
articles that are scheduled, and by another rule for the day on which a figure was told.
"""

from datetime import UTC, datetime
from typing import Any

from django.db import migrations

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def mark_stale(apps: Any, schema_editor: Any) -> None:
    apps.get_model("projects", "Project").objects.update(stale_at=LONG_AGO)


class Migration(migrations.Migration):
    dependencies = [("projects", "0006_reasons_and_searches")]

    operations = [migrations.RunPython(mark_stale, migrations.RunPython.noop)]
