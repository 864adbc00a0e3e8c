"""One name, one place, or an error with the way out."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import Ambiguous, Expired, GeoError, NotFound, UnknownCode
from geo.feature import feature
from geo.gazetteer import Gazetteer, distance_m
from geo.geocode import enclosing_circle, geocode

GAZETTEER = Gazetteer.from_data()
PLAN, ACTION = "2011-03-28", "2017-09-04"


@pytest.mark.parametrize(
    ("name", "as_of", "level", "members"),
    [
        pytest.param("绍虞", PLAN, "region", ["绍兴县", "上虞市"], id="county-and-city"),
        pytest.param("嵊新", PLAN, "region", ["嵊州市", "新昌县"], id="two-counties"),
        pytest.param("绍兴市区", PLAN, "county", ["越城区"], id="city-proper"),
        pytest.param("袍江", PLAN, "zone", ["越城区"], id="zone"),
        pytest.param("滨海新城", PLAN, "zone", ["越城区", "绍兴县", "上虞市"], id="new-town"),
        pytest.param("上虞杭州湾新区", PLAN, "zone", ["上虞市"], id="zone-in-a-former-city"),
        pytest.param(
            "沿曹娥江", PLAN, "line", ["新昌县", "嵊州市", "上虞市", "越城区"], id="river"
        ),
        pytest.param(
            "104国道沿线", PLAN, "line",
            ["绍兴县", "越城区", "上虞市", "嵊州市", "新昌县"], id="road",
        ),
        pytest.param("店口", PLAN, "town", ["诸暨市"], id="town"),
        pytest.param("牌头", PLAN, "town", ["诸暨市"], id="another-town"),
        pytest.param(
            "城西科创大走廊", ACTION, "line", ["西湖区", "余杭区", "临安区"], id="corridor"
        ),
        pytest.param("长株潭", "2020", "region", ["长沙市", "株洲市", "湘潭市"], id="region"),
        pytest.param("湘琼", "2020", "region", ["湖南省", "海南省"], id="two-provinces"),
        pytest.param("西湖大学", ACTION, "institution", ["西湖区"], id="university"),
    ],
)  # fmt: skip
def test_a_place_names_the_units_of_the_date(
    name: str, as_of: str, level: str, members: list[str]
) -> None:
    place = geocode(GAZETTEER, name, as_of)
    found = feature(GAZETTEER, place, as_of)["properties"]["members"]
    assert place.level == level
    assert [member["name"] for member in found] == members


@pytest.mark.parametrize(
    ("name", "as_of", "within", "code"),
    [
        pytest.param("绍兴县", 2011, None, "330621", id="year-as-number"),
        pytest.param("绍兴市", PLAN, None, "330600", id="full-name-of-the-city"),
        pytest.param("新昌", PLAN, None, "330624", id="unit-before-a-town-elsewhere"),
        pytest.param("鼓楼区", "2020", "320100", "320106", id="narrowed-by-the-city"),
        pytest.param("鼓楼区", "2020", "350000", "350102", id="narrowed-by-the-province"),
        pytest.param("浙江省绍兴市诸暨市", "2020", None, "330681", id="all-levels"),
        pytest.param("绍兴诸暨", "2020", None, "330681", id="short-levels"),
        pytest.param("浙江绍兴", "2020", None, "330600", id="province-and-city"),
        pytest.param("余杭区", ACTION, None, "330110", id="district-before-its-split"),
        pytest.param(" 绍兴县\n", 2011, None, "330621", id="white-space-around"),
        pytest.param("绍兴县", 2011, "330621", "330621", id="within-itself"),
    ],
)
def test_a_name_and_its_context_give_one_code(
    name: str, as_of: str | int, within: str | None, code: str
) -> None:
    assert geocode(GAZETTEER, name, as_of, within).code == code


def test_an_expired_name_names_its_successor() -> None:
    with pytest.raises(Expired) as caught:
        geocode(GAZETTEER, "绍兴县", 2017)
    assert [p.name for p in caught.value.successors] == ["柯桥区"]
    assert "2013-10-18" in str(caught.value)
    assert "孙端、陶堰、富盛" in str(caught.value)


def test_a_name_of_later_names_what_stood_there_before() -> None:
    with pytest.raises(Expired) as caught:
        geocode(GAZETTEER, "柯桥区", 2011)
    assert [p.name for p in caught.value.successors] == ["绍兴县"]


def test_a_name_borne_by_several_lists_them_and_the_option() -> None:
    with pytest.raises(Ambiguous) as caught:
        geocode(GAZETTEER, "鼓楼区")
    codes = {p.code for p in caught.value.candidates}
    assert codes == {"320106", "320302", "350102", "410204"}
    assert all(code in str(caught.value) for code in codes)
    assert "--within" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "as_of"),
    [
        pytest.param("绍兴", PLAN, id="city-or-county"),
        pytest.param("海南", "2020", id="province-or-prefecture"),
        pytest.param("吉林", "2020", id="province-or-city"),
        pytest.param("新兴", "2020", id="county-or-district"),
        pytest.param("临安市区", "1", id="bad-date"),
        pytest.param("", PLAN, id="empty"),
        pytest.param("战略性新兴产业", PLAN, id="dictionary-trap"),
        pytest.param("绍", PLAN, id="one-character"),
        pytest.param("苹果", PLAN, id="two-characters-of-nothing"),
        pytest.param("绍虞", ACTION, id="string-whose-county-is-gone"),
        pytest.param("绍兴县县", PLAN, id="almost-a-name"),
        pytest.param("绍興縣", PLAN, id="other-script"),
        pytest.param("绍兴" * 2_500_000, PLAN, id="five-megabytes"),
        pytest.param("\x00\x1b[31m", PLAN, id="control-characters"),
    ],
)
def test_what_is_not_one_place_is_refused_in_one_short_line(name: str, as_of: str) -> None:
    with pytest.raises(GeoError) as caught:
        geocode(GAZETTEER, name, as_of)
    message = str(caught.value)
    assert message.startswith("expected ")
    assert message.isprintable()
    assert len(message) < 1_500


def test_a_context_that_is_no_unit_of_the_date_is_refused() -> None:
    with pytest.raises(UnknownCode, match="柯桥区"):
        geocode(GAZETTEER, "绍兴县", 2011, within="330603")
    with pytest.raises(NotFound, match="within 江苏省"):
        geocode(GAZETTEER, "绍兴县", 2011, within="320000")


def test_a_composite_circle_holds_the_circles_of_its_members() -> None:
    place = geocode(GAZETTEER, "绍虞", 2011)
    for key in place.members:
        part = GAZETTEER.get(key)
        far = distance_m((place.lon or 0, place.lat or 0), (part.lon or 0, part.lat or 0))
        assert far + (part.uncertainty_m or 0) <= (place.uncertainty_m or 0)


@given(st.lists(st.sampled_from(GAZETTEER.units()), min_size=1, max_size=6))
def test_an_enclosing_circle_holds_every_circle(places: list) -> None:  # type: ignore[type-arg]
    lon, lat, radius = enclosing_circle(places)
    assert lon is not None and lat is not None and radius is not None
    for place in places:
        assert distance_m((lon, lat), (place.lon, place.lat)) + place.uncertainty_m <= radius


@given(st.text(max_size=60), st.sampled_from(["2011", "2017-09-04", None]))
def test_any_text_is_a_place_or_an_error_of_ours(name: str, as_of: str | None) -> None:
    try:
        place = geocode(GAZETTEER, name, as_of)
    except GeoError as error:
        assert str(error).isprintable()
    else:
        assert place.in_force(as_of) or place.members


def test_a_feature_is_rfc_7946_and_carries_the_contract() -> None:
    found = feature(GAZETTEER, geocode(GAZETTEER, "绍兴县", 2011), 2011)
    assert found["id"] == "330621" and found["type"] == "Feature" and "crs" not in found
    wanted = {"name": "绍兴县", "code": "330621", "code_today": "330603", "level": "county",
              "precision": "county", "valid_from": None, "valid_to": "2013-10-18"}  # fmt: skip
    assert wanted.items() <= found["properties"].items()
    west, south, east, north = found["bbox"]
    points = _points(found["geometry"]["coordinates"], lambda x, y: (x, y))
    assert all(west <= x <= east and south <= y <= north for x, y in points)
    assert all(len(str(v).split(".")[1]) <= 6 for p in points for v in p)
    assert _signed_area(found["geometry"]["coordinates"][0]) > 0
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found


def _points(nested: list, of: Callable[[float, float], tuple]) -> list:  # type: ignore[type-arg]
    if isinstance(nested[0], float):
        return [of(*nested)]
    return [point for part in nested for point in _points(part, of)]


def _signed_area(ring: list[list[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


@pytest.mark.parametrize(
    ("name", "precision", "kind"),
    [
        pytest.param("绍虞", "counties", "Polygon", id="counties"),
        pytest.param("绍兴市", "prefecture", "Polygon", id="prefecture"),
        pytest.param("浙江", "province", "MultiPolygon", id="province"),
        pytest.param("袍江", "zone", "Point", id="zone"),
        pytest.param("店口", "town", "Point", id="town"),
        pytest.param("新和成", "point", "Point", id="firm"),
        pytest.param("沿曹娥江", "line", "LineString", id="line"),
        pytest.param("长株潭", "prefecture", "Polygon", id="region-of-prefectures"),
    ],
)
def test_precision_and_geometry_go_together(name: str, precision: str, kind: str) -> None:
    found = feature(GAZETTEER, geocode(GAZETTEER, name, PLAN), PLAN)
    assert found["properties"]["precision"] == precision
    assert found["geometry"]["type"] == kind
