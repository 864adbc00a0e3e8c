"""Readings to layers: geometry of the date, nothing dropped, ids that stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from layers import build_layers, read_plan
from layers.build import Layers, build
from layers.ledger import audit
from layers.library import read_bytes, shipped_gazetteer
from tests.layers import specimen


def test_what_has_no_place_is_listed_with_its_reason(layers: Layers) -> None:
    listed = dict(zip(layers.unlocated["name"], layers.unlocated["reason"], strict=True))
    assert listed == {"嘉利珂钴镍材料": "no_place_in_text", "江滨区": "ambiguous"}


def test_nothing_that_was_read_is_dropped(layers: Layers) -> None:
    read = [specimen.shaoxing(), specimen.zhejiang()]
    claims = {c.id for r in read for c in r.claims}
    refused = {u.id for r in read for u in r.unlocated}
    assert set(layers.claims["id"]) | set(layers.unlocated["id"]) == claims | refused
    assert set(layers.targets["id"]) == {t.id for r in read for t in r.targets}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("绍虞先进装备制造业集聚区", "MultiPolygon", id="two-counties"),
        pytest.param("104国道沿线", "LineString", id="corridor"),
        pytest.param("袍江", "Point", id="zone"),
    ],
)
def test_the_geometry_follows_the_precision(layers: Layers, name: str, kind: str) -> None:
    found = layers.claims[layers.claims["name"] == name]
    assert list(found.geom_type) == [kind]


def test_rows_stay_when_unrelated_rows_go() -> None:
    reading = specimen.shaoxing()
    fewer = replace(reading, claims=reading.claims[1:], targets=reading.targets)
    one = build((reading,), specimen.Boxes(), specimen.gazetteer()).claims
    other = build((fewer,), specimen.Boxes(), specimen.gazetteer()).claims
    kept = one[one["id"].isin(other["id"])].reset_index(drop=True)
    assert len(kept) == len(one) - 1
    assert kept.equals(other)


def test_the_order_of_readings_does_not_matter() -> None:
    pair = (specimen.shaoxing(), specimen.zhejiang())
    one = build(pair, specimen.Boxes(), specimen.gazetteer())
    other = build(pair[::-1], specimen.Boxes(), specimen.gazetteer())
    assert all(frame.equals(getattr(other, name)) for name, frame in one.frames().items())
    assert one.provenance.build == other.provenance.build


def test_the_county_of_2011_is_drawn_as_of_2011(real: Layers) -> None:
    units = real.units[real.units["plan"] == specimen.SX].set_index("code")
    assert units.loc["330621", "name"] == "绍兴县"
    assert units.loc["330621", "area_km2"] == pytest.approx(1206, abs=15)
    assert units.loc["330621", "code_today"].split("；")[0] == "330603"


def test_units_are_the_issuers_own(real: Layers) -> None:
    shaoxing = real.units[real.units["plan"] == specimen.SX]
    assert set(shaoxing["level"]) == {"prefecture", "county"}
    assert len(shaoxing) == 7
    zhejiang = real.units[real.units["plan"] == specimen.ZJ]
    assert (zhejiang["level"] == "prefecture").sum() == 11


def test_ids_stay_when_the_text_behind_them_goes(real: Layers) -> None:
    plan = specimen.plan(specimen.SX)
    cut = plan.text[: plan.text.index("四、政策举措")]
    assert len(cut) < 0.8 * len(plan.text)
    reading = read_bytes(cut.encode(), plan.id, plan.issuer, plan.issued)
    rows = real.claims[real.claims["plan"] == plan.id]
    before = set(rows["id"][rows["evidence_end"] < len(cut)])
    assert len(before) > 40
    assert before <= {claim.id for claim in reading.claims}


def test_coordinates_stand_on_the_grid_of_six_decimals(real: Layers) -> None:
    for name in ("claims", "units", "lines"):
        points = shapely.get_coordinates(getattr(real, name).geometry.to_numpy())
        assert abs(points - points.round(6)).max() < 1e-9


def test_quotes_stand_where_the_rows_say(real: Layers) -> None:
    for name in ("claims", "targets", "unlocated"):
        for row in getattr(real, name).itertuples():
            text = specimen.plan(row.plan).text
            assert text[row.evidence_start : row.evidence_end] == row.evidence_exact


@pytest.mark.parametrize(
    ("issuer", "issued", "claimed"),
    [
        pytest.param("330621", "2009", "330603", id="a county that has ended"),
        pytest.param("330682", "2015", "330604", id="a code after its time"),
        pytest.param("330604", "2011", "330604", id="a code before its time"),
    ],
)
def test_any_code_that_ever_was_may_issue_a_plan(issuer: str, issued: str, claimed: str) -> None:
    reading = read_plan("打造纺织产业基地，产值突破100亿元。".encode(), issuer, issued)
    layers = build_layers([reading])
    assert list(layers.unlocated["reason"]) == ["no_place_in_text"]
    assert [m.code_today for c in reading.claims for m in c.members] == [claimed]
    assert audit(reading, shipped_gazetteer()).totals()["used"] == (1, 0)
