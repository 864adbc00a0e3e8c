"""Whose towns they are that a list names after a county's: 柯城区石梁镇、沟溪乡."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from layers.extract.patterns import compiled
from layers.extract.places.entities import Entity
from layers.extract.places.toponyms import TOWNS, Resolver

if TYPE_CHECKING:
    from geo.place import Place

_BARE = compiled(r"[\u4e00-\u9fff]{1,5}(?:镇|乡|街道|苏木|农场|林场)")
"""The name of a town without its county."""


def in_counties(
    named: Sequence[Entity | None], names: Sequence[str], resolver: Resolver
) -> list[Entity | None]:
    """The entities of a list, bare towns in the county of those before them, also where another
    county alone is known to have one of that name; `names` are as the text has them."""
    county, found = None, list(named)
    for at, (entity, name) in enumerate(zip(named, names, strict=True)):
        if entity is None:
            continue
        held = _county(entity, name, county, resolver)
        if held is None and county is not None and _BARE.fullmatch(name):
            found[at] = replace(entity, places=(county,), failed=None)
        else:
            county = held
    return found


def _county(entity: Entity, name: str, before: Place | None, resolver: Resolver) -> Place | None:
    """The county that the name of a town begins with, or that of the town before it."""
    place = entity.places[0] if entity.places else None
    if place is None or place.within is None or place.level != "town":
        opens = place is not None and place.level == "county" and name.endswith(TOWNS)
        return place if opens else None  # 秦安县西川镇, whose town nobody knows
    county = resolver.gazetteer.find_unit(place.within, resolver.issued)
    return county if county == before or name.startswith(county.name[:2]) else None
