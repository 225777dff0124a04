"""Signing in to the newsroom: who may not is told why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _


class SignInForm(AdminAuthenticationForm):
    """Django's own, which calls the password wrong where the account is what keeps one out."""

    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "no_role": _("This account has no role in the newsroom yet. Ask your administrator."),
        "inactive": _("This account is switched off. Ask your administrator."),
    }

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
