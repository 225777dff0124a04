from django.urls import path

from projects import views

app_name = "projects"

urlpatterns = [
    path("", views.projects, name="projects"),
    path("<int:pk>/", views.project, name="project"),
]
