"""A long report in numbered sections stays one article, wherever its columns stand on the page."""

from ingest.pipeline import layout
from ingest.proposal import Article

REPORT = [
    "把路修到果园里",
    "——河阴县农村公路建设三年记",
    "本报记者 宋春来",
    "　　入冬以后，河阴县的果农并不清闲，一车车苹果正顺着新修的水泥路运出山去。三年里，全县新修农村公路三百一十公里。",
    "一、先修断头路",
    "　　牛心岭村到县城只有二十里，过去却要绕行一个多小时，因为路修到村口的沟边就断了。前年秋天，断了十几年的路接通了。",
]
MEETING = [
    "县图书馆新馆试开放",
    "　　本报讯（记者 何巧云）12月2日，县图书馆新馆开始试开放，读者凭身份证即可入馆，每天开放十个小时，周末不休息。",
    "　　新馆设阅览座位四百二十个，少儿阅览室单独设在一楼，盲文图书也第一次上了架。",
]
SECTIONS = [
    "二、书屋搬到路边上",
    "　　阅览座位从村部挪到了候车亭旁，少儿读者放学就能进去坐一坐，每天开放到天黑，周末不休息，盲文图书也摆上了架。",
    "三、建好也要管好",
    "　　座位坏了没人管，三年就空。读者里聘了三百多名管理员，凭身份证领钥匙，每人每月有一份补贴。",
]


def articles(*blocks: list[str]) -> list[Article]:
    page = layout("\n".join(line for block in blocks for line in block))
    return page.articles


def texts(article: Article) -> str:
    return "".join(part.text for part in article.paragraphs)


def test_later_sections_in_another_column_go_back_to_their_report() -> None:
    report, library = articles(REPORT, MEETING, SECTIONS)
    assert "候车亭" in texts(report) and "管理员" in texts(report)
    assert [each.text[:2] for each in report.subheads] == ["一、", "二、", "三、"]
    assert [part.text[:4] for part in library.paragraphs] == ["本报讯（", "新馆设阅"]
