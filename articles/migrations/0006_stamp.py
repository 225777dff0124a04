from django.db import migrations, models


def first_stamp(apps, schema_editor):
    apps.get_model("articles", "Stamp").objects.create(pk=1, token="first")


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_one_clock")]

    operations = [
        migrations.CreateModel(
            name="Stamp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(editable=False, max_length=16)),
            ],
        ),
        migrations.RunPython(first_stamp, migrations.RunPython.noop),
    ]
