"""Two plans, or two places, side by side; and where one plan answers another.

A side is a choice of claims and targets. Sides are laid against each other by
national class, each with its own headings, so that 信息技术 stands beside 新兴信息.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from layers.balance import ORDER, Course, courses
from layers.figures import Figure, figures, split

if TYPE_CHECKING:
    import pandas as pd

    from layers.industry import Taxonomy

_MACHINES = re.compile(r"(?:装备|机械|设备|制造|产品|产业)+$")
"""Endings that do not tell one industry from another: 纺织装备 and 纺织机械 are one."""


@dataclass(frozen=True, slots=True)
class Named:
    """One claim in the fields that a comparison shows."""

    id: str
    plan: str
    name: str
    kind: str
    status: str
    industry: str
    code: str
    codes: tuple[str, ...]
    focus: tuple[str, ...]
    members: tuple[str, ...]
    member_codes: tuple[str, ...]
    place_codes: tuple[str, ...]
    quote: str
    start: int
    section: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a comparison says: its claims and its numbers."""

    claims: tuple[Named, ...]
    figures: tuple[Figure, ...]

    @property
    def classes(self) -> tuple[str, ...]:
        """The national classes that it names, in the order of the classification."""
        found = {c.code for c in self.claims} | {f.code for f in self.figures}
        return tuple(sorted(found, key=lambda code: ORDER.get(code, len(ORDER))))


@dataclass(frozen=True, slots=True)
class Half:
    """One side's part of one class: headings, focus, claims, course of amounts, other numbers."""

    headings: tuple[str, ...]
    focus: tuple[str, ...]
    claims: tuple[Named, ...]
    courses: tuple[Course, ...]
    figures: tuple[Figure, ...]

    def __bool__(self) -> bool:
        return bool(self.claims or self.figures)


@dataclass(frozen=True, slots=True)
class Facing:
    """One national class on both sides."""

    code: str
    left: Half
    right: Half


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim of the upper plan on the lower plan's ground, and what that plan says to it.

    `direct` are the lower plan's claims that share an industry word with it
    (`words`); `same_class` the others in the same national class.
    """

    claim: Named
    words: tuple[str, ...]
    direct: tuple[Named, ...]
    same_class: tuple[Named, ...]


def named(claims: pd.DataFrame) -> tuple[Named, ...]:
    """The rows of `claims` (or of the claims in `unlocated`) in their order."""
    rows: list[dict[Any, Any]] = claims.to_dict("records")
    return tuple(_named(row) for row in rows)


def side(
    claims: pd.DataFrame, targets: pd.DataFrame, plan: str | None = None, place: str | None = None
) -> Side:
    """What is said in one plan, of one place (a code; everything inside it), or both.

    A place's numbers are those whose scope is the place or lies inside it: the
    number of an enclosing unit is not the place's own.
    """
    mine = tuple(c for c in named(claims) if _chosen(c.plan, c.place_codes, plan, place))
    rows = targets if plan is None else targets[targets["plan"] == plan]
    if place is not None:
        rows = rows[[place in split(codes) for codes in rows["place_codes"]]]
    return Side(mine, figures(rows))


def facing(left: Side, right: Side) -> tuple[Facing, ...]:
    """Both sides by national class, in the order of the classification."""
    codes = dict.fromkeys((*left.classes, *right.classes))
    ordered = sorted(codes, key=lambda code: ORDER.get(code, len(ORDER)))
    return tuple(Facing(code, half(left, code), half(right, code)) for code in ordered)


def half(whole: Side, code: str) -> Half:
    """One side's part of one national class."""
    claims = tuple(c for c in whole.claims if c.code == code)
    numbers = tuple(f for f in whole.figures if f.code == code)
    headings = (*(f.industry for f in numbers), *(c.industry for c in claims))
    return Half(
        headings=tuple(dict.fromkeys(headings)),
        focus=tuple(dict.fromkeys(word for claim in claims for word in claim.focus)),
        claims=claims,
        courses=courses(numbers),
        figures=numbers,
    )


def answers(
    upper: Iterable[Named], lower: Iterable[Named], ground: str, taxonomy: Taxonomy
) -> tuple[Answer, ...]:
    """Where the upper plan names the lower plan's ground, and the lower plan's answers.

    `ground` is the code of the lower plan's issuer. A claim of the upper plan
    counts where the ground, or a unit inside it, is one of its own units.
    """
    below = tuple(lower)
    return tuple(_answer(claim, below, taxonomy) for claim in upper if ground in claim.place_codes)


def _answer(claim: Named, below: tuple[Named, ...], taxonomy: Taxonomy) -> Answer:
    wanted = _industries(claim, taxonomy)
    shared = {other.id: wanted & _industries(other, taxonomy) for other in below}
    direct = tuple(other for other in below if shared[other.id])
    words = dict.fromkeys(word for other in direct for word in sorted(shared[other.id]))
    rest = (other for other in below if other.code == claim.code and not shared[other.id])
    return Answer(claim, tuple(words), direct, tuple(rest))


def _industries(claim: Named, taxonomy: Taxonomy) -> frozenset[str]:
    """What it concentrates on, in industry words without their endings.

    The quote is asked only where the plan gives no focus, and the words of the
    heading itself, which every claim under it shares, are left out.
    """
    text = "；".join((claim.name, *(claim.focus or (claim.quote,))))
    found = {_MACHINES.sub("", text[start:end]) for start, end, _ in taxonomy.find(text)}
    return frozenset(word for word in found if len(word) > 1 and word not in claim.industry)


def _chosen(own_plan: str, codes: tuple[str, ...], plan: str | None, place: str | None) -> bool:
    return (plan is None or own_plan == plan) and (place is None or place in codes)


def _named(row: dict[Any, Any]) -> Named:
    return Named(
        id=row["id"],
        plan=row["plan"],
        name=row["name"],
        kind=row["kind"],
        status=row["status"],
        industry=row["industry"],
        code=row["industry_class"],
        codes=split(row["industry_codes"]),
        focus=split(row["focus"]),
        members=split(row["members"]),
        member_codes=split(row["member_codes"]),
        place_codes=split(row["place_codes"]),
        quote=row["evidence_exact"],
        start=int(row["evidence_start"]),
        section=row["section"] if isinstance(row["section"], str) else "",
    )
