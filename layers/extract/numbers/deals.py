"""Numbers that 分别 deals out: one target for each subject, place, year, item or measure before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from layers.extract.numbers.clauses import TURN, Clause
from layers.extract.numbers.dealing import (
    Holder,
    changed,
    holders,
    named,
    of_kind,
    of_place,
    of_year,
    verb_at,
    verbs,
    years,
)
from layers.extract.numbers.indicators import indicator_at_end, is_level
from layers.extract.numbers.items import Item, clause_before, items, items_before, told
from layers.extract.numbers.names import is_of_another, opening
from layers.extract.numbers.nesting import EACH
from layers.extract.numbers.quantities import Amount
from layers.extract.numbers.readings import one
from layers.extract.numbers.state import Reading, Series, Told
from layers.extract.numbers.topics import OVERALL
from layers.extract.patterns import JOINT, compiled, last
from layers.records import Member, Target

if TYPE_CHECKING:
    from layers.plan import Sentence

_PAIR = 2
_CARRIER = compiled(r"(?<=..)(?:产业集群|产业链|产业|行业|集群)$")
_INDUSTRY = compiled(r"([\u4e00-\u9fff]{2,12}?)(?:产业链|产业集群|产业|集群|工业|行业)")
"""An industry that says that it is one."""
_TOLD = compiled(r"^(?:(?:到|至|力争|争取|预计|将)|\d{4}年[底末]?|[，,])+$")
"""What says nothing of what a clause's numbers measure."""


def each(
    reading: Reading, sentence: Sentence, clause: Clause, group: list[Amount]
) -> Iterator[Target]:
    """One target for each subject of 分别."""
    text = reading.plan.clean
    word = last(EACH, text, clause.head, group[0].left)
    verb = None if word else verb_at(text, clause.head, group[0])
    stop = word.start() if word else group[0].left if verb is None else verb
    own = items(reading, clause.head, stop, len(group)) if word else []
    own = own or reading.again(sentence, len(group))
    own = own or told(reading, sentence, clause.head, stop, len(group))
    own = own or (items_before(reading, sentence, clause, stop, len(group)) if word else [])
    if own and len(group) > 1:
        yield from _by_item(reading, sentence, clause, group, own)
        return
    places = reading.scopes.each(sentence, clause, stop, group) if word else []
    if places:
        yield from by_place(reading, sentence, clause, group, places)
        return
    dates = years(text, sentence.start, stop, len(group)) if word else []
    if dates:
        yield from _by_year(reading, sentence, clause, group, dates)
        return
    several = reading.scopes.several(clause, stop)
    opens = reading.scopes.ends(clause, stop) if several else clause.head
    listed = holders(text, reading.topics, opens, stop, len(group))
    listed = listed or _earlier(reading, sentence, clause, stop, len(group))
    if word and len(group) > 1 and sum(_is_placed(reading, who) for who, *_ in listed) > 1:
        return  # 杭州市纺织、绍兴市化工: whose each is nobody can tell
    if len(group) == 1:
        yield from _of_each(reading, sentence, clause, group[0], listed)
        return
    if (word or verb is not None) and len(listed) == len(group) > 1:
        yearly = "年均" if text.endswith("年均", clause.head, stop) else ""
        said = [yearly + v for v in verbs(text, word.end() if word else stop, group)]
        listed = named(listed, said, group[0], _carried(reading, group[0]))
    if len(listed) != len(group):
        if word and several:
            return  # 越城、诸暨和某地分别达400、600和1500亿元: nobody can tell whose is which
        more = TURN.match(text, group[-1].right) is not None
        listed = reading.listed(sentence, clause.head, len(group), more)
    else:
        reading.series = Series(sentence.start, tuple(listed))
    past = _before(reading, group, bare=not _TOLD.sub("", text[clause.head : stop]))
    if _is_each_of(past, group, listed):
        yield from _of_measures(reading, sentence, clause, group, past)
    else:
        yield from _of_holders(reading, sentence, clause, group, listed)


def _earlier(
    reading: Reading, sentence: Sentence, clause: Clause, stop: int, count: int
) -> list[Holder]:
    """The industries that the clause before lists; [] where they are not as many."""
    before = clause_before(reading, sentence, clause, stop)
    if before is None or count < _PAIR:
        return []
    listed = holders(reading.plan.clean, reading.topics, before[0], before[1], count)
    if len(listed) != count or not any(industry for _, industry, _ in listed):
        return []
    return [(_CARRIER.sub("", who), industry, before[2]) for who, industry, _ in listed]


def _of_holders(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    group: list[Amount],
    listed: list[Holder],
) -> Iterator[Target]:
    """One target for each subject of a list, all of the first one's kind."""
    first, measured = None, None
    for amount, (subject, industry, indicator) in zip(group, listed, strict=True):
        row = one(reading, sentence, clause, amount, None, subject, industry, indicator)
        yield row if first is None or indicator else of_kind(row, first)
        first, measured = first or row, measured or reading.measure
        what, field, base = reading.measured[-1]
        what = replace(
            what, indicator=indicator or first.indicator, subject=subject or what.subject
        )
        reading.measured[-1] = (what, field, base)
    carried = listed[0][2]
    if measured and is_level(carried) and not measured.rate:
        measured = replace(measured, indicator=carried)
    reading.measure = measured


def _of_measures(
    reading: Reading, sentence: Sentence, clause: Clause, group: list[Amount], past: list[Told]
) -> Iterator[Target]:
    """The rate of each number before (收入8000亿元，利税700亿元，分别增长2%和下降1.8%)."""
    said = _said(reading, clause, group)
    for amount, (what, field, _), verb in zip(group, past, said, strict=True):
        reading.measure = what
        row = one(reading, sentence, clause, amount, None, industry=field)
        who = what.subject or ("" if EACH.search(row.subject) else row.subject)
        row = replace(row, subject=who)
        yield of_kind(row, replace(row, indicator=changed(what.indicator, verb, amount.is_rate)))


def _before(reading: Reading, group: list[Amount], bare: bool) -> list[Told]:
    """What the numbers before measured, as many as the group; levels (到2027年，分别达到1600亿元、
    8000亿元) only where a sentence held just as many, and the clause is `bare` of other words."""
    if group[0].is_rate:
        return reading.measured[-len(group) :]
    past = reading.measured or reading.earlier
    return past if bare and len(past) == len(group) > 1 else []


def _is_each_of(past: list[Told], group: list[Amount], listed: list[Holder]) -> bool:
    """收入8000亿元，利润500亿元，分别增长2%和12%: rates of as many numbers before."""
    if len(past) < len(group) or any(any(who) for who in listed):
        return False
    kinds = {(what.indicator, what.subject) for what, *_ in past}
    return len(kinds) == len(past) and not any(what.rate for what, *_ in past)


def _by_year(
    reading: Reading, sentence: Sentence, clause: Clause, group: list[Amount], dates: list[int]
) -> Iterator[Target]:
    """One target for each year (2015年、2020年产值分别)."""
    rows = [one(reading, sentence, clause, amount, None) for amount in group]
    yield from (of_year(row, rows[0], year) for row, year in zip(rows, dates, strict=True))


def _of_each(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    amount: Amount,
    listed: list[Holder],
) -> Iterator[Target]:
    """The one number that each subject of a list has (均超过10%)."""
    names = [s for s in listed if s[1]] or reading.listed(sentence, clause.head, 1, False)
    for subject, industry, indicator in names:
        yield one(reading, sentence, clause, amount, None, subject, industry, indicator)


def shared(
    reading: Reading, sentence: Sentence, clause: Clause, amount: Amount, stop: int
) -> list[Target]:
    """One target for each industry of a list that ends at `stop` (均); [] where it is none."""
    listed = holders(reading.plan.clean, reading.topics, clause.head, stop)
    fields = [_field(reading, *who[:2], first=not n) for n, who in enumerate(listed)]
    last_one = len(listed) - 1
    told = [n < last_one and indicator_at_end(who) for n, (who, *_) in enumerate(listed)]
    if len(listed) < _PAIR or not all(fields) or any(told):
        return []  # 数字经济营业收入、智算规模均
    measure, rows = reading.measure, []
    for (who, *_), field in zip(listed, fields, strict=True):
        reading.measure = measure
        who = who.removesuffix(indicator_at_end(who)) or who
        rows.append(one(reading, sentence, clause, amount, None, who, field))
    return rows


def _field(reading: Reading, who: str, known: str, *, first: bool) -> str:
    """The industry of an item of a list, behind the place of them all before the `first`; "" for
    one that is none, or has a place of its own (杭州纺织、绍兴化工)."""
    place, rest = opening(who, reading.scopes.resolver)
    if (place is not None and not first) or is_of_another(who, reading.scopes.resolver):
        return ""
    if place is None and known:
        return known
    bare = rest.removesuffix(indicator_at_end(rest))
    match = _INDUSTRY.fullmatch(bare)
    if match is None and not reading.topics.knows(bare):
        return ""
    return reading.topics.phrase(match[1] if match else bare) or ""


def _carried(reading: Reading, amount: Amount) -> str:
    """The indicator of the number before where one in money, without its own, goes on about it
    (营业收入1.4万亿元，装备制造、建材分别达到…)."""
    past = [*reading.earlier, *reading.measured] if amount.unit_base == "yuan" else []
    same = [what.indicator for what, _, base in past if base == "yuan" and not what.rate]
    return same[-1] if same and is_level(same[-1]) else ""


def _is_placed(reading: Reading, words: str) -> bool:
    """Whether words begin with the name of a unit or zone, the issuer's or another."""
    resolver = reading.scopes.resolver
    return opening(words, resolver)[0] is not None or is_of_another(words, resolver)


def _by_item(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    group: list[Amount],
    own: list[Item],
) -> Iterator[Target]:
    """One target for each item of a list with places and industries of their own; the number
    whose verb is another one's is left out (分别增长5%、下降4%)."""
    first = one(reading, sentence, clause, group[0], None, industry=own[0].industry)
    reading.dealt, measured = (sentence.start, own), reading.measure
    rest = [one(reading, sentence, clause, amount, None) for amount in group[1:]]
    reading.measure = measured
    said = _said(reading, clause, group)
    other = OVERALL if own[0].industry else ""  # 新昌轴承产业、诸暨规上工业: the second is of all
    for row, item, verb in zip([first, *rest], own, said, strict=True):
        if verb == said[0]:
            yield of_place(row, first, item.scope, item.industry or other)


def _said(reading: Reading, clause: Clause, group: list[Amount]) -> list[str]:
    """The verb of each number behind 分别."""
    text = reading.plan.clean
    word = last(EACH, text, clause.head, group[0].left)
    return verbs(text, word.start() if word else group[0].left, group)


def by_place(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    group: list[Amount],
    places: list[tuple[Member, ...]],
) -> Iterator[Target]:
    """One target for each place of 分别; of as many industries between (A、B的X和Y产值) each its
    own. 分别增长5%、下降4%: the second is of another kind, and left out."""
    text = reading.plan.clean
    word = last(EACH, text, clause.head, group[0].left)
    stop = word.start() if word else group[0].left
    said = _said(reading, clause, group)
    opens = reading.scopes.ends(clause, stop)
    goods = holders(text, reading.topics, opens, stop)
    paired = len(goods) == len(group) and any(known for _, known, _ in goods)
    shared = reading.topics.own(text[opens:stop]) or ""
    fields = [known or word for word, known, _ in goods] if paired else [shared] * len(group)
    joints = len(places) - 1 if opens == clause.head else 0
    if not paired and len(JOINT.findall(text, opens, stop)) > joints:
        return  # A、B的X和Y产值分别: nobody can tell whose is which
    rows = [
        one(reading, sentence, clause, amount, None, industry=field)
        for amount, field in zip(group, fields, strict=True)
    ]
    for row, place, field, verb in zip(rows, places, fields, said, strict=True):
        if verb == said[0]:
            yield of_place(row, rows[0], place, field)
