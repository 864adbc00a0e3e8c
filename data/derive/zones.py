"""Derive `data/gazetteer/zones.csv` and `areas.csv`.

Zones, institutions and firms of the two plans from the gathered facts, with
what is unverified kept in the note; well-known national zones and the regions
of common usage from hand-made tables, zones with the page that says in which
county each lies, where one was found (`source`). A zone without a point of its own gets
that of its units, and the radius that holds them.

    python data/derive/zones.py        (after units.py)
"""

from __future__ import annotations

import csv
import json
import math
from typing import Any

from outlines import GEOD, Outlines
from packages import DATA, INPUTS, read_inputs, write_table
from shapely import Point, get_coordinates
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from units import COLUMNS

LEVELS = {
    "zone": "zone", "corridor": "line", "site": "zone", "area": "zone",
    "institution": "institution", "firm": "enterprise", "town": "town",
}  # fmt: skip
MEMBERS = {
    "binhai_xincheng": ["330602", "330621", "330682", "330603", "330604"],
    "hz_corridor": ["330106", "330110", "330112", "330185", "330110@2021"],
}
WHOLE = {"nb_ga": "330200", "sx_ga": "330600", "jialike": "330600", "bijing": "330604"}
"""Named for a city or county without a site: point and radius are the unit's."""
NEAR_M = 3_000
LINE_M = 4_000
"""Half the width of what a plan means by "along" a line, and its inaccuracy."""
Row = dict[str, Any]


def plan_places(outlines: Outlines) -> list[Row]:
    aliases = {row["id"]: row for row in read_inputs("plan_aliases.csv")}
    return [plan_place(f, aliases[f["id"]], outlines) for f in read_inputs("plan_gazetteer.csv")]


def plan_place(fact: dict[str, str], alias: dict[str, str], outlines: Outlines) -> Row:
    whole = WHOLE.get(fact["id"])
    lon, lat, radius = (
        outlines.footprint([whole])
        if whole
        else (float(fact["lon"]), float(fact["lat"]), int(float(fact["radius_m"])))
    ) or (None, None, None)
    if alias["line"]:
        lon, lat, radius = along(courses()[alias["line"]])
    counties = fact["expected_county"].split("|")
    return {
        "id": fact["id"],
        "name": alias["name"],
        "level": LEVELS[fact["kind"]],
        "parents": ["330681", "330600", "330000"] if fact["kind"] == "town" else [],
        "within": whole or (counties[-1] if fact["id"] == "jiangbin" else counties[0]),
        "valid_from": alias["valid_from"],
        "valid_to": alias["valid_to"],
        "lon": lon,
        "lat": lat,
        "uncertainty_m": radius,
        "source": fact["coord_source"],
        "confidence": fact["confidence"],
        "members": MEMBERS.get(fact["id"], []),
        "line": alias["line"],
        "note": fact["evidence"],
        "names": [n for n in alias["names"].split("|") if n],
    }


def known_zones(outlines: Outlines) -> list[Row]:
    return [known_zone(row, outlines) for row in read_inputs("zones_known.csv")]


def known_zone(row: dict[str, str], outlines: Outlines) -> Row:
    codes = row["codes"].split("|")
    footprint = outlines.footprint(codes)
    if footprint is None:
        raise SystemExit(f"error: expected codes of today in zones_known.csv, got {codes}")
    own = bool(row["lon"])
    if own:
        footprint = (float(row["lon"]), float(row["lat"]), int(row["radius_m"]))
        checked(row, codes, outlines)
    notes = [row["note"], "" if own else "no point of its own: that of the units in which it lies"]
    told, memory = row["source"], "common knowledge, written from memory"
    notes.append("point from memory" if told and own else "" if told else "unverified recollection")
    return {
        **{key: row[key] for key in ("id", "name", "level", "valid_from", "valid_to")},
        "within": codes[0],
        "lon": footprint[0],
        "lat": footprint[1],
        "uncertainty_m": footprint[2],
        "source": told or (memory if own else "polygons of its units"),
        "confidence": "medium" if told else "low",
        "members": codes if len(codes) > 1 else [],
        "note": "; ".join(filter(None, notes)),
        "names": [n for n in row["names"].split("|") if n],
    }


def checked(row: dict[str, str], codes: list[str], outlines: Outlines) -> None:
    """The recollected point must lie in one of the codes, or within 3 km of it."""
    point = Point(float(row["lon"]), float(row["lat"]))
    degrees = min(outlines.polygons[code].distance(point) for code in codes)
    if degrees * 100_000 > NEAR_M:
        raise SystemExit(f"error: {row['name']} lies {degrees:.3f} degrees outside {codes}")


def areas(outlines: Outlines) -> list[Row]:
    rows = []
    for row in read_inputs("regions.csv"):
        members = [m for m in row["members"].split("|") if m]
        point = outlines.footprint(members) if members else None
        lon, lat, radius = point or (None, None, None)
        rows.append(
            {
                "id": row["id"],
                "name": row["name"],
                "level": "region" if members else "country",
                "code_today": members,
                "lon": lon,
                "lat": lat,
                "uncertainty_m": radius,
                "source": "common usage",
                "confidence": "medium" if members else "high",
                "members": members,
                "note": row["note"] or None,
                "names": [n for n in row["names"].split("|") if n],
            }
        )
    return rows


def courses() -> dict[str, BaseGeometry]:
    content = json.loads((INPUTS / "lines.geojson").read_text(encoding="utf-8"))
    return {f["properties"]["id"]: shape(f["geometry"]) for f in content["features"]}


def along(course: BaseGeometry) -> tuple[float, float, int]:
    """(lon, lat, radius in metres) of the middle of a line and the circle that holds it."""
    middle = course.interpolate(0.5, normalized=True)
    lons, lats = get_coordinates(course).T
    far = max(GEOD.inv(middle.x, middle.y, x, y)[2] for x, y in zip(lons, lats, strict=True))
    return round(middle.x, 5), round(middle.y, 5), math.ceil((far + LINE_M) / 100) * 100


def lines() -> list[Row]:
    """Rivers and roads of the plans, with the units that they run through."""
    found = []
    for row in read_inputs("lines_known.csv"):
        lon, lat, radius = along(courses()[row["line"]])
        lists = {key: row[key].split("|") for key in ("members", "names")}
        found.append(
            {**row, **lists, "level": "line", "lon": lon, "lat": lat, "uncertainty_m": radius}
        )
    return found


def nicknames() -> None:
    """Add the nicknames to the names of their units, in place."""
    file = DATA / "gazetteer" / "units.csv"
    with file.open(encoding="utf-8") as source:
        rows: list[Row] = list(csv.DictReader(source))
    by_id = {row["id"]: row for row in rows}
    for entry in read_inputs("nicknames.csv"):
        row = by_id[entry["id"]]
        names = dict.fromkeys([*filter(None, row["names"].split("|")), entry["name"]])
        row["names"] = "|".join(names)
    write_table(file, COLUMNS, rows)


def main() -> None:
    outlines = Outlines.from_package()
    gazetteer = DATA / "gazetteer"
    zones = plan_places(outlines) + known_zones(outlines) + lines()
    write_table(gazetteer / "zones.csv", COLUMNS, zones)
    write_table(gazetteer / "areas.csv", COLUMNS, areas(outlines))
    nicknames()
    characters = read_inputs("characters.csv")
    write_table(gazetteer / "characters.csv", ["character", "code", "note"], characters)


if __name__ == "__main__":
    main()
