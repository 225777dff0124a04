"""What the documents tell an administrator to type is there, and says the same in both languages."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

ROOT: Path = settings.BASE_DIR
GUIDES = ("docs/deploying.md", "docs/deploying.zh-hans.md")
DOCUMENTS = ("README.md", "README.zh-hans.md", *GUIDES, "deploy/backup.cron")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(name: str) -> list[str]:
    """The lines of a document's shell blocks."""
    found = re.findall(r"^```sh\n(.*?)^```", text(name), re.M | re.S)
    return "".join(found).splitlines()


def commands(name: str) -> Iterator[list[str]]:
    """Every `manage.py …` of a document: in blocks and files whole, in sentences its name."""
    shown = blocks(name) if name.endswith(".md") else text(name).splitlines()
    for line in shown:
        if found := re.search(r"manage\.py (\w.*)", line.partition("#")[0]):
            yield shlex.split(found[1].partition(" &&")[0])
    for found in re.finditer(r"`[^`\n]*manage\.py (\w+)", text(name)):
        yield [found[1]]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_exists_and_knows_its_options(name: str) -> None:
    known = get_commands()
    for command, *arguments in commands(name):
        assert command in known, (name, command)
        app = known[command]
        found = load_command_class(app, command) if isinstance(app, str) else app
        options = found.create_parser("manage.py", command)._option_string_actions
        for option in arguments:
            assert not option.startswith("-") or option in options, (name, command, option)


def test_the_guide_names_every_step_of_a_running_site() -> None:
    named = {command for command, *_ in commands(GUIDES[0])}
    assert named >= {
        *("migrate", "collectstatic", "createsuperuser", "check", "changepassword", "back_up"),
        *("rebuild_search", "rebuild_ledger", "learn_language", "clearsessions"),
    }


def test_both_languages_tell_the_same_commands() -> None:
    assert blocks(GUIDES[0]) == blocks(GUIDES[1])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_and_target_that_is_named_exists(name: str) -> None:
    for path in re.findall(r"(?<![\w/.-])((?:deploy|docs|fixtures)/[\w./-]+\w)", text(name)):
        assert (ROOT / path).exists(), (name, path)
    for link in re.findall(r"\]\(([\w./-]+\.md)", text(name)):
        assert ((ROOT / name).parent / link).exists(), (name, link)
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.M))
    for target in re.findall(r"(?:^|`|-u pingyao )make ([a-z-]+)", text(name), re.M):
        assert target in targets, (name, target)


def variables_read() -> set[str]:
    """The variables that the settings and gunicorn's file ask for."""
    code = text("pingyao_cms/settings.py") + text("deploy/gunicorn.conf.py")
    return set(re.findall(r"given\.\w+\(\s*\"([A-Z_0-9]+)\"", code)) | set(
        re.findall(r"given\.\w+\('([A-Z_0-9]+)'", code)
    )


def test_the_table_of_variables_is_whole() -> None:
    rows = re.findall(r"^\| (`[A-Z].*?) \|", text("README.md"), re.M)
    assert {name for row in rows for name in re.findall(r"`([A-Z_0-9]+)`", row)} == variables_read()


def test_the_example_of_env_holds_variables_that_are_read() -> None:
    lines = re.findall(r"^#?([A-Z_0-9]+)=", text("deploy/env.example"), re.M)
    assert {"SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "HTTPS"} <= set(lines) <= variables_read()


def test_service_proxy_and_guide_mean_the_same_places() -> None:
    service, proxy = text("deploy/pingyao-cms.service"), text("deploy/nginx.conf")
    assert "gunicorn pingyao_cms.wsgi --config deploy/gunicorn.conf.py" in service
    assert "proxy_pass http://127.0.0.1:8000;" in proxy
    assert "X-Forwarded-Proto $scheme" in proxy
    assert "X-Forwarded-For $remote_addr" in proxy
    served = re.findall(r"alias (\S+);", proxy)
    assert served == ["/srv/pingyao-cms/staticfiles/", "/srv/pingyao-cms/var/media/"]
