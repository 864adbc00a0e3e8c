"""The target of one number: what its clause, its sentence and its headings say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from dataclasses import field as default
from typing import TYPE_CHECKING

from layers.extract.numbers.additivity import is_additive
from layers.extract.numbers.clauses import OF_WHOLE, Clause, next_whole
from layers.extract.numbers.counts import Measure
from layers.extract.numbers.indicators import is_level, last_indicator, threshold_indicator
from layers.extract.numbers.levels import announced, is_next, levelled
from layers.extract.numbers.measures import grew, measure, of_whole
from layers.extract.numbers.names import is_units, unnamed
from layers.extract.numbers.scopes import Scopes
from layers.extract.numbers.situation import Situation
from layers.extract.numbers.topics import OVERALL, Topics
from layers.extract.patterns import compiled
from layers.records import Comparator, Target, Threshold, record_id

if TYPE_CHECKING:
    from layers.extract.numbers.dealing import Subject
    from layers.extract.numbers.items import Item
    from layers.extract.numbers.quantities import Amount
    from layers.plan import Plan, Sentence

_LIMITED = compiled(r"超过?|突破|达|过|不低于|\d")
_FOOTNOTE = compiled(r"[\[［]\d{1,2}[\]］]$")
_NEXT = compiled(r"[、，,和及与].*$")
_REACH = 120
"""Characters back to which a sentence's earlier clauses give the industry."""
_FIRM = compiled(
    r"(?:去年|今年|目前|其中|(?:\d{4}年底?))?[，,]?([\u4e00-\u9fff]{2,12}?(?:集团|公司))(?![、和及等的有股投部经总董]|[达到约近超过]*\d)"
)
_GROWS = compiled(r"年均|同比|增长|增速|增幅")
_ONLY_GROWS = compiled(
    r"[，,]?(?:按(?:可比|不变|现行|当年|现)价格?(?:计算|核算)?|同比|较?比?上年|年均|分别|均|约|又)*(?:(?:增长|增速|增幅|下降|减少|增加|提高|上升|回落)(?:了|达到?|为|约|近|超过?|[：:])*)?"
)
"""What a growth says that has no subject of its own."""
_OF_ECONOMY = compiled(
    r"[^，,]{3}占(?:GDP|地区生产总值|生产总值)|(?:单位|[万亿]元)(?:GDP|地区生产总值|生产总值|工业增加值)|全员劳动生产率"
)
_OWN_SUM = ("额", "总量", "总值", "加工量")
"""社会物流总额: what has an indicator of its own."""
_OWN = compiled(r"[全我][省市州盟区县旗]|GDP|生产总值")


Told = tuple[Measure, str, str]
"""What a number measured, its industry, and the base of its unit."""


@dataclass
class Reading:
    """The state of one reading: what still holds from the numbers before."""

    plan: Plan
    topics: Topics
    scopes: Scopes
    situation: Situation
    sentence: int = -1
    field: str | None = None
    industry: str | None = None
    running: str | None = None
    measure: Measure | None = None
    measured: list[Told] = default(default_factory=list)
    earlier: list[Told] = default(default_factory=list)
    threshold: str = ""
    series: Series = default(default_factory=lambda: Series())
    dealt: tuple[int, list[Item]] = default(default_factory=lambda: (-1, []))

    def listed(self, sentence: Sentence, head: int, count: int, more: bool) -> list[Subject]:
        """The next subjects of the sentence's last list, without its indicators: all of them, or
        as many as the numbers where `more` of those follow; else as many without a name."""
        last = self.series
        at = last.at if last.head == head else 0
        rest = last.subjects[at : at + count]
        ended = more or at + count == len(last.subjects)
        if last.begun != sentence.start or len(rest) < count or not ended:
            return [("", "", "")] * count
        self.series = replace(last, head=head, at=at + count)
        return [(who, industry, "") for who, industry, _ in rest]

    def again(self, sentence: Sentence, count: int) -> list[Item]:
        """The items that the sentence has dealt numbers out to before, if they are as many."""
        begun, items = self.dealt
        return items if begun == sentence.start and len(items) == count else []


@dataclass(frozen=True)
class Series:
    """The subjects that a sentence has dealt numbers out to: where the sentence begins, and how
    many (`at`) have had another one in the clause that begins at `head`."""

    begun: int = -1
    subjects: tuple[Subject, ...] = ()
    head: int = -1
    at: int = 0


def one(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    amount: Amount,
    limit: Amount | None,
    subject: str = "",
    industry: str = "",
    indicator: str = "",
) -> Target:
    """The target of one number; subject, industry and indicator where a list gives them."""
    text, plan = reading.plan.clean, reading.plan
    what = _what(reading, sentence, clause, amount)
    reading.measure = what
    threshold = _threshold(reading, clause, limit)
    mood = reading.situation.modality(sentence, clause, amount)
    year = reading.situation.year(clause, amount, what, mood)
    name = industry or _industry(reading, sentence, clause, amount, what)
    reading.measured.append((what, name, amount.unit_base))
    who = _limited(reading, subject or what.subject or _firm(text, sentence, clause), limit)
    scope = reading.scopes.of(sentence, clause, amount)
    indicator = indicator if indicator and subject else what.indicator
    indicator = unnamed(indicator, [m.name for m in (*reading.scopes.home, *scope)])
    evidence = plan.evidence(*_trim(text, clause.start, clause.end))
    mark = (evidence.start, name, indicator, str(amount.value), amount.unit, who)
    return Target(
        id=record_id("t", plan.id, *mark),
        plan=plan.id,
        industry=name,
        industry_codes=tuple(sorted(reading.topics.codes(name))) if name != OVERALL else (),
        indicator=indicator,
        subject=who,
        comparator=_comparator(text, clause, amount),
        modality=mood,
        value=amount.value,
        value_max=amount.value_max,
        unit=amount.unit,
        value_base=amount.base,
        unit_base=amount.unit_base,
        year=year,
        scope=scope,
        threshold=threshold,
        additive=is_additive(text[clause.head : amount.left], amount, what, name, reading.topics),
        section=sentence.section,
        evidence=evidence,
    )


def _what(reading: Reading, sentence: Sentence, clause: Clause, amount: Amount) -> Measure:
    """What a number measures, or goes on measuring of a place or an industry (工业产值1200亿元，
    其中杭州800亿元)."""
    text, before = reading.plan.clean, reading.measure
    of_next = next_whole(text, clause, amount)
    if of_next and before is not None and before.indicator.endswith(("比重", "占比")):
        return of_whole(before, of_next)
    start = _start(text, clause, amount)
    what = grew(text, sentence.start, clause, amount) or measure(
        text, start, clause.end, amount, _grown(reading, clause, amount)
    )
    if what.indicator == "数量" and amount.unit_base == "yuan":
        found = last_indicator(text[sentence.start : clause.start])
        what = replace(what, indicator=found) if found else what
    if before is None:
        return announced(text, sentence.start, clause, amount, what)
    part = text.startswith(("其中", "，其中", "、其中"), clause.start)
    places = is_units(what.indicator.removesuffix("数"), reading.scopes.resolver)
    if (part or places) and not amount.is_rate:
        before = _alike(reading, amount, before)
    if places:
        return before
    joined = "、" if part else text[clause.start - 1 : clause.start]
    part = _is_part(reading, before, amount, what, joined)
    return replace(what, indicator=before.indicator) if part else what


def _grown(reading: Reading, clause: Clause, amount: Amount) -> Measure | None:
    """What a number goes on about: a growth behind a share is that of the number before the share
    (增加值超过4000亿元，占GDP的比重超过60%，年均增速达10%)."""
    before = reading.measure
    if before is not None and not amount.is_rate:
        return before if amount.level else _alike(reading, amount, before)
    if before is None or amount.unit_base != "fraction":
        return before
    share = before.indicator.endswith(("比重", "占比"))
    if not share or not _GROWS.search(reading.plan.clean, clause.start, amount.left):
        return before
    return next((what for what, *_ in reversed(reading.measured) if not what.rate), before)


def _start(text: str, clause: Clause, amount: Amount) -> int:
    """Where the words of a number begin: 核桃430万亩、15万吨, behind another one of its list."""
    index = clause.amounts.index(amount) if amount in clause.amounts else 0
    last = clause.amounts[index - 1] if index else None
    if last is None or last.is_count or amount.is_count or last.unit_base == amount.unit_base:
        return clause.start
    return last.right if text[last.right : amount.left] == "、" else clause.start


def _alike(reading: Reading, amount: Amount, before: Measure) -> Measure:
    """What a level goes on about: the number before it of the same unit (占全市的60%。电气产业1200
    亿元), what grew (总产值年均增长8%，到2025年达到1500亿元)."""
    if amount.is_count:
        return levelled(before) if before.rate else before
    told = [*reading.earlier, *reading.measured]
    same = [w for w, _, base in told if base == amount.unit_base and not w.rate]
    if before.rate:
        level = levelled(before)
        return level if level.indicator != before.indicator or not same else same[-1]
    if told and told[-1][2] == amount.unit_base:
        return before
    return replace(before, indicator=same[-1].indicator) if same else before


def _is_part(reading: Reading, before: Measure, amount: Amount, what: Measure, joined: str) -> bool:
    """产值1000亿元，其中新材料500亿元: an industry's part of what the number before measures."""
    if amount.is_count or amount.is_rate or before.rate:
        return False
    told = reading.measured[-1][2] if reading.measured else amount.unit_base
    if (told == "yuan") != (amount.unit_base == "yuan"):
        return False  # 产值200亿元，种植优质稻100万亩
    bare = what.indicator == what.subject != "" and not what.subject.endswith(_OWN_SUM)
    if not (bare and is_level(before.indicator)):
        return False
    known = reading.topics.taxonomy.knows(what.subject)
    return known or is_next(what.subject, joined, amount, before)


def _firm(text: str, sentence: Sentence, clause: Clause) -> str:
    """The firm that the sentence speaks of: 天业集团总资产达9亿元，利税2亿元."""
    match = _FIRM.match(text, sentence.start, clause.head)
    if match is None or _OWN.search(text, sentence.start, clause.end):
        return ""
    return match[1]


def _limited(reading: Reading, who: str, limit: Amount | None) -> str:
    """超100亿元的龙头企业, behind 主营业务收入超800亿元的…企业: the indicator of its limit."""
    if limit is None or limit.level or reading.threshold in who or not _LIMITED.match(who):
        return who
    return reading.threshold + who


def _comparator(text: str, clause: Clause, amount: Amount) -> Comparator:
    """至少 governs the number even with words between (至少每县新引进1家)."""
    if (
        amount.comparator == "="
        and "至少" in text[max(clause.start, amount.left - 8) : amount.left]
    ):
        return ">="
    return amount.comparator


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " 、，,：:；;——":
        start += 1
    while end > start and text[end - 1] in "。；;，,\n":
        end -= 1
    note = _FOOTNOTE.search(text, max(start, end - 5), end)
    return start, note.start() if note else end


def _threshold(reading: Reading, clause: Clause, limit: Amount | None) -> Threshold | None:
    if limit is None:
        return None
    indicator = threshold_indicator(reading.plan.clean, clause.start, limit, reading.threshold)
    reading.threshold = indicator
    return Threshold(
        indicator, limit.comparator, limit.value, limit.unit, limit.base, limit.unit_base
    )


def _industry(
    reading: Reading, sentence: Sentence, clause: Clause, amount: Amount, what: Measure
) -> str:
    """The chapter's industry, unless the clause is about another one."""
    text, topics = reading.plan.clean, reading.topics
    strong, broad = topics.section(sentence.section)
    tail = text[amount.right : clause.end]
    if (
        not strong
        and _OF_ECONOMY.search(text, clause.start, amount.left)
        and not topics.own(OF_WHOLE.sub("", text[clause.start : amount.left]))
    ):
        return OVERALL  # R&D经费支出占GDP比重
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
    if amount.level and (graded := topics.own(_NEXT.sub("", tail))):
        return graded  # 百亿级白酒产业集群
    named = (topics.own(tail) if amount.is_count and len(tail) > 3 else None) or topics.own(head)
    named = (
        named
        or _goods(reading, clause, amount, what)
        or reading.industry
        or topics.own(text[max(sentence.start, clause.start - _REACH) : clause.start])
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


def _goods(reading: Reading, clause: Clause, amount: Amount, what: Measure) -> str | None:
    """磁性材料300亿元、抛光材料30亿元: the next of a list of industries, though nobody knows it."""
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
    words = (
        reading.scopes.unplaced(sentence, start, sentence.start) if start < sentence.start else ""
    )
    clauses = (reading.topics.own(clause) for clause in words.split("，"))
    return next((name for name in clauses if name), None)
