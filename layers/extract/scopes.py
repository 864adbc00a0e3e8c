"""Whose number it is: the units that a clause speaks of, else the plan's issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import GeoError
from layers.extract.clauses import Clause
from layers.records import Member

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from layers.industry import Taxonomy
    from layers.plan import Plan, Sentence


class Scopes:
    """Resolves the scope of numbers of one plan."""

    def __init__(self, plan: Plan, gazetteer: Gazetteer, taxonomy: Taxonomy) -> None:
        self.plan = plan
        self.home = (_home(gazetteer, plan),) if gazetteer is not None else ()

    def of(self, sentence: Sentence, clause: Clause) -> tuple[Member, ...]:
        """The units that the numbers of a clause speak of."""
        return self.home


def _home(gazetteer: Gazetteer, plan: Plan) -> Member:
    try:
        unit = gazetteer.unit(plan.issuer, plan.issued)
    except GeoError:
        unit = gazetteer.unit(plan.issuer)
    today = unit.code_today[0] if unit.code_today else unit.code
    return Member(unit.name, unit.code, today)
