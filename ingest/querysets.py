"""Questions about uploads that the database answers without reading whole proposals."""

from __future__ import annotations

from typing import Any

from django.db.models import Func, IntegerField, QuerySet

from ingest.models import Upload


class LengthOf(Func):
    """How many items stand in a list of the working document."""

    output_field = IntegerField()

    def __init__(self, field: str, name: str) -> None:
        assert name.isidentifier()
        super().__init__(field, name=name)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "json_array_length(%(expressions)s, '$.%(name)s')"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "jsonb_array_length(%(expressions)s -> '%(name)s')"
        return self.as_sql(compiler, connection, template=template, **context)


def with_counts(uploads: QuerySet[Upload]) -> QuerySet[Any]:
    return uploads.annotate(
        article_count=LengthOf("current", "articles"), fact_count=LengthOf("current", "facts")
    )
