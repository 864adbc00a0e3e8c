"""A coverage of polygons for the screen: few vertices, shared borders drawn once.

What comes in are frames in WGS 84; what goes out are plain lists for JSON:
rings and lines as differences of whole 1e-4 degrees (about 10 m), which is a
quarter of the size of GeoJSON and needs ten lines to decode.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

SCALE = 10_000
"""Steps a degree."""
TOLERANCE = 0.0006
"""Degrees, about 60 m: below a pixel up to zoom 11."""

Segment = tuple[tuple[int, int], tuple[int, int]]


def simplified(frame: gpd.GeoDataFrame, tolerance: float = TOLERANCE) -> gpd.GeoDataFrame:
    """The frame with fewer vertices; borders that were shared stay shared.

    Coordinates are rounded to the grid of `SCALE`, so that equal points stay equal.
    """
    shapes = shapely.coverage_simplify(frame.geometry.values, tolerance)
    return frame.set_geometry(gpd.GeoSeries(list(shapes), index=frame.index, crs=frame.crs))


def steps(coordinates: Any) -> list[int]:
    """Coordinates (n, 2) in degrees, x then y, as one flat list of differences.

    >>> steps([(120.0, 30.0), (120.0001, 30.0)])
    [1200000, 300000, 1, 0]
    """
    points = np.round(np.asarray(coordinates, dtype=float)[:, :2] * SCALE).astype(int)
    moves = np.diff(points, axis=0)
    moves = moves[np.any(moves != 0, axis=1)]
    return [int(value) for value in np.vstack([points[:1], moves]).ravel()]


def rings(geometry: BaseGeometry) -> list[list[list[int]]]:
    """A polygon or several as [[outer, hole, …], …], each ring as `steps`."""
    return [
        [steps(ring.coords)[:] for ring in (part.exterior, *part.interiors)]
        for part in _parts(geometry, "Polygon")
        if part.area > 0
    ]


def paths(geometry: BaseGeometry) -> list[list[int]]:
    """A line or several, each as `steps`."""
    return [steps(part.coords) for part in _parts(geometry, "LineString")]


def _parts(geometry: BaseGeometry, kind: str) -> list[Any]:
    parts = shapely.get_parts(geometry)
    nested = [piece for part in parts for piece in getattr(part, "geoms", [part])]
    return [piece for piece in nested if piece.geom_type == kind]


def borders(frame: gpd.GeoDataFrame) -> dict[str, list[list[int]]]:
    """The borders of counties, each once: `county`, `prefecture` (between two), `outer`.

    `frame` has the columns `parent` (code of the prefecture) and `geometry` of
    counties whose shared borders have equal vertices.
    """
    owners: dict[Segment, list[str]] = {}
    for row in frame.itertuples():
        for segment in _segments(row.geometry):
            owners.setdefault(segment, []).append(str(row.parent))
    kinds: dict[str, list[Segment]] = {"county": [], "prefecture": [], "outer": []}
    for segment, parents in owners.items():
        kinds[_border(parents)].append(segment)
    return {kind: _merged(segments) for kind, segments in kinds.items()}


def _border(parents: Sequence[str]) -> str:
    if len(parents) == 1:
        return "outer"
    return "county" if len(set(parents)) == 1 else "prefecture"


def _segments(geometry: BaseGeometry) -> Iterable[Segment]:
    for part in _parts(geometry, "Polygon"):
        for ring in (part.exterior, *part.interiors):
            points = np.round(np.asarray(ring.coords) * SCALE).astype(int)
            pairs = [(int(x), int(y)) for x, y in points[:, :2]]
            for start, end in itertools.pairwise(pairs):
                if start != end:
                    yield (start, end) if start < end else (end, start)


def _merged(segments: Sequence[Segment]) -> list[list[int]]:
    if not segments:
        return []
    lines = shapely.linestrings(np.asarray(segments, dtype=float) / SCALE)
    return paths(shapely.line_merge(shapely.union_all(lines)))
