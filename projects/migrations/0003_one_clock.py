"""Moments by the clock of the site: nothing changes in the database."""

import articles.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("projects", "0002_superseded_figures_stay")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="capacity",
                    name="created_at",
                    field=articles.fields.StampField(auto_now_add=True, verbose_name="created at"),
                ),
                migrations.AlterField(
                    model_name="investment",
                    name="created_at",
                    field=articles.fields.StampField(auto_now_add=True, verbose_name="created at"),
                ),
                migrations.AlterField(
                    model_name="progress",
                    name="created_at",
                    field=articles.fields.StampField(auto_now_add=True, verbose_name="created at"),
                ),
                migrations.AlterField(
                    model_name="target",
                    name="created_at",
                    field=articles.fields.StampField(auto_now_add=True, verbose_name="created at"),
                ),
            ]
        )
    ]
