"""Promises that stand under a pledge, go on in a list, or are told of what is left."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Known, Part

ISSUE = date(2019, 3, 12)


def told(*paragraphs: str, issue: date = ISSUE) -> list[tuple[str, float | None, str | None]]:
    article = Article("a", paragraphs=[Part(each, []) for each in paragraphs])
    return [
        (
            each.indicator,
            None if each.value is None else float(each.value),
            each.due_on.isoformat() if each.due_on else None,
        )
        for each in extract([article], issue_date=issue, known=Known()).targets
    ]


def values(*paragraphs: str, issue: date = ISSUE) -> list[float | None]:
    return [value for _, value, _ in told(*paragraphs, issue=issue)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "镇党委立了两块“军令牌”:填平臭水坑7个;清运积存垃圾3200吨。",
            [7, 3200],
        ),
        ("全县民生实事定了三件,两件跟老人有关:办老年食堂9个;给高龄老人装呼叫器600台。", [9, 600]),
        ("校长也立下军令状:招收新生360名;本科上线率达到45%。", [360, 45]),
        ("局里排出“任务账”:消灭断头路5条;铺设砂石路46公里。", [5, 46]),
        ("今年目标:直接融资6亿元;社会消费零售额41亿元。", [6e8, 41e8]),
    ],
)
def test_what_is_listed_under_a_pledge_is_promised(text: str, wanted: list[float]) -> None:
    assert values(text) == wanted


def test_a_pledge_that_was_kept_promises_nothing() -> None:
    assert values("去年立下的军令状已全部兑现:填平臭水坑7个;清运垃圾3200吨。") == []


def test_under_a_year_to_come_whoever_speaks_sets_aims() -> None:
    found = told("明年的担子更重。局长在会上掰开讲:淘汰老旧货车310辆;改造锅炉26台。")
    assert found == [
        ("淘汰老旧货车", 310, "2020-12-31"),
        ("改造锅炉", 26, "2020-12-31"),
    ]
    assert values("局长在会上掰开讲:淘汰老旧货车310辆;改造锅炉26台。") == []


def test_a_list_of_what_was_set_goes_on_in_the_next_paragraph() -> None:
    found = told(
        "我县2019年为民办的9件实事敲定,计划总投资1.6亿元。",
        "其中包括:改造危窑320孔;新建水塔6座;硬化巷道41公里。",
    )
    assert found[-3:] == [
        ("改造危窑", 320, "2019-12-31"),
        ("新建水塔", 6, "2019-12-31"),
        ("硬化巷道", 41, "2019-12-31"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("煤炭外运量全年冲260万吨。", 2_600_000),
        ("水果总产要奔9万吨去。", 90_000),
        ("争取国债资金不少于8000万元。", 80_000_000),
        ("今年要再通62个山庄窝铺。", 62),
        ("这所学校秋季将招收一年级新生270名。", 270),
        ("今年财政收入要保住2.3亿元不滑坡。", 230_000_000),
    ],
)
def test_a_verb_that_only_aims_promises(text: str, wanted: float) -> None:
    assert wanted in values(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("今年要修果园路80公里、砂石路35公里。", [80, 35]),
        ("计划建油路52公里。", [52]),
        ("今年新建公厕18座,候车棚26个。", [18, 26]),
        ("根据协议,院方每年选派不少于12名医生到县里坐诊,建立专家工作室3个。", [12, 3]),
        ("今年计划每周开行3列,全年不少于150列。", [150]),
        ("今年低保标准提高到每人每月420元。", [420]),
        ("公司打算4月10日前再上2条生产线,日产能达到8万只。", [2, 80_000]),
        ("今年城区投资主要看工业,工业投资全年不低于36亿元。", [3_600_000_000]),
        ("今年旅游收入目标9亿元。", [900_000_000]),
        ("5月10日前,31个自然村通动力电;6月底前,9个乡镇驻地通暖。", [31, 9]),
        ("乡里今年将在柳沟、石湾2个村建设老年食堂。", [2]),
    ],
)
def test_short_and_listed_things_are_promised(text: str, wanted: list[float]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "目前14个小区已完工,其余5个将于8月15日前全部完工。",
            ("其余小区全部完工", 5, "2019-08-15"),
        ),
        ("目前已栽植1.3万亩,还有4000亩要在3月底前栽完。", ("栽植栽完", 4000, "2019-03-31")),
        ("4所已交付,其余2所正在粉刷,6月底可全部交付使用。", (None, 2, "2019-06-30")),
        ("剩下的5.6公里渠道4月15日前衬砌完。", ("渠道衬砌完", 5.6, "2019-04-15")),
        ("工作组把余下的76户分到人头,限定5月15日前签完。", (None, 76, "2019-05-15")),
    ],
)
def test_what_is_left_is_to_be_done_by_its_day(
    text: str, wanted: tuple[str | None, float, str]
) -> None:
    (found,) = told(text)
    assert found[1:] == wanted[1:]
    assert wanted[0] in (None, found[0])


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("今年先改40家,明年改完60家。", ["2019-12-31", "2020-12-31"]),
        (
            "全县用两年建卫生室186个,今年先建96个,明年全部建成。",
            ["2020-12-31", "2019-12-31"],
        ),
        ("将投放单车800辆,设停放点60处,力争4月中旬上路。", ["2019-04-20", "2019-04-20"]),
        ("预计5月底前开餐,届时供餐人数将达到300人。", ["2019-05-31"]),
        ("县里今年和各乡镇签了责任书:今年危房改造520户。", ["2019-12-31"]),
    ],
)
def test_every_clause_has_its_own_term(text: str, days: list[str]) -> None:
    assert [day for _, value, day in told(text) if value] == days


def test_what_follows_a_year_to_come_is_for_that_year() -> None:
    found = told("明年是我县脱贫的决胜年。我们要把贫困发生率降到1%。")
    assert [day for *_, day in found] == ["2020-12-31"]


@pytest.mark.parametrize(
    ("text", "issue", "wanted"),
    [
        ("2019年,营商环境再加码:新登记企业900户;新增绿色窗口6个。", date(2019, 1, 22), [900, 6]),
        ("2019年全县财政预算草案:一般预算收入6.2亿元,增长8%。", date(2019, 2, 12), [6.2e8, 8]),
        ("县人社局公告:2019年公开招聘教师86名。", date(2019, 1, 8), [86]),
        ("2019年,营商环境再加码:新登记企业900户。", date(2019, 9, 10), []),
        ("2019年春运,全县发送旅客26万人次。", date(2019, 2, 26), []),
        ("2019年,全县已新登记企业900户。", date(2019, 2, 12), []),
    ],
)
def test_a_year_that_has_hardly_begun_promises_its_figures(
    text: str, issue: date, wanted: list[float]
) -> None:
    assert values(text, issue=issue) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("要求4月15日前完成春播。", ("完成春播", "2019-04-15")),
        ("镇政府答复,6月1日前装好人行信号灯。", ("装好人行信号灯", "2019-06-01")),
        ("4月15日前停课学校全部复课。", ("停课学校全部复课", "2019-04-15")),
        ("工地围挡3月底前全部更换。", ("工地围挡全部更换", "2019-03-31")),
        ("6月10日前,户户通电。", ("户户通电", "2019-06-10")),
        ("入户调查工作自3月20日开始,计划6月底结束。", ("入户调查工作", "2019-06-30")),
        ("局里表示,将确保9月底前全部形成实物工作量。", ("形成实物工作量", "2019-09-30")),
    ],
)
def test_a_deed_of_all_by_a_day_is_an_event(text: str, wanted: tuple[str, str]) -> None:
    (found,) = told(text)
    assert wanted[0] in found[0]
    assert (found[1], found[2]) == (None, wanted[1])


def test_the_end_of_what_was_counted_is_no_second_aim() -> None:
    assert values("整治中要拆除旧广告牌120块,5月底结束。") == [120]
    assert values("今年改厕任务8000户,10月底前全部完成安装调试。") == [8000]


def test_how_a_thing_that_was_told_of_ends_is_no_event_of_its_own() -> None:
    text = "污染地块5.3万平方米采用热脱附工艺修复,明年一季度末完成效果评估。"
    assert told(text) == []
    assert told("县里的调整工作不能拖,6月底前完成效果评估。")[0][0].endswith("效果评估")


@pytest.mark.parametrize(
    "text",
    [
        "因线路检修,3月20日8时至18时停电,影响0.9万户。",
        "停电预告:3月25日7时至13时,涉及桃园、阳光里等5个小区约2700户。",
        "停车收费定了:每小时2元,24小时最高15元封顶,4月起执行。",
        "测评结果显示,七件实事满意率在90%以上。",
        "省里要给两座水库加固,资金各为260万元和310万元,明年汛前完成。",
        "招聘会3月28日举行,届时有86家企业到场。",
        "需要改造的锅炉有67台,计划5月摸底。",
        "今年汛期可能出现3次强降雨。",
        "这座桥限重30吨,计划国庆节前通车。",
        "路网7月成型,沿线1.1万人受益。",
        "县农商行今年下沉网点,为300户大户授信。",
        "申报窗口9月30日关闭。",
        "据介绍,2018年承诺的12件实事已全部办结,群众满意率为94.3%。",
        "截至12月,培训家政人员820人;发放计划生育扶助金96万元;更换燃气表1.1万块。",
        "局长报了三个“明年”:明年修路,明年架桥。",
    ],
)
def test_what_is_told_beside_a_date_is_no_aim(text: str) -> None:
    assert [value for value in values(text) if value] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("同意把2019年财政收入预期由增长7%调整为5.5%。", [5.5]),
        ("全县18处非法码头4月底前取缔11处。", [11]),
        ("危房214户,其中D级46户,要求6月底前全部改造。", [214, 46]),
        ("3月20日前将热费退还给418户居民。", []),
        ("今年将有5所学校的2100名学生搬进新校舍。", [2100]),
        ("分两口气建成,头一口气今年修路20公里。", [20]),
    ],
)
def test_of_several_figures_only_the_aim_is_read(text: str, wanted: list[float]) -> None:
    assert values(text) == wanted


def test_the_first_half_is_reported_where_the_second_is_promised() -> None:
    found = values(
        "园区上半年新签约项目6个,下半年将抓好落地,确保开工率达到80%以上。",
        issue=date(2019, 6, 25),
    )
    assert found == [80]
