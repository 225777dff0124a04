"""Stages told in everyday words, and names behind what leads up to them."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.extraction.words.moods import stage_words
from ingest.proposal import Article, Known, Part, ProjectFact

ISSUE = date(2021, 4, 1)


def projects(*paragraphs: str) -> list[ProjectFact]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return extract([article], issue_date=ISSUE, known=Known()).projects


def only(*paragraphs: str) -> ProjectFact:
    (found,) = projects(*paragraphs)
    return found


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("国庆前让乡亲走上新桥", "operating"),
        ("腊月里住进新房", "operating"),
        ("8月底能过车", "operating"),
        ("9月住进学生", "operating"),
        ("明年6月首台机组发电", "operating"),
        ("后年上半年发电", "operating"),
        ("中秋节和市民见面", "operating"),
        ("入冬前接到家家户户", "completed"),
        ("10月底修到村口", "completed"),
        ("已进入设备调试阶段", "under_construction"),
    ],
)
def test_a_stage_is_told_in_everyday_words(said: str, stage: str) -> None:
    assert stage_words(said)[-1][2] == stage


@pytest.mark.parametrize("text", ["年发电1.2亿千瓦时", "走车辆专用通道", "驶过车站", "出水口清淤"])
def test_words_that_only_look_like_a_stage_tell_none(text: str) -> None:
    assert stage_words(text) == ()


def test_somebody_says_by_when_wheels_roll() -> None:
    found = only("石渡大桥的桥面板已经吊完,乡里说今年11月就能走车。")
    assert (found.name, found.stage, found.due_on) == ("石渡大桥", "operating", date(2021, 11, 30))


def test_a_road_is_named_before_its_ends() -> None:
    found = only("滨湖大道东起客运站,西至老码头,全长3.2公里,总投资1.1亿元,12月通车。")
    assert found.name == "滨湖大道"
    assert found.due_on == date(2021, 12, 31)


def test_a_house_is_named_before_its_ground() -> None:
    found = only("金禾集团中央粮库选址在铁路西,占地58亩,8月摘牌、年内开工。")
    assert (found.name, found.stage) == ("金禾集团中央粮库", "started")
    assert found.due_on == date(2021, 12, 31)


def test_of_several_days_in_one_clause_the_last_stage_counts() -> None:
    found = only("古井污水处理厂总投资6000万元,力争8月底试通水、11月正式投运。")
    assert (found.stage, found.due_on) == ("operating", date(2021, 11, 30))


def test_what_leads_up_to_a_name_is_none() -> None:
    found = only("“头雁”是恒远新材料光学膜项目,投资12亿元,首条产线今年10月投产。")
    assert (found.name, found.due_on) == ("恒远新材料光学膜项目", date(2021, 10, 31))
    found = only("最后一处是柳湾风雨桥,桥身已经合龙,投资2260万元,10月1日剪彩。")
    assert (found.name, found.stage) == ("柳湾风雨桥", "operating")


def test_a_name_in_quotes_is_built() -> None:
    found = only("村里打算建“荷塘公园”,5月动工,国庆节前向村民开放。")
    assert (found.name, found.stage) == ("“荷塘公园”", "operating")
    assert found.due_on == date(2021, 10, 1)


def test_what_is_quoted_may_look_like_somebodys_name() -> None:
    found = only("江边的“听月”露营公园还差一段栈道没铺完,要到端午才能见面。")
    assert (found.name, found.due_on) == ("“听月”露营公园", date(2021, 6, 14))


def test_the_day_of_a_stage_stands_before_the_name() -> None:
    found = only("底气来自今年2月投运的110千伏石门变电站增容工程。")
    assert (found.name, found.stage) == ("110千伏石门变电站增容工程", "operating")


def test_a_measure_may_stand_before_the_cost() -> None:
    found = only("做密封圈的永泰橡塑用地45亩、投资6800万元,下月试生产。")
    assert (found.name, found.stage) == ("永泰橡塑", "operating")
    assert found.announced and found.announced.yuan == 68_000_000


def test_a_line_that_begins_with_a_mark_goes_on_with_no_other() -> None:
    found = projects(
        "本月我县三个技改项目传来捷报👇\n"
        "✅恒源轴承磨削产线投产,用工减少三成;\n"
        "✅金谷面业挂面二车间完成竣工验收,投资3300万元。"
    )
    assert [each.name for each in found] == ["恒源轴承磨削产线", "金谷面业挂面二车间"]


def test_rows_parted_by_blanks_tell_bare_sums() -> None:
    found = projects(
        "2021年县重点交通项目一览\n"
        "1.S310线改造  42公里  2.1亿元  县交通局  10月完工\n"
        "2.石渡大桥  286米  3400万元  县公路段  年底合龙"
    )
    assert [each.name for each in found] == ["S310线改造", "石渡大桥"]
    assert [each.announced and each.announced.yuan for each in found] == [210_000_000, 34_000_000]
    assert [each.due_on for each in found] == [date(2021, 10, 31), date(2021, 12, 31)]


def test_the_whole_line_is_the_road_and_no_bridge_of_it() -> None:
    road, bridge, other = projects(
        "石渡至云岭公路全长41公里,总投资19.7亿元。其中,云岭河特大桥主桥正在浇筑,7月合龙;"
        "三岔口大桥完成桩基42根,年底前完成下部结构。全线计划2023年10月通车。"
    )
    assert (road.name, road.stage, road.due_on) == (
        "石渡至云岭公路",
        "operating",
        date(2023, 10, 31),
    )
    assert (bridge.stage, bridge.due_on) == ("structure_complete", date(2021, 7, 31))
    assert (other.name, other.due_on) == ("三岔口大桥", date(2021, 12, 31))


def test_the_day_of_a_part_is_one_of_the_work_spoken_of() -> None:
    found = only("南环路改造迎来冲刺,总投资8600万元,10月底前完成路面摊铺。")
    assert (found.name, found.due_on) == ("南环路改造", date(2021, 10, 31))


@pytest.mark.parametrize(
    "text",
    [
        "县疾控中心要求,各接种点6月底前完成第二针扫尾。",
        "县城建中心表示,其余小区7月全部进场,11月底完工。",
        "停水期间关好阀门,如提前完工将提前恢复供水。",
        "4月29日至5月3日高铁站开通免费直通车12辆。",
        "县公路段抢在雨季前挖补坑槽4300平方米。",
    ],
)
def test_who_speaks_and_on_what_condition_is_no_work(text: str) -> None:
    assert projects(text) == []


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("上月开了工", "started"),
        ("昨天通了车", "operating"),
        ("住户本周领钥匙", "completed"),
        ("国庆前搬新家", "operating"),
    ],
)
def test_a_stage_may_be_told_in_two_words(said: str, stage: str) -> None:
    assert stage_words(said)[-1][2] == stage


def test_a_deed_ends_where_its_completion_begins() -> None:
    found = only("S310线改扩建完成路基土石方86%,力争10月底全线贯通。")
    assert found.name == "S310线改扩建"


def test_a_road_is_called_by_where_it_leads_from() -> None:
    found = only("从县城到白云镇的二级公路全长28公里,总投资3.2亿元,年底通车。")
    assert found.name == "县城到白云镇的二级公路"
    assert found.announced and found.announced.yuan == 320_000_000


def test_that_school_is_one_that_is_moved() -> None:
    found = only("在红旗小学迁建工地,负责人立下军令状。该校总投资6800万元,8月底前交付。")
    assert (found.name, found.due_on) == ("红旗小学迁建", date(2021, 8, 31))


def test_an_answer_tells_the_day_of_what_was_asked_about() -> None:
    found = only("问:南湖公园啥时候能开?答:施工队4月底撤场,“六一”免费开放。")
    assert (found.name, found.due_on) == ("南湖公园", date(2021, 6, 1))


def test_an_answer_about_another_thing_tells_no_day_of_it() -> None:
    found = projects("返乡创业园人气很旺。600套公寓正在装修,年底拎包入住。")
    assert "返乡创业园" not in [each.name for each in found]


def test_the_place_of_an_item_is_no_part_of_a_name() -> None:
    found = only("【南川镇】白龙桥改造工程总投资260万元,10月底前完工。")
    assert found.name == "白龙桥改造工程"


def test_the_cost_of_one_of_those_listed_is_its_own() -> None:
    found = projects("县城第三水厂、城西污水处理厂两个项目年底前投运。其中第三水厂投资1.6亿元。")
    assert found[0].announced and found[0].announced.yuan == 160_000_000


def test_what_was_listed_and_counted_is_told_of_each_by_itself() -> None:
    found = projects(
        "桂花里、棉纺厂宿舍、二轻大院三个小区上榜。桂花里1920万元,加装电梯15部,11月完工;"
        "棉纺厂宿舍850万元,9月底完工。"
    )
    told = [(each.name, each.announced and int(each.announced.yuan or 0)) for each in found]
    assert told == [("桂花里", 19_200_000), ("棉纺厂宿舍", 8_500_000)]


def test_what_is_counted_before_a_list_is_no_name() -> None:
    found = projects("投资过亿元的工业项目有三个:华美家具二期,1.5亿元,年底完工。")
    assert "工业项目有" not in [each.name for each in found]


def test_a_day_told_before_the_name_is_handed_over() -> None:
    found = only(
        "如今往下游看,雾散得很快,石渡大桥的五个桥墩已经露出水面,乡里说明年6月就能走车。",
        "石渡大桥是县里今年的民生实事,总投资2360万元。",
    )
    assert (found.stage, found.due_on) == ("operating", date(2022, 6, 30))


def test_a_day_of_another_thing_is_not_handed_over() -> None:
    found = projects(
        "镇上的旧渡船已经停了,乡里说明年6月就能走车。",
        "石渡大桥总投资2360万元。",
    )
    assert [each.due_on for each in found] == [None]


def test_parts_tell_the_days_of_their_work() -> None:
    found = only(
        "临江县人民医院整体搬迁进入倒计时,总投资4.2亿元。院长告诉记者,"
        "门诊部9月28日先行搬迁,住院部10月底完成搬迁并全面运行。"
    )
    assert (found.stage, found.due_on) == ("operating", date(2021, 10, 31))


def test_what_is_put_off_is_due_at_its_later_day() -> None:
    found = only("石湾老街修缮投资3200万元,3月动工,原定国庆开街,现在看至少推迟到明年春节前。")
    assert (found.stage, found.due_on) == ("operating", date(2022, 2, 1))


def test_a_loan_is_no_figure_of_another_work() -> None:
    found = only(
        "晋源铸造升级改造投资2.1亿元。老板刚跑完银行:“6000万元贷款批下来了,明年一季度投产。”"
    )
    assert (found.stage, found.due_on) == ("operating", date(2022, 3, 31))


def test_for_whom_a_work_is_opened_stands_before_the_stage() -> None:
    found = only("北站快速路总投资1.46亿元。国庆节前让大伙儿走上新路。")
    assert (found.stage, found.due_on) == ("operating", date(2021, 10, 1))


def test_what_is_said_to_be_the_slowest_is_another_work() -> None:
    found = projects(
        "进展最快的是绿园食品二期,10月投产;最慢的污水管网工程,因补偿没谈拢停了工,镇里要求9月5日前复工。"
    )
    assert [each.name for each in found] == ["绿园食品二期", "污水管网工程"]
    assert found[0].due_on == date(2021, 10, 31)


def test_what_stands_before_a_name_tells_of_it() -> None:
    found = only("酝酿了三年的环湖小火车终于批下来了,总投资1.6亿元,明年5月与游客见面。")
    assert (found.name, found.due_on) == ("环湖小火车", date(2022, 5, 31))
    found = only("这是临江县人民医院外科综合楼,建筑面积4.6万平方米,国庆节前开诊。")
    assert found.name == "临江县人民医院外科综合楼"


def test_a_name_ends_before_a_dash() -> None:
    found = only("老船工说的是今年2月放行的兰溪江二桥——县里凑了5亿多元。")
    assert (found.name, found.stage) == ("兰溪江二桥", "operating")


def test_joining_a_net_begins_with_no_adverb() -> None:
    found = only("老鹰嘴风电场总投资4.3亿元,8月底全部吊完,国庆前并网。")
    assert (found.stage, found.due_on) == ("operating", date(2021, 10, 1))


def test_one_of_it_is_the_work_itself() -> None:
    found = only("建成岛际应急海水淡化站1座,日产淡水500吨,投资1200万元,6月底完成。")
    assert found.name == "岛际应急海水淡化站"
    assert found.announced and found.announced.yuan == 12_000_000


def test_a_new_hall_is_built_whatever_is_done_there() -> None:
    found = only("投资4600万元的政务服务新大厅力争国庆节前开门迎客。")
    assert (found.name, found.due_on) == ("政务服务新大厅", date(2021, 10, 1))


def test_each_phase_is_told_of_behind_its_semicolon() -> None:
    found = projects("石桥产业园一期占地38亩,9月投产;二期260亩,年底前封顶,明年10月投产。")
    assert [each.name for each in found] == ["石桥产业园一期", "石桥产业园二期"]
    assert found[1].due_on == date(2022, 10, 31)


def test_a_later_day_than_that_of_the_beginning_is_that_of_the_end() -> None:
    found = only("环城绿道三期概算2950万元,拟于8月开工,明年4月与一期接成环。")
    assert (found.stage, found.due_on) == ("completed", date(2022, 4, 30))


def test_a_day_beside_one_of_the_end_moves_it_not() -> None:
    found = only("环城绿道三期概算2950万元,拟于8月开放,明年4月评上示范。")
    assert (found.stage, found.due_on) == ("operating", date(2021, 8, 31))


def test_who_moves_in_tells_the_end_of_a_house() -> None:
    found = only("松鹤颐养院二部主体封顶,投资4300万元。装修完,明年重阳节老人就能搬进来。")
    assert (found.stage, found.due_on) == ("operating", date(2022, 10, 4))


def test_a_day_that_is_in_doubt_ends_no_work() -> None:
    found = only("老年学堂投资380万元,6月复工,年底能不能唱上戏还难说。")
    assert found.due_on == date(2021, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "县法院开庭审理一起建设工程合同纠纷案,被告承建的锦绣花园小区拖欠工程款600万元,限5月底前付清。",
        "跑道铺上了塑胶,花费不多,8月25日前交学校使用。",
    ],
)
def test_a_case_at_court_and_who_uses_it_are_no_works(text: str) -> None:
    assert projects(text) == []


def test_a_trial_is_a_stage_and_what_somebody_says_is_first_no_name() -> None:
    found = only("引清入洛工程总投资4.6亿元,11月底前完成打压试验,12月20日试通水。")
    assert (found.stage, found.due_on) == ("operating", date(2021, 12, 20))
    told = projects("“第一条线今年2月试产,良品率不错。”部长说。")
    assert told == []
