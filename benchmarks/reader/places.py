"""How many of the units that the annotated sentences name a tool found, and what besides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.reader.annotations import Annotated
from benchmarks.reader.texts import Group, groups
from geo.errors import UnknownCode
from geo.gazetteer import Gazetteer

Found = Sequence[tuple[int, int, Sequence[str]]]


@dataclass(frozen=True)
class Tally:
    """Units needed and found, units named and right, sentence groups wholly right.

    `abroad` are units named anywhere in the texts that lie in another province than
    the issuer and that no annotation allows.
    """

    needed: int = 0
    found: int = 0
    named: int = 0
    right: int = 0
    groups: int = 0
    whole: int = 0
    abroad: tuple[str, ...] = ()

    @property
    def recall(self) -> float:
        return self.found / self.needed if self.needed else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.named if self.named else 0.0

    @property
    def f1(self) -> float:
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.needed + other.needed,
            self.found + other.found,
            self.named + other.named,
            self.right + other.right,
            self.groups + other.groups,
            self.whole + other.whole,
            self.abroad + other.abroad,
        )


def tally(plan: Annotated, found: Found, gazetteer: Gazetteer) -> Tally:
    """Compare what a tool found in a plan with what its annotated sentences name."""
    today = [(a, b, _today(codes, plan.issued, gazetteer)) for a, b, codes in found]
    wanted = groups(plan)
    total = sum((_group(group, _within(group, today)) for group in wanted), Tally())
    return total + Tally(abroad=tuple(_abroad(plan, wanted, today)))


def _group(group: Group, named: frozenset[str]) -> Tally:
    right = named & (group.needed | group.allowed)
    return Tally(
        needed=len(group.needed),
        found=len(group.needed & named),
        named=len(named),
        right=len(right),
        groups=1,
        whole=int(group.needed <= named and right == named),
    )


def _within(group: Group, found: Iterable[tuple[int, int, set[str]]]) -> frozenset[str]:
    inside = (codes for a, b, codes in found if a < group.end and b > group.start)
    return frozenset(code for codes in inside for code in codes)


def _abroad(
    plan: Annotated, wanted: Sequence[Group], found: Iterable[tuple[int, int, set[str]]]
) -> Iterable[str]:
    for start, end, codes in found:
        allowed = {
            code
            for group in wanted
            if start < group.end and end > group.start
            for code in group.needed | group.allowed
        }
        yield from (c for c in sorted(codes - allowed) if c[:2] != plan.issuer[:2])


def _today(codes: Iterable[str], issued: str, gazetteer: Gazetteer) -> set[str]:
    """Codes of the plan's date, or of a package's own data, as today's."""
    return {today for code in codes for today in _successors(code[:6], issued, gazetteer)}


def _successors(code: str, issued: str, gazetteer: Gazetteer) -> Sequence[str]:
    for as_of in (None, issued, "2020"):
        try:
            return gazetteer.unit(code, as_of).code_today[:1] or (code,)
        except UnknownCode:
            continue
    return (code,)
