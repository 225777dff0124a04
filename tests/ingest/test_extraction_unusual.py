"""Works whose names end with no usual word: what print says is built is one, whatever its name."""

import pytest

from tests.ingest.test_extraction_binding import told
from tests.ingest.test_extraction_references import names


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("县气象专网8月1日开通运行。该网由县政府投资260万元建设。", ["县气象专网"]),
        ("沿湖防护林带全长16公里,总投资920万元。", ["沿湖防护林带"]),
        ("镇里的鲈鱼暂养池总投资680万元,年底投用。", ["鲈鱼暂养池"]),
        ("老街骑楼抢险总投资310万元,汛前完工。", ["老街骑楼抢险"]),
        ("再生水厂总投资4200万元,9月通水。", ["再生水厂"]),
    ],
)
def test_words_for_works_that_are_less_usual(text: str, works: list[str]) -> None:
    assert names(text) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("县建筑垃圾资源化利用中心昨日投产。", ["县建筑垃圾资源化利用中心"]),
        ("今年加强水资源保护,提高资源利用水平。", []),
        ("前进路总投资3200万元,10月通车。", ["前进路"]),
        ("今年抓好引溇水入塘。", []),
    ],
)
def test_a_word_within_a_word_says_nothing_of_a_name(text: str, works: list[str]) -> None:
    assert names(text) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (
            "实事包括:改造危房320户;建成县体育馆并投入使用;开工建设市美术馆。",
            ["县体育馆", "市美术馆"],
        ),
        ("县体育馆人声鼎沸。", []),
        ("建成乡幼儿园并投入使用。", []),
    ],
)
def test_a_house_of_which_the_county_has_one_is_named_where_it_is_built(
    text: str, works: list[str]
) -> None:
    assert names(text) == works


def test_a_list_of_works_stays_one_where_an_item_ends_with_another_word() -> None:
    text = "加快实施沿江路三期、县殡仪馆迁建、村村通客车、人民医院综合楼。"
    assert names(text) == ["沿江路三期", "县殡仪馆迁建", "人民医院综合楼"]


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("县科技馆新馆,验收了;滨湖体育场,也验收了。", ["县科技馆新馆", "滨湖体育场"]),
        ("三是科创楼,校友捐了600万元,主体已到五层,春节前封顶。", ["科创楼"]),
        ("城南幼儿园拿出300万元奖学金,已发放。", []),
    ],
)
def test_a_stage_that_stands_alone_is_told_of_the_work_named_alone(
    text: str, works: list[str]
) -> None:
    assert names(text) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("“云江之门”昨日合龙。", ["“云江之门”"]),
        ("东方电工、顺达硅胶扩能竣工,工业投资增长8%。", ["东方电工", "顺达硅胶扩能"]),
        ("安悦颐养院二部主体封顶。", ["安悦颐养院二部"]),
        ("停了三年的“星海天街”正式复工。", ["“星海天街”"]),
        ("城际快线年内开工。", ["城际快线"]),
    ],
)
def test_what_reaches_a_stage_of_building_is_a_work_without_a_date(
    text: str, works: list[str]
) -> None:
    assert names(text) == works


@pytest.mark.parametrize(
    "text",
    [
        "经多次协商已于昨日复工。",
        "年底前接受省级验收。",
        "经抢修,今晨恢复双向通车。",
        "橘子上市前投用。",
        "重阳节前迎来首批老人入住。",
        "顺利通过国家卫生县城验收。",
        "亚运会前建成通车。",
        "雨季前全部竣工。",
    ],
)
def test_who_and_when_are_no_works_though_a_stage_stands_behind(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("凤凰里明年3月交房。", ["凤凰里"]),
        ("南横线6月通车,北横线明年6月贯通。", ["南横线", "北横线"]),
        (
            "沿河片区的集市、邻里中心、滨河二路今年6月开工。",
            ["沿河片区的集市", "邻里中心", "滨河二路"],
        ),
        ("12月底,图书楼交付使用;明年3月,教师公寓完工。", ["图书楼", "教师公寓"]),
        ("主体结构10月封顶。", []),
        ("6号楼10月封顶。", []),
    ],
)
def test_three_hanzi_are_a_name_where_the_day_of_a_stage_is_told(
    text: str, works: list[str]
) -> None:
    assert names(text) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("安置房“芙蓉里”9月开槽,明年底交房。", ["“芙蓉里”"]),
        ("第一座书吧叫“半亩方塘”,投资160万元,6月底开放。", ["“半亩方塘”"]),
        ("王家庄东头建一栋五层的“书香楼”,80套,明年5月开工。", ["“书香楼”"]),
        ("老粮站要改成“稻香”体验厂,自筹150万元,10月投产。", ["“稻香”体验厂"]),
        ("“麦子黄了”体验馆总投资900万元,10月开馆。", ["“麦子黄了”体验馆"]),
        ("由县总工会出资260万元的“暖心港湾”,下月投用。", ["“暖心港湾”"]),
        ("百味堂由旧油坊改成,总投资320万元,10月开业。", ["百味堂"]),
        ("这座水库“带病运行”多年,总投资380万元的除险工程6月完工。", ["除险工程"]),
        ("镇里创建“国家卫生乡镇”,10月底前通过验收。", []),
        ("今年开展“百日攻坚”,确保12月底前完成。", []),
        ("“春风行动”2月底前完成。", []),
        ("“智慧党建”10月上线。", []),
    ],
)
def test_a_name_in_quotes_is_one_where_it_is_given_or_something_is_built(
    text: str, works: list[str]
) -> None:
    assert names(text) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("镇东头要起一栋15层的内科大楼,投资7600万元。", [("内科大楼", 76_000_000)]),
        ("县里决定把闲置的老卫生院改造成应急隔离病房,9月完工。", [("应急隔离病房", None)]),
        ("青龙岭隧洞(2.3公里,1.9亿元)贯通右洞。", [("青龙岭隧洞", 190_000_000)]),
        ("自来水厂二期(5万吨/日,7200万元)8月通水。", [("自来水厂二期", 72_000_000)]),
        ("所有机组要在11月底前全容量并网。", []),
    ],
)
def test_a_house_that_is_put_up_and_a_cost_in_brackets(
    text: str, works: list[tuple[str, int | None]]
) -> None:
    assert [each[:2] for each in told(text)] == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (
            "债券2.6亿元,全部用于县二院住院楼、滨江停车综合体两处。",
            ["县二院住院楼", "滨江停车综合体"],
        ),
        ("1800万元续建县体育馆。", ["县体育馆"]),
        ("企业须在9月30日前建成废气处理装置。", ["废气处理装置"]),
        ("老城墙修缮三期获省文物局批复,明年10月竣工。", ["老城墙修缮三期"]),
        ("东港渔港扩容的方案通过专家评审,匡算2.7亿元。", ["东港渔港扩容"]),
        (
            "首批上马的是:过渡水厂、临江便桥、方舱医院,10月前全部启用。",
            ["过渡水厂", "临江便桥", "方舱医院"],
        ),
        ("今年开工建设滨海新城起步区2平方公里。", ["滨海新城起步区"]),
        ("资金1200万元全部用于民生保障和重点项目建设。", []),
        ("6月底前完成2个小区“飞线充电”整治,新装插座200个。", []),
    ],
)
def test_what_money_goes_to_and_what_must_be_built_by_a_day_is_a_work(
    text: str, works: list[str]
) -> None:
    assert names(text) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (
            "十件大事,件件有着落:①南门城楼抢险②县二院门诊楼③朝阳路④文化宫。"
            "以上均列入2019年预算,除④外年内一律交工。",
            ["南门城楼抢险", "县二院门诊楼", "朝阳路", "文化宫"],
        ),
        ("投产清单:长征电机5月、金麦面业8月。", ["长征电机", "金麦面业"]),
        ("规划期限:近期至2020年、远期至2030年。", []),
    ],
)
def test_items_of_a_list_are_works_where_its_heading_says_so(text: str, works: list[str]) -> None:
    assert names(text) == works


def test_each_item_of_a_list_has_its_own_day() -> None:
    assert told("投产清单:长征电机5月、金麦面业8月。") == [
        ("长征电机", None, "2019-05-31"),
        ("金麦面业", None, "2019-08-31"),
    ]


def test_rows_may_be_parted_by_slashes() -> None:
    rows = (
        "序号/名称/总投资（亿元）/节点\n1/东升药业口服液楼/1.6/10月投产\n2/建设路南延/0.85/国庆通车"
    )
    assert told(rows) == [
        ("东升药业口服液楼", 160_000_000, "2019-10-31"),
        ("建设路南延", 85_000_000, "2019-10-01"),
    ]


def test_where_a_firm_settles_is_no_part_of_its_name() -> None:
    assert names("华泰玻璃落户我县 明年5月投产") == ["华泰玻璃"]


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("已交付:翡翠湾、书香名邸,1652套。", ["翡翠湾", "书香名邸"]),
        ("年底前交付:江南里一区,980套。", ["江南里一区"]),
        (
            "开工清单:云顶酒庄、凯盛玻璃、县智慧公交(800个站台)6月30日前进场。",
            ["云顶酒庄", "凯盛玻璃", "县智慧公交"],
        ),
        ("其中投资额居前的是:\n①碳纤维布11亿元;②陶瓷岩板6.8亿元。", ["碳纤维布", "陶瓷岩板"]),
        ("本月支出前两位的是:\n①城镇低保2300万元;②老年补贴1800万元。", []),
        ("已完工:征地拆迁、管线迁改。", []),
        ("投产企业:恒丰公司、天马集团。", []),
    ],
)
def test_a_heading_that_tells_a_stage_names_what_it_lists(text: str, works: list[str]) -> None:
    assert names(text) == works


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("东门桥危桥重建,成交价1863万元,中标单位为省路桥公司。", ["东门桥危桥重建"]),
        ("办公设备采购,成交价186万元。", []),
        (
            "单位｜任务｜时限\n县教体局｜柳池小学扩建、特教学校康复楼｜8月25日",
            ["柳池小学扩建", "特教学校康复楼"],
        ),
    ],
)
def test_a_contract_that_was_won_and_a_row_with_a_term_name_works(
    text: str, works: list[str]
) -> None:
    assert names(text) == works


def test_as_many_sums_as_names_are_told_in_order() -> None:
    assert told("总投资3亿元和1.6亿元的金牛机械、顺宝乳业上周双双试车成功。") == [
        ("金牛机械", 300_000_000, None),
        ("顺宝乳业", 160_000_000, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "届时古镇将申报国家4A级旅游景区,明年5月前完成。",
        "实训中心计划明年秋季学期投入使用。",
        "县长边走边看,详细询问工程进度,要求10月底前完工。",
    ],
)
def test_a_rank_a_term_and_a_question_name_no_work(text: str) -> None:
    assert not {"国家4A级旅游景区", "秋季学期", "详细询问工程"} & set(names(text))


def test_a_long_way_of_pointing_means_the_work_told_of_before() -> None:
    found = told(
        "北关大桥桥面铺装昨天进入最后一道工序。这座连接老城与河西的双向四车道桥,前年冬天打下第一根桩,5月1日前通车。"
    )
    assert found == [("北关大桥", None, "2019-05-01")]
