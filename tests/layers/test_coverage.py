"""The screen's geometry: nothing moves by more than it says, borders stand once."""

from __future__ import annotations

import geopandas as gpd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from layers import coverage

DEGREES = st.tuples(st.floats(-179, 179), st.floats(-85, 85))


def decoded(steps: list[int]) -> list[tuple[float, float]]:
    """What the browser makes of the differences."""
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / coverage.SCALE, y / coverage.SCALE))
    return points


@given(st.lists(DEGREES, min_size=2, max_size=40))
def test_steps_lead_back_within_half_a_step(points: list[tuple[float, float]]) -> None:
    made = decoded(coverage.steps(points))
    half = 0.5 / coverage.SCALE + 1e-9
    assert made[0] == pytest.approx(points[0], abs=half)
    assert made[-1] == pytest.approx(points[-1], abs=half)
    for point in points:
        assert min(max(abs(point[0] - x), abs(point[1] - y)) for x, y in made) <= half


def test_a_hole_stays_with_its_polygon() -> None:
    ring = Polygon(box(0, 0, 4, 4).exterior, [box(1, 1, 2, 2).exterior])
    assert [len(part) for part in coverage.rings(MultiPolygon([ring, box(5, 5, 6, 6)]))] == [2, 1]


def test_a_line_is_no_polygon_and_a_point_is_neither() -> None:
    assert coverage.rings(LineString([(0, 0), (1, 1)])) == []
    assert coverage.paths(Point(0, 0)) == []


@pytest.fixture
def squares() -> gpd.GeoDataFrame:
    """Two counties of one prefecture side by side, one of another beyond."""
    shapes = [box(0, 0, 1, 1), box(1, 0, 2, 1), box(2, 0, 3, 1)]
    parents = ["330100", "330100", "330200"]
    return gpd.GeoDataFrame({"parent": parents, "geometry": shapes}, crs=4326)


def test_every_border_is_drawn_once_and_by_its_rank(squares: gpd.GeoDataFrame) -> None:
    borders = coverage.borders(squares)
    lengths = {
        kind: sum(LineString(decoded(line)).length for line in lines)
        for kind, lines in borders.items()
    }
    assert lengths == pytest.approx({"county": 1, "prefecture": 1, "outer": 8})


def test_shared_borders_stay_shared_when_simplified() -> None:
    wavy = [(1 + 0.00001 * (i % 2), i / 50) for i in range(51)]
    left = Polygon([(0, 0), *wavy, (0, 1)])
    right = Polygon([(2, 0), *wavy, (2, 1)])
    frame = gpd.GeoDataFrame({"parent": ["a", "b"], "geometry": [left, right]}, crs=4326)
    made = coverage.simplified(frame)
    assert made.geometry.iloc[0].touches(made.geometry.iloc[1])
    assert sum(len(shape.exterior.coords) for shape in made.geometry) < 60
