"""Nothing but the demo is thrown away without a question."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from pingyao_cms import demo
from tests.factories import ArticleFactory, NewspaperFactory, UserFactory
from tests.site.machine import manage

Answer = Callable[[str], None]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """What a person types at the question; without it, nobody sits there."""

    def nobody(question: str) -> str:
        raise EOFError

    def answer(text: str) -> None:
        monkeypatch.setattr("builtins.input", lambda question: text)

    monkeypatch.setattr("builtins.input", nobody)
    # Deleting is what counts here, not what is loaded after it.
    monkeypatch.setattr("pingyao_cms.management.commands.load_demo.load", demo.mark_as_demo)
    return answer


def start_over(**options: bool) -> None:
    call_command("load_demo", flush=True, stdout=StringIO(), **options)


@pytest.mark.django_db
def test_a_paper_of_its_own_is_not_flushed_unless_its_name_is_typed(typed: Answer) -> None:
    NewspaperFactory(name="清河新报")
    ArticleFactory(author=None)
    with pytest.raises(CommandError, match="Nothing was deleted"):
        start_over()
    typed("yes")
    with pytest.raises(CommandError):
        start_over()
    assert Article.objects.exists()
    typed("清河新报")
    start_over()
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_no_input_deletes_without_a_question(typed: Answer) -> None:
    ArticleFactory()
    start_over(no_input=True)
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_the_demo_is_flushed_until_somebody_makes_it_their_own(typed: Answer) -> None:
    NewspaperFactory(name=demo.PAPER, slug="pingyao")
    ArticleFactory(author=UserFactory(username="editor"))
    assert not demo.is_demo()
    demo.mark_as_demo()
    assert demo.is_demo()
    UserFactory(username="wenyu")
    with pytest.raises(CommandError):
        start_over()


def test_reset_demo_spares_a_site_with_accounts_of_its_own(tmp_path: Path) -> None:
    assert manage(tmp_path, "migrate", "-v0").returncode == 0
    person = ("--username", "wenyu", "--email", "wenyu@paper.example")
    assert manage(tmp_path, "createsuperuser", "--no-input", *person).returncode == 0
    picture = tmp_path / "media" / "photos" / "gate.webp"
    picture.parent.mkdir(parents=True)
    picture.touch()

    refused = manage(tmp_path, "reset_demo")
    assert refused.returncode != 0
    assert "1 accounts" in refused.stdout
    assert (tmp_path / "db.sqlite3").exists()
    assert picture.exists()

    assert manage(tmp_path, "reset_demo", answer="delete\n").returncode == 0
    assert not (tmp_path / "db.sqlite3").exists()
    assert not picture.exists()
    assert manage(tmp_path, "reset_demo").returncode == 0


def test_reset_demo_spares_pictures_that_wait_for_their_database(tmp_path: Path) -> None:
    original = tmp_path / "private" / "gate.jpg"
    original.parent.mkdir(parents=True)
    original.touch()
    assert manage(tmp_path, "reset_demo").returncode != 0
    assert original.exists()
