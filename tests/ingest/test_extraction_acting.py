"""Towns, villages, parks, houses and firms are bodies where they do something, and only there."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.extraction.names.acting import who_acts
from ingest.proposal import Article, Known, Part, Subhead

DAY = date(2019, 10, 21)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("入冬以来，柳河镇组织党员清扫街道。", "柳河镇"),
        ("近年来，白塔乡立足山场资源，发展林下养鸡。", "白塔乡"),
        ("今年石桥镇计划投资640万元，建设农贸市场。", "石桥镇"),
        ("去年底，云溪县东岭乡引进一家制衣厂。", "云溪县东岭乡"),
        ("杏花村党员带头，杏花村今年改造旱厕120座。", "杏花村"),
        ("清泉社区先后筹资18万元，添置健身器材。", "清泉社区"),
        ("乌兰嘎查把草场流转给合作社。", "乌兰嘎查"),
        ("沙河村与省农科院签订合作协议。", "沙河村"),
        ("新堤由县水利局和双流镇共同出资修建。", "双流镇"),
        ("他要求东阳镇本月底前完成清表。", "东阳镇"),
        ("记者从南岗乡获悉，春灌已经结束。", "南岗乡"),
        ("大柳家村建起全镇第一座冷库。", "大柳家村"),
        ("李集镇承接下放事项。", "李集镇"),
        ("清水乡还为老人开通上门服务。", "清水乡"),
        ("◆四合乡抓紧抢收大豆。", "四合乡"),
        ("下墩村还将代表全镇参赛。", "下墩村"),
        ("去年冬天，双流镇在省城举办茶博会。", "双流镇"),
        ("“路修好了。”石门镇副镇长赵某说。", "石门镇"),
    ],
)
def test_a_place_that_does_something_is_a_body(text: str, name: str) -> None:
    assert who_acts([], [text]) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "项目在柳河镇动工，占地80亩。",
        "白塔乡的茶园里一片忙碌，白塔乡位于县城以北。",
        "县里在石桥镇和东岭镇新建3座水厂。",
        "县长先后到清泉乡、石门镇开展调研。",
        "石桥镇改造工程总投资900万元，石桥镇新建的水厂年底通水。",
        "杏花村现有村民320户，去年有12户脱了贫。",
        "南岗乡持续高温，东阳镇位于山区。",
        "各乡镇要抓紧抢收，每个行政村成立专班，全镇计划植树。",
        "农业强镇计划招商，千年古镇组织灯会，建设和美乡村要抓紧。",
        "特色小镇计划投资2亿元，示范村引进民宿。",
        "返乡创业的人多了，驻村组织义诊，老乡要搬新家。",
        "家住双流镇的李某说，沙河村村民都来了。",
        "东阳镇计划生育服务站迁址，东阳镇办公楼停用。",
        "经济开发区日前出让土地，大河乡撤乡设镇申请获批。",
        "四是发展乡村旅游，新增农家乐10家。",
    ],
)
def test_a_place_where_something_merely_is_is_none(text: str) -> None:
    assert who_acts([], [text]) == []


def test_this_town_is_the_one_told_of_before() -> None:
    text = "在柳河镇坝区，大棚连成一片。该镇引进两家企业，该镇地处山区。"
    assert who_acts([], [text]) == ["柳河镇"]
    assert who_acts([], ["图为清泉乡农民插秧。", "今年，该乡还将扩种水稻2000亩。"]) == ["清泉乡"]
    assert who_acts([], ["该村组织了义诊。"]) == []


def test_a_head_names_the_place_that_it_is_about() -> None:
    assert who_acts(["东阳镇：小积分兑出新风尚"], []) == ["东阳镇"]
    assert who_acts(["云溪县石门乡", "栽下致富树"], []) == ["云溪县石门乡"]
    assert who_acts(["县妇幼保健院", "流动产检进山寨"], []) == ["县妇幼保健院"]
    assert who_acts(["乡村振兴：路在脚下", "走进石门乡"], []) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县经开区还配套建设冷库。", "县经开区"),
        ("东阳工业集中区计划投资2亿元扩区。", "东阳工业集中区"),
        ("县中医院每周派人下乡坐诊，县中医院今年招聘医师。", "县中医院"),
        ("音响由县文化馆提供。", "县文化馆"),
        ("县高新区在上海举行恳谈会。", "县高新区"),
        ("县图书馆馆长周某说，新馆月底开放。", "县图书馆"),
    ],
)
def test_a_park_or_a_house_may_act(text: str, name: str) -> None:
    assert who_acts([], [text]) == [name]


@pytest.mark.parametrize(
    "text",
    ["项目落户县经开区，投资2亿元。", "加快开发区建设。", "县中医院综合楼封顶，县图书馆旁建公园。"],
)
def test_a_park_or_a_house_where_something_is_does_not_act(text: str) -> None:
    assert who_acts([], [text]) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县人大代表、鑫茂光伏车间主任丁某发言。", "鑫茂光伏"),
        ("在经开区，锐曜精密的新车间投产。", "锐曜精密"),
        ("安徽皓晟物流追加投资3000万元。", "安徽皓晟物流"),
        ("县里与岳垚新能源等4家企业签约。", "岳垚新能源"),
    ],
)
def test_a_firm_may_be_called_by_its_short_name(text: str, name: str) -> None:
    assert who_acts([], [text]) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "发展数字科技，推动绿色能源的利用。",
        "现代农业、智慧物流等先后起步。",
        "云溪县种业，先修路后埋电缆的老经验。",
        "鑫茂光伏二期开工。",
    ],
)
def test_a_trade_is_no_firm(text: str) -> None:
    assert who_acts([], [text]) == []


def test_who_acts_is_among_the_bodies_of_the_article() -> None:
    article = Article(
        "a",
        headline=Part("东阳镇：水到田头", []),
        paragraphs=[
            Part("东阳镇党委书记李某说，东阳镇要再修渠9公里。", []),
            Part("县水利局已安排补助。", []),
        ],
        subheads=[Subhead("县政协委员、县中医院副院长何某：把名医请下乡", [], before=1)],
    )
    facts = extract([article], issue_date=DAY, known=Known())
    assert facts.departments["a"] == ["东阳镇党委", "县中医院", "县水利局"]
