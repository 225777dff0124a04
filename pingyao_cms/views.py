"""Home, errors and robots: what belongs to no room."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
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


# Read once, as it is: whatever failed, a template, the database or the static files, this page
# needs none of them. Its style stands in it and is known to the policy by its hash.
FAILED = (settings.BASE_DIR / "templates" / "500.html").read_text("utf-8")
STYLE = FAILED.partition("<style>")[2].partition("</style>")[0]
STYLE_HASH = f"'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"


def server_error(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(FAILED, status=500)
    response._csp_replace = {"style-src": [STYLE_HASH]}  # type: ignore[attr-defined]
    return response
