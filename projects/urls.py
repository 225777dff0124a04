from django.urls import path

from projects import feeds, views

app_name = "projects"

urlpatterns = [
    path("", views.projects, name="projects"),
    path("ledger.<slug:ending>", views.projects_table, name="list_table"),
    path("<int:pk>/", views.project, name="project"),
    path("<int:pk>/feed.rss", feeds.ProjectRss(), name="rss"),
    path("<int:pk>/feed.atom", feeds.ProjectAtom(), name="atom"),
    path("<int:pk>/ledger.<slug:ending>", views.project_table, name="table"),
]
