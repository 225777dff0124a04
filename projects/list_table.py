"""The list of projects as a table to take away: a project a row, with its total and its nearest
promise, each beside the sentence that says it.

It is made from the lines of the page, so that it never tells what the list does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone
from tablib import Dataset

from articles.linked_data import absolute
from projects import presenting
from projects.filters import Row
from projects.models import Evidence, Investment, Target
from projects.open_data import plain_number

COLUMNS = (
    *("项目", "牵头部门", "地点", "行业", "阶段"),
    *("总投资", "限定词", "总投资（元）", "总投资上限（元）", "总投资原句", "总投资网址"),
    *("承诺", "期限", "期限说法", "现状", "承诺原句", "承诺网址"),
    *("最近见报", "网址"),
)


def table_of(rows: Iterable[Row], lines: Iterable[dict[str, Any]]) -> Dataset:
    """The rows of the list, each with its line of the page: one query, however many there are."""
    both = list(zip(rows, lines, strict=True))
    promises = [line["target"] for _, line in both if line["target"]]
    prefetch_related_objects(promises, "evidence")
    table = Dataset(headers=COLUMNS, title="项目账本")
    for row, line in both:
        cells = {**_about(row), **_total(line["said"]), **_promise(line)}
        table.append([cells.get(column, "") for column in COLUMNS])
    return table


def _about(row: Row) -> dict[str, Any]:
    return {
        "项目": row.name,
        "牵头部门": row.lead_name,
        "地点": row.place,
        "行业": row.sector_name,
        "阶段": presenting.STAGES.get(row.stage, ""),
        "最近见报": timezone.localdate(row.reported).isoformat(),
        "网址": absolute(row.project.get_absolute_url()),
    }


def _total(said: Investment | None) -> dict[str, Any]:
    if said is None:
        return {}
    return {
        "总投资": str(presenting.figure_of(said)),
        "限定词": presenting.COMPARATORS[said.comparator],
        "总投资（元）": plain_number(said.amount),
        "总投资上限（元）": plain_number(said.amount_to),
        **_source("总投资", said.evidence),
    }


def _promise(line: dict[str, Any]) -> dict[str, Any]:
    target: Target | None = line["target"]
    if target is None:
        return {}
    return {
        "承诺": presenting.title_of(target),
        "期限": target.due_on.isoformat() if target.due_on else "",
        "期限说法": presenting.due_words(target),
        "现状": presenting.STANDINGS[line["standing"]],
        **_source("承诺", target.evidence),
    }


def _source(what: str, evidence: Evidence) -> dict[str, str]:
    return {f"{what}原句": evidence.exact, f"{what}网址": absolute(evidence.get_absolute_url())}
