"""What text costs that was made to hold a reader up: 100,000 characters of each kind.

    .venv/bin/python -m benchmarks.bench_hostile

Seconds of one processor for the readers of money, quantities and dates, each reader and text alone,
longest first; the promise is a second. That time grows no faster than the text is tested.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import date

from chinese.dates import find_dates
from chinese.money import find_money
from chinese.quantities import find_quantities

LENGTH = 100_000
SHOWN = 10
READERS: dict[str, Callable[[str], object]] = {
    "money": find_money,
    "quantities": find_quantities,
    "dates": lambda text: find_dates(text, date(2023, 2, 10)),
}


def _row(unit: str, before: str = "") -> Callable[[int], str]:
    return lambda length: before + (unit * (length // len(unit) + 1))[:length]


def _mixed(alphabet: str) -> Callable[[int], str]:
    def text(length: int) -> str:
        choose = random.Random(8)
        return "".join(choose.choice(alphabet) for _ in range(length))

    return text


HOSTILE: dict[str, Callable[[int], str]] = {
    "brackets": lambda length: "(" * (length // 2) + ")" * (length // 2),
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
    "ahead": _row("6月前", "2030年"),
    "no punctuation": _row("建设城乡居民文化体育设施工程持续推进完成投资1亿元"),
    "mixed figures": _mixed("0123456789.,万亿元年月一二三十百千余多至约、"),
    "mixed dates": _mixed("今明年底月前十五“”上下半季度春节国庆内"),
}


def seconds(read: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started


def main() -> None:
    # A full stop more for each reader: figures of a text are kept once they were read.
    taken = sorted(
        (
            (seconds(READERS[reader], HOSTILE[kind](LENGTH) + "。" * at), kind, reader)
            for kind in HOSTILE
            for at, reader in enumerate(READERS)
        ),
        reverse=True,
    )
    for spent, kind, reader in taken[:SHOWN]:
        print(f"{kind:<20}{reader:<12}{spent:6.2f}")


if __name__ == "__main__":
    main()
