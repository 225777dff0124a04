"""The forms of the ledger: sums as printed, and every figure held against its sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from chinese.money import money_text
from chinese.said import read_sum
from projects.admin.together import TogetherForm
from projects.checking import ELSEWHERE, EXPLAIN, complaints, complaints_about, fill_in
from projects.models import Capacity, Evidence, Investment, Progress, Target
from projects.quotes import nearest_sentence
from projects.recording import context_of


class YuanField(forms.Field):
    """A sum typed as print has it (1.3亿元), or in yuan; kept as exact yuan."""

    def __init__(self, **kwargs: Any) -> None:
        widget = AdminTextInputWidget(attrs={"placeholder": "1.3亿元", "maxlength": 40})
        super().__init__(required=False, widget=widget, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return money_text(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Any:
        if value is None or isinstance(value, Decimal):
            return value
        typed = str(value).strip()
        if not typed:
            return None
        found = read_sum(typed)
        if found is None or found.value_to is not None or found.currency != "CNY":
            raise forms.ValidationError(
                _("“{}” is not one sum of yuan. Write it as printed: 1.3亿元.").format(typed)
            )
        return found.value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except forms.ValidationError:
            return True


class FactForm(TogetherForm):
    """A fact is saved when its sentence bears it out; the words of the print fill themselves in."""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors or not self.has_changed():
            return
        fill_in(self.instance)
        for name, reason in complaints(self.instance).items():
            if "reason" not in self.fields:
                reason = reason.replace(str(EXPLAIN), str(ELSEWHERE))
            self.add_error(name if name in self.fields else None, reason)


class InvestmentForm(FactForm):
    amount = YuanField(label=_("amount"))
    amount_to = YuanField(label=_("up to"), help_text=_("The upper end of a range: 3至5亿元."))

    class Meta:
        model = Investment
        exclude: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "printed" not in self.fields:  # who may only look reads it as text
            return
        self.fields["printed"].required = False
        self.fields["printed"].help_text = _("Left empty, it is taken from the sentence.")
        self.fields["reason"].help_text = _(
            "Where the amount is not what the sentence says. Readers see it."
        )


class TargetForm(FactForm):
    class Meta:
        model = Target
        exclude: list[str] = []


class ProgressForm(FactForm):
    class Meta:
        model = Progress
        exclude: list[str] = []


class CapacityForm(FactForm):
    class Meta:
        model = Capacity
        exclude: list[str] = []


class EvidenceForm(TogetherForm):
    """A sentence is taken from its article word for word; where it stands is looked up."""

    figure = forms.CharField(
        label=_("figure in it"),
        required=False,
        max_length=60,
        help_text=_("As the sentence prints it: readers see it circled."),
    )

    class Meta:
        model = Evidence
        fields = ("article", "exact", "said_by", "said_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        initial = kwargs.get("instance") and {"figure": kwargs["instance"].marked}
        if initial:
            kwargs["initial"] = {**initial, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        article, exact = data.get("article"), (data.get("exact") or "").strip()
        if article and exact:
            data["exact"] = exact
            self._look_up(article, exact)
            self._mark(exact, (data.get("figure") or "").strip())
        return data

    def _look_up(self, article: Article, exact: str) -> None:
        if exact in article.plain:
            return
        told = _("“{}” does not print this sentence.").format(article.headline)
        nearest = nearest_sentence(article.plain, exact)
        if nearest:
            told += _("The nearest that it prints: “{}”").format(nearest)
        self.add_error("exact", told)

    def _mark(self, exact: str, figure: str) -> None:
        if figure and figure not in exact:
            self.add_error("figure", _("The sentence does not print “{}”.").format(figure))

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        quote, figure = self.instance, self.cleaned_data["figure"].strip()
        quote.broken = False
        quote.prefix, quote.suffix = context_of(quote.article.plain, quote.exact)
        if figure != quote.marked:
            start = quote.exact.find(figure) if figure else None
            quote.mark_start = start
            quote.mark_end = None if start is None else start + len(figure)
        if quote.pk and (lost := complaints_about(quote)):
            self.add_error("exact", [*lost])
