"""Targets onto claims, by one declared rule; a number keeps its scope.

A target is joined to a claim when
(a) its scope is one of the claim's own units or an ancestor of them,
(b) its industry is the claim's, or 总体, and
(c) it comes from the same plan or, kept apart as `upper`, from the plan of a
    unit that encloses the claim's issuer.
Within a plan the plan's own heading decides (b), so that 物联网 never takes the
number of 信息技术; between plans the national code does, and only downward: a
number for class 1 holds above a claim of 1.5, never the other way round.
Nothing is summed. Of the joined targets one is shown: the claim's own industry
before 总体, the scale of the industry in yuan before other numbers, the nearest
scope before wider ones, then the latest year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from layers.indicators import family
from layers.records import Claim, Member, Target

TOTAL = "总体"
GROWING = ("scale", "value_added", "gdp", "investment", "trade")
"""Families whose baseline and target imply a growth."""

Chain = Callable[[Member], tuple[str, ...]]
"""From a member to the codes of the date that hold it, nearest first."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What holds at a claim: `targets` of its own plan, `upper` of enclosing units' plans.

    `shown` is the one to show, `baseline` the report that it grows from, both None
    where there is none; `growth` the implied yearly growth as a fraction.
    """

    targets: tuple[Target, ...] = ()
    shown: Target | None = None
    baseline: Target | None = None
    growth: float | None = None
    growth_note: str = ""
    upper: tuple[Target, ...] = ()
    upper_shown: Target | None = None


def codes_of(members: Iterable[Member], chain: Chain) -> tuple[str, ...]:
    """Codes of the units that hold these members and of all above, nearest first."""
    chains = [chain(member) for member in members]
    longest = max(map(len, chains), default=0)
    ranked = [codes[depth] for depth in range(longest) for codes in chains if depth < len(codes)]
    return tuple(dict.fromkeys(ranked))


def join(claim: Claim, own: Iterable[Target], upper: Iterable[Target], chain: Chain) -> Joined:
    """Join a claim with its own plan's targets and those of enclosing units' plans."""
    codes = codes_of(claim.members, chain)
    here = tuple(t for t in own if holds(t, codes) and same_industry(claim, t))
    above = tuple(t for t in upper if holds(t, codes) and enclosing_class(claim, t))
    shown = show(claim, here, codes)
    baseline = _baseline(shown, here) if shown else None
    return Joined(
        targets=here,
        shown=shown,
        baseline=baseline,
        growth=growth(baseline, shown),
        growth_note=_growth_note(baseline, shown),
        upper=above,
        upper_shown=show(claim, above, codes),
    )


def holds(target: Target, codes: tuple[str, ...]) -> bool:
    """Rule (a): the target speaks of a unit that holds the claim."""
    return any(unit.code in codes for unit in target.scope)


def same_industry(claim: Claim, target: Target) -> bool:
    """Rule (b) within a plan: the same heading, or 总体."""
    return target.industry in (claim.industry, TOTAL)


def enclosing_class(claim: Claim, target: Target) -> bool:
    """Rule (b) between plans: a national code at or above one of the claim's, or 总体."""
    if target.industry == TOTAL:
        return True
    return any(
        code == above or code.startswith(f"{above}.")
        for code in claim.industry_codes
        for above in target.industry_codes
    )


def show(claim: Claim, targets: Iterable[Target], codes: tuple[str, ...]) -> Target | None:
    """The one intended number to show for a claim; None where nothing is intended."""
    intended = [target for target in targets if target.modality != "actual"]
    return min(intended, key=lambda target: _rank(claim, target, codes), default=None)


def _rank(claim: Claim, target: Target, codes: tuple[str, ...]) -> tuple[int, ...]:
    scale = family(target.indicator, target.unit_base) == "scale" and target.unit_base == "yuan"
    depth = min(codes.index(unit.code) for unit in target.scope if unit.code in codes)
    return (
        int(target.industry == TOTAL),
        int(not scale),
        int(target.threshold is not None),
        depth,
        -(last_year(target) or 0),
        target.evidence.start,
    )


def last_year(target: Target) -> int | None:
    """The year of a target, or the last one of its period."""
    return target.year[1] if isinstance(target.year, tuple) else target.year


def _baseline(shown: Target, targets: Iterable[Target]) -> Target | None:
    reported = [target for target in targets if _is_baseline(target, shown)]
    return max(reported, key=lambda t: (last_year(t) or 0, -t.evidence.start), default=None)


def _is_baseline(target: Target, shown: Target) -> bool:
    year, goal = last_year(target), last_year(shown)
    return (
        target.modality == "actual"
        and target.threshold is None
        and (target.industry, target.unit_base) == (shown.industry, shown.unit_base)
        and _family(target) == _family(shown)
        and _scope(target) == _scope(shown)
        and year is not None
        and goal is not None
        and year < goal
    )


def _family(target: Target) -> str:
    return family(target.indicator, target.unit_base)


def _scope(target: Target) -> frozenset[str]:
    return frozenset(unit.code or unit.name for unit in target.scope)


def growth(baseline: Target | None, shown: Target | None) -> float | None:
    """The yearly growth that leads from one amount to the other, as a fraction.

    None where there is no baseline, or where a count or a rate would make it
    meaningless.
    """
    if baseline is None or shown is None or _family(shown) not in GROWING:
        return None
    start, goal = last_year(baseline), last_year(shown)
    if start is None or goal is None or baseline.value_base <= 0 or shown.value_base <= 0:
        return None
    yearly: float = (shown.value_base / baseline.value_base) ** (1 / (goal - start)) - 1
    return round(yearly, 6)


def _growth_note(baseline: Target | None, shown: Target | None) -> str:
    if growth(baseline, shown) is None or baseline is None or shown is None:
        return ""
    if baseline.indicator == shown.indicator:
        return f"同一指标：{shown.indicator}"
    return f"口径不同：基期为{baseline.indicator}，目标为{shown.indicator}，增速仅供参考"
