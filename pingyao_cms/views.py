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


# Read once, as they are: whatever failed, a template, the database or the static files, these
# pages need none of them. The style stands in them and is known to the policy by its hash.
FAILED = (settings.BASE_DIR / "templates" / "500.html").read_text("utf-8")
FAILED_IN_ENGLISH = (settings.BASE_DIR / "templates" / "500.en.html").read_text("utf-8")


def style_hash(page: str) -> str:
    style = page.partition("<style>")[2].partition("</style>")[0]
    return f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"


def server_error(request: HttpRequest) -> HttpResponse:
    """In the language of the page that failed; Chinese where it failed before that was known."""
    in_english = getattr(request, "LANGUAGE_CODE", "") == "en"
    page = FAILED_IN_ENGLISH if in_english else FAILED
    response = HttpResponse(page, status=500)
    response._csp_replace = {"style-src": [style_hash(page)]}  # type: ignore[attr-defined]
    return response
