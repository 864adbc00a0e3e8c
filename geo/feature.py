"""A place as one GeoJSON Feature (RFC 7946: WGS 84, right-hand rule, 6 decimals).

The geometry is the outline on the date where there is one, the course of a
line, else a point with its radius in `uncertainty_m`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.coverage import DATA, Coverage
from geo.gazetteer import Gazetteer, date
from geo.geocode import ground_codes
from geo.place import Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

DECIMALS = 6
GRID_DEGREES = 10.0**-DECIMALS
PRECISION = {
    "country": "province",
    "province": "province",
    "prefecture": "prefecture",
    "county": "county",
    "town": "town",
    "zone": "zone",
    "institution": "point",
    "enterprise": "point",
    "line": "line",
}
"""Level of a place -> precision of the contract; a region has that of its members."""

Members = list[dict[str, str | None]]


def feature(
    gazetteer: Gazetteer,
    place: Place,
    as_of: str | int | None = None,
    coverage: Coverage | None = None,
) -> dict[str, Any]:
    """The Feature of `jiqun geocode` for a place on a date (None: today).

    `coverage` is read where it is needed and not given.

    >>> gazetteer = Gazetteer.from_data()
    >>> found = feature(gazetteer, gazetteer.get("paojiang"), "2011")
    >>> found["geometry"]["type"], [m["name"] for m in found["properties"]["members"]]
    ('Point', ['越城区'])
    """
    when = date(as_of)
    shape = _shape(gazetteer, place, when, coverage)
    found: dict[str, Any] = {"type": "Feature", "id": place.id}
    if shape is not None:
        found["bbox"] = [round(edge, DECIMALS) for edge in shape.bounds]
    found["geometry"] = None if shape is None else geometry(shape)
    found["properties"] = properties(gazetteer, place, when)
    return found


def properties(gazetteer: Gazetteer, place: Place, when: str | None) -> dict[str, Any]:
    """The properties of the contract, then what else is known about the place."""
    return {
        "name": place.name,
        "code": place.code,
        "code_today": place.code_today[0] if place.code_today and place.code else None,
        "level": place.level,
        "precision": precision(gazetteer, place),
        "uncertainty_m": place.uncertainty_m,
        "source": place.source,
        "valid_from": place.valid_from,
        "valid_to": place.valid_to,
        "members": members(gazetteer, place, when),
        "lon": place.lon,
        "lat": place.lat,
        "codes_today": list(place.code_today),
        "within": place.within,
        "confidence": place.confidence,
        "note": place.note,
    }


def precision(gazetteer: Gazetteer, place: Place) -> str:
    """One of the contract's words.

    >>> gazetteer = Gazetteer.from_data()
    >>> precision(gazetteer, gazetteer.get("changsanjiao"))
    'province'
    """
    if place.level != "region":
        return PRECISION[place.level]
    found = {PRECISION[gazetteer.get(key).level] for key in place.members}
    if found == {"county"}:
        return "counties"
    return next((word for word in ("province", "prefecture") if word in found), "zone")


def members(gazetteer: Gazetteer, place: Place, when: str | None) -> Members:
    """The units of the date that the place consists of, runs through or lies in; [] for a unit."""
    if place.members:
        return [member(gazetteer.get(key)) for key in place.members]
    if place.code:
        return []
    if place.parents and place.level == "town":
        return [member(gazetteer.find_unit(place.parents[0], when))]
    held = {p.id: p for code in ground_codes(place) for p in gazetteer.ground(code, when)}
    return [member(unit) for unit in held.values()]


def member(unit: Place) -> dict[str, str | None]:
    """Name, code at the time and today's code (the largest part) of a unit."""
    today = unit.code_today[0] if unit.code_today else None
    return {"name": unit.name, "code": unit.code, "code_today": today}


def _shape(
    gazetteer: Gazetteer, place: Place, when: str | None, coverage: Coverage | None
) -> BaseGeometry | None:
    if place.line is not None:
        return line(place.line)
    if place.code or place.level == "region":
        outline = (coverage or Coverage.from_data()).outline(gazetteer, place, when)
        if outline is not None:
            return outline
    if place.lon is None or place.lat is None:
        return None
    from shapely import Point

    return Point(place.lon, place.lat)


def line(id: str, folder: Path = DATA) -> BaseGeometry | None:
    """The line with that id, WGS 84 degrees; None where there is none."""
    from shapely.geometry import shape

    content = json.loads((folder / "lines.geojson").read_text(encoding="utf-8"))
    found = (f["geometry"] for f in content["features"] if f["properties"]["id"] == id)
    geometry = next(found, None)
    return None if geometry is None else shape(geometry)


def geometry(shape: BaseGeometry) -> dict[str, Any]:
    """The GeoJSON geometry: 6 decimals, outer rings counter-clockwise."""
    from shapely import orient_polygons, set_precision
    from shapely.geometry import mapping

    kept = orient_polygons(set_precision(shape, GRID_DEGREES))
    found: dict[str, Any] = json.loads(json.dumps(mapping(kept)), parse_float=_decimal)
    return found


def _decimal(text: str) -> float:
    return round(float(text), DECIMALS)
