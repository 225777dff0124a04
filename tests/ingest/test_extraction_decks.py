"""The year of a list may stand in the deck, under a headline that names none."""

from tests.ingest.works_told import promised

ITEMS = ("1.新增普惠托位260个。", "2.改造背街小巷18条。")


def test_the_year_in_a_deck_is_that_of_the_list_under_it() -> None:
    found = promised(*ITEMS, headline="代表投票定下来", deck="2024年云溪县十件民生实事")
    assert found == {"新增普惠托位": "2024-12-31", "改造背街小巷": "2024-12-31"}


def test_a_deck_that_tells_what_was_done_promises_nothing() -> None:
    found = promised(*ITEMS, headline="件件有回音", deck="2024年云溪县民生实事完成情况")
    assert found == {}


def test_a_deck_that_only_speaks_of_a_list_heads_none() -> None:
    found = promised(*ITEMS, headline="代表投票定下来", deck="2024年十件实事征集群众意见两千余条")
    assert found == promised(*ITEMS)
