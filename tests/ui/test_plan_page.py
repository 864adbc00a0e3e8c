"""The plan reader: which plan, which record, and everything as data that is drawn as text."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.ui.pages import components, run

SX, ZJ = "shaoxing-2011-2015", "zhejiang-2017-2020"


def reader(**parameters: str) -> dict[str, Any]:
    tested = run("plan", **parameters)
    assert not tested.exception
    (data,) = components(tested, "reader")
    return data


def words(data: dict[str, Any]) -> str:
    return "\n".join("".join(text for text, _ in pieces) for _, _, pieces in data["blocks"])


@pytest.mark.parametrize(
    ("parameters", "plan"),
    [
        pytest.param({}, ZJ, id="province-first"),
        pytest.param({"doc": SX}, SX, id="asked-for"),
        pytest.param({"plan": SX}, SX, id="the-filters"),
        pytest.param({"doc": "no-such-plan"}, ZJ, id="unknown"),
    ],
)
def test_which_plan_is_read(both: SimpleNamespace, parameters: dict[str, str], plan: str) -> None:
    assert reader(**parameters)["plan"] == plan


def test_the_whole_plan_is_there(both: SimpleNamespace) -> None:
    plan = next(p for p in both.plans if p.id == SX)
    assert words(reader(doc=SX)) == plan.clean.rstrip("\n")


def test_a_record_of_the_link_opens_its_plan(both: SimpleNamespace) -> None:
    claims = both.layers.claims
    claim = claims[claims["name"] == "嵊新先进装备制造业集聚区"].iloc[0]
    data = reader(sel=claim["id"], doc=ZJ)
    assert (data["plan"], data["selected"]) == (SX, claim["id"])
    mark = next(m for m in data["marks"] if m["id"] == claim["id"])
    assert mark["title"] == "嵊新先进装备制造业集聚区"
    assert ["所在", "嵊州市、新昌县"] in mark["facts"]


def test_every_claim_and_number_of_the_plan_is_marked(both: SimpleNamespace) -> None:
    layers = both.layers
    wanted = set(layers.claims.loc[layers.claims["plan"] == ZJ, "id"])
    wanted |= set(layers.targets.loc[layers.targets["plan"] == ZJ, "id"])
    listed = layers.unlocated[layers.unlocated["type"] == "claim"]
    wanted |= set(listed.loc[listed["plan"] == ZJ, "id"])
    assert {mark["id"] for mark in reader(doc=ZJ)["marks"]} == wanted


def test_the_contents_are_the_plans_headings(both: SimpleNamespace) -> None:
    titles = [title for title, *_ in reader(doc=ZJ)["contents"]]
    assert titles[:2] == ["一、总体要求", "（一）指导思想"]
    assert "（七）促进新能源汽车规模化生产和应用" in titles


def test_the_filter_dims_what_it_hides(both: SimpleNamespace) -> None:
    assert reader(doc=SX)["shown"] is None
    shown = set(reader(doc=SX, industry="6")["shown"])
    classes = {mark["code"] for mark in reader(doc=SX)["marks"] if mark["id"] in shown}
    assert classes == {"6"}


def test_english_words_around_the_chinese_text(both: SimpleNamespace) -> None:
    data = reader(doc=SX, lang="en")
    assert data["text"]["contents"] == "Contents"
    assert any(mark["kicker"] == "Agglomeration area · Planned" for mark in data["marks"])


def test_a_hostile_plan_travels_as_data(hostile: SimpleNamespace) -> None:
    data = reader()
    plan = hostile.plans[0]
    assert data["title"] == plan.title
    assert words(data) == plan.clean.rstrip("\n")
