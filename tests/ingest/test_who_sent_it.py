"""Where figures come from stays under them; who sent a text is its byline, above it or below."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout

ROWS = ("站名 头班 末班 票价", "码头 6:10 19:30 2元", "窑湾 6:25 19:45 3元", "砖厂 6:40 20:00 4元")
PIER = "本报讯（记者 尹小棉）码头的吊机昨天开始拆除，拆下来的钢铁送进了镇上的工业博物馆。"


def page(*blocks: str) -> Layout:
    return layout("\n\n".join(blocks))


@pytest.mark.parametrize("source", ["（数据来源：县客运公司）", "资料来源：县客运公司"])
def test_the_source_of_a_table_is_its_last_line(source: str) -> None:
    found = page("城乡公交新线一览", *ROWS, source, "老码头拆吊机", PIER)
    assert found.articles[0].paragraphs[-1].text == source
    assert found.articles[1].kicker is None


def test_who_gave_a_text_is_named_under_its_headline() -> None:
    advice = "蘑菇颜色越淡越要当心，白色的毒鹅膏最毒，煮过晒过都一样，吃下去要到第二天才发作。"
    found = page("山里的蘑菇不要采", "县人民医院提供", advice, "吃了不舒服，带上蘑菇去看医生。")
    article = found.articles[0]
    assert article.headline and article.headline.text == "山里的蘑菇不要采"
    assert article.byline == "县人民医院提供"
