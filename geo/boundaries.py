"""Polygons in force on a date, as frames: dissolve, areas, lines, water.

All geometry is WGS 84 in degrees, longitude first. Areas are measured in the
equal-area projection of `geo.crs`. The frames need geopandas; a single outline
without it comes from `geo.coverage`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd

from geo.coverage import DATA, Coverage, Ground
from geo.crs import AREA, STORAGE, crs
from geo.gazetteer import Gazetteer, date
from geo.place import UNIT_LEVELS, Level

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

COLUMNS = (
    *("code", "name", "level", "parent", "code_today", "valid_from", "valid_to"),
    *("area_km2", "rule", "source", "geometry"),
)
ATTRIBUTION = "天地图 (审图号 GS(2024)0650号), generalised"
DISSOLVED = "union of its counties on the date"


class Boundaries:
    """The administrative units of any date from 2009 on, with their outlines."""

    def __init__(self, gazetteer: Gazetteer, coverage: Coverage, folder: Path) -> None:
        self.gazetteer, self.coverage, self._folder = gazetteer, coverage, folder

    @classmethod
    def from_data(cls, gazetteer: Gazetteer | None = None, folder: Path = DATA) -> Boundaries:
        """Read the coverage in `folder`. Raises `MissingData` where a file cannot be read."""
        return cls(gazetteer or Gazetteer.from_data(), Coverage.from_data(folder), folder)

    def units(
        self, as_of: str | int | None, level: Level | None = None, within: str | None = None
    ) -> gpd.GeoDataFrame:
        """The units in force on the date (None: today), one row each, sorted by level and code.

        `level`: province, prefecture or county; None for all three. `within`: the
        code at the time of a province, prefecture or county; None for all of
        China. Rows of one level never overlap and leave no gap. Units that
        cannot be told apart on that date are one row: `code` and `name` are then
        joined (`330102+330103+…`, `上城区、下城区…`), and `rule` says so. A row
        whose holder is not recorded has `code` None.

        Columns: code, name, level, parent (code), code_today (joined with `；`),
        valid_from, valid_to (ISO date, year or None), area_km2 (equal-area), rule,
        source, geometry (Polygon or MultiPolygon, WGS 84 degrees).
        Raises `UnknownCode`, `InvalidDate`.
        """
        when = date(as_of)
        if within is not None:
            self.gazetteer.unit(within, when)
        rows = [
            row
            for wanted in UNIT_LEVELS
            if level in (None, wanted)
            for row in self._rows(when, wanted, within)
        ]
        frame = gpd.GeoDataFrame(rows, columns=list(COLUMNS), crs=crs(STORAGE))
        # Ground without a prefecture stands at that level too; the later row is its own.
        twice = frame.duplicated(["code", "code_today", "level"], keep="last")
        frame = frame[~twice].reset_index(drop=True)
        frame["area_km2"] = (area_m2(frame) / 1e6).round(1)
        return frame

    def polygon(self, codes: Iterable[str], as_of: str | int | None) -> BaseGeometry | None:
        """The dissolved outline of the units with those codes (or ids) on the date.

        None where none of them has one. Raises `UnknownCode`.
        """
        from shapely import union_all

        when = date(as_of)
        places = [self.gazetteer.find_unit(code, when) for code in codes]
        shapes = [self.coverage.outline(self.gazetteer, place, when) for place in places]
        found = [shape for shape in shapes if shape is not None]
        if len(found) < 2:
            return found[0] if found else None
        merged: BaseGeometry = union_all(found)
        return merged

    def lines(self) -> gpd.GeoDataFrame:
        """Rivers, roads, axes and shores: id, name, accuracy, source, geometry (LineString)."""
        return self._geojson("lines.geojson")

    def water(self) -> gpd.GeoDataFrame:
        """Hangzhou Bay between the shores of 2017, to be drawn above the county polygons,
        which meet in the middle of the channel: id, name, accuracy, source, geometry."""
        return self._geojson("water.geojson")

    def national(self) -> gpd.GeoDataFrame:
        """The source's national boundary lines, the nine-dash line among them; to be drawn
        wherever all of China is drawn: id, kind, name, geometry (MultiLineString)."""
        return self._geojson("national.geojson")

    def _geojson(self, name: str) -> gpd.GeoDataFrame:
        return gpd.read_file(self._folder / name).to_crs(crs(STORAGE))

    def _rows(self, when: str | None, level: Level, within: str | None) -> list[dict[str, Any]]:
        grounds = [g for g in self.coverage.grounds(self.gazetteer, when) if _in(g, within)]
        if level == "county":
            return [self._county(ground) for ground in grounds]
        groups: dict[str, list[Ground]] = defaultdict(list)
        for ground in grounds:
            groups[self._upper(ground, level, when)].append(ground)
        return [row for code in sorted(groups) for row in self._group(code, level, groups, when)]

    def _county(self, ground: Ground) -> dict[str, Any]:
        places = ground.places
        today = dict.fromkeys(code for place in places for code in place.code_today)
        piece = ground.pieces[0].split(":")[0]
        return {
            "code": "+".join(place.code or "" for place in places) or None,
            "name": "、".join(place.name for place in places) or self.coverage.names[piece],
            "level": places[0].level if places else "county",
            "parent": places[0].parents[0] if places and places[0].parents else None,
            "code_today": "；".join(today) or piece,
            "valid_from": places[0].valid_from if places else None,
            "valid_to": places[0].valid_to if places else None,
            "rule": ground.rule,
            "source": f"{ATTRIBUTION}; {ground.source}",
            "geometry": self.coverage.shape(ground.pieces),
        }

    def _upper(self, ground: Ground, level: Level, when: str | None) -> str:
        """The code of the prefecture (where there is none: the unit itself or, in a
        municipality, the province) or province that held the ground."""
        if not ground.places:
            code = ground.pieces[0]
            return code[:2] + "0000" if level == "province" else _prefecture_of(code)
        place = ground.places[0]
        lineage = [place.code or "", *place.parents]
        if level == "province":
            return lineage[-1]
        municipality = lineage[-1][:2] in MUNICIPALITIES
        return lineage[-1] if municipality else lineage[max(0, len(lineage) - 2)]

    def _group(
        self, code: str, level: Level, groups: dict[str, list[Ground]], when: str | None
    ) -> list[dict[str, Any]]:
        """One row for what one unit held; a row each for what no recorded unit held."""
        grounds = groups[code]
        if any(ground.places for ground in grounds):
            return [self._dissolved(code, level, grounds, when)]
        return [self._county(ground) for ground in grounds]

    def _dissolved(
        self, code: str, level: Level, grounds: Sequence[Ground], when: str | None
    ) -> dict[str, Any]:
        place = self.gazetteer.find_unit(code, when)
        return {
            "code": place.code,
            "name": place.name,
            "level": place.level,
            "parent": place.parents[0] if place.parents else None,
            "code_today": "；".join(place.code_today),
            "valid_from": place.valid_from,
            "valid_to": place.valid_to,
            "rule": DISSOLVED if level != place.level or len(grounds) > 1 else grounds[0].rule,
            "source": f"{ATTRIBUTION}; {place.source}",
            "geometry": self.coverage.shape(p for ground in grounds for p in ground.pieces),
        }


MUNICIPALITIES = ("11", "12", "31", "50", "71", "81", "82")
"""Provinces without prefectures."""


def area_m2(frame: gpd.GeoDataFrame) -> Any:
    """Areas in square metres, a Series in the order of the frame."""
    return frame.geometry.to_crs(crs(AREA)).area


def _prefecture_of(code: str) -> str:
    return code[:2] + "0000" if code[:2] in MUNICIPALITIES else code[:4] + "00"


def _in(ground: Ground, within: str | None) -> bool:
    if within is None:
        return True
    if ground.places:
        return any(within in (place.code, *place.parents) for place in ground.places)
    code = ground.pieces[0]
    return within in (code[:2] + "0000", code[:4] + "00", code)
