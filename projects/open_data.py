"""The ledger of one project as a table to take away: what its page says, a fact a row.

It is made from the dossier, so that a table never tells what the page does not: of a withdrawn
article it has date and amount alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tablib import Dataset

from articles.linked_data import absolute
from articles.models import Article
from projects import presenting
from projects.days import printed_on, reached_on
from projects.dossier import Dossier, MoneyRow
from projects.models import Evidence, Progress
from projects.promise_rows import PromiseRow

COLUMNS = (
    *("项目", "类别", "见报日期", "事项", "说法", "限定词", "数值", "数值上限", "单位"),
    *("截至", "期限", "期限说法", "现状", "现状日期", "说明"),
    *("原句", "稿件", "期版", "网址", "结果原句", "结果网址", "编号"),
)
WITHDRAWN, CORRECTED = "来源已撤", "来源已更正"


def table_of(dossier: Dossier) -> Dataset:
    """Every sum, promise and report of the project, each with its sentence and its address where
    readers may see them (`_gone` says what stays where they may not)."""
    table = Dataset(headers=COLUMNS, title="账本")
    for row in _rows(dossier):
        cells = {"项目": dossier.project.name, **row}
        table.append([cells.get(column, "") for column in COLUMNS])
    return table


def _rows(dossier: Dossier) -> Iterator[dict[str, Any]]:
    yield from (_sum(row) for row in dossier.money)
    yield from (_promise(row) for row in dossier.promises)
    promised: dict[int | None, str] = {
        row.fact.pk: row.title for row in dossier.promises if row.quotes
    }
    for report in sorted(dossier.reports, key=reached_on):
        yield _report(report, promised.get(report.target_id, ""))


def _sum(row: MoneyRow) -> dict[str, Any]:
    fact = row.fact
    return {
        "类别": "投资",
        "见报日期": row.day.isoformat(),
        "事项": row.label,
        "说法": str(row.figure),
        "限定词": presenting.COMPARATORS[fact.comparator],
        "数值": plain_number(fact.amount),
        "数值上限": plain_number(fact.amount_to),
        "单位": "元" if fact.amount is not None else "",
        "截至": fact.as_of.isoformat() if fact.as_of and row.evidence else "",
        "说明": row.change,
        "编号": str(fact.uid),
        **(_source(row.evidence) if row.evidence else _gone(row.corrected)),
    }


def _promise(row: PromiseRow) -> dict[str, Any]:
    fact = row.fact
    said = {
        "类别": "承诺",
        "见报日期": printed_on(fact.evidence.article).isoformat(),
        "事项": row.title,
        "数值": plain_number(fact.value),
        "单位": fact.unit,
        "期限": fact.due_on.isoformat() if fact.due_on else "",
        "期限说法": row.due,
        "编号": str(fact.uid),
    }
    if not row.quotes:
        return said | _gone(row.corrected)
    return said | _source(fact.evidence) | _outcome(row)


def _outcome(row: PromiseRow) -> dict[str, Any]:
    """What became of the promise, with the sentence that says so where it may be shown."""
    settled = row.standing not in presenting.WAITING and row.fact.outcome_on
    told = row.fact.outcome_evidence if settled else None
    told = told if told in row.quotes else None
    return {
        "说法": row.fact.printed,
        "限定词": presenting.COMPARATORS[row.fact.comparator],
        "现状": presenting.STANDINGS[row.standing],
        "现状日期": settled.isoformat() if settled else "",
        "说明": "，".join(filter(None, (row.result, row.note))),
        "结果原句": told.exact if told else "",
        "结果网址": absolute(told.get_absolute_url()) if told else "",
    }


def _report(fact: Progress, promised: str) -> dict[str, Any]:
    """A stage that was reached, or what was reported of a promise."""
    return {
        "类别": "进度",
        "见报日期": printed_on(fact.evidence.article).isoformat(),
        "事项": presenting.STAGES[fact.stage] if fact.stage else promised,
        "数值": plain_number(fact.value),
        "单位": fact.unit,
        "截至": reached_on(fact).isoformat(),
        "说明": fact.note,
        "编号": str(fact.uid),
        **_source(fact.evidence),
    }


def _source(evidence: Evidence) -> dict[str, Any]:
    return {
        "原句": evidence.exact,
        "稿件": evidence.article.headline,
        "期版": presenting.source_words(evidence.article),
        "网址": absolute(evidence.get_absolute_url()),
    }


def _gone(corrected: Article | None) -> dict[str, Any]:
    """Of a corrected sentence the article stays, of a withdrawn article nothing."""
    if corrected is None:
        return {"现状": WITHDRAWN}
    address = absolute(corrected.get_absolute_url())
    return {"现状": CORRECTED, "稿件": corrected.headline, "网址": address}


def plain_number(value: Decimal | None) -> int | float | str:
    """A number that a table reckons with: whole where it is whole."""
    if value is None:
        return ""
    return int(value) if value == value.to_integral_value() else float(value)
