"""Where each industry stands and is to go: baseline, goals and the growth between them.

A course belongs to one heading of one plan; courses of several plans are aligned by
the national class. Amounts of different courses are never added here; what can be
added, and what cannot, is the business of `layers.sums`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from layers.figures import Figure, amounts
from layers.styles import CLASSES

ORDER = {entry.code: place for place, entry in enumerate(CLASSES)}
"""Place of each national class in tables and charts."""


@dataclass(frozen=True, slots=True)
class Goal:
    """An intended amount; `figures` are the sentences that set it, the first one first.

    The same amount set twice (in the aims and under its industry) is one goal.
    """

    year: int | None
    cny: float
    figures: tuple[Figure, ...]

    @property
    def figure(self) -> Figure:
        """The sentence that is shown."""
        return self.figures[0]


@dataclass(frozen=True, slots=True)
class Course:
    """One heading of one plan: reported baseline, goals by year, required growth.

    `growth` is the yearly growth (fraction) that leads from the baseline to the
    last goal, None where the plan reports no baseline; `stated` the growth that
    the plan itself sets. `heading_at_baseline` is another heading under which the
    plan reports the baseline (电子信息 for 新兴信息), else "".
    """

    plan: str
    industry: str
    code: str
    baseline: Figure | None
    goals: tuple[Goal, ...]
    stated: Figure | None = None
    heading_at_baseline: str = ""

    @property
    def last(self) -> Goal | None:
        """The goal of the latest year."""
        return self.goals[-1] if self.goals else None

    @property
    def issuer(self) -> str:
        """The name of the plan's issuer."""
        figure = self.baseline or (self.goals[0].figure if self.goals else None)
        return figure.issuer if figure else ""

    @property
    def growth(self) -> float | None:
        """Required yearly growth as a fraction, None without baseline, goal or years.

        (goal / baseline) ** (1 / years) - 1.
        """
        goal, base = self.last, self.baseline
        if goal is None or base is None or base.cny is None or base.cny <= 0 or goal.cny <= 0:
            return None
        if base.year is None or goal.year is None or goal.year <= base.year:
            return None
        return float((goal.cny / base.cny) ** (1 / (goal.year - base.year)) - 1)

    @property
    def same_measure(self) -> bool:
        """Whether baseline and goal measure the same thing (销售收入 and 产值 do not)."""
        goal, base = self.last, self.baseline
        return goal is None or base is None or goal.figure.measure == base.measure


def courses(rows: Iterable[Figure]) -> tuple[Course, ...]:
    """The courses in all plans, by class, then in the order of the plan."""
    rows = tuple(rows)
    found = [
        _course(plan, industry, group, rows)
        for (plan, industry), group in _grouped(amounts(rows)).items()
    ]
    return tuple(sorted(_joined(found), key=lambda course: ORDER.get(course.code, len(ORDER))))


def aligned(found: Iterable[Course]) -> dict[str, dict[str, tuple[Course, ...]]]:
    """Courses by national class, then by plan; classes in the order of the classification."""
    table: dict[str, dict[str, tuple[Course, ...]]] = {}
    for course in sorted(found, key=lambda c: ORDER.get(c.code, len(ORDER))):
        row = table.setdefault(course.code, {})
        row[course.plan] = (*row.get(course.plan, ()), course)
    return table


def others(rows: Iterable[Figure]) -> tuple[Figure, ...]:
    """Everything that is no amount of a whole industry: counts, shares, capacity, firms."""
    rows = tuple(rows)
    shown = {figure.id for figure in amounts(rows)}
    return tuple(row for row in rows if row.id not in shown)


def _grouped(rows: Iterable[Figure]) -> dict[tuple[str, str], tuple[Figure, ...]]:
    table: dict[tuple[str, str], tuple[Figure, ...]] = {}
    for row in rows:
        key = (row.plan, row.industry)
        table[key] = (*table.get(key, ()), row)
    return table


def _course(
    plan: str, industry: str, group: tuple[Figure, ...], rows: tuple[Figure, ...]
) -> Course:
    reported = [row for row in group if row.reported]
    intended = [row for row in group if not row.reported]
    stated = [
        row
        for row in rows
        if (row.plan, row.industry, row.family) == (plan, industry, "growth")
        and row.whole
        and not row.reported
    ]
    return Course(
        plan=plan,
        industry=industry,
        code=group[0].code,
        baseline=max(reported, key=lambda row: (row.year or 0, row.cny or 0), default=None),
        goals=_goals(intended),
        stated=stated[0] if stated else None,
    )


def _goals(intended: list[Figure]) -> tuple[Goal, ...]:
    def key(row: Figure) -> tuple[int, float]:
        return (row.year or 0, row.cny or 0)

    return tuple(
        Goal(year or None, cny, tuple(same))
        for (year, cny), same in groupby(sorted(intended, key=key), key)
    )


def _joined(found: list[Course]) -> list[Course]:
    """Bring a baseline under another heading of the same class to its goals.

    Done only where it cannot be mistaken: one course of the plan's class has
    goals and no baseline, one other a baseline and no goals.
    """
    table: dict[tuple[str, str], list[Course]] = {}
    for course in found:
        table.setdefault((course.plan, course.code), []).append(course)
    return [course for group in table.values() for course in _one(group)]


def _one(group: list[Course]) -> list[Course]:
    headless = [course for course in group if course.baseline is None and course.goals]
    endless = [course for course in group if course.baseline is not None and not course.goals]
    if len(group) != 2 or len(headless) != 1 or len(endless) != 1:
        return group
    base = endless[0]
    return [replace(headless[0], baseline=base.baseline, heading_at_baseline=base.industry)]
