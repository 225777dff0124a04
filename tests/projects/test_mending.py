"""A correction of a printed figure leads to the ledger in the same step."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from articles.models import Article
from chinese.said import read_sum
from pingyao_cms.dashboard import badges
from pingyao_cms.roles import EDITOR, JOURNALIST
from projects import ledger
from projects.mending import broken_quotes, mend
from projects.models import Evidence, Investment, Target
from projects.recording import quote, record_capacity, record_investment, record_target
from tests.articles.newsroom import address, form_of, signed_in
from tests.factories import ArticleFactory, NewspaperFactory, ProjectFactory, TargetFactory
from tests.projects.newsroom import opened

pytestmark = pytest.mark.django_db
OLD = "粮库烘干线总投资由原来的2600万元调整为3150万元，日烘干400吨，2026年底前投用。"
NEW = OLD.replace("3150", "4150").replace("400吨", "500吨").replace("2026年底", "2027年6月底")


@pytest.fixture
def client() -> Client:
    NewspaperFactory()
    return signed_in(EDITOR)[0]


@pytest.fixture
def article() -> Article:
    found: Article = ArticleFactory(
        headline="烘干线动工", dateline="", body=f"<p>{OLD}</p><p>乡里高兴。</p>"
    )
    return found


@pytest.fixture
def project(article: Article) -> Any:
    """With a sum, a size and a promise on one sentence, each with its own mark."""
    project = ProjectFactory(name="粮库烘干线")
    sums = {"amount": Decimal(31_500_000), "printed": "3150万元"}
    record_investment(projects=[project], evidence=quote(article, OLD, mark="3150万元"), **sums)
    size = {"value": Decimal(400), "unit": "吨", "per": "day", "printed": "400吨"}
    record_capacity(project=project, evidence=quote(article, OLD, mark="400吨"), **size)
    record_target(
        project=project,
        evidence=quote(article, OLD, mark="2026年底前"),
        kind="stage",
        stage="operating",
        indicator="投用",
        due_text="2026年底前",
        due_on="2026-12-31",
        due_precision="year",
    )
    ledger.rebuild(project)
    return project


def corrected(client: Client, article: Article, text: str = NEW) -> Any:
    said = {"saving": "correction", "words": "总投资应为4150万元。", "accept_broken": "on"}
    body = f"<p>{text}</p><p>乡里高兴。</p>"
    return client.post(address(article), form_of(article, body=body, **said))


def mending(article: Article) -> str:
    return reverse("admin:projects_evidence_mend", args=[article.pk])


def test_the_editor_is_led_to_the_figures_with_what_the_new_text_says(
    client: Client, article: Article, project: Any
) -> None:
    answer = corrected(client, article)
    assert answer["Location"] == mending(article)
    sent = opened(client, mending(article))
    figures = {key: value for key, value in sent.items() if key.startswith(("figure", "due"))}
    assert sorted(figures.values()) == ["2027-06-30", "4150万元", "500"]
    assert {sent[key] for key in sent if key.startswith("sentence")} == {NEW}
    assert sent["reason"] == "总投资应为4150万元。"


def test_one_press_puts_every_figure_on_the_corrected_sentence(
    client: Client, article: Article, project: Any
) -> None:
    corrected(client, article)
    answer = client.post(mending(article), opened(client, mending(article)), follow=True)
    assert "本稿的数字都有原句了" in answer.content.decode()
    project.refresh_from_db()
    assert (project.total_yuan, str(project.next_due_on)) == (41_500_000, "2027-06-30")
    old, new = Investment.objects.order_by("pk")
    assert (new.supersedes, new.change, new.reason) == (old, "misprint", "总投资应为4150万元。")
    assert (new.printed, new.evidence.marked) == ("4150万元", "4150万元")
    capacity, target = project.capacities.get(), Target.objects.get()
    assert (capacity.value, capacity.printed, capacity.evidence.broken) == (500, "500吨", False)
    assert (target.due_text, target.evidence.exact) == ("2027年6月底前", NEW)

    page = client.get(project.get_absolute_url()).content.decode()
    assert "更正：总投资应为4150万元。" in page
    assert page.count("来源已更正：") == 1  # the sum that was printed at first
    assert "本文里的账" in client.get(article.get_absolute_url()).content.decode()


def test_a_sentence_put_in_other_words_keeps_its_figures(
    client: Client, article: Article, project: Any
) -> None:
    corrected(client, article, text=OLD.replace("由原来的", "由"))
    client.post(mending(article), opened(client, mending(article)))
    assert Investment.objects.get().amount == 31_500_000
    assert not Evidence.objects.filter(broken=True).exists()


@pytest.mark.parametrize(
    ("before", "after", "prefilled"),
    [
        ("3至5亿元", "3至6亿元", "3亿元至6亿元"),
        ("3至5亿元", "2至5亿元", "2亿元至5亿元"),
        ("3至5亿元", "3亿元", "3亿元"),
        ("3亿元", "3至5亿元", "3亿元至5亿元"),
    ],
)
def test_a_range_of_which_a_part_was_corrected_is_put_right_whole(
    client: Client, before: str, after: str, prefilled: str
) -> None:
    told = "粮库扩建总投资{}，其中征地8000万元。"
    article = ArticleFactory(body=f"<p>{told.format(before)}</p>")
    project, was = ProjectFactory(), read_sum(before)
    assert was
    record_investment(
        projects=[project],
        evidence=quote(article, told.format(before), mark=before),
        amount=was.value,
        amount_to=was.value_to,
        printed=before,
    )
    said = {"saving": "correction", "words": "投资额印错了。", "accept_broken": "on"}
    body = f"<p>{told.format(after)}</p>"
    client.post(address(article), form_of(article, body=body, **said))
    sent = opened(client, mending(article))
    assert [value for key, value in sent.items() if key.startswith("figure")] == [prefilled]
    client.post(mending(article), sent)
    old, new = Investment.objects.order_by("pk")
    now = read_sum(after)
    assert now
    assert (new.supersedes, new.amount, new.amount_to) == (old, now.value, now.value_to)
    assert (new.printed, new.evidence.marked) == (after, after)


def test_a_figure_that_the_new_sentence_does_not_say_is_refused(
    client: Client, article: Article, project: Any
) -> None:
    corrected(client, article)
    sent = opened(client, mending(article))
    key = next(key for key in sent if key.startswith("figure-investment"))
    page = client.post(mending(article), {**sent, key: "9亿元"}).content.decode()
    assert "原句里没有“9亿元”" in page
    assert 'value="9亿元"' in page
    assert Investment.objects.get().evidence.broken
    for wrong in ("很多", "三百美元"):
        page = client.post(mending(article), {**sent, key: wrong}).content.decode()
        assert "不是一笔人民币" in page


def test_a_sentence_that_the_article_does_not_print_is_refused(
    client: Client, article: Article, project: Any
) -> None:
    corrected(client, article)
    quotes = [each.quote for each in broken_quotes(article)]
    with pytest.raises(ValidationError):
        mend(quote=quotes[0], sentence=f"{NEW}还有一句。", typed={}, reason="")


def test_what_is_not_ticked_stays_broken(client: Client, article: Article, project: Any) -> None:
    corrected(client, article)
    client.post(mending(article), {**opened(client, mending(article)), "adopt": ""})
    assert Evidence.objects.filter(broken=True).count() == 3


def test_an_outcome_moves_to_the_corrected_sentence(client: Client, article: Article) -> None:
    proof = quote(article, "乡里高兴。")
    target = TargetFactory(outcome="met", outcome_on="2026-11-01", outcome_evidence=proof)
    said = {"saving": "reason", "words": "错字", "accept_broken": "on"}
    body = f"<p>{OLD}</p><p>乡里都高兴。</p>"
    answer = client.post(address(article), form_of(article, body=body, **said), follow=True)
    assert "乡里都高兴。" in answer.content.decode()
    client.post(mending(article), opened(client, mending(article)))
    target.refresh_from_db()
    assert target.outcome_evidence.exact == "乡里都高兴。"


def test_who_may_not_change_the_ledger_is_not_sent_there(article: Article, project: Any) -> None:
    reporter, user = signed_in(JOURNALIST)
    Article.objects.update(status="draft", published_at=None, author=user)
    article.refresh_from_db()
    answer = corrected(reporter, article)
    assert answer["Location"] != mending(article)
    assert Evidence.objects.filter(broken=True).exists()
    assert reporter.get(mending(article)).status_code == 403


def test_the_menu_counts_what_waits_to_be_put_right(
    client: Client, article: Article, project: Any
) -> None:
    corrected(client, article)
    assert Evidence.objects.waiting().count() == 3
    assert badges(User.objects.get())["projects.evidence"] == 3
    assert mending(article) in client.get("/admin/projects/evidence/").content.decode()
    client.post(mending(article), opened(client, mending(article)))
    assert Evidence.objects.filter(broken=True).exists()  # the sum that was replaced
    assert not Evidence.objects.waiting().exists()
