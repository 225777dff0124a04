"""Moments by the clock of the site: nothing changes in the database."""

import articles.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("ingest", "0001_initial")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="revision",
                    name="at",
                    field=articles.fields.StampField(auto_now_add=True),
                ),
                migrations.AlterField(
                    model_name="upload",
                    name="uploaded_at",
                    field=articles.fields.StampField(auto_now_add=True, verbose_name="uploaded at"),
                ),
            ]
        )
    ]
