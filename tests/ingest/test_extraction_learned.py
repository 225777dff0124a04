"""What the networks may say of works and targets: they choose among finds, are heard where they are sure, and
the desk asks about what only they saw."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from ingest.extraction import extract
from ingest.extraction.learned import bound, network, opinion
from ingest.extraction.learned.aims import Aims
from ingest.extraction.learned.dated import Dated
from ingest.extraction.learned.places import PlacesTell
from ingest.extraction.learned.relations import relation
from ingest.extraction.learned.words import KINDS, term_of
from ingest.networks import Layer, Memory
from ingest.proposal import Article, Known, Part, ProjectFact, Sum, TargetFact
from tests.ingest.hearing import ISSUE, Told, hear, hear_all, text_of

LINE = "柿子沟的吊桥要换成水泥桥,花130万元,八月十五日前通行。"


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


def test_sizes_of_the_next_part_of_the_sentence_are_not_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "柿子沟的吊桥桥长42米,八月十五日前通行;新建公厕22座。"
    (found,) = hear(monkeypatch, Told({"柿子沟的吊桥": 0.9}, {"day": 1}), [], line)
    assert [each.text for each in found.capacities] == ["42米"]


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


def test_a_task_of_a_list_without_day_and_sum_is_harder_to_deny(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "支持柿子沟吊桥改造,带动后山三个村。"
    told = ProjectFact("柿子沟吊桥改造", "a", line, stage="under_construction")
    bare = ProjectFact("柿子沟吊桥改造", "a", line)
    (found,) = hear(monkeypatch, Told({"柿子沟吊桥改造": 0.3}), [told], line)
    assert found is told and found.confidence < 0.9
    assert hear(monkeypatch, Told({"柿子沟吊桥改造": 0.05}), [told], line) == []
    assert hear(monkeypatch, Told({"柿子沟吊桥改造": 0.3}), [bare], line) == []


def test_a_work_with_a_name_and_a_day_is_harder_to_deny_beside_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "柿子沟吊桥、椿树坪渡口八月十五日前通行,老岭隧道年底贯通。"

    def kept(name: str, *others: str, share: float = 0.43) -> bool:
        day = date(2022, 8, 15)
        facts = [ProjectFact(each, "a", line, due_on=day) for each in (name, *others)]
        seen = Told({**dict.fromkeys(others, 0.9), name: share})
        return facts[0] in hear(monkeypatch, seen, facts, line)

    assert kept("柿子沟吊桥", "椿树坪渡口", "老岭隧道")
    assert not kept("柿子沟吊桥", "椿树坪渡口")  # of hardly any others
    assert not kept("柿子沟吊桥", "椿树坪渡口", "老岭隧道", share=0.3)
    assert not kept("隧道", "椿树坪渡口", "柿子沟吊桥")  # no name of its own


def test_a_work_that_is_but_named_is_added_beside_others_where_the_networks_are_rather_sure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = "柿子沟吊桥全长42米,椿树坪渡口、老岭隧道八月十五日前通行。"

    def added(share: float, *others: str, name: str = "柿子沟吊桥") -> bool:
        day = date(2022, 8, 15)
        facts = [ProjectFact(each, "a", line, due_on=day) for each in others]
        told = Told({**dict.fromkeys(others, 0.9), name: share})
        return name in [each.name for each in hear(monkeypatch, told, facts, line)]

    assert added(0.7, "椿树坪渡口", "老岭隧道")
    assert not added(0.55, "椿树坪渡口", "老岭隧道")
    assert not added(0.7, "椿树坪渡口")
    assert added(0.9)
    assert not added(0.7, "椿树坪渡口", "老岭隧道", name="通行")  # no word for a work


def test_the_tasks_of_a_plan_are_works_though_neither_day_nor_sum_is_told() -> None:
    plan = "要全力办好民生。支持城东实验学校幼儿园建设,切实改善办学条件。"
    facts = extract([Article("a", paragraphs=[Part(plan, [])])], issue_date=ISSUE, known=Known())
    assert [each.name for each in facts.projects] == ["城东实验学校幼儿园建设"]


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


def test_a_name_that_only_the_networks_see_ends_before_its_bracket(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = Told({"竹吊桥(重建": 0.9})
    (found,) = hear(monkeypatch, told, [], "村头的竹吊桥(重建,八月十五日前通行)花130万元。")
    assert found.name == "竹吊桥"


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
    places = PlacesTell([], {}, [])
    windows = opinion.Opinion(text, [], aims, dated, "a", networks, places)._windows
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


def test_who_goes_somewhere_is_no_work() -> None:
    text = "在城北中学扩建工地，李晓东走进教学楼，查看质量。该项目总投资6200万元，8月投用。"
    article = Article("a", paragraphs=[Part(text, [])])
    found = extract([article], issue_date=ISSUE, known=Known()).projects
    assert [each.name for each in found] == ["城北中学扩建"]
