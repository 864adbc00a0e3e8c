"""The industry of one number: the chapter's, its own clause's, or that of the numbers before."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from layers.extract.numbers.capacities import BUILT, POWER
from layers.extract.numbers.clauses import OF_WHOLE, Clause
from layers.extract.numbers.counts import Measure
from layers.extract.numbers.levels import is_next
from layers.extract.numbers.state import Reading
from layers.extract.numbers.topics import OVERALL
from layers.extract.patterns import compiled

if TYPE_CHECKING:
    from layers.extract.numbers.quantities import Amount
    from layers.plan import Sentence

_NEXT = compiled(r"[、，,和及与].*$")
_REACH = 120
"""Characters back to which a sentence's earlier clauses give the industry."""
_ONLY_GROWS = compiled(
    r"[，,]?(?:按(?:可比|不变|现行|当年|现)价格?(?:计算|核算)?|同比|较?比?上年|年均|分别|均|约|又)*(?:(?:增长|增速|增幅|下降|减少|增加|提高|上升|回落)(?:了|达到?|为|约|近|超过?|[：:])*)?"
)
"""What a growth says that has no subject of its own."""
_TOTAL = compiled(
    r"[，,]?(?:实现|年|总|合计|综合|全产业链)*(?:产值|产量|收入|营业收入|销售收入|主营业务收入)(?:达到?|超过?|突破|近|约|为)*"
)
"""What is said of several things together, which stand before it."""
_RANKED = compiled(
    r"(?:[\d.十百千万]+亿元?级?(?:及?以上)?[、和]?)+的?(?:重点|特色|优势|先进|现代|支柱|主导)*(?:产业集群|产业链|产业|集群|园区|企业)"
)
"""What is counted by how large it is, and is of no one industry."""
_PHYSICAL = ("产能", "产量", "年产量", "存栏", "出栏", "存栏量", "出栏量", "种植面积", "养殖面积")
_GOOD = compiled(
    r"(?!全|我|总|年|其|该|各|主要|重点|规模|规上|优势|工业|农业|新增|项目|产品|企业|园区|综合|预计|累计|合计|同比|单位|建成|实现|形成|达到)"
    r"[\u4e00-\u9fff]{2,6}(?<![省市县区镇乡园地司户业等年])"
)
"""Goods that no list has, of which so much is made (锂辉石精矿产能)."""
_OF_ECONOMY = compiled(
    r"[^，,]{3}占(?:GDP|地区生产总值|生产总值)|(?:单位|[万亿]元)(?:GDP|地区生产总值|生产总值|工业增加值)|全员劳动生产率"
)


def industry_of(
    reading: Reading, sentence: Sentence, clause: Clause, amount: Amount, what: Measure
) -> str:
    """The chapter's industry, unless the clause is about another one."""
    text, topics = reading.plan.clean, reading.topics
    strong, broad = topics.section(sentence.section)
    tail = text[amount.right : clause.end]
    if not strong and _is_of_economy(reading, text[clause.start : amount.left]):
        return OVERALL
    head = OF_WHOLE.sub("", reading.scopes.unplaced(sentence, clause.start, amount.left))
    bare = amount.is_rate and reading.measured and _ONLY_GROWS.fullmatch(head)
    if bare and (head.strip("，,") or OF_WHOLE.search(text, clause.start, amount.left)):
        return reading.measured[-1][1]  # 其中芯片产值396亿元，增长32%
    if strong:
        named = topics.own(head)
        return named if named in topics.chapters and strong not in head + tail else strong
    if reading.sentence != sentence.start:
        reading.sentence, reading.industry = sentence.start, None
        reading.field = topics.field(text[sentence.start : sentence.end])
    if reading.field:
        return reading.field
    if ranked := _by_rank(reading, amount, tail or (what.subject if amount.is_count else "")):
        return broad or OVERALL if ranked == OVERALL else ranked
    named = _own(reading, amount, what, head, tail) or _carried(
        reading, sentence, clause, amount, what
    )
    if named:
        part = text[clause.start - 1 : clause.start] == "、" or "其中" in head
        if not (part and reading.industry):
            reading.industry = reading.running = named
        return named
    told = None if what.subject else reading.running
    if not (broad or told or what.subject) and (told := _told_before(reading, sentence)):
        reading.industry = reading.running = told
    return broad or told or OVERALL


def _is_of_economy(reading: Reading, words: str) -> bool:
    """R&D经费支出占GDP比重: whether a number that names no part of it is of the whole economy."""
    whole = _OF_ECONOMY.search(words) is not None
    return whole and not reading.topics.own(OF_WHOLE.sub("", words))


def _by_rank(reading: Reading, amount: Amount, words: str) -> str | None:
    """The industry of what a number ranks: 百亿级白酒产业集群; 15个千亿产业 are of all of them."""
    if amount.is_count and _RANKED.match(words):
        return OVERALL
    sized = amount.level or amount.bare
    return reading.topics.own(_NEXT.sub("", words)) if sized else None


def _own(reading: Reading, amount: Amount, what: Measure, head: str, tail: str) -> str | None:
    """The industry that the number's own words name."""
    topics = reading.topics
    named = (topics.own(tail) if amount.is_count and len(tail) > 3 else None) or topics.own(head)
    of_thing = what.indicator in (BUILT, POWER, what.subject)  # 30万亩设施蔬菜基地
    if named or of_thing:
        return named or topics.own(what.subject)
    grown = what.indicator in _PHYSICAL and _GOOD.fullmatch(what.subject)
    return what.subject if grown and not amount.is_rate else None


def _carried(
    reading: Reading, sentence: Sentence, clause: Clause, amount: Amount, what: Measure
) -> str | None:
    """The industry of the numbers or words before, of which the number goes on."""
    before = reading.plan.clean[max(sentence.start, clause.start - _REACH) : clause.start]
    return _goods(reading, clause, amount, what) or reading.industry or reading.topics.own(before)


def _sums_up(reading: Reading, clause: Clause, amount: Amount) -> bool:
    """建成茶叶基地5个、食品园区3个，产值100亿元: whether a number without a subject of its own
    sums up two industries or more, whose numbers stand before it."""
    text, told = reading.plan.clean, reading.measured[-2:]
    if amount.is_rate or amount.is_count or len(told) < 2 or told[0][1] == told[1][1]:
        return False
    if not _TOTAL.fullmatch(text, clause.start, amount.left):
        return False
    begin = max(map(text.rfind, "，。；\n", repeat(0), repeat(max(0, clause.start - 1)))) + 1
    return all(base != amount.unit_base for *_, base in told) and "、" in text[begin : clause.start]


def _goods(reading: Reading, clause: Clause, amount: Amount, what: Measure) -> str | None:
    """磁性材料300亿元、抛光材料30亿元: the next of a list of industries, though nobody knows it."""
    if _sums_up(reading, clause, amount):
        return OVERALL
    text, told = reading.plan.clean, reading.measured[-1:]
    if not told or amount.is_rate or amount.is_count or told[0][1] == OVERALL:
        return None
    words = text[clause.start : amount.left].strip("约近达超过")
    joined = text[clause.start - 1 : clause.start]
    if not is_next(words, joined, amount, told[0][0]) or not words.isalpha():
        return None
    same = told[0][2] == amount.unit_base and words == what.subject
    return (reading.topics.phrase(words) or words) if same else None


def _told_before(reading: Reading, sentence: Sentence) -> str | None:
    """柯桥区重点发展现代纺织产业。到2025年，产值…: what the sentence before, without a number of
    its own, is about."""
    plan = reading.plan
    begin = plan.paragraphs[sentence.paragraph][0]
    start = max(begin, plan.clean.rfind("。", begin, max(begin, sentence.start - 1)) + 1)
    clauses = plan.clean[start : sentence.start].split("，")
    names = map(reading.topics.own, clauses)
    return next(filter(None, names), None)
