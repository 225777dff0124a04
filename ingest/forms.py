"""The forms of the upload admin and of the facts on the desk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from articles.admin.widgets import OneLine
from articles.bounds import HIGHEST_NUMBER, MOST_PAGES, check_issue_day
from articles.models import Newspaper
from ingest.desk.draft import Doc, milestones_of
from ingest.messages import too_large
from ingest.models import Upload
from ingest.proposal import COMPARATORS
from projects.models import Investment, Sector, Stage, Target
from projects.models.facts import Precision

EMPTY = ("", "—")
TENSES = [
    EMPTY,
    ("planned", _("promised")),
    ("ongoing", _("under way")),
    ("done", _("reported as done")),
]
BODY_LABELS = [
    ("paragraph", _("Paragraph")),
    ("subhead", _("Subhead")),
    ("caption", _("Caption")),
    ("kicker", _("Kicker")),
    ("headline", _("Headline")),
    ("deck", _("Deck")),
    ("leftover", _("Leftover")),
]
ENDS = [
    ("", _("complete")),
    ("beginning", _("beginning missing")),
    ("end", _("end missing")),
    ("both", _("both ends missing")),
]


class DayField(forms.DateField):
    """A day typed or picked, always as 2026-12-31: dates of an issue are never guessed."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)
        self.error_messages["invalid"] = _("This is no date. Write it as 2026-12-31.")


class UploadForm(forms.ModelForm):
    """“Upload an issue”. The file is looked at by its bytes, never by its name."""

    issue_date = DayField(
        label=_("Issue date"), help_text=_("年底, 上半年 and the like are read against it.")
    )
    file = forms.FileField(label=_("File"), allow_empty_file=True)
    number = forms.IntegerField(
        label=_("Issue number"),
        required=False,
        min_value=1,
        max_value=HIGHEST_NUMBER,
        help_text=_("May stay open: it is taken from the page."),
    )
    page_number = forms.IntegerField(
        label=_("Page"),
        required=False,
        min_value=1,
        max_value=MOST_PAGES,
        help_text=_("May stay open: it is taken from the page."),
    )

    class Meta:
        model = Upload
        fields = ("file", "newspaper", "issue_date", "number", "page_number")

    def __init__(self, *args: Any, refused: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refused = refused
        self.fields["file"].help_text = _(
            "A text file (.txt) of one page, at most {characters} characters and {size} MB."
        ).format(
            characters=settings.UPLOAD_MAX_CHARACTERS,
            size=settings.UPLOAD_MAX_BYTES // (1024 * 1024),
        )
        self.fields["file"].widget.attrs["accept"] = ".txt,text/plain"
        if refused:
            self.fields["file"].error_messages["required"] = too_large(settings.UPLOAD_MAX_BYTES)
        if not self.is_bound and (paper := Newspaper.objects.of_the_site()):
            self.initial.setdefault("newspaper", paper.pk)

    def clean_issue_date(self) -> date:
        given: date = self.cleaned_data["issue_date"]
        check_issue_day(given)
        return given

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        if given.size > settings.UPLOAD_MAX_BYTES:
            raise forms.ValidationError(too_large(settings.UPLOAD_MAX_BYTES), code="too_large")
        return given

    def _post_clean(self) -> None:
        """The record is made by `receive_upload`, not by the form."""


class SumForm(forms.Form):
    """One sum, typed as it is printed."""

    amount = forms.CharField(
        label=_("Amount"), widget=forms.TextInput(attrs={"placeholder": "1.3亿元"})
    )
    measure = forms.ChoiceField(label=_("Of what"), choices=Investment.Measure.choices)


class _DueForm(forms.Form):
    stage = forms.ChoiceField(label=_("Stage"), choices=[EMPTY, *Stage.choices])
    due_text = forms.CharField(label=_("Due, as printed"))
    due_on = DayField(label=_("Due on"))


class MilestoneForm(_DueForm):
    """One promised stage beside the announced one, with its day and its sentence."""

    due_precision = forms.ChoiceField(label=_("Precision"), choices=Precision.choices)
    quote = forms.CharField(label=_("Sentence"), widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_new = is_new  # the blank one, for a stage that was missed

    @property
    def title(self) -> str:
        """The stage in words: 主体完工."""
        return str(dict(Stage.choices).get(self.initial.get("stage", ""), ""))


class ProjectForm(_DueForm):
    name = forms.CharField(label=_("Project name"), widget=OneLine)
    tense = forms.ChoiceField(label=_("Stage is"), choices=TENSES)
    sector = forms.ChoiceField(label=_("Sector"))
    department = forms.CharField(label=_("Lead department"))
    place = forms.CharField(label=_("Place"))
    field_order = ("name", "stage", "tense", "due_text", "due_on", "sector")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sectors = dict(Sector.objects.values_list("code", "name"))
        if own := self.initial.get("sector"):
            sectors.setdefault(own, own)
        choices = [EMPTY, *sectors.items()]
        self.fields["sector"].choices = choices  # type: ignore[attr-defined]


class TargetForm(_DueForm):
    indicator = forms.CharField(label=_("What is promised"), widget=OneLine)
    target_kind = forms.ChoiceField(label=_("Kind"), choices=Target.Kind.choices)
    comparator = forms.ChoiceField(
        label=_("At least, at most"), choices=[EMPTY, *((each, each) for each in COMPARATORS)]
    )
    value = forms.CharField(label=_("Value"))
    unit = forms.CharField(label=_("Unit"))
    project = forms.ChoiceField(label=_("Project"))
    department = forms.CharField(label=_("Department"))
    field_order = ("indicator", "target_kind", "comparator", "value", "unit")

    def __init__(self, *args: Any, projects: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict.fromkeys([*projects, self.initial.get("project")])
        choices = [EMPTY, *((name, name) for name in names if name)]
        self.fields["project"].choices = choices  # type: ignore[attr-defined]


class StatementForm(forms.Form):
    amount = forms.CharField(
        label=_("Amount"), widget=forms.TextInput(attrs={"placeholder": "1.3亿元"})
    )
    measure = forms.ChoiceField(label=_("Of what"), choices=Investment.Measure.choices)
    members = forms.CharField(label=_("Number of projects"))


def fact_form(fact: Doc, typed: dict[str, str], projects: Iterable[str]) -> forms.Form:
    """The form of a fact with its values, or with those that were typed and refused."""
    if typed.get("action") == "edit_milestone":
        typed = {}  # what was typed belongs to a smaller form beside this one
    prefix = f"{fact['id']}-%s"
    if fact["kind"] == "statement":
        initial = {**fact, "amount": fact["text"], **typed}
        return StatementForm(initial=initial, auto_id=prefix, use_required_attribute=False)
    if fact["kind"] == "project":
        initial = {**fact, **typed}
        return ProjectForm(initial=initial, auto_id=prefix, use_required_attribute=False)
    initial = {**fact, **typed}
    return TargetForm(
        initial=initial, auto_id=prefix, use_required_attribute=False, projects=projects
    )


def sum_forms(fact: Doc, typed: dict[str, str]) -> list[SumForm]:
    """One form for each sum of a project, and a blank one for a sum that was missed."""
    if fact["kind"] != "project":
        return []
    rows = [*fact["investments"], {"text": "", "measure": "total"}]
    found = []
    for at, said in enumerate(rows):
        initial = {"amount": said["text"], "measure": said["measure"]}
        if typed.get("at") == str(at):
            initial |= {key: typed[key] for key in initial if key in typed}
        found.append(
            SumForm(initial=initial, auto_id=f"{fact['id']}-{at}-%s", use_required_attribute=False)
        )
    return found


def milestone_forms(fact: Doc, typed: dict[str, str]) -> list[MilestoneForm]:
    """One form for each milestone of a project, and a blank one for one that was missed."""
    if fact["kind"] != "project":
        return []
    # A stage that was missed stands most likely where the announced one does.
    near = (fact.get("term") or {}).get("quote")
    blank = {"stage": "", "due_text": "", "due_on": None, "due_precision": "month", "quote": near}
    rows = milestones_of(fact)
    found = []
    for at, row in enumerate([*rows, blank]):
        initial = {key: row[key] for key in blank} | {"quote": row["quote"] or fact["quote"]}
        if typed.get("action") == "edit_milestone" and typed.get("at") == str(at):
            initial |= {key: typed[key] for key in blank if key in typed}
        prefix = f"{fact['id']}-stage-{at}-%s"
        found.append(
            MilestoneForm(
                initial=initial,
                auto_id=prefix,
                use_required_attribute=False,
                is_new=at == len(rows),
            )
        )
    return found
