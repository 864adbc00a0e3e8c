"""Checks of sums that a reader can follow: do the parts add up to the whole?

Every check names its figures, so that each addend leads to its sentence. What
must not be added is not: different measures, and headings that overlap because
they lie in one national class, make a sum that means nothing, and the check says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from layers.figures import Figure, amounts

if TYPE_CHECKING:
    import pandas as pd

Verdict = Literal["equal", "rounding", "differs", "not_addable", "no_total"]

_AREAS = {"集聚区": "agglomeration_area"}
"""What a count may be held against: the word counted and the kind of claim."""


@dataclass(frozen=True, slots=True)
class Group:
    """Parts in one measure, and their sum in yuan."""

    measure: str
    parts: tuple[Figure, ...]

    @property
    def added(self) -> float:
        """Sum of the parts in yuan."""
        return sum(part.cny or 0 for part in self.parts)


@dataclass(frozen=True, slots=True)
class Sum:
    """The amounts of one plan's industries in one year, beside its amount for all of them.

    `reported` tells facts from intentions; `total` is the plan's own amount, None
    where it gives none; `slack` how far rounding alone could move the sum, in yuan:
    half a last digit for each addend and for the total.
    """

    plan: str
    year: int
    reported: bool
    parts: tuple[Figure, ...]
    total: Figure | None

    @property
    def groups(self) -> tuple[Group, ...]:
        """The parts by what they measure, largest sum first."""
        measures = dict.fromkeys(part.measure for part in self.parts)
        found = [
            Group(m, tuple(part for part in self.parts if part.measure == m)) for m in measures
        ]
        return tuple(sorted(found, key=lambda group: -group.added))

    @property
    def overlaps(self) -> tuple[tuple[Figure, ...], ...]:
        """Headings that lie in one national class, so that one may hold the other."""
        codes = dict.fromkeys(part.code for part in self.parts if part.code.isdigit())
        found = (tuple(p for p in self.parts if p.code == code) for code in codes)
        return tuple(group for group in found if len(group) > 1)

    @property
    def above_size(self) -> tuple[Figure, ...]:
        """Parts that count only enterprises above designated size, where others do not."""
        found = tuple(part for part in self.parts if part.above_size)
        return found if len(found) < len(self.parts) else ()

    @property
    def added(self) -> float:
        """Sum of the parts in yuan, meaningful or not."""
        return sum(part.cny or 0 for part in self.parts)

    @property
    def difference(self) -> float | None:
        """Sum less total, in yuan; None without a total."""
        return None if self.total is None or self.total.cny is None else self.added - self.total.cny

    @property
    def slack(self) -> float:
        """How far rounding alone could move sum and total apart, in yuan."""
        figures = self.parts if self.total is None else (*self.parts, self.total)
        return sum((figure.resolution or 0) / 2 for figure in figures)

    @property
    def mixed(self) -> bool:
        """Whether the parts, or parts and total, measure different things."""
        return len(self.groups) > 1 or (
            self.total is not None and self.groups[0].measure != self.total.measure
        )

    @property
    def verdict(self) -> Verdict:
        """What the addition shows."""
        if self.mixed or self.overlaps:
            return "not_addable"
        if self.difference is None:
            return "no_total"
        if abs(self.difference) < 1:
            return "equal"
        return "rounding" if abs(self.difference) <= self.slack else "differs"


@dataclass(frozen=True, slots=True)
class Count:
    """A counted total (11个集聚区) held against the claims read from the same plan.

    `named` are the ids and names of the claims of that kind, with their industry.
    """

    plan: str
    total: Figure
    named: tuple[tuple[str, str, str], ...]

    @property
    def agrees(self) -> bool:
        """Whether as many are named as counted."""
        return len(self.named) == self.total.value


def sums(rows: Iterable[Figure]) -> tuple[Sum, ...]:
    """One check for each plan, year and kind of number that has at least two parts."""
    table: dict[tuple[str, int, bool], list[Figure]] = {}
    for row in amounts(tuple(rows)):
        if row.year is not None:
            table.setdefault((row.plan, row.year, row.reported), []).append(row)
    found = (_sum(*key, group) for key, group in table.items())
    return tuple(check for check in found if len(check.parts) > 1)


def counts(rows: Iterable[Figure], claims: pd.DataFrame) -> tuple[Count, ...]:
    """Counts of areas set for all industries, each held against the claims; once a plan."""
    found: dict[tuple[str, float], Count] = {}
    for row in rows:
        kind = next((k for word, k in _AREAS.items() if word in row.indicator + row.subject), None)
        if kind is not None and row.total and not row.threshold and row.unit in ("个", "大", "处"):
            found.setdefault((row.plan, row.value), Count(row.plan, row, _named(claims, row, kind)))
    return tuple(found.values())


def _named(claims: pd.DataFrame, row: Figure, kind: str) -> tuple[tuple[str, str, str], ...]:
    same = claims[(claims["plan"] == row.plan) & (claims["kind"] == kind)]
    return tuple(zip(same["id"], same["name"], same["industry"], strict=True))


def _sum(plan: str, year: int, reported: bool, group: list[Figure]) -> Sum:
    totals = [row for row in group if row.total]
    return Sum(
        plan=plan,
        year=year,
        reported=reported,
        parts=_once(row for row in group if not row.total),
        total=max(totals, key=lambda row: row.cny or 0, default=None),
    )


def _once(parts: Iterable[Figure]) -> tuple[Figure, ...]:
    """One figure a heading: the first of those that set the same amount, else the largest."""
    table: dict[str, Figure] = {}
    for part in parts:
        held = table.get(part.industry)
        if held is None or (part.cny or 0) > (held.cny or 0):
            table[part.industry] = part
    return tuple(table.values())
