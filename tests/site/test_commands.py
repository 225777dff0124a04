"""Every command of ours says what it does when it is asked, in the language of the newsroom."""

from __future__ import annotations

import pytest
from django.core.management import get_commands, load_command_class

APPS = ("articles", "departments", "ingest", "pingyao_cms", "projects")
OURS = sorted((name, app) for name, app in get_commands().items() if app in APPS)


@pytest.mark.parametrize(("name", "app"), OURS)
def test_a_command_tells_how_it_is_used(name: str, app: str) -> None:
    told = load_command_class(app, name).create_parser("manage.py", name).format_help()
    assert f"manage.py {name}" in told
