"""What readers subscribe to, read by a feed reader."""

from __future__ import annotations

from datetime import datetime, timedelta
from xml.etree import ElementTree

import feedparser
import pytest

from articles.feeds import NEWEST
from articles.models import Correction
from tests.factories import PUBLISHED_AT, ArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
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


@pytest.mark.parametrize("address", ["/feed.atom", "/news/jingji/feed.atom"])
def test_an_atom_feed_has_what_the_standard_asks_of_it(client, paper, address):
    """RFC 4287: feed and entries have an id, a title and the moment they were updated; an entry
    has an author or its feed has one."""
    ArticleFactory(section=paper.section, byline="")
    feed = ElementTree.fromstring(client.get(address).content)
    entry = feed.find(f"{ATOM}entry")
    for part in (feed, entry):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1, name
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "清河新报"
    assert entry.find(f"{ATOM}author") is None
    moment = datetime.fromisoformat(entry.find(f"{ATOM}updated").text)
    assert moment == PUBLISHED_AT


@pytest.mark.parametrize("address", FEEDS)
def test_a_correction_reaches_the_subscribers(client, paper, address):
    old = PUBLISHED_AT - timedelta(days=60)
    wrong = ArticleFactory(
        headline="渠长写错了", section=paper.section, published_at=old, summary="柳根渠的渠。"
    )
    for number in range(NEWEST + 2):
        ArticleFactory(headline=f"新的{number}", section=paper.section)
    corrected = PUBLISHED_AT + timedelta(hours=3)
    Correction.objects.create(article=wrong, text="渠长6.1公里，不是16公里。", at=corrected)
    feed = feedparser.parse(client.get(address).content)
    first = feed.entries[0]
    assert (first.title, first.id) == ("渠长写错了", f"urn:uuid:{wrong.uid}")
    assert first.summary == "更正：渠长6.1公里，不是16公里。 柳根渠的渠。"
    assert len(feed.entries) == NEWEST
    if address.endswith("atom"):
        assert datetime.fromisoformat(first.updated) == corrected
        assert datetime.fromisoformat(first.published) == old


def test_what_is_not_public_is_in_no_feed_for_its_correction(client, paper):
    hidden = ArticleFactory(headline="密稿", section=paper.section, status="withdrawn")
    Correction.objects.create(article=hidden, text="密")
    for address in FEEDS:
        assert "密" not in client.get(address).content.decode()
