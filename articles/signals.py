"""What is derived from an article and must never lag behind it.

Signals and not `save()`, because `loaddata` calls the signals and not the method.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from articles.models import Article, Photo


@receiver(pre_save, sender=Article)
def derive_plain(instance: Article, **kwargs: Any) -> None:
    instance.plain = instance.derive_plain()


@receiver([post_save, post_delete], sender=Photo)
def captions_changed(instance: Photo, **kwargs: Any) -> None:
    article = Article.objects.filter(pk=instance.article_id).first()
    if article and article.plain != (plain := article.derive_plain()):
        Article.objects.filter(pk=article.pk).update(plain=plain)
