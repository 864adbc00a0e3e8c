"""The compare page: two sides by class, and answers between plans with both quotes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.ui.pages import nodes, page_text, run, text, trees


def row(tested: Any, code: str) -> Any:
    (found,) = nodes(trees(tested), data_class=code)
    return found


def cells(tested: Any, code: str) -> list[str]:
    (facing,) = nodes([row(tested, code)], class_="facing")
    return [text(cell) for cell in facing[2:]]


def test_both_plans_by_default_province_first(both: SimpleNamespace) -> None:
    tested = run("compare")
    assert [box.value for box in tested.selectbox] == [
        "plan:zhejiang-2017-2020",
        "plan:shaoxing-2011-2015",
    ]
    left, right = cells(tested, "1")
    assert "信息技术 · 物联网 · 人工智能" in left
    assert "新兴信息" in right and "33 亿元" in right and "力争约 500 亿元" in right
    assert "没有写到这一类" in cells(tested, "8")[1]


def test_every_claim_leads_to_its_sentence(both: SimpleNamespace) -> None:
    ways = nodes(trees(run("compare")), data_go="plan")
    layers = both.layers
    known = set(layers.claims["id"]) | set(layers.targets["id"]) | set(layers.unlocated["id"])
    assert len(ways) > 100
    assert {way[1]["data-sel"] for way in ways} <= known
    assert all(way[1]["href"].startswith("plan?") for way in ways)


def test_where_zhejiang_names_shaoxing_both_are_quoted(both: SimpleNamespace) -> None:
    said = page_text(run("compare"))
    assert "浙江省点到绍兴市，绍兴市怎么写" in said
    assert "高档数控机床基地建设" in said
    assert "诸暨先进装备制造业集聚区集聚区 · 规划高档数控机床、现代交通装备制造" in said
    assert "没有写到通用航空" in said
    assert "2011-03 的规划早于 2017-09" in said


def test_two_places(both: SimpleNamespace) -> None:
    tested = run("compare", left="place:330681", right="place:330682")
    assert not tested.exception
    assert "诸暨市" in [
        tested.selectbox[0].options[i] for i in range(len(tested.selectbox[0].options))
    ]
    left, right = cells(tested, "7")
    assert "环保" in left and "节能电光源" in right
    assert "点到" not in page_text(tested)


def test_an_unknown_side_falls_back(both: SimpleNamespace) -> None:
    tested = run("compare", left="place:999999")
    assert tested.selectbox[0].value == "plan:zhejiang-2017-2020"


def test_choosing_a_side_writes_the_link(both: SimpleNamespace) -> None:
    tested = run("compare")
    tested.selectbox[1].select("place:330681").run()
    assert tested.query_params["right"] == "place:330681"
    assert "环保" in cells(tested, "7")[1]


def test_the_filter_narrows_both_sides(both: SimpleNamespace) -> None:
    tested = run("compare", industry="6")
    classes = {node[1]["data-class"] for node in nodes(trees(tested)) if "data-class" in node[1]}
    assert classes == {"6"}


def test_english(both: SimpleNamespace) -> None:
    said = page_text(run("compare", lang="en"))
    assert "Where 浙江省 names 绍兴市" in said
    assert "High-end equipment" in said


def test_hostile_text_stays_text(hostile: SimpleNamespace) -> None:
    tested = run("compare")
    assert not tested.exception
    assert hostile.layers.claims.iloc[0]["name"] in page_text(tested)
