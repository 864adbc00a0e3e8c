"""Targets: every number about industry or economy that a plan reports or sets.

Recognition is in `amounts`; what a number means, from its clause, its sentence, its paragraph and
the headings above it, in `readings`; here they are taken sentence by sentence, and dealt out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layers.extract.numbers.amounts import amounts
from layers.extract.numbers.clauses import TURN, Clause, clauses
from layers.extract.numbers.dealing import named, of_kind, of_place, of_year, subjects, verbs, years
from layers.extract.numbers.items import Item, items, told
from layers.extract.numbers.names import begins_name, is_of_another, opening
from layers.extract.numbers.nesting import EACH, distributed, is_run, skipped, thresholds, unsummed
from layers.extract.numbers.others import is_the_worlds
from layers.extract.numbers.quantities import Amount
from layers.extract.numbers.readings import Reading, Series, one
from layers.extract.numbers.scopes import Scopes
from layers.extract.numbers.shared import with_shared
from layers.extract.numbers.situation import Situation
from layers.extract.numbers.tables import tabulated
from layers.extract.numbers.topics import Topics
from layers.extract.patterns import compiled, last
from layers.extract.places.mentions import Scanner, Words
from layers.records import Member, Target

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from layers.industry import Taxonomy
    from layers.plan import Plan, Sentence

_SEVERAL = compiled("[、和与及]")
_MOST = 300
"""Numbers that one sentence can hold; a run of more is no prose (the ledger lists the rest)."""


def targets(
    plan: Plan, gazetteer: Gazetteer, taxonomy: Taxonomy, words: Words | None = None
) -> tuple[Target, ...]:
    """All targets of a plan in order of position; `words` are those of its clean text, if known."""
    words = words or Scanner.for_data(gazetteer, taxonomy).read(plan.clean)
    scopes = Scopes(plan, gazetteer, words)
    reading = Reading(
        plan=plan,
        topics=Topics.of_plan(plan, taxonomy),
        scopes=scopes,
        situation=Situation.of_plan(plan),
    )
    rows, used = tabulated(reading)
    barred = "|" in plan.clean
    found = [
        a
        for a in with_shared(plan.clean, amounts(plan.clean))
        if not (_in_title(plan.clean, a) or begins_name(plan.clean, a, scopes.resolver))
        and not ((used or barred) and _is_used(plan, a, used))
    ]
    rows += [
        row
        for sentence, held in _sentences(plan, found)
        for row in _read(reading, sentence, held)
        if row.scope
    ]
    return tuple(sorted(rows, key=lambda t: (t.evidence.start, t.evidence.end)))


def _is_used(plan: Plan, amount: Amount, used: list[tuple[int, int]]) -> bool:
    """Whether an amount stands in a line with two bars, or in a table without any."""
    text = plan.clean
    begin, end = text.rfind("\n", 0, amount.start) + 1, text.find("\n", amount.end)
    if text.count("|", begin, end if end >= 0 else len(text)) > 1:
        return True
    if not used:
        return False
    at = plan.index.source(amount.start)
    return any(start <= at < end for start, end in used)


def _in_title(text: str, amount: Amount) -> bool:
    opening = text.rfind("《", max(0, amount.start - 80), amount.start)
    if opening < 0 or text.find("\n", opening, amount.start) >= 0:
        return False
    return (
        text.find("》", opening, amount.start) < 0 <= text.find("》", amount.end, amount.end + 80)
    )


def _sentences(plan: Plan, found: Sequence[Amount]) -> Iterator[tuple[Sentence, list[Amount]]]:
    starts = [s.start for s in plan.sentences]
    at = 0
    while at < len(found):
        sentence = plan.sentences[bisect_right(starts, found[at].start) - 1]
        upto = at
        while upto < len(found) and found[upto].start < sentence.end:
            upto += 1
        yield sentence, list(found[at : min(upto, at + _MOST)])
        at = max(upto, at + 1)


def _read(reading: Reading, sentence: Sentence, held: list[Amount]) -> Iterator[Target]:
    text = reading.plan.clean
    if reading.situation.enter(sentence.paragraph):
        reading.measure = reading.running = None
    reading.threshold = ""
    for clause in clauses(text, sentence.start, sentence.end, held):
        yield from _clause(reading, sentence, clause)


def _clause(reading: Reading, sentence: Sentence, clause: Clause) -> Iterator[Target]:
    nested = thresholds(reading.plan.clean, clause)
    plain = [a for a in clause.amounts if a not in nested] if nested else list(clause.amounts)
    plain = unsummed(reading.plan.clean, plain)
    if not plain:
        return
    group = distributed(reading.plan.clean, clause, plain)
    if group:
        yield from _each(reading, sentence, clause, group)
        return
    row = is_run(reading.plan.clean, plain)
    places = reading.scopes.each(sentence, clause, plain[0].left, plain) if row else []
    if places:
        yield from _by_place(reading, sentence, clause, plain, places)
        return
    for amount in plain:
        text = reading.plan.clean
        if skipped(text, clause, amount) or is_the_worlds(text, clause, amount):
            continue
        limit = next((t for t, c in nested.items() if c is amount), None)
        yield one(reading, sentence, clause, amount, limit)


def _each(
    reading: Reading, sentence: Sentence, clause: Clause, group: list[Amount]
) -> Iterator[Target]:
    """One target for each subject of 分别."""
    text = reading.plan.clean
    word = last(EACH, text, clause.head, group[0].left)
    stop = word.start() if word else group[0].left
    own = items(reading, sentence, clause.head, stop, len(group)) if word else []
    own = own or reading.again(sentence, len(group))
    own = own or told(reading, sentence, clause.head, stop, len(group))
    if own and len(group) > 1:
        yield from _by_item(reading, sentence, clause, group, own)
        return
    places = reading.scopes.each(sentence, clause, stop, group) if word else []
    if places:
        yield from _by_place(reading, sentence, clause, group, places)
        return
    dates = years(text, sentence.start, stop, len(group)) if word else []
    if dates:
        rows = [one(reading, sentence, clause, amount, None) for amount in group]
        yield from (of_year(row, rows[0], year) for row, year in zip(rows, dates, strict=True))
        return
    several = reading.scopes.several(clause, stop)
    opens = reading.scopes.ends(clause, stop) if several else clause.head
    listed = subjects(text, reading.topics, opens, stop)
    if word and len(group) > 1 and sum(_is_placed(reading, who) for who, *_ in listed) > 1:
        return  # 杭州市纺织、绍兴市化工: whose each is nobody can tell
    if len(group) == 1:
        yield from _of_each(reading, sentence, clause, group[0], listed)
        return
    if word and len(listed) == len(group):
        listed = named(listed, verbs(text, word.end(), group), group[0])
    if len(listed) != len(group):
        if word and several:
            return  # 越城、诸暨和某地分别达400、600和1500亿元: nobody can tell whose is which
        more = TURN.match(text, group[-1].right) is not None
        listed = reading.listed(sentence, clause.head, len(group), more)
    else:
        reading.series = Series(sentence.start, tuple(listed))
    first, measured = None, None
    for amount, (subject, industry, indicator) in zip(group, listed, strict=True):
        row = one(reading, sentence, clause, amount, None, subject, industry, indicator)
        yield row if first is None or indicator else of_kind(row, first)
        first, measured = first or row, measured or reading.measure
    reading.measure = measured


def _of_each(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    amount: Amount,
    listed: list[tuple[str, str, str]],
) -> Iterator[Target]:
    """The one number that each subject of a list has (均超过10%)."""
    names = [s for s in listed if s[1]] or reading.listed(sentence, clause.head, 1, False)
    for subject, industry, indicator in names:
        yield one(reading, sentence, clause, amount, None, subject, industry, indicator)


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
    for row, item, verb in zip([first, *rest], own, said, strict=True):
        if verb == said[0]:
            yield of_place(row, first, item.scope, item.industry)


def _said(reading: Reading, clause: Clause, group: list[Amount]) -> list[str]:
    """The verb of each number behind 分别."""
    text = reading.plan.clean
    word = last(EACH, text, clause.head, group[0].left)
    return verbs(text, word.start() if word else group[0].left, group)


def _by_place(
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
    goods = subjects(text, reading.topics, opens, stop)
    paired = len(goods) == len(group) and any(known for _, known, _ in goods)
    shared = reading.topics.own(text[opens:stop]) or ""
    fields = [known or word for word, known, _ in goods] if paired else [shared] * len(group)
    joints = len(places) - 1 if opens == clause.head else 0
    if not paired and len(_SEVERAL.findall(text, opens, stop)) > joints:
        return  # A、B的X和Y产值分别: nobody can tell whose is which
    rows = [
        one(reading, sentence, clause, amount, None, industry=field)
        for amount, field in zip(group, fields, strict=True)
    ]
    for row, place, field, verb in zip(rows, places, fields, said, strict=True):
        if verb == said[0]:
            yield of_place(row, rows[0], place, field)
