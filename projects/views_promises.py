"""The page of promises: the year's account, or the list of what was chosen."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.stamp import kept, stamp_of
from projects.models import Progress, Target
from projects.presenting import number_words
from projects.promises import Promise, PromiseFilter, all_promises, by_department, months

BESIDE = 5


def promises(request: HttpRequest) -> HttpResponse:
    """What was promised, what came of it, what falls due: chosen by the address alone."""
    every = kept("promises", stamp_of(request), all_promises)
    chosen = PromiseFilter(request.GET, every)
    if chosen.is_list:
        shown, onward = chosen.page()
        more = {"onward": onward, "start": chosen.address() if chosen.after else ""}
        return _page(request, chosen, [("", shown, "")], shown, **more)
    overdue = [each for each in every if each.standing == "overdue"]
    soon = [each for each in every if each.standing == "due_soon"]
    columns = [
        ("逾期最久", overdue[:BESIDE], _all(chosen, "overdue", overdue)),
        ("三十天内到期", soon[:BESIDE], _all(chosen, "due_soon", soon)),
    ]
    calendar = months(chosen.of_the_year, chosen.shown_year, chosen.today)
    return _page(
        request,
        chosen,
        columns,
        overdue[:BESIDE] + soon[:BESIDE],
        months=calendar if any(month.promises for month in calendar) else [],
        departments=by_department(chosen.due),
    )


def _all(chosen: PromiseFilter, standing: str, found: Sequence[Promise]) -> str:
    return chosen.address(year="", standing=standing) if len(found) > BESIDE else ""


def _page(
    request: HttpRequest,
    chosen: PromiseFilter,
    columns: list[tuple[str, list[Promise], str]],
    shown: Sequence[Promise],
    **more: object,
) -> HttpResponse:
    reported = _reported([each.target for each in shown])
    lists = [
        (title, [(each, reported.get(each.target.pk, "")) for each in part], address)
        for title, part, address in columns
    ]
    context = {"current": "promises", "filter": chosen, "lists": lists, **more}
    return render(request, "projects/promises.html", context)


def _reported(targets: Sequence[Target]) -> dict[int | None, str]:
    """What the paper last told of each, where it told a figure: 见报17家. One query."""
    told = Progress.objects.public().filter(target__in=targets, value__isnull=False)
    return {
        row.target_id: f"见报{number_words(row.value)}{row.unit}"
        for row in told.order_by("date", "id")
        if row.value is not None
    }
