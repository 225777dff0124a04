"""Moments by the clock of the site: nothing changes in the database."""

import articles.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_page_images_under_random_names")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="article",
                    name="updated_at",
                    field=articles.fields.StampField(auto_now=True, verbose_name="changed at"),
                ),
            ]
        )
    ]
