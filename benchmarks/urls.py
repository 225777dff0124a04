from django.urls import re_path

from benchmarks.handwritten import handwritten
from pingyao_cms.urls import handler500, urlpatterns

__all__ = ["handler500", "urlpatterns"]
urlpatterns = [*urlpatterns, re_path(r"^handwritten/(?P<address>.*)$", handwritten)]
