"""Public files of the default storage, where the machine itself serves them."""

import errno

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

# Renditions have random names that are never used twice; other files may be replaced.
FOR_EVER = "public, max-age=31536000, immutable"
AN_HOUR = "public, max-age=3600"


def public_file(request: HttpRequest, path: str) -> HttpResponseBase:
    try:
        response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        raise Http404("no file has such a name") from None
    response.headers["Cache-Control"] = FOR_EVER if path.startswith("photos/") else AN_HOUR
    return response
