"""The bodies that an article names: in full from the word for the county, no person of one."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.extraction.names.departments import bodies
from ingest.proposal import Article, Known, Part

DAY = date(2018, 5, 15)


@pytest.mark.parametrize(
    "name",
    ["县自来水公司", "县城市建设投资公司", "市不动产登记中心", "县委农办", "县政府安委会"],
)
def test_a_body_of_the_county_is_named_in_full(name: str) -> None:
    assert bodies([f"昨日,{name}负责人答复了来信。"], {}) == [name]


def test_who_leads_a_body_is_not_the_body() -> None:
    assert bodies(["县委书记陈某、市委常委吴某出席。"], {}) == []
    assert bodies(["县委书记陈某在县委常委会上说。"], {}) == ["县委常委会"]


@pytest.mark.parametrize("text", ["镇里引来农民合作社和合资公司。", "我县公立医院投诉下降。"])
def test_a_kind_of_body_is_none(text: str) -> None:
    assert bodies([text], {}) == []


def test_what_a_town_builds_is_no_body() -> None:
    assert "清泉镇建设茶叶加工中心" not in bodies(["在清泉镇建设茶叶加工中心。"], {})
    assert bodies(["县金融办联合人民银行下发通知。"], {})[0] == "县金融办"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("热网由陇能清河公司建设,明年投用。", "陇能清河公司"),
        ("昨日,黔北抽水蓄能有限公司投资建设的电站开工。", "黔北抽水蓄能有限公司"),
        ("公寓由县保障房公司管理。", "县保障房公司"),
        ("人口计生委组织宣讲。", "人口计生委"),
        ("由镇集体经济联合社分红。", "镇集体经济联合社"),
    ],
)
def test_a_firm_or_an_office_has_its_whole_name(text: str, name: str) -> None:
    assert bodies([text], {}) == [name]


@pytest.mark.parametrize("text", ["委托专业公司管理。", "新教师分到了农牧区学校。"])
def test_what_sorts_schools_or_firms_names_none(text: str) -> None:
    assert bodies([text], {}) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县防指要求各村加固堤坝。", "县防指"),
        ("县文管所所长说,塔修好了。", "县文管所"),
        ("排水沟由县公路段抢修。", "县公路段"),
        ("这座桥由中水十四局承建。", "中水十四局"),
        ("厂房由浙南同创集团投资3亿元兴建。", "浙南同创集团"),
        ("中标人:湘北远航建设集团。", "湘北远航建设集团"),
        ("水厂由柳江水务公司建设。", "柳江水务公司"),
        ("焚烧炉由恒洁环保投资2.6亿元建设。", "恒洁环保"),
        ("县城建中心表示,年底交房。", "县城建中心"),
        ("本项目已由市水利局批准建设。", "市水利局"),
        ("经评标,由县公安局交通警察大队采购。", "县公安局交通警察大队"),
    ],
)
def test_a_body_is_named_as_far_as_its_name_goes(text: str, name: str) -> None:
    assert bodies([text], {}) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "物业公司说修不了,乡里联系劳务公司来帮忙。",
        "经评标委员会评审,结果今日公布。",
        "县里在厦门办了一场招商会。",
        "供电局宿舍三栋楼换了管网。",
        "全县要开好局、起好步。",
    ],
)
def test_what_only_ends_like_a_body_is_none(text: str) -> None:
    assert bodies([text], {}) == []


def test_an_office_is_told_of_though_a_work_is_named_after_it() -> None:
    text = "青坪县公路局农村公路桥梁工程总投资2600万元,年底完工。"
    facts = extract([Article("a", paragraphs=[Part(text, [])])], issue_date=DAY, known=Known())
    assert facts.departments["a"] == ["青坪县公路局"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县发改局和县水利局联合验收。", ["县发改局", "县水利局"]),
        ("工程由县发改局和县水利局牵头。", ["县发改局", "县水利局"]),
        (
            "县发改局与县水利局、县财政局及县住建局会商。",
            ["县发改局", "县水利局", "县财政局", "县住建局"],
        ),
        ("城关镇和县水利局共同清淤。", ["县水利局"]),
        ("资金由县财政局和青屏农商银行承担。", ["县财政局", "青屏农商银行"]),
    ],
)
def test_bodies_joined_by_and_are_separate(text: str, names: list[str]) -> None:
    assert bodies([text], {}) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("光伏电站由青屏绿能公司投资建设。", "青屏绿能公司"),
        ("光伏电站由青屏绿能公司创建。", "青屏绿能公司"),
        ("施工单位为青屏绿能公司。", "青屏绿能公司"),
        ("项目向青屏农商银行贷款。", "青屏农商银行"),
        ("工程被县住建局叫停。", "县住建局"),
        ("本次拍卖经青屏资产评估公司评估。", "青屏资产评估公司"),
        ("小区请来热力公司查管网。", "热力公司"),
    ],
)
def test_a_name_does_not_begin_in_mid_clause(text: str, name: str) -> None:
    assert bodies([text], {}) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "县发展和改革局",
        "县住房和城乡建设局",
        "县人力资源和社会保障局",
        "和县水利局",
        "和顺县水利局",
        "安徽省和县水利局",
        "县对外贸易局",
        "县和平水库管理局",
        "向阳镇为民服务中心",
    ],
)
def test_a_name_with_such_a_word_inside_is_whole(name: str) -> None:
    assert bodies([f"昨日,{name}负责人答复了来信。"], {}) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("隔天就来人了,第二天路政大队设了护栏。", ["路政大队"]),
        ("来信已转市公路局,材料报县医保局备案。", ["市公路局", "县医保局"]),
        ("管材由瑞丰新材料公司和安泰新能源公司供货。", ["瑞丰新材料公司", "安泰新能源公司"]),
        ("县纪委驻县水利局的干部也到场。", ["县纪委", "县水利局"]),
        ("县民政局请来养老协会。村里整合闲置小学。", ["县民政局", "养老协会"]),
        ("机构为县审计局,听取了县司法局的汇报。", ["县审计局", "县司法局"]),
    ],
)
def test_what_is_told_before_a_body_is_no_part_of_its_name(text: str, names: list[str]) -> None:
    assert bodies([text], {}) == names


@pytest.mark.parametrize(
    "name",
    [
        "县自然资源和规划局",
        "市农业和水务局",
        "县林业与草原局",
        "县文化和广电旅游局",
        "县科技和工业信息化局",
        "县政务服务和大数据管理局",
    ],
)
def test_a_body_may_be_for_one_thing_and_another(name: str) -> None:
    assert bodies([f"{name}提前介入。"], {}) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "市生态环境局渡口分局",
        "国家税务总局云溪县税务局",
        "中国邮政储蓄银行栖霞山县支行",
        "县人民法院壶镇法庭",
        "平川供电局石桥供电所",
        "县公安局城关派出所",
        "垦区集团红旗农场",
        "县农商银行河东支行",
        "中国人民银行县支行",
    ],
)
def test_a_branch_is_one_with_its_head_office(name: str) -> None:
    assert bodies([f"记者从{name}了解到。"], {}) == [name]


def test_two_who_work_together_are_no_branch() -> None:
    assert bodies(["县公安局联合派出所排查。"], {}) == ["县公安局"]
    assert bodies(["县水利局、云溪县税务局办公。"], {}) == ["县水利局", "云溪县税务局"]


@pytest.mark.parametrize(
    "text",
    [
        "后天中雨局部大雨。",
        "建设省级中心村20个,中心校3所。",
        "村里领办合作社,盘活闲置中学。",
        "开新局、谋新篇。",
        "代表们组织部分群众视察。",
    ],
)
def test_what_goes_on_to_another_word_is_no_body(text: str) -> None:
    assert bodies([text], {}) == []


@pytest.mark.parametrize("name", ["国务院", "省农科院", "县公路管理段", "市设计院"])
def test_a_body_ends_with_what_it_is(name: str) -> None:
    assert bodies([f"方案经{name}批准。"], {}) == [name]


def test_a_body_and_an_office_of_it_are_two_where_both_are_printed() -> None:
    told = ["县委、县政府印发方案。", "由县委督查室、县政府督查室督办。"]
    assert bodies(told, {}) == ["县委", "县政府", "县委督查室", "县政府督查室"]
    assert bodies(["县政府督查室督办。"], {}) == ["县政府督查室"]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["云溪县水利局通报。", "县水利局说。"], "云溪县水利局"),
        (["石桥街道清理河道。", "石桥街道办事处说。"], "石桥街道办事处"),
        (["由瑞丰集团投资。", "瑞丰集团有限公司承建。"], "瑞丰集团有限公司"),
    ],
)
def test_another_form_of_a_name_is_the_same_body(texts: list[str], name: str) -> None:
    assert bodies(texts, {}) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“设备到齐了。”甘肃祁丰能源有限公司项目经理徐某说。", "甘肃祁丰能源有限公司"),
        ("项目名称 建设单位\n冷库 鑫晟新材料公司 2600", "鑫晟新材料公司"),
        ("施工方陇建二公司的人说,月底铺完。", "陇建二公司"),
        ("中标单位为浙江恒诚路桥集团有限公司。", "浙江恒诚路桥集团有限公司"),
        ("三号桥由谁来修?中铁十一局进了场。", "中铁十一局"),
        ("柳河镇党委书记李某表态。", "柳河镇党委"),
        ("县委农村工作领导小组听取汇报。", "县委农村工作领导小组"),
        ("由县委老干部局拿出设计。", "县委老干部局"),
        ("第二中标候选人为浙江恒诚市政有限公司。", "浙江恒诚市政有限公司"),
        ("经费由自治区农牧业厅拨付。", "自治区农牧业厅"),
        ("医生来自华西第二医院。", "华西第二医院"),
        ("评委为省农业勘察规划院的专家。", "省农业勘察规划院"),
        ("县防汛抗旱指挥部办公室发出通知。", "县防汛抗旱指挥部办公室"),
        ("助听器由县残疾人联合会发放。", "县残疾人联合会"),
        ("乡农技站提醒,晚稻可以栽了。", "乡农技站"),
        ("与烟台北方安德利果汁公司签了合同。", "烟台北方安德利果汁公司"),
        ("她转到县第二人民医院生产。", "县第二人民医院"),
        ("团县委派出突击队。", "团县委"),
        ("承担单位:凤河县蚕业技术推广中心,经费15万元。", "凤河县蚕业技术推广中心"),
        ("湖山回族自治县农牧局派员常驻。", "湖山回族自治县农牧局"),
        ("技术由石坪村股份经济合作社提供。", "石坪村股份经济合作社"),
    ],
)
def test_a_firm_in_a_role_and_an_office_of_the_party_have_their_names(text: str, name: str) -> None:
    assert bodies([text], {}) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "大会在县会议中心召开。",
        "在红星学校,操场还是一片黄土。",
        "材料请送县政务中心三楼。",
        "县里引来12家茶叶专业合作社和5所学校。",
        "公司物流配送中心忙到深夜,集团检测中心也是。",
        "纺织厂、物资局2个小区完工。",
        "全镇党委书记都来了。",
        "全县乡镇综合文化站免费开放,送戏下乡办晚会。",
        "乡里的家庭农场和股份经济合作社都来了。",
        "乡里腾出两间办公室,各镇人民政府、嘎查委员会都有通知。",
    ],
)
def test_a_house_where_one_is_and_a_count_of_bodies_name_none(text: str) -> None:
    assert bodies([text], {}) == []
