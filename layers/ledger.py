"""The ledger: every amount and every place name of a text, and what became of it.

Written apart from the reader, so that it can find what the reader overlooks: it
shares no code and no words with `layers.extract`. It knows the text, the names of
the gazetteer and the finished records; what no record used needs a reason from
`REASONS`, or counts as unread.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Generic, Literal, Protocol, TypeVar
from weakref import WeakKeyDictionary

from ahocorasick_rs import AhoCorasick, MatchKind

from layers.excuses import REASONS, Excuses, numbers
from layers.records import Claim, Evidence, Member, Target, Unlocated

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.place import Place
    from layers.plan import Plan

__all__ = ["REASONS", "Ledger", "LedgerRow", "audit"]

UNREAD = "unread"
USED = "used"
T = TypeVar("T")
_SENTENCE = 160
"""Characters back from a number within which its place may be named."""


class Reading(Protocol):
    """What is audited: a plan with its records (`layers.reader.Reading`)."""

    @property
    def plan(self) -> Plan: ...
    @property
    def claims(self) -> tuple[Claim, ...]: ...
    @property
    def targets(self) -> tuple[Target, ...]: ...
    @property
    def unlocated(self) -> tuple[Unlocated, ...]: ...


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One amount or name: where it stands in the text as read, and its fate.

    `reason` is a key of `REASONS`, "used" with the `record` that used it, or "unread".
    """

    plan: str
    type: Literal["amount", "name"]
    start: int
    end: int
    exact: str
    reason: str
    record: str | None = None


@dataclass(frozen=True)
class Ledger:
    """All rows of one plan in order of position."""

    rows: tuple[LedgerRow, ...]

    @property
    def unread(self) -> tuple[LedgerRow, ...]:
        """What no record used and no reason covers."""
        return tuple(row for row in self.rows if row.reason == UNREAD)

    def totals(self) -> dict[str, tuple[int, int]]:
        """Reason -> (amounts, names); every reason stands, in the order of `REASONS`."""
        counts = {reason: [0, 0] for reason in (USED, *REASONS, UNREAD)}
        for row in self.rows:
            counts[row.reason][row.type == "name"] += 1
        return {reason: (amounts, names) for reason, (amounts, names) in counts.items()}

    def as_lines(self) -> str:
        """One JSON object a line."""
        lines = (json.dumps(asdict(row), ensure_ascii=False) for row in self.rows)
        return "".join(f"{line}\n" for line in lines)


def audit(reading: Reading, gazetteer: Gazetteer | None = None) -> Ledger:
    """What became of every amount and every place name of a plan.

    >>> from layers.library import read_bytes
    >>> text = "产业规划\\n打造诸暨装备产业集聚区，产值达到100亿元。".encode()
    >>> audit(read_bytes(text, "p", "330600", "2011")).unread
    ()
    """
    if gazetteer is None:
        from layers.library import shipped_gazetteer

        gazetteer = shipped_gazetteer()
    names = list(_names(reading, gazetteer))
    rows = [*_amounts(reading, names), *names]
    return Ledger(tuple(sorted(rows, key=lambda r: (r.start, r.end, r.type))))


def _amounts(reading: Reading, names: list[LedgerRow]) -> Iterator[LedgerRow]:
    plan = reading.plan
    excuses = Excuses(plan.clean)
    targets = _Spans((t.evidence, t) for t in reading.targets)
    claims = _Spans((c.evidence, c) for c in reading.claims)
    starts = [row.start for row in names]
    for start, end, value in numbers(plan.clean):
        a, b = plan.span(start, end)
        used = next((t.id for t in targets.over(a, b) if _holds(t, value)), None)
        used = used or next(
            (c.id for c in claims.over(a, b) if plan.clean[start:end] in c.name), None
        )
        before = bisect_left(starts, b) - 1  # 737 in 波音737完工和交付中心
        named = before >= 0 and names[before].end > a
        reason = USED if used else "name" if named else excuses.of_number(start, end) or UNREAD
        yield LedgerRow(plan.id, "amount", a, b, plan.text[a:b], reason, used)


def _holds(target: Target, value: float | None) -> bool:
    """Whether the number stands in the target; a numeral in words needs only the place."""
    if value is None:
        return True
    held = [target.value, target.value_max, target.value_base]
    if target.threshold:
        held += [target.threshold.value, target.threshold.value_base]
    return any(h is not None and abs(h - value) <= 1e-6 * max(1.0, abs(value)) for h in held)


def _names(reading: Reading, gazetteer: Gazetteer) -> Iterator[LedgerRow]:
    plan = reading.plan
    excuses = Excuses(plan.clean)
    book = _Book(reading, gazetteer)
    words, automaton = _automaton(gazetteer)
    for index, start, end in automaton.find_matches_as_indexes(plan.clean):
        name = words[index]
        a, b = plan.span(start, end)
        used = book.user(name, a, b)
        reason = (
            USED if used else book.reason(name, start) or (excuses.of_name(start, end) or UNREAD)
        )
        yield LedgerRow(plan.id, "name", a, b, plan.text[a:b], reason, used)


class _Book:
    """The records of one plan, by place."""

    def __init__(self, reading: Reading, gazetteer: Gazetteer) -> None:
        self.plan, self.gazetteer = reading.plan, gazetteer
        self.home = gazetteer.find_unit(reading.plan.issuer, reading.plan.issued)
        self.claims = _Spans((c.evidence, c) for c in reading.claims)
        self.refused = _Spans((u.evidence, u) for u in reading.unlocated)
        self.targets = _Spans((t.evidence, t) for t in reading.targets)
        self.all = reading.claims
        self.starts = [sentence.start for sentence in reading.plan.sentences]
        self.names: dict[str, _Name] = {}

    def name(self, name: str) -> _Name:
        """What the records hold of a name; looked up once."""
        kept = self.names.get(name)
        if kept is None:
            kept = self.names[name] = self._name(name)
        return kept

    def _name(self, name: str) -> _Name:
        places = self.gazetteer.readings(name, self.plan.issued)
        codes = {code for place in places for code in _codes(place, self.gazetteer)}
        held = [c for c in self.all if name in c.name or codes & _members(c.members)]
        return _Name(
            codes=frozenset(codes),
            why=self._why(places),
            sections=frozenset(c.section for c in held),
            industries=frozenset(c.industry for c in held),
        )

    def _why(self, places: tuple[Place, ...]) -> str | None:
        """The reason that lies in the places themselves."""
        units = [p for p in places if p.code == self.home.code]
        if units or any(self.gazetteer.encloses(p, self.home) for p in places):
            return "issuer"
        if not any(self.gazetteer.encloses(self.home, p) for p in places):
            return "elsewhere"
        return None

    def user(self, name: str, a: int, b: int) -> str | None:
        """The id of the record that used the name at `a:b`."""
        codes = self.name(name).codes
        for claim in self.claims.over(a, b):
            if name in claim.name or codes & _members(claim.members):
                return claim.id
        for row in self.refused.over(a, b):
            if name in row.name or row.name in name:
                return row.id
        for target in self.targets.over(a, b + _SENTENCE):
            if target.evidence.end > a and codes & _members(target.scope):
                return target.id
        return None

    def reason(self, name: str, start: int) -> str | None:
        """Why no record used the name at the clean offset `start`, as far as its places tell:
        they are the issuer's or elsewhere, or a claim of the same place and industry, or of
        the same section, stands."""
        known = self.name(name)
        if known.why:
            return known.why
        section = self.plan.sentences[bisect_right(self.starts, start) - 1].section
        after = self.plan.clean[start : start + 60]
        again = section in known.sections or any(word in after for word in known.industries)
        return "repeated" if again else None


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a plan: the codes of its places, the reason `why` they need no record, and the
    sections and industries of the claims on them."""

    codes: frozenset[str]
    why: str | None
    sections: frozenset[tuple[str, ...]]
    industries: frozenset[str]


def _codes(place: Place, gazetteer: Gazetteer) -> set[str]:
    """All codes that a place may stand under in a record."""
    codes = {*place.code_today, place.code, place.within, place.id}
    for key in place.members:
        inner = gazetteer.get(key)
        codes |= {*inner.code_today, inner.code, inner.within}
    return {code for code in codes if code}


def _members(members: Iterable[Member]) -> set[str]:
    return {c for m in members for c in (m.code, m.code_today, m.within, m.id) if c}


class _Spans(Generic[T]):
    """Records by the span of their evidence, in order of their start."""

    def __init__(self, items: Iterable[tuple[Evidence, T]]) -> None:
        self.items = sorted(items, key=lambda item: item[0].start)
        self.starts = [evidence.start for evidence, _ in self.items]
        self.longest = max((e.end - e.start for e, _ in self.items), default=0)

    def over(self, start: int, end: int) -> Iterator[T]:
        """Records whose evidence touches `start:end`."""
        low = bisect_left(self.starts, start - self.longest)
        for evidence, record in self.items[low : bisect_left(self.starts, end)]:
            if evidence.end > start:
                yield record


_KEPT: WeakKeyDictionary[Gazetteer, tuple[list[str], AhoCorasick]] = WeakKeyDictionary()


def _automaton(gazetteer: Gazetteer) -> tuple[list[str], AhoCorasick]:
    kept = _KEPT.get(gazetteer)
    if kept is None:
        words = [name for name in gazetteer.names() if len(name) > 1]
        kept = words, AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, store_patterns=False)
        _KEPT[gazetteer] = kept
    return kept
