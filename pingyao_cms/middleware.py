"""Middleware of the whole project."""

from collections.abc import Callable, Iterator
from itertools import islice
from urllib.parse import quote, unquote

from django.conf import settings
from django.contrib.redirects.middleware import RedirectFallbackMiddleware
from django.contrib.redirects.models import Redirect
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

View = Callable[[HttpRequest], HttpResponse]
# No old address is longer, and none that people type stands so deep.
LONGEST_KEPT, MOST_ABOVE = 200, 20


def is_newsroom(request: HttpRequest) -> bool:
    return request.path_info.startswith("/admin/")


class LanguageMiddleware:
    """Readers read Chinese, always; the newsroom reads Chinese unless its user chose otherwise.

    The browser's own languages are not asked: an office computer set to English would
    turn a Chinese newsroom English.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(self.language_of(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
            return response

    def language_of(self, request: HttpRequest) -> str:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        offered = dict(settings.LANGUAGES)
        if is_newsroom(request) and chosen in offered:
            return chosen
        return settings.LANGUAGE_CODE


class NullCharacterMiddleware:
    """A path with a null character is none of ours: PostgreSQL takes it in no question."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404("a null character in the path")
        return self.get_response(request)


class NewsroomPolicyMiddleware:
    """The admin's rich-text editor needs a nonce and style attributes; readers' pages do not."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_newsroom(request):
            response._csp_update = settings.NEWSROOM_POLICY  # type: ignore[attr-defined]
        return response


class OldAddressMiddleware(RedirectFallbackMiddleware):
    """Where an old address leads, all that stood under it leads too: its feeds, months and pages.

    Django asks for the very address with its query alone, so `/news/old/` was found and
    `/news/old/feed.rss` and `/news/old/?month=2026-11` were not.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code != 404:
            return response
        query = request.META.get("QUERY_STRING", "")
        for found, rest in _old_addresses(request.path, query):
            if not rest and not found.new_path:
                return self.response_gone_class()
            if not rest or _goes_on(found):
                left = "" if "?" in found.old_path else query
                return self.response_redirect_class(_further(found.new_path, rest, left))
        return response


def _old_addresses(path: str, query: str) -> list[tuple[Redirect, str]]:
    """The old addresses at this path or above it, the longest first, each with what stands below.

    They may be kept as they are typed (/旧/) or as browsers send them (/%E6%97%A7/). One query.
    """
    below = dict(islice(above(path), MOST_ABOVE))
    if query:
        below[f"{path}?{query}"] = ""
    if not path.endswith("/"):
        below[f"{path}/"] = ""
    kept = Redirect.objects.filter(
        site_id=settings.SITE_ID,
        old_path__in=[*below, *(quote(each, safe="/?=&%") for each in below)],
    )
    # A query stays as it was sent, a path is read.
    found = [(each, each.old_path, unquote(each.old_path)) for each in kept]
    found.sort(key=lambda one: -len(one[2]))
    return [
        (each, below[old if old in below else read])
        for each, old, read in found
        if old in below or read in below
    ]


def above(path: str) -> Iterator[tuple[str, str]]:
    """The address itself and every address above it but the root, with what stands below it.

    >>> list(above("/news/old/feed.rss"))
    [('/news/old/feed.rss', ''), ('/news/old/', 'feed.rss'), ('/news/', 'old/feed.rss')]
    """
    yield path, ""
    at = path.rfind("/", 0, min(len(path) - 1, LONGEST_KEPT))
    while at > 0:
        yield path[: at + 1], path[at + 1 :]
        at = path.rfind("/", 0, at)


def _goes_on(redirect: Redirect) -> bool:
    """Whether what stands under the old address can follow. Under a new address that is itself
    under the old one it would be led on without end; the front page has nothing of its below it.
    """
    old, new = redirect.old_path, redirect.new_path
    folders = old.endswith("/") and new.endswith("/") and new != "/"
    return bool(folders and not new.startswith(old))


def _further(new_path: str, rest: str, query: str) -> str:
    sign = "&" if "?" in new_path else "?"
    address = new_path + quote(rest.lstrip("/\\"), safe="/")
    return f"{address}{sign}{query}" if query else address
