"""What a short line says, by form and language: a name, a slogan, a fact, a column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ingest.ordering.language import Language
from ingest.readers.lists import SURNAMES, one_of
from ingest.readers.punctuation import fold, visible

_ORGANISATION = re.compile(one_of("place or body") + "$")
# 台风擦过我县东部, 谱写振兴新格局
_NO_BODY = re.compile(f"(?:[东西南北中内外全]部|{one_of('no body')})$")
_NUMBER = "[一两三四五六七八九十百千万]"
# 百名党员下沉社区, 县城新添三个派出所: people or things are counted; 平安镇三家子村 is a place.
_COUNTED = re.compile(
    f"^{_NUMBER}+(?:余|多)?[名位]|(?!^){_NUMBER}(?:余|多)?个[\u3400-\u9fff]|"
    f"(?!^)(?<![第省市县区镇乡旗]){_NUMBER}(?:余|多)?[名位家座所支台条][\u3400-\u9fff]"
)
# 办起大工厂, 住进敬老院, 唱到八百个村: a verb with where it leads to.
_LEADS = re.compile(
    "[^促推引改先外演支输突进出][起进到](?![步点重]|出口)[\u3400-\u9fff]|(?!^)[走变换做][出成]"
)
_VERB_BEFORE_PLACE = re.compile(
    f"[进到入走下访赴回来去在给为向让把送暖惠]{one_of('place one goes to')}$"
)
_NO_NAME = re.compile(rf"[！？“：；—·…\d的了昨]|怎么|如何|咋|(?<!未)来|{one_of('said of a deed')}")
_COLUMN = re.compile(one_of("column") + "$")
_PAGE_SLOGAN = re.compile(one_of("slogan of a page"))
_PLACED = re.compile(r"(?:[\u3400-\u9fff]{1,3}[县市区镇乡旗]|[我全][县市区镇乡旗])[\u3400-\u9fff]")
_LOCAL = re.compile(
    r"(?:[我全本]?[县市区镇乡旗]|[\u3400-\u9fff]{1,3}[县市区镇乡旗村]|"
    rf"[\u3400-\u9fff]{{2,6}}{one_of('body here')})"
    r"[\u3400-\u9fff\d]"
)
_NUMBERED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[、）).．]|[（(]?\d{1,2}[、）).．]|第[一二三四五六七八九十]+[章节条个]|"
    r"之[一二三四五六七八九十]|[①-⑩]|[●■◆▲★▶]|[一二三四五六七八九十]$|0\d)"
)
_DASHED = re.compile(r"^(?:——|—|--)")
_DETAIL = re.compile(rf"\d|{one_of('detail')}")
# Who was there: 钱海涛出席 任小梅主持. By custom it stands below.
_ATTENDED = re.compile(rf"{one_of('attended')}(?:会议|并讲话|调研)?(?:$|\s)")
# What takes place and is over: 召开, 收官, 通车. A line that ends so says what happened, no more.
_EVENT = re.compile(one_of("taken place") + "$")
_MEETING = re.compile(one_of("meeting") + "|[^社机协]会$")
# Where and in what course of things: names of days, feasts, contests, works, campaigns.
_OCCASION = re.compile(f"(?:{one_of('occasion')}|[一二三四五六七八九十百]+(?:周年|年间|年))$")
_GENRE = re.compile(
    f"(?:{one_of('kind of story')}|[·•].{{1,5}}篇|[^日书]记|谈.{{2,6}})$|"
    f"^{one_of('begins a story')}"
)
# 菜 价 一 周 看: a headline set with a blank between its characters.
_LETTERSPACED = re.compile(r"\S(?:\s\S){2,}|[\u3400-\u9fff]\s+[\u3400-\u9fff]")
# 2024临淝两会特刊: what names a page may begin with its year.
_YEAR = re.compile(r"^(?:19|20)\d\d年?")
_NAME_OF_PAGE = re.compile(one_of("name of a page") + "$")
_LONGEST_NAME_OF_PAGE = 12
# Where a speech or a report was held: ——2021年2月3日在县第九届人民代表大会第五次会议上.
_HELD_AT = re.compile("在[^，。]{2,36}(?:会|会议|仪式|典礼)上$")
_BRACKETED = re.compile("（.*）")
# 县人大代表、双庙镇党委书记吴家胜：让龙虾爬出更大的产业
_VOICE = re.compile(
    rf"[^，。！？：“]{{1,30}}{one_of('office held', 'who writes')}"
    rf"\s?[{SURNAMES}][\u3400-\u9fff]{{1,2}}：\S{{3}}"
)
# 抢抓农时保春播 落实责任战春旱: two halves with a blank between. Names are shorter.
_HALVES = re.compile("[\u3400-\u9fff“”]{5,12}(?:[ \u3000]+[\u3400-\u9fff“”]{5,12})+")
# 柳林镇：旧砖窑变身研学营
_LED = re.compile(rf"[\u3400-\u9fff]{{1,6}}{one_of('place or body')}：[^，。；]{{6,}}$")
_SERIES = re.compile(r"（[一二三四五六七八九十\d]{1,3}）$|之[一二三四五六七八九十]$|系列|[·•]")
_SAYS = re.compile(f"(?:：|{one_of('says')})$")
# … and who says it on what occasion, which leaves no doubt: 在企业调研时强调.
_HANDS_OVER = re.compile(
    f"(?<!{one_of('how and not when')}){one_of('when one says it')}{one_of('says')}：?$"
)
_SPEAKER = re.compile(
    f"提醒：|提示：|{one_of('speaker')}|{one_of('body that speaks')}[^：]{{0,4}}："
)
_SPOKEN = re.compile(
    r"了(?:$|[，\s])|[啥咋吗呢吧]|怎么|怎样|如何|谁|为何|为什么|[^能可]不|别|没|[^以]就|还|都|也|又|[先再].|一.一|越.越"
)
_MEASURE = re.compile(
    r"(?:[\d.]+|[一二两三四五六七八九十百千万亿余]+)(?:多|余)?(?:[万亿]?[元吨亩米人户个条座辆处件名家位项枚岁天年次分斤克张倍台场]|"
    r"万|亿|公里|公斤|平方|立方|千瓦|%|％|成|个百分点)"
)
_TIME = re.compile(
    r"^(?:\d+年|\d+月|\d+日|[一二三四五六七八九十]+[月日]|首日|今[日起明冬年]|昨[日天]|预计|计划|目前|年内|未来|"
    r"本[月周]|上半年|下半年|前.{1,2}个月|建成后|达产后)|起施行|起启用"
)
_WORDS_AND_FIGURES = re.compile(r"[\u3400-\u9fff]+|[\d.]+")


# The classes of words that tell who did it from what was done, a letter each; others are names.
_KINDS = {
    "v": "V", "p": "V", "vn": "W", "d": "D", "u": "U", "a": "A", "c": "C", "t": "T", "f": "T",
    "s": "T", "m": "M", "q": "M",
}  # fmt: skip
_SHORTEST_THING = 5
# 三天收割完毕, 将向社会开放, 通上了自来水: done by nobody who is named.
_OPENS_WITH_DEED = re.compile("[TDM]*V")
# 县中医院开通夜间门诊, 三百名学生免费学技术: somebody, and what he does.
_CLAUSE = re.compile("[TDMNAW]*[NMW][UTD]*V")

DATELINE = re.compile(
    rf"[【（]?\s*(?:{one_of('agency')}|[\u3400-\u9fff]{{2,6}}{one_of('kind of paper')})"
    rf"[^。，！？]{{0,24}}?{one_of('dispatch')}(?!员)\s*(?:（[^（）]{{1,40}}）|[】）])?|讯\s*（[^（）]{{1,40}}）"
)
_NOTICE = re.compile(one_of("notice") + "$")


@dataclass(frozen=True)
class Title:
    """One short line, folded, with what can be said about it."""

    index: int
    text: str
    language: Language

    @classmethod
    def of(cls, index: int, text: str, language: Language) -> Title:
        folded = fold(text).strip()
        return cls(index, visible(folded) if _LETTERSPACED.fullmatch(folded) else folded, language)

    @cached_property
    def length(self) -> int:
        return len(visible(self.text))

    @cached_property
    def parts(self) -> list[str]:
        """The parts of a line that is set with spaces or commas between them."""
        return [part for part in re.split(r"[\s，、；]+", self.text) if part]

    @cached_property
    def has_verb(self) -> bool:
        return self.language.has_verb(self.text)

    @cached_property
    def classes(self) -> list[str]:
        """The classes of its words in order; a figure is `m`."""
        found: list[str] = []
        for run in _WORDS_AND_FIGURES.findall(self.text):
            if run[0] < "\u3400":
                found.append("m")
            else:
                found += map(self.language.class_of, self.language.segment(run)[1])
        return found

    @cached_property
    def kinds(self) -> str:
        """The classes of its words, a letter each: V a verb, W a verb as a name, N a name."""
        return "".join(_KINDS.get(each, "N") for each in self.classes)

    @cached_property
    def opens_with_deed(self) -> bool:
        """Says what was done and not who did it: 铺上塑胶跑道, 将向社会开放."""
        spoken = len(self.parts) == 1 and len(self.classes) > 1
        return spoken and not self.shapes["notice"] and bool(_OPENS_WITH_DEED.match(self.kinds))

    @cached_property
    def is_clause(self) -> bool:
        """Says who did what: 县中医院开通夜间门诊."""
        whole = len(self.parts) == 1 and not self.opens_with_deed
        return whole and bool(_CLAUSE.match(self.kinds))

    @cached_property
    def is_thing(self) -> bool:
        """Names a thing that is neither place nor body, and tells nothing of it: 县二中新操场.

        What is shorter (便民信息) may name a column.
        """
        if self.length < _SHORTEST_THING:
            return False
        return not (set("VD") & set(self.kinds) or self.has_digits or self.is_organisation)

    @property
    def has_deed(self) -> bool:
        return bool(set("VW") & set(self.kinds))

    @cached_property
    def met(self) -> dict[str, dict[str, float]]:
        """What this line looks like with another under it, by the text of that one."""
        return {}

    @cached_property
    def is_organisation(self) -> bool:
        """Only a name of a place or a body: who or where, without what."""
        if self.length > 22 or _NO_NAME.search(self.text) or _NO_BODY.search(self.text):
            return False
        if not all(_ORGANISATION.search(part) for part in self.parts) or not self.parts:
            return False
        if _COUNTED.search(self.text) or _LEADS.search(self.text):
            return False
        return not any(_VERB_BEFORE_PLACE.search(part) for part in self.parts)

    @cached_property
    def is_parallel(self) -> bool:
        """Two parts or more of about one length, as slogans are set."""
        lengths = [len(part) for part in self.parts]
        return len(lengths) >= 2 and max(lengths) - min(lengths) <= 2 and max(lengths) <= 12

    @cached_property
    def is_built_as_headline(self) -> bool:
        """Halves of about one length, parted by a blank where a text has a mark; or who it is about
        before a colon. No text is set so, however well the one below reads on.
        """
        halves = _HALVES.fullmatch(self.text) is not None and self.is_parallel
        led = _LED.match(self.text) is not None
        return led or (halves and not self.is_organisation)

    @property
    def is_dashed(self) -> bool:
        return bool(_DASHED.match(self.text))

    @property
    def is_numbered(self) -> bool:
        return bool(_NUMBERED.match(self.text))

    @property
    def has_detail(self) -> bool:
        return bool(_DETAIL.search(self.text))

    @cached_property
    def states(self) -> float:
        """How much the line says who did what: 0 for a slogan or a name, 1 for a statement."""
        if self.is_organisation:
            return 0.0
        if not self.has_verb:
            return 0.2
        if self.is_parallel:
            return 0.4
        return 1.0 if self.length >= 9 else 0.7

    @cached_property
    def has_digits(self) -> bool:
        return bool(re.search(r"\d|[一二两三四五六七八九十百千万]{2,}[个人次户亩元米]", self.text))

    @cached_property
    def shapes(self) -> dict[str, float]:
        """What can be seen of the line, whatever its role."""
        text = self.text
        slogan = self.is_parallel and self.has_verb and not re.search(r"[“”？！\d：]", text)
        return {
            "line": 1.0,
            "name": float(self.is_organisation),
            "slogan": float(slogan),
            "parts": float(len(self.parts) >= 2 and not slogan),
            "states": self.states,
            "quotes": float("“" in text),
            "asks": float("？" in text or "！" in text),
            "figures": float(self.has_digits),
            "dashed": float(self.is_dashed),
            "held at": float(bool(_HELD_AT.search(text))),
            "page": float(self.names_page),
            "detail": float(self.has_detail),
            "attended": float(bool(_ATTENDED.search(text))),
            "opens": float(bool(_SAYS.search(text))),
            "notice": float(bool(_NOTICE.search(text))),
            "column": max(0.0, self.column_shape),
            "tiny": float(self.length <= 5),
            "place": float(bool(_PLACED.match(text)) and not self.is_organisation),
            "short": float(5 < self.length <= 9),
            "opens number": float(self.opens_with_count),
            "opens verb": float(self.classes[:1] in (["v"], ["vn"])),
            "opens time": float(bool(_TIME.search(text))),
            "ends verb": float(self.classes[-1:] in (["v"], ["vn"])),
            "nominal": float(not {"v", "vn", "p", "d"} & set(self.classes)),
            "of": float(bool(re.search(r"的[^了，\s的]{1,7}$", text))),
            "event": float(self.is_event),
            "meeting": float(bool(_MEETING.search(text))),
            "occasion": float(bool(_OCCASION.search(text))),
            "genre": float(bool(_GENRE.search(text))),
            "series": float(bool(_SERIES.search(text))),
            "speaker": float(bool(_SPEAKER.search(text))),
            "spoken": float(bool(_SPOKEN.search(text))),
            "measures": min(2.0, len(_MEASURE.findall(text))),
            "scene": float(self.is_scene),
            "aspect": float(bool(re.search("[了过着]", text))),
            "length": self.length / 10,
            "long": max(0.0, (self.length - 22) / 10),
        }

    @property
    def is_local(self) -> bool:
        """Begins with who of this county did it: 我县…, 柳林镇…, 县水利局…."""
        return bool(_LOCAL.match(self.text)) and not self.is_organisation

    @property
    def is_scene(self) -> bool:
        """A picture: 雪夜里的敲门声."""
        return bool(re.search(r"[里上下中间边旁]的", self.text))

    @property
    def is_event(self) -> bool:
        """What took place and is over: 城西水厂建成通水."""
        return bool(_EVENT.search(self.text))

    @cached_property
    def hands_over(self) -> bool:
        """Says who speaks and when, and nothing of what is said: 罗明远在乡镇调研时强调."""
        return bool(_HANDS_OVER.search(self.text))

    @property
    def has_measures(self) -> bool:
        return bool(_MEASURE.search(self.text))

    @property
    def opens_with_count(self) -> bool:
        return self.classes[:1] == ["m"] and not self.text.startswith("第")

    @property
    def is_vivid(self) -> bool:
        """Said as people speak or as a picture, not as a report says it."""
        shapes = self.shapes
        return bool(shapes["spoken"] or shapes["quotes"] or shapes["asks"])

    @property
    def is_plain(self) -> bool:
        """An occasion, a meeting, a thing named or done, without a picture."""
        shapes = self.shapes
        names = ("event", "meeting", "occasion", "nominal", "genre")
        plain = self.is_local or any(shapes[name] for name in names)
        return plain and not shapes["spoken"]

    @property
    def is_voice(self) -> bool:
        """Whether somebody with office or trade says the rest of the line."""
        return bool(_VOICE.match(self.text))

    @property
    def is_bracketed(self) -> bool:
        return bool(_BRACKETED.fullmatch(self.text))

    @cached_property
    def names_page(self) -> bool:
        """Whether a line is the name of a page and no more: 抗旱专版, 2024临淝两会特刊."""
        name = _YEAR.sub("", self.text)
        return len(name) <= _LONGEST_NAME_OF_PAGE and bool(_NAME_OF_PAGE.search(name))

    @cached_property
    def column_shape(self) -> float:
        """How much the line looks like a column name or a page slogan, above 0 where it does."""
        score = -1.0
        if self.is_organisation or self.is_dashed or self.is_numbered:
            return -3.0
        if self.length <= 10 and _COLUMN.search(self.text):
            score += 2.0
        if re.search(r"[·•｜|]", self.text) and self.length <= 16:
            score += 2.0
        unsaid = len(self.parts) >= 2 and not self.has_verb
        if self.text.count(" ") >= 2 or unsaid:
            score += 1.0
        if _PAGE_SLOGAN.search(self.text):
            score += 1.0
        return score
