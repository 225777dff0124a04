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
    r"百姓身边事|信箱|直通车|曝光台|红黑榜|光荣榜|回音壁)$"
)
_PAGE_SLOGAN = re.compile(
    r"高质量发展|现代化|新时代|新征程|新篇章|篇章|新作为|新伟业|新气象|学习贯彻|深入学习|主题教育|精神|乡村振兴|"
    r"走基层|奋进|建功|喜迎|献礼|庆祝|党建|抓党建|文明城|扬帆|启航|争创|同心|百日攻坚|决战|决胜|我为群众|"
    r"身边|典型|榜样|巡礼|看变化|看振兴|行动|进行时|聚焦|关注"
)
_PLACED = re.compile(r"(?:[\u3400-\u9fff]{1,3}[县市区镇乡旗]|[我全][县市区镇乡旗])[\u3400-\u9fff]")
_NUMBERED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[、）).．]|[（(]?\d{1,2}[、）).．]|第[一二三四五六七八九十]+[章节条个]|"
    r"之[一二三四五六七八九十]|[①-⑩]|[●■◆▲★▶]|[一二三四五六七八九十]$|0\d)"
)
_DASHED = re.compile(r"^(?:——|—|--)")
_DETAIL = re.compile(
    r"\d|主持|出席|讲话|参加|陪同|侧记|纪实|综述|纪略|小记|调查|观察|见闻|带来|背后"
)


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
            "opens": float(text.endswith(("：", "强调", "要求", "指出", "时说"))),
            "notice": float(bool(re.search(r"(?:公告|通告|通知|公示|启事|倡议书|一封信)$", text))),
            "column": max(0.0, self.column_shape),
            "tiny": float(self.length <= 5),
            "place": float(bool(_PLACED.match(text)) and not self.is_organisation),
            "short": float(5 < self.length <= 9),
            "long": max(0.0, (self.length - 22) / 10),
        }

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
        if (len(self.parts) >= 3 and self.is_parallel) or unsaid:
            score += 1.0
        if _PAGE_SLOGAN.search(self.text):
            score += 1.0
        return score
