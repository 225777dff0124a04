"""What a short line says, by form and language: a name, a slogan, a fact, a column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ingest.ordering.language import Language
from ingest.readers.punctuation import fold, visible

_ORGANISATION = re.compile(
    r"(?:省|市|县|区|旗|州|盟|乡|镇|村|屯|庄|寨|街道|社区|居委会|办事处|局|委|委员会|办|办公室|中心|所|站|院|院校|"
    r"学校|小学|中学|一中|二中|幼儿园|大学|公司|集团|厂|矿|银行|支行|分行|联社|农商行|协会|商会|联合会|工会|妇联|团委|"
    r"法院|检察院|大队|支队|中队|派出所|党委|支部|支部委员会|政府|管委会|园区|开发区|合作社|景区|馆|队|部|工作室|专班|指挥部|学会|"
    r"基地|平台|农场|林场|分局|税务局|供电公司|人大|政协|纪委|监委|工委|武装部)$"
)
_VERB_BEFORE_PLACE = re.compile(
    r"[进到入走下访赴回来去在给为向让把送暖惠]"
    r"(?:社区|农村|乡村|村|校园|学校|小学|园区|景区|基地|基层|机关|企业|公司|家庭|县|乡|镇|区)$"
)
_NO_NAME = re.compile(
    r"[！？“：；—·…\d]|新建|扩建|改建|建成|建起|启动|召开|举行|成立|开进|推进|提升|打造|助力|来了"
)
_COLUMN = re.compile(
    r"(?:专栏|专版|专刊|特刊|周刊|看台|之窗|视点|视窗|聚焦|关注|进行时|在行动|风采|园地|天地|广角|论坛|时评|快讯|简讯|"
    r"要闻|新闻|综合|副刊|一线|见闻|短波|播报|速递|集锦|一览|公告栏|特别报道|专题|专题报道|系列报道|走基层|面对面|"
    r"大家谈|微故事|纪事|掠影|连载|民生|时政|经济|文旅|文化|法治|健康|教育|体育|影像|读者来信|来信|"
    r"在线|传真|课堂|讲堂|随笔|指南|往事|脉动|先锋|先锋谱|钩沉|动态|来风|时空|纵横|一得|之声|声音|提醒|之友|博览|大观|"
    r"视线|镜头|热线|连线|前沿|看点|广场|驿站|客厅|沙龙|家园|天下|漫谈|杂谈|茶座|夜话|你我|问答|擂台|文摘|书架|荐书|"
    r"好人|家乡|城事|乡音|心语|心声|走笔|纵览|"
    r"百姓身边事|信箱|直通车|曝光台|红黑榜|光荣榜|回音壁)$"
)
_PAGE_SLOGAN = re.compile(
    r"高质量发展|现代化|新时代|新征程|新篇章|篇章|新作为|新伟业|新气象|学习贯彻|深入学习|主题教育|精神|乡村振兴|"
    r"走基层|奋进|建功|喜迎|献礼|庆祝|党建|抓党建|文明城|扬帆|启航|争创|同心|百日攻坚|决战|决胜|我为群众|"
    r"身边|典型|榜样|巡礼|看变化|看振兴|行动|进行时|聚焦|关注"
)
_PLACED = re.compile(r"(?:[\u3400-\u9fff]{1,3}[县市区镇乡旗]|[我全][县市区镇乡旗])[\u3400-\u9fff]")
_LOCAL = re.compile(
    r"(?:[我全本]?[县市区镇乡旗]|[\u3400-\u9fff]{1,3}[县市区镇乡旗村]|[\u3400-\u9fff]{2,6}(?:街道|社区|小学|中学|公司|局|中心))"
    r"[\u3400-\u9fff\d]"
)
_NUMBERED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[、）).．]|[（(]?\d{1,2}[、）).．]|第[一二三四五六七八九十]+[章节条个]|"
    r"之[一二三四五六七八九十]|[①-⑩]|[●■◆▲★▶]|[一二三四五六七八九十]$|0\d)"
)
_DASHED = re.compile(r"^(?:——|—|--)")
_DETAIL = re.compile(
    r"\d|主持|出席|讲话|参加|陪同|侧记|纪实|综述|纪略|小记|调查|观察|见闻|带来|背后"
)
# Who was there: 钱海涛出席 任小梅主持. By custom it stands below.
_ATTENDED = re.compile(r"(?:主持|出席|陪同|参加|列席)(?:会议|并讲话|调研)?(?:$|\s)")
# What takes place and is over: 召开, 收官, 通车. A line that ends so says what happened, no more.
_EVENT = re.compile(
    r"(?:召开|举行|举办|开幕|闭幕|落幕|收官|揭幕|揭晓|启动|开工|动工|通车|竣工|完工|投用|启用|投产|挂牌|揭牌|"
    r"开业|开张|通水|通气|通电|开馆|开园|开赛|开秤|上市|封顶|合龙|贯通|调试|签约|发布|公布|出炉|回暖|过境|来袭|落户|验收|"
    r"成立|运行|使用|开镰|开考|结束|返程|升级|提速|开贴|开诊)$"
)
_MEETING = re.compile(
    r"会议|大会|全会|例会|[推促]进会|座谈会|现场会|常委会|调度会|动员会|培训班|[^社机协]会$"
)
# Where and in what course of things: names of days, feasts, contests, works, campaigns.
_OCCASION = re.compile(
    r"(?:[节周月日季]|运动会|[联决锦预]?[选标]?赛|联赛|总决赛|行动|活动|工程|试点|创建|建设|改造|计划|"
    r"之后|以后|以来|之际|前夕|首周|首日|来临|[一二三四五六七八九十百]+(?:周年|年间|年))$"
)
_GENRE = re.compile(
    r"(?:调查|观察|走访|见闻|侧记|手记|追踪|述评|答卷|成绩单|[·•].{1,5}篇|系列|巡礼|风采|掠影|纪实|回访|回眸|"
    r"[^日书]记|追问|探访|背后|故事|变迁|记忆|之路|事迹|谈.{2,6})$|^(?:走进|走近|走读|探访|寻找|聚焦|致敬|怀念|缅怀|沿着)"
)
_SERIES = re.compile(r"（[一二三四五六七八九十\d]{1,3}）$|之[一二三四五六七八九十]$|系列|[·•]")
_SAYS = re.compile(
    r"(?:：|强调|要求|指出|说|提醒|提示|提出|建议|表示|呼吁|透露|预警|警示|寄语|倡议|发布|动员|部署|明确)$"
)
_SPEAKER = re.compile(
    r"提醒：|提示：|专家|负责人|律师|解答|答复|(?:部门|局|所|警方|公司|中心|业内人士)[^：]{0,4}："
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


DATELINE = re.compile(
    r"[【（]?\s*(?:本报|本台|新华社|中新社|人民网|[\u3400-\u9fff]{2,6}(?:日报|晚报|时报|晨报|社|网))"
    r"[^。，！？]{0,24}?(?:讯|电|消息|报道|报讯)\s*(?:（[^（）]{1,40}）|[】）])?|讯\s*（[^（）]{1,40}）"
)


@dataclass(frozen=True)
class Title:
    """One short line, folded, with what can be said about it."""

    index: int
    text: str
    language: Language

    @classmethod
    def of(cls, index: int, text: str, language: Language) -> Title:
        return cls(index, fold(text).strip(), language)

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
    def is_organisation(self) -> bool:
        """Only a name of a place or a body: who or where, without what."""
        if self.length > 22 or _NO_NAME.search(self.text):
            return False
        if not all(_ORGANISATION.search(part) for part in self.parts) or not self.parts:
            return False
        return not any(_VERB_BEFORE_PLACE.search(part) for part in self.parts)

    @cached_property
    def is_parallel(self) -> bool:
        """Two parts or more of about one length, as slogans are set."""
        lengths = [len(part) for part in self.parts]
        return len(lengths) >= 2 and max(lengths) - min(lengths) <= 2 and max(lengths) <= 12

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
            "detail": float(self.has_detail),
            "attended": float(bool(_ATTENDED.search(text))),
            "opens": float(bool(_SAYS.search(text))),
            "notice": float(bool(re.search(r"(?:公告|通告|通知|公示|启事|倡议书|一封信)$", text))),
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
