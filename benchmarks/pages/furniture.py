"""What stands on a page beside articles: slogans, column names, folios, editors, telephones."""

from __future__ import annotations

import random

BANNERS = (
    "牢记嘱托 感恩奋进 走好新时代赶考路",
    "学思想 强党性 重实践 建新功",
    "奋战四季度 冲刺全年红",
    "凝心聚力谋发展 团结奋斗谱新篇",
    "项目为王 大干百日",
    "同心同德 共建共享 全国文明城市",
)
COLUMNS = (
    "新春走基层", "民生一线", "法治在线", "记者走笔", "乡镇传真", "项目进行时", "身边好人",
    "农技课堂", "百姓·视点", "城事", "我和我的家乡", "回眸这一年", "校园内外", "健康之窗",
)  # fmt: skip
_EDITORS = (
    "责任编辑：陈岚 版式：吴越",
    "责编/何川 校对/廖敏",
    "本版编辑 田甜 美编 石磊",
    "编辑：郝静",
)
_CALLS = (
    "新闻热线：0931-8765432",
    "投稿邮箱：xinwen@example.com",
    "社址：县城文昌路18号 邮编：735000",
)


def furniture_lines(chance: random.Random) -> list[str]:
    found = []
    if chance.random() < 0.6:
        page = chance.randint(1, 8)
        found.append(chance.choice([str(page), f"第{page}版", f"{page}版 综合新闻", f"A{page}"]))
    if chance.random() < 0.5:
        month, day = chance.randint(1, 12), chance.randint(1, 28)
        week = chance.choice("一二三四五六日")
        found.append(f"{chance.randint(2012, 2024)}年{month}月{day}日 星期{week}")
    if chance.random() < 0.5:
        found.append(chance.choice(_EDITORS))
    if chance.random() < 0.25:
        found.append(chance.choice(_CALLS))
    return found
