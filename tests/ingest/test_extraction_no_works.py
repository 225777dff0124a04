"""What the networks may take for a work, though the print around it says that it is none."""

from datetime import date

import pytest

from ingest.extraction.clauses.sentences import Clause, read_sentences
from ingest.extraction.learned.no_works import is_no_work
from ingest.extraction.words.moods import MoodOfArticle
from ingest.extraction.works.projects import Reading

TODAY = date(2024, 6, 15)


def is_none(text: str, name: str) -> bool:
    """Whether a name is that of no work, where the rules have read the sentence."""
    reading, mood = Reading("a", TODAY), MoodOfArticle()
    sentences = read_sentences(text, TODAY, None)
    reading.begin_paragraph(sentences)
    for each in sentences:
        reading.read(each, mood.hear(each.text, is_dated=False))
    clauses: list[Clause] = [clause for each in sentences for clause in each.clauses]
    clause = next(each for each in clauses if name in each.text)
    before, _, behind = text.partition(name)
    return is_no_work(name, clause, before, behind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县第四中学设48个教学班,二期体育馆明年5月完工。", "二期体育馆"),
        ("黄桃加工项目总投资1.2亿元,建设桃汁、桃罐头生产线各1条,明年9月投产。", "桃罐头生产线"),
        ("村里利用旧粮仓建起了合作社。", "粮仓"),
        ("铁匠街片区,是全县第一个城中村改造项目,10月底交付。", "城中村改造项目"),
        ("滨河大道延伸段、县体育馆都在建设,前者路基工程已完成80%。", "前者路基工程"),
        ("该路段全长32公里,按平原微丘标准改建,10月通车。", "平原微丘"),
    ],
)
def test_what_is_but_part_or_kind_or_way_of_a_work_is_none(text: str, name: str) -> None:
    assert is_none(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县第四中学设48个教学班,二期体育馆投资3800万元,明年5月完工。", "二期体育馆"),
        ("铁匠街片区城中村改造项目10月底交付。", "铁匠街片区城中村改造项目"),
        ("县里计划改建平原路,10月通车。", "平原路"),
        ("八里坪大桥年底前合龙。", "八里坪大桥"),
    ],
)
def test_what_has_a_cost_or_a_verb_of_its_own_may_be_one(text: str, name: str) -> None:
    assert not is_none(text, name)
