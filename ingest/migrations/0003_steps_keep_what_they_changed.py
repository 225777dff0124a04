"""A step keeps what it changed, not the whole document as it stood before it."""

from typing import Any

from django.db import migrations, models

from ingest.desk.patches import difference, patched


def shrink(apps: Any, schema_editor: Any) -> None:
    """The document after a step is the one before the next, or the current one."""
    for upload in with_steps(apps):
        after = upload.current
        for step in upload.revisions.order_by("-number").iterator():
            step.back = difference(after, step.before)
            after = step.before
            step.save(update_fields=["back"])


def unfold(apps: Any, schema_editor: Any) -> None:
    for upload in with_steps(apps):
        after = upload.current
        for step in upload.revisions.order_by("-number").iterator():
            step.before = after = patched(after, step.back)
            step.save(update_fields=["before"])


def with_steps(apps: Any) -> Any:
    uploads = apps.get_model("ingest", "Upload").objects.filter(revision__gt=0)
    return uploads.only("current").iterator(chunk_size=1)


class Migration(migrations.Migration):
    dependencies = [("ingest", "0002_one_clock")]

    operations = [
        migrations.AddField("revision", "back", models.JSONField(null=True)),
        migrations.AlterField("revision", "before", models.JSONField(null=True)),
        migrations.RunPython(shrink, unfold),
        migrations.RemoveField("revision", "before"),
    ]
