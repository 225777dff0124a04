"""A file whose characters were spoilt before it came here is refused, with how many and where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from benchmarks.pages.corpus import FOLDER
from ingest.garbled import GarbledTextError, refuse_garbled
from ingest.models import Upload
from tests.conftest import ROOT
from tests.ingest.uploads import PAGE, person_of, send, signed_in

LOST = PAGE.encode("gb18030").decode("utf-8", "replace")
KUN = LOST.encode().decode("gb18030", "ignore")
LATIN = PAGE.encode().decode("latin-1")
WINDOWS = PAGE.encode().decode("cp1252", "ignore")
GB_AS_LATIN = PAGE.encode("gb18030").decode("latin-1")
AS_GB = PAGE.encode().decode("gb18030", "replace").replace("\ufffd", "?")


def refusal(text: str) -> GarbledTextError:
    with pytest.raises(GarbledTextError) as caught:
        refuse_garbled(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (LOST, "lost"),
        (KUN, "lost"),
        (LATIN, "misread"),
        (WINDOWS, "misread"),
        (GB_AS_LATIN, "misread"),
        (AS_GB, "misread"),
        (PAGE * 3 + "\n" + LATIN, "misread"),
    ],
)
def test_spoilt_text_is_refused(text: str, kind: str) -> None:
    assert refusal(text).kind == kind


def test_the_refusal_counts_the_lost_characters_and_finds_the_first() -> None:
    error = refusal(PAGE + "\n渠口镇\ufffd\ufffd闸合龙，村民\ufffd\ufffd\ufffd\ufffd。")
    assert (error.count, error.where.line) == (6, PAGE.count("\n") + 2)
    error = refusal(PAGE + "\n锟斤拷渠口镇锟斤拷")
    assert (error.count, error.where.line) == (6, PAGE.count("\n") + 2)


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        PAGE + "一个字没有认出来：\ufffd。",
        PAGE * 30 + "\ufffd\ufffd\ufffd\ufffd",
        PAGE + "“锟斤拷”是网上常见的乱码。",
        PAGE + "……————“”‘’××××·····℃±÷°§",
        PAGE + "Café Müller、Škoda、naïve、José Ångström 参展。",
        PAGE + "1号线、2号线；①②③ⅠⅡⅢ㎡™©®",
        "南环路通车" + "•" * 12 + "2版\n\n" + PAGE,
        "–" * 20 + "\n\n" + PAGE,
        "‹‹‹››››" + "\n\n" + PAGE,
        PAGE + "†††††",
        PAGE + "›››››››",
        PAGE + "‡•‡•‡•‡•–––",
        PAGE + "Ⅰ、Ⅱ “”‘’——……••••••",
    ],
)
def test_sound_text_is_read(text: str) -> None:
    refuse_garbled(text)


def test_no_page_that_we_have_is_taken_for_spoilt() -> None:
    files = [*FOLDER.glob("*.txt"), *(ROOT / "fixtures" / "uploads").glob("*.txt")]
    assert len(files) > 300
    for path in files:
        refuse_garbled(path.read_text("utf-8-sig"))


def test_the_real_page_is_sound(seed: Path) -> None:
    for path in seed.glob("*.txt"):
        refuse_garbled(path.read_text("utf-8-sig"))


@pytest.mark.django_db
def test_the_form_says_what_is_wrong_in_chinese() -> None:
    client = signed_in(person_of("编辑"))
    with translation.override("zh-hans"):
        page = send(client, LOST.encode())
        lost: Any = refusal(LOST)
        assert page.status_code == 422
        assert f"文件里有{lost.count}个字已经损坏（显示为�或“锟斤拷”）" in page.content.decode()
        assert f"第一个在第{lost.where.line}行" in page.content.decode()
        page = send(client, LATIN.encode()).content.decode()
        assert "是乱码：文件存错了编码" in page
    assert not Upload.objects.exists()


@pytest.mark.django_db
def test_a_lost_character_or_two_are_told_and_read() -> None:
    client = signed_in(person_of("编辑"))
    with translation.override("zh-hans"):
        sent = send(client, (PAGE + "\n渠口镇的水\ufffd合龙。").encode())
        page = client.get(sent["Location"]).content.decode()
    assert "有1个字已经损坏（�），第一个在原文第6块" in page
