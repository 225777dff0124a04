"""Middleware of the whole project."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

View = Callable[[HttpRequest], HttpResponse]


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
