"""Targets: every number about industry or economy that a plan reports or sets.

Recognition is in `amounts`; here each number gets its meaning from its clause,
its sentence, its paragraph and the headings above it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from typing import TYPE_CHECKING

from layers.extract.numbers.additivity import is_additive
from layers.extract.numbers.amounts import Amount, amounts
from layers.extract.numbers.clauses import OF_WHOLE, Clause, clauses
from layers.extract.numbers.dealing import named, of_place, of_year, subjects, verbs, years
from layers.extract.numbers.measures import Measure, measure, threshold_indicator
from layers.extract.numbers.names import begins_name, is_units
from layers.extract.numbers.nesting import EACH, distributed, skipped, thresholds
from layers.extract.numbers.others import is_the_worlds
from layers.extract.numbers.scopes import Scopes
from layers.extract.numbers.shared import with_shared
from layers.extract.numbers.situation import Situation
from layers.extract.numbers.topics import OVERALL, Topics
from layers.extract.patterns import compiled, last
from layers.extract.places.mentions import Scanner, Words
from layers.records import Comparator, Member, Target, Threshold, record_id

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from layers.industry import Taxonomy
    from layers.plan import Plan, Sentence

_SEVERAL = compiled("[、和与及]")
_LIMITED = compiled(r"超过?|突破|达|过|不低于|\d")
_FOOTNOTE = compiled(r"[\[［]\d{1,2}[\]］]$")
_MOST = 300
"""Numbers that one sentence can hold; a run of more is no prose (the ledger lists the rest)."""
_REACH = 120
"""Characters back to which a sentence's earlier clauses give the industry."""
_FIRM = compiled(
    r"(?:去年|今年|目前|其中|(?:\d{4}年底?))?[，,]?([\u4e00-\u9fff]{2,12}?(?:集团|公司))(?![、和及等的有股投部经总董])"
)
_OWN = compiled(r"[全我][省市州盟区县旗]|GDP|生产总值")


@dataclass
class _Reader:
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
    threshold: str = ""
    subjects: list[tuple[str, str, str]] = default(default_factory=list)


def targets(
    plan: Plan, gazetteer: Gazetteer, taxonomy: Taxonomy, words: Words | None = None
) -> tuple[Target, ...]:
    """All targets of a plan in order of position; `words` are those of its clean text, if known."""
    words = words or Scanner.for_data(gazetteer, taxonomy).read(plan.clean)
    scopes = Scopes(plan, gazetteer, words)
    found = [
        a
        for a in with_shared(plan.clean, amounts(plan.clean))
        if not (_in_title(plan.clean, a) or begins_name(plan.clean, a, scopes.resolver))
    ]
    reader = _Reader(
        plan=plan,
        topics=Topics.of_plan(plan, taxonomy),
        scopes=scopes,
        situation=Situation.of_plan(plan),
    )
    rows = [
        row
        for sentence, held in _sentences(plan, found)
        for row in _read(reader, sentence, held)
        if row.scope
    ]
    return tuple(sorted(rows, key=lambda t: (t.evidence.start, t.evidence.end)))


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


def _read(reader: _Reader, sentence: Sentence, held: list[Amount]) -> Iterator[Target]:
    text = reader.plan.clean
    if reader.situation.enter(sentence.paragraph):
        reader.measure = reader.running = None
        reader.subjects = []
    previous: Clause | None = None
    for clause in clauses(text, sentence.start, sentence.end, held):
        if previous is None or clause.head != previous.head:
            reader.threshold = reader.threshold if previous else ""
        yield from _clause(reader, sentence, clause)
        previous = clause


def _clause(reader: _Reader, sentence: Sentence, clause: Clause) -> Iterator[Target]:
    nested = thresholds(reader.plan.clean, clause)
    plain = [a for a in clause.amounts if a not in nested]
    if not plain:
        return
    group = distributed(reader.plan.clean, clause, plain)
    if group:
        yield from _each(reader, sentence, clause, group)
        return
    for amount in plain:
        text = reader.plan.clean
        if skipped(text, clause, amount, len(plain)) or is_the_worlds(text, clause, amount):
            continue
        limit = next((t for t, c in nested.items() if c is amount), None)
        yield _one(reader, sentence, clause, amount, limit)


def _each(
    reader: _Reader, sentence: Sentence, clause: Clause, group: list[Amount]
) -> Iterator[Target]:
    """One target for each subject of 分别."""
    text = reader.plan.clean
    word = last(EACH, text, clause.head, group[0].left)
    stop = word.start() if word else group[0].left
    places = reader.scopes.each(sentence, clause, stop, group) if word else []
    if places:
        yield from _by_place(reader, sentence, clause, group, places)
        return
    dates = years(text, sentence.start, stop, len(group)) if word else []
    if dates:
        rows = [_one(reader, sentence, clause, amount, None) for amount in group]
        yield from (of_year(row, rows[0], year) for row, year in zip(rows, dates, strict=True))
        return
    several = reader.scopes.several(clause, stop)
    opens = reader.scopes.ends(clause, stop) if several else clause.head
    listed = subjects(text, reader.topics, opens, stop)
    if len(group) == 1:
        names = [s for s in listed if s[1]] or [("", "", "")]
        for subject, industry, indicator in names:
            yield _one(reader, sentence, clause, group[0], None, subject, industry, indicator)
        return
    before = reader.subjects[-len(group) :] if len(reader.subjects) >= len(group) else []
    if word and len(listed) == len(group):
        listed = named(listed, verbs(text, word.end(), group), group[0])
    dealt = listed if len(listed) == len(group) else before
    if dealt is before and word and several:
        return  # 越城、诸暨和某地分别达400、600和1500亿元: nobody can tell whose is which
    for i, amount in enumerate(group):
        subject, industry, indicator = dealt[i] if i < len(dealt) else ("", "", "")
        yield _one(reader, sentence, clause, amount, None, subject, industry, indicator)


def _by_place(
    reader: _Reader,
    sentence: Sentence,
    clause: Clause,
    group: list[Amount],
    places: list[tuple[Member, ...]],
) -> Iterator[Target]:
    """One target for each place of 分别; of as many industries between (A、B的X和Y产值) each its
    own. 分别增长5%、下降4%: the second is of another kind, and left out."""
    text = reader.plan.clean
    word = last(EACH, text, clause.head, group[0].left)
    stop = word.start() if word else group[0].left
    said = verbs(text, stop, group)
    opens = reader.scopes.ends(clause, stop)
    goods = subjects(text, reader.topics, opens, stop)
    paired = len(goods) == len(group) and any(known for _, known, _ in goods)
    fields = [known or word for word, known, _ in goods] if paired else [""] * len(group)
    if not paired and _SEVERAL.search(text, opens, stop):
        return  # A、B的X和Y产值分别: nobody can tell whose is which
    rows = [
        _one(reader, sentence, clause, amount, None, industry=field)
        for amount, field in zip(group, fields, strict=True)
    ]
    for row, place, field, verb in zip(rows, places, fields, said, strict=True):
        if verb == said[0]:
            yield of_place(row, rows[0], place, field)


def _one(
    reader: _Reader,
    sentence: Sentence,
    clause: Clause,
    amount: Amount,
    limit: Amount | None,
    subject: str = "",
    industry: str = "",
    indicator: str = "",
) -> Target:
    """The target of one number; subject, industry and indicator where a list gives them."""
    text, plan = reader.plan.clean, reader.plan
    what = measure(text, clause.start, clause.end, amount, reader.measure)
    if reader.measure is not None and is_units(what.indicator, reader.scopes.resolver):
        what = reader.measure  # 工业产值1200亿元，其中杭州800亿元
    reader.measure = what
    threshold = _threshold(reader, clause, limit)
    mood = reader.situation.modality(sentence, clause, amount)
    year = reader.situation.year(clause, amount, what, mood)
    name = industry or _industry(reader, sentence, clause, amount, what)
    who = _limited(reader, subject or what.subject or _firm(text, sentence, clause), limit)
    indicator = indicator if indicator and subject else what.indicator
    reader.subjects.append((who, name if industry else "", what.indicator))
    evidence = plan.evidence(*_trim(text, clause.start, clause.end))
    mark = (evidence.start, name, indicator, str(amount.value), amount.unit, who)
    return Target(
        id=record_id("t", plan.id, *mark),
        plan=plan.id,
        industry=name,
        industry_codes=tuple(sorted(reader.topics.codes(name))) if name != OVERALL else (),
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
        scope=reader.scopes.of(sentence, clause, amount),
        threshold=threshold,
        additive=is_additive(text, clause, amount, what, name, reader.topics),
        section=sentence.section,
        evidence=evidence,
    )


def _firm(text: str, sentence: Sentence, clause: Clause) -> str:
    """The firm that the sentence speaks of: 天业集团总资产达9亿元，利税2亿元."""
    match = _FIRM.match(text, sentence.start, clause.head)
    if match is None or _OWN.search(text, sentence.start, clause.end):
        return ""
    return match[1]


def _limited(reader: _Reader, who: str, limit: Amount | None) -> str:
    """超100亿元的龙头企业, behind 主营业务收入超800亿元的…企业: the indicator of its limit."""
    if limit is None or limit.level or reader.threshold in who or not _LIMITED.match(who):
        return who
    return reader.threshold + who


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


def _threshold(reader: _Reader, clause: Clause, limit: Amount | None) -> Threshold | None:
    if limit is None:
        return None
    indicator = threshold_indicator(reader.plan.clean, clause.start, limit, reader.threshold)
    reader.threshold = indicator
    return Threshold(
        indicator, limit.comparator, limit.value, limit.unit, limit.base, limit.unit_base
    )


def _industry(
    reader: _Reader, sentence: Sentence, clause: Clause, amount: Amount, what: Measure
) -> str:
    """The chapter's industry, unless the clause is about another one."""
    text, topics = reader.plan.clean, reader.topics
    strong, broad = topics.section(sentence.section)
    tail = text[amount.right : clause.end]
    head = OF_WHOLE.sub("", text[clause.start : amount.left])
    if strong:
        named = topics.own(head)
        return named if named in topics.chapters and strong not in head + tail else strong
    if reader.sentence != sentence.start:
        reader.sentence, reader.industry = sentence.start, None
        reader.field = topics.field(text[sentence.start : sentence.end])
    if reader.field:
        return reader.field
    named = (topics.own(tail) if amount.is_count and len(tail) > 3 else None) or topics.own(head)
    named = (
        named
        or reader.industry
        or topics.own(text[max(sentence.start, clause.start - _REACH) : clause.start])
    )
    if named:
        reader.industry = reader.running = named
        return named
    return broad or (reader.running if not what.subject else None) or OVERALL
