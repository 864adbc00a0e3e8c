"""The method page: its figures are those of the layers and files, none typed."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from layers import provenance
from tests.ui.pages import nodes, page_text, run, text, trees
from ui import accounts


def part(tested: Any, name: str) -> str:
    (found,) = nodes(trees(tested), data_part=name)
    return text(found)


def test_counts_are_those_of_the_layers(both: SimpleNamespace) -> None:
    layers = both.layers
    for account, plan in zip(
        accounts.readings(layers, both.plans),
        ("zhejiang-2017-2020", "shaoxing-2011-2015"),
        strict=True,
    ):
        assert account.targets == (layers.targets["plan"] == plan).sum()
        assert account.placed == (layers.claims["plan"] == plan).sum()
        assert f"{account.characters:,}" in part(run("method"), "read")


def test_what_has_no_place_is_listed_with_its_reason(both: SimpleNamespace) -> None:
    said = part(run("method"), "unlocated")
    for name in both.layers.unlocated["name"]:
        assert name in said
    assert "原文没有写地点" in said


def test_every_source_is_named_with_its_licence(both: SimpleNamespace) -> None:
    said = part(run("method"), "sources")
    for entry in provenance.entries():
        assert str(entry["licence"]) in said
        assert str(entry["sha256"])[:12] in said


def test_the_plans_are_cited_by_number_and_date(both: SimpleNamespace) -> None:
    said = part(run("method"), "cite")
    assert "《绍兴市战略性新兴产业发展规划(2011—2015年)》，绍政发〔2011〕23号，2011-03-28。" in said


def test_measurements_come_from_the_benchmarks_file(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.json"
    table = {"title": "规划", "columns": ["项", "F1"], "rows": [["claims", 0.98]]}
    path.write_text(json.dumps({"tool": "make benchmark", "tables": [table]}), encoding="utf8")
    found = accounts.accuracy(path)
    assert found is not None and found.tables[0].rows == (("claims", "0.98"),)


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param("", id="empty"),
        pytest.param("{}", id="no-tables"),
        pytest.param('{"tables": [{"title": 1}]}', id="no-columns"),
    ],
)
def test_a_broken_file_of_measurements_is_none(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "accuracy.json"
    path.write_text(broken, encoding="utf8")
    assert accounts.accuracy(path) is None
    assert accounts.accuracy(tmp_path / "missing.json") is None


def test_english(both: SimpleNamespace) -> None:
    assert "How to cite" in page_text(run("method", lang="en"))


def test_hostile_text_stays_text(hostile: SimpleNamespace) -> None:
    tested = run("method")
    assert not tested.exception
    assert hostile.plans[0].title in page_text(tested)
