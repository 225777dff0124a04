"""Behind a work that is done, what is to be done next is another work with its own sum and day."""

from tests.ingest.works_told import told


def test_the_next_task_is_a_work_of_its_own() -> None:
    found = told(
        "石门水库除险加固工程通过竣工验收，总投资1900万元。",
        "县水务局下一步将投资260万元，对渠系进行改造，明年4月完成。",
    )
    assert found == {
        "石门水库除险加固工程": (19_000_000, None),
        "渠系改造": (2_600_000, "2025-04-30"),
    }


def test_a_work_that_is_done_takes_no_day_and_no_sum_of_the_next() -> None:
    text = "城东供水站已建成投用。接下来，县住建局将投资700万元，对老街管网进行改造，9月底前完工。"
    assert told(text) == {"城东供水站": (None, None), "老街管网改造": (7_000_000, "2024-09-30")}


def test_the_next_step_of_a_work_that_is_not_done_is_its_own() -> None:
    text = "城东供水站主体已完工。下一步，将进行设备安装，9月底前投用。"
    assert told(text) == {"城东供水站": (None, "2024-09-30")}
