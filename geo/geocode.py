"""One name, one date, one place; or an error that lists what it could have been.

Nothing is fuzzy and nothing is ranked by fame. Two conventions decide between
readings, both of which a reader of Chinese takes for granted: a unit, region or
zone goes before a town of the same short name, and an official name before a
short one. Whatever they leave open is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from math import cos, radians

from geo.errors import Ambiguous, Expired, NotFound
from geo.gazetteer import Gazetteer, date, distance_m
from geo.place import Level, Place

LONGEST = 40
"""Characters; the longest name of the gazetteer has 25."""

COMPOSITE = range(2, 7)
"""Characters of a string of one-character short forms (嵊新, 呼包鄂乌)."""

CITY_PROPER = re.compile(r"(.+市)(市区|城区)|(.+)市区")
DEGREE_M = 111_195.0


def geocode(
    gazetteer: Gazetteer,
    name: str,
    as_of: str | int | None = None,
    within: str | None = None,
) -> Place:
    """The place that `name` stood for on the date `as_of` (None: today), inside
    the unit with the code `within` (None: anywhere in China).

    Strings of short forms (绍虞), a city proper (绍兴市区) and a name behind that
    of its unit (浙江绍兴) are understood. Raises `NotFound`, `Expired`,
    `Ambiguous`, `UnknownCode` or `InvalidDate`.

    >>> gazetteer = Gazetteer.from_data()
    >>> geocode(gazetteer, "绍兴县", 2011).code_today
    ('330603',)
    >>> geocode(gazetteer, "绍虞", 2011).members
    ('330621', '330682')
    """
    when, name = date(as_of), name.strip() if len(name) <= LONGEST else name
    outer = None if within is None else gazetteer.unit(within, when)
    if not name or len(name) > LONGEST:
        raise NotFound(name, when, outer)
    found = _readings(gazetteer, name, when, outer)
    if len(found) == 1:
        return _on_date(gazetteer, found[0], when)
    if found:
        raise Ambiguous(name, when, found, [_above(gazetteer, place) for place in found])
    _refuse_expired(gazetteer, name, when, outer)
    raise NotFound(name, when, outer)


def _above(gazetteer: Gazetteer, place: Place) -> str:
    """`南京市 320100`: the unit in which the place lies; "" where none is known."""
    code = next(iter(place.parents), place.within)
    unit = gazetteer.find_unit(code) if code else None
    return f"{unit.name} {unit.code}" if unit else ""


def _readings(
    gazetteer: Gazetteer, name: str, when: str | None, outer: Place | None
) -> Sequence[Place]:
    """The readings that the conventions leave, by the first way of reading that has any."""
    named = _inside(gazetteer, gazetteer.readings(name, when), outer)
    if named:
        return preferred(named, name)
    if proper := _city_proper(gazetteer, name, when, outer):
        return proper
    if qualified := _qualified(gazetteer, name, when, outer):
        return qualified
    if gazetteer.bearers(name):
        return ()
    return _composites(gazetteer, name, when, outer)


def preferred(readings: Sequence[Place], name: str) -> Sequence[Place]:
    """Units, regions and zones before towns; then official names before short ones.

    >>> gazetteer = Gazetteer.from_data()
    >>> [p.name for p in preferred(gazetteer.readings("新昌", "2011"), "新昌")]
    ['新昌县']
    """
    larger = [place for place in readings if place.level != "town"] or list(readings)
    return [place for place in larger if place.name == name] or larger


def _inside(
    gazetteer: Gazetteer, places: Iterable[Place], outer: Place | None
) -> tuple[Place, ...]:
    if outer is None:
        return tuple(places)
    return tuple(place for place in places if gazetteer.encloses(outer, place))


def _city_proper(
    gazetteer: Gazetteer, name: str, when: str | None, outer: Place | None
) -> list[Place]:
    """绍兴市区: the districts of the prefecture on the date."""
    match = CITY_PROPER.fullmatch(name)
    if match is None:
        return []
    city = match[1] or match[3] + "市"
    found = []
    for place in _inside(gazetteer, gazetteer.readings(city, when), outer):
        districts = [p for p in gazetteer.children(place.code, when) if p.name.endswith("区")]
        if place.level == "prefecture" and districts:
            found.append(combined(name, districts))
    return found


def _qualified(
    gazetteer: Gazetteer, name: str, when: str | None, outer: Place | None
) -> Sequence[Place]:
    """浙江省绍兴市诸暨市, 浙江绍兴: the longest head whose unit holds a bearer of the rest."""
    for cut in range(len(name) - 2, 1, -1):
        rest, found = name[cut:], dict[str, Place]()
        for head in _inside(gazetteer, gazetteer.readings(name[:cut], when), outer):
            if head.code and head.id != (outer and outer.id):
                tails = _inside(gazetteer, gazetteer.readings(rest, when), head)
                inner = tails or _qualified(gazetteer, rest, when, head)
                found |= {tail.id: tail for tail in inner if tail.id != head.id}
        if found:
            return preferred(list(found.values()), rest)
    return ()


def _composites(
    gazetteer: Gazetteer, name: str, when: str | None, outer: Place | None
) -> list[Place]:
    """嵊新, 湘琼: one unit for each character, all side by side in the same unit.

    Without an enclosing unit only conventional short forms count: any two
    characters are the first ones of some pair of counties.
    """
    if len(name) not in COMPOSITE:
        return []
    within = outer.code if outer else None
    conventional = gazetteer.conventional if outer is None else gazetteer.short
    parts = [conventional(character, within, when) for character in name]
    combinations = [
        choice
        for choice in product(*parts)
        if len({place.id for place in choice}) == len(name)
        and len({place.parents[:1] for place in choice}) == 1
    ]
    return [combined(name, choice) for choice in combinations[:LONGEST]]


def combined(name: str, parts: Sequence[Place]) -> Place:
    """One place out of several; a single part keeps its code and takes the name.

    The circle (`lon`, `lat`, `uncertainty_m`) holds the circles of all parts.
    """
    first = parts[0]
    if len(parts) == 1:
        return replace(first, name=name, members=(first.id,))
    level: Level = "region"
    lon, lat, radius = enclosing_circle(parts)
    return Place(
        id="+".join(part.id for part in parts),
        name=name,
        level=level,
        code=None,
        code_today=tuple(dict.fromkeys(c for part in parts for c in part.code_today)),
        parents=first.parents,
        within=None,
        valid_from=max((p.valid_from for p in parts if p.valid_from), default=None),
        valid_to=min((p.valid_to for p in parts if p.valid_to), default=None),
        lon=lon,
        lat=lat,
        uncertainty_m=radius,
        source="; ".join(dict.fromkeys(part.source for part in parts)),
        confidence=min((part.confidence for part in parts), key=CONFIDENCE.index),
        members=tuple(part.id for part in parts),
    )


CONFIDENCE = ("none", "low", "medium", "high", "official")


def enclosing_circle(
    places: Sequence[Place],
) -> tuple[float | None, float | None, int | None]:
    """(lon, lat, radius in metres) that holds the circles of all places that have one.

    The centre is the middle of the circles' bounding box; (None, None, None)
    where no place has a point.

    >>> gazetteer = Gazetteer.from_data()
    >>> pair = [gazetteer.unit("330621", 2011), gazetteer.unit("330682", 2011)]
    >>> lon, lat, radius = enclosing_circle(pair)
    >>> all(distance_m((lon, lat), (p.lon, p.lat)) + p.uncertainty_m <= radius for p in pair)
    True
    """
    circles = [
        (place.lon, place.lat, place.uncertainty_m or 0)
        for place in places
        if place.lon is not None and place.lat is not None
    ]
    if not circles:
        return None, None, None
    south = min(lat - r / DEGREE_M for _, lat, r in circles)
    north = max(lat + r / DEGREE_M for _, lat, r in circles)
    wide = DEGREE_M * cos(radians((south + north) / 2))
    west = min(lon - r / wide for lon, _, r in circles)
    east = max(lon + r / wide for lon, _, r in circles)
    lon, lat = round((west + east) / 2, 5), round((south + north) / 2, 5)
    far = max(distance_m((lon, lat), (x, y)) + r for x, y, r in circles)
    return lon, lat, int(far) + 1


def _on_date(gazetteer: Gazetteer, place: Place, when: str | None) -> Place:
    """The place with the units that were in force on the date as its members."""
    if not place.members or place.level == "country":
        return place
    held = dict.fromkeys(unit.id for unit in gazetteer.members(place, when))
    return replace(place, members=tuple(held))


def _refuse_expired(gazetteer: Gazetteer, name: str, when: str | None, outer: Place | None) -> None:
    """Raise `Expired` where the name was in force at another time."""
    others = [place for place in gazetteer.bearers(name) if not place.in_force(when)]
    if outer is not None:
        others = [place for place in others if gazetteer.encloses(outer, place)]
    if not others:
        return
    grounds = dict.fromkeys(code for place in others for code in ground_codes(place))
    successors = {p.id: p for code in grounds for p in gazetteer.ground(code, when)}
    raise Expired(name, when, others, list(successors.values()))


def ground_codes(place: Place) -> tuple[str, ...]:
    """Today's codes on which a place lies: its own, or that of the county that holds it."""
    return place.code_today or ((place.within,) if place.within else ())
