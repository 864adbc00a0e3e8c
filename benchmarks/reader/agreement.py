"""When a record of the reader agrees with an annotated row, and how often it does.

A claim agrees with a row when its evidence overlaps the row's sentence and it
names the row's units: all that the row requires, none beyond those it allows.
A target agrees with a row when its evidence overlaps the row's sentence and its
number, in the base unit, is the same. Rows and records are then paired one to
one so that as many required rows as possible are paired; among equals the pair
that shares more of the rest wins. Paired rows are asked for every other field.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.reader.annotations import Annotated, ClaimRow, TargetRow

Record = Mapping[str, Any]
Row = ClaimRow | TargetRow

STOP = "。；;\n"
"""Where a sentence ends, for the overlap."""

OPEN = "any"
"""Among the right values of a field: the text leaves it open, so it is not judged."""

CLOSE = 1e-6
"""Relative difference up to which two numbers are one (floats of 亿元 in yuan)."""


@dataclass(frozen=True)
class Agreement:
    """What was compared and how much of it agreed.

    `required` rows of which `found`; `extra` records agree with no row, required
    or optional; `paired` records do. `right` counts, for each field, the found
    required rows in which it is right; `misses` and `extras` name the rest.
    """

    required: int = 0
    found: int = 0
    paired: int = 0
    extra: int = 0
    right: Counter[str] = field(default_factory=Counter)
    misses: tuple[tuple[str, Row], ...] = ()
    extras: tuple[tuple[str, Record], ...] = ()
    slips: tuple[tuple[str, str, Row, Record], ...] = ()

    @property
    def recall(self) -> float:
        return self.found / self.required if self.required else 0.0

    @property
    def precision(self) -> float:
        return self.paired / (self.paired + self.extra) if self.paired + self.extra else 0.0

    @property
    def f1(self) -> float:
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    def share(self, name: str) -> float:
        """Share of the found required rows in which the field is right."""
        return self.right[name] / self.found if self.found else 0.0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.required + other.required,
            self.found + other.found,
            self.paired + other.paired,
            self.extra + other.extra,
            self.right + other.right,
            self.misses + other.misses,
            self.extras + other.extras,
            self.slips + other.slips,
        )


def claims(plan: Annotated, records: Sequence[Record]) -> Agreement:
    """Compare the reader's claims (as JSON objects) with the plan's rows."""
    return _compare(plan, plan.claims, records, _same_units, CLAIM_FIELDS)


def targets(plan: Annotated, records: Sequence[Record]) -> Agreement:
    """Compare the reader's targets (as JSON objects) with the plan's rows."""
    return _compare(plan, plan.targets, records, _same_number, TARGET_FIELDS)


def units(claim: Record) -> frozenset[str]:
    """Today's codes of the units that a claim names."""
    codes = (m.get("code_today") or m.get("within") or m.get("code") for m in claim["members"])
    return frozenset(code for code in codes if code)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences that hold `start:end`."""
    first = max(text.rfind(stop, 0, start) for stop in STOP) + 1
    last = min((at for stop in STOP if (at := text.find(stop, end)) >= 0), default=len(text))
    return first, last


def plain(words: str | None) -> str:
    """Words without spaces, brackets, quotes and commas."""
    return re.sub(r"[\s（）()“”‘’\"'、，,]", "", words or "")


def _same_units(row: Any, claim: Record) -> bool:
    named, needed = units(claim), frozenset(row.codes)
    return bool(named) and needed <= named <= needed | frozenset(row.codes_also)


def _same_number(row: Any, target: Record) -> bool:
    got = target["value_base"]
    return got is not None and abs(got - row.value_base) <= CLOSE * abs(row.value_base)


def _one_of(name: str) -> Callable[[Any, Record], bool]:
    """The field is the row's value or one of its `_also`."""

    def right(row: Any, record: Record) -> bool:
        wanted = (getattr(row, name), *getattr(row, f"{name}_also", ()))
        got = record[name]
        return OPEN in wanted or (tuple(got) if isinstance(got, list) else got) in wanted

    return right


def _if_annotated(name: str) -> Callable[[Any, Record], bool]:
    """The same, where the row says anything about it (other annotations leave some out)."""
    right = _one_of(name)
    return lambda row, record: getattr(row, name) in (None, "") or right(row, record)


def _industry(row: Any, record: Record) -> bool:
    return plain(record["industry"]) in map(plain, (row.industry, *row.industry_also))


def _name(row: Any, claim: Record) -> bool:
    return plain(claim["name"]) in map(plain, (row.name, *row.name_also))


def _focus(row: Any, claim: Record) -> bool:
    """Every word of the row's focus stands in the claim's, or the other way round."""
    got = plain("".join(claim["focus"]))
    return all(plain(word) in got or (got and got in plain(word)) for word in row.focus)


def _scope(row: Any, target: Record) -> bool:
    named = {plain(member["name"]) for member in target["scope"]}
    return named == {plain(name) for name in row.scope}


def _threshold(row: Any, target: Record) -> bool:
    wanted, got = row.threshold, target["threshold"]
    if not wanted or not got:
        return not wanted and not got
    return all(wanted[key] == got[key] for key in ("comparator", "value", "unit"))


def _value_max(row: Any, target: Record) -> bool:
    return row.value_max == target["value_max"]


Fields = Mapping[str, Callable[[Any, Record], bool]]
CLAIM_FIELDS: Fields = {
    "industry": _industry,
    "kind": _one_of("kind"),
    "status": _one_of("status"),
    "name": _name,
    "focus": _focus,
    "basis": _one_of("basis"),
}
TARGET_FIELDS: Fields = {
    "industry": _industry,
    "comparator": _one_of("comparator"),
    "modality": _one_of("modality"),
    "year": _one_of("year"),
    "unit": _one_of("unit"),
    "unit_base": _if_annotated("unit_base"),
    "value_max": _value_max,
    "scope": _scope,
    "threshold": _threshold,
    "additive": _if_annotated("additive"),
}


def _compare(
    plan: Annotated,
    rows: Sequence[Row],
    records: Sequence[Record],
    agrees: Callable[[Any, Record], bool],
    fields: Fields,
) -> Agreement:
    chosen = _pairs(plan.text, rows, records, agrees, fields)
    right: Counter[str] = Counter()
    slips = []
    for row, record in ((rows[i], records[j]) for i, j in chosen.items() if not rows[i].optional):
        for name, test in fields.items():
            right[name] += (good := test(row, record))
            slips += [] if good else [(plan.id, name, row, record)]
    used = set(chosen.values())
    return Agreement(
        required=sum(not row.optional for row in rows),
        found=sum(not rows[i].optional for i in chosen),
        paired=len(chosen),
        extra=len(records) - len(used),
        right=right,
        misses=tuple(
            (plan.id, r) for i, r in enumerate(rows) if i not in chosen and not r.optional
        ),
        extras=tuple((plan.id, r) for j, r in enumerate(records) if j not in used),
        slips=tuple(slips),
    )


def _pairs(
    text: str,
    rows: Sequence[Row],
    records: Sequence[Record],
    agrees: Callable[[Any, Record], bool],
    fields: Fields,
) -> dict[int, int]:
    """Row -> record, one to one, required rows first, each row's best record first."""
    wishes: dict[int, list[int]] = {}
    for i, row in enumerate(rows):
        near = [j for j, r in enumerate(records) if _overlap(text, row, r) and agrees(row, r)]
        wishes[i] = sorted(near, key=lambda j: _distance(rows[i], records[j], fields))
    taken: dict[int, int] = {}
    for i in sorted(wishes, key=lambda i: (rows[i].optional, _best(wishes, rows, records, i))):
        _place(i, wishes, taken, set())
    return {row: record for record, row in taken.items()}


def _best(wishes: dict[int, list[int]], rows: Any, records: Any, i: int) -> float:
    """Rows whose best record stands closest choose first."""
    return min((abs(records[j]["evidence"]["start"] - rows[i].start) for j in wishes[i]), default=0)


def _place(row: int, wishes: dict[int, list[int]], taken: dict[int, int], tried: set[int]) -> bool:
    """Give the row a record, moving earlier rows to others where they have one (Kuhn 1955)."""
    free = [record for record in wishes[row] if record not in taken]
    if free and free[0] == wishes[row][0]:
        taken[free[0]] = row
        return True
    for record in [*free, *(r for r in wishes[row] if r in taken)]:
        if record in tried:
            continue
        tried.add(record)
        if record not in taken or _place(taken[record], wishes, taken, tried):
            taken[record] = row
            return True
    return False


def _overlap(text: str, row: Row, record: Record) -> bool:
    start, end = sentence(text, row.start, row.end)
    quote = record["evidence"]
    return min(end, quote["end"]) > max(start, quote["start"])


def _distance(row: Row, record: Record, fields: Fields) -> tuple[float, int]:
    """How far a record is from a row: fields that differ, then characters apart."""
    wrong = sum(not test(row, record) for test in fields.values())
    return wrong, abs(record["evidence"]["start"] - row.start)
