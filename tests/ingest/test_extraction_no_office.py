"""办 is the last word of an office, and a verb: who wants to do a thing names no office by it."""

import pytest

from ingest.extraction.names.departments import bodies


@pytest.mark.parametrize(
    "text",
    [
        "卜宜乡还要办一间醋坊。",
        "襄垣镇想办个漆器作坊。",
        "朱坑乡两年前就没再办食堂。",
        "岳壁乡上自己办起养蜂场，镇上接着办幼儿园。",
        "洪善镇也会办一场比武。",
    ],
)
def test_who_does_a_thing_names_no_office(text: str) -> None:
    assert bodies([text], []) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("县扶贫办一名干部到村里察看。", ["县扶贫办"]),
        ("县治超办和县创城办联合检查，县编办督办。", ["县治超办", "县创城办", "县编办"]),
        ("县重点办要求，县统筹办今年还要办两件事。", ["县重点办", "县统筹办"]),
        ("市以工代赈办批复了这个项目。", ["市以工代赈办"]),
    ],
)
def test_an_office_is_still_one(text: str, named: list[str]) -> None:
    assert bodies([text], []) == named
