"""A project in one sentence, for whoever is sent its link."""

from __future__ import annotations

from projects import presenting
from projects.dossier import Dossier


def in_short(dossier: Dossier) -> str:
    """What the newsroom wrote of it, else its sums and its next date as they were printed.

    总投资1.3亿元，累计完成4000万元；竣工2027年6月底前；报上说过3次。
    """
    if dossier.project.summary:
        return dossier.project.summary
    sums = [
        f"{word}{presenting.figure_of(row)}"
        for word, row in (("总投资", dossier.total), ("累计完成", dossier.done))
        if row
    ]
    due = dossier.next_due
    parts = ["，".join(sums), f"{due.indicator}{presenting.due_words(due)}" if due else ""]
    parts.append(f"相关报道{len(dossier.coverage)}篇")
    return "；".join(part for part in parts if part) + "。"
