"""The data package: every layer in every format, described, cited, with provenance.

`datapackage.json` follows Frictionless Data Package 1, `provenance.json` PROV-JSON
(https://www.w3.org/submissions/prov-json/), `CITATION.cff` the Citation File Format 1.2.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layers.columns import Column
from layers.export.about import about
from layers.export.formats import FORMATS
from layers.export.spreadsheet import ABOUT, ledger_csv
from layers.provenance import LICENCE_OF_LAYERS, Input, PlanEntry, Provenance
from layers.readme import readme
from layers.schema import LAYERS, LEDGER, Layer
from layers.vocabulary import LAYER_NAMES
from layers.writing import NAME

if TYPE_CHECKING:
    from layers.build import Layers

_TYPES = {"text": "string", "integer": "integer", "number": "number", "flag": "boolean"}
_ONE_EACH = ("geojson", "csv", "parquet")
_DRAWN = ("fgb",)
_TOGETHER = ("gpkg", "xlsx", "topojson")
_TABLES = {**LAYERS, LEDGER.name: LEDGER}
"""What a CSV of the package holds, by the stem of its name."""


def package(layers: Layers) -> dict[str, bytes]:
    """All files of the data package by name, in the order in which they are listed."""
    data = _data(layers)
    made = {
        "README.md": readme(layers).encode(),
        "CITATION.cff": citation(layers.provenance).encode(),
        **data,
    }
    made["provenance.json"] = _json(provenance_json(layers.provenance, made))
    return {"datapackage.json": _json(descriptor(layers, made)), **made}


def _data(layers: Layers) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    for name, layer in LAYERS.items():
        for ending in (*_ONE_EACH, *(_DRAWN if layer.geometry else ())):
            made[f"{name}.{ending}"] = FORMATS[ending].write(layers, name)
    made["claims.kml"] = FORMATS["kml"].write(layers, "claims")
    for ending in _TOGETHER:
        made[f"{NAME}.{ending}"] = FORMATS[ending].write(layers, None)
    made["map.html"] = FORMATS["html"].write(layers, None)
    made["ledger.csv"] = ledger_csv(layers)
    return made


def _json(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def descriptor(layers: Layers, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The Frictionless descriptor; CSV tables carry their schema."""
    made = about(layers, *LAYERS)
    return {
        "profile": "data-package",
        "name": NAME,
        "title": "集群 Jiqun：产业规划中的地点与指标",
        "description": "中国产业规划写明的地点与数字，每一行都指回原句。Places and numbers that "
        "Chinese industrial plans name, every row leading back to its sentence.",
        "version": f"{made.version}+{made.build}",
        "licenses": [
            {"name": LICENCE_OF_LAYERS, "title": "Creative Commons Attribution 4.0"},
            {"name": "ODbL-1.0", "title": "Open Database License (lines from OpenStreetMap)"},
            {"name": "LGPL-3.0", "title": "Lesser General Public License (lines from GSHHG)"},
        ],
        "sources": [
            {"title": item.title or item.path, "path": item.path}
            for item in layers.provenance.inputs
        ],
        "jiqun": made.as_json(),
        "resources": [_resource(name, content) for name, content in files.items()],
    }


def _resource(path: str, content: bytes) -> dict[str, Any]:
    stem, _, ending = path.rpartition(".")
    made = {
        "name": f"{stem}-{ending}".lower(),
        "path": path,
        "format": ending,
        "mediatype": _media(ending),
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if ending == "csv":
        table = {"type": "table", "profile": "tabular-data-resource"}
        return {**made, **table, "schema": table_schema(_TABLES[stem])}
    return {**made, "type": "file"}


def _media(ending: str) -> str:
    known = {"md": "text/markdown", "cff": "text/yaml", "json": "application/json"}
    return known.get(ending) or FORMATS[ending].media_type


def table_schema(layer: Layer) -> dict[str, Any]:
    """The Frictionless table schema of a layer's CSV."""
    fields = [_field(column) for column in layer.attributes]
    if layer.geometry:
        fields.append({"name": "wkt", "type": "string", "description": "geometry, WGS 84, WKT"})
    fields.append({"name": ABOUT, "type": "string", "description": "the account of the file"})
    return {
        "title": LAYER_NAMES[layer.name].zh,
        "fields": fields,
        "primaryKey": ["plan", "type", "start"] if layer is LEDGER else "id",
        "missingValues": [""],
    }


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": not column.empty, "unique": column.unique}
    if column.terms:
        limits["enum"] = list(column.terms)
    if column.low is not None:
        limits["minimum"] = column.low
    if column.high is not None:
        limits["maximum"] = column.high
    return {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column.en,
        "description_zh": column.zh,
        **({"unit": column.unit} if column.unit else {}),
        "constraints": {key: value for key, value in limits.items() if value is not False},
    }


def provenance_json(made: Provenance, files: Mapping[str, bytes]) -> dict[str, Any]:
    """PROV-JSON: files generated by one build, which used plans and data, run by the code."""
    plans = {f"jiqun:plan/{plan.id}": _plan_entity(plan) for plan in made.plans}
    data = {f"jiqun:input/{item.path}": _input_entity(item) for item in made.inputs}
    outputs = {
        f"jiqun:output/{name}": {"jiqun:sha256": sha256(content).hexdigest()}
        for name, content in files.items()
    }
    build, code = f"jiqun:build/{made.build}", f"jiqun:code/{made.version}"
    return {
        "prefix": {"jiqun": "urn:jiqun:", "dcterms": "http://purl.org/dc/terms/"},
        "entity": {**plans, **data, **outputs},
        "activity": {build: {"jiqun:corrections": list(made.corrections)}},
        "agent": {
            code: {
                "prov:type": "prov:SoftwareAgent",
                "jiqun:version": made.version,
                "jiqun:code_sha256": made.code_sha256,
            }
        },
        "used": _numbered(
            "u", ({"prov:activity": build, "prov:entity": key} for key in {**plans, **data})
        ),
        "wasGeneratedBy": _numbered(
            "g", ({"prov:entity": key, "prov:activity": build} for key in outputs)
        ),
        "wasAssociatedWith": {"_:a0": {"prov:activity": build, "prov:agent": code}},
        "wasDerivedFrom": _numbered(
            "d",
            (
                {"prov:generatedEntity": key, "prov:usedEntity": plan}
                for key in outputs
                for plan in plans
            ),
        ),
    }


def _numbered(letter: str, relations: Any) -> dict[str, Any]:
    return {f"_:{letter}{index}": relation for index, relation in enumerate(relations)}


def _plan_entity(plan: PlanEntry) -> dict[str, Any]:
    return {
        "prov:type": "jiqun:Plan",
        "dcterms:title": plan.title,
        "dcterms:identifier": plan.doc_number or "",
        "dcterms:issued": plan.issued,
        "dcterms:creator": f"{plan.issuer_name} {plan.issuer}",
        "jiqun:encoding": plan.encoding,
        "jiqun:characters": plan.characters,
        "jiqun:sha256": plan.sha256,
    }


def _input_entity(item: Input) -> dict[str, Any]:
    return {
        "prov:type": "jiqun:Input",
        "dcterms:title": item.title,
        "dcterms:creator": item.producer,
        "dcterms:license": item.licence,
        "jiqun:sha256": item.sha256,
    }


def citation(made: Provenance) -> str:
    """How to cite the data, as a CITATION.cff."""
    import yaml

    fields = {
        "cff-version": "1.2.0",
        "message": "If you use these layers, please cite them and the plans that they quote.",
        "type": "dataset",
        "title": "集群 Jiqun: places and numbers of Chinese industrial plans",
        "version": f"{made.version}+{made.build}",
        "license": LICENCE_OF_LAYERS,
        "authors": [{"name": "The Jiqun project"}],
        "references": [
            {
                "type": "government-document",
                "title": plan.title,
                "authors": [{"name": f"{plan.issuer_name}人民政府"}],
                "date-released": plan.issued,
                "number": plan.doc_number or "",
            }
            for plan in made.plans
        ],
    }
    text: str = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=100)
    return text


def write_package(layers: Layers, folder: Path) -> str:
    """Write the package in one move; returns the lines that `jiqun build` prints."""
    from layers.writing import write_folder

    write_folder(folder, package(layers))
    lines = [f"{name}\t{layers.totals[name]}" for name in LAYERS]
    return "\n".join([*lines, f"build\t{layers.provenance.build}", ""])
