"""Names, codes and dates of places."""

from __future__ import annotations

import datetime
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InvalidDate, MissingData, UnknownCode
from geo.gazetteer import Gazetteer, date
from geo.place import Place, valid
from geo.tables import DATA, TABLES

GAZETTEER = Gazetteer.from_data()
days = st.dates(min_value=datetime.date(2009, 1, 1), max_value=datetime.date(2026, 9, 1)).map(str)


@pytest.mark.parametrize(
    ("name", "as_of", "codes"),
    [
        pytest.param("绍兴县", "2011-03-28", ["330621"], id="county-before-its-end"),
        pytest.param("绍兴县", "2013-10-17", ["330621"], id="county-on-its-last-day"),
        pytest.param("绍兴县", "2013-10-18", [], id="county-on-the-day-of-its-end"),
        pytest.param("绍兴县", "2017", [], id="county-after-its-end"),
        pytest.param("柯桥区", "2011-03-28", [], id="district-before-it-began"),
        pytest.param("柯桥区", "2017-09-04", ["330603"], id="district-later"),
        pytest.param("绍兴", "2011-03-28", ["330600", "330621"], id="city-and-county-share-a-name"),
        pytest.param("绍兴", "2017-09-04", ["330600"], id="city-alone-later"),
        pytest.param("临安市", "2017-09-04", [], id="city-that-became-a-district-that-summer"),
        pytest.param("临安区", "2017-09-04", ["330112"], id="the-district-it-became"),
        pytest.param("襄樊市", "2009", ["420600"], id="renamed-city-before"),
        pytest.param("襄樊市", "2015", [], id="renamed-city-after"),
        pytest.param("襄阳市", "2015", ["420600"], id="new-name-of-the-city"),
        pytest.param("昭化区", "2014", ["510811"], id="renamed-district"),
        pytest.param("元坝区", "2011", ["510811"], id="its-old-name"),
        pytest.param("景宁", "2017", ["331127"], id="autonomous-county"),
        pytest.param("和林格尔", "2020", ["150123"], id="long-county-name"),
        pytest.param("黔东南", "2020", ["522600"], id="autonomous-prefecture"),
        pytest.param("凉山", "2020", ["513400"], id="autonomous-prefecture-two-characters"),
        pytest.param("延边", "2020", ["222400"], id="korean-prefecture"),
        pytest.param("滑县", "2017", ["410526"], id="one-character-county-keeps-its-suffix"),
        pytest.param("滑", "2017", [], id="no-bare-character"),
        pytest.param("崇文区", "2009", ["110103"], id="merged-district"),
        pytest.param("浦东", "2020", ["310115"], id="new-area-that-is-a-district"),
        pytest.param("羊城", "2020", ["440100"], id="nickname"),
    ],
)
def test_a_name_means_the_units_of_its_date(name: str, as_of: str, codes: list[str]) -> None:
    found = [p.code for p in GAZETTEER.readings(name, as_of) if p.code]
    assert found == codes


@pytest.mark.parametrize(
    ("name", "level", "within"),
    [
        pytest.param("袍江", "zone", "330602", id="zone"),
        pytest.param("绍兴滨海新城", "zone", "330602", id="new-town-over-three-counties"),
        pytest.param("店口", "town", "330681", id="town"),
        pytest.param("牌头镇", "town", "330681", id="town-with-suffix"),
        pytest.param("孙端镇", "town", "330602", id="town-that-changed-county"),
        pytest.param("新和成", "enterprise", "330624", id="firm"),
        pytest.param("中国光谷", "zone", "420111", id="nickname-of-a-zone"),
        pytest.param("蒙东", "region", None, id="region"),
        pytest.param("沿曹娥江", "line", None, id="river"),
        pytest.param("104国道沿线", "line", None, id="road"),
    ],
)
def test_a_name_without_code_means_one_place(name: str, level: str, within: str | None) -> None:
    (place,) = GAZETTEER.readings(name, "2011-03-28")
    assert (place.level, place.within, place.code) == (level, within, None)


def test_what_is_unverified_stays_marked() -> None:
    for id, confidence, words in [
        ("tz_uav", "low", "no coordinate on any page"),
        ("jiangbin", "medium", "142 km2"),
        ("jialike", "none", "no page found"),
        ("bijing", "none", "no page found"),
        ("optics_valley", "low", "unverified recollection"),
    ]:
        place = GAZETTEER.get(id)
        assert place.confidence == confidence
        assert words in (place.note or "")


def test_a_zone_lies_where_a_page_says_that_it_does() -> None:
    (zone,) = GAZETTEER.readings("青岛西海岸新区", "2022")
    assert (zone.within, zone.confidence) == ("370211", "medium")
    assert zone.source.startswith("http")
    (zone,) = GAZETTEER.readings("长沙经开区", "2022")
    assert zone.note == "point from memory"


def test_a_code_stands_for_the_unit_of_its_date() -> None:
    assert GAZETTEER.unit("330110", "2017").code_today == ("330110", "330113")
    assert GAZETTEER.unit("330110").code_today == ("330110",)
    assert GAZETTEER.unit("330621", 2011).code_today == ("330603",)
    assert GAZETTEER.unit("110103", 2009).code_today == ("110101",)
    with pytest.raises(UnknownCode, match="the code stands for 绍兴县"):
        GAZETTEER.unit("330621", 2017)
    assert GAZETTEER.find_unit("330621", 2017).name == "绍兴县"
    assert GAZETTEER.find_unit("330110@2021").valid_to == "2021-03-11"
    for unknown in ("999999", "", "绍兴", "3306", "330621@1999"):
        with pytest.raises(UnknownCode):
            GAZETTEER.find_unit(unknown)


def test_zhejiang_is_complete_on_three_dates() -> None:
    for as_of, count in [("2011-03-28", 90), ("2017-09-04", 89), (None, 90)]:
        counties = [
            p
            for p in GAZETTEER.units()
            if p.level == "county" and "330000" in p.parents and p.in_force(as_of)
        ]
        assert len(counties) == count
    assert len(GAZETTEER.children("330000", "2011")) == 11


def test_short_forms_of_one_character() -> None:
    def short(text: str, within: str | None, as_of: str) -> list[list[str]]:
        return [[p.name for p in GAZETTEER.short(c, within, as_of)] for c in text]

    assert short("绍虞嵊新", "330600", "2011") == [["绍兴县"], ["上虞市"], ["嵊州市"], ["新昌县"]]
    assert short("赤锡通", "150000", "2020") == [["赤峰市"], ["锡林郭勒盟"], ["通辽市"]]
    assert short("湘琼桂", None, "2020") == [["湖南省"], ["海南省"], ["广西壮族自治区"]]
    assert short("宝天", None, "2020") == [["宝鸡市"], ["天水市"]]
    assert short("虞", "330600", "2017") == [["上虞区"]]
    assert short("", "330600", "2011") == []
    assert GAZETTEER.short("绍兴", "330600", "2011") == ()


def test_enclosing_follows_the_codes_of_the_time_and_the_ground_of_today() -> None:
    city, county, district = (GAZETTEER.unit(c, 2011) for c in ("330600", "330621", "330602"))
    sunduan = GAZETTEER.readings("孙端镇", "2011")[0]
    assert GAZETTEER.encloses(city, county)
    assert not GAZETTEER.encloses(county, city)
    assert GAZETTEER.encloses(county, sunduan)
    assert GAZETTEER.encloses(GAZETTEER.unit("330600"), sunduan)
    assert not GAZETTEER.encloses(district, sunduan)
    (later,) = GAZETTEER.readings("孙端镇", "2014")
    assert GAZETTEER.encloses(district, later)
    assert not GAZETTEER.encloses(county, later)
    (keyan,) = GAZETTEER.readings("柯岩街道", "2017")
    assert GAZETTEER.encloses(GAZETTEER.unit("330603"), keyan)
    assert GAZETTEER.encloses(county, keyan)
    assert not GAZETTEER.encloses(district, keyan)
    assert GAZETTEER.encloses(GAZETTEER.get("changsanjiao"), GAZETTEER.get("paojiang"))
    assert GAZETTEER.encloses(GAZETTEER.get("china"), city)
    assert not GAZETTEER.encloses(GAZETTEER.get("paojiang"), city)
    assert not GAZETTEER.encloses(GAZETTEER.unit("320000"), city)


@pytest.mark.parametrize("key", ["caoejiang", "g104"])
def test_a_line_lies_where_all_its_counties_lie(key: str) -> None:
    line = GAZETTEER.get(key)
    assert GAZETTEER.encloses(GAZETTEER.unit("330600"), line)
    assert not GAZETTEER.encloses(GAZETTEER.unit("330602"), line)
    assert not GAZETTEER.encloses(GAZETTEER.unit("330100"), line)


def test_distance_is_metres_and_infinite_without_a_point() -> None:
    paojiang, diankou = GAZETTEER.get("paojiang"), GAZETTEER.get("diankou")
    assert GAZETTEER.distance_m(paojiang, diankou) == pytest.approx(30_900, rel=0.02)
    assert math.isinf(GAZETTEER.distance_m(paojiang, GAZETTEER.get("china")))


NO_DATES = (
    *("", "11", "2011-3", "2011-13", "2011-00", "2011-01-32", "２０１１", "2011\n"),
    *("2011-03-28T00:00", "x" * 5_000_000),
)


@pytest.mark.parametrize("text", NO_DATES, ids=range(len(NO_DATES)))
def test_what_is_no_date_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(InvalidDate) as caught:
        date(text)
    assert "YYYY-MM-DD" in str(caught.value)
    assert len(str(caught.value)) < 250
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["", " ", "\0", "绍兴县" * 1_700_000, "🙂", "%s{}"])
def test_hostile_names_have_no_readings(name: str) -> None:
    assert GAZETTEER.readings(name, "2011") == ()
    assert GAZETTEER.bearers(name) == ()


@given(st.sampled_from(sorted(GAZETTEER.names())), days)
def test_every_reading_bears_the_name_and_is_in_force(name: str, day: str) -> None:
    for place in GAZETTEER.readings(name, day):
        assert place.id in GAZETTEER.names()[name]
        assert place.valid_from is None or place.valid_from <= day
        assert place.valid_to is None or day < place.valid_to + "\uffff"


@given(st.sampled_from(GAZETTEER.units()), days)
def test_a_day_implies_its_year_and_month(place: Place, day: str) -> None:
    if place.in_force(day):
        assert place.in_force(day[:7])
        assert place.in_force(day[:4])


@given(st.sampled_from(GAZETTEER.units()))
def test_parents_were_known_codes_and_ground_is_of_today(place: Place) -> None:
    assert all(GAZETTEER.knows(code) for code in place.parents)
    assert all(GAZETTEER.unit(code).in_force(None) for code in place.code_today)


def test_validity_ends_on_the_day_of_the_successor_or_with_the_year() -> None:
    assert valid("2013-10-18", None, "2013-10-18")
    assert not valid(None, "2013-10-18", "2013-10-18")
    assert valid(None, "2014", "2014-12-31")
    assert not valid(None, "2014", "2015-01-01")
    assert not valid("2014", "2016", "2013-12")
    assert valid(None, "2017-04", "2017-04")
    assert not valid(None, "2017-04", "2017-05-01")
    assert not valid(None, "2014", None)


@pytest.mark.parametrize("table", [*TABLES, "characters.csv"])
def test_a_missing_or_broken_table_is_one_clear_error(table: str, tmp_path: Path) -> None:
    for name in (*TABLES, "characters.csv"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    (tmp_path / table).write_text("id,name\nx,y\n", encoding="utf-8")
    with pytest.raises(MissingData, match=table):
        Gazetteer.from_data(tmp_path)
    (tmp_path / table).unlink()
    with pytest.raises(MissingData, match="restore it"):
        Gazetteer.from_data(tmp_path)


def test_a_second_row_with_the_same_id_is_refused() -> None:
    row = ["a", "名", "town", *[""] * 15]
    with pytest.raises(ValueError, match="'a' twice"):
        Gazetteer([row, row], [])
