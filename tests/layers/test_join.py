"""The declared rule: a number holds where its scope is a unit of the claim or above it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.ancestry import Ancestry
from layers.build import Layers
from layers.join import codes_of, growth, join
from layers.records import Member, Target
from tests.layers import specimen


@pytest.fixture(scope="module")
def tree() -> Ancestry:
    return Ancestry(specimen.gazetteer(), "330600", "2011-03-28")


def row(layers: Layers, name: str) -> dict[str, object]:
    found = layers.claims[layers.claims["name"] == name]
    return dict(found.iloc[0])


def test_the_cluster_shows_the_citys_number_as_the_citys(layers: Layers) -> None:
    zhuji = row(layers, "诸暨先进装备制造业集聚区")
    assert zhuji["target_value_cny"] == 1000e8
    assert (zhuji["target_scope"], zhuji["target_level"]) == ("绍兴市", "prefecture")
    assert zhuji["target_quote"] == "全市先进装备制造业产值突破1000亿元"


def test_baseline_and_target_imply_a_growth_with_the_measures_named(layers: Layers) -> None:
    zhuji = row(layers, "诸暨先进装备制造业集聚区")
    assert (zhuji["baseline_value_cny"], zhuji["baseline_year"]) == (560e8, 2010)
    assert zhuji["implied_growth_per_year"] == pytest.approx((1000 / 560) ** 0.2 - 1, abs=1e-6)
    assert "口径不同" in str(zhuji["growth_note"])


def test_without_a_number_of_its_own_industry_the_total_is_shown_as_total(layers: Layers) -> None:
    assert row(layers, "袍江")["target_industry"] == "总体"


def test_the_province_stands_apart(layers: Layers) -> None:
    zhuji = row(layers, "诸暨先进装备制造业集聚区")
    assert (zhuji["upper_target_scope"], zhuji["upper_target_value_cny"]) == ("浙江省", 2.5e12)
    upper = set(layers.targets[layers.targets["plan"] == specimen.ZJ]["id"])
    assert not upper & set(str(zhuji["target_ids"]).split("；"))


def test_the_citys_plan_never_speaks_for_the_provinces_claims(layers: Layers) -> None:
    city = layers.claims[layers.claims["plan"] == specimen.ZJ].iloc[0]
    assert str(city["upper_target_ids"]) == "nan"
    assert city["target_scope"] == "浙江省"


def test_a_threshold_of_firms_is_never_shown_before_the_amount(layers: Layers) -> None:
    assert not (layers.claims["target_quote"].str.contains("龙头企业")).any()


def test_a_sibling_county_gets_nothing(tree: Ancestry) -> None:
    claim = specimen.shaoxing().claims[1]
    other = replace(specimen.shaoxing().targets[1], scope=(specimen.county("330624"),))
    assert join(claim, (other,), (), tree.chain).targets == ()


@pytest.mark.parametrize(
    ("codes", "joined"),
    [
        pytest.param(("1",), True, id="class-above-its-part"),
        pytest.param(("1.5",), True, id="same"),
        pytest.param(("1.1",), False, id="sister"),
        pytest.param(("15",), False, id="same-digits-other-class"),
    ],
)
def test_between_plans_a_class_covers_its_parts_only(
    tree: Ancestry, codes: tuple[str, ...], joined: bool
) -> None:
    claim = replace(specimen.shaoxing().claims[1], industry_codes=("1.5",))
    above = replace(specimen.zhejiang().targets[0], industry="信息技术", industry_codes=codes)
    assert bool(join(claim, (), (above,), tree.chain).upper) is joined


@pytest.mark.parametrize(
    ("member", "first"),
    [
        pytest.param(Member("上虞市", "330682", "330604"), "330682", id="unit"),
        pytest.param(Member("袍江", id="paojiang", within="330602"), "330602", id="zone"),
        pytest.param(Member("滨海工业区", within="330603"), "330621", id="todays-county-of-then"),
    ],
)
def test_a_member_is_held_by_units_of_the_plans_date(
    tree: Ancestry, member: Member, first: str
) -> None:
    chain = tree.chain(member)
    assert chain[0] == first and chain[-2:] == ("330600", "330000")


def test_codes_rank_the_nearest_first(tree: Ancestry) -> None:
    codes = codes_of((specimen.county("330621"), specimen.county("330682")), tree.chain)
    assert codes == ("330621", "330682", "330600", "330000")


@given(
    start=st.floats(1, 1e12),
    factor=st.floats(0.1, 10),
    years=st.integers(1, 20),
)
def test_growth_leads_from_the_baseline_to_the_target(
    start: float, factor: float, years: int
) -> None:
    shown = specimen.shaoxing().targets[1]
    before = replace(shown, value_base=start, year=2010)
    after = replace(shown, value_base=start * factor, year=2010 + years)
    yearly = growth(before, after)
    assert yearly is not None
    assert start * (1 + yearly) ** years == pytest.approx(start * factor, rel=1e-4 * years)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"value_base": 0.0}, id="zero"),
        pytest.param({"year": None}, id="undated"),
        pytest.param({"indicator": "企业数", "unit_base": "count"}, id="count"),
    ],
)
def test_growth_is_none_where_it_means_nothing(change: dict[str, object]) -> None:
    shown = specimen.shaoxing().targets[1]
    before: Target = replace(shown, value_base=1e9, year=2010)
    assert growth(replace(before, **change), replace(shown, **change)) is None  # type: ignore[arg-type]
