"""Which works are found in plain prose, and how much of the print is their name."""

import pytest

from tests.ingest.test_extraction_binding import told
from tests.ingest.test_extraction_references import names


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("闽东霞溪县南岭水库总投资3.2亿元,年底下闸蓄水。", ["南岭水库"]),
        ("湘南临桥县石板街历史街区总投资4600万元。", ["石板街历史街区"]),
        ("皖北涡口县人民医院总投资4.6亿元,年底投用。", ["涡口县人民医院"]),
        ("川南高速公路总投资46亿元,年底通车。", ["川南高速公路"]),
    ],
)
def test_where_a_county_lies_is_no_part_of_a_name(text: str, works: list[str]) -> None:
    assert names(text) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("完成白石至官渡乡油路19公里,力争国庆前通车。", ["白石至官渡乡油路"]),
        ("重点是柳塘至枫桥公路,全长21公里,概算1860万元。", ["柳塘至枫桥公路"]),
        ("茶马古道白沙段43公里年底全线贯通。", ["茶马古道白沙段"]),
        ("城墙修缮二期总投资1260万元,修北门至钟楼段431米。", ["城墙修缮二期"]),
        ("第二阶段总投资3亿元。", []),
    ],
)
def test_a_road_is_named_by_where_it_begins_and_ends(text: str, works: list[str]) -> None:
    assert names(text) == works


def test_what_leads_to_a_road_is_read_with_both_its_ends() -> None:
    text = "工人们奋战在沿江铁路白沙至青口段的工地上。全线总投资62亿元,明年通车。"
    assert told(text) == [("沿江铁路白沙至青口段", 6_200_000_000, "2020-12-31")]


@pytest.mark.parametrize(
    "text",
    [
        "第一条线4月下旬投产。",
        "投标人须具备公路工程施工总承包资质,投标保证金20万元。",
        "争取列入省级国债项目,总投资3亿元。",
        "邻县同类市场总投资2亿元,年底开业。",
        "新建规模猪场每增加1头母猪补500元。",
        "县轻纺园已建成标准厂房18万平方米,入驻企业21家。",
    ],
)
def test_what_only_looks_like_a_work(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("村里用260万元衔接资金建的烘干站,下月启用。", [("烘干站", 2_600_000, "2019-05-31")]),
        (
            "镇里花85万元修的红白理事厅,国庆前启用。",
            [("红白理事厅", 850_000, "2019-10-01")],
        ),
        (
            "最让人揪心的是恒源铸造升级改造,投资2.1亿元。",
            [("恒源铸造升级改造", 210_000_000, None)],
        ),
        (
            "总投资5200万元的云溪县技工学校二期工程实训大楼9月封顶。",
            [("云溪县技工学校二期工程实训大楼", 52_000_000, "2019-09-30")],
        ),
        (
            "县白酒工业园,清泉酒业技改二期设备全部装完。项目总投资9.6亿元,10月投产。",
            [("清泉酒业技改二期", 960_000_000, "2019-10-31")],
        ),
    ],
)
def test_works_that_a_cost_finds(text: str, found: list[tuple[str, int, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("明年,新教学楼就要盖了,校长把图纸贴在墙上。", ["新教学楼"]),
        ("石门桥、柳湾桥2座大桥明年汛期前恢复重建。", ["石门桥", "柳湾桥"]),
        ("北湖截污干渠还剩3.2公里,6月底前必须闭合。", ["北湖截污干渠"]),
        ("今冬还将建成2.4公里观光索道。", ["观光索道"]),
        ("今年新建12公里旅游公路。", []),
        ("修缮完三、四段,国庆前开街。", []),
        ("青禾集团中央厨房8月开工。", ["青禾集团中央厨房"]),
        ("投资3.2亿元的南关小商品城建成开业。", ["南关小商品城"]),
    ],
)
def test_works_in_everyday_words(text: str, works: list[str]) -> None:
    assert names(text) == works


def test_a_house_that_is_a_work_is_no_body_beside_it() -> None:
    from tests.ingest.test_extraction_binding import read

    found = read("川西云溪县碧水景区游客中心总投资2900万元,年底启用。")
    assert [each.name for each in found.projects] == ["碧水景区游客中心"]
    assert [name for some in found.departments.values() for name in some] == []


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (
            "柳湾至高铁站的快速路、县妇幼业务楼力争早日开工。",
            ["柳湾至高铁站的快速路", "县妇幼业务楼"],
        ),
        ("县城到松岭的出境路总投资5200万元,年底通车。", ["县城到松岭的出境路"]),
        ("再加快200兆瓦渔光互补建设,明年并网。", ["200兆瓦渔光互补建设"]),
        (
            "其余三单分别是1.6亿元的冷链仓、9000万元的包装箱厂和4500万元的果汁饮料,都要年内开工。",
            ["冷链仓", "包装箱厂", "果汁饮料"],
        ),
        ("同步建设的还有5.2公里滨湖长输管线,总投资6300万元,11月试压。", ["滨湖长输管线"]),
        ("今年启动云光热电联产。", ["云光热电联产"]),
        ("河口第二净水厂年底前进水调试。", ["河口第二净水厂"]),
        ("施工方承诺年底交付。", []),
        ("一艘2万吨级散货船总投资2.3亿元,年底下水。", []),
        ("租用园区标准厂房总投资2.8亿元,年底试产。", []),
    ],
)
def test_more_that_plain_prose_prints(text: str, works: list[str]) -> None:
    assert names(text) == works


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "陶瓷博物馆明年封顶,9800平方米,1.6亿元,后年开馆。",
            [("陶瓷博物馆", 160_000_000, "2021-12-31")],
        ),
        (
            "县医院传染病区10月打地梁,4300万元,明年9月竣工。",
            [("县医院传染病区", 43_000_000, "2020-09-30")],
        ),
        (
            "把老招待所改成区域养老服务中心,180张床位,1360万元,重阳节前收住老人。",
            [("区域养老服务中心", 13_600_000, "2019-10-07")],
        ),
        ("县图书馆举办培训班8期,2万元,年底结束。", []),
        ("村里修了12座水窖,36万元,年底用上。", []),
        ("学校添置了课桌,60万元。", []),
    ],
)
def test_a_sum_alone_behind_a_work_is_what_it_costs(
    text: str, found: list[tuple[str, int, str]]
) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "石溪灌区续建配套与节水改造工程（2019年度）批复投资2680万元,年底前全部完工。",
            [("石溪灌区续建配套与节水改造工程", 26_800_000, "2019-12-31")],
        ),
        (
            "工程名称:松江县滨河路改造项目（第二标段）。建设规模:3.2公里。",
            [("松江县滨河路改造项目(第二标段)", None, None)],
        ),
        ("项目名称:办公用品采购。", []),
        (
            "同意在东大沟增设强排泵站,8月15日前试水。",
            [("强排泵站", None, "2019-08-15")],
        ),
        (
            "县里筹资180万元,为村民修建便民大桥,桥长86米,9月20日通车。",
            [("便民大桥", 1_800_000, "2019-09-20")],
        ),
        (
            "松江县易地扶贫搬迁安置点祥和新城总投资3.1亿元,年底分房。",
            [("祥和新城", 310_000_000, "2019-12-31")],
        ),
        (
            "易地扶贫搬迁安置点建设项目总投资3.1亿元。",
            [("易地扶贫搬迁安置点建设项目", 310_000_000, None)],
        ),
    ],
)
def test_a_name_and_what_stands_around_it(text: str, found: list[tuple[str, int, str]]) -> None:
    assert told(text) == found


def test_a_form_with_a_label_on_each_line_tells_of_one_work() -> None:
    text = "单位：县环卫处\n项目：填埋场渗滤液处理站扩容\n投资：2150万元\n时限：2019年10月31日"
    assert told(text) == [("填埋场渗滤液处理站扩容", 21_500_000, "2019-10-31")]


def test_labels_that_tell_of_no_work_stay_prose() -> None:
    assert told("时间：8月5日\n地点：县礼堂\n内容：道德讲堂") == []


def test_in_a_row_without_heads_the_first_cell_is_the_work_that_costs() -> None:
    rows = "果品期货交割库｜总投资1.9亿元｜冷库3座封顶\n煤层气综合利用｜总投资7.4亿元｜钻井14口"
    assert [(name, yuan) for name, yuan, _ in told(rows)] == [
        ("果品期货交割库", 190_000_000),
        ("煤层气综合利用", 740_000_000),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "松江县第三医院门诊楼施工中标公示\n招标人：松江县卫健局。批复总投资3150万元。",
            [("松江县第三医院门诊楼", 31_500_000, None)],
        ),
        (
            "西门外的生态停车场正在赶工,700个车位、2100万元,国庆前开放。",
            [("生态停车场", 21_000_000, "2019-10-01")],
        ),
        ("中标人:湖南江岸建设集团。批复总投资3150万元。", []),
        ("县公路中心工程科科长说,水稳层10月底收工。", []),
        ("余下的6月中旬交付。", []),
        ("260台老旧电梯更新年底完工。", []),
        ("镇里答复“一个月内恢复供水”,总投资80万元,7月1日通水。", []),
    ],
)
def test_notices_and_those_who_act_in_them(text: str, found: list[tuple[str, int, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "今年的头件大事是建一座商贸大厦:16层,6800万元,五月奠基,明年9月落成。",
            [("商贸大厦", 68_000_000, "2020-09-30")],
        ),
        ("今天开工的是陶粒厂,投资2.3亿元。", [("陶粒厂", 230_000_000, None)]),
        ("群众最关心的是钱从哪来。", []),
    ],
)
def test_one_work_that_is_led_up_to(text: str, found: list[tuple[str, int, str]]) -> None:
    assert told(text) == found
