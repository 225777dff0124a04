from typing import Any

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import m2m_changed, post_migrate, pre_save
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "pingyao_cms"
    verbose_name = _("Site")

    def ready(self) -> None:
        from django.contrib.auth.models import User

        from pingyao_cms import checks  # noqa: F401, imported to be registered
        from pingyao_cms.roles import after_migrations, staff_by_role

        post_migrate.connect(after_migrations, dispatch_uid="newsroom roles")
        m2m_changed.connect(staff_by_role, sender=User.groups.through, dispatch_uid="staff")


class NewsroomAdminConfig(AdminConfig):
    """Django's admin with our site class: the dashboard, the menu and the two languages."""

    default_site = "pingyao_cms.admin_site.NewsroomAdminSite"

    def ready(self) -> None:
        super().ready()
        pre_save.connect(by_our_clock, sender="admin.LogEntry", dispatch_uid="newsroom clock")


def by_our_clock(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """The admin's own log is kept by the clock of the site, like everything else."""
    from articles import clock

    if not (raw or instance.pk):
        instance.action_time = clock.now()
