"""Coordinate systems by purpose, and the door through which shifted datums come in.

Everything stored and exported is WGS 84 in degrees, longitude first. Areas are
measured in an equal-area projection for China. Coordinates from Chinese web
maps are shifted on purpose (GCJ-02, half a kilometre; BD-09 on top of it) and
must pass through the functions here, once.

The shift is the published reverse-engineered one: a series in sines round the
point 105 E, 35 N on the Krassovsky ellipsoid, taken at the shifted point
(docs/decisions/0101-gcj02.md). Axis order is (lon, lat) always.
"""

from __future__ import annotations

from functools import cache
from math import atan2, cos, hypot, pi, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyproj

STORAGE = "EPSG:4326"
"""Of every stored and exported geometry: WGS 84, degrees, (lon, lat)."""

SOURCE = "EPSG:4490"
"""Of the boundary source: CGCS2000, which is WGS 84 within a decimetre."""

AREA = (
    "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +x_0=0 +y_0=0 +ellps=WGS84 +units=m +no_defs"
)
"""For areas and for lengths over a province: Albers equal-area conic for China, metres."""

AXIS_M = 6_378_245.0
ECCENTRICITY_SQUARED = 0.00669342162296594323
BAIDU_TURN = pi * 3000.0 / 180.0
CHINA = (72.004, 0.8293, 137.8347, 55.8271)
"""(west, south, east, north): outside this box the web maps do not shift."""

ROUNDS = 12
"""Of the inversion; each divides the error by about a thousand."""

LonLat = tuple[float, float]


@cache
def crs(purpose: str) -> pyproj.CRS:
    """The system for `STORAGE`, `SOURCE` or `AREA`. Raises `ValueError` for any other."""
    from pyproj import CRS

    if purpose not in (STORAGE, SOURCE, AREA):
        raise ValueError(f"expected geo.crs.STORAGE, SOURCE or AREA, got {purpose!r}")
    return CRS.from_user_input(purpose)


def require(frame: Any, purpose: str = STORAGE) -> None:
    """Refuse a GeoDataFrame without a CRS, or in another one. Raises `ValueError`."""
    if frame.crs is None:
        raise ValueError(f"expected a frame in {purpose}, got one without CRS; set it where read")
    if frame.crs != crs(purpose):
        raise ValueError(f"expected a frame in {purpose}, got {frame.crs.name}; use to_crs")


def in_china(lon: float, lat: float) -> bool:
    """Whether web maps shift this point. The box is that of the shift, not a border."""
    west, south, east, north = CHINA
    return west <= lon <= east and south <= lat <= north


def wgs84_from_gcj02(lon: float, lat: float) -> LonLat:
    """GCJ-02 degrees to WGS 84 degrees; unchanged outside China.

    >>> lon, lat = wgs84_from_gcj02(120.026268, 30.279164)
    >>> round(lon, 6), round(lat, 6)
    (120.021519, 30.281543)
    """
    if not in_china(lon, lat):
        return lon, lat
    east, north = _shift(lon, lat)
    return lon - east, lat - north


def gcj02_from_wgs84(lon: float, lat: float) -> LonLat:
    """WGS 84 degrees to GCJ-02 (AMap, Tencent, Google.cn), the inverse to a millimetre.

    The series is evaluated at the shifted point, so that there and back is the
    same point; the series at the unshifted point differs by up to 5 m.
    """
    if not in_china(lon, lat):
        return lon, lat
    x, y = lon, lat
    for _ in range(ROUNDS):
        east, north = _shift(x, y)
        x, y = lon + east, lat + north
    return x, y


def bd09_from_gcj02(lon: float, lat: float) -> LonLat:
    """GCJ-02 degrees to BD-09 (Baidu) degrees; unchanged outside China."""
    if not in_china(lon, lat):
        return lon, lat
    length = hypot(lon, lat) + 0.00002 * sin(lat * BAIDU_TURN)
    angle = atan2(lat, lon) + 0.000003 * cos(lon * BAIDU_TURN)
    return length * cos(angle) + 0.0065, length * sin(angle) + 0.006


def gcj02_from_bd09(lon: float, lat: float) -> LonLat:
    """BD-09 degrees to GCJ-02 degrees, the inverse to a millimetre."""
    if not in_china(lon, lat):
        return lon, lat
    x, y = lon - 0.0065, lat - 0.006
    for _ in range(ROUNDS):
        u, v = bd09_from_gcj02(x, y)
        x, y = x + lon - u, y + lat - v
    return x, y


def bd09_from_wgs84(lon: float, lat: float) -> LonLat:
    """WGS 84 degrees to BD-09 degrees."""
    return bd09_from_gcj02(*gcj02_from_wgs84(lon, lat))


def wgs84_from_bd09(lon: float, lat: float) -> LonLat:
    """BD-09 degrees to WGS 84 degrees."""
    return wgs84_from_gcj02(*gcj02_from_bd09(lon, lat))


def _shift(lon: float, lat: float) -> LonLat:
    """Degrees that GCJ-02 lies east and north of the WGS 84 point."""
    x, y = lon - 105.0, lat - 35.0
    phi = radians(lat)
    magic = 1 - ECCENTRICITY_SQUARED * sin(phi) ** 2
    meridian = AXIS_M * (1 - ECCENTRICITY_SQUARED) / (magic * sqrt(magic))
    parallel = AXIS_M / sqrt(magic) * cos(phi)
    return _east(x, y) * 180 / (parallel * pi), _north(x, y) * 180 / (meridian * pi)


def _waves(t: float, *terms: tuple[float, float]) -> float:
    """Sum of amplitude x sin(pi t / divisor), times 2/3."""
    return sum(amplitude * sin(t * pi / divisor) for amplitude, divisor in terms) * 2 / 3


def _east(x: float, y: float) -> float:
    """Metres."""
    plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    waves = _waves(x, (20, 1 / 6), (20, 1 / 2), (20, 1), (40, 3), (150, 12), (300, 30))
    return plane + waves


def _north(x: float, y: float) -> float:
    """Metres."""
    plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    across = _waves(x, (20, 1 / 6), (20, 1 / 2))
    return plane + across + _waves(y, (20, 1), (40, 3), (160, 12), (320, 30))
