"""The newsroom's own articles teach the importer which words follow each other there."""

from __future__ import annotations

import lzma
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from ingest.known import language_table, learned_path
from ingest.ordering.language import load
from ingest.pipeline import layout
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db
BODY = "<p>本报讯 枣沟乡的泥哨又响了。枣沟乡泥哨匠人说，泥哨要晾七天。</p>"


@pytest.fixture(autouse=True)
def room(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


def test_a_pair_of_words_that_the_paper_prints_becomes_likelier() -> None:
    ArticleFactory.create_batch(3, body=BODY)
    before = load().after("泥", "哨")
    call_command("learn_language")
    assert language_table().after("泥", "哨") > before + 1


def test_drafts_teach_nothing() -> None:
    ArticleFactory(status="draft", published_at=None, body=BODY)
    call_command("learn_language")
    assert language_table().pairs == load().pairs


def test_what_was_learned_can_be_forgotten() -> None:
    ArticleFactory(body=BODY)
    call_command("learn_language")
    assert learned_path().exists()
    call_command("learn_language", forget=True)
    assert not learned_path().exists()
    assert language_table() is load()


def test_a_file_of_an_older_form_is_left_out_and_told(caplog: Any) -> None:
    learned_path().write_bytes(lzma.compress("p 3 泥\t哨".encode()))
    assert language_table() is load()
    assert "learn_language" in caplog.text


def test_the_import_uses_it_and_nothing_is_lost() -> None:
    ArticleFactory.create_batch(3, body=BODY)
    call_command("learn_language")
    text = "泥哨又响了\n\n本报讯 集上卖枣沟乡泥\n\n哨的有三家。\n"
    found = layout(text, language=language_table())
    assert [part.text for part in found.articles[0].paragraphs] == [
        "本报讯 集上卖枣沟乡泥哨的有三家。"
    ]
