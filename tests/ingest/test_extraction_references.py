"""What is told of a work in other words than its name: parts, short names, lists, 前者 and 后者."""

import pytest

from tests.ingest.test_extraction_binding import read, told


def names(*paragraphs: str) -> list[str]:
    return [each.name for each in read(*paragraphs).projects]


def targets(*paragraphs: str) -> list[tuple[str, str | None]]:
    found = read(*paragraphs).targets
    return [(each.indicator, str(each.due_on) if each.due_on else None) for each in found]


def test_the_parts_of_a_work_are_no_works() -> None:
    found = told(
        "青石水库除险加固工程总投资2380万元。主要建设内容有大坝加固、溢洪道改造、涵管更换等。",
        "工程目前进展顺利,剩余的亲水平台、景观照明等工程年底完工。",
    )
    assert found == [("青石水库除险加固工程", 23_800_000, "2019-12-31")]


def test_the_end_of_a_name_further_down_is_no_second_work() -> None:
    assert names(
        "县城东区棚户区改造安置房工程总投资5.8亿元,昨日奠基。",
        "县长要求,建设单位要精心组织,把安置房工程建成群众满意的放心工程。",
    ) == ["县城东区棚户区改造安置房工程"]


def test_a_short_name_stands_for_the_full_one_that_a_sentence_spoke_of() -> None:
    found = told("实验中学南校区进入最后冲刺。南校区总投资3.68亿元。")
    assert found == [("实验中学南校区", 368_000_000, None)]


def test_a_bridge_is_meant_by_the_word_for_bridges() -> None:
    found = told("沅水二桥总投资4.36亿元。", "目前,大桥已转入桥面铺装阶段,预计国庆节前建成通车。")
    assert [(name, due) for name, _, due in found] == [("沅水二桥", "2019-10-01")]


def test_former_and_latter_are_the_two_that_were_named() -> None:
    found = told("体育公园与文化馆隔河相望,前者投资9600万元,后者1.25亿元,国庆节开放。")
    assert [each[:2] for each in found] == [("体育公园", 96_000_000), ("文化馆", 125_000_000)]
    found = told("旁边的游泳馆、射击馆进度慢一些,前者9月10日试水,后者9月底交付。")
    assert found == [("游泳馆", None, "2019-09-10"), ("射击馆", None, "2019-09-30")]


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (
            "检查组步行察看了南湖湿地修复工程和县第七小学建设现场。前者4月复工,10月15日完工;"
            "后者教学楼主体已经封顶,2020年8月底交付。",
            [("南湖湿地修复工程", "2019-10-15"), ("县第七小学", "2020-08-31")],
        ),
        (
            "石塘、柳沟两所寄宿制小学今年7月底前完成征地,前者8月开工,后者明年3月开工。",
            [("石塘寄宿制小学", "2019-08-31"), ("柳沟寄宿制小学", "2020-03-31")],
        ),
        (
            "双河乡、马鞍乡通乡油路分别长34公里和29公里,前者年内完工,后者明年10月完工。",
            [("双河乡通乡油路", "2019-12-31"), ("马鞍乡通乡油路", "2020-10-31")],
        ),
        (
            "东门菜场、西门菜场改造去年已经完工。云湖、龙潭两座养老院仍在办理手续,"
            "前者8月开工,后者明年3月开工。",
            [("云湖养老院", "2019-08-31"), ("龙潭养老院", "2020-03-31")],
        ),
    ],
)
def test_former_and_latter_may_be_named_together_before(
    text: str, works: list[tuple[str, str]]
) -> None:
    found = [(name, due) for name, _, due in told(text)]
    assert [each for each in found if each[1]] == works


@pytest.mark.parametrize(
    "named",
    [
        "云湖养老院、龙潭养老院。分别投资2100万元、1650万元",
        "云湖、龙潭两座养老院分别投资2100万元、1650万元",
    ],
)
def test_what_former_and_latter_cost_may_be_told_before(named: str) -> None:
    assert told(f"{named},前者年底前启用,后者明年5月建成。") == [
        ("云湖养老院", 21_000_000, "2019-12-31"),
        ("龙潭养老院", 16_500_000, "2020-05-31"),
    ]


def test_of_three_that_were_named_no_two_are_the_former_and_the_latter() -> None:
    assert not told("会议听取了云湖水厂、龙潭水厂、石桥水厂的汇报,后者困难较多。")


def test_as_many_dates_as_works_are_shared_out() -> None:
    found = told("新市街公厕、城西水厂先后开工,预计7月、8月分别建成。")
    assert [due for _, _, due in found] == ["2019-07-31", "2019-08-31"]


def test_the_date_over_a_list_holds_for_its_works() -> None:
    found = told("二季度拟新开工项目:机场路网(2.8亿元)、中药材交易中心(1.9亿元)。")
    assert [due for _, _, due in found] == ["2019-06-30", "2019-06-30"]


def test_a_heading_names_the_work_of_the_next_sentence() -> None:
    found = told("(三)南湖水厂。投资3800万元,日供水2万吨,今年7月通水。")
    assert found == [("南湖水厂", 38_000_000, "2019-07-31")]


def test_a_cost_sentences_later_is_that_of_the_only_work_spoken_of() -> None:
    found = told("城北农贸市场又脏又挤,商户意见很大。原址拆除重建,总投资4200万元。")
    assert found == [("城北农贸市场", 42_000_000, None)]


def test_what_begins_with_this_one_tells_its_cost_later() -> None:
    found = told("城南博物馆新馆传来好消息。该馆选址在文化园东侧,由市文旅公司代建,造价3.9亿元。")
    assert found == [("城南博物馆新馆", 390_000_000, None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县交通运输局同时实施进港公路改造,全长9.4公里。", "进港公路改造"),
        ("县里投资2.6亿元异地新建县妇幼保健院,明年3月投用。", "县妇幼保健院"),
        ("双方将共建“云上”大数据中心。", "“云上”大数据中心"),
        ("年出栏50万头的生猪养殖综合体落户平岗镇,协议总投资11.6亿元。", "生猪养殖综合体"),
        ("由县文旅公司投资2400万元建设的红叶谷索道近日开工。", "红叶谷索道"),
        ("桃园村投资21万元建设的村民活动广场已经完工。", "村民活动广场"),
        ("红灯:老年学堂,投资380万元。", "老年学堂"),
        ("这是刚刚投运的石咀作业区一期,投资3.97亿元。", "石咀作业区一期"),
        ("看产业--红枫县的“黑茶小镇”冻干车间,投资1.4亿元。", "“黑茶小镇”冻干车间"),
        ("矿山生态修复项目治理废弃采坑14处,总投资9640万元。", "矿山生态修复项目"),
        ("省发改委批复了灵江大桥工程可行性研究报告,估算投资21.7亿元。", "灵江大桥工程"),
        ("总投资11.8亿元的古城保护利用项目进展顺利。", "古城保护利用项目"),
        ("镇上正谋划建豆制品产业园。", "豆制品产业园"),
        ("开工建设县第三幼儿园……", "县第三幼儿园"),
    ],
)
def test_a_work_is_named_however_its_builder_or_its_cost_is_told(text: str, name: str) -> None:
    assert names(text) == [name]


def test_all_of_a_list_that_a_built_stage_is_told_of_are_works() -> None:
    assert names("恒丰米业二期、天泽饲料10月投产。") == ["恒丰米业二期", "天泽饲料"]


def test_a_department_or_a_chief_engineer_of_a_project_is_no_work() -> None:
    assert names("高速连接线项目公司介绍,进展顺利。县水利局总工程师介绍,年底完工。") == []


def test_an_event_is_promised_by_the_date_over_its_clause() -> None:
    found = targets("年底前,乡镇污水处理站负荷率不低于60%,城区黑臭水体动态清零。")
    assert found[-1] == ("城区黑臭水体动态清零", "2019-12-31")


def test_what_is_asked_is_the_event_and_not_who_asks() -> None:
    assert targets("县委督查室要求11月20日前拿出销号方案。") == [("拿出销号方案", "2019-11-20")]


def test_a_dated_part_of_a_work_is_no_target_of_its_own() -> None:
    assert targets("镇卫生院迁建工程总投资1600万元,6月底前完成内外装修。") == []


def test_who_is_counted_before_a_deed_is_no_promise() -> None:
    assert targets("41个品种9月20日起执行新价。") == []


def test_a_common_thing_of_which_nothing_is_told_is_no_work() -> None:
    assert names("近年来,镇里先后建起便民服务中心、老年活动室和文化广场。") == []
    assert names("我县大力推进农村人居环境整治,加快实施农村厕所改造。") == []
    assert names("王家坝村投资60万元建起了文化广场。") == ["文化广场"]


def test_a_name_goes_as_far_as_the_plain_word_at_its_end() -> None:
    told_of = "总投资3.2亿元的县中医院整体搬迁项目正在进行内部装修,力争10月底前投用。"
    assert told(told_of) == [("县中医院整体搬迁项目", 320_000_000, "2019-10-31")]
    works = "南湖公园改造提升工程主要包括道路铺装、绿化补植、亮化安装等,总投资680万元。"
    assert told(works) == [("南湖公园改造提升工程", 6_800_000, None)]


def test_what_a_building_is_turned_into_is_the_work() -> None:
    found = told("县里决定,把东关粮站旧址改造成文化创意园,投资5000万元,年内开园。")
    assert found == [("文化创意园", 50_000_000, "2019-12-31")]


def test_how_much_this_line_makes_is_not_the_line() -> None:
    found = told("这条年产3万吨的铝箔生产线总投资2.4亿元,下月投产。")
    assert found == [("铝箔生产线", 240_000_000, "2019-05-31")]


def test_more_is_made_than_built() -> None:
    found = targets("要抓好民生:打通断头路19处,接种疫苗3000人,再增学位600个。")
    assert [each for each, _ in found] == ["打通断头路", "接种疫苗", "再增学位"]


def test_works_of_one_clause_each_have_their_own_day() -> None:
    found = told("红旗小学教学楼和南湖小学食堂分别于8月底、12月底竣工。")
    assert [(name, due) for name, _, due in found] == [
        ("红旗小学教学楼", "2019-08-31"), ("南湖小学食堂", "2019-12-31"),
    ]  # fmt: skip


def test_the_rest_of_what_was_counted_is_no_rest_of_the_works() -> None:
    found = told(
        "河西客运站、城南敬老院建成投用。县域物流中心4月投入运行;更新公交车40辆,第一批24辆5月到位,其余9月底前上线。"
    )
    days = {name: due for name, _, due in found}
    assert days.get("河西客运站") is None and days.get("城南敬老院") is None


def test_the_place_at_which_a_work_is_done_stands_for_it() -> None:
    found = told(
        "白云峡谷景区提质改造由县城投投资6.3亿元。景区于9月闭园施工,新建停车场一处,计划2020年4月25日重新开园。"
    )
    assert found == [("白云峡谷景区提质改造", 630_000_000, "2020-04-25")]


def test_a_second_phase_is_that_of_the_work_told_of_last() -> None:
    found = told(
        "东风型材二期总投资3.3亿元,年底投产。",
        "南山电子材料项目一期去年8月投产。二期年底前完成主体结构,2020年6月建成。",
    )
    assert ("东风型材二期", 330_000_000, "2019-12-31") in found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "望湖剧场去年9月破土,投资7300万元。环湖绿道也在修,投资520万元。绿道明年元旦前完工,剧场要到明年国庆开业。",
            {"望湖剧场": "10-01", "环湖绿道": "01-01"},
        ),
        (
            "县职高实训楼去年3月开工,总投资2260万元。长青路小学运动场投资190万元,12月22日完工。实训楼的工期紧,明年5月底竣工。",
            {"县职高实训楼": "05-31", "长青路小学运动场": "12-22"},
        ),
    ],
)
def test_the_last_word_of_one_name_alone_means_that_work(text: str, days: dict[str, str]) -> None:
    told = {each.name: str(each.due_on) for each in read(text).projects}
    assert all(day in told[name] for name, day in days.items()), told
