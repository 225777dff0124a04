"""Tables come in checked and whole or not at all, and go out harmless."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from urllib.parse import unquote

import openpyxl
import pytest
from django.test import Client

from articles.models import Article, Status
from departments.models import Alias, Department
from departments.spreadsheets import harmless, restored
from projects.models import Project
from tests.factories import (
    AliasFactory,
    ArticleFactory,
    DepartmentFactory,
    ProjectFactory,
    SectionFactory,
    SectorFactory,
    UserFactory,
)
from tests.site.tables import CSV, JSON, PROJECTS, XLSX, cells, confirmed, keeper, sent, table

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return keeper()


def test_projects_come_in_by_chinese_columns_after_a_preview(client: Client) -> None:
    lead = AliasFactory(name="县农业局").department
    SectorFactory(name="农业")
    data = table(
        ["项目名称", "牵头部门", "行业", "地点", "其他名称"],
        ["县蔬菜冷链中心", "县农业局", "农业", "城西", "冷链中心、菜库"],
    )
    answer = sent(client, PROJECTS, data)
    assert "县蔬菜冷链中心" in answer.content.decode()
    assert "None" not in answer.content.decode()
    assert not Project.objects.exists()
    confirmed(client, PROJECTS, answer)
    project = Project.objects.get()
    assert (project.lead, project.place) == (lead, "城西")
    assert sorted(alias.name for alias in project.aliases.all()) == ["冷链中心", "菜库"]


def test_the_same_table_again_changes_nothing(client: Client) -> None:
    data = table(["项目名称", "地点"], ["县蔬菜冷链中心", "城西"])
    confirmed(client, PROJECTS, sent(client, PROJECTS, data))
    result = sent(client, PROJECTS, data).context["result"]
    assert result.totals["skip"] == 1
    assert Project.objects.count() == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_saved_by_a_chinese_office_is_read(encoding: str, client: Client) -> None:
    data = table(["项目名称"], ["县蔬菜冷链中心"], encoding=encoding)
    confirmed(client, PROJECTS, sent(client, PROJECTS, data))
    assert Project.objects.get().name == "县蔬菜冷链中心"


def test_xlsx_and_json_are_read_as_well(client: Client) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["项目名称", "地点"])
    book.active.append(["甲项目", "城西"])
    book.save(out)
    confirmed(client, PROJECTS, sent(client, PROJECTS, out.getvalue(), "表.XLSX"))
    data = json.dumps([{"项目名称": "乙项目"}]).encode()
    confirmed(client, PROJECTS, sent(client, PROJECTS, data, "表.json"))
    assert set(Project.objects.values_list("name", flat=True)) == {"甲项目", "乙项目"}


def test_nobody_is_asked_what_the_ending_of_the_file_tells(client: Client) -> None:
    page = client.get(f"{PROJECTS}import/").content.decode()
    assert '<select name="format"' not in page
    assert ".csv、.xlsx、.json" in page
    refused = sent(client, PROJECTS, b"1", "旧表.xls").content.decode()
    assert "“旧表.xls”不是能读的表格" in refused


def test_a_missing_column_is_named_and_nothing_changes(client: Client) -> None:
    answer = sent(client, PROJECTS, table(["名字", "地点"], ["甲项目", "城西"]))
    page = answer.content.decode()
    assert "项目名称" in page
    assert "Traceback" not in page
    assert answer.context.get("confirm_form") is None
    assert not Project.objects.exists()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "表.csv"),
        (b"PK\x03\x04 no table", "表.xlsx"),
        (b"\x00\x01\xff\xfe\xfd\xff", "表.csv"),
        (b"{not json", "表.json"),
        (b"x" * (6 * 1024 * 1024), "表.csv"),
        ("项目名称\n甲项目".encode(), "表.txt"),
        ("项目名称\n甲项目".encode(), "表"),
    ],
    ids=["empty", "broken xlsx", "binary", "broken json", "too large", "text", "no ending"],
)
def test_what_is_no_table_is_refused_in_words(data: bytes, name: str, client: Client) -> None:
    answer = sent(client, PROJECTS, data, name)
    assert answer.status_code == 200
    assert answer.context["form"].errors or answer.context["result"].base_errors


def test_one_bad_row_stops_the_file_and_says_what_and_where(client: Client) -> None:
    data = table(
        ["项目名称", "牵头部门", "总投资(元)"],
        ["甲项目", "", ""],
        ["乙项目", "没有的局", ""],
        ["丙项目", "", "3..5亿"],
    )
    answer = sent(client, PROJECTS, data)
    page = answer.content.decode()
    assert "没有的局" in page
    assert "3..5亿" in page
    assert answer.context.get("confirm_form") is None
    assert not Project.objects.exists()


def test_a_row_tells_all_that_is_wrong_with_it_at_once(client: Client) -> None:
    data = table(["项目名称", "牵头部门", "总投资(元)"], ["甲项目", "没有的局", "3..5亿"])
    page = sent(client, PROJECTS, data).content.decode()
    told = page.partition('class="errorlist"')[2].partition("</ul>")[0]
    assert "没有的局" in told
    assert "“3..5亿”不是以元计的数" in told


def test_a_column_that_the_file_lacks_is_empty_beside_what_is_wrong(client: Client) -> None:
    page = sent(client, PROJECTS, table(["项目名称", "总投资(元)"], ["甲项目", "许多"]))
    assert "---" not in page.content.decode()


def test_a_bad_cell_is_told_with_its_row_and_its_column(client: Client) -> None:
    SectionFactory(name="要闻")
    data = table(["标题", "栏目", "正文"], ["早市搬家", "要闻", "一。"], ["", "要闻", "二。"])
    page = sent(client, "/admin/articles/article/", data).content.decode()
    assert "<td>2</td>" in page
    assert "标题：此字段不能为空。" in page
    kinds = table(["名称", "类别"], ["清河县水利局", "胡说"])
    page = sent(client, "/admin/departments/department/", kinds).content.decode()
    assert "类别：“胡说”不在这些之中" in page


def test_the_preview_shows_tags_and_printed_names_of_other_tables_too(client: Client) -> None:
    names = table(["名称", "类别", "其他名称"], ["清河县水利局", "政府部门", "县水利局"])
    shown = cells(sent(client, "/admin/departments/department/", names))
    assert shown["其他名称"] == "县水利局"
    SectionFactory(name="要闻")
    articles = table(["标题", "栏目", "正文", "标签"], ["早市搬家", "要闻", "一。", "民生"])
    assert cells(sent(client, "/admin/articles/article/", articles))["标签"] == "民生"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (PROJECTS, "项目"),
        ("/admin/departments/department/", "部门"),
        ("/admin/articles/article/", "稿件"),
    ],
)
def test_an_exported_file_has_a_chinese_name(page: str, name: str, client: Client) -> None:
    answer = client.post(f"{page}export/", {"format": XLSX, "resource": "0"})
    told = unquote(answer.headers["Content-Disposition"])
    assert re.fullmatch(rf"attachment; filename\*=utf-8''{name}-\d{{4}}-\d\d-\d\d\.xlsx", told)


def test_departments_come_in_with_their_tree_and_their_names(client: Client) -> None:
    page = "/admin/departments/department/"
    DepartmentFactory(name="清河县人民政府")
    data = table(
        ["名称", "类别", "上级", "其他名称"],
        ["清河县水利局", "政府部门", "清河县人民政府", "县水利局、水利局"],
    )
    confirmed(client, page, sent(client, page, data))
    found = Department.objects.by_printed_name("水利局")
    assert found is not None
    assert found.slug.startswith("qinghe")
    assert found.parent is not None
    assert Alias.objects.count() == 2


def test_articles_come_in_as_drafts_of_who_imports_them(client: Client) -> None:
    page = "/admin/articles/article/"
    SectionFactory(name="要闻")
    data = table(
        ["标题", "栏目", "正文", "状态", "标签"],
        ["早市搬家", "要闻", "第一段。\n第二段<script>。", "已发布", "早市，民生"],
    )
    confirmed(client, page, sent(client, page, data))
    article = Article.objects.get()
    assert (article.status, article.published_at) == (Status.DRAFT, None)
    assert article.author is not None
    assert article.body == "<p>第一段。</p><p>第二段&lt;script&gt;。</p>"
    assert article.events.get().kind == "imported"
    assert set(article.tags.names()) == {"早市", "民生"}


def test_an_import_never_changes_what_is_not_a_draft(client: Client) -> None:
    page = "/admin/articles/article/"
    article = ArticleFactory(headline="原题", section=SectionFactory(name="要闻"))
    head = ["编号", "标题", "栏目", "正文"]
    changed = table(head, [str(article.uid), "改题", "要闻", "改了。"])
    answer = sent(client, page, changed)
    assert answer.context.get("confirm_form") is None
    same = table(head, [str(article.uid), "原题", "要闻", article.body])
    assert sent(client, page, same).context["result"].totals["skip"] == 1
    assert Article.objects.get().headline == "原题"


FORMULAS = ["=1+1", "+1+cmd|' /C calc'!A0", "-2+3+cmd", "@SUM(A1)", "\t=1+1", "＝1+1"]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("kind", [CSV, XLSX, JSON])
def test_no_cell_leaves_as_a_live_formula(kind: str, formula: str, client: Client) -> None:
    ProjectFactory(name=formula, place=formula)
    answer = client.post(f"{PROJECTS}export/", {"format": kind, "resource": "0"})
    if kind == XLSX:
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value]
        assert all(cell.data_type != "f" for cell in cells)
        values = [str(cell.value) for cell in cells]
    elif kind == CSV:
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
        values = [cell for row in rows[1:] for cell in row if cell]
    else:
        values = [str(value) for value in json.loads(answer.content)[0].values() if value]
    assert not [value for value in values if value.lstrip()[:1] in set("=+-@＝＋－＠")]


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_was_made_harmless_comes_back_as_it_was(formula: str) -> None:
    assert restored(harmless(formula)) == formula


def test_an_export_says_the_columns_in_chinese_and_opens_in_excel(client: Client) -> None:
    ProjectFactory(name="县蔬菜冷链中心", total_yuan=Decimal(130_000_000), stage="planned")
    data = client.post(f"{PROJECTS}export/", {"format": CSV, "resource": "0"}).content
    assert data.startswith(b"\xef\xbb\xbf")
    head, row = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    found = dict(zip(head, row, strict=True))
    assert found["项目名称"] == "县蔬菜冷链中心"
    assert Decimal(found["总投资(元)"]) == Decimal(130_000_000)
    assert found["阶段"] == "谋划"


def test_a_journalist_exports_only_what_they_see() -> None:
    from django.contrib.auth.models import Group

    from pingyao_cms.roles import JOURNALIST

    user = UserFactory()
    user.groups.add(Group.objects.get(name=JOURNALIST))
    reporter = Client()
    reporter.force_login(user)
    ArticleFactory(headline="见报的")
    ArticleFactory(headline="别人的草稿", status=Status.DRAFT, published_at=None)
    data = reporter.post(
        "/admin/articles/article/export/", {"format": CSV, "resource": "0"}
    ).content.decode()
    assert "见报的" in data
    assert "别人的草稿" not in data
