"""What the networks may say of works and targets: they choose among finds, are heard where they are sure, and
the desk asks about what only they saw."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from ingest.extraction import extract
from ingest.extraction.learned import bound, network, opinion
from ingest.extraction.learned.aims import Aims
from ingest.extraction.learned.dated import Dated, best_run
from ingest.extraction.learned.relations import relation
from ingest.extraction.learned.words import KINDS, Text, term_of, words_of
from ingest.extraction.sentences import read_sentences
from ingest.networks import Layer, Memory, Numbers
from ingest.proposal import Article, Known, Part, ProjectFact, Sum, TargetFact

ISSUE = date(2022, 3, 8)
LINE = "柿子沟的吊桥要换成水泥桥,花130万元,八月十五日前通行。"


def text_of(*paragraphs: str) -> Text:
    return words_of([read_sentences(each, ISSUE) for each in paragraphs])


class Told:
    """Stands in for the networks: names these words, holds the figures at these places so firmly,
    takes every figure for a target so far, and every date for that of what `deed` tells.
    """

    def __init__(
        self, names: dict[str, float], figures: dict[str, int] | None = None, aims: float = 0.5,
        share: float = 1.0, dated: float = 0.3, deed: str = "",
    ) -> None:  # fmt: skip
        self.names, self.figures, self.likely = names, figures or {}, aims
        self.share, self.dated, self.deed = share, dated, deed
        self.vocabulary = self

    def numbers(self, word: object, rules: int) -> list[object]:
        return [word, rules]

    def read(self, windows: Sequence[Sequence[list]]) -> list[tuple[Numbers, list[Numbers]]]:
        texts = [[word for word, _ in each] for each in windows]
        return [(self._shares(words), [words]) for words in texts]

    def _shares(self, words: Sequence) -> Numbers:
        shares = np.tile(np.array([1, 0, 0], dtype=np.float32), (len(words), 1))
        text = "".join(each.text for each in words)
        for name, share in self.names.items():
            at, begins = 0, text.find(name)
            for row, word in enumerate(words):
                if begins >= 0 and begins <= at < begins + len(name):
                    first = at == begins
                    shares[row] = [1 - share, share * first, share * (not first)]
                at += len(word.text)
        return shares

    def aims(self, states: object, figures: Sequence[int]) -> Numbers:
        return np.full(len(figures), self.likely, dtype=np.float32)

    def events(self, states: object, dates: Sequence[int]) -> Numbers:
        return np.full(len(dates), self.dated, dtype=np.float32)

    def deeds(self, states: Sequence[Sequence], words: Sequence[int]) -> Numbers:
        told = [states[0][at].text in self.deed for at in words]
        return np.where(told, 3.0, -3.0)

    def bind(self, what: str, states: object, names: object, candidates: Sequence, rules: object):
        rest = (1 - self.share) / max(1, len(candidates))
        shares = np.full(len(candidates) + 1, rest, dtype=np.float32)
        shares[self.figures.get(what, 0)] = self.share
        return shares


def hear(monkeypatch: pytest.MonkeyPatch, told: Told, facts: list[ProjectFact], *texts: str):
    return hear_all(monkeypatch, told, facts, [], *texts).works


def hear_all(
    monkeypatch: pytest.MonkeyPatch, told: Told, facts: list[ProjectFact],
    targets: list[TargetFact], *texts: str,
) -> opinion.Heard:  # fmt: skip
    monkeypatch.setattr(opinion, "load", lambda: told)
    paragraphs = [read_sentences(each, ISSUE) for each in texts]
    (heard,) = opinion.second_opinions([opinion.Ruled(facts, targets, paragraphs, "a")])
    return heard


def test_a_work_that_only_the_networks_see_is_doubted_and_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = Told({"柿子沟的吊桥": 0.9}, {"sum": 1, "day": 1})
    (found,) = hear(monkeypatch, told, [], LINE)
    assert (found.name, found.quote, found.article) == ("柿子沟的吊桥", LINE, "a")
    assert found.confidence < 0.9
    assert found.announced and found.announced.yuan == Decimal(1_300_000)
    assert (found.due_text, found.due_on) == ("八月十五日前", date(2022, 8, 15))


def test_sizes_told_behind_the_name_are_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "全村有88户,柿子沟的吊桥桥长42米,宽3米,八月十五日前通行。"
    (found,) = hear(monkeypatch, Told({"柿子沟的吊桥": 0.9}, {"day": 1}), [], line)
    assert [each.text for each in found.capacities] == ["42米", "3米"]


def test_a_work_that_is_hardly_seen_is_not_added(monkeypatch: pytest.MonkeyPatch) -> None:
    assert hear(monkeypatch, Told({"柿子沟的吊桥": 0.35}), [], LINE) == []


def test_another_word_for_a_work_of_the_rules_is_no_other_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fact = ProjectFact("柿子沟的吊桥", "a", LINE)
    more = "柿子沟吊桥走了三十年。"
    told = Told({"柿子沟的吊桥": 0.9, "柿子沟吊桥": 0.9})
    assert hear(monkeypatch, told, [fact], LINE, more) == [fact]


def test_a_work_of_the_rules_stands_unless_it_is_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    fact = ProjectFact("吊桥", "a", LINE)
    assert hear(monkeypatch, Told({"吊桥": 0.6}), [fact], LINE) == [fact]
    assert hear(monkeypatch, Told({}), [fact], LINE) == []


def test_what_stands_in_no_sentence_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    row = ProjectFact("茶亭渡口改造", "a", "茶亭渡口改造 | 90万元")
    assert hear(monkeypatch, Told({}), [row], LINE) == [row]
    assert hear(monkeypatch, Told({}), [row]) == [row]


def test_a_sum_gives_way_to_a_printed_one_or_to_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(text: str, yuan: int) -> ProjectFact:
        return ProjectFact("吊桥", "a", LINE, investments=[Sum(Decimal(yuan), text)])

    (other,) = hear(monkeypatch, Told({"吊桥": 0.9}, {"sum": 1}), [work("7元", 7)], LINE)
    assert [each.text for each in other.investments] == ["130万元"]
    (none,) = hear(monkeypatch, Told({"吊桥": 0.9}), [work("130万元", 1_300_000)], LINE)
    assert none.investments == []


@pytest.mark.parametrize(
    ("held", "place", "needed"),
    [
        (None, 1, bound.FIRST),  # the first figure of a work
        ("7元", 1, bound.OTHER),  # another one than the rules hold
        ("130万元", 0, bound.NONE),  # none
    ],
)
def test_a_sum_gives_way_to_what_the_networks_are_sure_of_alone(
    monkeypatch: pytest.MonkeyPatch, held: str | None, place: int, needed: float
) -> None:
    def sums(share: float) -> list[str]:
        known = {"7元": Decimal(7), "130万元": Decimal(1_300_000)}
        sums = [Sum(known[held], held)] if held else []
        work = ProjectFact("吊桥", "a", LINE, investments=sums)
        told = Told({"吊桥": 0.9}, {"sum": place}, share=share)
        (found,) = hear(monkeypatch, told, [work], LINE)
        return [each.text for each in found.investments]

    before = [held] if held else []
    assert sums(needed - 0.02) == before != sums(needed + 0.02)


def test_a_day_that_the_finder_holds_for_none_needs_the_most(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "吊桥今年花了130万元。"

    def day(share: float) -> date | None:
        told = Told({"吊桥": 0.9}, {"day": 1}, share=share)
        (found,) = hear(monkeypatch, told, [ProjectFact("吊桥", "a", line)], line)
        return found.due_on

    assert (day(bound.DOUBTED - 0.02), day(bound.DOUBTED + 0.02)) == (None, date(2022, 12, 31))


def test_what_is_printed_elsewhere_is_not_denied_by_a_text_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = [Sum(Decimal(1_300_000), "130万元")]
    more = "晒谷场,磨坊,水渠," * 80 + "吊桥通了,锣鼓8元。"
    work = ProjectFact("吊桥", "a", LINE, investments=held, due_on=date(2022, 8, 15))
    (found,) = hear(monkeypatch, Told({"吊桥": 0.9}, {"sum": 1, "day": 1}, share=0.5), [work], LINE)
    assert found.investments == held
    (found,) = hear(monkeypatch, Told({"吊桥": 0.9}), [work], more)
    assert (found.investments, found.due_on) == (held, date(2022, 8, 15))


def test_the_networks_find_a_work_that_no_rule_finds() -> None:
    line = "镇上的冷库扩容已经动工,投资650万元,九月底装货。"
    article = Article("a", paragraphs=[Part(line, [])])
    (found,) = extract([article], issue_date=ISSUE, known=Known()).projects
    assert (found.name, found.quote, found.stage) == ("冷库扩容", line, "completed")
    assert found.announced and found.announced.text == "650万元"
    assert found.due_on == date(2022, 9, 30) and found.confidence < 0.9


def test_a_body_is_no_work_though_the_networks_see_one(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "溪口县水利局,花130万元,八月十五日前通行。"
    assert hear(monkeypatch, Told({"溪口县水利局": 0.9}, {"sum": 1}), [], line) == []


AIM = "茶叶站今年要教会260户人家用杀青机,六月底前办完。"


def promise(**given: object) -> TargetFact:
    told = {"value": Decimal(260), "unit": "户", "value_text": "260户", **given}
    return TargetFact("a", "quantity", "教会人家", AIM, **told)  # type: ignore[arg-type]


def test_a_target_that_only_the_networks_see_is_doubted_and_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = Told({}, {"term": 2}, aims=0.9)
    (found,) = hear_all(monkeypatch, told, [], [], AIM).targets
    assert (found.value, found.unit, found.quote, found.article) == (260, "户", AIM, "a")
    assert found.indicator and found.confidence < 0.9
    assert (found.due_text, found.due_on) == ("六月底前", date(2022, 6, 30))


def test_a_figure_that_hardly_looks_promised_is_no_target(monkeypatch: pytest.MonkeyPatch) -> None:
    assert hear_all(monkeypatch, Told({}, aims=0.5), [], [], AIM).targets == []


def test_a_target_of_the_rules_stands_unless_it_is_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    known = promise()
    assert hear_all(monkeypatch, Told({}, aims=0.5), [], [known], AIM).targets == [known]
    assert hear_all(monkeypatch, Told({}, aims=0.01), [], [known], AIM).targets == []


DATED = "县教育局说,民办园的收费标准,四月二十日前公布,家长可以查。"


def event(told: str, text: str = "四月二十日前") -> TargetFact:
    return TargetFact("a", "event", told, DATED, due_text=text, due_on=date(2022, 4, 20))


def test_what_is_promised_by_a_day_is_told_in_printed_words_and_doubted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = Told({}, dated=0.9, deed="收费标准,公布")
    (found,) = hear_all(monkeypatch, told, [], [], DATED).targets
    assert (found.kind, found.indicator, found.value) == ("event", "收费标准,公布", None)
    assert (found.quote, found.article, found.confidence < 0.9) == (DATED, "a", True)
    assert (found.due_text, found.due_on) == ("四月二十日前", date(2022, 4, 20))


@pytest.mark.parametrize(("dated", "deed"), [(0.4, "公布"), (0.9, ""), (0.9, "可以")])
def test_a_date_promises_nothing_that_is_hardly_seen_or_not_told(
    monkeypatch: pytest.MonkeyPatch, dated: float, deed: str
) -> None:
    told = Told({}, dated=dated, deed=deed)
    assert hear_all(monkeypatch, told, [], [], DATED).targets == []


def test_each_event_has_one_date_that_of_its_clause_and_nearest_to_its_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "移民资金四月二十日前公布,合作社年底分红名册十二月十日公示。"
    told = Told({}, dated=0.9, deed="移民资金公布分红名册公示")
    found = hear_all(monkeypatch, told, [], [], line).targets
    assert [(each.indicator, each.due_text) for each in found] == [
        ("移民资金公布", "四月二十日前"),
        ("分红名册公示", "十二月十日"),
    ]


def test_an_event_is_told_by_its_thing_and_its_deed_though_other_words_stand_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "井水的检测报告将于四月二十日前由村干部向群众公示。"
    told = Told({}, dated=0.9, deed="检测报告公示")
    (found,) = hear_all(monkeypatch, told, [], [], line).targets
    assert (found.indicator, found.due_text) == ("检测报告公示", "四月二十日前")


@pytest.mark.parametrize(
    ("line", "told", "stage"),
    [
        ("下坊片的机耕路四月二十日前通车。", "机耕路通车", "operating"),
        ("社区的分房名单四月二十日前公示。", "分房名单公示", None),
    ],
)
def test_the_stage_of_an_event_is_that_of_its_deed(
    monkeypatch: pytest.MonkeyPatch, line: str, told: str, stage: str | None
) -> None:
    (found,) = hear_all(monkeypatch, Told({}, dated=0.9, deed=told), [], [], line).targets
    assert (found.indicator, found.stage) == (told, stage)


def test_an_event_of_the_rules_stands_unless_it_is_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    known = event("公布收费标准")
    for dated, left in ((0.9, [known]), (0.2, [known]), (0.01, [])):
        told = Told({}, dated=dated, deed="收费标准,公布")
        assert hear_all(monkeypatch, told, [], [known], DATED).targets == left


def test_an_event_whose_day_is_printed_elsewhere_is_not_judged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = event("公布收费标准", "月底")
    assert hear_all(monkeypatch, Told({}, dated=0.01), [], [known], DATED).targets == [known]


@pytest.mark.parametrize(
    ("odds", "told"),
    [([-1, 2, -1, 3, -4, 1], [1, 2, 3]), ([-1, -2], []), ([], []), ([1, -3, 2, 2], [2, 3])],
)
def test_the_stretch_that_tells_most_is_taken(odds: list[float], told: list[int]) -> None:
    assert list(best_run(odds)) == told


def test_a_season_stays_the_term_of_a_target(monkeypatch: pytest.MonkeyPatch) -> None:
    line = AIM.replace("六月底前", "秋收前")
    known = promise(due_text="秋收前", due_precision="season")
    known.quote = line
    (found,) = hear_all(monkeypatch, Told({}), [], [known], line).targets
    assert (found.due_text, found.due_on) == ("秋收前", None)


def test_of_a_figure_that_is_printed_twice_the_rules_are_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "茶叶站去年教会260户,今年再教会260户。"
    known = promise()
    known.quote = line
    for likely in (0.01, 0.99):
        found = hear_all(monkeypatch, Told({}, aims=likely), [], [known], line).targets
        assert found == [known]


def test_the_day_of_a_target_gives_way_to_a_printed_one(monkeypatch: pytest.MonkeyPatch) -> None:
    known = promise(due_text="今年", due_on=date(2022, 12, 31), due_precision="year")
    (found,) = hear_all(monkeypatch, Told({}, {"term": 2}), [], [known], AIM).targets
    assert (found.due_text, found.due_precision) == ("六月底前", "month")


def test_a_text_is_read_the_same_beside_a_longer_one() -> None:
    networks = network.load()
    windows = [
        [networks.vocabulary.numbers(word, network.NO_NAME) for word in text_of(each).words]
        for each in (LINE, LINE * 5)
    ]
    (alone, _), *_ = networks.read(windows[:1])
    (beside, _), (longer, _) = networks.read(windows)
    np.testing.assert_allclose(alone, beside, atol=1e-5)
    np.testing.assert_allclose(longer.sum(axis=1), 1, atol=1e-5)


def test_a_memory_keeps_what_it_is_told_to_keep() -> None:
    shut = Memory(
        Layer(np.ones((3, 1), dtype=np.float32), np.array([0, -30, 0], dtype=np.float32)),
        Layer(np.zeros((3, 1), dtype=np.float32), np.zeros(3, dtype=np.float32)),
    )
    states = shut(np.array([[[0.0], [2.0]]], dtype=np.float32))
    np.testing.assert_allclose(states[0, :, 0], np.tanh([0, 2]), atol=1e-6)


def test_packed_networks_are_read_as_they_were() -> None:
    data = network.BASE.read_bytes()
    assert len(data) < 1_200_000
    assert len(network.unpack(data).networks) == len(network.load().networks)


def test_a_find_is_one_word_that_tells_its_kind() -> None:
    words = text_of(LINE).words
    kinds = {KINDS[each.kind]: each for each in words if each.find}
    assert set(kinds) == {"none", "due"} and kinds["due"].text == "日"
    assert LINE[kinds["due"].start : kinds["due"].end] == "八月十五日前"


def test_a_time_that_has_gone_by_is_no_term_whatever_else_it_is() -> None:
    days = [
        each for each in text_of("今年元旦假期,吊桥上挤满了人,五月开铺新板。").words if each.find
    ]
    assert [term_of(each) is not None for each in days] == [False, True]


def test_windows_hold_every_word_once() -> None:
    text = text_of(LINE * 40, "晒谷场,磨坊,水渠," * 200, LINE)
    networks = network.load()
    aims, dated = Aims(text, [], "a", networks), Dated(text, [], "a", networks)
    windows = opinion.Opinion(text, [], aims, dated, "a", networks)._windows
    assert [each.first for each in windows[1:]] == [each.last for each in windows[:-1]]
    assert (windows[0].first, windows[-1].last) == (0, len(text.words))
    assert max(each.last - each.first for each in windows) <= opinion.WINDOW


def test_the_longer_of_two_names_is_taken_where_both_begin() -> None:
    text = text_of("石臼村水塔扩容开工,石臼村水塔是老的。")
    found = [name for name, _ in text.spans_of(["石臼村水塔", "石臼村水塔扩容"])]
    assert found == ["石臼村水塔扩容", "石臼村水塔"]


def test_the_relation_names_the_nearest_place_of_a_name() -> None:
    words = text_of("东渠清淤。西渠清淤花9万元。").words
    at = next(place for place, word in enumerate(words) if word.find)
    found = relation(words, [(0, 1), (at - 3, at - 2)], [], at, [at])
    assert found.name == (at - 3, at - 2) and set(found.relation) == {0.0, 1.0}
