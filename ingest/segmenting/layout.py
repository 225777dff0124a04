"""From pieces, kinds and joins to a `Layout`: every piece in exactly one place."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.ordering.language import Language, plain
from ingest.ordering.page import Draft as PageDraft
from ingest.proposal import Article, Join, Layout, Part, Piece, Role, Subhead
from ingest.readers.kinds import Kind
from ingest.readers.punctuation import fold, visible
from ingest.segmenting import details
from ingest.segmenting.outline import Run, outline
from ingest.segmenting.placing import Unit, place
from ingest.segmenting.titles import DATELINE

_TEXTS = ("body", "table")


@dataclass
class Draft:
    """An article while it is put together: numbers of pieces and chains, no text yet."""

    run: Run | None
    paragraphs: list[list[int]] = field(default_factory=list)
    captions: list[int] = field(default_factory=list)
    bylines_first: list[int] = field(default_factory=list)
    bylines_last: list[int] = field(default_factory=list)
    subheads: dict[int, int] = field(default_factory=dict)
    sureness: dict[int, float] = field(default_factory=dict)
    jump: str = ""


class Segmenter:
    """One page on its way from pieces to articles. `layout()` is the result."""

    def __init__(
        self, pieces: Sequence[Piece], kinds: Sequence[Kind], joins: Sequence[Join],
        language: Language,
    ) -> None:  # fmt: skip
        self.pieces = list(pieces)
        self.language = language
        self.joins = list(joins)
        self.next = {join.left: join.right for join in joins if join.made}
        self.kinds = details.settled(pieces, kinds, self.next, language)
        self.runs = outline(pieces, self.kinds, language)
        self._settle_scraps()
        self.content = [_content(piece.text) for piece in pieces]
        counts = Counter(bigram for found in self.content for bigram in found)
        self.rarity = {each: math.log(len(pieces) / n) for each, n in counts.items()}
        self.starts = [run for run in self.runs if run.begins and _has_headline(run)]
        self.texts = [i for i, kind in enumerate(self.kinds) if kind in _TEXTS]
        self.headless = bool(self.texts) and (
            not self.starts or self.texts[0] < self.starts[0].first
        )
        self.chains = self._chains()
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

    def _chains(self) -> dict[int, list[int]]:
        """For each text piece the whole chain of joined pieces that it is in."""
        seconds = set(self.next.values())
        found: dict[int, list[int]] = {}
        for index in self.texts:
            if index not in seconds:
                chain = [index]
                while chain[-1] in self.next:
                    chain.append(self.next[chain[-1]])
                found.update(dict.fromkeys(chain, chain))
        return found

    def home(self, index: int) -> int:
        """The article that a piece stands under: the last stack above it."""
        above = sum(run.first <= index for run in self.starts)
        return max(0, above - 1 + self.headless)

    def _opening(self, run: Run) -> int:
        """The first text of an article: the dateline under its stack, past the rest of others."""
        others = (each.first for each in self.starts if each.first > run.first)
        end = min(others, default=len(self.pieces))
        texts = [each for each in self.texts if run.first < each < end]
        dated = [each for each in texts[:3] if DATELINE.match(fold(self.pieces[each].text))]
        fresh = [each for each in texts if self.chains[each][0] == each]
        return next(iter(dated or fresh or texts), -1)

    def _place(self) -> dict[int, int]:
        """For each text piece the number of its article."""
        openings = {self._opening(run) for run in self.starts}
        units = []
        for index in self.texts:
            chain = self.chains[index]
            first = chain[0]
            dated = bool(DATELINE.match(fold(self.pieces[index].text)))
            leads = index == first and (index in openings or dated)
            units.append(
                Unit(
                    piece=index,
                    content=frozenset().union(*(self.content[each] for each in chain)),
                    opening=visible(fold(self.pieces[first].text))[:6] if index == first else "",
                    home=self.home(first),
                    leads=leads,
                    anchored=leads and dated,
                    chain=first,
                )
            )
        titles = [frozenset[str]()] * self.headless + [
            frozenset().union(*(self.content[title.index] for title in run.titles))
            for run in self.starts
        ]
        labels, self.sure = place(units, titles, self.rarity)
        placed = dict(zip(self.texts, labels, strict=True))
        self.sureness = dict(zip(self.texts, self.sure, strict=True))
        return {index: placed[self.chains[index][0]] for index in self.texts}

    def draft(self) -> PageDraft:
        """What ordering may learn from this view of the page, for a second round."""
        sections = [self.labels.get(index, self.home(index)) for index in range(len(self.pieces))]
        following: dict[int, int] = {}
        for draft in self._filled():
            read = [index for chain in draft.paragraphs for index in chain]
            following.update(pairwise(read))
        return PageDraft(sections, following)

    def layout(self) -> Layout:
        layout = Layout(pieces=self.pieces, joins=self.joins)
        drafts = self._filled()
        self._add_rest(drafts, layout)
        layout.articles = [
            self._article(number, draft) for number, draft in enumerate(drafts, start=1)
        ]
        return layout

    def _filled(self) -> list[Draft]:
        """The articles with their chains, in reading order."""
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
        return drafts

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
                    drafts[self._article_before(index)].jump += part.text
                layout.leftovers.append(part)

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
        """The article that a caption speaks of: the one it stands in, or one it fits better."""
        home = self.home(index)
        fits = [self._fits(index, draft) for draft in drafts]
        best = max(range(len(drafts)), key=lambda each: fits[each])
        return best if fits[best] > fits[home] + 0.25 else home

    def _fits(self, index: int, draft: Draft) -> float:
        own = self.content[index]
        there = frozenset().union(
            *(self.content[each] for chain in draft.paragraphs for each in chain),
            *(self.content[title.index] for title in (draft.run.titles if draft.run else [])),
        )
        total = sum(self.rarity[each] for each in own)
        return sum(self.rarity[each] for each in own & there) / total if total else 0.0

    def _part(self, indexes: Sequence[int]) -> Part:
        return Part(details.joined(self.pieces[each].text for each in indexes), list(indexes))

    def _article(self, number: int, draft: Draft) -> Article:
        article = Article(key=f"a{number}")
        self._set_titles(article, draft)
        order = [[each] for each in draft.bylines_first]
        order += draft.paragraphs + [[each] for each in draft.bylines_last]
        for chain in order:
            part = self._part(chain)
            part.role = "byline" if self.kinds[chain[0]] == "byline" else "body"
            if self.kinds[chain[0]] == "table":
                part.role = "table"
            part.confidence = round(draft.sureness.get(chain[0], 1.0), 3)
            article.paragraphs.append(part)
        firsts = [chain[0] for chain in order]
        for index, first in draft.subheads.items():
            part = self._part([index])
            before = firsts.index(first) if first in firsts else len(firsts)
            article.subheads.append(Subhead(part.text, part.pieces, before=before, role="subhead"))
        for index in draft.captions:
            role: Role = "credit" if self.kinds[index] == "credit" else "caption"
            article.captions.append(replace(self._part([index]), role=role))
        article.dateline = details.dateline(article)
        article.byline = details.byline(article)
        article.missing = details.missing(article, draft.jump, self.language)
        return article

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


def _content(text: str) -> frozenset[str]:
    marks = plain(text)
    return frozenset(
        marks[at : at + 2]
        for at in range(len(marks) - 1)
        if "\u4e00" <= marks[at] <= "\u9fff" and "\u4e00" <= marks[at + 1] <= "\u9fff"
    )
