"""What a clause tells of a work: only how much, only a date, a part of it, a count of things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from chinese.figures import Figure
from ingest.extraction.clauses.constructions import done_to
from ingest.extraction.clauses.predicates import NUMBERED, Predicate, read_predicate
from ingest.extraction.clauses.sentences import Clause, Date
from ingest.extraction.clauses.telling import stage_once
from ingest.extraction.words.lists import BUILD, BUILT, HEADS, MAKE, WORDS, lexicon, one_of
from ingest.extraction.words.measured import COST, ONLY_MEASURES, SIZE
from ingest.extraction.words.moods import stage_words
from ingest.extraction.words.nameable import FROM_TO

# 投资从最初的4.2亿元调减为3.6亿元; 镇里还筹资34万元 is for another thing.
_PURE = re.compile(f"(?![^,]{{1,8}}还(?!需|要|差)){ONLY_MEASURES}(?:[从由](?:最初|原来|原先)?的?)?")
BUILT_BY = re.compile(
    f"[^,、]{{2,24}}的是(?=.{{3}})|[^,、]{{2,30}}(?:投资|{BUILD})的(?=.{{3}})|"
    f"由?[^,、0-9]{{2,16}}{one_of('donates')}[0-9.]+[万亿]元的(?=[^0-9].{{2}})|"
    f"[^,、0-9]{{1,20}}{one_of('firm')}投资[0-9.]+[万亿]元的(?=[^0-9].{{2}})"
)
PART_OF_WORK = re.compile(one_of("part of a work"))
_PART = re.compile(
    f"[^,、的0-9]{{0,3}}{one_of('part of a work')}[^,、的0-9]{{0,3}}|{one_of('who moves in')}"
)
_PARTS = re.compile("[^,]{0,6}" + one_of("of its parts"))
_BUILDS_PARTS = frozenset(WORDS["builds a part"])
_FITS = re.compile(one_of("fits a part in") + "了?$")
_PAPERS = re.compile(r"(?:建设|项目)?(?:可行性研究|可研|初步设计|初设)[^,]{0,6}$")
_ALL_OF_IT = re.compile(f"(?:全部|所有|整个|各项)?{one_of('all of a work')}")
_OF_THOSE = re.compile("[^,、的0-9]{1,5}的")
_WHERE = lexicon("counted but no size")
_PAYING = re.compile(f"(?<!总){one_of('pays')}(?:约|近|逾)?$")
_PAYS = re.compile(f"[^,。;0-9]{{2,}}?{_PAYING.pattern}")
_PUBLIC_MONEY = re.compile("[^,。0-9]{0,6}" + one_of("public money"))
_CLOSES = re.compile(one_of("closes"))
_EACH = re.compile(one_of("each"))
_AND_MEASURES = re.compile(f"[、和]{SIZE}")
_GROUNDS = frozenset(WORDS["grounds"])
_COSTS = re.compile(f"{COST}[0-9]")
# 与车站同步…, 至此两台机组全部…, 这座大坝至此全面…
_HOW_FAR = re.compile(
    f"与[^,0-9]{{1,12}}{one_of('together')}|至此[^,]{{0,10}}{one_of('all')}|"
    f"(?:这|该)[^,0-9]{{1,10}}至此"
)
_YEARS_AGO = 3
_LONG_AGO = 10  # years
_SHORTEST_THING = 2
_LITTLE = 6  # characters
_OWN_SIZE = re.compile(one_of("own size"))


def is_pure(clause: Clause) -> bool:
    """Whether the clause says only how much or how large: 总投资3亿元, 占地20亩."""
    if not clause.sums and not clause.sizes:
        return False
    first = min([each.figure.start for each in clause.sums] + [each.start for each in clause.sizes])
    before = clause.text[: first - clause.start]
    last = max([each.figure.end for each in clause.sums] + [each.end for each in clause.sizes])
    if clause.end - last > _LITTLE:
        return False
    for day in reversed(clause.dates):
        if day.end <= first:
            before = before.replace(day.find.text, "")
    before = NUMBERED.sub("", before, count=1)  # 9.投资3650万元
    return len(before) <= 16 and _PURE.fullmatch(before.strip()) is not None


def tells_who_pays(clause: Clause) -> bool:
    """恒昌公司计划投资12亿元, 东关街道筹资120万元: who pays how much for what is named next."""
    if len(clause.sums) != 1 or clause.sizes:
        return False
    figure = clause.sums[0].figure
    before = clause.text[: figure.start - clause.start]
    return clause.end == figure.end and _PAYS.fullmatch(before) is not None


def somebody_pays(clause: Clause) -> bool:
    """由深圳华宁新能源投资18亿元: who pays for the work told of, and no work of its own."""
    payer = _payer(clause) if tells_who_pays(clause) else ""
    return bool(payer) and HEADS.before(payer, len(payer)) is None


def is_paid_by_all(clause: Clause) -> bool:
    """县财政投入1800万元: public money, which a clause must say what it is for."""
    return _PUBLIC_MONEY.match(clause.text) is not None


def does_it_all(clause: Clause, predicate: Predicate) -> bool:
    """确保9月底前完成全部建设任务: the work told of before is done, and no other is named."""
    thing = clause.text[predicate.start - clause.start : predicate.end - clause.start]
    return predicate.verb_stage == "completed" and _ALL_OF_IT.fullmatch(thing) is not None


def costs_next(following: Sequence[Clause]) -> bool:
    """…上马赤藓糖醇,投资1.5亿元: whether the clause that follows tells a whole cost and no more."""
    return any(
        is_pure(clause) and any(each.measure in ("total", "approved") for each in clause.sums)
        for clause in following
    )


def pays_for_next(clause: Clause, following: Sequence[Clause]) -> bool:
    """县职业中学投资350万元,对食堂进行改造: whether who pays here pays for what is told next.

    城南水厂投资2亿元,新建取水口 tells of the works itself.
    """
    if not tells_who_pays(clause):
        return False
    payer = _payer(clause)
    is_work = not payer or HEADS.before(payer, len(payer)) is not None
    return any(done_to(each) or (read_predicate(each).verb and not is_work) for each in following)


def _payer(clause: Clause) -> str:
    return _PAYING.sub("", clause.text[: clause.sums[0].figure.start - clause.start])


def dates_each(clause: Clause, predicate: Predicate, works: int) -> list[Date]:
    """7月、8月分别建成: as many dates as works, each its own."""
    each = works > 1 and len(predicate.dates) == works and _EACH.search(clause.text)
    return list(predicate.dates) if each else []


def tells_more(clause: Clause, predicate: Predicate, paid: bool) -> bool:
    """Whether a clause without a work of its own goes on about the one named before it."""
    if predicate.says_nothing_new or paid or is_pure(clause):
        return True
    if stage_once(clause) or tells_how_far(clause):
        return True
    thing = clause.text[predicate.start - clause.start : predicate.end - clause.start]
    own = not predicate.verb or PART_OF_WORK.search(thing)
    if own and clause.dates and stage_words(clause.text):
        return True
    return bool(predicate.dates) and _is_dated_deed(clause, predicate)


def tells_how_far(clause: Clause) -> bool:
    """与车站同步启用, 至此两台机组全部投产: a stage of the work told of, and of no other."""
    return _HOW_FAR.match(clause.text) is not None and bool(stage_words(clause.text))


def _is_dated_deed(clause: Clause, predicate: Predicate) -> bool:
    """明年10月承办省运会赛事: a date to come at the beginning, and a deed without a figure."""
    date = predicate.dates[-1]
    begins = date.start - clause.start <= 4 or predicate.start >= date.end
    return begins and not clause.sizes and clause.end - date.end <= 14


def behind_its_builder(clause: Clause, predicate: Predicate) -> int:
    """由县文旅公司投资2400万元建设的红叶谷索道, 开工的是分选中心: the name begins behind that."""
    text = clause.text[: predicate.end - clause.start]
    found = BUILT_BY.match(text, predicate.start - clause.start)
    return clause.start + found.end() if found else predicate.start


def before_its_papers(clause: Clause, predicate: Predicate) -> int:
    """批复灵江大桥工程可行性研究报告: the name ends before the report on it."""
    text = clause.text[: predicate.end - clause.start]
    found = _PAPERS.search(text, predicate.start - clause.start)
    return clause.start + found.start() if found else predicate.end


def is_built(clause: Clause, predicate: Predicate) -> bool:
    """固态电解质中试线上半年投产: nothing but a thing, a date and a stage of building."""
    return not predicate.verb and _ends_built(clause, predicate)


def tells_only_a_date(clause: Clause, predicate: Predicate) -> bool:
    """Whether behind its subject a clause holds a date and no deed of another."""
    rest = clause.without_dates(predicate.tail)
    return len(rest) <= 8 and not MAKE.every(rest) and not _CLOSES.search(rest)


def tells_history(clause: Clause, issue_date: date) -> bool:
    """2009年投资2100万元进行了加固, 建成于2013年: what was done years ago is no news."""
    ends = [each.find.last for each in clause.dates]
    years = [last.year for last in ends if last is not None]
    return bool(years) and max(years) <= issue_date.year - _YEARS_AGO


def tells_all_history(clauses: Sequence[Clause], issue_date: date) -> bool:
    """1958年,…历时两年建成了红旗水库: a sentence that begins long ago and comes to no later day."""
    if not clauses[0].dates or any(each.stop == ";" for each in clauses):
        return False
    long_ago = issue_date.replace(year=issue_date.year - _LONG_AGO, day=1)
    return all(tells_history(each, long_ago) for each in clauses if each.dates)


def tells_of_a_work(clause: Clause, predicate: Predicate) -> bool:
    """Whether a clause tells a whole cost or a dated stage without naming its work."""
    costs = any(each.measure in ("total", "approved") for each in clause.sums)
    dated = bool(predicate.dates) and bool(stage_words(clause.text))
    dated = dated or _tells_only_that_it_is_built(clause, predicate)
    bare = predicate.says_nothing_new or not predicate.verb
    return ((costs or dated) and bare) or completes_a_part(clause, predicate)


def tells_of_a_part(clause: Clause, predicate: Predicate) -> bool:
    """水稳层10月底收工, 重阳节老人就能搬进来: a stage of a part of a work, or of its people."""
    thing = clause.text[predicate.start - clause.start : predicate.end - clause.start]
    return not predicate.verb and _PART.fullmatch(thing) is not None


def tells_of_another(clause: Clause, predicate: Predicate, name: str) -> bool:
    """操场塑胶月底铺完, 体育馆10月底竣工: before its day a clause names what is not the work.

    A clause that begins with the last word of the name (中转站5月20日运转) means the work.
    """
    if predicate.verb or predicate.anaphor or not predicate.dates:
        return False
    thing = clause.text[predicate.start - clause.start : predicate.end - clause.start]
    before = len(thing) >= _SHORTEST_THING and predicate.end <= predicate.dates[0].start
    return before and not any(thing[-size:] in name for size in (1, 2))


def completes_a_part(clause: Clause, predicate: Predicate) -> bool:
    """年底前完成下部结构: the day of a part of the work that is told of."""
    thing = clause.text[predicate.start - clause.start : predicate.end - clause.start]
    ends = predicate.verb_stage == "completed" and bool(predicate.dates)
    return ends and not clause.sums and not clause.sizes and PART_OF_WORK.search(thing) is not None


def _tells_only_that_it_is_built(clause: Clause, predicate: Predicate) -> bool:
    """正式通车, 也验收了, 元旦封顶: nothing but a stage that only something built can reach."""
    return predicate.says_nothing_new and _ends_built(clause, predicate)


def _ends_built(clause: Clause, predicate: Predicate) -> bool:
    words = stage_words(predicate.tail)
    if not words or clause.sizes or clause.sums:
        return False
    place, word, _ = words[-1]
    return word in BUILT and place + len(word) >= len(predicate.tail.rstrip("“”了"))


def tells_other_money(clause: Clause) -> bool:
    """年内完成投资2亿元, 年底前入库税收500万元: its date is that of the money."""
    return any(each.measure in ("done", "year", "paid", "none") for each in clause.sums)


def is_part(clause: Clause, predicate: Predicate, told_of: bool) -> bool:
    """新建堤防9.6公里 after a project was named says what it consists of.

    `told_of`: the project was the subject, so that all its clause goes on about it.
    """
    builds = predicate.verb.rstrip("了") in _BUILDS_PARTS
    return builds and (told_of or bool(clause.sizes)) and not clause.sums and not predicate.dates


def is_fitted_in(clause: Clause, predicate: Predicate) -> bool:
    """同步铺设了供水、燃气等管线, 配建幼儿园: what comes along with a work."""
    said = clause.text[: predicate.start - clause.start]
    return bool(_FITS.search(said)) and not clause.sums and not predicate.dates


def tells_parts(clause: Clause) -> bool:
    """主要建设内容有大坝加固、溢洪道改造, 剩余的亲水平台: what the work told of consists of."""
    return _PARTS.match(clause.text) is not None


def _is_done_in(clause: Clause, end: int) -> bool:
    """15个|行政村光纤改造: so many places where it is done; but 13个|传统村落开发 is one work."""
    counted = _WHERE.at(clause.text, end - clause.start)
    return counted is not None and len(counted[0]) > 1


def is_counted_thing(clause: Clause, predicate: Predicate, paid: bool) -> bool:
    """改造老旧小区28个 and 完成12所卫生院改造 count things without a name.

    投资4800万元改造管网23.7公里 tells of one work.
    """
    first = [s for s in clause.sizes if s.kind == "count" and s.start == predicate.start]
    begins = bool(first)
    if begins and _OF_THOSE.match(clause.text, first[0].end - clause.start):
        return True  # 改造提升3个村的文化广场
    if begins and (predicate.verb_stage == "completed" or _is_done_in(clause, first[0].end)):
        return True
    counts = [each for each in clause.sizes if each.kind == "count" or not paid]
    counts = [each for each in counts if each.value != 1]  # 建成岛际海水淡化站1座: it is one
    last = max((each.end for each in counts if not _is_extent(clause, each)), default=0)
    return bool(predicate.verb) and last >= predicate.end - 1 and last > predicate.start


def _is_extent(clause: Clause, size: Figure) -> bool:
    """零碳园区起步区|3平方公里, 石门至云岭油路|26公里: how large a named work is."""
    before = clause.text[: size.start - clause.start]
    head = HEADS.before(before, len(before))
    if size.kind == "length" and FROM_TO.search(before):
        return True
    extent = size.kind != "count" and size.unit in ("平方公里", "亩", "平方米")
    return extent and head is not None and head[0] in _GROUNDS


def owns_a_sum(clause: Clause) -> bool:
    """总投资3亿元的…, 总投资3亿元、占地50亩的…: a sum that is said of what follows it."""
    text, base = clause.text, clause.start
    sizes = {each.start: each for each in clause.sizes}
    for said in clause.sums:
        end = said.figure.end - base
        while goes_on := _AND_MEASURES.match(text, end):
            size = sizes.get(base + goes_on.end())
            if size is None:
                break
            end = size.end - base
        if text[end : end + 1] == "的":
            return True
    return False


def costs_behind(clause: Clause, predicate: Predicate) -> bool:
    """石门桥投资280万元: its cost stands right behind the subject."""
    behind = clause.text[predicate.end - clause.start :]
    return not predicate.verb and bool(clause.sums) and _COSTS.match(behind) is not None


def is_own(clause: Clause, size: Figure) -> bool:
    """全长3公里, 占地20亩: a size that the clause says of its work."""
    before = clause.text[max(0, size.start - clause.start - 6) : size.start - clause.start]
    return bool(_OWN_SIZE.search(before))
