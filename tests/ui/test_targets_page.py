"""The targets page: what it shows, that every mark leads to its sentence, and the filters."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import altair as alt
import pytest

from layers import styles
from layers.filters import Filter
from tests.ui.pages import cards, charts, marks, nodes, page_text, run, text, trees


def verdicts(tested: Any) -> list[str]:
    return [node[1]["data-verdict"] for node in nodes(trees(tested), class_="check")]


def test_province_and_city_stand_level_by_class(both: SimpleNamespace) -> None:
    province, city = charts(run("targets"))[:2]
    rows = [chart["layer"][1]["encoding"]["y"]["scale"]["domain"] for chart in (province, city)]
    assert rows[0] == rows[1]
    at = {row["industry"]: row["row"] for chart in (province, city) for row in marks(chart)}
    assert at["高端装备制造"] == at["先进装备制造"]
    assert at["生物"] == at["生物医药"]


def test_every_mark_carries_its_record_and_its_class_colour(both: SimpleNamespace) -> None:
    targets = both.layers.targets.set_index("id")
    for chart in charts(run("targets")):
        for row in marks(chart):
            record = targets.loc[row["id"]]
            assert row["quote"] == "".join(record["evidence_exact"].split())
            entry = styles.industry_class(record["industry_class"])
            if record["industry"] != "总体":
                assert row["colour"] in (entry.ink, entry.fill)


def test_no_chart_names_another_host(both: SimpleNamespace) -> None:
    for chart in charts(run("targets")):
        addresses = [value for value in strings(chart) if "//" in value]
        assert {a for a in addresses if "vega.github.io/schema" not in a} == set()


def test_every_chart_is_valid_vega_lite(both: SimpleNamespace) -> None:
    from ui.state import State
    from ui.targets_content import content

    made = content(State(), Filter())
    charts_ = [column.chart for column in made.columns] + [c.chart for c in made.checks]
    assert len(charts_) == 5
    for chart in charts_:
        alt.LayerChart.from_dict(chart.spec, validate=True)


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for item in inside for found in strings(item)]


def test_the_sums_are_computed_and_say_what_they_show(both: SimpleNamespace) -> None:
    tested = run("targets")
    assert verdicts(tested) == ["rounding", "equal", "not_addable", "equal"]
    said = page_text(tested)
    assert "6 个产业相加为 1,363 亿元，规划报告 1,362 亿元，相差 1 亿元" in said
    assert "6 个产业相加为 4,000 亿元，与规划的总数 4,000 亿元相等" in said
    assert "10 个数字相加是 24,600 亿元，但这个和没有意义，不能拿去和规划的 25,000 亿元相比" in said
    assert "信息技术、物联网、人工智能 在国家分类中同属“新一代信息技术”" in said
    assert "读出的集聚区正好 11 个" in said


def test_every_addend_leads_to_its_sentence(both: SimpleNamespace) -> None:
    ids = set(both.layers.targets["id"])
    buttons = [b for eq in nodes(trees(run("targets")), class_="equation") for b in eq[2:]]
    picks = [b[1]["data-pick"] for b in buttons if b[0] == "button"]
    assert len(picks) == 6 + 6 + 10
    assert set(picks) <= ids


def test_growth_and_its_measures_stand_in_the_table(both: SimpleNamespace) -> None:
    said = page_text(run("targets"))
    for percent in ("+12.3%", "+19.3%", "+32.4%", "+22.5%", "+57.3%", "+72.2%", "+24.0%"):
        assert percent in said
    assert "基期与目标口径不同（销售收入 与 产值）" in said


def test_every_number_has_a_card_with_its_sentence(both: SimpleNamespace) -> None:
    targets = both.layers.targets
    row = targets[targets["evidence_exact"].str.contains("2700")].iloc[0]
    made = cards(run("targets"))
    assert set(made) == set(targets["id"])
    (card,) = nodes([made[row["id"]]], class_="card")
    (marked,) = [node for node in nodes([card]) if node[0] == "mark"]
    assert text(marked) == "".join(row["evidence_exact"].split())
    assert "力争 2,700 亿元" in text(card)
    (way,) = nodes([card], data_go="plan")
    assert way[1]["data-sel"] == row["id"]


def test_counts_with_thresholds_are_listed(both: SimpleNamespace) -> None:
    lines = [text(node) for node in nodes(trees(run("targets")), class_="numbers")]
    said = "\n".join(lines)
    assert "门槛 主营业务收入超过 800 亿元" in said
    assert "充电桩" in said and "不低于 21 万个" in said


@pytest.mark.parametrize(
    ("parameters", "industries"),
    [
        pytest.param({"industry": "6"}, {"新能源"}, id="class"),
        pytest.param({"heading": "物联网"}, {"物联网"}, id="heading"),
        pytest.param({"plan": "shaoxing-2011-2015", "industry": "4"}, {"生物医药"}, id="plan"),
    ],
)
def test_the_maps_filters_hold_here(
    both: SimpleNamespace, parameters: dict[str, str], industries: set[str]
) -> None:
    tested = run("targets", **parameters)
    drawn = [c for c in charts(tested) if c["layer"][0]["mark"]["type"] == "rule"]
    assert {row["industry"] for chart in drawn for row in marks(chart)} == industries
    assert nodes(trees(tested), data_ask="reset")


def test_a_filter_that_leaves_nothing_says_so(both: SimpleNamespace) -> None:
    tested = run("targets", q="没有这样的词")
    assert not tested.exception
    assert "没有金额目标" in page_text(tested)


def test_a_link_with_an_unknown_class_shows_everything(both: SimpleNamespace) -> None:
    assert len(charts(run("targets", industry="99"))) == len(charts(run("targets")))


def test_english_keeps_the_names_and_glosses_the_measures(both: SimpleNamespace) -> None:
    said = page_text(run("targets", lang="en"))
    assert "The 6 industries add up to 1,363" in said
    assert "主营业务收入 (revenue of the main business)" in said
    assert "先进装备制造" in said


def test_hostile_text_stays_text(hostile: SimpleNamespace) -> None:
    tested = run("targets")
    assert not tested.exception
    first = hostile.layers.targets.iloc[0]
    assert first["industry"] in page_text(tested)
    from tests.layers.specimen import HOSTILE

    for word in HOSTILE:
        for block in tested.main:
            body = getattr(getattr(block, "proto", None), "body", "")
            assert word not in body
