"""The geometry of a claim: polygons of its date, the course of a line, or a point."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Protocol

import geopandas as gpd
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo import crs
from geo.gazetteer import date
from layers.ancestry import Ancestry
from layers.records import Claim

GRID_DEGREES = 1e-6
"""Coordinates are kept on this grid (0.1 m), so that every format holds the same ones."""
AREAL = ("county", "counties", "prefecture", "province", "line")
"""Precisions whose units are drawn as areas (a line without a known course among them)."""


class Ground(Protocol):
    """What `geo.boundaries.Boundaries` offers to a build."""

    def units(self, as_of: str, *, within: str | None = None) -> gpd.GeoDataFrame:
        """Polygons in force on a date."""

    def polygon(self, codes: Sequence[str], as_of: str) -> BaseGeometry | None:
        """The union of these units; None where none has an outline."""

    def lines(self) -> gpd.GeoDataFrame:
        """Rivers, roads and axes with their ids."""


class Shapes:
    """Geometries of claims and units; each union is made once."""

    def __init__(self, boundaries: Ground) -> None:
        self._boundaries = boundaries
        self._known: dict[tuple[tuple[str, ...], str], BaseGeometry | None] = {}
        lines = boundaries.lines()
        self._lines = dict(zip(lines["id"], lines.geometry, strict=True))

    def of(self, claim: Claim, tree: Ancestry) -> BaseGeometry | None:
        """Units as polygons, corridors along their line, all else as a point.

        None where the text gives no place, or nothing is known to draw.
        """
        if claim.basis == "none":
            return None
        if claim.precision == "line" and claim.line in self._lines:
            return on_grid(self._lines[claim.line])
        codes = tuple(dict.fromkeys(m.code for m in claim.members if m.code))
        area = self.union(codes, tree.as_of) if claim.precision in AREAL and codes else None
        if area is None and claim.lon is not None and claim.lat is not None:
            return on_grid(Point(claim.lon, claim.lat))
        return area

    def union(self, codes: tuple[str, ...], as_of: str) -> BaseGeometry | None:
        """The union of units of a date, on the grid; None where none has an outline."""
        key = (codes, as_of)
        if key not in self._known:
            found = self._boundaries.polygon(codes, as_of)
            self._known[key] = None if found is None else on_grid(found)
        return self._known[key]

    def units(self, tree: Ancestry) -> list[dict[str, Any]]:
        """The issuer and all units inside it on the plan's date, with their polygons; none where
        the issuer's code was of another time (上虞区 in 2011)."""
        if not tree.issuer.in_force(date(tree.as_of)):
            return []
        issuer = tree.issuer.code or ""
        found = self._boundaries.units(tree.as_of, within=issuer).to_dict("records")
        known = [{str(key): _known(value) for key, value in unit.items()} for unit in found]
        return [
            u
            for u in known
            if issuer in (u["code"] or "").split("+") or issuer in tree.above(u["parent"])
        ]


def _known(value: Any) -> Any:
    """The value; None for the not-a-number by which frames mark what is missing."""
    return None if isinstance(value, float) and math.isnan(value) else value


def on_grid(shape: BaseGeometry) -> BaseGeometry:
    """The geometry on the grid of six decimals, still valid."""
    snapped: BaseGeometry = shapely.set_precision(shape, GRID_DEGREES)
    return snapped


def area_km2(shape: BaseGeometry) -> float | None:
    """Area in km² in the equal-area system; None for points and lines."""
    if shape.geom_type not in ("Polygon", "MultiPolygon"):
        return None
    return round(float(_flat(shape).area) / 1e6, 2)


def length_km(shape: BaseGeometry) -> float:
    """Length in km of a line."""
    return round(float(_flat(shape).length) / 1e3, 1)


def _flat(shape: BaseGeometry) -> BaseGeometry:
    flat: BaseGeometry = gpd.GeoSeries([shape], crs=crs.STORAGE).to_crs(crs.AREA).iloc[0]
    return flat
