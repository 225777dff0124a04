"""The search index: one row of two-character terms for every article.

A table of its own kind on each database, so no model stands for it; `articles.search` reads and
writes it, `manage.py rebuild_search` fills it. No foreign key: visibility is asked of the
articles in every search, and a row that outlived its article finds nothing.
"""

from django.db import migrations

CREATE = {
    # The ascii tokenizer takes every other character as part of a word, whatever its Unicode age.
    "sqlite": [
        "CREATE VIRTUAL TABLE articles_searchterms USING fts5("
        "head, body, tokenize=\"ascii tokenchars '_'\")",
    ],
    # Without a pending list and without statistics the planner takes every term for a rare one and asks the index; with
    # them it reads all rows for a common one, and unpacks each, which is ten times slower.
    "postgresql": [
        "CREATE TABLE articles_searchterms ("
        "article_id bigint PRIMARY KEY, head tsvector NOT NULL, body tsvector NOT NULL)",
        "ALTER TABLE articles_searchterms ALTER body SET STATISTICS 0",
        "CREATE INDEX articles_searchterms_body ON articles_searchterms USING gin (body) "
        "WITH (fastupdate = off)",
    ],
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE articles_searchterms")


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_caption_waits_for_its_picture")]
    operations = [migrations.RunPython(create, drop)]
