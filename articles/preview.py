"""The public page of an article that is not public, for the newsroom alone.

The template is the one that readers will get; pictures come from private storage through a
staff view. Nobody else learns that the article exists.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation

from articles.models import Article, Photo


def may_preview(user: Any) -> bool:
    return bool(user.is_active and user.is_staff and user.has_perm("articles.view_article"))


def staff_photo_address(photo: Photo, rendition: str) -> str:
    """Where staff see a rendition of a picture that is not public."""
    return f"{reverse('admin:articles_photo_file', args=[photo.pk])}?size={rendition}"


def preview_response(request: HttpRequest, article: Article) -> HttpResponse:
    """The page as it would be, in the readers' language, never indexed and never cached.

    Http404 for everybody else.
    """
    from articles.views import render_article, with_neighbours

    if not may_preview(request.user):
        raise Http404("not published")
    readable = Article.objects.readable_by(request.user)
    found = get_object_or_404(with_neighbours(readable), pk=article.pk)
    with translation.override(settings.LANGUAGE_CODE):
        response = render_article(request, found, preview=True, photo_address=staff_photo_address)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "private, no-store"
    return response
