"""The ground of the standalone map: units simplified together, claims on the same borders."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shapely

from layers.gloss import roman

if TYPE_CHECKING:
    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from layers.build import Layers

TOLERANCE_DEGREES = 0.003
"""Simplification of the ground: 300 m, a pixel at the scale of a city."""
GRID_DEGREES = 1e-4
CHINA = [73.0, 18.0, 135.0, 54.0]
"""The view where no plan has units: west, south, east, north."""
_AREAS = ("Polygon", "MultiPolygon")


@dataclass(frozen=True)
class Ground:
    """Counties simplified as one coverage, by plan; `drawn` is the plan whose units are drawn."""

    counties: dict[str, tuple[list[BaseGeometry], list[BaseGeometry]]]
    collection: dict[str, Any]
    views: list[dict[str, Any]]

    def shapes(self, claims: gpd.GeoDataFrame) -> tuple[list[Any], list[int | None]]:
        """Each different area or course once, and for every claim the index of its own."""
        known: dict[tuple[str, bytes], int] = {}
        made: list[Any] = []
        indexes: list[int | None] = []
        for plan, shape in zip(claims["plan"], claims.geometry, strict=True):
            if shape.geom_type == "Point":
                indexes.append(None)
                continue
            key = (plan, shape.wkb)
            if key not in known:
                known[key] = len(made)
                made.append(as_json(self._simple(plan, shape)))
            indexes.append(known[key])
        return made, indexes

    def _simple(self, plan: str, shape: BaseGeometry) -> BaseGeometry:
        """The union of the simplified counties inside it; a course on its own."""
        points, counties = self.counties.get(plan, ([], []))
        if shape.geom_type in _AREAS and counties:
            shapely.prepare(shape)
            inside = [c for p, c in zip(points, counties, strict=True) if shape.contains(p)]
            if inside:
                return shapely.union_all(inside)
        return shapely.simplify(shape, TOLERANCE_DEGREES)


def ground(layers: Layers) -> Ground:
    """The ground of these layers' plans."""
    counties: dict[str, Any] = {}
    for plan, units in layers.units.groupby("plan", sort=True):
        part = units[_leaf(units)]
        simple = list(shapely.coverage_simplify(part.geometry.to_numpy(), TOLERANCE_DEGREES))
        counties[str(plan)] = (list(part.geometry.representative_point()), simple)
    widest = max(counties, key=lambda plan: len(counties[plan][1]), default="")
    return Ground(counties, _collection(layers, widest, counties), _views(layers))


def _leaf(units: gpd.GeoDataFrame) -> Any:
    """Counties, and units that hold none (东莞市)."""
    above = {code for codes in units["parents"].dropna() for code in codes.split("；")}
    return (units["level"] == "county") | ~units["code"].isin(above)


def _collection(layers: Layers, plan: str, counties: dict[str, Any]) -> dict[str, Any]:
    """The units of one plan: counties as simplified, prefectures as their unions."""
    units = layers.units[layers.units["plan"] == plan]
    part = units[_leaf(units)]
    shapes = counties[plan][1] if plan else []
    features = [
        _feature(row.name, "county", shape)
        for row, shape in zip(part[["name"]].itertuples(index=False), shapes, strict=True)
    ]
    for row in units[units["level"] == "prefecture"].itertuples():
        inside = [
            shape
            for parents, shape in zip(part["parents"].fillna(""), shapes, strict=True)
            if row.code in parents.split("；")
        ]
        if inside:
            features.append(_feature(row.name, "prefecture", shapely.union_all(inside)))
    return {"type": "FeatureCollection", "features": features}


def _feature(name: str, level: str, shape: BaseGeometry) -> dict[str, Any]:
    point = shape.representative_point()
    at = [round(point.x, 4), round(point.y, 4)]
    properties = {"name": name, "roman": roman(name), "level": level, "at": at}
    return {"type": "Feature", "properties": properties, "geometry": as_json(shape)}


def as_json(shape: BaseGeometry) -> dict[str, Any]:
    """A geometry as GeoJSON on a grid of 10 m."""
    made: dict[str, Any] = json.loads(
        shapely.to_geojson(shapely.set_precision(shape, GRID_DEGREES))
    )
    return made


def lines(frame: gpd.GeoDataFrame) -> dict[str, Any]:
    """Rivers, roads and axes, simplified."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": as_json(shapely.simplify(shape, TOLERANCE_DEGREES)),
        }
        for name, shape in zip(frame["name"], frame.geometry, strict=True)
    ]
    return {"type": "FeatureCollection", "features": features}


def _views(layers: Layers) -> list[dict[str, Any]]:
    """A view for each plan's issuer, the widest first; the claims where there are no units."""
    boxes: list[tuple[str, str, list[float]]] = []
    for plan in layers.provenance.plans:
        units = layers.units[layers.units["plan"] == plan.id]
        if len(units):
            name = plan.issuer_name
            boxes.append((name, roman(name), [float(edge) for edge in units.total_bounds]))
    boxes = boxes or [("全部", "Everything", CHINA)]
    boxes.sort(key=lambda named: named[2][1] - named[2][3])
    return [
        {"name": name, "roman": latin, "bounds": [[south, west], [north, east]]}
        for name, latin, (west, south, east, north) in boxes
    ]
