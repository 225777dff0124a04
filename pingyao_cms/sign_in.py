"""Signing in to the newsroom: who may not is told why, and who guesses has to wait.

Every attempt leaves a line in the log with the account and the address, never the password.
"""

from __future__ import annotations

import logging
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from pingyao_cms.attempts import Attempts, address_of

logger = logging.getLogger(__name__)
LONGEST = 150


class SignInForm(AdminAuthenticationForm):
    """Django's own, which calls the password wrong where the account is what keeps one out."""

    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "no_role": _("This account has no role in the newsroom yet. Ask your administrator."),
        "inactive": _("This account is switched off. Ask your administrator."),
        "paused": ngettext_lazy(
            "Too many attempts have failed. Try again in %(minutes)d minute.",
            "Too many attempts have failed. Try again in %(minutes)d minutes.",
            "minutes",
        ),
    }

    def clean(self) -> dict[str, Any]:
        attempts = Attempts(self.cleaned_data.get("username", ""), address_of(self.request))
        if attempts.paused():
            self.log("refused, too many attempts", attempts)
            minutes = {"minutes": -(-settings.LOGIN_PAUSE // 60)}
            raise forms.ValidationError(self.error_messages["paused"], "paused", minutes)
        try:
            cleaned: dict[str, Any] = super().clean()
        except forms.ValidationError as error:
            attempts.failed()
            self.log(f"failed, {error.code}", attempts)
            raise
        if self.user_cache:
            attempts.succeeded()
            self.log("succeeded", attempts, logging.INFO)
        return cleaned

    def log(self, what: str, attempts: Attempts, level: int = logging.WARNING) -> None:
        # %r keeps a line break in a name from beginning a line of its own.
        name, address = attempts.account[:LONGEST], attempts.address
        logger.log(level, "Sign-in %s: account %r from %r", what, name, address)

    def confirm_login_allowed(self, user: Any) -> None:
        if user.is_active and not user.is_staff:
            raise forms.ValidationError(self.error_messages["no_role"], code="no_role")
        super().confirm_login_allowed(user)

    def get_invalid_login_error(self) -> forms.ValidationError:
        """Only who knows the password of an account learns that it is switched off."""
        given = self.cleaned_data
        user = User.objects.filter(username=given["username"], is_active=False).first()
        if user and user.check_password(given["password"]):
            return forms.ValidationError(self.error_messages["inactive"], code="inactive")
        return super().get_invalid_login_error()
