"""The geometry of a claim: polygons of its date, the course of a line, or a point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import geopandas as gpd
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo import crs
from layers.ancestry import Ancestry
from layers.records import Claim, Member

GRID_DEGREES = 1e-6
"""Coordinates are kept on this grid (0.1 m), so that every format holds the same ones."""


class Ground(Protocol):
    """What `geo.boundaries.Boundaries` offers to a build."""

    def units(
        self, as_of: str, level: str | None = None, within: str | None = None
    ) -> gpd.GeoDataFrame:
        """Polygons in force on a date."""

    def polygon(self, codes: Sequence[str], as_of: str) -> BaseGeometry:
        """The union of these units."""

    def lines(self) -> gpd.GeoDataFrame:
        """Rivers, roads and axes with their ids."""


class Shapes:
    """Geometries of claims and units; each union is made once."""

    def __init__(self, boundaries: Ground) -> None:
        self._boundaries = boundaries
        self._known: dict[tuple[tuple[str, ...], str], BaseGeometry] = {}
        lines = boundaries.lines()
        self._lines = dict(zip(lines["id"], lines.geometry, strict=True))

    def of(self, claim: Claim, tree: Ancestry) -> BaseGeometry | None:
        """Units as polygons, corridors along their line, all else as a point."""
        if claim.basis == "none":
            return None
        if claim.precision == "line" and claim.line in self._lines:
            return on_grid(self._lines[claim.line])
        codes = _codes(claim.members)
        if claim.precision in ("county", "counties", "prefecture", "province") and codes:
            return self.union(codes, tree.as_of)
        if claim.lon is None or claim.lat is None:
            return None
        return on_grid(Point(claim.lon, claim.lat))

    def union(self, codes: tuple[str, ...], as_of: str) -> BaseGeometry:
        """The union of units of a date, on the grid."""
        key = (codes, as_of)
        if key not in self._known:
            self._known[key] = on_grid(self._boundaries.polygon(list(codes), as_of))
        return self._known[key]

    def units(self, tree: Ancestry) -> gpd.GeoDataFrame:
        """Polygons of all units of the issuer on the plan's date."""
        return self._boundaries.units(tree.as_of, within=tree.issuer.code)


def _codes(members: Iterable[Member]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(member.code for member in members if member.code))


def on_grid(shape: BaseGeometry) -> BaseGeometry:
    """The geometry on the grid of six decimals, still valid."""
    snapped: BaseGeometry = shapely.set_precision(shape, GRID_DEGREES)
    return snapped


def area_km2(shape: BaseGeometry) -> float | None:
    """Area in km² in the equal-area system; None for points and lines."""
    if shape.geom_type not in ("Polygon", "MultiPolygon"):
        return None
    area = gpd.GeoSeries([shape], crs=crs.STORAGE).to_crs(crs.AREA).area.iloc[0]
    return round(float(area) / 1e6, 2)
