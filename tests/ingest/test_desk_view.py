"""The review desk: every step by a plain form, the same by htmx, and nothing lost on refusal."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from ingest.desk.doubts import doubts
from ingest.models import Revision, Upload
from projects.models import Investment, Project
from tests.factories import DepartmentFactory, ProjectFactory
from tests.ingest.uploads import (
    PAGE,
    do,
    fact_with_a_sum,
    person_of,
    receive,
    send,
    signed_in,
    speaking_english,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_in_english")]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def upload(editor: Any) -> Upload:
    return receive(editor)


def current(upload: Upload) -> Any:
    return Upload.objects.get(pk=upload.pk).document


def page_of(client: Client, upload: Upload, query: str = "") -> str:
    return client.get(upload.get_desk_url() + query).content.decode()


def test_the_whole_job_by_plain_forms(desk: Client) -> None:
    upload = Upload.objects.get(pk=_sent(desk))
    part = current(upload)["articles"][0]["parts"][0]
    corrected = part["text"].replace("11月20日", "11月19日").replace("1.3亿元", "1.5亿元")
    do(desk, upload, "edit_text", part=part["id"], text=corrected)
    fact = fact_with_a_sum(upload)
    do(desk, upload, "edit_fact", fact=fact["id"], amount="1.5亿元", measure="total", at="0")
    revision = Upload.objects.get(pk=upload.pk).revision
    commit = reverse("admin:ingest_upload_commit", args=[upload.pk])
    desk.post(commit, {"revision": revision})
    article = Article.objects.get(headline="河东冷链园今日动工")
    assert "11月19日" in article.plain
    investment = Investment.objects.get()
    assert investment.amount == Decimal(150_000_000)
    assert investment.evidence.exact in article.plain
    desk.post(reverse("admin:ingest_upload_undo", args=[upload.pk]))
    assert not Article.objects.exists()
    assert not Project.objects.exists()


def _sent(client: Client) -> int:
    send(client, PAGE.encode())
    return Upload.objects.get().pk


def test_facts_are_marked_in_the_text_by_kind_and_letter(desk: Client, upload: Upload) -> None:
    page = page_of(desk, upload)
    assert '<mark class="money" data-letter="钱"' in page
    assert '<mark class="project" data-letter="项"' in page
    # The sign is one character in every language; its word says what it stands for.
    assert 'title="Money">钱<span class="visually-hidden">Money</span></b>' in page
    for part in current(upload)["articles"][0]["parts"]:
        assert f'data-part="{part["id"]}"' in page
    assert f'data-fact="{fact_with_a_sum(upload)["id"]}"' in page


def test_a_step_without_scripts_leads_back_to_its_place(desk: Client, upload: Upload) -> None:
    second = current(upload)["articles"][1]
    part = second["parts"][0]["id"]
    response = desk.post(
        f"{upload.get_desk_url()}?article={second['id']}&edit={part}",
        {"action": "edit_text", "revision": 0, "part": part, "text": "新的文字。"},
    )
    assert response["Location"] == f"{upload.get_desk_url()}?article={second['id']}#{part}"


@pytest.mark.parametrize(("headers", "told"), [({}, "Location"), (HTMX, "HX-Replace-Url")])
def test_the_form_of_a_fact_stays_open_for_its_next_row(
    headers: dict[str, str], told: str, desk: Client, upload: Upload
) -> None:
    fact = fact_with_a_sum(upload)["id"]
    response = desk.post(
        f"{upload.get_desk_url()}?fact={fact}",
        {"action": "edit_fact", "revision": 0, "fact": fact, "at": "0", "stay": "1"}
        | {"amount": "1.5亿元", "measure": "total"},
        headers=headers,
    )
    assert response[told].startswith(f"{upload.get_desk_url()}?fact={fact}")
    assert f'<li id="{fact}" data-fact="{fact}" class="editing">' in page_of(
        desk, upload, response[told].removeprefix(upload.get_desk_url())
    )


def test_a_step_by_htmx_swaps_only_what_changed(desk: Client, upload: Upload) -> None:
    fact = fact_with_a_sum(upload)
    url = f"http://testserver{upload.get_desk_url()}"
    response = do(
        desk,
        upload,
        "edit_fact",
        fact=fact["id"],
        amount="2亿元",
        at="0",
        headers={**HTMX, "HX-Current-URL": url},
    )
    answer = response.content.decode()
    assert "<html" not in answer
    assert 'id="desk-facts" hx-swap-oob' in answer
    assert "2亿元" in answer
    assert 'id="desk-source"' not in answer
    moved = do(
        desk,
        upload,
        "set_aside",
        part=current(upload)["articles"][0]["parts"][1]["id"],
        headers={**HTMX, "HX-Current-URL": url},
    )
    assert 'id="desk-source"' in moved.content.decode()


def test_a_stale_step_is_refused_and_what_was_typed_is_kept(desk: Client, upload: Upload) -> None:
    article = current(upload)["articles"][0]
    do(desk, upload, "edit_article", article=article["id"], headline="别人改的")
    part = article["parts"][0]["id"]
    response = desk.post(
        f"{upload.get_desk_url()}?article={article['id']}&edit={part}",
        {"action": "edit_text", "revision": 0, "part": part, "text": "我刚刚写好的一段。"},
    )
    page = response.content.decode()
    assert response.status_code == 409
    assert "changed this page at" in page
    assert "我刚刚写好的一段。" in page
    assert current(upload)["articles"][0]["headline"] == "别人改的"
    assert current(upload)["articles"][0]["parts"][0]["text"] != "我刚刚写好的一段。"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"amount": "3..5亿", "at": "0"}, "3..5亿"),
        ({"due_on": "2026-02-30"}, "2026-02-30"),
        ({"stage": "flying"}, "flying"),
        ({"match": "没有的项目"}, "没有的项目"),
        ({"match": "00000000-0000-4000-8000-000000000000"}, "00000000"),
        ({"name": "  "}, "name"),
        ({"amount": "1亿元", "at": "x"}, "x"),
    ],
)
def test_a_wrong_value_is_named_and_changes_nothing(
    desk: Client, upload: Upload, values: dict[str, str], words: str
) -> None:
    before = current(upload)
    response = do(desk, upload, "edit_fact", fact=fact_with_a_sum(upload)["id"], **values)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert current(upload) == before
    assert not Revision.objects.exists()


@pytest.mark.parametrize(
    ("action", "values"),
    [
        ("drop_database", {}),
        ("edit_text", {"part": "p1"}),
        ("edit_text", {"part": "p99", "text": "甲"}),
        ("split_part", {"part": "p1", "at": "-3"}),
        ("move_part", {"part": "p1", "to": "a99"}),
        ("add_fact", {"article": "a1", "kind": "project", "quote": "没印过。", "name": "甲"}),
        ("undo", {}),
        ("", {}),
    ],
)
def test_a_step_that_makes_no_sense_is_refused(
    desk: Client, upload: Upload, action: str, values: dict[str, str]
) -> None:
    before = current(upload)
    assert do(desk, upload, action, **values).status_code == 422
    assert current(upload) == before


def test_a_revision_that_is_no_number_is_refused(desk: Client, upload: Upload) -> None:
    assert do(desk, upload, "undo", revision="一").status_code == 422


def test_moving_down_pays_no_heed_to_the_list_of_articles_beside_it(
    desk: Client, upload: Upload
) -> None:
    first, second = current(upload)["articles"]
    part = first["parts"][0]["id"]
    do(desk, upload, "move_down", part=part, to=second["id"], kind="caption")
    assert [each["id"] for each in current(upload)["articles"][0]["parts"]][1] == part


def test_every_step_can_be_taken_back(desk: Client, upload: Upload) -> None:
    before = current(upload)
    do(desk, upload, "set_aside", part=before["articles"][0]["parts"][0]["id"])
    do(desk, upload, "undo")
    assert current(upload) == before


def test_scripts_in_the_text_arrive_escaped(desk: Client, editor: Any) -> None:
    evil = "<script>alert(1)</script>"
    upload = receive(editor, f"{evil}今日动工\n\n本报讯 {evil}冷链园总投资1.3亿元。\n")
    article = current(upload)["articles"][0]["id"]
    do(desk, upload, "edit_article", article=article, byline=f'"><img src=x onerror=1>{evil}')
    for query in ("", f"?article={article}&edit=heads", "?article=loose", f"?article={evil}"):
        page = page_of(desk, upload, query)
        assert evil not in page
        assert "<img src=x" not in page


def test_the_page_obeys_the_strict_policy(desk: Client, upload: Upload) -> None:
    page = page_of(desk, upload)
    assert "style=" not in page
    assert "onclick=" not in page
    assert "<style" not in page
    assert "<script>" not in page
    assert '"allowEval":false' in page


def test_a_known_project_is_offered_and_can_be_chosen(desk: Client, editor: Any) -> None:
    known = ProjectFactory(name="河东冷链园二期")
    upload = receive(editor)
    fact = fact_with_a_sum(upload)
    page = page_of(desk, upload, f"?article={fact['article']}&fact={fact['id']}")
    assert f'value="{known.uid}"' in page
    do(desk, upload, "edit_fact", fact=fact["id"], match=str(known.uid))
    chosen = next(each for each in current(upload)["facts"] if each["id"] == fact["id"])
    assert chosen["match"] == str(known.uid)
    do(desk, upload, "edit_fact", fact=fact["id"], match="", match_name="")
    chosen = next(each for each in current(upload)["facts"] if each["id"] == fact["id"])
    assert chosen["match"] is None


def test_a_department_is_chosen_by_its_name_or_left_out(desk: Client, upload: Upload) -> None:
    DepartmentFactory(name="清河县蔬菜局")
    article = current(upload)["articles"][0]["id"]

    def kept() -> Any:
        rows = current(upload)["articles"][0]["departments"]
        return next(each for each in rows if each["printed"] == "县菜局")

    do(desk, upload, "add_department", article=article, printed="县菜局")
    assert kept()["match"] is None
    assert "县菜局" in page_of(desk, upload, f"?article={article}&fact=d:县菜局")
    named = {"match": "", "match_name": "清河县蔬菜局"}
    do(desk, upload, "use_department", article=article, printed="县菜局", **named)
    assert kept()["match"] == "清河县蔬菜局"
    do(desk, upload, "skip_department", article=article, printed="县菜局")
    assert not kept()["use"]


def test_selected_words_become_a_fact_of_their_sentence(desk: Client, upload: Upload) -> None:
    page = page_of(desk, upload, "?article=a2&add=fact&quote=12公里")
    assert "城关镇今年新修乡村道路12公里，年底前完工。</textarea>" in page
    quote = "本报讯 城关镇今年新修乡村道路12公里，年底前完工。"
    do(
        desk,
        upload,
        "add_fact",
        article="a2",
        kind="project",
        quote=quote,
        name="城关镇乡村道路",
        amount="800万元",
        due_on="2026-12-31",
    )
    fact = current(upload)["facts"][-1]
    assert (fact["name"], fact["due_on"]) == ("城关镇乡村道路", "2026-12-31")
    assert fact["investments"][0]["amount"] == "8000000"


def added(desk: Client, upload: Upload, article: str, chosen: str) -> dict[str, str]:
    """What stands in the fields of the two forms that F opens with these words selected."""
    DepartmentFactory(name="清河县水利局", short_name="县水利局")
    page = page_of(desk, upload, f"?article={article}&add=fact&quote={chosen}")
    fields = dict(re.findall(r'<input type="text" id="add-(\w+)"[^>]*? value="([^"]*)"', page))
    fields |= re.findall(r'<textarea class="one-line"[^>]* name="(name)"[^>]*>([^<]*)<', page)
    fields["measure"] = re.search(
        r'id="add-measure".*?<option value="(\w+)" selected', page, re.S
    ).group(1)  # type: ignore[union-attr]
    return fields


@pytest.mark.parametrize(
    ("article", "chosen", "name", "amount", "measure", "printed"),
    [
        ("a1", "1.3亿元", "", "1.3亿元", "total", ""),
        ("a1", "该项目总投资1.3亿元", "", "1.3亿元", "total", ""),
        ("a1", "河东冷链园", "河东冷链园", "", "total", ""),
        ("a1", "县水利局", "", "", "total", "县水利局"),
        ("a1", "县应急管理局", "", "", "total", "县应急管理局"),
        ("a2", "800万元", "", "800万元", "done", ""),
        ("a2", "新修乡村道路12公里", "新修乡村道路12公里", "", "total", ""),
        ("a2", "", "", "", "total", ""),
    ],
)
def test_selected_words_stand_where_they_fit(
    desk: Client, editor: Any, article: str, chosen: str,
    name: str, amount: str, measure: str, printed: str,
) -> None:  # fmt: skip
    upload = receive(editor, PAGE.replace("年底前完工", "年底前完工，累计完成投资800万元"))
    found = added(desk, upload, article, chosen)
    assert found == {"name": name, "amount": amount, "measure": measure, "printed": printed}


def test_the_kind_of_money_is_chosen_where_a_fact_is_added(desk: Client, upload: Upload) -> None:
    values = {
        "article": "a1",
        "quote": "该项目总投资1.3亿元，今年年底前投用。",
        "amount": "1.3亿元",
        "measure": "approved",
    }
    do(desk, upload, "add_fact", kind="project", name="河东二期", **values)
    assert current(upload)["facts"][-1]["investments"][0]["measure"] == "approved"
    do(desk, upload, "add_fact", kind="statement", **values)
    assert current(upload)["facts"][-1]["measure"] == "approved"
    do(desk, upload, "add_fact", kind="target", name="投用", **{**values, "amount": ""})
    assert current(upload)["facts"][-1]["indicator"] == "投用"


def test_what_was_typed_stays_in_the_form_that_was_refused(desk: Client, upload: Upload) -> None:
    response = desk.post(
        f"{upload.get_desk_url()}?article=a1&add=fact&quote=1.3亿元",
        {
            "action": "add_fact", "revision": 0, "article": "a1", "kind": "statement",
            "quote": "没有这句话。", "name": "", "amount": "1.4亿元", "measure": "paid",
        },
    )  # fmt: skip
    page = response.content.decode()
    assert response.status_code == 422
    assert 'name="amount" placeholder="1.3亿元" value="1.4亿元"' in page
    assert '<option value="paid" selected>' in page
    assert '<option value="statement" selected>' in page


def test_an_accepted_doubt_does_not_come_back(desk: Client, upload: Upload) -> None:
    doubt = next((each for each in doubts(current(upload)) if each["kind"] == "department"), None)
    if doubt is None:
        article = current(upload)["articles"][0]["id"]
        do(desk, upload, "edit_article", article=article, missing="end")
        doubt = next(each for each in doubts(current(upload)) if each["kind"] == "missing")
    do(desk, upload, "accept_doubt", doubt=doubt["key"])
    assert doubt["key"] not in {each["key"] for each in doubts(current(upload))}


def test_a_journalist_reads_that_an_editor_commits() -> None:
    journalist = person_of("记者")
    upload = receive(journalist)
    client = speaking_english(signed_in(journalist))
    page = page_of(client, upload)
    assert "An editor commits it" in page
    assert reverse("admin:ingest_upload_commit", args=[upload.pk]) not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_desk_asks_as_often_for_three_articles_as_for_one(
    desk: Client, editor: Any, count: int, django_assert_num_queries: Any
) -> None:
    blocks = [
        f"第{n}号冷链园动工\n\n本报讯 第{n}号冷链园项目总投资{n}亿元，年底前投用。县水利局负责人说好。\n"
        for n in range(1, count + 1)
    ]
    upload = receive(editor, "\n".join(blocks))
    desk.get(upload.get_desk_url())
    with django_assert_num_queries(DESK_QUERIES):
        desk.get(upload.get_desk_url())


DESK_QUERIES = 10  # two of them ask for the projects of now, and for the sections
