"""From the shipped plans to what the pages show, through the real chain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import shapely

from geo.boundaries import Boundaries
from layers import build, scene
from layers.export.ground import CHINA
from layers.library import read_folder, shipped_gazetteer
from layers.views import ordered
from ui.sources import Content

SEEN = 6.5
"""Degrees beyond the plans' provinces: the land round the views that a screen can show."""
COARSE = 0.004
"""Degrees, about 400 m: the land beyond a view carries no claim."""


def shipped() -> Content:
    """Layers, plans and the page's JSON of all plans in `data/plans`.

    Raises JiqunError where a data file is missing or changed.
    """
    readings = read_folder()
    layers = build.shipped(readings)
    boundaries = Boundaries.from_data(shipped_gazetteer())
    plans = tuple(ordered(reading.plan for reading in readings))
    return content(layers, plans, boundaries)


def content(layers: Any, plans: tuple[Any, ...], boundaries: Boundaries) -> Content:
    """The pages' content: the province of each plan's issuer on the plan's date."""
    units = {plan.id: province(boundaries, plan) for plan in plans}
    records = scene.records(layers.claims, layers.unlocated, layers.targets, plans)
    views = {plan.id: (plan.issuer, units[plan.id]) for plan in plans}
    ground = scene.ground(
        views, layers.claims, layers.lines, boundaries.water(), around(boundaries, units)
    )
    return Content(layers, plans, records | {"places": scene.places(units)}, ground)


def province(boundaries: Boundaries, plan: Any) -> gpd.GeoDataFrame:
    """All units of the province that issued the plan or encloses its issuer."""
    return boundaries.units(plan.issued, within=f"{plan.issuer[:2]}0000")


def around(boundaries: Boundaries, provinces: Mapping[str, gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    """The neighbours of the plans' provinces, clipped and coarse."""
    inside = {f"{str(code)[:2]}0000" for units in provinces.values() for code in units.code}
    frame = boundaries.units(None, level="province")
    land = frame[~frame.code.isin(inside)].copy()
    shapes = shapely.simplify(land.geometry.values, COARSE)
    clipped = shapely.clip_by_rect(shapely.make_valid(shapes), *_seen(provinces))
    return land.set_geometry(gpd.GeoSeries(list(clipped), index=land.index, crs=land.crs))


def _seen(provinces: Mapping[str, gpd.GeoDataFrame]) -> list[float]:
    """West, south, east, north of all that is drawn, with what a screen shows beyond it."""
    bounds = [units.total_bounds for units in provinces.values() if len(units)]
    boxes = shapely.box(*zip(*(bounds or [CHINA]), strict=True))
    west, south, east, north = map(float, shapely.total_bounds(boxes))
    return [west - SEEN, south - SEEN, east + SEEN, north + SEEN]
