"""Works of many kinds and trades, one behind the other: each has its own name, stage, size and day."""

from datetime import date

import pytest

from ingest.extraction import extract
from ingest.proposal import Article, Facts, Known, Part, ProjectFact

TODAY = date(2022, 3, 10)


def facts(text: str) -> Facts:
    article = Article("a", paragraphs=[Part(text, [])])
    return extract([article], issue_date=TODAY, known=Known())


def works(text: str) -> list[ProjectFact]:
    return facts(text).projects


def days(text: str) -> dict[str, str | None]:
    return {each.name: each.due_on.isoformat() if each.due_on else None for each in works(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("启建柳毛沟满族民俗村。", ["柳毛沟满族民俗村"]),
        ("建设东岭茶园观光带,6月底前完工。", ["东岭茶园观光带"]),
        ("云台“半山人家”民宿群8月开业。", ["云台“半山人家”民宿群"]),
        (
            "推动青口陆港保税库、水果进境指定监管场地尽快通过验收。",
            ["青口陆港保税库", "水果进境指定监管场地"],
        ),
        ("城北热源厂二号锅炉9月底前投运。", ["城北热源厂二号锅炉"]),
        ("云崖水电站三号机组年底前并网。", ["云崖水电站三号机组"]),
        ("村里打算建一座沙漠星空体验营。", ["沙漠星空体验营"]),
        # What is taken away, and who is inspected, is built by nobody.
        ("淘汰燃煤锅炉18台,10月底前完成。", []),
        ("加强油库安全管理,年底前开展检查。", []),
    ],
)
def test_a_work_is_known_by_its_kind(text: str, found: list[str]) -> None:
    assert [each.name for each in works(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A stage that is a deed of the name: another stage is told of it.
        (
            "柳林镇卫生院整体搬迁、东河林场卫生所重建上半年投用。",
            {"柳林镇卫生院整体搬迁": "2022-06-30", "东河林场卫生所重建": "2022-06-30"},
        ),
        ("县福利院整体搬迁6月底前完成。", {"县福利院整体搬迁": "2022-06-30"}),
        ("县福利院年底前整体搬迁。", {"县福利院": "2022-12-31"}),
        # A deed inside a name that ends before its stage.
        ("海晟风电安装船坞工程年底主体完工。", {"海晟风电安装船坞工程": "2022-12-31"}),
        ("东港装卸码头工程9月主体封顶。", {"东港装卸码头工程": "2022-09-30"}),
        # Two houses with names of their own behind a semicolon are no parts of what was told of.
        (
            "投资5200万元的县三中迁建项目8月底前投用;桃源幼儿园、柳荫幼儿园年内建成。",
            {
                "县三中迁建项目": "2022-08-31",
                "桃源幼儿园": "2022-12-31",
                "柳荫幼儿园": "2022-12-31",
            },
        ),
        (
            "职教中心迁建项目6月开工;教学楼、实训楼年内建成。",
            {"职教中心迁建项目": "2022-12-31"},
        ),
    ],
)
def test_each_work_has_its_whole_name_and_its_day(text: str, found: dict[str, str]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "实施月牙湖生态补水、沙河河道整治和退化湿地修复项目,9月底前完工。",
            ["月牙湖生态补水", "沙河河道整治", "退化湿地修复项目"],
        ),
        ("实施汾河灌区续建配套和节水改造工程,年底前完工。", ["汾河灌区续建配套和节水改造工程"]),
    ],
)
def test_the_last_of_a_list_is_a_work_of_its_own(text: str, found: list[str]) -> None:
    assert [each.name for each in works(text)] == found


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("总投资1.9亿元的桃坝水库大坝浇筑到顶,5个乡镇集中供水工程11月底前通水。", "桃坝水库大坝"),
        ("城东小学教学楼封顶,6个村级光伏扶贫项目年底前并网。", "城东小学教学楼"),
    ],
)
def test_the_day_of_many_counted_works_is_that_of_none_told_of(text: str, work: str) -> None:
    read = facts(text)
    assert [(each.name, each.stage, each.due_on) for each in read.projects] == [
        (work, "structure_complete", None)
    ]
    assert [each.due_on is not None for each in read.targets] == [True]


def test_works_counted_without_their_kind_are_those_told_of() -> None:
    found = days("城北医院一期开工,3个子项目年底前完工。")
    assert found == {"城北医院一期": "2022-12-31"}


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        (
            "总投资3.6亿元的华窑日用细瓷生产线年内投产,年产高档细瓷2000万件。",
            ["2000万件"],
        ),
        ("县康养护理院9月正式运营,能接纳160位老人。", ["160位"]),
        ("总投资2.2亿元的边贸商城三季度开市,可入驻商户600户。", ["600户"]),
        ("石桥水库10月底前下闸蓄水,受益群众4.8万人。", ["4.8万人"]),
        ("总投资1.5亿元的柳河种猪场6月底前投产,存栏基础母猪9000头。", ["9000头"]),
        # Who came, and what the whole county keeps, is no size of it.
        ("电商产业园9月开园,企业入驻30家。", []),
        ("石桥水库除险加固9月完工,涉及15名干部包联。", []),
        ("总投资1.5亿元的柳河种猪场6月底前投产,全县生猪存栏85万头。", []),
    ],
)
def test_rooms_herds_and_yields_are_sizes(text: str, sizes: list[str]) -> None:
    (work,) = works(text)
    assert [each.text for each in work.capacities] == sizes


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("热电厂余热进城工程10月底前通热。", "operating"),
        ("长岛陆岛交通码头二期5月中旬试靠泊。", "operating"),
        ("九曲峡漂流综合体7月开漂。", "operating"),
        ("宏远重工年产300套风电叶片项目4月底前下线首套产品。", "operating"),
        ("云峰330千伏升压站送出工程抓紧组塔架线。", "under_construction"),
        ("永昌乳胶厂搬迁入园工程抓紧土建。", "under_construction"),
        ("临港公交首末站抓紧装修。", "under_construction"),
        ("海阳湾核电二号机组穹顶吊装。", "under_construction"),
        ("东湖绿地三期还在做前期工作,总投资2300万元。", "planned"),
        ("柳河大桥总投资1.2亿元,3月中旬开钻。", "started"),
        ("北门菜市场投资2700万元,5月底前上了顶。", "structure_complete"),
        ("城南路段白改黑工程投资1200万元,6月底前铺黑。", "completed"),
        ("高速青岩北互通投资1.1亿元,11月中旬落杆收费。", "operating"),
        ("县城下水道改造工程10月完工。", "completed"),
    ],
)
def test_a_trade_has_its_own_words_for_a_stage(text: str, stage: str) -> None:
    (work,) = works(text)
    assert work.stage == stage


def test_what_only_sounds_like_a_stage_is_none() -> None:
    (work,) = works("石桥水厂年底前管理迈上新台阶。")  # 上新 is said of a shop
    assert work.stage is None
