"""An article that got its other half back is whole: its end, its writers, what the sentence says."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from articles.models import Article
from ingest.committing import commit_upload
from ingest.models import Upload
from ingest.reviewing import take_step
from projects.models import Project
from tests.ingest.uploads import do, receive

pytestmark = pytest.mark.django_db

# The end of the first article stands under the second one, as in the column beside it. Both speak of
# money and of a secretary, so that it is doubtful whose it is.
PAGE = """薛贤冷库封顶

本报讯 11月18日，薛贤冷库项目主体封顶。项目由县供销社牵头，设两层库房，可存梨三千吨，

村里修起放映厅

本报讯 北营村的放映厅修好了，村里投资三万元，冬天也能看电影。村党支部书记说，孩子们天天来。

总投资1.2亿元，明年3月底前投用。薛贤村党支部书记说，往后梨不愁卖。（李 明）
"""
WHOLE = "项目由县供销社牵头，设两层库房，可存梨三千吨，总投资1.2亿元，明年3月底前投用。"


@pytest.fixture(autouse=True)
def in_chinese() -> Any:
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def upload(editor: Any) -> Upload:
    return receive(editor, PAGE)


def now(upload: Upload) -> Any:
    return Upload.objects.get(pk=upload.pk).document


def first(upload: Upload) -> Any:
    return now(upload)["articles"][0]


def the_work(upload: Upload) -> Any:
    (found,) = [each for each in now(upload)["facts"] if each["kind"] == "project"]
    return found


def doubts_of(client: Client, upload: Upload) -> list[str]:
    return [each["kind"] for each in client.get(upload.get_desk_url()).context["desk"].doubts]


def join(client: Client, upload: Upload) -> None:
    do(client, upload, "accept_join", join="j1")


def test_a_missing_end_that_a_join_would_bring_is_one_doubt_not_two(
    desk: Client, upload: Upload
) -> None:
    assert first(upload)["missing"] == "end"
    kinds = doubts_of(desk, upload)
    assert ("join" in kinds, "missing" in kinds) == (True, False)


def test_an_end_that_is_left_apart_is_missing_indeed(desk: Client, upload: Upload) -> None:
    do(desk, upload, "split_join", join="j1")
    assert "missing" in doubts_of(desk, upload)


def test_the_end_is_there_and_its_signature_names_who_wrote_it(
    desk: Client, upload: Upload
) -> None:
    join(desk, upload)
    one, other = now(upload)["articles"]
    assert (one["missing"], one["byline"]) == ("", "李 明")
    assert (other["missing"], other["byline"]) == ("", "")
    assert "missing" not in doubts_of(desk, upload)


def test_what_the_whole_sentence_says_is_read(desk: Client, upload: Upload) -> None:
    before = the_work(upload)
    join(desk, upload)
    work = the_work(upload)
    assert work["id"] == before["id"]
    assert [each["text"] for each in work["investments"]] == ["1.2亿元"]
    promised = [(each["due_text"], each["stage"]) for each in (work, *work["milestones"])]
    assert ("明年3月底前", "operating") in promised
    assert work["investments"][0]["quote"] == WHOLE


def test_what_came_in_is_whole(desk: Client, editor: Any, upload: Upload) -> None:
    join(desk, upload)
    upload.refresh_from_db()
    commit_upload(upload=upload, by=editor)
    article = Article.objects.get(headline="薛贤冷库封顶")
    assert (article.missing, article.byline) == ("", "李 明")
    assert Project.objects.get().targets.get().due_on.isoformat() == "2027-03-31"


def test_the_way_back_takes_it_all_back(desk: Client, upload: Upload) -> None:
    before = now(upload)
    join(desk, upload)
    do(desk, upload, "undo")
    assert now(upload) == before


def test_what_is_split_again_is_read_as_two_paragraphs(desk: Client, upload: Upload) -> None:
    join(desk, upload)
    text = first(upload)["parts"][0]["text"]
    at = text.index("总投资")
    do(desk, upload, "split_part", part="p1", at=str(at))
    assert WHOLE not in [each["quote"] for each in the_work(upload)["investments"]]
    assert "quote" not in doubts_of(desk, upload)


def test_what_people_corrected_stays(desk: Client, upload: Upload) -> None:
    fact = the_work(upload)["id"]
    do(desk, upload, "edit_fact", fact=fact, name="薛贤梨库", stage="started")
    join(desk, upload)
    work = the_work(upload)
    assert (work["name"], work["stage"]) == ("薛贤梨库", "started")
    assert [each["text"] for each in work["investments"]] == ["1.2亿元"]


def test_a_sum_that_was_typed_stands_once(desk: Client, upload: Upload) -> None:
    fact = the_work(upload)["id"]
    do(desk, upload, "edit_fact", fact=fact, at="0", amount="1.2亿元", measure="total")
    join(desk, upload)
    assert [each["text"] for each in the_work(upload)["investments"]] == ["1.2亿元"]


def test_what_people_dropped_does_not_come_again(desk: Client, upload: Upload) -> None:
    do(desk, upload, "drop_fact", fact=the_work(upload)["id"])
    join(desk, upload)
    assert [each for each in now(upload)["facts"] if each["kind"] == "project"] == []


def test_a_byline_that_was_typed_stays(desk: Client, upload: Upload) -> None:
    do(desk, upload, "edit_article", article="a1", byline="张 三", missing="end")
    join(desk, upload)
    assert first(upload)["byline"] == "张 三"


def test_an_article_that_was_nothing_but_the_end_of_another_is_gone(
    desk: Client, upload: Upload
) -> None:
    """It would stand in the way of the commit: an article without a headline and without a text."""
    do(desk, upload, "new_article", part="p3")
    assert len(now(upload)["articles"]) == 3
    join(desk, upload)
    assert [each["headline"] for each in now(upload)["articles"]] == [
        "薛贤冷库封顶",
        "村里修起放映厅",
    ]


def test_paragraphs_that_are_joined_by_hand_are_read_anew_too(desk: Client, upload: Upload) -> None:
    do(desk, upload, "move_part", part="p3", to="a1")
    do(desk, upload, "join_part", part="p1")
    assert first(upload)["missing"] == ""
    assert [each["text"] for each in the_work(upload)["investments"]] == ["1.2亿元"]


def test_an_end_that_goes_to_an_article_of_its_own_is_missing_there(
    desk: Client, upload: Upload
) -> None:
    do(
        desk,
        upload,
        "split_part",
        part="p1",
        at=str(first(upload)["parts"][0]["text"].index("项目由")),
    )
    part = first(upload)["parts"][1]["id"]
    do(desk, upload, "new_article", part=part)
    one, made = now(upload)["articles"][:2]
    assert (one["missing"], made["missing"]) == ("", "end")


def test_an_end_left_to_another_join_is_no_doubt_of_its_own(desk: Client, upload: Upload) -> None:
    do(desk, upload, "edit_article", article="a1", missing="both")
    (doubt,) = [
        each
        for each in desk.get(upload.get_desk_url()).context["desk"].doubts
        if each["kind"] == "missing"
    ]
    assert doubt["sentence"] == "“薛贤冷库封顶”开头不在这个文件里"


def test_a_fault_of_the_reader_is_not_blamed_on_the_form(
    upload: Upload, editor: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise KeyError("停车")

    monkeypatch.setattr("ingest.reviewing.read_again", fail)
    part = first(upload)["parts"][-1]
    with pytest.raises(KeyError):
        take_step(
            upload=upload,
            revision=upload.revision,
            action="split_part",
            values={"part": part["id"], "at": "3"},
            by=editor,
        )
    assert now(upload) == upload.document
