"""From pieces, kinds and joins to a `Layout`: every piece in exactly one place."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.ordering.language import Language
from ingest.proposal import Article, Join, Layout, Part, Piece, Role, Subhead
from ingest.readers import ordinals
from ingest.readers.kinds import COMES_FROM, Kind
from ingest.readers.punctuation import fold
from ingest.segmenting import details, met, numbered, untitled
from ingest.segmenting.changes import Ends, give_away
from ingest.segmenting.columns import Grouping
from ingest.segmenting.heads import Heads
from ingest.segmenting.houses import houses
from ingest.segmenting.outline import outline
from ingest.segmenting.placing import Group, Placing
from ingest.segmenting.sight import Run
from ingest.segmenting.subjects import Subjects
from ingest.segmenting.untitled import with_continued

_TEXTS = ("body", "line", "table")
_LISTED = ("line", "table")
_FEWEST_BRIEFS = 3


@dataclass
class Draft:
    """An article while it is put together: numbers of pieces and chains, no text yet.

    `bigrams` are those of its headline stack and paragraphs.
    """

    run: Run | None
    paragraphs: list[list[int]] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    bylines_first: list[int] = field(default_factory=list)
    bylines_last: list[int] = field(default_factory=list)
    subheads: dict[int, int] = field(default_factory=dict)
    sureness: dict[int, float] = field(default_factory=dict)
    jump: str = ""
    bigrams: frozenset[str] = frozenset()


class Segmenter:
    """One page on its way from pieces to articles. `layout()` is the result.

    `gives_away` is False where what speaks for changes inside columns is learned; `heads` is what
    tells the beginnings of articles, where other than what ships.
    """

    def __init__(
        self, pieces: Sequence[Piece], kinds: Sequence[Kind], joins: Sequence[Join],
        language: Language, *, gives_away: bool = True, heads: Heads | None = None,
    ) -> None:  # fmt: skip
        self.gives_away = gives_away
        self.pieces = list(pieces)
        self.language = language
        self.joins = list(joins)
        self.next = {join.left: join.right for join in joins if join.made}
        self.kinds = details.settled(pieces, kinds, self.next, language)
        self.runs = outline(pieces, self.kinds, language)
        self._settle_scraps()
        self.subjects = Subjects.of(pieces, language)
        self.texts = [i for i, kind in enumerate(self.kinds) if kind in _TEXTS]
        self.listed = {index for index in self.texts if self.kinds[index] in _LISTED}
        headed = [run for run in self.runs if run.begins and _has_headline(run)]
        folded = [fold(piece.text).strip() for piece in pieces]
        starts = with_continued(headed, folded, self.kinds, language)
        self._divide(starts, {}, heads)
        articles = [[chain[0] for chain in draft.paragraphs] for draft in self._filled()]
        articles = articles[self.headless :]
        opened = [texts if self._is_opened(texts) else [] for texts in articles]
        if found := untitled.reports(starts, folded, opened):
            under = untitled.headed(found, starts, articles, self.subjects)
            left = [each for each in found if each not in under]
            apart, pairs = met.apart(starts, articles, left, self.subjects)
            before, after = ({id(run) for run in some} for some in (starts, apart))
            kept = [run for run in self.runs if id(run) in after or id(run) not in before]
            fresh = [run for run in apart if id(run) not in before]
            self.runs = sorted([*kept, *fresh], key=lambda run: run.first)
            starts, under = apart, under | pairs
            rest = [each for each in found if each not in under]
            starts = untitled.with_untitled(starts, rest, folded, self.kinds, language)
            self._divide(starts, under, heads)

    def _is_opened(self, texts: Sequence[int]) -> bool:
        """Whether the first text of an article is known for its opening, and stands under its
        headline.
        """
        first = texts[0] if texts else -1
        opened = self.grouping.opened.get(first)
        return opened is not None and opened == self.labels[first] == self.home(first)

    def _divide(self, starts: Sequence[Run], under: Mapping[int, int], heads: Heads | None) -> None:
        """Put the texts into the articles that begin with these stacks; `under` says of which of
        them, by its first line, a text is known to be the beginning.
        """
        self.starts = starts
        self.grouping = Grouping(
            self.pieces, self.texts, starts, self.next, self.subjects, self.language,
            self.listed, heads, under,
        )  # fmt: skip
        self.headless, self.chains = self.grouping.headless, self.grouping.chains
        self.home = self.grouping.home
        self.ends = Ends.of(
            self.pieces, self.kinds, self.texts, self.language, self.home, self.listed,
            houses(starts, self.headless, self.language),
        )  # fmt: skip
        lists = ordinals.lists([fold(piece.text) for piece in self.pieces])
        subheads = {
            line for run in self.runs for line, role in run.roles.items() if role == "subhead"
        }
        self.lists = [each for each in lists if set(each) <= set(self.texts)]
        self.sections = [each for each in lists if set(each) <= subheads]
        self.labels = self._place()

    def _settle_scraps(self) -> None:
        """Short lines that turn out to be text: the rest of a paragraph that nothing joins."""
        for run in self.runs:
            if run.kind == "scrap":
                for title in run.titles:
                    self.kinds[title.index] = "body"
        self.runs = [run for run in self.runs if run.kind != "scrap"]
        after = [index for index, kind in enumerate(self.kinds) if kind in _TEXTS]
        for run in self.runs:
            run.after = next((each for each in after if each > run.titles[-1].index), -1)

    def _place(self) -> dict[int, int]:
        """For each text piece the number of its article."""
        self.opened: dict[int, list[int]] = {}
        self.opening: set[int] = set()
        titles: list[list[int]] = [[]] * self.headless
        titles += [each.pieces for each in self.grouping.stacks]
        if not titles:
            return {}
        hints = {(join.left, join.right): join.confidence for join in self.joins if not join.made}
        heads = {index: self.grouping.opening(index) for index in self.texts}
        groups = self.grouping.groups()
        self.placing = Placing(groups, titles, self.subjects, heads, hints)
        self.opened = {each.pieces[0]: each.pieces for each in groups if each.owner >= 0}
        self.opening = {index for pieces in self.opened.values() for index in pieces}
        for group in groups:
            if self.gives_away and self._stays_together(group):
                give_away(group, self.placing, self.ends)
        for items in self.lists:
            numbered.bring_items_together(items, self.grouping, self.placing)
        for subheads in self.sections:
            numbered.bring_sections_together(subheads, groups, self.grouping, self.placing)
        self.sureness = self.placing.sureness
        return self.placing.labels

    def _stays_together(self, group: Group) -> bool:
        """Whether nothing of a group was put elsewhere for its opening."""
        return len({self.placing.labels[each] for each in group.pieces_from(0)}) == 1

    def following(self) -> dict[int, int]:
        """Texts found inside another article's column, by the text read before each in its own.

        A column breaks there without any sign; so the open end before it may be read on by it.
        """
        read = [[each for chain in draft.paragraphs for each in chain] for draft in self._filled()]
        inside = {
            index for column in self.grouping.columns() for above, index in pairwise(column)
            if self.labels[above] != self.labels[index]
        }  # fmt: skip
        return {left: right for line in read for left, right in pairwise(line) if right in inside}

    def layout(self) -> Layout:
        layout = Layout(pieces=self.pieces, joins=self.joins)
        drafts = self._filled()
        self._add_rest(drafts, layout)
        layout.articles = [
            self._article(number, draft) for number, draft in enumerate(drafts, start=1)
        ]
        return layout

    def _filled(self) -> list[Draft]:
        """The articles with their chains, in reading order: where one would begin in
        mid-sentence, what opens it stands first.
        """
        drafts = [Draft(None) for _ in range(self.headless)]
        drafts += [Draft(run) for run in self.starts]
        if not drafts and "byline" in self.kinds:
            drafts = [Draft(None)]
        late: list[int] = []
        for index in self.texts:
            if self.chains[index][0] != index:
                continue
            label = self.labels[index]
            drafts[label].sureness[index] = self.sureness[index]
            if label == self.home(index):
                drafts[label].paragraphs.append(self.chains[index])
            else:
                late.append(index)
        for index in late:
            paragraphs = drafts[self.labels[index]].paragraphs
            before = self._text_before(index)
            at = next(
                (n for n, chain in enumerate(paragraphs, 1) if before in chain), len(paragraphs)
            )
            paragraphs.insert(at, self.chains[index])
        for draft in drafts:
            self._put_opening_first(draft.paragraphs)
            for items in self.lists:
                numbered.put_in_order(draft.paragraphs, items)
            heads = [title.index for title in draft.run.titles] if draft.run else []
            texts = [each for chain in draft.paragraphs for each in chain]
            draft.bigrams = self.subjects.together(heads + texts)
        return drafts

    def _put_opening_first(self, paragraphs: list[list[int]]) -> None:
        """What opens an article stands first where it would begin in mid-sentence, or where the
        opening has its dateline inside: then as its columns are read on, whatever their order in
        the file. What an editor says over the report stays there.
        """
        if not paragraphs:
            return
        first = paragraphs[0][0]
        if self.grouping.is_midway(first):
            paragraphs.sort(key=lambda chain: chain[0] not in self.opening)
        for index in [chain[0] for chain in paragraphs[1:]]:
            read = self.opened.get(index, [])
            strayed = min(read, default=index) < index or self.home(index) != self.labels[index]
            if read and strayed and self.grouping.is_dated(index):
                place = {each: at for at, each in enumerate(read)}
                paragraphs.sort(key=lambda chain: place.get(chain[0], len(place)))
                return

    def _text_before(self, index: int) -> int:
        place_ = self.texts.index(index)
        return self.texts[place_ - 1] if place_ else -1

    def _add_rest(self, drafts: list[Draft], layout: Layout) -> None:
        """Everything that is no paragraph: titles, bylines, captions, furniture."""
        in_stack = {title.index: run for run in self.starts for title in run.titles}
        roles = {index: role for run in self.runs for index, role in run.roles.items()}
        for index, kind in enumerate(self.kinds):
            if index in self.labels:
                continue
            part = self._part([index])
            if kind == "title":
                role = roles[index]
                part.role = role
                if role == "banner":
                    layout.banners.append(part)
                elif role == "subhead":
                    self._add_subhead(index, drafts, layout)
                elif index not in in_stack:
                    part.role = "banner"
                    layout.banners.append(part)
            elif kind == "byline" and drafts:
                self._add_byline(index, drafts)
            elif kind in ("caption", "credit"):
                self._add_caption(index, drafts, layout)
            else:
                part.role = "jump" if kind == "jump" else "furniture"
                if kind == "jump" and drafts:
                    drafts[self._jumps(index)].jump += part.text
                layout.leftovers.append(part)

    def _jumps(self, index: int) -> int:
        """The article that goes on elsewhere, or the one that comes from there: its headline may
        stand above the jump line or below it.
        """
        if not COMES_FROM.match(fold(self.pieces[index].text).strip()):
            return self._article_before(index)
        return self.home(index + 1 if self.kinds[index + 1 : index + 2] == ["title"] else index)

    def _add_subhead(self, index: int, drafts: list[Draft], layout: Layout) -> None:
        following = next((each for each in self.texts if each > index), None)
        if following is None:
            following = self.texts[-1] if self.texts else None
        if following is None or not drafts:
            part = self._part([index])
            part.role = "banner"
            layout.banners.append(part)
            return
        drafts[self.labels[following]].subheads[index] = self.chains[following][0]

    def _add_byline(self, index: int, drafts: list[Draft]) -> None:
        """Under a stack it opens that article, elsewhere it closes the article before."""
        near = index - 1
        while near >= 0 and self.kinds[near] in ("caption", "credit", "furniture", "byline"):
            near -= 1
        if (near >= 0 and self.kinds[near] == "title") or near < 0:
            drafts[self.home(index)].bylines_first.append(index)
        else:
            drafts[self._article_before(index)].bylines_last.append(index)

    def _article_before(self, index: int) -> int:
        before = [each for each in self.texts if each < index]
        return self.labels[before[-1]] if before else self.home(index)

    def _add_caption(self, index: int, drafts: list[Draft], layout: Layout) -> None:
        part = self._part([index])
        part.role = "credit" if self.kinds[index] == "credit" else "caption"
        if not drafts:
            layout.captions.append(part)
            return
        drafts[self._caption_article(index, drafts)].captions.append(index)

    def _caption_article(self, index: int, drafts: list[Draft]) -> int:
        """The article that a caption speaks of: its own headline's, the one it stands in, or one
        it fits better.
        """
        for number, draft in enumerate(drafts):
            if draft.run and draft.run.caption == index:
                return number
        home = self.home(index)
        fits = [self._fits(index, draft) for draft in drafts]
        best = max(range(len(drafts)), key=lambda each: fits[each])
        return best if fits[best] > fits[home] + 0.25 else home

    def _fits(self, index: int, draft: Draft) -> float:
        own, rarity = self.subjects.bigrams[index], self.subjects.rarity
        total = math.fsum(rarity[each] for each in own)
        shared = math.fsum(rarity[each] for each in own & draft.bigrams)
        return shared / total if total else 0.0

    def _part(self, indexes: Sequence[int]) -> Part:
        return Part(details.joined(self.pieces[each].text for each in indexes), list(indexes))

    def _article(self, number: int, draft: Draft) -> Article:
        article = Article(key=f"a{number}")
        self._set_titles(article, draft)
        self._keep_with_their_briefs(draft)
        for index in [*draft.bylines_first, *draft.bylines_last]:
            article.bylines.append(replace(self._part([index]), role="byline"))
        for chain in draft.paragraphs:
            part = self._part(chain)
            part.role = "table" if self.kinds[chain[0]] == "table" else "body"
            part.confidence = round(draft.sureness.get(chain[0], 1.0), 3)
            article.paragraphs.append(part)
        firsts = [chain[0] for chain in draft.paragraphs]
        for index, first in draft.subheads.items():
            part = self._part([index])
            before = firsts.index(first) if first in firsts else len(firsts)
            article.subheads.append(Subhead(part.text, part.pieces, before=before, role="subhead"))
        for index in draft.captions:
            role: Role = "credit" if self.kinds[index] == "credit" else "caption"
            article.captions.append(replace(self._part([index]), role=role))
        article.dateline = details.dateline(article, self.language)
        article.byline = details.byline(article, self.language)
        writers = {index for index, kind in enumerate(self.kinds) if kind == "byline"}
        whole = self.listed | writers
        article.missing = details.missing(
            article, draft.jump, self.language, whole, self.grouping.indents
        )
        return article

    def _keep_with_their_briefs(self, draft: Draft) -> None:
        """Lines of writers with texts between all of them name each who wrote the brief above it,
        not who wrote the article.
        """
        lines, firsts = draft.bylines_last, [chain[0] for chain in draft.paragraphs]
        parted = [
            any(above < first < below for first in firsts) for above, below in pairwise(lines)
        ]
        if len(lines) < _FEWEST_BRIEFS or not all(parted):
            return
        for line in lines:
            texts = [each for chain in draft.paragraphs for each in chain if each < line]
            above = max(texts, default=None)
            at = next((n for n, chain in enumerate(draft.paragraphs, 1) if above in chain), 0)
            draft.paragraphs.insert(at, [line])
        draft.bylines_last = []

    def _set_titles(self, article: Article, draft: Draft) -> None:
        if not draft.run or not draft.run.reading:
            return
        for role in ("kicker", "headline", "deck"):
            indexes = [index for index, each in draft.run.roles.items() if each == role]
            if indexes:
                part = Part(
                    " ".join(self.pieces[each].text for each in indexes), indexes,
                    round(draft.run.reading.confidence, 3), role=role,
                )  # fmt: skip
                setattr(article, role, part)


def _has_headline(run: Run) -> bool:
    return "headline" in run.roles.values()
