"""The method page: its figures are those of the layers and files, none typed."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from layers import provenance
from tests.ui.pages import nodes, page_text, run, text, trees
from ui import accounts
from ui.method_page import grid


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


def test_columns_of_figures_stand_to_the_right_and_words_do_not() -> None:
    (ledger,) = nodes(trees(run("method")), data_part="ledger")
    heads = [(text(node), node[1].get("class")) for node in nodes([ledger], scope="col")]
    assert heads == [("理由", None), ("数额", "figures"), ("地名", "figures")]
    figures = [text(node).replace(",", "") for node in nodes([ledger], class_="figures")]
    assert len(figures) > 4 and all(figure.isdigit() for figure in figures[2:])


def test_a_blank_does_not_make_words_of_a_column_of_figures() -> None:
    table = grid(["set", "recall", "note"], [["a", "", ""], ["b", "0.50", ""]], "sets")
    heads = [(text(node), node[1].get("class")) for node in nodes([table], scope="col")]
    assert heads == [("set", None), ("recall", "figures"), ("note", None)]


def test_every_source_is_named_with_its_licence(both: SimpleNamespace) -> None:
    said = part(run("method"), "sources")
    for entry in provenance.entries():
        assert str(entry["licence"]) in said
        assert str(entry["sha256"])[:12] in said


def test_the_plans_are_cited_by_number_and_date(both: SimpleNamespace) -> None:
    said = part(run("method"), "cite")
    assert "《绍兴市战略性新兴产业发展规划(2011—2015年)》，绍政发〔2011〕23号，2011-03-28。" in said


def test_measurements_are_those_that_the_benchmark_wrote(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.md"
    path.write_text("# A\n## B\nsee [x](y)\n\n|  | F1 |\n|---|---|\n| claims | 0.98 |\n", "utf8")
    found = accounts.accuracy(path)
    assert [part.kind for part in found] == ["heading", "text", "table"]
    assert found[2].rows == (("", "F1"), ("claims", "0.98"))
    assert accounts.accuracy(tmp_path / "missing.md") == ()


def test_the_ledger_is_that_of_the_shipped_plans(both: SimpleNamespace) -> None:
    from layers.ledger import audit
    from layers.library import read_folder

    rows = [row for reading in read_folder() for row in audit(reading).rows]
    used = [row for row in rows if row.reason == "used"]
    account = next(row for row in accounts.ledger().rows if row.reason == "used")
    assert account.amounts + account.names == len(used)
    assert account.amounts >= 80
    assert f"{account.amounts}" in part(run("method"), "ledger")


def test_english(both: SimpleNamespace) -> None:
    assert "How to cite" in page_text(run("method", lang="en"))


def test_hostile_text_stays_text(hostile: SimpleNamespace) -> None:
    tested = run("method")
    assert not tested.exception
    assert hostile.plans[0].title in page_text(tested)
