"""What every template knows."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from articles.chrome import site_of


def site(request: HttpRequest) -> dict[str, object]:
    """`site`, the frame of a reader's page, read only by templates that use it; its address.

    `site_host` is the address as it is printed, without https://.
    """
    return {
        "site": SimpleLazyObject(lambda: site_of(request)),
        "site_url": settings.SITE_URL,
        "site_host": settings.SITE_URL.partition("://")[2],
    }
