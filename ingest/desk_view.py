"""What the review desk shows: one article of the working document, its source, its facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Newspaper
from articles.people import person
from ingest.again import with_issue
from ingest.desk.chosen import Chosen, chosen
from ingest.desk.common import EditError, find, sentences
from ingest.desk.doubts import FOLIO, STANDING, doubts
from ingest.desk.draft import Doc, similar
from ingest.desk.joins import ends, seam
from ingest.desk.marking import Stretch, marks, stretches
from ingest.desk.origin import blocks, enlarged
from ingest.desk_place import DEPARTMENT, LOOSE, Place
from ingest.doubt_words import grade, sentence, word
from ingest.fact_lines import Ledger, lines_of, with_newer_sums, with_their_steps
from ingest.known import known_names
from ingest.matching import section_names, with_questions
from ingest.models import Revision, Upload
from ingest.recognising import as_the_ledger_has_it
from ingest.rereading import is_untouched, printed_place
from projects.models import Project

HEAD_LABELS = (
    ("kicker", _("Kicker")),
    ("headline", _("Headline")),
    ("deck", _("Deck")),
    ("dateline", _("Dateline")),
    ("byline", _("Byline")),
)


@dataclass
class Desk:
    """One look at an upload. `typed` is what a refused form said, so that nothing is lost."""

    upload: Upload
    place: Place
    user: User
    typed: dict[str, str] = field(default_factory=dict)

    @cached_property
    def doc(self) -> Doc:
        """The working document beside what came in since: projects, their sums, and the issue of
        its day."""
        doc = with_newer_sums(self._matched, self.ledger)
        return with_issue(self.upload, with_questions(doc, self.sections))

    @cached_property
    def _matched(self) -> Doc:
        return as_the_ledger_has_it(self.upload.document)

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(self._matched["facts"], self.upload.issue_date)

    @cached_property
    def doubts(self) -> list[dict[str, Any]]:
        return [
            {
                **each,
                "word": word(each),
                "sentence": sentence(each),
                "grade": grade(each),
                "current": each["key"] == self.place.doubt,
                "standing": each["kind"] in STANDING,
                "link": self._link(each),
                "address": self._address(each.get("again")),
            }
            for each in doubts(self.doc)
        ]

    def _address(self, found: Doc | None) -> str:
        """Where what is in already can be looked at, for those who may."""
        if found is None or not self.user.has_perm("ingest.commit_upload"):
            return ""
        page = "ingest_upload_desk" if found["what"] == "upload" else "articles_article_change"
        return reverse(f"admin:{page}", args=[found["pk"]])

    @cached_property
    def front(self) -> dict[str, Any] | None:
        """The doubt that the person is looking at."""
        return next((each for each in self.doubts if each["current"]), None)

    @property
    def front_join(self) -> Doc | None:
        """The join that the doubt in front is about, where it is about one."""
        if self.front is None or self.front["kind"] != "join":
            return None
        return find(self.doc["joins"], self.front["target"])

    @property
    def next_doubt(self) -> dict[str, Any] | None:
        """The one after the doubt in front, and after the last the first again."""
        at = self.doubts.index(self.front) + 1 if self.front else 0
        rest = self.doubts[at:] or self.doubts[:1]
        return rest[0] if rest and rest[0] is not self.front else None

    @cached_property
    def contradictions(self) -> list[dict[str, Any]]:
        """What the page prints of itself against what was given, and what is in already."""
        return [each for each in self.doubts if each["target"] == FOLIO]

    @property
    def is_misplaced(self) -> bool:
        """The page prints another date or paper: it has to be read again as printed."""
        return any(each["kind"] in ("date", "paper") for each in self.contradictions)

    @cached_property
    def as_printed(self) -> tuple[date, Newspaper] | None:
        """Date and paper under which the file may be read again, where that helps and may be."""
        as_given = self.upload.issue_date, self.upload.newspaper
        printed = printed_place(self.upload)
        return printed if printed != as_given and is_untouched(self.upload) else None

    def _link(self, doubt: Doc) -> str:
        """The doubt's article with what is doubted in sight, its form open where it has one."""
        article = doubt["article"] or LOOSE
        kind, target = doubt["kind"], doubt["target"]
        quoting = {"amount", "match", "same", "quote", "sum", "value", "due", "milestone", "older"}
        fact = target if kind in quoting else ""
        if kind == "department":
            fact = DEPARTMENT + doubt["text"]
        if target == FOLIO:
            return f"{Place(article=self.place.article).at(doubt=doubt['key'])}#{FOLIO}"
        at = Place(article=article).at(doubt=doubt["key"], fact=fact)
        return at if kind in {"join", "department"} else f"{at}#{target}"

    @cached_property
    def article(self) -> Doc | None:
        """The article in front, the first one by default; None where the loose parts are."""
        articles = self.doc["articles"]
        if self.place.article == LOOSE or not articles:
            return None
        return next((each for each in articles if each["id"] == self.place.article), articles[0])

    @cached_property
    def articles(self) -> list[dict[str, Any]]:
        counts: dict[str, int] = {}
        for each in self.doubts:
            if each["article"]:
                counts[each["article"]] = counts.get(each["article"], 0) + 1
        return [
            {**each, "doubts": counts.get(each["id"], 0), "current": each is self.article}
            for each in self.doc["articles"]
        ]

    @property
    def others(self) -> list[dict[str, Any]]:
        return [each for each in self.articles if not each["current"]]

    @cached_property
    def facts(self) -> list[Doc]:
        identity = self.article["id"] if self.article else None
        return [each for each in self.doc["facts"] if each["article"] == identity]

    @cached_property
    def parts(self) -> list[dict[str, Any]]:
        """The parts of the article with their marks and the doubtful joins that lie in them."""
        assert self.article is not None
        found = []
        number = 0
        for part in self.article["parts"]:
            number += part["kind"] == "paragraph"
            joins = self.joins.get(part["id"], [])
            at = next((each["offset"] for each in joins if each["made"]), None)
            found.append(
                {
                    **part,
                    "number": number if part["kind"] == "paragraph" else "",
                    "stretches": self._stretches(part["text"], at),
                    "joins": joins,
                    "editing": self.place.edit == part["id"],
                    "shown_text": self.typed.get("text") or part["text"],
                }
            )
        return found

    def _stretches(self, text: str, at: int | None) -> list[Stretch]:
        assert self.article is not None
        return stretches(text, marks(text, self.facts, self.article["departments"]), at)

    @cached_property
    def joins(self) -> dict[str, list[dict[str, Any]]]:
        """Part id -> the doubtful joins at it: inside it where made, else at its end."""
        found: dict[str, list[dict[str, Any]]] = {}
        open_ones = {each["target"]: each for each in self.doubts if each["kind"] == "join"}
        for join in self.doc["joins"]:
            if (doubt := open_ones.get(join["id"])) and (place := self._place_of(join)):
                part, offset = place
                found.setdefault(part, []).append(
                    {**join, "offset": offset, "doubt": doubt, "current": doubt["current"]}
                )
        return found

    def _place_of(self, join: Doc) -> tuple[str, int | None] | None:
        try:
            if join["made"]:
                met = seam(self.doc, join)
                return (met[1]["id"], met[2]) if met else None
            last, _first = ends(self.doc, join)
        except EditError:
            return None
        for article in self.doc["articles"]:
            for part in article["parts"]:
                if part["pieces"] and part["pieces"][-1] == last["id"]:
                    return part["id"], None
        return None

    @cached_property
    def shown_join(self) -> dict[str, Any] | None:
        """The join whose two ends are enlarged: the current doubt, else the article's first."""
        here = {part["id"] for part in self.article["parts"]} if self.article else set()
        all_ = [each for part, joins in self.joins.items() if part in here for each in joins]
        chosen = next((each for each in all_ if each["current"]), all_[0] if all_ else None)
        return enlarged(chosen, self.doc) if chosen else None

    @cached_property
    def source(self) -> list[Doc]:
        """The blocks of the file as they were read; which lie in the article, and its ends."""
        return blocks(self.doc, self.article, self.shown_join)

    @cached_property
    def loose(self) -> list[Doc]:
        return list(self.doc["loose"])

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        """The facts of the article as the ledger would have them, beside what it has."""
        elsewhere = ("join", "milestone")
        waiting = {each["target"]: each for each in self.doubts if each["kind"] not in elsewhere}
        return [
            {
                "fact": fact,
                "lines": lines_of(fact, self.ledger),
                "doubt": waiting.get(fact["id"]),
                "editing": self.place.fact == fact["id"],
            }
            for fact in with_their_steps(self.facts)
        ]

    @cached_property
    def departments(self) -> list[dict[str, Any]]:
        if self.article is None:
            return []
        return [
            {
                **each,
                "key": DEPARTMENT + each["printed"],
                "editing": self.place.fact == DEPARTMENT + each["printed"],
            }
            for each in self.article["departments"]
        ]

    @property
    def line_count(self) -> int:
        """As many as stand in the list: a project with its sum and its day are three."""
        return sum(len(row["lines"]) for row in self.lines) + len(self.departments)

    @property
    def heads(self) -> list[tuple[str, str, str]]:
        """(field, label, value) of the headline stack and the lines under it."""
        assert self.article is not None
        return [
            (name, str(label), self.typed.get(name, self.article[name] or ""))
            for name, label in HEAD_LABELS
        ]

    @cached_property
    def candidates(self) -> list[Doc]:
        """Known projects or departments that the name being edited may mean, likest first."""
        if self.place.fact.startswith(DEPARTMENT):
            names = {each: each for each in known_names().departments}
            return _likest(self.place.fact.removeprefix(DEPARTMENT), names)
        fact = fact_of(self)
        if fact is None or fact["kind"] != "project":
            return []
        return _each_once(_likest(fact["name"], known_names().projects))

    @cached_property
    def matched_name(self) -> str:
        """The name in the ledger of the project that the edited fact is matched to."""
        fact = fact_of(self)
        return self.ledger.names.get(fact["match"] or "", "") if fact else ""

    @cached_property
    def sections(self) -> list[str]:
        return section_names()

    @property
    def suggested_quote(self) -> str:
        """The sentence around the words that were selected, for a new fact."""
        chosen = " ".join(self.place.quote.split())
        if not (self.article and chosen):
            return ""
        body_first = sorted(sentences(self.article), key=self._is_head)
        return next((each for each in body_first if chosen in each), chosen)

    @cached_property
    def chosen(self) -> Chosen:
        """The selected words in the fields of a new fact; what was typed and refused stays."""
        if "quote" in self.typed:
            typed = {name: self.typed.get(name, "") for name in ("name", "amount", "measure")}
            return Chosen(**typed)
        if not self.place.quote:
            return Chosen()
        return chosen(self.place.quote, self.suggested_quote, known_names())

    def _is_head(self, text: str) -> bool:
        assert self.article is not None
        return text in {self.article["kicker"], self.article["headline"], self.article["deck"]}

    @cached_property
    def last_step(self) -> Revision | None:
        """The newest step: who was here last, and when."""
        steps = self.upload.revisions.select_related("by").defer("back")
        return steps.order_by("-number").first()

    @property
    def saved_at(self) -> Any:
        return self.last_step.at if self.last_step else self.upload.uploaded_at

    @property
    def other_person(self) -> str:
        """Whoever else took the last step: a sign that two people may be at one page."""
        last = self.last_step
        return person(last.by) if last and last.by and last.by != self.user else ""

    @cached_property
    def siblings(self) -> list[Upload]:
        """The other pages of the same issue that are on the desk or came in already."""
        same = Upload.objects.filter(
            newspaper_id=self.upload.newspaper_id,
            issue_date=self.upload.issue_date,
            state__in=[Upload.State.PROPOSED, Upload.State.COMMITTED],
        )
        if not self.user.has_perm("ingest.commit_upload"):
            same = same.filter(uploaded_by=self.user)
        return list(same.defer("machine", "current").order_by("page_number", "pk"))

    @cached_property
    def progress(self) -> dict[str, int]:
        """How many things there are to look at, and how many are settled."""
        doc = self.doc
        names = sum(len(each["departments"]) for each in doc["articles"])
        total = len(doc["joins"]) + len(doc["facts"]) + len(doc["articles"]) + names
        waiting = len(self.doubts)
        return {"total": max(total, waiting), "open": waiting, "done": max(total - waiting, 0)}


def _likest(name: str, names: dict[str, str]) -> list[Doc]:
    exact = [{"name": name, "key": names[name], "likeness": 1.0}] if name in names else []
    return [
        {**each, "percent": f"{each['likeness']:.0%}"} for each in (*exact, *similar(name, names))
    ]


def _each_once(likely: list[Doc]) -> list[Doc]:
    """Every project once, under its own name, where several of its names are alike."""
    found = Project.objects.filter(uid__in={each["key"] for each in likely})
    names = {str(uid): name for uid, name in found.values_list("uid", "name")}
    once: dict[str, Doc] = {}
    for each in likely:
        once.setdefault(each["key"], {**each, "name": names.get(each["key"], each["name"])})
    return list(once.values())


def fact_of(desk: Desk) -> Doc | None:
    """The fact that is being edited, if it is still there."""
    try:
        return find(desk.doc["facts"], desk.place.fact)
    except EditError:
        return None
