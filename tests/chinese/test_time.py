"""No text, however hostile, holds a reader up: time grows with length and stays small."""

import gc
import random
import time
from collections.abc import Callable
from datetime import date

import pytest

from chinese.dates import find_dates
from chinese.money import find_money
from chinese.quantities import find_quantities

LENGTH = 100_000
READERS: dict[str, Callable[[str], object]] = {
    "money": find_money,
    "quantities": find_quantities,
    "dates": lambda text: find_dates(text, date(2023, 2, 10)),
}
# The promise is a second for 100,000 characters on a quiet machine. Processor time is taken and a
# second try given, so that other programs count little; the rest is room for a slower machine.
ROOM = {"money": 2, "quantities": 2, "dates": 2}


def _row(unit: str) -> str:
    return (unit * (LENGTH // len(unit) + 1))[:LENGTH]


def _mixed(alphabet: str) -> str:
    choose = random.Random(8)
    return "".join(choose.choice(alphabet) for _ in range(LENGTH))


HOSTILE = {
    "brackets": "(" * (LENGTH // 2) + ")" * (LENGTH // 2),
    "quotes": _row("“"),
    "digits": _row("9"),
    "numerals": _row("三"),
    "亿亿亿": _row("亿"),
    "千百": _row("千百"),
    "年年年": _row("年"),
    "月月月": _row("月"),
    "、、、": _row("、"),
    "dots": _row("1."),
    "commas": _row("1,"),
    "codes": _row("G1·2+"),
    "blanks": _row("1 "),
    "line ends": _row("1\n"),
    "sums": _row("总投资1亿元"),
    "sums alone": _row("长3米,11亿元,"),
    "sums of a thing": _row("11亿元的厂,"),
    "parts of a whole": _row("其中中央资金1亿元,"),
    "cells": _row("桥|11亿元|9月|"),
    "rows": _row("桥 11亿元 开工\n"),
    "signs": _row("3!5亿元"),
    "holes": _row("□3亿元"),
    "nested titles": _row("《2023年"),
    "tasks": _row("今年的目标"),
    "stretches": _row("从5月1日到5月5日"),
    "forecasts": _row("天气预报5月1日"),
    "ranges": _row("1亿至"),
    "bounds": _row("约约约1亿元以上"),
    "counts": _row("1个"),
    "articles": _row("一个"),
    "spoken": _row("1块"),
    "rates": _row("年产1吨"),
    "lists": _row("分别1吨、"),
    "shares": _row("百分之一"),
    "years": _row("2023年"),
    "this year": _row("今年"),
    "months": _row("1月1日"),
    "festivals": _row("春节前"),
    "ahead": "2030年" + _row("6月前"),
    "no punctuation": _row("建设城乡居民文化体育设施工程持续推进完成投资1亿元"),
    "mixed figures": _mixed("0123456789.,万亿元年月一二三十百千余多至约、"),
    "mixed dates": _mixed("今明年底月前十五“”上下半季度春节国庆内"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long(name: str) -> None:
    """Each of the three alone; quantities share the walk over the figures with money."""
    for reader, read in READERS.items():
        seconds = _seconds(read, HOSTILE[name])
        if seconds > ROOM[reader]:
            seconds = _seconds(read, HOSTILE[name])
        assert seconds < ROOM[reader], reader


def _seconds(read: Callable[[str], object], text: str) -> float:
    gc.collect()
    started = time.process_time()
    read(text)
    return time.process_time() - started
