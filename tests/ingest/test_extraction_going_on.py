"""What is told further on of a work, in words of their own, is bound to it and to nothing else."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part

ISSUE = date(2019, 4, 12)
Told = tuple[str, int | None, str | None, str | None]


def read(*paragraphs: str) -> Facts:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=ISSUE, known=Known())


def told(*paragraphs: str) -> list[Told]:
    """Of each project its name, its announced sum, the day it is due and its stage."""
    return [
        (
            each.name,
            int(each.announced.yuan) if each.announced and each.announced.yuan else None,
            each.due_on.isoformat() if each.due_on else None,
            each.stage,
        )
        for each in read(*paragraphs).projects
    ]


def test_a_bare_sum_before_a_named_project_is_what_it_costs() -> None:
    found = told("2.4亿元的宏昌铝材项目昨天在东城园区开工,明年6月投产。")
    assert found == [("宏昌铝材项目", 240_000_000, "2020-06-30", "operating")]
    found = told("要盯紧8.5亿元的风电塔筒制造、6亿元的石英砂提纯两个项目,三季度开工。")
    assert found == [
        ("风电塔筒制造", 850_000_000, "2019-09-30", "started"),
        ("石英砂提纯", 600_000_000, "2019-09-30", "started"),
    ]


def test_a_fund_for_works_is_what_no_work_costs() -> None:
    assert told("1.2亿元的水利项目资金已经下达,要管好用好。") == []


def test_what_this_year_adds_is_no_total() -> None:
    found = told("砂沟煤矿智能化改造项目今年再投5000万元,总投资1.7亿元,10月底前完成。")
    assert found == [("砂沟煤矿智能化改造项目", 170_000_000, "2019-10-31", "completed")]


def test_the_latter_of_two_has_a_part_of_the_sentence_for_itself() -> None:
    found = told(
        "下庄互通立交和城东路延伸也在同步推进。前者由省交控集团建设,匝道路基完成七成,年底前建成;"
        "后者由县城管局负责,全长3.1公里、投资2.4亿元,8月底开工,明年10月完工。"
    )
    assert found == [
        ("下庄互通立交", None, "2019-12-31", "completed"),
        ("城东路延伸", 240_000_000, "2020-10-31", "completed"),
    ]


def test_the_rest_of_a_work_ends_it() -> None:
    found = told(
        "城北学校总投资8600万元,已经封顶。",
        "柳湾安置小区共建住房12栋,总投资1.6亿元,5栋已经封顶。"
        "首批360套国庆前交钥匙,其余住房明年6月底前全部交付。",
    )
    assert [(name, due) for name, _, due, _ in found] == [
        ("城北学校", None),
        ("柳湾安置小区", "2020-06-30"),
    ]


def test_the_phases_of_what_this_paragraph_speaks_of_are_not_those_of_another() -> None:
    found = told(
        "永固钢构二期项目占地160亩,总投资3.1亿元,企业承诺10月份试投产。",
        "在赵村乡,观摩团参观了绿野万头奶牛牧场。一期工程投资7200万元,去年12月已运营;"
        "二期工程投资1.2亿元,本月动工,明年6月进牛。",
    )
    assert found == [
        ("永固钢构二期项目", 310_000_000, "2019-10-31", "operating"),
        ("绿野万头奶牛牧场一期", 72_000_000, None, "operating"),
        ("绿野万头奶牛牧场二期", 120_000_000, "2020-06-30", "operating"),
    ]


def test_a_work_that_stands_beside_another_has_days_of_its_own() -> None:
    found = told(
        "永固钢构二期项目占地160亩,总投资3.1亿元,企业承诺10月份试投产。"
        "紧邻的明辉玻璃公司器皿项目,因环评批复滞后,3月份才开工,预计明年5月点火。"
    )
    assert ("永固钢构二期项目", 310_000_000, "2019-10-31", "operating") in found


def test_what_is_to_be_done_to_a_work_means_it_by_how_its_name_ends() -> None:
    found = told(
        "加快金川热电、天虹玻纤扩建等项目建设。天虹玻纤去年新上的池窑拉丝生产线已达产见效,"
        "扩建项目再投资2.6亿元,本月开工,明年上半年建成。"
    )
    assert ("天虹玻纤扩建", 260_000_000, "2020-06-30", "completed") in found


def test_ground_that_others_hand_over_sets_no_day() -> None:
    found = told(
        "马河大型灌区总投资18.6亿元,骨干工程去年12月开工,剩余的213亩土地要在6月底交付施工单位。"
    )
    assert [(name, due) for name, _, due, _ in found] == [("马河大型灌区", None)]


def test_a_fault_is_mended_and_a_work_completed_by_another_day() -> None:
    found = told(
        "卧虎山风景道因边坡防护不到位,被下达整改通知书,要求5月5日前整改完毕。"
        "该项目全长28公里,投资2.6亿元,县交通运输局表示年底通车的目标不会改变。"
    )
    assert found == [("卧虎山风景道", 260_000_000, "2019-12-31", "operating")]


def test_what_a_work_makes_possible_has_a_day_of_its_own() -> None:
    found = told("园区污水处理站投资3200万元,年底前投运,为企业明年元月整体搬迁创造条件。")
    assert found == [("园区污水处理站", 32_000_000, "2019-12-31", "operating")]


def test_what_the_whole_county_spent_in_a_year_gone_by_is_of_no_work() -> None:
    found = told(
        "城南学校迁建工程上半年完成选址论证,2020年开工。",
        "2018年全县投入3.9亿元改善办学条件,新增学位6200个。",
    )
    assert [(name, yuan) for name, yuan, _, _ in found] == [("城南学校迁建工程", None)]


def test_the_latter_of_two_is_told_of_behind_the_former() -> None:
    found = told(
        "青年路小学扩建工程和西关幼儿园新建工程都要在8月25日前交付使用。"
        "前者投资1700万元,后者投资880万元。"
    )
    assert found == [
        ("青年路小学扩建工程", 17_000_000, "2019-08-25", "operating"),
        ("西关幼儿园新建工程", 8_800_000, "2019-08-25", "operating"),
    ]


def test_a_day_of_each_holds_for_all_works_that_the_sentence_named() -> None:
    found = told("总投资2亿元的坚果加工产业园,总投资1.1亿元的纸浆模塑生产线,均计划于7月底前开工。")
    assert found == [
        ("坚果加工产业园", 200_000_000, "2019-07-31", "started"),
        ("纸浆模塑生产线", 110_000_000, "2019-07-31", "started"),
    ]


def test_the_phase_of_the_project_has_its_own_day() -> None:
    found = told("石岭水泥厂余热发电项目今年1月并网发电,总投资4800万元。项目二期拟于明年3月启动。")
    assert found == [
        ("石岭水泥厂余热发电项目", 48_000_000, None, "operating"),
        ("石岭水泥厂余热发电二期", None, "2020-03-31", "started"),
    ]


def test_a_place_of_many_works_does_not_mean_the_one_that_stands_in_it() -> None:
    found = told(
        "记者从临江产业园获悉,园区智慧冷链物流中心完成主体建设,计划9月底前试运营。",
        "该中心投资5.1亿元,占地140亩。园区同时启动了铁路专用线的可行性研究。",
    )
    assert found == [("园区智慧冷链物流中心", 510_000_000, "2019-09-30", "operating")]


def test_how_far_its_parts_have_come_names_no_works() -> None:
    found = told(
        "永安220千伏输变电工程总投资1.9亿元,进入设备安装阶段。",
        "截至4月1日,变电站土建工程全部完工,工程总体进度71%,计划10月20日前竣工投运。",
    )
    assert found == [("永安220千伏输变电工程", 190_000_000, "2019-10-20", "operating")]
    found = told(
        "总投资1.4亿元的白石峡漂流开发项目加快推进。"
        "目前,4.5公里河道整理、游客接待中心已完工,2公里进山路正在铺油,7月1日迎客。"
    )
    assert found == [("白石峡漂流开发项目", 140_000_000, "2019-07-01", "operating")]


def test_a_stretch_of_a_work_is_no_work() -> None:
    found = told("钟楼老街提升项目总投资6000万元,东段立面修缮已完成,整个项目年底前开街。")
    assert found == [("钟楼老街提升项目", 60_000_000, "2019-12-31", "operating")]


def test_what_a_project_does_to_a_thing_is_a_part_of_it() -> None:
    found = told("县城智慧停车项目投资3200万元,对5100个停车泊位进行智能化改造,9月全面上线运行。")
    assert found == [("县城智慧停车项目", 32_000_000, "2019-09-30", "operating")]


def test_a_phase_that_was_told_of_consists_of_what_is_built_next() -> None:
    found = told(
        "县福利院二期项目建设正酣。二期总投资7100万元,建设失能照护楼、康复楼各一栋,"
        "总建筑面积1.6万平方米。目前失能照护楼已封顶,整个项目计划明年6月投用。"
    )
    assert [each[1:] for each in found] == [(71_000_000, "2020-06-30", "operating")]


@pytest.mark.parametrize(
    "told_of",
    [
        "通车时间定在今年9月底",
        "新的通车时间推迟到9月底",
        "通车日期初步定于9月底",
        "通车日期由6月底延至9月底",
        "通车时间由今年8月调整为9月底",
    ],
)
def test_the_time_of_a_stage_may_be_fixed(told_of: str) -> None:
    found = told(f"沙溪大桥总投资7000万元,{told_of}。")
    assert found == [("沙溪大桥", 70_000_000, "2019-09-30", "operating")]


def test_the_time_that_is_fixed_is_that_of_what_the_sentence_speaks_of() -> None:
    found = told(
        "白鹤滩纸业项目去年已经投产。柳河镇溶剂厂搬迁因安全距离不够,开工时间由6月推迟至12月。"
    )
    assert [(name, day) for name, _, day, _ in found if day] == [("柳河镇溶剂厂搬迁", "2019-12-31")]


def test_a_time_fixed_alike_holds_for_all_works_of_the_sentence_before() -> None:
    found = told(
        "县里修两座桥:柳家沟人行桥,投资28万元;青石坡人行桥,投资31万元。竣工时间统一卡在11月底。"
    )
    assert [each[2:] for each in found] == [("2019-11-30", "completed")] * 2


def test_a_day_by_which_all_is_built_is_due_even_before_what_follows_from_it() -> None:
    found = told("市民图书馆新馆总投资4200万元,明年6月全部建成后,馆藏可达30万册。")
    assert found == [("市民图书馆新馆", 42_000_000, "2020-06-30", "completed")]


def test_heat_that_is_given_is_a_work_that_runs() -> None:
    found = told("城东供热管网工程总投资9000万元,目前打压结束,11月5日正式供热。")
    assert found == [("城东供热管网工程", 90_000_000, "2019-11-05", "operating")]


def test_what_was_put_off_keeps_its_stage() -> None:
    found = told("湖滨停车楼总投资6600万元,原定3月底投用,因消防验收未通过,延期至8月底。")
    assert found == [("湖滨停车楼", 66_000_000, "2019-08-31", "operating")]


def test_a_day_of_this_month_is_that_day() -> None:
    found = told("沙溪大桥总投资7000万元,将于本月28日通车。")
    assert found == [("沙溪大桥", 70_000_000, "2019-04-28", "operating")]


def test_all_works_together_may_have_a_day_before_what_becomes_of_them() -> None:
    found = told(
        "县里将投资3亿元建设新区医院,投资1.4亿元扩建第三高中,"
        "投资7000万元新建老年活动中心,三个项目年内全部开工。"
    )
    assert [each[3] for each in found] == ["started"] * 3


def test_a_phase_may_be_told_by_how_far_it_is() -> None:
    found = told(
        "清源水厂一期工程投资1.3亿元,去年底建成;正在建设的二期工程投资8000万元,明年7月通水。"
    )
    assert found[1] == ("清源水厂二期", 80_000_000, "2020-07-31", "operating")


def test_the_work_told_of_may_be_meant_by_what_it_costs() -> None:
    found = told("金穗生物柴油项目3月1日投料试车,标志着这个总投资4.1亿元的项目正式投产。")
    assert found == [("金穗生物柴油项目", 410_000_000, None, "operating")]


def test_a_turbine_that_gives_power_again_runs() -> None:
    found = told("石门水电站扩容改造工程投资2200万元,10月停机,明年4月重新发电。")
    assert found == [("石门水电站扩容改造工程", 22_000_000, "2020-04-30", "operating")]


@pytest.mark.parametrize(
    ("clause", "sizes"),
    [
        ("设有客房280间,停车位310个", ["280间", "310个"]),
        ("年上网电量8600万千瓦时", ["8600万千瓦时"]),
        ("营造储备林16万亩", ["16万亩"]),
        ("项目分三期建设", []),
        ("可提供务工岗位1500个", []),
        ("设床位240张,其中护理型床位160张", ["240张"]),
        ("今年全县新增光伏装机已达210兆瓦", []),
    ],
)
def test_sizes_are_what_the_work_itself_has(clause: str, sizes: list[str]) -> None:
    found = read(f"白石岭康养基地项目总投资2亿元,{clause}。").projects
    assert [each.text for each in found[0].capacities] == sizes


def test_what_is_to_be_completed_of_a_work_is_what_it_costs() -> None:
    found = told("今年计划:一、完成投资3亿元的凤泉大道建设,10月底通车;二、启动城北水厂。")
    assert found[0] == ("凤泉大道建设", 300_000_000, "2019-10-31", "operating")
    found = told("凤泉大道工程总投资3亿元,今年完成投资1亿元,10月底通车。")
    assert found[0] == ("凤泉大道工程", 300_000_000, "2019-10-31", "operating")


def test_a_dated_deed_that_is_no_stage_moves_no_day() -> None:
    found = told("古镇提升工程总投资1.4亿元,8月底前对外开放,年底前创成国家4A级景区。")
    assert found == [("古镇提升工程", 140_000_000, "2019-08-31", "operating")]
