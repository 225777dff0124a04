"""Projects as a table."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from import_export import fields, widgets
from tablib import Dataset

from articles.models import Article
from chinese.money import find_money, money_text
from chinese.said import sum_in
from departments.resources import NAMES, department_named, split_names, take_names
from departments.spreadsheets import (
    ChoiceWidget,
    NamedWidget,
    SheetResource,
    TextField,
    restored,
)
from projects import history, ledger
from projects.models import Evidence, Investment, Project, Sector, Stage
from projects.recording import quote, record_investment

TOTAL, SOURCE, SENTENCE = "总投资(元)", "依据稿件", "依据原句"


def sector_named(name: str) -> Sector | None:
    return Sector.objects.filter(name=name).first()


class YuanWidget(widgets.DecimalWidget):
    """An unknown sum is an empty cell, where the preview would print a bare None; whole yuan
    stand as they are typed, 18000000 and not 18000000.00."""

    def render(self, value: Decimal | None, obj: Any = None, **kwargs: Any) -> Decimal | str:
        if value is None:
            return ""
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


class ProjectResource(SheetResource):
    """One row a project, found again by its name.

    A total is history with a sentence behind it: a new one comes with the headline of its
    article (依据稿件) and the sentence word for word (依据原句).
    """

    required_columns = ("项目名称",)

    name = TextField(column_name="项目名称", attribute="name")
    aliases = fields.Field(column_name=NAMES)
    lead = fields.Field(
        column_name="牵头部门", attribute="lead", widget=NamedWidget(department_named)
    )
    sector = fields.Field(column_name="行业", attribute="sector", widget=NamedWidget(sector_named))
    place = TextField(column_name="地点", attribute="place")
    summary = TextField(column_name="简介", attribute="summary")
    total_yuan = fields.Field(
        column_name=TOTAL,
        attribute="total_yuan",
        readonly=True,
        widget=YuanWidget(),
    )
    source = fields.Field(column_name=SOURCE, readonly=True)
    sentence = fields.Field(column_name=SENTENCE, readonly=True)
    stage = fields.Field(
        column_name="阶段", attribute="stage", readonly=True, widget=ChoiceWidget(Stage)
    )
    next_due_on = fields.Field(
        column_name="最近期限",
        attribute="next_due_on",
        readonly=True,
        widget=widgets.DateWidget("%Y-%m-%d"),
    )

    class Meta(SheetResource.Meta):
        model = Project
        import_id_fields = ("name",)
        fields = (
            "name",
            "aliases",
            "lead",
            "sector",
            "place",
            "summary",
            "total_yuan",
            "source",
            "sentence",
            "stage",
            "next_due_on",
        )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.totals: dict[int, list[Investment]] = {}

    def filter_export(self, queryset: QuerySet[Project], **kwargs: Any) -> QuerySet[Project]:
        """With all that a row says, asked for once."""
        self.totals = history.totals_of(queryset.values_list("pk", flat=True))
        return queryset.select_related("lead", "sector").prefetch_related("aliases")

    def before_import(self, dataset: Dataset, **kwargs: Any) -> None:
        super().before_import(dataset, **kwargs)
        names = [str(restored(cell) or "").strip() for cell in dataset["项目名称"]]
        known = Project.objects.filter(name__in=names)
        self.totals = history.totals_of(known.values_list("pk", flat=True))

    def dehydrate_aliases(self, project: Project) -> str:
        if project.pk is None:
            return ""
        return "、".join(alias.name for alias in project.aliases.all())

    def dehydrate_source(self, project: Project) -> str:
        evidence = self._behind_total(project)
        return evidence.article.headline if evidence else ""

    def dehydrate_sentence(self, project: Project) -> str:
        evidence = self._behind_total(project)
        return evidence.exact if evidence else ""

    def _behind_total(self, project: Project) -> Evidence | None:
        """The sentence that says the total of a project: the newest of those that are public."""
        if brought := getattr(project, "brought", None):
            return brought
        said = reversed(self.totals.get(project.pk, []))
        return next((row.evidence for row in said if row.amount == project.total_yuan), None)

    def import_instance(self, instance: Project, row: dict[str, Any], **kwargs: Any) -> None:
        """What is wrong with the sum is told beside all else that is wrong with its row."""
        wrong: dict[str, Any] = {}
        try:
            super().import_instance(instance, row, **kwargs)
        except ValidationError as error:
            wrong = error.update_error_dict(wrong)
        try:
            read_total(row)
        except ValidationError as error:
            wrong = error.update_error_dict(wrong)
        if wrong:
            raise ValidationError(wrong)

    def skip_row(self, instance: Project, original: Any, row: Any, errors: Any = None) -> bool:
        """A row that brings a new sum or a new name is not unchanged."""
        if errors:
            return False
        if read_total(row) not in (None, instance.total_yuan) or split_names(row.get(NAMES)):
            return False
        return bool(super().skip_row(instance, original, row, errors))

    def after_save_instance(self, instance: Project, row: dict[str, Any], **kwargs: Any) -> None:
        take_names(instance, row.get(NAMES))
        total = read_total(row)
        if total is not None and total != instance.total_yuan:
            brought = record_total(instance, total, row)
            ledger.rebuild(instance)
            self.totals.update(history.totals_of([instance.pk]))
            # For the preview: the ledger itself counts what an unpublished article says later.
            instance.total_yuan, instance.brought = total, brought  # type: ignore[attr-defined]


def read_total(row: dict[str, Any]) -> Decimal | None:
    """The sum of a row in yuan. Raises ValidationError for what is no number."""
    text = str(row.get(TOTAL) or "").replace(",", "").strip()
    if not text:
        return None
    try:
        total = Decimal(text)
    except InvalidOperation:
        raise ValidationError(
            _("{column}: “{text}” is no number of yuan.").format(column=TOTAL, text=text)
        ) from None
    if not total.is_finite() or total < 0 or total >= Decimal(10) ** 13:
        raise ValidationError(
            _("{column}: “{text}” is no number of yuan.").format(column=TOTAL, text=text)
        )
    return total


def record_total(project: Project, total: Decimal, row: dict[str, Any]) -> Evidence:
    """Put the sum into the ledger with its sentence, once, or say what is missing."""
    headline, sentence = (str(row.get(name) or "").strip() for name in (SOURCE, SENTENCE))
    if not headline or not sentence:
        raise ValidationError(
            _("{total} needs its sentence: fill in {source} and {sentence}.").format(
                total=TOTAL, source=SOURCE, sentence=SENTENCE
            )
        )
    articles = list(Article.objects.filter(headline=headline).order_by("-id"))
    if not articles:
        raise ValidationError(_("No article is called “{}”.").format(headline))
    article = next((each for each in articles if sentence in each.plain), None)
    if article is None:
        raise ValidationError(
            _("“{sentence}” does not stand in “{headline}”.").format(
                sentence=sentence, headline=headline
            )
        )
    said = sum_in(sentence, total)
    if said is None:
        raise ValidationError(_unsaid(total, [each.text for each in find_money(sentence)]))
    evidence = quote(article, sentence, mark=said.text)
    if not _is_recorded(project, total, evidence):
        record_investment(
            projects=[project],
            evidence=evidence,
            amount=total,
            printed=said.text,
            comparator=said.comparator,
        )
    return evidence


def _is_recorded(project: Project, total: Decimal, evidence: Evidence) -> bool:
    """Whether the sentence stands behind this total already: 5000万元 paid is another sum."""
    totals = Investment.objects.of_one_project().filter(measure=Investment.Measure.TOTAL)
    return totals.filter(projects=project, evidence=evidence, amount=total).exists()


def _unsaid(total: Decimal, read: list[str]) -> str:
    if not read:
        return _("The sentence does not say {}, nor any other sum.").format(money_text(total))
    return _("The sentence does not say {typed}; it says {read}.").format(
        typed=money_text(total), read="、".join(read)
    )
