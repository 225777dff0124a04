"""Which projects of a page the ledger has already, asked anew whenever the page is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Q

from chinese.printed import printed_key
from ingest.desk.certainty import Candidate, why_uncertain
from ingest.desk.draft import Doc
from projects.models import Investment, Project


def as_the_ledger_has_it(doc: Doc) -> Doc:
    """The document with every project that nobody has decided on matched to the ledger of now.

    The desk shows it so and the commit brings it in so: what is called new is made new. A name is
    enough where nothing speaks against it; else the project is new, and those that it may be are
    shown.
    """
    open_ones = [each for each in doc["facts"] if is_undecided(each)]
    if not open_ones:
        return doc
    known = printed_so({each["name"] for each in open_ones})
    matched = {each["id"]: _matched(each, known) for each in open_ones}
    names = _names(each["key"] for fact in matched.values() for each in _likely(fact))
    facts = [
        _called_as_in_the_ledger(matched[each["id"]], names) if each["id"] in matched else each
        for each in doc["facts"]
    ]
    return {**doc, "facts": facts}


def _likely(fact: Doc) -> list[Doc]:
    found: list[Doc] = fact.get("similar") or []
    return found


def _names(uids: Iterable[str]) -> dict[str, str]:
    """The names of the projects that are in the ledger still."""
    wanted = set(uids)
    if not wanted:
        return {}
    found = Project.objects.filter(uid__in=wanted).values_list("uid", "name")
    return {str(uid): name for uid, name in found}


def _called_as_in_the_ledger(fact: Doc, names: dict[str, str]) -> Doc:
    """The fact with every likely project once, the likest first, under its own name; `printed` is
    the one that the likeness is to."""
    once: dict[str, Doc] = {}
    for each in _likely(fact):
        once.setdefault(each["key"], each)
    likely = [
        {**each, "name": names[key], "printed": each.get("printed", each["name"])}
        for key, each in once.items()
        if key in names
    ]
    return {**fact, "similar": likely}


def is_undecided(fact: Doc) -> bool:
    return fact["kind"] == "project" and not fact.get("decided")


def printed_so(names: Iterable[str]) -> dict[str, list[Candidate]]:
    """The projects that are printed under these names, by the key of the name: two queries."""
    keys = {printed_key(name): name for name in names}
    rows = (
        Project.objects.filter(Q(aliases__key__in=keys) | Q(name__in=keys.values()))
        .order_by("pk")
        .values_list("pk", "uid", "name", "place", "aliases__key")
    )
    found: dict[str, dict[int, tuple[str, str, str]]] = {}
    for pk, uid, name, place, alias in rows:
        for key in {printed_key(name), alias} & keys.keys():
            found.setdefault(key, {})[pk] = (str(uid), name, place)
    totals = totals_of({pk for each in found.values() for pk in each})
    return {
        key: [Candidate(*said, totals.get(pk, ())) for pk, said in each.items()]
        for key, each in found.items()
    }


def totals_of(projects: set[int]) -> dict[int, list[Decimal]]:
    """All total sums ever told of each project alone or with others, the newest first."""
    totals: dict[int, list[Decimal]] = {}
    if projects:
        rows = Investment.objects.filter(
            projects__in=projects, measure=Investment.Measure.TOTAL, amount__isnull=False
        ).order_by("-evidence__article__published_at", "-pk")
        for pk, amount in rows.values_list("projects", "amount"):
            if pk is not None and amount is not None:
                totals.setdefault(pk, []).append(amount)
    return totals


def _matched(fact: Doc, known: dict[str, list[Candidate]]) -> Doc:
    same = known.get(printed_key(fact["name"]), [])
    if fact["match"] and fact["match"] not in [each.uid for each in same]:
        return fact  # a person chose a project of another name
    reasons = [why_uncertain(fact, each) for each in same]
    if reasons == [None]:
        return {**fact, "match": same[0].uid, "similar": []}
    likely = [each for each in fact.get("similar") or () if not each.get("why")]
    shown = [
        {
            "name": each.name,
            "key": each.uid,
            "likeness": 1.0,
            "place": each.place,
            **(reason or {"why": "several"}),
        }
        for each, reason in zip(same, reasons, strict=True)
    ]
    return {**fact, "match": None, "similar": [*shown, *likely]}
