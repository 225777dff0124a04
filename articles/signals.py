"""What is derived from an article and must never lag behind it.

Signals and not `save()`, because `loaddata` calls the signals and not the method.
"""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from simple_history.signals import pre_create_historical_record
from taggit.models import Tag

from articles import clock, pictures
from articles.models import Article, Photo
from departments.addresses import free_address


@receiver(pre_save, sender=Article)
def derive_plain(instance: Article, **kwargs: Any) -> None:
    instance.plain = instance.derive_plain()


@receiver(pre_save, sender=Article)
def count_version(instance: Article, raw: bool = False, **kwargs: Any) -> None:
    """One more than what is stored, not than what was read: two stale saves count twice."""
    if not raw and not instance._state.adding:
        stored = Article.objects.filter(pk=instance.pk).values_list("version", flat=True)
        instance.version = (stored.first() or 0) + 1


@receiver(pre_create_historical_record)
def date_version(history_instance: Any, **kwargs: Any) -> None:
    """A version is dated by the clock of the site, like what happened to the article."""
    history_instance.history_date = clock.now()


@receiver(pre_save, sender=Tag)
def give_tag_an_address(instance: Tag, **kwargs: Any) -> None:
    """taggit makes the address of the letters in a name: of `！！` or 🔥 it makes none, which no
    page could link to, and of `㎞` two letters, which may be more than there is room for."""
    room = Tag._meta.get_field("slug").max_length or 0
    if not 0 < len(instance.slug) <= room:
        instance.slug = free_address(instance, instance.name)


@receiver(post_delete, sender=Photo)
def files_go_with_photo(instance: Photo, **kwargs: Any) -> None:
    pictures.forget_photo(instance)


@receiver([post_save, post_delete], sender=Photo)
def captions_changed(instance: Photo, **kwargs: Any) -> None:
    article = Article.objects.filter(pk=instance.article_id).first()
    if article and article.plain != (plain := article.derive_plain()):
        Article.objects.filter(pk=article.pk).update(plain=plain)
