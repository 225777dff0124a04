"""Who and what a printed name is: the record that people chose, the one printed so, or new."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from articles.models import Section
from chinese.slugs import slug
from departments.models import Alias, Department
from ingest.desk.certainty import is_bare
from ingest.desk.common import Values
from ingest.desk.draft import Doc
from ingest.messages import IngestError, NoSectionError
from ingest.models import Upload
from projects.models import Project, ProjectAlias, Sector

UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)


@dataclass
class Import:
    """One commit under way: its upload and the rows it has made."""

    upload: Upload
    by: User
    made: list[models.Model] = field(default_factory=list)
    departments: dict[str, Department] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)
    # The same projects under the names that an article prints for them, and that the page does.
    named: dict[tuple[str | None, str], Project] = field(default_factory=dict)

    def keep(self, *rows: models.Model) -> None:
        self.made += rows

    def project_named(self, name: str, article: str) -> Project | None:
        """The project that a promise in an article calls by its name."""
        return self.named.get((article, name)) or self.named.get((None, name))

    @property
    def date(self) -> date:
        return self.upload.issue_date


def with_matches(action: str, values: Values) -> Values:
    """The values of a step with the record that a person named found, or a refusal.

    A project is chosen by its uid or by a printed name, a department by a printed name.
    """
    wanted = str(values.get("match") or "").strip()
    if not wanted:
        return values
    if action in ("edit_fact", "decide_project"):
        return {**values, "match": str(_chosen_project(wanted).uid)}
    if action in ("match_department", "add_department"):
        found = Department.objects.by_printed_name(wanted)
        if found is None:
            raise IngestError(_("There is no department printed as “{}”.").format(wanted))
        return {**values, "match": found.name}
    return values


def _chosen_project(wanted: str) -> Project:
    if UID.fullmatch(wanted):
        found = list(Project.objects.filter(uid=wanted))
    else:
        found = list(Project.objects.by_printed_name(wanted)[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise IngestError(_("More than one project is printed as “{}”.").format(wanted))
    raise IngestError(_("There is no project printed as “{}”.").format(wanted))


def section_names() -> list[str]:
    return list(Section.objects.values_list("name", flat=True))


def without_section(doc: Doc, names: Sequence[str]) -> list[Doc]:
    """The articles that have no section yet, or one that is gone. Where the paper has but one,
    there is nothing to ask."""
    if len(names) < 2:
        return []
    return [each for each in doc["articles"] if each["section"] not in names]


def with_questions(doc: Doc, names: Sequence[str]) -> Doc:
    """The document whose articles say `unplaced` where somebody has to choose their section."""
    asked = {each["id"] for each in without_section(doc, names)}
    return {
        **doc,
        "articles": [{**each, "unplaced": each["id"] in asked} for each in doc["articles"]],
    }


def placed(doc: Doc, section: str) -> Doc:
    """The document whose articles without a section come into the one that was chosen for them.

    Raises `NoSectionError` where none was: nothing gets among the top news without a word.
    """
    names = section_names()
    lost = without_section(doc, names)
    if lost and section not in names:
        raise NoSectionError([each["headline"] for each in lost])
    asked = {each["id"] for each in lost}
    articles = [
        {**each, "section": section} if each["id"] in asked else each for each in doc["articles"]
    ]
    return {**doc, "articles": articles}


def section_of(name: str | None) -> Section:
    """The section of that name, or the only one."""
    section = Section.objects.filter(name=name or "").first() or Section.objects.first()
    if section is None:
        raise IngestError(_("There is no section yet: make one first."))
    return section


def department_of(running: Import, given: Doc) -> Department:
    """The department that people chose, the one printed so, or a new one under that name."""
    printed, match = given["printed"], given.get("match")
    key = match or printed
    if key not in running.departments:
        found = Department.objects.filter(name=match).first() if match else None
        found = found or Department.objects.by_printed_name(printed)
        running.departments[key] = found or _new_department(running, printed)
    chosen = running.departments[key]
    if match and printed != chosen.name and not Department.objects.by_printed_name(printed):
        running.keep(Alias.objects.create(department=chosen, name=printed))
    return chosen


def _new_department(running: Import, name: str) -> Department:
    made = Department(name=name, slug=_free_slug(name), kind=Department.Kind.OTHER)
    _clean(made)
    made.save()
    running.keep(made)
    return made


def _free_slug(name: str) -> str:
    wanted = slug(name) or "department"
    taken = set(Department.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (wanted, *numbered) if each not in taken)


def project_of(running: Import, fact: Doc) -> Project:
    """The project that people chose or that is surely the same, else a new one.

    Two articles of a page that tell of one name tell of one project, but each of its own 烘干塔.
    """
    name = fact["name"]
    home = f"{fact['article']} " if is_bare(name) else ""
    key = fact.get("match") or home + name
    if key not in running.projects:
        running.projects[key] = _chosen(fact) or _new_project(running, fact)
    chosen = running.projects[key]
    running.named[fact["article"], name] = chosen
    running.named.setdefault((None, name), chosen)
    if fact["name"] != chosen.name and not chosen.aliases.filter(name=fact["name"]).exists():
        running.keep(ProjectAlias.objects.create(project=chosen, name=fact["name"]))
    return chosen


def _chosen(fact: Doc) -> Project | None:
    """The project that a fact is matched to. One that was merged since is found by its name."""
    if not fact.get("match"):
        return None
    if found := Project.objects.filter(uid=fact["match"]).first():
        return found
    same = list(Project.objects.by_printed_name(fact["name"])[:2])
    if len(same) != 1:
        raise IngestError(
            _("The project chosen for “{}” is not in the ledger any more. Choose again.").format(
                fact["name"]
            )
        )
    return same[0]


def _new_project(running: Import, fact: Doc) -> Project:
    lead = Department.objects.by_printed_name(fact["department"]) if fact["department"] else None
    made = Project(
        name=fact["name"],
        place=fact["place"] or "",
        sector=Sector.objects.filter(code=fact["sector"]).first() if fact["sector"] else None,
        lead=lead,
    )
    _clean(made)
    made.save()
    running.keep(made)
    return made


def _clean(made: Department | Project) -> None:
    """Raises `IngestError` that names the record and what is wrong with it."""
    try:
        made.full_clean(exclude=["identifiers"] if isinstance(made, Project) else None)
    except ValidationError as error:
        raise IngestError(f"“{made}”: {' '.join(error.messages)}") from error
