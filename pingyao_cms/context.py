"""What every template knows."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from articles.chrome import site_of


def site(request: HttpRequest) -> dict[str, object]:
    """`site`, the frame of a reader's page, read only by templates that use it; `site_url`."""
    return {"site": SimpleLazyObject(lambda: site_of(request)), "site_url": settings.SITE_URL}
