"""Lines of lists, notices and poems are text, however much each of them looks like a headline."""

from __future__ import annotations

import pytest

from ingest.pipeline import layout
from ingest.proposal import Layout
from ingest.readers.kinds import kinds_of
from ingest.readers.lines import pieces

NEWS = "本报讯 昨日,南关菜市场迁入新址,新市场有摊位二百多个,比老市场宽敞许多。(田禾)"
NEXT = f"南关菜市场搬新家\n{NEWS}"


def kinds(text: str) -> list[str]:
    return [str(kind) for kind in kinds_of(pieces(text))]


def headlines(found: Layout) -> list[str]:
    return [each.headline.text for each in found.articles if each.headline]


@pytest.mark.parametrize(
    "lines",
    [
        "建设地点:县三中院内\n建设规模:宿舍楼一栋,六千平方米\n联系人:郭老师",
        "●新建幼儿园4所\n●改造小区11个\n●新增就业3200人",
        "1.新建幼儿园4所\n2.改造小区11个",
        "一、新建幼儿园4所\n二、改造小区11个",
        "①先关总闸\n②再开窗通风",
        "2006年 砂石路修通\n2010年 电网改造完成\n2013年 第一家农家乐开张",
        "上旬 白菜收窖\n中旬 果园涂白",
        "供水抢修 6226119\n供电抢修 95598",
        "楚韵服饰公司 防护服200套\n县餐饮协会 盒饭1500份\n殷桃(个人) 现金5000元",
        "王秀兰 李铁柱 赵海燕 孙长河\n冯桂花 陈大勇 褚秀英 蒋丽",
    ],
)
def test_lines_of_one_form_are_text(lines: str) -> None:
    assert kinds(f"本县便民事项\n{lines}\n{NEXT}")[1:-2] == ["line"] * (lines.count("\n") + 1)


@pytest.mark.parametrize(
    "line",
    ["柳林镇:便民大厅搬上街", "2027年全县十件实事", "一、统一认识", "抓项目 强产业 惠民生 促和谐"],
)
def test_one_such_line_by_itself_is_a_title(line: str) -> None:
    assert kinds(f"{line}\n{NEWS}") == ["title", "body"]


def test_two_headlines_with_a_colon_are_no_list() -> None:
    heads = "全县农田水利推进会提出:封冻之前渠见底\n供热公司致歉:晚五天补五天"
    assert kinds(f"{heads}\n渠边的老柳发了芽,水到了闸口。")[:2] == ["title", "title"]


def test_the_mail_of_the_paper_over_a_headline_with_a_colon_makes_no_list() -> None:
    text = (
        "投稿邮箱:xinwen@example.com\n石拐子:岭上的脚力\n从西门出去,沿老街走到竹坪,再往上是旧路。"
    )
    assert kinds(text) == ["furniture", "title", "body"]


def test_the_headlines_that_a_page_gives_out_before_its_texts_are_no_list() -> None:
    heads = "柠檬挂牌\n坝坝宴立规矩\n臭水沟里有了鱼\n寒潮预警\n豆瓣走了出去\n校车晚点以后\n老桥新生"
    texts = "\n".join([NEWS] * 8)
    assert kinds(f"2021年11月5日 星期五\n{heads}\n{texts}")[1:8] == ["title"] * 7


def test_the_lines_of_the_page_are_no_list() -> None:
    text = f"{NEXT}\n责任编辑:陈岚 版式:吴越\n新闻热线:0931-8765432"
    assert kinds(text)[-2:] == ["furniture", "furniture"]


def test_who_wrote_it_is_no_list_of_names() -> None:
    writers = "本报记者 祝小兰 通讯员 胡启明\n本报记者 何淑芬 通讯员 康莉红"
    assert kinds(f"南关菜市场搬新家\n{writers}\n{NEWS}")[1:3] == ["byline", "byline"]


def test_a_poem_stays_under_its_headline_and_the_next_article_keeps_its_own() -> None:
    poem = "水从石缝里来\n绕过三棵柿树\n在井台边停一停\n听桶落下的声音\n后来装了龙头\n井盖上长了草\n水还认得路"
    found = layout(f"老井\n□ 石青山\n{poem}\n{NEXT}")
    assert headlines(found) == ["老井", "南关菜市场搬新家"]
    assert [part.text for part in found.articles[0].paragraphs] == poem.split("\n")
    assert not found.banners


def test_a_table_printed_cell_by_cell_stays_text() -> None:
    cells = "类别\n同比\n食品烟酒\n+2.1%\n居住\n+0.2%"
    found = layout(f"2月份云岭县居民消费价格\n{cells}\n{NEXT}")
    assert headlines(found) == ["2月份云岭县居民消费价格", "南关菜市场搬新家"]
    assert [part.text for part in found.articles[0].paragraphs] == cells.split("\n")


def test_a_list_that_a_text_announces_is_text_to_its_end() -> None:
    listed = "桐树镇党委\n县医院党委\n上河村党支部\n岚山中学党支部"
    text = f"关于表彰先进的决定\n县委决定,对以下4个单位予以表彰。\n{listed}\n希望再接再厉。"
    assert kinds(text)[2:6] == ["line"] * 4


def test_the_stacks_of_two_articles_that_meet_are_no_list() -> None:
    stacks = (
        "今年首场强沙尘暴过境本县\n能见度一度不足五十米\n全县停课一天大棚提前加固\n记者走笔\n"
        "总投资三亿元一期六月投产\n清水江畔立起预制管廊厂\n达产后安排就业二百六十人"
    )
    assert kinds(f"{stacks}\n{NEWS}")[:-1] == ["title"] * 7


@pytest.mark.parametrize("day", ["2027年7月5日", "二〇〇九年三月十二日", "7月5日"])
def test_who_signs_a_notice_and_its_date_end_it(day: str) -> None:
    signed = f"石门县交通运输局\n县公安局交警大队\n{day}"
    found = layout(f"关于公交改道的通告\n因道路施工,公交一路临时绕行三个月。\n{signed}\n{NEXT}")
    assert headlines(found) == ["关于公交改道的通告", "南关菜市场搬新家"]
    assert [part.text for part in found.articles[0].paragraphs[1:]] == signed.split("\n")


def test_a_date_under_a_headline_signs_nothing() -> None:
    assert kinds(f"{NEXT}\n全县植树节\n2027年3月12日\n{NEWS}")[2:4] == ["title", "furniture"]


def test_a_list_stays_with_the_text_over_it_whatever_it_speaks_of() -> None:
    listed = "●地区生产总值增长6%\n●新增就业3200人\n●南关菜市场搬迁"
    found = layout(f"明年我们这样干\n{listed}\n{NEXT}")
    assert [part.text for part in found.articles[0].paragraphs] == listed.split("\n")
    assert len(found.articles[1].paragraphs) == 1


def test_the_first_short_line_of_a_page_heads_an_article() -> None:
    found = layout(f"讣告\n原县政协副主席韩守义同志因病医治无效,于七月二日逝世。\n{NEXT}")
    assert headlines(found) == ["讣告", "南关菜市场搬新家"]


@pytest.mark.parametrize(
    "line",
    [
        "2027年高考今日开考", "星期六的早市", "12345热线:一年办结万件事", "第3期培训班开班", "星期天的太阳", "公 告",
        "读者俱乐部成立", "上图书馆 下公园", "图为媒 画为桥", "本报记者三天走访六个投放点",
        "■ 新闻链接", "□ 民生一线",
    ],
)  # fmt: skip
def test_a_headline_that_only_begins_like_other_lines_is_a_title(line: str) -> None:
    assert kinds(f"{line}\n{NEWS}") == ["title", "body"]


def test_a_sentence_of_a_notice_that_sets_a_day_is_text() -> None:
    told = "因管网施工,定于2027年4月10日(星期六)8时至20时对以下区域停水:"
    assert kinds(f"停水公告\n{told}\n清源路以东各单位请提前储水。")[1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "2027年4月10日 星期六", "农历八月十五", "星期六 农历八月十五", "二〇〇九年三月十二日",
        "新闻热线:0931-8765432", "投稿邮箱:xinwen@example.com", "第12期 总第340期", "今日4版 总第6218期",
        "2023年10月20日 农历九月初六 星期五", "2 综合新闻 2023年5月4日 责编 钱进 版式 吴越",
    ],
)  # fmt: skip
def test_lines_of_the_page_are_furniture(line: str) -> None:
    assert kinds(f"{NEXT}\n{line}\n{NEXT}")[2] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "○ 孟书田",
        "■ 高远",
        "□ 县财政局局长 甄广平",
        "本报记者 何淑芬",
        "文/图 曾一锅",
        "读者 何淑芬",
    ],
)
def test_who_wrote_it_is_a_byline(line: str) -> None:
    assert kinds(f"羊汤里的河西\n{line}\n{NEWS}")[1] == "byline"


@pytest.mark.parametrize(
    "line", ["上图为演出现场。", "左图:新桥合龙", "图为村民在采茶。", "图②:新桥"]
)
def test_what_tells_of_a_picture_is_a_caption(line: str) -> None:
    assert kinds(f"{NEXT}\n{line}")[2] == "caption"


def test_the_last_words_before_a_jump_line_are_text() -> None:
    text = f"电站并网发电\n{NEWS}\n其余五台机组将在明年底以\n(下转第3版)\n{NEXT}"
    assert kinds(text)[2] == "body"


def test_a_kicker_may_end_with_a_colon() -> None:
    found = layout(f"{NEXT}\n龙泉镇:\n一根竹子吃干榨净\n{NEWS}")
    assert found.articles[1].kicker and found.articles[1].kicker.text == "龙泉镇:"


def test_whom_a_letter_addresses_is_text() -> None:
    text = f"{NEXT}\n编辑同志:\n公交站牌能否装个棚\n{NEWS}"
    assert kinds(text)[2] == "body"


@pytest.mark.parametrize("box", ["新闻链接", "更正", "■ 延伸阅读", "记者手记", "简 讯", "停水公告"])
def test_a_box_beside_an_article_is_a_piece_of_its_own(box: str) -> None:
    text = f"{NEXT}\n{box}\n规模以上企业,是指年收入两千万元及以上的企业。\n{NEXT}"
    assert len(layout(text).articles) == 3


def test_a_headline_with_a_comma_over_its_writers_begins_an_article() -> None:
    headline = "以案说法:网购“三无”面膜烂了脸,该找谁赔"
    found = layout(f"{NEXT}\n{headline}\n本报记者 海燕\n去年十一月,市民郎女士在网店买了五盒面膜。")
    assert headlines(found) == ["南关菜市场搬新家", headline]


def test_verse_stays_line_by_line() -> None:
    verse = "小荷才露雨初收,\n白鹭飞来立渡头。\n莫道农家无闲事,\n夕阳影里唤归牛。"
    found = layout(f"夏日即景\n□ 范维岳\n{verse}\n{NEXT}")
    assert [part.text for part in found.articles[0].paragraphs] == verse.split("\n")


def test_a_short_poem_at_the_end_of_a_page_is_text() -> None:
    poem = "太阳挂在树上\n风从田里过来\n谁也不说话\n等一个人回家"
    assert kinds(f"{NEXT}\n补习班\n□ 石青山\n{poem}")[4:] == ["line"] * 4


def test_a_letter_ends_with_its_wish_its_writer_and_its_date() -> None:
    letter = "感谢信\n我二月发烧住进你们科,前后住了二十三天。\n祝你们一生平安!\n伏国栋\n5月12日"
    found = layout(f"{NEXT}\n{letter}\n{NEXT}")
    assert [part.text for part in found.articles[1].paragraphs] == letter.split("\n")[1:]


def test_in_a_file_with_indents_an_indented_line_reads_nothing_on() -> None:
    told = "父亲说割麦是要赶天的,误了一晌,一年的汗就白流了,谁也不敢耽搁,天不亮就下地,一直割到月亮上来。"
    text = f"麦黄时节\n\u3000\u3000水滴在石头上,沙沙地响,\n\u3000\u3000{told}\n\u3000\u3000{told}"
    assert not [join for join in layout(text).joins if join.made]


def test_the_rows_of_a_table_are_joined_with_no_line() -> None:
    rows = "代表团 金牌 银牌 铜牌 总数\n城关镇 14 11 19 34\n龙湾镇 19 12 10 31"
    cut = "\n".join(NEWS[at : at + 17] for at in range(0, len(NEWS), 17))
    found = layout(f"{cut}\n{cut}\n{cut}\n{rows}")
    assert [piece.text for piece in found.pieces][-3:] == rows.split("\n")


@pytest.mark.parametrize(
    "line",
    [
        ",你这是给我打记号,怕我下回不坐你的船!”",
        "有病人出院后把钱送来,他不收;塞在桌子底下,他第二天买成鸡蛋又送到",
    ],
)
def test_what_only_a_text_says_is_no_title(line: str) -> None:
    assert kinds(f"{NEXT}\n{line}\n{NEXT}")[2] == "body"


def test_an_article_that_ends_with_a_list_or_a_table_is_whole() -> None:
    for listed in ("1.新建幼儿园4所\n2.改造小区11个", "河东桥 860万元 8月底\n河西桥 920万元 9月底"):
        found = layout(f"今年办好这些事\n县里公布了今年的实事清单:\n{listed}\n{NEXT}")
        assert [each.missing for each in found.articles] == [None, None]


def test_an_article_that_breaks_off_behind_a_list_is_not_whole() -> None:
    listed = "1.新建幼儿园4所\n2.改造小区11个\n各单位要按照分工抓好落实,每季度公布一次进度,接受"
    found = layout(f"{NEXT}\n今年办好这些实事\n县里公布了今年的实事清单:\n{listed}")
    assert [each.missing for each in found.articles] == [None, "end"]


@pytest.mark.parametrize(
    "lines",
    [
        "石门县委书记:抓项目\n石门县县长:惠民生", "6月8日 全县高考\n6月9日 全县中考",
        "一问 钱从哪来 3亿元\n二问 钱往哪去 2亿元", "工业增长 投资 8%\n农业增收 民生 9%",
        "祝全县人民新春快乐!", "● 春耕进行时\n● 全县备耕忙", "春 耕",
    ],
)  # fmt: skip
def test_the_headlines_over_a_report_are_titles_however_they_are_built(lines: str) -> None:
    found = kinds(f"{NEXT}\n{lines}\n{NEWS}")
    assert found[2:-1] == ["title"] * (lines.count("\n") + 1)


def test_a_name_set_with_a_blank_under_a_headline_is_a_byline() -> None:
    assert (
        kinds("麦子黄了的时节\n傅 铃\n割麦是要赶天的,父亲说,误了一晌就白流一年的汗。")[1]
        == "byline"
    )


def test_who_signs_under_the_labelled_lines_of_a_notice_ends_it() -> None:
    notice = "停水公告\n因管网施工,下周一全天停水。\n联系人:郭师傅\n抢修电话:0354-5021120"
    signed = "平川县自来水公司\n2024年4月3日"
    found = layout(f"{notice}\n{signed}\n{NEXT}")
    assert headlines(found) == ["停水公告", "南关菜市场搬新家"]
    assert [part.text for part in found.articles[0].paragraphs][-2:] == signed.split("\n")


NOTICE = """停水通知

因改造管网，10月8日8时至20时，下列小区停水，请居民提前储水：

一、清河小区、文苑小区；

二、北关街沿街商铺。

{call}

{signed}

老戏台换了梁

本报讯 关帝庙的戏台昨天换上了新梁。老梁用了一百六十年，木匠说，虫眼里能塞进一根手指。
"""


@pytest.mark.parametrize("call", ["抢修电话：6125110", "咨询热线：5522671 5522673"])
@pytest.mark.parametrize(
    "signed", ["柳泉县供排水公司", "柳泉县水务局\n\n2024年9月30日", "城关镇人民政府"]
)
def test_who_signs_a_notice_under_its_telephone_is_no_kicker(call: str, signed: str) -> None:
    notice, report = layout(NOTICE.format(call=call, signed=signed)).articles
    texts = [part.text for part in notice.paragraphs]
    assert texts[-len(signed.split("\n\n")) :] == signed.split("\n\n")
    assert report.kicker is None
    assert report.headline and report.headline.text == "老戏台换了梁"
