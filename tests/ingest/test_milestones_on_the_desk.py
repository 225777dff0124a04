"""The promised stages of a project on the desk: corrected, struck, added; then in the ledger."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from django.test import Client

from articles import workflow
from articles.models import Article
from ingest.accuracy import verdicts
from ingest.committing import commit_upload, what_stands_in_the_way
from ingest.desk.doubts import doubts
from ingest.desk.edits import EditError, edit
from ingest.models import Upload
from ingest.undoing import undo_upload
from projects.models import Project, Target
from tests.factories import ArticleFactory, EvidenceFactory, ProjectFactory, TargetFactory
from tests.ingest.uploads import any_section, do, person_of, receive

pytestmark = pytest.mark.django_db

TOLD = "该项目2027年3月开工，2028年6月合龙，2029年底前建成通车。"
PAGE = f"""青石河大桥明年开工

本报讯 11月20日，青石河大桥通过可研审查，总投资2.1亿元。{TOLD}

大桥建成后，河东六个村的村民进城少绕十二公里。
"""


@pytest.fixture
def upload(editor: Any) -> Upload:
    return receive(editor, PAGE)


def bridge(upload: Upload) -> Any:
    document = Upload.objects.get(pk=upload.pk).document
    return next(each for each in document["facts"] if each["kind"] == "project")


def days(upload: Upload) -> list[tuple[str, str]]:
    return [(each["stage"], each["due_on"]) for each in bridge(upload)["milestones"]]


def page_of(desk: Client, upload: Upload, query: str = "") -> str:
    return desk.get(upload.get_desk_url() + query).content.decode()


def promised() -> list[tuple[str, date | None]]:
    return [(each.stage, each.due_on) for each in Target.objects.order_by("due_on")]


ALL = [
    ("started", date(2027, 3, 31)),
    ("structure_complete", date(2028, 6, 30)),
    ("operating", date(2029, 12, 31)),
]


def test_every_promised_stage_is_a_row_of_its_project(desk: Client, upload: Upload) -> None:
    fact = bridge(upload)
    assert fact["due_on"] == "2029-12-31"
    first = fact["milestones"][0]
    assert first == {
        "stage": "started",
        "tense": "planned",
        "due_text": "2027年3月",
        "due_on": "2027-03-31",
        "due_precision": "month",
        "quote": TOLD,
        "confidence": 0.95,
    }
    page = page_of(desk, upload)
    told = [page.index(day) for day in ("2027年3月31日", "2028年6月30日", "2029年12月31日")]
    assert told == sorted(told)
    assert page.count('<mark class="due"') == 3


def test_a_stage_is_corrected_and_the_form_stays_open(desk: Client, upload: Upload) -> None:
    fact = bridge(upload)["id"]
    page = page_of(desk, upload, f"?fact={fact}")
    assert "承诺节点：开工" in page
    assert "再加一个承诺节点" in page
    answer = do(
        desk, upload, "edit_milestone", fact=fact, at="0", stage="started", due_text="2027年4月",
        due_on="2027-04-30", due_precision="month", quote=TOLD, stay="1",
    )  # fmt: skip
    assert answer.status_code == 302
    assert days(upload)[0] == ("started", "2027-04-30")
    assert bridge(upload)["milestones"][0]["quote"] == TOLD


def test_a_stage_is_struck_and_a_missed_one_added(desk: Client, upload: Upload) -> None:
    fact = bridge(upload)["id"]
    do(desk, upload, "drop_milestone", fact=fact, at="1")
    assert days(upload) == [("started", "2027-03-31")]
    do(
        desk, upload, "edit_milestone", fact=fact, at="1", stage="approved", due_text="年内",
        due_on="2026-12-31", due_precision="year", quote=TOLD,
    )  # fmt: skip
    assert days(upload) == [("approved", "2026-12-31"), ("started", "2027-03-31")]
    assert bridge(upload)["due_on"] == "2029-12-31"


def test_a_step_on_a_stage_can_be_taken_back(desk: Client, upload: Upload) -> None:
    do(desk, upload, "drop_milestone", fact=bridge(upload)["id"], at="0")
    do(desk, upload, "undo")
    assert days(upload)[0] == ("started", "2027-03-31")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"stage": ""}, "no_stage"),
        ({"stage": "soon"}, "unknown_kind"),
        ({"due_on": ""}, "no_date"),
        ({"due_on": "明年"}, "no_date"),
        ({"quote": "没有这句话。"}, "quote_not_found"),
        ({"due_precision": "hour"}, "unknown_kind"),
    ],
)
def test_a_stage_that_makes_no_sense_is_refused(
    upload: Upload, changed: dict[str, str], code: str
) -> None:
    doc, fact = upload.document, bridge(upload)["id"]
    values = {"fact": fact, "at": "0", "stage": "started", "due_on": "2027-04-30", **changed}
    with pytest.raises(EditError) as refusal:
        edit(doc, "edit_milestone", values)
    assert refusal.value.code == code


def test_a_stage_that_is_not_there_cannot_be_struck(upload: Upload) -> None:
    with pytest.raises(EditError) as refusal:
        edit(upload.document, "drop_milestone", {"fact": bridge(upload)["id"], "at": "7"})
    assert refusal.value.code == "gone"


def test_what_was_refused_stays_in_its_form_and_in_no_other(desk: Client, upload: Upload) -> None:
    fact = bridge(upload)["id"]
    form = {"fact": fact, "at": "0", "stage": "", "due_text": "明年春天", "due_on": "2027-04-30"}
    revision = Upload.objects.get(pk=upload.pk).revision
    answer = desk.post(
        f"{upload.get_desk_url()}?fact={fact}",
        {"action": "edit_milestone", "revision": revision, **form},
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert page.count('value="明年春天"') == 1
    assert 'value="2029年底前"' in page
    assert "请选承诺的是哪个阶段" in page


def test_a_stage_that_is_not_sure_is_doubted_until_a_person_looked(
    desk: Client, editor: Any
) -> None:
    told = PAGE.replace("该项目2027年3月开工", "12月，项目正式动工")
    upload = receive(editor, told)
    found = [each for each in doubts(upload.document) if each["kind"] == "milestone"]
    assert [each["text"] for each in found] == ["青石河大桥 12月"]
    page = page_of(desk, upload)
    assert "节点" in page
    do(desk, upload, "accept_doubt", doubt=found[0]["key"])
    stored = Upload.objects.get(pk=upload.pk).document
    assert not [each for each in doubts(stored) if each["kind"] == "milestone"]


def test_a_stage_whose_sentence_is_gone_must_be_put_right(desk: Client, upload: Upload) -> None:
    part = upload.document["articles"][0]["parts"][0]
    do(desk, upload, "edit_text", part=part["id"], text="本报讯 大桥快了。")
    assert what_stands_in_the_way(Upload.objects.get(pk=upload.pk).document)


def test_a_corrected_sentence_takes_its_stages_along(desk: Client, upload: Upload) -> None:
    part = upload.document["articles"][0]["parts"][0]
    text = part["text"].replace("合龙，", "主桥合龙，")
    do(desk, upload, "edit_text", part=part["id"], text=text)
    assert "主桥合龙" in bridge(upload)["milestones"][0]["quote"]


def test_every_stage_becomes_a_target_with_its_sentence(editor: Any, upload: Upload) -> None:
    commit_upload(upload=upload, by=editor)
    assert promised() == ALL
    first = Target.objects.get(stage="started")
    assert first.kind == "stage"
    assert first.indicator == "开工"
    assert first.due_precision == "month"
    assert first.evidence.exact == TOLD
    assert first.evidence.marked == "2027年3月"
    assert Project.objects.get().next_due_on is None  # nothing of it is public yet


def test_an_import_that_is_taken_back_takes_its_stages_along(editor: Any, upload: Upload) -> None:
    commit_upload(upload=upload, by=editor)
    undo_upload(upload=Upload.objects.get(pk=upload.pk), by=editor)
    assert not Target.objects.exists()


def test_what_is_promised_already_is_not_entered_twice(editor: Any, upload: Upload) -> None:
    project = ProjectFactory(name="青石河大桥")
    TargetFactory(
        project=project, kind="stage", stage="started", due_on=date(2027, 3, 31),
        due_precision="month",
    )  # fmt: skip
    commit_upload(upload=upload, by=editor, section=any_section())
    assert promised() == ALL


def test_what_a_withdrawn_article_promised_is_entered_anew(editor: Any, upload: Upload) -> None:
    project = ProjectFactory(name="青石河大桥")
    gone = EvidenceFactory(article=ArticleFactory(status="withdrawn"), exact="大桥三月开工。")
    TargetFactory(
        project=project, kind="stage", stage="started", due_on=date(2027, 3, 31),
        due_precision="month", evidence=gone,
    )  # fmt: skip
    commit_upload(upload=upload, by=editor, section=any_section())
    assert promised() == [ALL[0], *ALL]


def test_a_stage_like_the_announced_one_is_not_entered_twice(
    desk: Client, editor: Any, upload: Upload
) -> None:
    do(
        desk, upload, "edit_milestone", fact=bridge(upload)["id"], at="1", stage="operating",
        due_text="2029年底前", due_on="2029-12-31", due_precision="year", quote=TOLD,
    )  # fmt: skip
    commit_upload(upload=upload, by=editor)
    assert promised() == [ALL[0], ALL[2]]


def without_milestones(upload: Upload) -> Any:
    """The document as it was saved before projects had milestones."""
    old = deepcopy(upload.document)
    old["format"] = 1
    for each in old["facts"]:
        each.pop("milestones", None)
    return old


def test_a_proposal_of_an_older_format_is_reviewed_and_committed(
    desk: Client, editor: Any, upload: Upload
) -> None:
    upload.machine = upload.current = without_milestones(upload)
    upload.save()
    fact = bridge(upload)["id"]
    assert "再加一个承诺节点" in page_of(desk, upload, f"?fact={fact}")
    do(
        desk, upload, "edit_milestone", fact=fact, at="0", stage="started", due_text="2027年3月",
        due_on="2027-03-31", due_precision="month", quote=TOLD,
    )  # fmt: skip
    commit_upload(upload=Upload.objects.get(pk=upload.pk), by=editor)
    assert promised() == [ALL[0], ALL[2]]


def test_a_struck_or_changed_stage_counts_against_the_machine(upload: Upload) -> None:
    machine, fact = upload.document, bridge(upload)["id"]
    told = [each for each in verdicts(machine, machine) if each.kind == "milestone"]
    assert [each.stood for each in told] == [True, True]
    struck = edit(machine, "drop_milestone", {"fact": fact, "at": "0"})
    told = [each for each in verdicts(machine, struck) if each.kind == "milestone"]
    assert [each.stood for each in told] == [False, True]
    dropped = edit(machine, "drop_fact", {"fact": fact})
    assert not any(e.stood for e in verdicts(machine, dropped) if e.kind == "milestone")


def test_readers_see_the_stages_in_order_each_with_its_sentence(
    client: Client, editor: Any, upload: Upload
) -> None:
    commit_upload(upload=upload, by=editor)
    article = Article.objects.get()
    workflow.submit_article(article=article, by=editor)
    article.refresh_from_db()
    workflow.publish_article(article=article, by=person_of("编辑"))
    project = Project.objects.get()
    assert project.next_due_on == date(2027, 3, 31)
    page = client.get(project.get_absolute_url()).content.decode()
    promises = page[page.index('<ol class="promises">') :].replace("<wbr>", "")
    told = [promises.index(f"<h3>{each}") for each in ("开工", "合龙", "建成通车")]
    assert told == sorted(told)
    for target in Target.objects.all():
        assert f'href="{target.evidence.get_absolute_url()}"' in promises


def test_a_stage_that_the_page_promises_as_a_target_is_not_entered_twice(
    desk: Client, editor: Any, upload: Upload
) -> None:
    article = upload.document["articles"][0]["id"]
    do(
        desk, upload, "add_fact", article=article, kind="target", indicator="大桥开工", quote=TOLD,
        project="青石河大桥", stage="started", due_text="2027年3月", due_on="2027-03-31",
    )  # fmt: skip
    commit_upload(upload=Upload.objects.get(pk=upload.pk), by=editor)
    assert promised() == ALL


TOWERS = """香乐乡建烘干设施

本报讯 {name}2027年3月开机，往后粮食不愁潮。

杜家庄乡建烘干设施

本报讯 {name}2027年3月开机，往后玉米不愁潮。
"""


@pytest.mark.parametrize(("name", "count"), [("烘干塔", 2), ("薛贤烘干塔", 1)])
def test_what_another_article_promises_of_a_thing_of_the_kind_is_another_promise(
    desk: Client, editor: Any, name: str, count: int
) -> None:
    upload = receive(editor, TOWERS.format(name=name))
    for each in upload.document["facts"]:
        do(desk, upload, "drop_fact", fact=each["id"])
    due = {"stage": "operating", "due_text": "2027年3月", "due_on": "2027-03-31"}
    said = f"本报讯 {name}2027年3月开机，往后{{}}不愁潮。".format
    add = {"article": "a1", "kind": "project", "name": name, "quote": said("粮食")}
    do(desk, upload, "add_fact", **add)
    fact = bridge(upload)["id"]
    do(desk, upload, "edit_milestone", fact=fact, at="0", quote=said("粮食"), **due)
    add = {"article": "a2", "kind": "target", "indicator": "开机", "project": name}
    do(desk, upload, "add_fact", quote=said("玉米"), **add, **due)
    commit_upload(upload=Upload.objects.get(pk=upload.pk), by=editor)
    assert Target.objects.filter(stage="operating").count() == count
