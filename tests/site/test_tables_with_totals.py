"""A total comes in with the sentence that says it or not at all, and goes out with it."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Status
from projects.ledger import rebuild
from projects.models import Investment, Project
from projects.recording import quote, record_investment
from tests.factories import (
    ArticleFactory,
    DepartmentFactory,
    IssueFactory,
    ProjectFactory,
    SectorFactory,
)
from tests.site.tables import CSV, PROJECTS, cells, confirmed, keeper, sent, table

pytestmark = pytest.mark.django_db
SENTENCE = "县蔬菜冷链中心总投资1.3亿元，年底前投用。"
ALL_OF_A_SUM = ["项目名称", "其他名称", "总投资(元)", "依据稿件", "依据原句"]
ROW_OF_A_SUM = ["县蔬菜冷链中心", "冷链中心、菜库", "130000000", "冷链中心动工", SENTENCE]


@pytest.fixture
def client() -> Client:
    return keeper()


def test_a_total_comes_with_its_sentence_or_not_at_all(client: Client) -> None:
    ArticleFactory(headline="冷链中心动工", body=f"<p>{SENTENCE}</p>")
    head = ["项目名称", "总投资(元)", "依据稿件", "依据原句"]
    bare = sent(client, PROJECTS, table(head, ["县蔬菜冷链中心", "130000000", "", ""]))
    assert bare.context.get("confirm_form") is None
    wrong = sent(
        client, PROJECTS, table(head, ["县蔬菜冷链中心", "130000000", "冷链中心动工", "没有这句。"])
    )
    assert wrong.context.get("confirm_form") is None
    assert "《冷链中心动工》里没有这句话：“没有这句。”" in wrong.content.decode()
    assert "有些行没有通过检查" in wrong.content.decode()
    other = ["县蔬菜冷链中心", "140000000", "冷链中心动工", SENTENCE]
    refused = sent(client, PROJECTS, table(head, other))
    assert refused.context.get("confirm_form") is None
    assert "原句里没有1.4亿元，写的是1.3亿元" in refused.content.decode()
    row = ["县蔬菜冷链中心", "130000000", "冷链中心动工", SENTENCE]
    confirmed(client, PROJECTS, sent(client, PROJECTS, table(head, row)))
    investment = Investment.objects.get()
    assert investment.amount == Decimal(130_000_000)
    assert investment.evidence.marked == "1.3亿元"
    assert Project.objects.get().total_yuan == Decimal(130_000_000)


def test_the_columns_that_a_total_needs_are_named_before_the_import(client: Client) -> None:
    assert "总投资(元)、依据稿件、依据原句" in client.get(f"{PROJECTS}import/").content.decode()


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.IN_REVIEW])
def test_the_preview_shows_all_that_comes_in(status: str, client: Client) -> None:
    ArticleFactory(headline="冷链中心动工", body=f"<p>{SENTENCE}</p>", status=status)
    data = table(ALL_OF_A_SUM, ROW_OF_A_SUM)
    shown = cells(sent(client, PROJECTS, data))
    assert [shown[head] for head in ALL_OF_A_SUM] == ROW_OF_A_SUM
    confirmed(client, PROJECTS, sent(client, PROJECTS, data))
    confirmed(client, PROJECTS, sent(client, PROJECTS, data))
    assert Investment.objects.count() == 1


def test_an_export_brings_the_sentence_of_a_total_along(client: Client) -> None:
    ArticleFactory(headline="冷链中心动工", body=f"<p>{SENTENCE}</p>")
    data = table(ALL_OF_A_SUM, ROW_OF_A_SUM)
    confirmed(client, PROJECTS, sent(client, PROJECTS, data))
    out = client.post(f"{PROJECTS}export/", {"format": CSV, "resource": "0"}).content
    (found,) = csv.DictReader(io.StringIO(out.decode("utf-8-sig")))
    assert (found["依据稿件"], found["依据原句"]) == ("冷链中心动工", SENTENCE)
    again = sent(client, PROJECTS, out).context["result"]
    assert again.totals["new"] == 0
    confirmed(client, PROJECTS, sent(client, PROJECTS, out))
    assert Investment.objects.count() == 1


@pytest.mark.parametrize("recorded", ["paid", "joint"])
def test_a_total_comes_in_though_its_sentence_was_recorded_as_something_else(
    recorded: str, client: Client
) -> None:
    article = ArticleFactory(headline="冷链中心动工", body=f"<p>{SENTENCE}</p>")
    center = ProjectFactory(name="县蔬菜冷链中心")
    together = [center, ProjectFactory(name="县肉类冷库")] if recorded == "joint" else [center]
    record_investment(
        projects=together,
        evidence=quote(article, SENTENCE, mark="1.3亿元"),
        amount=Decimal(130_000_000),
        measure="total" if recorded == "joint" else "paid",
    )
    data = table(ALL_OF_A_SUM, ROW_OF_A_SUM)
    for _ in range(2):
        confirmed(client, PROJECTS, sent(client, PROJECTS, data))
    center.refresh_from_db()
    assert center.total_yuan == Decimal(130_000_000)
    assert Investment.objects.count() == 2


def projects_with_totals(first: int, last: int) -> list[list[str]]:
    """Rows as they were brought in: 第1冷库 with the sentence of its total."""
    rows = []
    for number in range(first, last + 1):
        name, said = f"第{number}冷库", f"第{number}冷库总投资1.3亿元。"
        article = ArticleFactory(headline=f"{name}动工", body=f"<p>{said}</p>")
        project = ProjectFactory(name=name, lead=DepartmentFactory(), sector=SectorFactory())
        project.aliases.create(name=f"{number}号库")
        evidence = quote(article, said, mark="1.3亿元")
        record_investment(projects=[project], evidence=evidence, amount=Decimal(130_000_000))
        rebuild(project)
        rows.append([name, f"{number}号库", "130000000", article.headline, said])
    return rows


def test_an_export_of_more_projects_asks_no_more_often(client: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            answer = client.post(f"{PROJECTS}export/", {"format": CSV, "resource": "0"})
        rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert all(row["依据原句"] == f"{row['项目名称']}总投资1.3亿元。" for row in rows)
        assert len(rows) == Project.objects.count()
        return len(queries)

    projects_with_totals(1, 2)
    few = asked()
    projects_with_totals(3, 9)
    assert asked() == few


def test_a_table_of_more_projects_asks_for_their_totals_no_more_often(client: Client) -> None:
    def asked(rows: list[list[str]]) -> int:
        with CaptureQueriesContext(connection) as queries:
            answer = sent(client, PROJECTS, table(ALL_OF_A_SUM, *rows))
        assert answer.context["result"].totals["update"] == len(rows)
        assert cells(answer)["依据原句"] == rows[0][-1]
        return sum('FROM "projects_investment" INNER' in each["sql"] for each in queries)

    few = projects_with_totals(1, 2)
    assert asked(few) == asked([*few, *projects_with_totals(3, 9)])


def test_a_sum_of_two_projects_is_not_the_sentence_behind_the_total_of_one(client: Client) -> None:
    (row,) = projects_with_totals(1, 1)
    joint = "第1冷库和第2冷库总投资1.3亿元。"
    article = ArticleFactory(headline="两座冷库动工", body=f"<p>{joint}</p>")
    both = [Project.objects.get(), ProjectFactory(name="第2冷库")]
    evidence = quote(article, joint, mark="1.3亿元")
    record_investment(projects=both, evidence=evidence, amount=Decimal(130_000_000))
    out = client.post(f"{PROJECTS}export/", {"format": CSV, "resource": "0"}).content
    found = {row["项目名称"]: row for row in csv.DictReader(io.StringIO(out.decode("utf-8-sig")))}
    assert found["第1冷库"]["依据原句"] == row[-1]
    assert found["第2冷库"]["依据原句"] == ""


def test_a_sum_that_is_in_the_ledger_stands_in_the_preview_as_it_was_typed(client: Client) -> None:
    (row,) = projects_with_totals(1, 1)
    assert cells(sent(client, PROJECTS, table(ALL_OF_A_SUM, row)))["总投资(元)"] == row[2]


def test_a_table_with_two_rows_of_one_project_shows_each_with_its_sentence(client: Client) -> None:
    raised = "县蔬菜冷链中心总投资1.5亿元。"
    ArticleFactory(headline="冷链中心动工", body=f"<p>{SENTENCE}</p>")
    ArticleFactory(headline="冷链中心加码", body=f"<p>{raised}</p>")
    name, names, *_ = ROW_OF_A_SUM
    later = [name, names, "150000000", "冷链中心加码", raised]
    answer = sent(client, PROJECTS, table(ALL_OF_A_SUM, ROW_OF_A_SUM, later))
    shown = str(answer.context["result"].valid_rows()[1].diff)
    assert "加码" in shown
    assert "动工" in shown


def test_a_sentence_without_a_sum_is_told_as_such(client: Client) -> None:
    ArticleFactory(headline="冷链中心动工", body="<p>县蔬菜冷链中心动工。</p>")
    head = ["项目名称", "总投资(元)", "依据稿件", "依据原句"]
    row = ["县蔬菜冷链中心", "3800000", "冷链中心动工", "县蔬菜冷链中心动工。"]
    page = sent(client, PROJECTS, table(head, row)).content.decode()
    assert "原句里没有380万元，也没有别的金额。" in page


def test_of_two_articles_of_one_headline_that_with_the_sentence_is_meant(client: Client) -> None:
    meant = ArticleFactory(headline="冷链中心动工", body=f"<p>{SENTENCE}</p>")
    ArticleFactory(headline="冷链中心动工", body="<p>另一篇。</p>")
    head = ["项目名称", "总投资(元)", "依据稿件", "依据原句"]
    row = ["县蔬菜冷链中心", "130000000", "冷链中心动工", SENTENCE]
    confirmed(client, PROJECTS, sent(client, PROJECTS, table(head, row)))
    assert Investment.objects.get().evidence.article == meant


def test_a_total_says_no_more_than_its_sentence(client: Client) -> None:
    said = "县蔬菜冷链中心总投资超过1.3亿元。"
    ArticleFactory(headline="冷链中心动工", body=f"<p>{said}</p>", issue=IssueFactory())
    head = ["项目名称", "总投资(元)", "依据稿件", "依据原句"]
    row = ["县蔬菜冷链中心", "130000000", "冷链中心动工", said]
    confirmed(client, PROJECTS, sent(client, PROJECTS, table(head, row)))
    investment = Investment.objects.get()
    assert (investment.comparator, investment.as_of) == (">=", None)
