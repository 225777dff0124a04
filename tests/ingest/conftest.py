"""An editor, and the desk as they see it: in Chinese unless a module says `desk_in_english`."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.ingest.uploads import person_of, signed_in, speaking_english


@pytest.fixture
def editor() -> Any:
    return person_of("编辑")


@pytest.fixture
def desk(editor: Any) -> Client:
    return signed_in(editor)


@pytest.fixture
def desk_in_english(desk: Client) -> None:
    speaking_english(desk)
