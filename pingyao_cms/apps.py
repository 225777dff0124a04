from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "pingyao_cms"
    verbose_name = _("Site")

    def ready(self) -> None:
        from pingyao_cms.roles import after_migrations

        post_migrate.connect(after_migrations, dispatch_uid="newsroom roles")


class NewsroomAdminConfig(AdminConfig):
    """Django's admin with our site class: the dashboard, the menu and the two languages."""

    default_site = "pingyao_cms.admin_site.NewsroomAdminSite"
