from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path

from articles.stamp import renew
from benchmarks.handwritten import handwritten
from pingyao_cms.urls import handler500, urlpatterns

__all__ = ["handler500", "urlpatterns"]


def something_was_written(request: HttpRequest) -> HttpResponse:
    renew()
    return HttpResponse()


urlpatterns = [
    *urlpatterns,
    path("renew/", something_was_written),
    re_path(r"^handwritten/(?P<address>.*)$", handwritten),
]
