"""Numbers, money, search terms, line breaks and addresses: what the other rooms rely on."""

from decimal import Decimal

import pytest

from chinese.bigrams import query_terms, terms
from chinese.folding import fold
from chinese.money import CURRENCIES, money_text, split_money
from chinese.numerals import number
from chinese.slugs import slug
from chinese.wordlists import words
from chinese.words import headline_words


@pytest.mark.parametrize(
    ("yuan", "text"),
    [
        ("130000000", "1.3亿元"),
        ("20000000", "2000万元"),
        ("1230000000.00", "12.3亿元"),
        ("85000", "8.5万元"),
        ("860", "860元"),
        ("0", "0元"),
        ("1200000000000", "1.2万亿元"),
        ("123456.78", "123456.78元"),
        ("-50000000", "-5000万元"),
    ],
)
def test_money_is_said_as_in_print(yuan: str, text: str) -> None:
    assert money_text(Decimal(yuan)) == text
    assert "".join(split_money(Decimal(yuan))) == text


def test_every_foreign_currency_has_its_code() -> None:
    assert set(words("units", "foreign")) == set(CURRENCIES)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1亿2000万", 120_000_000),
        ("三千二百万", 32_000_000),
        ("两亿五千万", 250_000_000),
        ("3千2百万", 32_000_000),
        ("叁佰万", 3_000_000),
        ("二百零五", 205),
        ("三万五", 35_000),
        ("1.2万亿", 1_200_000_000_000),
        ("12,345,678", 12_345_678),
        ("十五", 15),
    ],
)
def test_numbers_are_read_in_every_form(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["3..5亿", "亿亿亿", "三四百", "1亿2000", "万", "3亿亿", "", "百"])
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert number(text) is None


def test_a_word_in_mid_sentence_is_found_by_its_terms() -> None:
    printed = terms("今年推动牛肉制品生产基地建设")
    assert set(query_terms("肉制品")) <= set(printed)
    assert any(term.startswith("设") for term in printed)


def test_a_headline_breaks_between_words_and_never_before_punctuation() -> None:
    words = headline_words("总投资1.3亿元，“牛肉”基地开工！")
    assert "".join(words) == "总投资1.3亿元，“牛肉”基地开工！"
    assert all(word[0] not in "，。！”" for word in words)
    assert any("1.3亿元" in word for word in words)


def test_addresses_are_pinyin() -> None:
    assert slug("城西街道") == "chengxi-jiedao"
    assert slug("？！") == ""
    assert len(slug("很长的名字" * 40)) <= 80


def test_folding_tells_where_each_character_stood() -> None:
    folded = fold("总投资 １６．５\n亿元，年底")
    assert folded.text == "总投资16.5亿元,年底"
    place = folded.text.index("16.5")
    assert folded.printed(place, place + 6) == "１６．５\n亿元"
