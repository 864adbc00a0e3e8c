"""Outlines of any date: official areas, no overlap, no gap, points in their county, datum."""

from __future__ import annotations

import csv
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import crs
from geo.boundaries import COLUMNS, Boundaries, area_m2
from geo.coverage import DATA, Coverage, rules_from_file
from geo.errors import InvalidDate, MissingData, UnknownCode
from geo.gazetteer import Gazetteer

BOUNDARIES = Boundaries.from_data()
GAZETTEER = BOUNDARIES.gazetteer
FACTS = Path(__file__).resolve().parents[2] / "data" / "derive" / "inputs"
DATES = ["2009-01-01", "2011-03-28", "2013-10-17", "2013-10-18", "2017-09-04", "2021", None]
days = st.sampled_from([f"{year}-{day}" for year in range(2009, 2027) for day in
                        ("01-01", "03-28", "10-18", "12-31")])  # fmt: skip


def area_km2(shape: object) -> float:
    frame = gpd.GeoDataFrame(geometry=[shape], crs=crs.crs(crs.STORAGE))
    return float(area_m2(frame).iloc[0] / 1e6)


@pytest.mark.parametrize(
    ("code", "as_of", "official", "within"),
    [
        pytest.param("330600", None, 8_275, 5, id="shaoxing-today"),
        pytest.param("330600", "2011", 8_275, 5, id="shaoxing-2011"),
        pytest.param("330621", "2011", 1_206, 15, id="shaoxing-county-2011"),
        pytest.param("330602", "2015", 493.25, 3, id="yuecheng-after-2013-official-area"),
        pytest.param("330000", None, 104_159, 60, id="zhejiang"),
        pytest.param("330110", "2017", 1_228, 30, id="yuhang-before-its-split-official-area"),
        pytest.param("330109", "2017", 1_417, 30, id="xiaoshan-before-qiantang-official-area"),
    ],
)
def test_an_area_is_that_of_its_date(
    code: str, as_of: str | None, official: float, within: float
) -> None:
    shape = BOUNDARIES.polygon([code], as_of)
    assert area_km2(shape) == pytest.approx(official, abs=within)


def test_the_three_units_of_2011_have_their_official_area_together() -> None:
    shape = BOUNDARIES.polygon(["330602", "330621", "330682"], "2011")
    assert area_km2(shape) == pytest.approx(2_965, abs=5)


def test_the_cut_county_is_one_body_and_holds_the_towns_of_its_time() -> None:
    yuecheng, county = (BOUNDARIES.polygon([code], "2011") for code in ("330602", "330621"))
    assert yuecheng is not None and yuecheng.geom_type == "Polygon"
    for name in ("孙端镇", "陶堰镇", "富盛镇"):
        (town,) = GAZETTEER.readings(name, "2011")
        point = shapely.Point(town.lon or 0, town.lat or 0)
        assert county is not None and county.contains(point)
        assert not yuecheng.contains(point)


def test_an_ended_unit_keeps_its_outline_when_asked_for_later() -> None:
    then, later = (BOUNDARIES.polygon(["330621"], d) for d in ("2011", "2017"))
    assert then is not None and later is not None and then.equals(later)


@pytest.mark.parametrize("as_of", DATES, ids=str)
def test_counties_cover_china_without_overlap_or_gap(as_of: str | None) -> None:
    frame = BOUNDARIES.units(as_of, "county")
    assert shapely.coverage_is_valid(frame.geometry.values)
    assert frame.geometry.is_valid.all()
    today = BOUNDARIES.units(None, "county")
    assert area_m2(frame).sum() == pytest.approx(area_m2(today).sum(), rel=1e-9)


@pytest.mark.parametrize("level", ["province", "prefecture"])
def test_upper_levels_share_the_borders_of_the_counties(level: str) -> None:
    upper = BOUNDARIES.units("2011-03-28", level)  # type: ignore[arg-type]
    counties = BOUNDARIES.units("2011-03-28", "county")
    assert shapely.coverage_is_valid(upper.geometry.values)
    assert area_m2(upper).sum() == pytest.approx(area_m2(counties).sum(), rel=1e-9)


@given(days, days)
@settings(max_examples=25, deadline=None)
def test_a_rebuild_conserves_the_ground(one: str, other: str) -> None:
    coverage = BOUNDARIES.coverage
    held = [
        sorted(piece for ground in coverage.grounds(GAZETTEER, day) for piece in ground.pieces)
        for day in (one, other)
    ]
    assert held[0] == held[1]
    assert len(set(held[0])) == len(held[0])


@pytest.mark.parametrize(
    ("as_of", "rows", "units"),
    [
        pytest.param("2011-03-28", 85, 90, id="2011"),
        pytest.param("2017-09-04", 86, 89, id="2017"),
        pytest.param(None, 90, 90, id="today"),
    ],
)
def test_zhejiang_has_its_counties_and_says_which_are_drawn_as_one(
    as_of: str | None, rows: int, units: int
) -> None:
    frame = BOUNDARIES.units(as_of, "county", within="330000")
    joint = frame[frame["code"].str.contains("+", regex=False)]
    assert len(frame) == rows
    assert sum(len(code.split("+")) for code in frame["code"]) == units
    assert joint["rule"].str.contains("cannot be told apart").all()
    assert len(BOUNDARIES.units(as_of, "prefecture", within="330000")) == 11


def test_a_row_says_by_which_rule_it_was_rebuilt() -> None:
    frame = BOUNDARIES.units("2011", "county", within="330600").set_index("name")
    assert list(frame.reset_index().columns.sort_values()) == sorted(COLUMNS)
    assert "孙端、陶堰、富盛 cut from" in frame["rule"]["绍兴县"]
    assert frame["rule"]["诸暨市"] == "as in the source"
    assert frame["code_today"]["绍兴县"] == "330603"
    assert "GS(2024)0650" in frame["source"]["绍兴县"]
    renamed = BOUNDARIES.units("2011", "county", within="330185")
    assert "330112 of today" in renamed["rule"].iloc[0]


def test_units_of_all_levels_come_together_within_a_unit_of_the_date() -> None:
    frame = BOUNDARIES.units("2011", within="330600")
    assert frame["level"].tolist() == ["province", "prefecture", *["county"] * 6] or frame[
        "level"
    ].tolist() == ["prefecture", *["county"] * 6]
    assert frame.crs == crs.crs(crs.STORAGE)
    with pytest.raises(UnknownCode):
        BOUNDARIES.units("2017", within="330621")
    with pytest.raises(UnknownCode):
        BOUNDARIES.polygon(["000000"], "2011")
    with pytest.raises(InvalidDate):
        BOUNDARIES.units("2011-99")


def test_every_checked_point_lies_in_its_expected_county() -> None:
    counties = BOUNDARIES.units(None, "county").set_index("code").geometry
    with (FACTS / "plan_gazetteer.csv").open(encoding="utf-8") as file:
        for fact in csv.DictReader(file):
            place = GAZETTEER.get(fact["id"])
            if fact["lon"] and place.line is None and fact["kind"] != "area":
                point = shapely.Point(place.lon or 0, place.lat or 0)
                near = min(counties[c].distance(point) for c in fact["expected_county"].split("|"))
                assert near < 0.02, place


def test_every_town_lies_in_or_beside_its_county() -> None:
    counties = BOUNDARIES.units(None, "county").set_index("code").geometry
    towns = [GAZETTEER.get(key) for keys in GAZETTEER.names().values() for key in keys]
    towns = [t for t in {t.id: t for t in towns}.values() if t.level == "town" and t.within]
    for town in towns[::7]:
        point = shapely.Point(town.lon or 0, town.lat or 0)
        assert counties[town.within].distance(point) < 0.06, town


def test_every_unit_holds_its_point_and_its_circle_holds_the_unit() -> None:
    for place in GAZETTEER.units()[::9]:
        shape = BOUNDARIES.coverage.outline(GAZETTEER, place, place.valid_from or "2009-06-01")
        if shape is None or "outline" in (place.note or "") or place.level == "province":
            continue
        reach = max(
            GAZETTEER.distance_m(place, _at(place, lon, lat))
            for lon, lat in shapely.get_coordinates(shape.convex_hull)
        )
        assert reach <= (place.uncertainty_m or 0) * 1.01, place


def _at(place: object, lon: float, lat: float):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(place, lon=lon, lat=lat)  # type: ignore[type-var]


def test_no_boundary_is_shifted_to_gcj_02() -> None:
    """曹娥江's river towns and 100 m wide facts would all be half a kilometre off."""
    counties = BOUNDARIES.units(None, "county").set_index("code").geometry
    zhoushan = counties["330903"]
    airport = shapely.Point(122.362, 29.9342)  # OurAirports ZSZS, WGS 84
    river = shapely.Point(120.641, 30.1305)  # middle of 曹娥江 between 330602 and 330603, WGS 84
    border = counties["330602"].boundary
    assert zhoushan.contains(airport)
    assert border.distance(river) < 0.0035
    shifted = shapely.Point(*crs.gcj02_from_wgs84(120.641, 30.1305))
    assert border.distance(shifted) > border.distance(river)


def test_lines_water_and_national_lines_are_there() -> None:
    lines = BOUNDARIES.lines().set_index("id")
    ids = {"caoejiang", "qiantang", "g104_sx", "hz_corridor_axis", "coast_hangzhou_bay_osm2017"}
    assert ids <= set(lines.index)
    assert (lines["source"].str.len() > 10).all()
    water = BOUNDARIES.water()
    assert water.geometry.is_valid.all() and 3_000 < area_m2(water).sum() / 1e6 < 12_000
    national = BOUNDARIES.national()
    nine_dash = national[national["kind"] == "nine-dash line"]
    assert len(national) == 8 and len(nine_dash) == 1
    assert nine_dash.total_bounds[1] < 4 and nine_dash.total_bounds[2] > 122


def test_each_place_with_a_line_finds_it() -> None:
    known = set(BOUNDARIES.lines()["id"])
    held = [GAZETTEER.get(key) for keys in GAZETTEER.names().values() for key in keys]
    assert {place.line for place in held if place.line} <= known


def test_every_rule_is_of_a_known_unit_and_of_known_pieces() -> None:
    for rule in rules_from_file(DATA / "rules.csv"):
        assert GAZETTEER.find_unit(rule.id).id == rule.id
        assert BOUNDARIES.coverage.shape(rule.pieces) is not None
        assert rule.source and rule.text


def test_the_files_are_small_and_whole() -> None:
    sizes = [(DATA / f"{n}.parquet").stat().st_size for n in ("counties", "prefectures",
                                                              "provinces", "pieces")]  # fmt: skip
    assert sum(sizes) < 8_000_000
    assert len(gpd.read_parquet(DATA / "counties.parquet")) == 2_891
    assert len(gpd.read_parquet(DATA / "provinces.parquet")) == 34
    for name in ("counties", "prefectures", "provinces"):
        frame = gpd.read_parquet(DATA / f"{name}.parquet")
        assert frame.crs == crs.crs(crs.STORAGE)
        assert shapely.coverage_is_valid(frame.geometry.values)


@pytest.mark.parametrize("name", ["counties.parquet", "pieces.parquet", "rules.csv"])
def test_a_missing_or_broken_coverage_is_one_clear_error(name: str, tmp_path: Path) -> None:
    for file in ("counties.parquet", "pieces.parquet", "rules.csv"):
        (tmp_path / file).write_bytes((DATA / file).read_bytes())
    (tmp_path / name).write_bytes(b"id,x\n1,2\n")
    with pytest.raises(MissingData, match=name):
        Coverage.from_data(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(MissingData, match=name):
        Coverage.from_data(tmp_path)


def test_a_joint_outline_is_the_same_for_each_of_its_units() -> None:
    found = [BOUNDARIES.polygon([c], "2017") for c in ("330102", "330103", "330104", "330105")]
    assert all(shape is not None and shape.equals(found[0]) for shape in found)


def test_a_gazetteer_can_be_shared() -> None:
    gazetteer = Gazetteer.from_data()
    assert Boundaries.from_data(gazetteer).gazetteer is gazetteer
