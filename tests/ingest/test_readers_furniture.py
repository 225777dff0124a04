"""What stands on a page beside its articles is told from what stands in them."""

from __future__ import annotations

import pytest

from ingest.readers.furniture import is_furniture
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces
from ingest.readers.punctuation import fold
from ingest.readers.rows import is_row

NEWS = "昨日，南关菜市场迁入新址，新市场有摊位二百多个，比老市场宽敞许多。"


def kinds(text: str) -> list[str]:
    return [str(kind) for kind in kinds_of(pieces(text))]


@pytest.mark.parametrize(
    "line",
    [
        "平川报 2013年7月26日 第3版 责任编辑:洪丽珊",
        "中共平川县委主办　　国内统一刊号（略）　　第１１２７期　　２００９年６月１６日　星期二",
        "2 综合新闻 2024年3月28日 星期四 平川新闻",
        "2015年12月3日  星期四  |  编辑 罗云山  |  校对 兰 芳  |  平川报 ③",
        "2017年11月9日 星期四 农历丁酉年九月廿一 编辑/韦 兰 美编/李 冰",
        "平川新闻　　　中共平川县委宣传部主管　平川县融媒体中心主办",
        "文化副刊 · 古槐　　2023年12月15日　星期五　　投稿邮箱：guhuai@example.com",
        "广告 万家福家具城 周年店庆 全场五折起 地址：朝阳路88号",
        "◇ 广告 ◇ 商贸城临江旺铺招租",
        "中共平川县委主办　内部资料　免费交流",
        "综合 · 3　2025年4月24日　星期四　责编：古丽巴哈尔　排版：周小石",
        "PINGCHUAN ZHOUKAN　二版·民生　2025.06.06　星期五　主编/符永石　编辑/王海石",
        "平川新闻　第4版　文化生活　2025年3月14日　组版：刀玉石　检校：李存石",
        "平川报 / 2024年8月23日 / 星期五 / 第三版 乡村 / 编辑 吴小云",
        "03版　综合新闻　　平川报　2016/08/19　星期五",
        "４　　　　　　民　　生",
        "渭滨周讯　第2版　2018年3月9日　星期五　总第611期　编辑:李霞　审校:马旭",
        "平川新闻　03版　2020年6月5日　星期五　统校：张敏　图审：丁亚楠",
        "一审：王芳　二审：李刚　三审：陈伟",
        "审校：李小红",
    ],
)
def test_a_line_of_several_parts_of_the_page_is_furniture(line: str) -> None:
    assert is_furniture(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "10月1日 国庆节 全县放假", "县文联主办 农民画展开幕", "沂水县文联主办 农民画展",
        "喜报", "广告牌下的修鞋匠", "编辑部的故事", "星期一至星期五 第3期培训 南街停水",
        "工业设计 点亮小镇", "终审 改判无罪", "卖瓜人：李长河的三十年",
    ],
)  # fmt: skip
def test_a_headline_with_such_words_is_none(line: str) -> None:
    assert not is_furniture(fold(line))


def test_the_paper_and_the_page_that_stand_beside_the_date_are_no_headlines() -> None:
    date = "平川报　2012年11月9日　星期五　第2版　乡村生活"
    found = kinds(f"{date}\n菜市场搬新家\n{NEWS}\n平川报　民生\n老街装灯\n{NEWS}\n乡村生活\n{NEWS}")
    assert (found[3], found[6]) == ("furniture", "furniture")
    assert (found[1], found[4]) == ("title", "title")


@pytest.mark.parametrize(
    "line",
    [
        "平川报",
        "沙　河　报",
        "04 综合",
        "平川报 民生·服务 ３",
        "04 ｜ 深度·民生",
        "两会特刊　第一版",
        "法治在线 3",
    ],
)
def test_the_name_of_the_paper_beside_its_date_is_furniture(line: str) -> None:
    assert kinds(f"{line}\n2019年3月22日 星期五\n菜市场搬新家\n{NEWS}")[0] == "furniture"
    assert kinds(f"菜市场搬新家\n{NEWS}\n{line}\n{NEWS}")[2] == "title"


@pytest.mark.parametrize(
    "line",
    [
        "抢修电话：6125110", "监督电话：6812345（县政府督查室）", "24小时咨询电话：0000—6120345",
        "县农业局农技站　电话：0931-2211086", "2211086",
    ],
)  # fmt: skip
def test_whom_one_calls_is_told_in_the_notice(line: str) -> None:
    assert kinds(f"停水通知\n{NEWS}\n{line}")[-1] == "line"


def test_the_telephone_of_the_paper_is_furniture() -> None:
    assert kinds(f"菜市场搬新家\n{NEWS}\n新闻热线：0931-8765432")[-1] == "furniture"


@pytest.mark.parametrize("following", ["", "\n各单位：请互相转告，谢谢大家的理解和配合。"])
def test_a_body_and_a_date_sign_a_notice_whatever_stands_below(following: str) -> None:
    signed = "中共平川县林业局委员会\n2019年3月20日"
    assert kinds(f"讣告\n{NEWS}\n{signed}{following}")[2:4] == ["line", "line"]


def test_a_month_signs_too() -> None:
    assert kinds(f"一封信\n{NEWS}\n平川县交通运输局\n2019年7月")[2:] == ["line", "line"]


def test_who_wrote_a_poem_stands_under_its_headline() -> None:
    poem = "夏至\n沈寒山\n蛙声把田埂垫高\n父亲蹲在水口\n他的影子最短\n像一截粉笔\n白昼要还给灯\n还给屋檐"
    assert kinds(f"副刊\n{NEWS}\n{poem}")[2:5] == ["title", "title", "line"]


def test_a_headline_of_two_characters_over_a_name_is_none_of_a_writer() -> None:
    assert kinds(f"副刊\n擂 茶\n曾小林\n{NEWS}")[1] == "title"


def test_a_text_over_who_took_the_picture_is_a_caption() -> None:
    told = "▲3月16日，县中医院的医生在祠堂前为老人把脉。当天义诊接待二百人，送出药品一百份。"
    assert kinds(f"菜市场搬新家\n{NEWS}\n{told}\n黄德明/摄")[2:] == ["caption", "credit"]


@pytest.mark.parametrize(
    "line",
    [
        "短板计划，铺设雨污管道 2.3 公里，总投",
        "韦大爷叫韦廷贵，今年 68 岁，退休前是县",
        "资 612 万元，12 月上",
    ],
)
def test_a_line_with_blanks_around_its_figures_is_no_row(line: str) -> None:
    assert not is_row(fold(line))
    assert is_row("柳湾水库 4860万元 11月底")


@pytest.mark.parametrize("name", ["田  埂", "□　苏　石", "本报评论员", "本报评论员　谭　江"])
def test_who_wrote_a_text_is_named_under_its_headline(name: str) -> None:
    assert (
        kinds(f"割麦的时节\n{name}\n割麦是要赶天的，父亲说，误了一晌就白流一年的汗。")[1]
        == "byline"
    )


@pytest.mark.parametrize(
    "lines",
    [
        "周一　咸水歌　　　罗妹姑　文化馆三楼\n周二　短视频　　　李　想　图书馆\n周三　粤剧　　　何艳萍　文化馆",
        "甲班　上午场　　大礼堂\n乙班　下午场　　大礼堂\n丙班　晚场　　　小剧场",
        "4月23日7时至18时　城厢镇南门街\n4月24日8时至15时　六塘镇古楞",
        "6月5日至12日　加油站检查\n6月16日　宣传咨询日",
    ],
)
def test_rows_without_a_figure_are_no_headlines(lines: str) -> None:
    found = kinds(f"课表出来了\n{NEWS}\n{lines}")
    assert "title" not in found[2:] and "body" not in found[2:]


def test_a_headline_over_what_comes_from_another_page_stays_one() -> None:
    assert kinds(f"修桥的账摆在炕上算\n（上接第1版）\n{NEWS}")[0] == "title"
    assert kinds(f"{NEWS}\n最后几个字\n（下转第3版）")[1] == "body"


def test_a_headline_with_its_deck_under_a_poem_is_none_of_its_verses() -> None:
    poem = "夏至\n蛙声把田埂垫高\n父亲蹲在水口\n他的影子最短\n像一截粉笔\n白昼要还给灯\n还给屋檐"
    found = kinds(f"{NEWS}\n{poem}\n“我只是个敲边鼓的”\n——访象脚鼓制作人\n本报记者　刀玉罕\n{NEWS}")
    assert found[8:11] == ["title", "title", "byline"]


@pytest.mark.parametrize(
    "line", ["爷爷送报", "天气预报", "警情通报", "10 件民生实事", "12 生肖趣谈"]
)
def test_a_headline_beside_the_date_of_the_page_is_none_of_its_names(line: str) -> None:
    assert kinds(f"2019年3月22日 星期五\n{line}\n{NEWS}")[1] == "title"


@pytest.mark.parametrize(
    "rows",
    [
        "星期一 上午8:00 李明 内科\n星期二 上午8:00 王芳 儿科\n星期三 上午8:00 张华 外科",
        "城关镇 咨询电话 0354-5621234\n河西镇 咨询电话 0354-5621235\n河东镇 咨询电话 0354-5621236",
        "第101期 03 12 25\n第102期 05 11 30\n第103期 01 09 22",
    ],
)
def test_rows_of_a_table_are_in_their_article_whatever_they_look_like(rows: str) -> None:
    page = f"新馆开放\n{NEWS}\n{NEWS}\n坐诊安排\n{rows}\n菜市场搬家\n{NEWS}\n老街装灯\n{NEWS}"
    assert kinds(page)[4:7] == ["table"] * 3


@pytest.mark.parametrize("line", ["广告服务热线：0354-5621234", "投递投诉电话：0354-5621236"])
def test_how_to_reach_the_paper_is_furniture(line: str) -> None:
    assert kinds(f"菜市场搬新家\n{NEWS}\n{line}")[-1] == "furniture"


def test_a_verse_is_no_poet() -> None:
    rhyme = "童谣\n夏天到\n知了叫\n小娃娃\n河边跑\n捉条鱼\n笑弯腰"
    assert kinds(f"副刊\n{NEWS}\n{rhyme}")[3:] == ["line"] * 6


def test_slogans_one_under_the_other_are_no_table() -> None:
    slogans = "抓项目  强产业  惠民生\n促增收  保稳定  谋发展\n重生态  优环境  提品质"
    assert "table" not in kinds(f"{slogans}\n{NEWS}")


def test_items_with_a_triangle_are_no_captions() -> None:
    items = "▲改造小区十一个，惠及居民四千户。\n▲新建图书馆一座，藏书十二万册。\n李明/摄"
    assert kinds(f"实事回头看\n{NEWS}\n{items}")[3] == "body"


def test_a_headline_set_wide_is_no_name() -> None:
    assert kinds(f"民俗\n春　　联\n{NEWS}")[1] == "title"
