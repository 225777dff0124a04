"""The real page: eight articles, every paragraph in its place, every sure cut rejoined."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout


@pytest.fixture(scope="module")
def reading(seed: Path) -> dict[str, Any]:
    return json.loads((seed / "reading.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(seed: Path, reading: dict[str, Any]) -> Layout:
    return layout((seed / reading["meta"]["source"]).read_text(encoding="utf-8"))


def text_of(part: Any) -> str | None:
    return part.text if part else None


def test_the_articles_have_their_heads(page: Layout, reading: dict[str, Any]):
    wanted = [
        (each["kicker"], each["headline"], each["subhead"], each["dateline"], each["byline"])
        for each in reading["articles"]
    ]
    found = [
        (
            text_of(each.kicker),
            text_of(each.headline),
            text_of(each.deck),
            each.dateline or None,
            each.byline or None,
        )
        for each in page.articles
    ]
    assert found == wanted


def test_every_block_stands_in_its_article(page: Layout, reading: dict[str, Any]):
    for article, wanted in zip(page.articles, reading["articles"], strict=True):
        found = [number for part in article.paragraphs for number in part.pieces]
        assert found == [number for group in wanted["paragraphs"] for number in group]


def test_every_sure_cut_is_rejoined_and_nothing_else(page: Layout, reading: dict[str, Any]):
    made = {(join.left, join.right) for join in page.joins if join.made}
    assert made >= {(each["left"], each["right"]) for each in reading["joins"] if each["sure"]}
    assert made <= {(each["left"], each["right"]) for each in reading["joins"]}


def test_subheads_captions_and_banners(page: Layout, reading: dict[str, Any]):
    for article, wanted in zip(page.articles, reading["articles"], strict=True):
        assert [(each.text, each.before) for each in article.subheads] == [
            (each["text"], each["before_paragraph"]) for each in wanted["subheads_inside"]
        ]
        assert [each.text for each in article.captions] == [
            each["text"] for each in wanted["captions"]
        ]
    assert [each.text for each in page.banners] == [each["text"] for each in reading["banners"]]
    assert page.leftovers == []


def test_the_incomplete_article_is_told(page: Layout, reading: dict[str, Any]):
    assert [each.missing for each in page.articles] == [
        each.get("incomplete_where") for each in reading["articles"]
    ]
