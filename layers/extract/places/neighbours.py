"""Units of another province that a list of the issuer's own names in full.

A plan for a forest reaches into the next province (伊春、黑河市、呼伦贝尔市). Such a name
counts where half of the list is the issuer's own, just one unit of the country bears it, and it
lies near.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from layers.extract.places.entities import Entity, Group
from layers.extract.places.toponyms import Resolver, has_ending, is_unit

if TYPE_CHECKING:
    from geo.place import Place

NEAR_M = 450_000
"""How far a unit of another province may lie from the nearest of the list's own."""
_LIST = 3
"""Names that make a list."""


def unit_elsewhere(entity: Entity) -> Place | None:
    """The one unit of the country that a refused name, or one of another province, may mean."""
    if entity.failed is not None:
        told = entity.failed.candidates
    else:
        told = entity.places if entity.outside else ()
    units = [p for p in told if is_unit(p)]
    return units[0] if len(units) == 1 else None


def is_near(resolver: Resolver, unit: Place, ours: Iterable[Place]) -> bool:
    """Whether a unit lies within reach of any of the list's own."""
    distance = resolver.gazetteer.distance_m
    return any(distance(unit, place) <= NEAR_M for place in ours)


def moved(entity: Entity) -> Entity:
    """The entity as a place of the list, though it lies in another province."""
    unit = unit_elsewhere(entity)
    return replace(entity, places=(unit,) if unit else (), outside=False, failed=None)


def joined(group: Group, resolver: Resolver) -> Group:
    """The group with its neighbours of other provinces that the text names in full."""
    own = [e.places[0] for e in group.entities if e.places and not e.outside]
    if len(group.entities) < _LIST or len(own) * 2 < len(group.entities):
        return group
    if len(own) == len(group.entities):
        return group
    for at, entity in enumerate(group.entities):
        unit = unit_elsewhere(entity) if has_ending(entity.name) else None
        if unit is not None and unit.level != "province" and is_near(resolver, unit, own):
            group.entities[at] = moved(entity)
            own.append(unit)
    return group
