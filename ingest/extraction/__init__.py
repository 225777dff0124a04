"""Facts out of articles: projects with money, capacity, stage and due date; targets; bodies.

Pure functions. What the newsroom knows already is an argument, never a query. Every fact has
the whole printed sentence that carries it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from chinese.folding import fold
from ingest.extraction.clauses.frames import Frames
from ingest.extraction.clauses.listed import YearOfList
from ingest.extraction.clauses.sentences import Sentence, read_sentences
from ingest.extraction.clauses.sizes import sizes_in_a_name
from ingest.extraction.clauses.terms import first_due, head_date
from ingest.extraction.learned.opinion import Ruled, second_opinions
from ingest.extraction.names.acting import who_acts
from ingest.extraction.names.departments import bodies, is_in_a_building
from ingest.extraction.names.knownnames import in_known_names
from ingest.extraction.promises.likely import weigh_figures
from ingest.extraction.promises.plans import framed, mark_plans, unsure
from ingest.extraction.promises.steps import bind_steps
from ingest.extraction.promises.targets import read_targets
from ingest.extraction.rows.tables import Table
from ingest.extraction.words.moods import MoodOfArticle
from ingest.extraction.words.nameable import past_region
from ingest.extraction.words.sectors import section_of
from ingest.extraction.works.announced import Announced
from ingest.extraction.works.cancelled import enter_cancelled
from ingest.extraction.works.items import parted_at_lines
from ingest.extraction.works.milestones import beside_the_announced, read_beside, take_over_stages
from ingest.extraction.works.phases import without_stages
from ingest.extraction.works.projects import Reading
from ingest.extraction.works.statements import read_statements
from ingest.proposal import Article, Facts, Known, ProjectFact, Statement, TargetFact

__all__ = ["extract"]


def extract(articles: Sequence[Article], *, issue_date: date, known: Known) -> Facts:
    """The facts of the articles of one issue. Relative dates hang on `issue_date`."""
    facts = Facts()
    ruled = [_read_article(each, issue_date) for each in articles]
    facts.statements = [statement for each in ruled for statement in each.statements]
    for article, own, heard in zip(articles, ruled, second_opinions(ruled), strict=True):
        text = "".join(fold(each).text for each in (*_heads(article), *_as_printed(article)))
        kept = without_stages(heard.works, text)
        _tell_other_stages(own, kept)
        for work in kept:
            _enter_sizes_of_its_name(work)
        take_over_stages(kept, [each for each in heard.works if each not in kept])
        heard = heard._replace(works=in_known_names(kept, heard.targets, known.projects))
        for project in heard.works:
            project.known = known.projects.get(project.name)
        bind_steps(heard.works, heard.targets)
        facts.projects += heard.works
        facts.targets += heard.targets
        works = [each.name for each in heard.works]
        facts.departments[article.key] = _bodies_of(article, known.departments, works)
        facts.sections[article.key] = _section(article, known)
    return facts


def _read_article(article: Article, issue_date: date) -> Ruled:
    """What the rules read, sentence by sentence; statements stand as they read them."""
    reading, mood = Reading(article.key, issue_date), MoodOfArticle()
    targets: list[TargetFact] = []
    statements: list[Statement] = []
    works, paragraphs = _rows_and_sentences(article, reading.announced, issue_date)
    reading.projects += works
    weigh_figures(paragraphs, issue_date)
    mark_plans(paragraphs, issue_date)
    frames = Frames([each for sentences in paragraphs for each in sentences], issue_date)
    kicker, headline, deck = (
        fold(each.text).text if each else ""
        for each in (article.kicker, article.headline, article.deck)
    )
    frames.begin(kicker, headline, deck=deck)
    for sentences in paragraphs:
        reading.begin_paragraph(sentences)
        frames.begin_paragraph()
        for sentence in sentences:
            heard = mood.hear(sentence.text, is_dated=first_due(sentence) is not None)
            frame = frames.of(sentence)
            reading.read(sentence, heard, frame.due or head_date(sentence))
            statements += read_statements(sentence, reading)
            found = read_targets(sentence, reading, framed(sentence, frame), targets)
            targets += unsure(found, sentence, frame)
    for target in targets:
        target.article = article.key
    parts = reading.memory.parts
    return Ruled(
        reading.told(), targets, paragraphs, article.key, statements, parts, reading.reached, works
    )


def _tell_other_stages(ruled: Ruled, works: Sequence[ProjectFact]) -> None:
    """What was reached and is promised beside the announced, when that is known of each work."""
    sentences = [each for paragraph in ruled.paragraphs for each in paragraph]
    names = [each.name for each in works]
    all_names = set(names)
    for work in works:
        enter_cancelled(work, sentences, names)
        if work.due_on not in [each.due_on for each in work.milestones]:
            others = [name for name, each in zip(names, works, strict=True) if each is not work]
            work.milestones = read_beside(work, sentences, others)
        work.milestones = beside_the_announced(work)
        ruled.reached.enter(work, sentences, all_names)


def _enter_sizes_of_its_name(work: ProjectFact) -> None:
    """年产4000吨米醋生产线: what the name prints stands first, unless it was told of the work."""
    told = {each.value for each in work.capacities}
    own = sizes_in_a_name(fold(work.name).text, work.quote)
    work.capacities = [*(each for each in own if each.value not in told), *work.capacities]


def _rows_and_sentences(
    article: Article, announced: Announced, issue_date: date
) -> tuple[list[ProjectFact], list[list[Sentence]]]:
    """The works in the rows of tables, and the sentences of each paragraph and of each task."""
    printed = list(_as_printed(article))
    table = Table.of(announced, printed)
    heading = YearOfList()
    works: list[ProjectFact] = []
    paragraphs: list[list[Sentence]] = []
    for paragraph in printed:
        rows, text = table.read(paragraph, issue_date, article.key)
        works += rows
        year = heading.over(text, issue_date)
        texts = (*parted_at_lines(text), *table.tasks)
        paragraphs += [read_sentences(each, issue_date, year) for each in texts]
    return works, paragraphs


def _as_printed(article: Article) -> Iterator[str]:
    """The paragraphs, each subhead over the one it stands before: it may name a work or a body."""
    for place, paragraph in enumerate(article.paragraphs):
        yield from (each.text for each in article.subheads if each.before == place)
        yield paragraph.text


def _bodies_of(article: Article, known: Iterable[str], works: Sequence[str]) -> list[str]:
    """Who is named or acts; a house after which a work is named is told of as that work."""
    heads, printed = _heads(article), list(_as_printed(article))
    writers = [part.text for part in article.bylines]
    named = bodies([*heads, *printed, *writers], [*known, *who_acts(heads, printed)])
    return [
        name
        for name in named
        if not (is_in_a_building(name) and any(past_region(name) in work for work in works))
    ]


def _heads(article: Article) -> list[str]:
    return [part.text for part in (article.kicker, article.headline, article.deck) if part]


def _section(article: Article, known: Known) -> str | None:
    body = "".join(each.text for each in article.paragraphs)
    return section_of("".join(_heads(article)), body, known.sections)
