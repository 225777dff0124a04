"""An editor and a journalist, signed in."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from pingyao_cms.roles import EDITOR, JOURNALIST
from tests.articles.newsroom import signed_in


@pytest.fixture
def editor() -> tuple[Client, User]:
    return signed_in(EDITOR)


@pytest.fixture
def journalist() -> tuple[Client, User]:
    return signed_in(JOURNALIST)
