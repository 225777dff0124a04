from typing import Any

from django.db import migrations

from articles.plain import plain_text
from articles.search_index import index_article

BATCH = 200


def read_datelines(apps: Any, schema_editor: Any) -> None:
    """A dateline that stands in its field alone is part of the text that is searched and quoted.

    What was saved before it was has to be read anew.
    """
    article = apps.get_model("articles", "Article")
    dated = article.objects.exclude(dateline="").order_by("pk")
    keys = list(dated.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        found = dated.filter(pk__in=keys[start : start + BATCH]).prefetch_related("photos")
        stale = [each for each in found if each.plain != _read_anew(each)]
        for each in stale:
            each.plain = _read_anew(each)
        article.objects.bulk_update(stale, ["plain"])
        for each in stale:
            index_article(each.pk)


def _read_anew(article: Any) -> str:
    photos = sorted(article.photos.all(), key=lambda photo: (photo.order, photo.pk))
    return plain_text(
        heads=[article.kicker, article.headline, article.deck],
        body=article.body,
        captions=[photo.caption for photo in photos],
        dateline=article.dateline,
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_page_numbers")]

    operations = [migrations.RunPython(read_datelines, migrations.RunPython.noop)]
