"""Plans of any issuer in the country, of any date, make layers and a page."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace

import pytest

from geo.boundaries import Boundaries
from layers import build_layers, filter_layers, read_plan
from layers.filters import Filter
from layers.library import shipped_gazetteer
from ui import choice
from ui.content import content
from ui.state import State

ISSUERS = [
    pytest.param("110000", "2011", "北京市", "海淀区", id="a municipality"),
    pytest.param("440000", "2016", "广东省", "东莞市", id="cities without counties"),
    pytest.param("441900", "2021", "东莞市", "东莞市", id="such a city"),
    pytest.param("460000", "2016", "海南省", "儋州市", id="cities of a new kind"),
    pytest.param("330105", "2016", "拱墅区", "拱墅区", id="a line that nobody knows"),
    pytest.param("330621", "2016", "绍兴县", "柯桥区", id="a code after its time"),
]


@cache
def boundaries() -> Boundaries:
    return Boundaries.from_data(shipped_gazetteer())


@pytest.mark.parametrize(("issuer", "issued", "name", "place"), ISSUERS)
def test_it_has_layers_and_a_page(issuer: str, issued: str, name: str, place: str) -> None:
    text = f"{name}产业发展规划（2016—2020年）\n打造{place}光伏产业集聚区。"
    reading = read_plan(text.encode(), issuer, issued)
    layers = build_layers([reading])
    assert len(layers.claims) == 1
    made = content(layers, (reading.plan,), boundaries())
    (view,) = made.ground["views"].values()
    assert len(view["bounds"]) == 4 and view["units"]


@pytest.mark.parametrize("date", ["2011", "2016", "2021"])
@pytest.mark.parametrize("province", ["110000", "440000", "460000", "410000", "650000"])
def test_each_unit_of_a_level_has_one_row(province: str, date: str) -> None:
    units = boundaries().units(date, within=province)
    leaf = units[(units["level"] == "county") | ~units["code"].isin(units["parent"])]
    assert not units[units["code"].notna()].duplicated(["code", "level"]).any()
    assert "union of its counties on the date" not in set(units[units["level"] == "county"]["rule"])
    whole = units.loc[units["level"] == "province", "area_km2"].sum()
    assert leaf["area_km2"].sum() == pytest.approx(whole, rel=2e-4)


def test_two_plans_of_one_issuer_have_their_own_ground() -> None:
    texts = [f"绍兴市产业规划（{y}—{y + 4}年）\n打造诸暨袜业产业集群。" for y in (2011, 2016)]
    readings = [
        read_plan(text.encode(), "330600", year, name=f"shaoxing-{year}")
        for text, year in zip(texts, ("2011", "2016"), strict=True)
    ]
    made = content(build_layers(readings), tuple(r.plan for r in readings), boundaries())
    assert set(made.ground["views"]) == {"shaoxing-2011", "shaoxing-2016"}


def test_each_plan_has_a_view_that_links_commands_and_the_map_know() -> None:
    texts = {
        "hubei-2016": ("420000", "湖北省产业规划\n打造宜昌光伏产业集聚区。"),
        "wuhan-2016": ("420100", "武汉市产业规划\n打造汉阳汽车产业集聚区。"),
        "wuhan-2021": ("420100", "武汉市产业规划\n打造江夏汽车产业集聚区。"),
    }
    readings = [
        read_plan(text.encode(), issuer, name[-4:], name=name)
        for name, (issuer, text) in texts.items()
    ]
    layers = build_layers(readings)
    assert layers.lines.empty  # those that the gazetteer has run through Zhejiang
    made = content(layers, tuple(r.plan for r in readings), boundaries())
    assert made.records["views"] == {"hubei": "", "wuhan": "420100", "wuhan-2021": "420100"}
    assert [plan["view"] for plan in made.records["plans"]] == list(made.records["views"])
    shown = filter_layers(layers, Filter(view="wuhan-2021")).claims
    assert set(shown["name"]) == {"江夏汽车产业集聚区", "汉阳汽车产业集聚区"}


@pytest.mark.parametrize(("view", "within"), [("shaoxing", "330600"), ("mars", ""), ("", "")])
def test_a_link_narrows_to_its_view(both: SimpleNamespace, view: str, within: str) -> None:
    """A view that no plan has is left out, and the rest of the link stays."""
    wanted = choice.chosen(State(parameters={"view": [view], "kind": ["zone"]}))
    assert (wanted.within, wanted.kinds) == (within, ("zone",))
