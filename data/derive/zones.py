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
import re
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
KINDS = {"经济技术开发区": "经开区", "高新技术产业开发区": "高新区"}
"""The two kinds of national zones, and how prose writes them."""
BEARING = (*KINDS, *KINDS.values(), "开发区", "新区", "工业园区", "工业园", "园区", "保税区")
"""What the name of a zone ends in that may bear its city's name before it."""
OWN = re.compile(r"(?!国家)[\u4e00-\u9fff]{2,}")
PROVINCES = (
    "浙江",
    "陕西",
    "贵州",
    "四川",
    "湖南",
    "云南",
    "江西",
    "河北",
    "内蒙古",
    "新疆",
    "广西",
)
"""Provinces whose names open a zone's."""
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
    cities = short_names()
    rows = [known_zone(row, outlines) for row in read_inputs("zones_known.csv")]
    for row in rows:
        if row["level"] == "zone":
            row["names"] = spellings([row["name"], *row["names"]], cities[row["within"][:4]])[1:]
    return rows


def short_names() -> dict[str, str]:
    """The first four digits of codes of today to the short name of the city, or of the province
    where counties stand right below it."""
    with (DATA / "gazetteer" / "units.csv").open(encoding="utf-8") as source:
        units = [row for row in csv.DictReader(source) if not row["valid_to"] and row["code"]]
    large = {u["code"]: u["names"].split("|")[0] for u in units if u["code"].endswith("00")}
    found = {u["code"][:4]: large.get(u["code"][:2] + "0000", "") for u in units}
    return found | {code[:4]: name for code, name in large.items() if code[2:] != "0000"}


def spellings(names: list[str], city: str) -> list[str]:
    """The names of a zone and the ways in which prose writes them: the kind short (经开区), the
    city's name before it (哈尔滨利民经开区) or not (滨海高新区)."""
    found = dict.fromkeys(names)
    for name in names:
        for kind, short in KINDS.items():
            if name.endswith(kind):
                found[name.removesuffix(kind) + short] = None
    for name in list(found):
        rest = name.removeprefix(city)
        kind = next((k for k in BEARING if rest.endswith(k)), None)
        own = kind and OWN.fullmatch(rest.removesuffix(kind))
        if own and city not in name and not name.startswith(PROVINCES):
            found[city + name] = None
        elif own and rest != name and kind in (*KINDS, *KINDS.values()):
            found[rest] = None
    return list(found)


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
                "valid_from": row["valid_from"] or None,
                "valid_to": row["valid_to"] or None,
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
