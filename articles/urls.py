from django.urls import path

from articles import feeds, views, views_issue

app_name = "articles"

urlpatterns = [
    path("news/<slug:slug>/", views.section, name="section"),
    path("news/<slug:slug>/feed.rss", feeds.SectionRss(), name="section_rss"),
    path("news/<slug:slug>/feed.atom", feeds.SectionAtom(), name="section_atom"),
    path("feed.rss", feeds.SiteRss(), name="rss"),
    path("feed.atom", feeds.SiteAtom(), name="atom"),
    path("articles/<int:pk>/", views.article, name="article"),
    path("corrections/", views.corrections, name="corrections"),
    path("tags/<str:slug>/", views.tag, name="tag"),
    path("issues/", views_issue.issues, name="issues"),
    path("issues/<str:day>/", views_issue.issue, name="issue"),
    path("issues/<str:day>/<int:number>/", views_issue.page, name="page"),
]
