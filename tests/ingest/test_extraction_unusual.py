"""Works whose names end with no usual word: what print says is built is one, whatever its name."""

import pytest

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
