"""Distances on the sphere, good to 0.5 %: enough to say which place is nearer."""

from __future__ import annotations

import math

EARTH_RADIUS_M = 6_371_008.8


def distance_m(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Metres on the sphere between two (lon, lat) points in degrees.

    >>> round(distance_m((120.0, 30.0), (120.0, 31.0)) / 1000)
    111
    """
    lon_a, lat_a, lon_b, lat_b = map(math.radians, (*a, *b))
    half = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(half)))
