"""What the newsroom types into the ledger stands in the sentence, or says why it does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from articles.models import Article
from pingyao_cms.roles import EDITOR, JOURNALIST
from projects.models import Capacity, Evidence, Investment, Progress, Target
from tests.articles.newsroom import signed_in
from tests.factories import (
    ArticleFactory,
    CapacityFactory,
    EvidenceFactory,
    InvestmentFactory,
    IssueFactory,
    NewspaperFactory,
    ProgressFactory,
    ProjectFactory,
    TargetFactory,
)
from tests.projects.newsroom import opened, saved

pytestmark = pytest.mark.django_db
SAID = "粮库烘干线总投资由原来的2600万元调整为3150万元，2026年底前投用，日烘干500吨。"


@pytest.fixture
def client() -> Client:
    return signed_in(EDITOR)[0]


@pytest.fixture
def article() -> Article:
    NewspaperFactory()
    found: Article = ArticleFactory(
        dateline="",
        headline="烘干线动工",
        body=f"<p>{SAID}</p><p>乡里盼了两年。</p>",
        issue=IssueFactory(),
    )
    return found


@pytest.fixture
def proof(article: Article) -> Evidence:
    start = SAID.index("3150万元")
    found: Evidence = EvidenceFactory(
        article=article, exact=SAID, mark_start=start, mark_end=start + 6
    )
    return found


def address(record: Any, page: str = "change") -> str:
    return reverse(f"admin:projects_{record._meta.model_name}_{page}", args=[record.pk])


# A sentence


def new_quote(client: Client, article: Article, **typed: Any) -> str:
    url = reverse("admin:projects_evidence_add")
    return saved(client, url, {**opened(client, url), "article": article.pk, **typed})


def test_a_sentence_that_the_article_does_not_print_is_refused(
    client: Client, article: Article
) -> None:
    page = new_quote(client, article, exact="这句话稿件里没有，总投资8亿元。")
    assert "“烘干线动工”里没有这句话" in page
    assert not Evidence.objects.exists()
    near = new_quote(client, article, exact=SAID.replace("3150", "8150"))
    assert f"最接近的一句：“{SAID}”" in near


def test_a_sentence_of_the_article_is_taken_with_its_place_and_its_figure(
    client: Client, article: Article
) -> None:
    assert new_quote(client, article, exact=f" {SAID} ", figure="3150万元") == ""
    quote = Evidence.objects.get()
    assert (quote.exact, quote.marked, quote.broken) == (SAID, "3150万元", False)
    assert quote.suffix == "\n乡里盼了两年。"


def test_a_figure_that_is_not_in_the_sentence_cannot_be_circled(
    client: Client, article: Article
) -> None:
    assert "原句里没有“4150万元”" in new_quote(client, article, exact=SAID, figure="4150万元")


def test_an_empty_form_does_not_claim_that_the_sentence_was_found(client: Client) -> None:
    page = client.get(reverse("admin:projects_evidence_add")).content.decode()
    assert "稿件里有" not in page


def test_a_sentence_on_which_figures_rest_cannot_be_changed_under_them(
    client: Client, proof: Evidence
) -> None:
    InvestmentFactory(evidence=proof, amount=Decimal(31_500_000), printed="3150万元")
    url = address(proof)
    page = saved(client, url, {**opened(client, url), "exact": "乡里盼了两年。", "figure": ""})
    assert "原句里没有“3150万元”" in page
    proof.refresh_from_db()
    assert proof.exact == SAID


def test_a_broken_sentence_is_mended_by_the_one_that_stands(
    client: Client, article: Article, proof: Evidence
) -> None:
    proof.exact, proof.broken = SAID.replace("3150", "315"), True
    proof.save()
    url = address(proof)
    assert saved(client, url, {**opened(client, url), "exact": SAID, "figure": "3150万元"}) == ""
    proof.refresh_from_db()
    assert (proof.broken, proof.marked) == (False, "3150万元")


# A sum


@pytest.fixture
def investment(proof: Evidence) -> Investment:
    found: Investment = InvestmentFactory(
        projects=[ProjectFactory()], evidence=proof, amount=Decimal(31_500_000), printed="3150万元"
    )
    return found


@pytest.mark.parametrize("typed", ["41500000", "4150万元", "3.15亿元", "3150", "31.5亿元"])
def test_a_sum_that_its_sentence_does_not_say_is_refused(
    typed: str, client: Client, investment: Investment
) -> None:
    url = address(investment)
    page = saved(client, url, {**opened(client, url), "amount": typed})
    assert "原句里没有" in page
    assert "2600万元、3150万元" in page  # what it does say
    investment.refresh_from_db()
    assert investment.amount == 31_500_000


@pytest.mark.parametrize(
    "typed", ["3150万元", "３１５０万元", "0.315亿元", "31500000", "31,500,000"]
)
def test_a_sum_is_typed_as_printed_or_in_yuan(
    typed: str, client: Client, investment: Investment
) -> None:
    url = address(investment)
    sent = {**opened(client, url), "amount": typed, "comparator": ">=", "printed": ""}
    assert saved(client, url, sent) == ""
    investment.refresh_from_db()
    assert (investment.amount, investment.printed) == (31_500_000, "3150万元")


def test_who_may_only_look_at_the_ledger_is_shown_it(
    investment: Investment, target: Target
) -> None:
    reader, user = signed_in(JOURNALIST)
    assert reader.get(address(investment)).status_code == 403
    looking = {"content_type__app_label": "projects", "codename__startswith": "view_"}
    user.user_permissions.set(Permission.objects.filter(**looking))
    for record in (investment, target, investment.evidence, investment.projects.get()):
        page = reader.get(address(record))
        assert page.status_code == 200
        assert 'name="_save"' not in page.content.decode()
    assert "3150万元" in reader.get(address(investment)).content.decode()


@pytest.mark.parametrize(
    "typed", ["百十来万", "3150万美元", "3000万至3150万元", "abc", "2600万元和3150万元"]
)
def test_what_is_not_one_sum_of_yuan_is_refused(
    typed: str, client: Client, investment: Investment
) -> None:
    url = address(investment)
    assert "不是一笔人民币" in saved(client, url, {**opened(client, url), "amount": typed})


def test_a_range_is_told_with_both_ends(client: Client) -> None:
    told = "粮库扩建总投资3至5亿元。"
    quote = EvidenceFactory(article=ArticleFactory(body=f"<p>{told}</p>"), exact=told)
    ends = {"amount": Decimal(300_000_000), "amount_to": Decimal(500_000_000)}
    url = address(InvestmentFactory(evidence=quote, printed="3至5亿元", **ends))
    listed = client.get(reverse("admin:projects_investment_changelist")).content.decode()
    assert "3亿元至5亿元" in listed
    page = saved(client, url, {**opened(client, url), "amount_to": "6亿元"})
    assert "原句里没有3亿元至6亿元，写的是3至5亿元" in page


def test_the_printed_words_belong_to_this_sum_and_to_no_other(
    client: Client, investment: Investment
) -> None:
    url = address(investment)
    page = saved(client, url, {**opened(client, url), "printed": "2600万元"})
    assert "原句把3150万元写作“3150万元”" in page
    assert "原句里没有“叁仟万元”" in saved(
        client, url, {**opened(client, url), "printed": "叁仟万元"}
    )


def test_a_slip_in_print_is_put_right_with_a_reason_that_readers_see(
    client: Client, investment: Investment
) -> None:
    url = address(investment)
    typed = {"amount": "3510万元", "reason": "县粮食局更正：应为3510万元。"}
    assert saved(client, url, {**opened(client, url), **typed}) == ""
    page = client.get(investment.projects.get().get_absolute_url()).content.decode()
    assert page.count("原句印作3150万元，县粮食局更正：应为3510万元。") == 2  # head and table
    card = client.get(investment.evidence.article.get_absolute_url()).content.decode()
    assert "原句印作3150万元，县粮食局更正" in card


def test_a_sum_cannot_be_hung_on_a_sentence_that_is_broken(
    client: Client, investment: Investment
) -> None:
    gone = EvidenceFactory(article=investment.evidence.article, exact="没了。", broken=True)
    url = address(investment)
    page = saved(client, url, {**opened(client, url), "evidence": gone.pk})
    assert "这句话在稿件里已经找不到了" in page


# A promise


@pytest.fixture
def target(proof: Evidence) -> Target:
    found: Target = TargetFactory(
        evidence=proof, kind="quantity", indicator="日烘干", stage="", value=500, unit="吨"
    )
    return found


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"value": "800"}, "原句里没有800吨"),
        ({"unit": "户"}, "原句里没有500户"),
        ({"due_on": "2027-03-31"}, "原句里没有2027年3月31日，写的是2026年12月31日"),
        ({"due_text": "春节前"}, "稿件里没有“春节前”"),
        ({"printed": "五百吨"}, "原句里没有“五百吨”"),
    ],
)
def test_a_promise_is_what_its_sentence_says(
    typed: dict[str, str], said: str, client: Client, target: Target
) -> None:
    url = address(target)
    assert said in saved(client, url, {**opened(client, url), **typed})


def test_a_date_that_is_an_interpretation_gives_its_reason_to_readers(
    client: Client, target: Target
) -> None:
    url = address(target)
    typed = {"due_on": "2027-02-05", "due_precision": "day", "reason": "按农历年底算。"}
    assert saved(client, url, {**opened(client, url), **typed}) == ""
    assert target.project is not None
    page = client.get(target.project.get_absolute_url()).content.decode()
    assert "按农历年底算。" in page


def test_a_term_may_stand_in_another_sentence_of_the_article(
    client: Client, target: Target
) -> None:
    article = target.evidence.article
    article.body = f"<p>2027年要办的事：</p><p>{SAID}</p>"
    article.save()
    url = address(target)
    typed = {"due_text": "2027年", "due_on": "2027-12-31"}
    assert saved(client, url, {**opened(client, url), **typed}) == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"outcome": "missed"}, "请选出写到这件事的原句"),
        ({"outcome": "dropped"}, "请选出写到这件事的原句"),
        ({"outcome": "missed", "checked_on": "2026-11-20"}, "请选出写到这件事的原句"),
        ({"outcome": "met"}, "兑现的承诺要有日期和依据"),
        ({"outcome": "met", "outcome_on": "2031-01-01"}, "这一天还没有到：今天是2026年11月24日"),
        ({"checked_on": "2026-11-25", "searched_in": "本报"}, "还没有到"),
    ],
)
def test_kept_and_failed_are_proven_and_not_ahead_of_today(
    typed: dict[str, str], said: str, client: Client, target: Target
) -> None:
    url = address(target)
    sent = {**opened(client, url), **typed}
    if "2031" in str(typed):
        sent["outcome_evidence"] = target.evidence.pk
    assert said in saved(client, url, sent)
    target.refresh_from_db()
    assert target.outcome == "open"


def test_a_promise_failed_by_a_search_tells_readers_where_was_searched(
    client: Client, target: Target
) -> None:
    url = address(target)
    looked = {"outcome": "missed", "checked_on": "2026-11-20", "searched_in": "10月以来的本报"}
    assert saved(client, url, {**opened(client, url), **looked}) == ""
    assert target.project is not None
    for record in (target.project, target.evidence.article):
        page = client.get(record.get_absolute_url()).content.decode()
        assert "查到11月20日（10月以来的本报）未见兑现" in page


def test_a_failure_without_proof_is_refused_by_the_database_as_well(target: Target) -> None:
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.update(outcome="missed")


# Rows of a project


def test_the_rows_of_a_project_are_held_against_their_sentences(
    client: Client, target: Target
) -> None:
    project, proof = target.project, target.evidence
    CapacityFactory(project=project, evidence=proof, value=500, unit="吨", printed="", per="day")
    ProgressFactory(project=project, evidence=proof, value=500, unit="吨")
    url = address(project)
    sent = opened(client, url)
    for row, typed, said in [
        ("targets-0-value", "700", "原句里没有700吨"),
        ("capacities-0-value", "600", "原句里没有600吨"),
        ("progress-0-value", "900", "原句里没有900吨"),
        ("progress-0-date", "2026-12-01", "还没有到"),
    ]:
        page = saved(client, url, {**sent, row: typed})
        assert said in page
        assert "请在“理由”里写明" not in page  # a row has no field for it
    assert saved(client, url, sent) == ""
    assert Capacity.objects.get().value == Progress.objects.get().value == 500


def test_an_old_row_that_says_otherwise_does_not_block_its_project(
    client: Client, target: Target
) -> None:
    Target.objects.update(value=Decimal(800), due_on=date(2031, 1, 1))
    url = address(target.project)
    assert saved(client, url, {**opened(client, url), "place": "城西"}) == ""
    assert target.project is not None
    target.project.refresh_from_db()
    assert target.project.place == "城西"


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [("as_of", "2026-11-21", "2026年11月20日见报"), ("as_of", "2031-01-01", "这一天还没有到")],
)
def test_a_sum_is_not_as_of_a_day_after_its_print(
    name: str, day: str, said: str, client: Client, investment: Investment
) -> None:
    url = address(investment)
    assert said in saved(client, url, {**opened(client, url), name: day})
    assert saved(client, url, {**opened(client, url), name: "2026-11-20"}) == ""


def test_what_came_of_a_promise_is_not_told_before_it_came(client: Client, target: Target) -> None:
    url = address(target)
    met = {"outcome": "met", "outcome_evidence": target.evidence.pk}
    page = saved(client, url, {**opened(client, url), **met, "outcome_on": "2026-11-22"})
    assert "2026年11月20日见报" in page
    assert saved(client, url, {**opened(client, url), **met, "outcome_on": "2026-11-19"}) == ""
