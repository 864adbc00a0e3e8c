"""The data package: valid to others, complete, cited, with provenance."""

from __future__ import annotations

import csv
import io
import json
from hashlib import sha256
from pathlib import Path

import frictionless
import pytest
import yaml

from layers.build import Layers
from layers.filters import Filter, apply
from layers.package import package, write_package
from layers.schema import LAYERS, LEDGER
from tests.layers import specimen


@pytest.fixture(scope="module", params=["real", "hostile"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp(request.param) / "out"
    write_package(request.getfixturevalue(request.param), out)
    return out


def test_frictionless_finds_it_valid(folder: Path) -> None:
    report = frictionless.validate(folder / "datapackage.json")
    assert report.valid, report.flatten(["name", "fieldName", "note"])[:5]
    tables = {task.name for task in report.tasks if task.type == "table"}
    assert {f"{name}-csv" for name in (*LAYERS, "ledger")} <= tables


def test_the_ledger_accounts_for_the_plans_whatever_the_filter(real: Layers) -> None:
    shown = apply(real, Filter(industries=("6",)))
    text = package(shown)["ledger.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(real.ledger) > 1000
    plan = specimen.plan(specimen.SX)
    mine = [row for row in rows if row["plan"] == plan.id]
    assert all(plan.text[int(r["start"]) : int(r["end"])] == r["exact"] for r in mine)
    known = {*real.claims["id"], *real.targets["id"], *real.unlocated["id"]}
    used = [row["record"] for row in rows if row["reason"] == "used"]
    assert used and set(used) <= known
    assert "build: " in rows[0]["about"] and rows[1]["about"] == ""


def test_every_field_has_type_and_meaning_in_both_languages(folder: Path) -> None:
    made = json.loads((folder / "datapackage.json").read_bytes())
    schemas = {r["name"]: r["schema"] for r in made["resources"] if "schema" in r}
    tables = {**LAYERS, "ledger": LEDGER}
    assert set(schemas) == {f"{name}-csv" for name in tables}
    for name, layer in tables.items():
        fields = {field["name"]: field for field in schemas[f"{name}-csv"]["fields"]}
        for column in layer.attributes:
            field = fields[column.name]
            assert field["description"] and field["description_zh"] and field["type"]
            assert field.get("unit", "") == column.unit
            if column.terms:
                assert field["constraints"]["enum"] == list(column.terms)


def test_every_file_is_listed_with_its_hash(folder: Path) -> None:
    made = json.loads((folder / "datapackage.json").read_bytes())
    listed = {r["path"]: r["hash"] for r in made["resources"]}
    there = {
        path.name: f"sha256:{sha256(path.read_bytes()).hexdigest()}"
        for path in folder.iterdir()
        if path.name != "datapackage.json"
    }
    assert listed == there


def test_provenance_names_plans_code_and_outputs(real: Layers) -> None:
    made = package(real)
    prov = json.loads(made["provenance.json"])
    plans = [e for e in prov["entity"].values() if e.get("prov:type") == "jiqun:Plan"]
    assert {p["jiqun:sha256"] for p in plans} == {p.sha256 for p in real.provenance.plans}
    assert {p["jiqun:encoding"] for p in plans} == {"utf-8"}
    output = prov["entity"]["jiqun:output/claims.geojson"]
    assert output["jiqun:sha256"] == sha256(made["claims.geojson"]).hexdigest()
    (activity,) = prov["activity"]
    assert activity == f"jiqun:build/{real.provenance.build}"
    known = {*prov["entity"], *prov["activity"], *prov["agent"]}
    for relation in ("used", "wasGeneratedBy", "wasDerivedFrom", "wasAssociatedWith"):
        for entry in prov[relation].values():
            assert set(entry.values()) <= known


def test_the_citation_is_yaml_with_both_plans(real: Layers) -> None:
    made = yaml.safe_load(package(real)["CITATION.cff"])
    assert made["cff-version"] == "1.2.0"
    assert [r["number"] for r in made["references"]] == ["绍政发〔2011〕23号", ""]


def test_the_shipped_inputs_carry_licence_and_hash() -> None:
    from layers.provenance import entries, inputs

    listed = inputs(entries())
    assert {item.path for item in listed if not (item.sha256 and item.licence)} == set()
    assert "data/plans/shaoxing-2011-2015.txt" in {item.path for item in listed}
