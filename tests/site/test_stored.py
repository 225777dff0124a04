"""What is stored between requests is renewed by every write and never tells what is hidden."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles import clock, fragments, stamp, workflow
from articles.models import Article, Correction, Newspaper, Photo, Section, Stamp, Status
from departments.models import Department
from departments.written import ToldQuerySet
from projects import ledger
from projects.models import Investment, Project
from tests.factories import ArticleFactory, IssueFactory, PageFactory, PhotoFactory, UserFactory
from tests.site.conftest import TOMORROW

# Outside a transaction, as requests are served; inside one nothing is kept.
pytestmark = pytest.mark.django_db(transaction=True)
LISTS = ("/", "/news/jingji/", "/departments/fagai-ju/")


@pytest.fixture
def shown(client, paper):
    """Three public articles, each page of which was read twice, so that all is stored."""
    paper.publish(3)
    for address in (*LISTS, "/projects/", paper.public[0].get_absolute_url()):
        client.get(address)
        client.get(address)
    return paper


def text_of(client, address: str) -> str:
    return client.get(address).content.decode().replace("<wbr>", "")


@pytest.fixture
def editor():
    return UserFactory(is_superuser=True)


def pages_of(article: Article) -> list[str]:
    return [*LISTS, article.get_absolute_url()]


def test_a_new_headline_stands_on_every_page_at_once(client, shown):
    article = shown.public[-1]
    article.headline = "改过的标题"
    article.save()
    for address in pages_of(article):
        text = text_of(client, address)
        assert "改过的标题" in text, address
        assert "公开稿件第2篇" not in text, address


def test_a_corrected_body_takes_its_marks_and_the_opening_of_the_lists_along(client, shown, editor):
    article = shown.public[0]
    article.body = article.body.replace("菜农说", "县蔬菜办说").replace("年底前投用", "年底投用")
    workflow.save_published(article=article, by=editor, correction="时间写错了", accept_broken=True)
    text = text_of(client, article.get_absolute_url())
    assert "县蔬菜办说" in text
    assert "时间写错了" in text
    assert "年底投用" in text_of(client, "/news/jingji/")
    assert "时间写错了" in text_of(client, "/")


def test_a_new_picture_is_shown_and_a_deleted_one_is_not(client, shown):
    article = shown.public[0]
    photo = PhotoFactory(article=article, caption="新图说")
    made = {"name": "photos/new.webp", "width": 3, "height": 2}
    Photo.objects.filter(pk=photo.pk).update(
        renditions=dict.fromkeys(("lead", "row", "body"), made)
    )
    photo.refresh_from_db()
    photo.save()
    for address in pages_of(article):
        assert "new.webp" in text_of(client, address), address
    photo.delete()
    for address in pages_of(article):
        assert "new.webp" not in text_of(client, address), address


def test_a_new_figure_in_the_ledger_changes_lists_and_facts(client, shown):
    article = shown.public[0]
    Investment.objects.get(evidence__article=article).delete()
    project = Project.objects.get(evidence__article=article)
    project.name = "改名工程"
    project.save()
    ledger.rebuild(project)
    assert '<p class="fact-label">总投资' not in text_of(client, article.get_absolute_url())
    assert "账本：改名工程" in text_of(client, "/news/jingji/")
    assert "改名工程" in text_of(client, "/projects/")


def test_a_renamed_department_section_tag_and_paper_are_named_anew(client, shown):
    article = shown.public[0]
    Department.objects.filter(pk=shown.department.pk).get().delete()
    department = Department.objects.create(name="县数据局", slug="shuju-ju", kind="government")
    article.source_department = department
    article.save()
    for model, name in ((Section, "财经"), (Newspaper, "清河晚报")):
        record = model.objects.first()
        record.name = name
        record.save()
    article.tags.add("大棚")
    home, page = text_of(client, "/"), text_of(client, article.get_absolute_url())
    assert "县数据局" in page
    assert "大棚" in page
    assert "大棚" in text_of(client, "/news/jingji/")
    for text in (home, page):
        assert "财经" in text
        assert "清河晚报" in text


@pytest.mark.parametrize("name", ["withdrawn", "tomorrow"])
def test_what_is_taken_back_is_gone_from_every_page_at_once(client, shown, editor, name):
    article = shown.public[-1]
    Project.objects.filter(evidence__article=article).update(name="撤下的工程")
    article.tags.add("撤下的标签")
    for address in (*LISTS, "/projects/"):
        client.get(address)
    if name == "withdrawn":
        workflow.withdraw_article(article=article, by=editor, reason="来源有误")
    else:
        article.published_at = TOMORROW
        workflow.save_published(article=article, by=editor, reason="改期")
    for address in (*LISTS, "/projects/", shown.public[0].get_absolute_url()):
        text = text_of(client, address)
        assert article.headline not in text, address
        assert "撤下的" not in text, address
        assert article.get_absolute_url() not in text, address


def test_the_sums_of_the_band_fall_with_a_withdrawn_article(client, shown, editor):
    assert '<span class="money-number">3.9</span>' in text_of(client, "/")
    workflow.withdraw_article(article=shown.public[0], by=editor, reason="来源有误")
    assert '<span class="money-number">2.6</span>' in text_of(client, "/")


def test_an_article_dated_ahead_appears_when_its_day_comes_without_a_write(client, shown, settings):
    article = ArticleFactory(headline="明天的事", section=shown.section, published_at=TOMORROW)
    assert "明天的事" not in text_of(client, "/news/jingji/")
    settings.SITE_TODAY = "2026-11-25"
    for address in ("/", "/news/jingji/", article.get_absolute_url()):
        assert "明天的事" in text_of(client, address), address
    assert "2026年11月25日" in text_of(client, "/")


def test_the_latest_issue_changes_with_the_day_on_which_it_becomes_public(client, shown, settings):
    page = PageFactory(issue=IssueFactory(date=TOMORROW.date(), number=1301), number=1)
    ArticleFactory(section=shown.section, issue=page.issue, page=page, published_at=TOMORROW)
    assert "1301" not in text_of(client, "/")
    settings.SITE_TODAY = "2026-11-25"
    assert "第1301期" in text_of(client, "/")


def test_a_draft_and_its_preview_store_nothing_that_readers_see(client, shown, editor):
    draft = ArticleFactory(
        headline="没写完", section=shown.section, status=Status.DRAFT, published_at=None
    )
    client.force_login(editor)
    assert "没写完" in text_of(client, f"{draft.get_absolute_url()}?preview")
    client.logout()
    assert client.get(draft.get_absolute_url()).status_code == 404
    for address in LISTS:
        assert "没写完" not in text_of(client, address), address


def test_another_process_sees_a_write_of_this_one(client, shown):
    """Two processes share the database alone: the stamp there is all that tells them."""
    text_of(client, "/news/jingji/")
    before = stamp.read()
    shown.public[0].save()
    assert stamp.read() != before


def test_a_write_that_is_undone_renews_nothing_and_is_never_kept(client, shown):
    token = Stamp.objects.get().token
    with transaction.atomic():
        Section.objects.create(name="幻影", slug="huanying")
        assert "幻影" in text_of(client, "/")
        transaction.set_rollback(True)
    assert Stamp.objects.get().token == token
    assert "幻影" not in text_of(client, "/")


def test_many_writes_of_one_transaction_renew_the_stamp_once(shown):
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        for article in shown.public:
            article.save()
    assert sum('UPDATE "articles_stamp"' in query["sql"] for query in asked) == 1


def test_a_part_rolled_back_does_not_swallow_the_stamp_of_the_rest(shown):
    token = Stamp.objects.get().token
    with transaction.atomic():
        with transaction.atomic():
            shown.public[0].save()
            transaction.set_rollback(True)
        shown.public[1].save()
    assert Stamp.objects.get().token != token


def test_what_was_written_past_django_shows_within_a_minute(client, shown, monkeypatch):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE articles_section SET name = '改栏' WHERE id = %s", [shown.section.pk]
        )
    assert "改栏" not in text_of(client, "/")
    later = clock.now().timestamp() + 2 * stamp.MINUTE
    monkeypatch.setattr(stamp.time, "time", lambda: later)
    assert "改栏" in text_of(client, "/")


def test_a_loaded_fixture_renews_the_stamp(shown, tmp_path):
    file = tmp_path / "sections.json"
    call_command("dumpdata", "articles.section", output=str(file))
    token = Stamp.objects.get().token
    call_command("loaddata", str(file), verbosity=0)
    assert Stamp.objects.get().token != token


def test_a_fragment_refuses_records_as_its_key(shown):
    for record in (shown.public[0], Article.objects.all()):
        with pytest.raises(TypeError, match="cannot be a key"):
            fragments.render_fragment("articles/_row.html", {"article": record})


def test_a_stored_fragment_is_what_it_would_be_if_it_were_rendered_now(client, shown):
    addresses = (*LISTS, "/issues/2026-11-20/1/", shown.public[0].get_absolute_url())
    for address in addresses:
        stored = client.get(address).content
        fragments.forget_all()
        stamp.renew()
        assert client.get(address).content == stored, address


def test_a_correction_by_hand_is_told_on_the_article_and_the_home_page(client, shown):
    article = shown.public[0]
    at = clock.now() + timedelta(minutes=1)
    Correction.objects.create(article=article, text="人名写错了", at=at)
    for address in ("/", article.get_absolute_url()):
        assert "人名写错了" in text_of(client, address), address


def renews(write: Callable[[], object]) -> bool:
    token = Stamp.objects.get().token
    write()
    return bool(Stamp.objects.get().token != token)


def test_what_is_written_without_saving_a_record_renews_the_stamp(shown):
    article, section = shown.public[0], Section.objects.filter(pk=shown.section.pk)
    assert renews(lambda: section.update(name="改栏"))
    assert renews(lambda: article.photos.update(order=3))
    section[0].name = "又改栏"
    assert renews(lambda: Section.objects.bulk_update(section, ["name"]))
    assert renews(lambda: Section.objects.bulk_create([Section(name="新栏", slug="xinlan")]))
    assert renews(lambda: Section.objects.filter(slug="xinlan").delete())


def test_every_record_that_readers_see_tells_of_such_writes():
    """Queries that pass `save()` are told where they are made, so that no code can forget it."""
    rooms = [apps.get_app_config(name) for name in ("departments", "articles", "projects")]
    models = [model for room in rooms for model in room.get_models() if model is not Stamp]
    shown = [model for model in models if not hasattr(model, "instance_type")]
    assert len(shown) > 15
    untold = [m for m in shown if not isinstance(m._default_manager.all(), ToldQuerySet)]
    assert untold == []
