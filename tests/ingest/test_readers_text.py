"""A text file is read whatever its encoding, and refused with a reason and a place."""

from __future__ import annotations

import codecs

import pytest

from ingest.readers.errors import ReadingError
from ingest.readers.text import read_text

TEXT = "本报讯 渠口镇的水闸昨天合龙,村民说:“今年浇地不愁了。”\n第二行。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("gb18030"), "gb18030"),
        ((TEXT + "䶮镕𠮷").encode("gb18030"), "gb18030"),
    ],
)
def test_every_encoding_of_the_trade_is_read(data: bytes, encoding: str):
    text, found = read_text(data)
    assert text.startswith(TEXT)
    assert found == encoding


def refusal(data: bytes, **options) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_text(data, **options)
    return caught.value


def test_an_empty_file_and_one_of_white_space_are_told_apart():
    assert refusal(b"").code == "empty"
    assert refusal(" \n\u3000\r\n\t".encode()).code == "blank"


def test_a_picture_called_txt_is_no_text():
    assert refusal(b"\x89PNG\r\n\x1a\n\x00\x00").code == "binary"
    assert refusal(b"%PDF-1.7 ...").code == "binary"
    error = refusal("第一行\n第\x00二行".encode())
    assert (error.code, error.where.line) == ("binary", 2)


def test_a_few_bytes_that_could_be_characters_are_no_text():
    assert refusal(b"\x01\x4e\x20\x00\x41\x00").code == "binary"


def test_a_file_over_the_limit_is_refused_with_the_limit():
    error = refusal(("字" * 100).encode(), limit=200)
    assert (error.code, error.where.limit) == ("too_large", 200)


def test_half_a_character_of_gb18030_is_refused_with_its_place():
    data = (TEXT + "\n末尾半个").encode("gb18030")[:-1]
    error = refusal(data)
    assert (error.code, error.where.line) == ("encoding", 3)
    assert error.where.offset == len((TEXT + "\n末尾半").encode("gb18030"))


def test_a_broken_byte_in_utf8_is_refused_with_its_place():
    good = (TEXT * 20).encode()
    at = len((TEXT * 3).encode())
    error = refusal(good[:at] + b"\xff" + good[at:])
    assert (error.code, error.where.offset, error.where.line) == ("encoding", at, 4)


def test_text_in_an_encoding_that_is_none_of_these_is_not_read_as_gibberish():
    assert refusal("日本語のテキストはここに置かれています。".encode("euc-jp")).code == "encoding"
    assert refusal("Größenmaße für Überträge äöü".encode("latin-1")).code == "encoding"
