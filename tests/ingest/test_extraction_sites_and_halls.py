"""Whose work is seen at a site, and in which hall only a ceremony was held."""

from tests.ingest.works_told import promised, told


def test_at_the_site_of_a_firm_the_work_of_the_firm_is_meant() -> None:
    text = (
        "在丰源木业有限公司扩产项目现场，看到钢结构厂房已经封顶，工人正在安装设备。"
        "该项目投资1.4亿元，9月投产。"
    )
    assert told(text) == {"丰源木业有限公司扩产项目": (140_000_000, "2024-09-30")}


def test_what_leads_up_to_a_name_is_no_part_of_it() -> None:
    found = told("此外还有小流域治理工程，投资700万元，8月底前完工。")
    assert found == {"小流域治理工程": (7_000_000, "2024-08-31")}


def test_the_hall_of_a_ceremony_is_no_work() -> None:
    assert told("开工仪式在高新材料产业园会展中心举行，7个项目集中开工，总投资96亿元。") == {}
    assert "县会展中心项目" in told("县会展中心项目开工仪式举行，总投资2.2亿元，明年6月建成。")


def test_then_means_the_day_of_the_sentence_before() -> None:
    assert promised("新院区12月底前投用。届时，床位将达到640张。")["床位"] == "2024-12-31"
    assert promised("粮库明年6月建成。届时仓容将达到9万吨。")["仓容"] == "2025-06-30"


def test_what_comes_every_year_is_no_term() -> None:
    assert promised("每年七八月都要组织山洪演练。") == {}
