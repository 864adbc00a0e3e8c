"""Datums: the vector, there and back, outside China, and purposes."""

from __future__ import annotations

from math import cos, hypot, radians

import geopandas as gpd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from geo import crs

DEGREE_M = 111_195
china = st.tuples(st.floats(73.5, 135.0), st.floats(4.0, 53.5))
abroad = st.one_of(
    st.tuples(st.floats(-180, 72), st.floats(-85, 85)),
    st.tuples(st.floats(138, 180), st.floats(-85, 85)),
    st.tuples(st.floats(73, 137), st.floats(-85, 0.8)),
)


def apart_m(a: crs.LonLat, b: crs.LonLat) -> float:
    return hypot((a[0] - b[0]) * DEGREE_M * cos(radians(a[1])), (a[1] - b[1]) * DEGREE_M)


def test_the_vector_of_the_design_is_met_within_a_metre_both_ways() -> None:
    shifted, true = (120.026268, 30.279164), (120.021519, 30.281543)
    assert apart_m(crs.wgs84_from_gcj02(*shifted), true) < 1
    assert apart_m(crs.gcj02_from_wgs84(*true), shifted) < 1


def test_the_shift_in_shaoxing_is_half_a_kilometre() -> None:
    lon, lat = crs.gcj02_from_wgs84(120.58, 30.0)
    assert lon - 120.58 == pytest.approx(0.0041, abs=1e-4)
    assert lat - 30.0 == pytest.approx(-0.0026, abs=1e-4)


@given(china)
def test_gcj02_there_and_back_is_the_same_point(point: crs.LonLat) -> None:
    assert apart_m(crs.wgs84_from_gcj02(*crs.gcj02_from_wgs84(*point)), point) < 0.01
    assert apart_m(crs.gcj02_from_wgs84(*crs.wgs84_from_gcj02(*point)), point) < 0.01


@given(china)
def test_bd09_there_and_back_is_the_same_point(point: crs.LonLat) -> None:
    assert apart_m(crs.wgs84_from_bd09(*crs.bd09_from_wgs84(*point)), point) < 0.01
    assert apart_m(crs.bd09_from_gcj02(*crs.gcj02_from_bd09(*point)), point) < 0.01


@given(china)
def test_every_point_of_china_moves_by_more_than_a_street_and_less_than_a_mile(
    point: crs.LonLat,
) -> None:
    assert 10 < apart_m(crs.gcj02_from_wgs84(*point), point) < 1_600


@given(abroad)
def test_outside_china_nothing_moves(point: crs.LonLat) -> None:
    assert crs.gcj02_from_wgs84(*point) == point
    assert crs.wgs84_from_gcj02(*point) == point
    assert crs.bd09_from_gcj02(*point) == point
    assert crs.gcj02_from_bd09(*point) == point


def test_a_purpose_has_a_system_and_nothing_else_has() -> None:
    assert crs.crs(crs.STORAGE).to_epsg() == 4326
    assert crs.crs(crs.AREA).is_projected
    with pytest.raises(ValueError, match=r"expected geo\.crs\.STORAGE"):
        crs.crs("EPSG:3857")


def test_a_frame_without_crs_or_in_another_one_is_refused() -> None:
    bare = gpd.GeoDataFrame(geometry=[Point(120, 30)])
    with pytest.raises(ValueError, match="without CRS"):
        crs.require(bare)
    with pytest.raises(ValueError, match="expected a frame in EPSG:4326"):
        crs.require(bare.set_crs(3857))
    crs.require(bare.set_crs(4326))
