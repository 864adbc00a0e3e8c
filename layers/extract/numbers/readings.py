"""The target of one number: what its clause, its sentence and its headings say of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layers.extract.numbers.additivity import is_additive
from layers.extract.numbers.clauses import Clause, next_whole
from layers.extract.numbers.counts import Measure
from layers.extract.numbers.indicators import is_level, last_indicator, threshold_indicator
from layers.extract.numbers.levels import announced, is_next, levelled, summed
from layers.extract.numbers.measures import grew, measure, of_whole
from layers.extract.numbers.names import is_units, unnamed
from layers.extract.numbers.sectors import industry_of
from layers.extract.numbers.state import Reading
from layers.extract.numbers.topics import OVERALL
from layers.extract.patterns import compiled
from layers.records import Comparator, Target, Threshold, record_id

if TYPE_CHECKING:
    from layers.extract.numbers.quantities import Amount
    from layers.plan import Sentence

_LIMITED = compiled(r"超过?|突破|达|过|不低于|\d")
_FOOTNOTE = compiled(r"[\[［]\d{1,2}[\]］]$")
_FIRM = compiled(
    r"(?:去年|今年|目前|其中|(?:\d{4}年底?))?[，,]?([\u4e00-\u9fff]{2,12}?(?:集团|公司))(?![、和及等的有股投部经总董]|[达到约近超过]*\d)"
)
_GROWS = compiled(r"年均|同比|增长|增速|增幅")
_TOWNS = ("市区", "城区", "主城区", "中心城区")
"""What a number can be of that is no unit of its own."""
_JOINED = compiled("[和与及]")
_OWN_SUM = ("额", "总量", "总值", "加工量")
"""社会物流总额: what has an indicator of its own."""
_OWN = compiled(r"[全我][省市州盟区县旗]|GDP|生产总值")


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
    name = industry or industry_of(reading, sentence, clause, amount, what)
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
    places = _is_of_units(reading, what)
    said = announced(text, sentence.start, clause, amount, what) if before is None else what
    if said is not what:
        return said
    if places and amount.is_count and not (before and before.indicator.endswith("数")):
        return summed(text, sentence.start)
    if before is None:
        return what
    part = text.startswith(("其中", "，其中", "、其中"), clause.start)
    if (part or places) and not amount.is_rate:
        before = _alike(reading, amount, before)
    if places:
        town = what.subject if what.subject in _TOWNS else ""
        return replace(before, subject=town) if town or before.subject in _TOWNS else before
    joined = "、" if part else text[clause.start - 1 : clause.start]
    part = _is_part(reading, before, amount, what, joined)
    return replace(what, indicator=before.indicator) if part else what


def _is_of_units(reading: Reading, what: Measure) -> bool:
    """Whether words name the units that a number is of, and nothing that it measures (市区5个,
    越城区和柯桥区合建1个)."""
    if what.subject in _TOWNS:
        return True
    names = _JOINED.split(what.indicator.removesuffix("数").removesuffix("合建"))
    return all(not name or is_units(name, reading.scopes.resolver) for name in names)


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
