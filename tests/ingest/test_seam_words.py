"""Why pieces were joined is said in the language of the desk, and in Chinese as it was found."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from ingest.doubt_words import sentence
from ingest.ordering import reasons
from ingest.seam_words import seam_words

FOUND = [
    "接“，二十年不再”成句，在下一栏中间",
    "接“池。截至”成词“雨水收集池”，“雨水收集池”在本版另处也有，就是下一段",
    "“（葛连城）”后接“二期工程”，引号、括号正好合上，隔着标题",
    "接“的水”成句，“的水”不像一段的开头，两段说的是同一件事，排在前面较远处",
    "没有别的接法",
    "另一处“池”也能成词“蓄水池”",
    "另一处“，还要”也能成句",
]


@pytest.mark.parametrize("reason", FOUND)
def test_the_english_desk_reads_no_chinese_but_what_was_printed(reason: str) -> None:
    with override("en"):
        said = seam_words(reason)
    printed = [part.split("”")[0] for part in reason.split("“")[1:]]
    for words in printed:
        said = said.replace(f"“{words}”", "")
    assert said.isascii(), said
    assert said


@pytest.mark.parametrize("reason", FOUND)
def test_the_chinese_desk_reads_what_was_found(reason: str) -> None:
    with override("zh-hans"):
        assert seam_words(reason) == reason


def test_every_place_that_a_seam_can_name_is_known() -> None:
    with override("en"):
        for words in reasons._POSITIONS.values():
            assert seam_words(words).isascii(), words


def test_a_quote_that_was_cut_among_the_printed_words_does_no_harm() -> None:
    with override("en"):
        said = seam_words("接“说：“好”，他”成句，就是下一段")
    assert said == "with “说：“好”，他” it makes a sentence, it is the next paragraph"


def test_other_words_stay_as_they_are() -> None:
    with override("en"):
        assert seam_words("人接的") == "人接的"
        assert seam_words("就是下一段，人接的") == "it is the next paragraph, 人接的"


def test_the_doubt_says_it_too() -> None:
    doubt = {"kind": "join", "text": "就是下一段", "other": "不再|开膛"}
    with override("en"):
        assert sentence(doubt) == "“不再|开膛”: it is the next paragraph"
