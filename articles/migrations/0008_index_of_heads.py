from django.db import migrations

INDEX = (
    "CREATE INDEX articles_searchterms_head ON articles_searchterms USING gin (head) "
    "WITH (fastupdate = off)"
)


def create(apps, schema_editor):
    """Whether a word stands in a headline is asked for every hit; SQLite's index holds it."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(INDEX)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX articles_searchterms_head")


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_indexes_of_public_articles")]
    operations = [migrations.RunPython(create, drop)]
