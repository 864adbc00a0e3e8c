"""Views of the map: one a plan, each with a name that stands in links and in commands, and
the lines that are drawn with them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar


class Issued(Protocol):
    """A document of a place: `layers.plan.Plan` and `layers.provenance.PlanEntry` are."""

    @property
    def id(self) -> str:
        """The plan's name: shaoxing-2011-2015."""

    @property
    def issuer(self) -> str:
        """The GB/T 2260 code of the unit that issued it."""

    @property
    def issued(self) -> str:
        """When: YYYY, YYYY-MM or YYYY-MM-DD."""


Document = TypeVar("Document", bound=Issued)


def ordered(plans: Iterable[Document]) -> list[Document]:
    """Plans in the order of their views: the province before its cities, then by date."""
    return sorted(plans, key=lambda plan: (plan.issuer, plan.issued, plan.id))


def names(plans: Iterable[Issued]) -> dict[str, str]:
    """What the view of each plan is called, by the plan's id: the first word of the id, or
    all of it where that word is another plan's view or id.

    >>> from types import SimpleNamespace as Plan
    >>> old = Plan(id="hubei-2016", issuer="420000", issued="2016-03")
    >>> new = Plan(id="hubei-2021", issuer="420000", issued="2021-04")
    >>> names([new, old])
    {'hubei-2016': 'hubei', 'hubei-2021': 'hubei-2021'}
    >>> names([old, Plan(id="hubei", issuer="420100", issued="2016")])
    {'hubei-2016': 'hubei-2016', 'hubei': 'hubei'}
    """
    every = ordered(plans)
    taken = {plan.id for plan in every}
    made: dict[str, str] = {}
    for plan in every:
        short = plan.id.split("-")[0]
        made[plan.id] = plan.id if short in taken else short
        taken.add(short)
    return made


def views(plans: Iterable[Issued]) -> dict[str, str]:
    """The unit whose rows each view shows, by the view's name; the first shows everything,
    and its unit is empty.

    >>> from types import SimpleNamespace as Plan
    >>> city = Plan(id="shaoxing-2011-2015", issuer="330600", issued="2011")
    >>> views([city, Plan(id="zhejiang-2017-2020", issuer="330000", issued="2017")])
    {'zhejiang': '', 'shaoxing': '330600'}
    """
    every = ordered(plans)
    called = names(every)
    return {called[plan.id]: plan.issuer if plan is not every[0] else "" for plan in every}


def crossing(lines: Any, units: Any) -> Any:
    """The lines that meet the box round the units; both frames in WGS 84, longitude first.

    Without units no line is left.
    """
    west, south, east, north = units.total_bounds if len(units) else (0, 0, 0, 0)
    return lines.cx[west:east, south:north].reset_index(drop=True)
