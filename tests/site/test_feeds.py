"""What readers subscribe to, read by a feed reader."""

from __future__ import annotations

from datetime import timedelta

import feedparser
import pytest

from tests.factories import PUBLISHED_AT, ArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db

FEEDS = ["/feed.rss", "/feed.atom", "/news/jingji/feed.rss", "/news/jingji/feed.atom"]


@pytest.mark.parametrize("address", FEEDS)
def test_every_feed_is_sound_and_newest_first(client, paper, address):
    ArticleFactory(headline="早的", section=paper.section)
    ArticleFactory(
        headline="晚的", section=paper.section, published_at=PUBLISHED_AT + timedelta(hours=1)
    )
    feed = feedparser.parse(client.get(address).content)
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["晚的", "早的"]
    assert "清河新报" in feed.feed.title


@pytest.mark.parametrize("address", FEEDS)
def test_an_entry_keeps_its_identity_and_leads_to_the_public_address(client, paper, address):
    article = ArticleFactory(section=paper.section, summary="一句话", byline="记者 张三")
    (entry,) = feedparser.parse(client.get(address).content).entries
    assert entry.id == f"urn:uuid:{article.uid}"
    assert entry.link == f"http://127.0.0.1:8000{article.get_absolute_url()}"
    assert entry.summary == "一句话"
    assert entry.tags[0].term == "经济"


def test_a_section_feed_holds_its_sub_topics_and_nothing_else(client, paper):
    topic = SectionFactory(parent=paper.section)
    ArticleFactory(headline="小栏目里的", section=topic)
    ArticleFactory(headline="别的栏目的", section=SectionFactory())
    entries = feedparser.parse(client.get("/news/jingji/feed.rss").content).entries
    assert [entry.title for entry in entries] == ["小栏目里的"]


def test_the_feed_of_an_unknown_section_is_not_found(client, paper):
    assert client.get("/news/nix/feed.rss").status_code == 404


def test_pages_point_to_their_feeds(client, paper):
    paper.publish(1)
    assert 'href="/feed.rss"' in client.get("/").content.decode()
    assert 'href="/news/jingji/feed.atom"' in client.get("/news/jingji/").content.decode()
