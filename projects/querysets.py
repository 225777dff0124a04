"""The questions that the site and the newsroom ask of the ledger.

Public means: a sentence in a published article says so. Every public queryset below asks
`Article.objects.published()`, the one publication rule.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models

from articles.models import Article
from chinese.printed import printed_key
from departments.written import ToldQuerySet

if TYPE_CHECKING:
    from projects.models import Evidence, Mention, Project, ProjectAlias, Sector

F = TypeVar("F", bound=models.Model)


def published_article(path: str) -> models.Exists:
    """Whether the article at `path` is public, by the one rule."""
    return models.Exists(Article.objects.published().filter(pk=models.OuterRef(path)))


def told_at(path: str) -> models.Q:
    """Whether the sentence at `path` stands in a public article: `Evidence.is_told` in a query."""
    return models.Q(published_article(f"{path}__article_id"), **{f"{path}__broken": False})


def untold(target: str = "") -> models.Q:
    """Targets whose outcome stands in the ledger, but in no article that readers may see.

    `target` is the way to them, with its underscores: targets__.
    """
    from projects.models import Target

    proof = f"{target}outcome_evidence"
    proven = models.Q(**{f"{proof}__isnull": False})
    successor = Target.objects.public().filter(supersedes=models.OuterRef(f"{target}pk"))
    replaced = models.Q(**{f"{target}outcome": "revised", f"{proof}__isnull": True})
    hidden: models.Q = proven & ~told_at(proof)
    return models.Q(hidden | (replaced & ~models.Exists(successor)))


def is_untold(target: str = "") -> models.Case:
    return models.Case(models.When(untold(target), then=True), default=False)


class SectorQuerySet(ToldQuerySet["Sector"]):
    def get_by_natural_key(self, code: str) -> Sector:
        return self.get(code=code)


class EvidenceQuerySet(ToldQuerySet["Evidence"]):
    def get_by_natural_key(self, uid: str) -> Evidence:
        return self.get(uid=uid)

    def public(self) -> EvidenceQuerySet:
        return self.filter(published_article("article_id"), broken=False)

    def waiting(self) -> EvidenceQuerySet:
        """Broken sentences on which something rests: sums that were replaced since do not."""
        from projects.models.facts import FACTS, Investment, Target

        here = models.OuterRef("pk")
        rests = models.Q(models.Exists(Target.objects.filter(outcome_evidence=here)))
        for model in FACTS:
            facts = model.objects.filter(evidence=here)
            facts = facts.filter(superseded_by=None) if model is Investment else facts
            rests |= models.Q(models.Exists(facts))
        return self.filter(rests, broken=True)


class ProjectQuerySet(ToldQuerySet["Project"]):
    def get_by_natural_key(self, uid: str) -> Project:
        return self.get(uid=uid)

    def public(self) -> ProjectQuerySet:
        """Projects that at least one sentence of a published article speaks of."""
        from projects.models import Mention

        spoken_of = Mention.objects.filter(
            published_article("evidence__article_id"), project=models.OuterRef("pk")
        )
        return self.filter(models.Exists(spoken_of))

    def by_printed_name(self, name: str) -> ProjectQuerySet:
        """Projects printed under this very name, after NFKC; likeness is for people to judge."""
        return self.filter(
            models.Q(aliases__key=printed_key(name)) | models.Q(name=name)
        ).distinct()

    def printed_names(self) -> dict[str, str]:
        """Every printed name with the uid of its project; an ambiguous name is left out."""
        pairs = [(name, str(uid)) for name, uid in self.values_list("name", "uid")]
        pairs += [
            (name, str(uid))
            for name, uid in self.exclude(aliases=None).values_list("aliases__name", "uid")
        ]
        names: dict[str, str] = {}
        shared: set[str] = set()
        for name, uid in pairs:
            if names.setdefault(name, uid) != uid:
                shared.add(name)
        return {name: uid for name, uid in names.items() if name not in shared}


class ProjectAliasQuerySet(ToldQuerySet["ProjectAlias"]):
    def get_by_natural_key(self, project: str, key: str) -> ProjectAlias:
        return self.get(project__uid=project, key=key)


class MentionQuerySet(ToldQuerySet["Mention"]):
    def get_by_natural_key(self, project: str, evidence: str) -> Mention:
        return self.get(project__uid=project, evidence__uid=evidence)


class FactQuerySet(ToldQuerySet[F]):
    def get_by_natural_key(self, uid: str) -> F:
        return self.get(uid=uid)

    def public(self) -> Any:
        """Facts whose sentence stands in a published article: one that was corrected away does
        not, and says nothing any more."""
        return self.filter(told_at("evidence"))

    def with_source(self) -> Any:
        """Evidence, article, issue and page in the same query: what a quote and its link show."""
        return self.select_related(
            "evidence__article__issue",
            "evidence__article__page",
            "evidence__article__section",
        )


class InvestmentQuerySet(FactQuerySet[Any]):
    def of_projects(self) -> InvestmentQuerySet:
        """Sums of named projects: those about a set are statements and never addends."""
        return self.filter(is_statement=False)

    def with_cover(self) -> InvestmentQuerySet:
        """Each sum with `covers`, the number of projects that it speaks of together."""
        through = self.model.projects.through.objects.filter(investment=models.OuterRef("pk"))
        count = through.values("investment").annotate(n=models.Count("pk")).values("n")
        return self.annotate(covers=models.Subquery(count))

    def of_one_project(self) -> InvestmentQuerySet:
        """Sums of one named project alone: what it has of a joint one is unknown."""
        return self.of_projects().with_cover().filter(covers=1)

    def behind_total(self) -> InvestmentQuerySet:
        """The sums that the total of an outer project rests on, last told first: for a subquery."""
        return (
            self.public()
            .of_one_project()
            .filter(
                projects=models.OuterRef("pk"),
                measure=self.model.Measure.TOTAL,
                amount=models.OuterRef("total_yuan"),
            )
            .order_by("-id")
        )


class TargetQuerySet(FactQuerySet[Any]):
    def open_to_readers(self) -> TargetQuerySet:
        """Open as far as readers are told: an outcome that no public article tells is none yet."""
        return self.filter(models.Q(outcome="open") | untold())

    def overdue(self, today: date) -> TargetQuerySet:
        return self.open_to_readers().filter(due_on__lt=today)

    def kept(self) -> TargetQuerySet:
        return self.filter(~untold(), outcome="met")

    def with_untold(self) -> TargetQuerySet:
        """Each with `is_untold`: readers know nothing of its outcome yet."""
        return self.annotate(is_untold=is_untold())

    def due_between(self, first: date, last: date) -> TargetQuerySet:
        within = self.open_to_readers().filter(due_on__range=(first, last))
        return within.order_by("due_on", "id")
