"""Home, errors and robots: what belongs to no room."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static

from articles.chrome import site_of
from articles.front import front_of
from articles.stamp import stamp_of


def home(request: HttpRequest) -> HttpResponse:
    site = site_of(request)
    return render(request, "home.html", {"site": site, "front": front_of(site, stamp_of(request))})


def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for it on pages that name no icon of their own."""
    return redirect(static("site/icon.svg"))


def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def server_error(request: HttpRequest) -> HttpResponse:
    """Without the context processors: the database may be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500)
