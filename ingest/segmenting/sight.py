"""A page as its outline is read: its runs of short lines, the texts around them, their shapes."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, groupby
from operator import eq

from ingest.ordering.crossing import reads_on
from ingest.ordering.language import Language, plain
from ingest.proposal import Piece, Role
from ingest.readers.indents import NO_INDENTS, Indents
from ingest.readers.kinds import SALUTES, Kind
from ingest.readers.lists import one_of
from ingest.readers.punctuation import ends_sentence, fold, open_marks
from ingest.segmenting.heads import Heads
from ingest.segmenting.heads import load as load_heads
from ingest.segmenting.stacks import Reading
from ingest.segmenting.subjects import Subjects
from ingest.segmenting.titles import DATELINE, Title

_DATED = re.compile(rf"\d{{4}}年|\d{{1,2}}月\d{{1,2}}日|{one_of('just now')}")
# A notice is called so by its headline.
NOTICE = re.compile(one_of("text that is a notice") + "$")
_SIGNED = re.compile(r"（[^（）]{2,30}）$|[■●◆▲★□]$")
# So many texts to each side of a run tell what is spoken of there.
BESIDE = 3
_HANZI = re.compile("[\u3400-\u9fff]+")
_PHRASE = 3  # characters
_HANGS = re.compile(r"[的了和与及在将为把被对从向让是有不也就都而到]$")


@dataclass
class Run:
    """Short lines that stand together: what they begin, and the role of each line.

    `before` and `after` are the numbers of the texts around them, -1 where there is none; `odds`
    tell how much likelier the run begins an article than a part of one, looked at alone; `caption`
    is that of the picture whose headline it is.
    """

    titles: list[Title]
    before: int
    after: int
    kind: str = "begins"
    confidence: float = 1.0
    odds: float = 0.0
    reading: Reading | None = None
    roles: dict[int, Role] = field(default_factory=dict)
    caption: int | None = None

    @property
    def first(self) -> int:
        return self.titles[0].index

    @property
    def first_line(self) -> str:
        return self.titles[0].text

    @property
    def begins(self) -> bool:
        return self.kind == "begins"


@dataclass
class Sight:
    """A page as its outline is read: lines in plain form, kinds, runs, subjects."""

    folded: list[str]
    kinds: Sequence[Kind]
    runs: list[Run]
    subjects: Subjects
    heads: Heads
    language: Language
    indents: Indents = NO_INDENTS

    @classmethod
    def of(
        cls,
        pieces: Sequence[Piece],
        kinds: Sequence[Kind],
        language: Language,
        heads: Heads | None = None,
    ) -> Sight:
        folded = [fold(piece.text).strip() for piece in pieces]
        runs, subjects = runs_of(folded, kinds, language), Subjects.of(pieces, language)
        heads = heads or load_heads()
        return cls(folded, kinds, runs, subjects, heads, language, Indents.of(pieces))

    @cached_property
    def texts(self) -> list[int]:
        return [index for index, kind in enumerate(self.kinds) if kind == "body"]

    @cached_property
    def certain(self) -> set[int]:
        """The first lines of runs that begin articles: a report's, a signed one's, a stack's."""
        return {
            run.first
            for run in self.runs
            if len(run.titles) > 1
            or is_signed_below(run, self.kinds)
            or any(DATELINE.match(self.folded[each]) for each in self.below(run)[:3])
        }

    @cached_property
    def _firsts(self) -> list[int]:
        return [run.first for run in self.runs]

    def above(self, run: Run) -> list[int]:
        """The last texts before a run, up to the run before it."""
        number = bisect_left(self._firsts, run.first)
        begins = self.runs[number - 1].titles[-1].index if number else -1
        return self._texts_between(begins, run.first)[-BESIDE:]

    def under(self, titles: Sequence[Title]) -> list[int]:
        """The texts under lines of one run, up to the next run."""
        return self.below(Run(list(titles), before=-1, after=-1))

    def is_signed(self, text: int) -> bool:
        """Whether who wrote it is named at the end of a text, or right under it."""
        below = self.kinds[text + 1 : text + 2]
        return _SIGNED.search(self.folded[text]) is not None or list(below) == ["byline"]

    def below(self, run: Run) -> list[int]:
        """The texts under a run, up to the next run."""
        number = bisect_right(self._firsts, run.first)
        ends = self._firsts[number] if number < len(self.runs) else len(self.kinds)
        return self._texts_between(run.first, ends)

    def _texts_between(self, above: int, below: int) -> list[int]:
        return self.texts[bisect_right(self.texts, above) : bisect_left(self.texts, below)]

    @cached_property
    def waits(self) -> dict[tuple[int, int], float]:
        """How well the last line of each run and the text after it read on, by the vectors."""
        ends = [(run.titles[-1].index, run.after) for run in self.runs]
        lasts = [plain(self.folded[last]) for last, _ in ends]
        afters = [plain(self.folded[after]) for _, after in ends]
        pairs = [(number, number) for number in range(len(ends))]
        return dict(zip(ends, self.language.reads_on(lasts, afters, pairs), strict=True))

    def told_of_others(self, run: Run) -> float:
        """How many of the other runs begin articles for certain, by dateline, writers or a stack:
        where most do, one that shows nothing of the kind is a subhead.
        """
        own = any(each is run for each in self.runs)
        others = len(self.runs) - own
        told = len(self.certain) - (own and run.first in self.certain)
        return told / others if others else 0.0

    def alike(self, line: Title) -> float:
        """How much a line is built like the one of the others most like it that stand alone."""
        parts, length = _build(line)
        near = chain(*(self._lines[parts, each] for each in range(length - 2, length + 3)))
        return max((parallel(line, other) for other in near if other is not line), default=0.0)

    @cached_property
    def voices(self) -> set[int]:
        """Lines in which somebody speaks, two and more one after another, each over a text, the
        first right under a headline or its writers: its subheads, whatever they say.
        """
        found: set[int] = set()
        for speaks, group in groupby(self.runs, key=_speaks):
            lines = [run.first for run in group]
            above = next(
                (at for at in range(lines[0] - 1, -1, -1) if self.kinds[at] != "byline"), -1
            )
            if speaks and len(lines) > 1 and above >= 0 and self.kinds[above] == "title":
                found |= set(lines)
        return found

    @cached_property
    def _lines(self) -> dict[tuple[int, int], list[Title]]:
        """The lines that stand alone, by what must be nearly the same in lines built alike."""
        found = defaultdict[tuple[int, int], list[Title]](list)
        for run in self.runs:
            if len(run.titles) == 1:
                found[_build(run.titles[0])].append(run.titles[0])
        return found


def _speaks(run: Run) -> bool:
    return len(run.titles) == 1 and run.titles[0].is_voice


def runs_of(folded: list[str], kinds: Sequence[Kind], language: Language) -> list[Run]:
    """Short lines with no text between them; captions and furniture do not part them."""
    runs: list[Run] = []
    before, fresh = -1, True
    for index, kind in enumerate(kinds):
        if kind == "title":
            title = Title.of(index, folded[index], language)
            if fresh:
                runs.append(Run([title], before=before, after=-1))
                fresh = False
            else:
                runs[-1].titles.append(title)
        elif kind in ("body", "line", "table", "byline"):
            if runs and runs[-1].after < 0:
                runs[-1].after = index
            if kind != "byline" or fresh:
                before = index
            fresh = True
    return runs


def shapes(run: Run, sight: Sight) -> dict[str, float]:
    """What can be seen of a run: its lines, and the texts before and after it."""
    folded, kinds = sight.folded, sight.kinds
    following = folded[run.after] if run.after >= 0 else ""
    before = folded[run.before] if run.before >= 0 else ""
    first = run.titles[0]
    single = len(run.titles) == 1
    section = sight.below(run)
    text_follows = run.after >= 0 and kinds[run.after] == "body"
    last = run.titles[-1]
    gain = reads_on(last.text, following, first.language)[0] if text_follows else 0.0
    spelled = waited = midway = 0.0
    if text_follows:
        beginning = plain(following)
        spelled = first.language.trigrams.gain(plain(last.text), beginning)
        waited = sight.waits[last.index, run.after]
        midway = first.language.midway(beginning)
    return {
        "run": 1.0,
        "lines": float(not single),
        "indented": float(first.index in sight.indents.begin),
        "flush": float(first.index in sight.indents.go_on),
        "three lines": float(len(run.titles) > 2),
        "name": float(first.is_organisation),
        "byline after": float(is_signed_below(run, kinds)),
        "dateline after": float(any(DATELINE.match(folded[each]) for each in section[:3])),
        "salute after": float(bool(SALUTES.match(following))),
        "notice": float(single and bool(NOTICE.search(first.text))),
        "date after": float(bool(_DATED.match(following))),
        "nothing after": float(run.after < 0),
        "nothing before": float(run.before < 0),
        "signed before": float(
            bool(_SIGNED.search(before)) or (run.before >= 0 and kinds[run.before] == "byline")
        ),
        "open before": float(bool(before) and not ends_sentence(before)),
        "numbered": float(single and first.is_numbered),
        "tiny": float(single and first.length <= 5),
        "short": float(single and 5 < first.length <= 9),
        "long": float(single and first.length > 17),
        "very long": float(single and first.length > 26),
        "states": first.states * single,
        "parts": float(single and len(first.parts) > 1),
        "asks": float(single and first.text[-1:] in "？！"),
        "clauses": float(single and _has_clauses(first)),
        "hangs": float(bool(_HANGS.search(last.text))),
        "unclosed": float(open_marks(last.text)[1] != ""),
        "unopened after": float(open_marks(following)[0] != ""),
        "word after": max(0.0, min(8.0, gain)) / 4,
        "trigrams after": max(0.0, min(6.0, spelled)) / 3,
        "vectors after": max(-8.0, min(8.0, waited)) / 4,
        "midway after": max(-6.0, min(6.0, midway)) / 3,
        "midway": max(-6.0, min(6.0, first.language.midway(plain(first.text)))) / 3,
        "alike": sight.alike(first) * single,
        "others told": sight.told_of_others(run),
        "line tells": sight.heads.line_heads_article(first.text, first.language) * single,
        "text tells": sight.heads.text_opens_article(folded[section[0]], first.language)
        if section
        else 0.0,
        **_subject(run, sight),
    }


def _subject(run: Run, sight: Sight) -> dict[str, float]:
    """Whether the text goes on about the same under the run, and which side its lines speak of.

    A subhead stands inside one article, a headline between two.
    """
    above, below = sight.above(run), sight.below(run)
    lines = [title.index for title in run.titles]
    size = sum(len(sight.folded[each]) for each in below)
    found = {"text below": math.log(1 + size) - 5.0}
    if not above or not below:
        return found | {"no text beside": 1.0}
    subjects = sight.subjects
    said = [subjects.topic(each) for each in (above, below[:BESIDE], lines)]
    across, _ = subjects.near(said[0], [said[1], said[2]])
    line_above, line_below = subjects.near(said[2], said[:2])
    return found | {
        "topic across": across,
        "words across": shared_words(subjects, above, below[:BESIDE]),
        "said again": math.log(
            1 + len(runs_of_three(sight, above) & runs_of_three(sight, below[:BESIDE]))
        ),
        "line above": line_above,
        "line below": line_below,
        "words above": shared_words(subjects, lines, above),
        "words below": shared_words(subjects, lines, below),
    }


def shared_words(subjects: Subjects, one: Iterable[int], other: Iterable[int]) -> float:
    """How much two parts of a page have in common in rare words, from 0 to 1."""
    left, right = subjects.together(one), subjects.together(other)
    least = min(subjects.weight(left), subjects.weight(right))
    return subjects.weight(left & right) / least if least else 0.0


def runs_of_three(sight: Sight, texts: Iterable[int]) -> set[str]:
    """The runs of three characters in some texts: names and phrases that are said again."""
    return {
        run[at : at + _PHRASE]
        for index in texts
        for run in _HANZI.findall(sight.folded[index])
        for at in range(len(run) - _PHRASE + 1)
    }


def is_signed_below(run: Run, kinds: Sequence[Kind]) -> bool:
    """Whether the writers are named directly under the run."""
    below = run.titles[-1].index + 1
    return below < len(kinds) and kinds[below] in ("byline", "credit")


def _has_clauses(line: Title) -> bool:
    """Whether a line is built like a sentence, not like a head of equal parts."""
    lengths = [len(clause) for clause in line.text.split("，")]
    return len(lengths) > 1 and max(lengths) - min(lengths) > 3


def _build(line: Title) -> tuple[int, int]:
    """In how many parts a line is built, and how long the first of them is."""
    return len(line.parts), len(line.parts[0]) if line.parts else 0


def parallel(one: Title, other: Title) -> float:
    """How much two lines are built alike: as many parts, the same lengths, shared characters."""
    if len(one.parts) != len(other.parts):
        return 0.0
    lengths = [len(a) - len(b) for a, b in zip(one.parts, other.parts, strict=True)]
    if max(map(abs, lengths)) > 2:
        return 0.0
    same = 0.4 if not any(lengths) else 0.2
    if len(one.parts) >= 2:
        same += 0.3
    shared = sum(map(eq, one.text, other.text))
    shared += sum(map(eq, reversed(one.text), reversed(other.text)))
    return same + min(0.6, 0.15 * shared)
