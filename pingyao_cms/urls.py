"""The addresses of the site. They last: a changed slug writes a redirect."""

from django.conf import settings
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path

from articles.views import department
from pingyao_cms import views
from pingyao_cms.media import public_file
from pingyao_cms.search import search_page
from pingyao_cms.sitemaps import SITEMAPS, index
from projects.views_promises import promises

# A department's page is made of news, so its view stands in that room; its address is its own.
department_urls = [path("<slug:slug>/", department, name="department")]

urlpatterns = [
    path("", views.home, name="home"),
    path("", include("articles.urls")),
    path("search/", search_page, name="search"),
    path("projects/", include("projects.urls")),
    path("promises/", promises, name="promises"),
    path("departments/", include((department_urls, "departments"))),
    path("favicon.ico", views.favicon),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", index, name="sitemaps"),
    path(
        "sitemap-<section>.xml",
        sitemap,
        {"sitemaps": SITEMAPS},
        name="sitemap",
    ),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
]

if settings.MEDIA_URL.startswith("/"):
    # On one machine; with an object store the files have addresses of their own.
    urlpatterns += [re_path(rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>.+)$", public_file)]

handler500 = "pingyao_cms.views.server_error"
