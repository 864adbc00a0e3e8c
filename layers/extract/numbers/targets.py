"""Targets: every number about industry or economy that a plan reports or sets.

Recognition is in `amounts`; what a number means, from its clause, its sentence, its paragraph and
the headings above it, in `readings`; here they are taken sentence by sentence, and dealt out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from layers.extract.numbers.amounts import amounts
from layers.extract.numbers.clauses import Clause, clauses
from layers.extract.numbers.dealing import in_step
from layers.extract.numbers.deals import by_place, each, shared
from layers.extract.numbers.names import begins_name
from layers.extract.numbers.nesting import (
    EACH,
    alike,
    distributed,
    is_run,
    of_all,
    skipped,
    thresholds,
    unsummed,
)
from layers.extract.numbers.others import is_the_worlds
from layers.extract.numbers.quantities import Amount
from layers.extract.numbers.ranks import each_rank, ranked
from layers.extract.numbers.readings import one
from layers.extract.numbers.scopes import Scopes
from layers.extract.numbers.shared import with_shared
from layers.extract.numbers.situation import Situation
from layers.extract.numbers.state import Reading
from layers.extract.numbers.tables import tabulated
from layers.extract.numbers.topics import Topics
from layers.extract.patterns import last
from layers.extract.places.mentions import Scanner, Words
from layers.extract.titles import Titles
from layers.records import Member, Target

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from layers.industry import Taxonomy
    from layers.plan import Plan, Sentence

_MOST = 300
"""Numbers that one sentence can hold; a run of more is no prose (the ledger lists the rest)."""


def targets(
    plan: Plan,
    gazetteer: Gazetteer,
    taxonomy: Taxonomy,
    words: Words | None = None,
    titles: Titles | None = None,
) -> tuple[Target, ...]:
    """All targets of a plan in order of position; `words` are those of its clean text and `titles`
    what its headings name, if known."""
    words = words or Scanner.for_data(gazetteer, taxonomy).read(plan.clean)
    scopes = Scopes(plan, gazetteer, words)
    reading = Reading(
        plan=plan,
        topics=Topics.of_plan(titles or Titles.of(plan, gazetteer, taxonomy)),
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
    if reading.situation.enter(sentence.paragraph, sentence.section):
        reading.measure = reading.running = None
        reading.measured = []
    reading.earlier = reading.measured
    reading.threshold, reading.measured = "", []
    dealt = ranked(text, sentence.start, sentence.end, held)
    for ranks in dealt:
        held = [a for a in held if a not in ranks.amounts]
        yield from each_rank(reading, sentence, ranks)
    found = list(clauses(text, sentence.start, sentence.end, held))
    own = _spread(reading, sentence, found)
    for clause in found:
        scope = own.get(clause.start)
        for row in _clause(reading, sentence, clause):
            yield replace(row, scope=scope) if scope else row


def _spread(
    reading: Reading, sentence: Sentence, found: list[Clause]
) -> dict[int, tuple[Member, ...]]:
    """A、B分别打造500亿级X集群、300亿级Y集群: whose each clause's number is, by where it begins."""
    text = reading.plan.clean
    own: dict[int, tuple[Member, ...]] = {}
    for clause in found:
        word = last(EACH, text, clause.start, clause.amounts[0].left)
        same = [c for c in found if c.head == clause.head and c.start >= clause.start]
        if word is None or len(same) < 2 or any(len(c.amounts) > 1 for c in same):
            continue
        amounts = [c.amounts[0] for c in same]
        places = reading.scopes.each(sentence, clause, word.start(), amounts)
        own |= {c.start: p for c, p in zip(same, places, strict=bool(places))}
    return own


def _clause(reading: Reading, sentence: Sentence, clause: Clause) -> Iterator[Target]:
    nested = thresholds(reading.plan.clean, clause)
    plain = [a for a in clause.amounts if a not in nested] if nested else list(clause.amounts)
    plain = unsummed(reading.plan.clean, plain)
    if not plain:
        return
    group = distributed(reading.plan.clean, clause, plain)
    if group:
        yield from each(reading, sentence, clause, group)
        return
    row = is_run(reading.plan.clean, plain)
    places = reading.scopes.each(sentence, clause, plain[0].left, plain) if row else []
    if places:
        yield from by_place(reading, sentence, clause, plain, places)
        return
    if row and in_step(reading.plan.clean, reading.topics, clause.head, plain):
        yield from each(reading, sentence, clause, alike(plain))
        return
    for amount in plain:
        text = reading.plan.clean
        if skipped(text, clause, amount) or is_the_worlds(text, clause, amount):
            continue
        stop = of_all(text, clause, amount)
        rows = shared(reading, sentence, clause, amount, stop) if stop is not None else []
        if rows:
            yield from rows
            continue
        limit = next((t for t, c in nested.items() if c is amount), None)
        yield one(reading, sentence, clause, amount, limit)
