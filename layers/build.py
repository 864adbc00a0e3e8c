"""Readings to layers: five frames with their provenance, checked against the schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

from geo.gazetteer import Gazetteer
from layers import contracts, frames, provenance, schema
from layers.ancestry import Ancestry
from layers.filters import Filter, Row
from layers.join import join
from layers.ledger import LedgerRow, audit
from layers.library import PLANS, read_folder, shipped_gazetteer
from layers.provenance import Provenance
from layers.records import Target
from layers.shapes import Ground, Shapes, area_km2, length_km, on_grid
from layers.views import crossing

if TYPE_CHECKING:
    from layers.reader import Reading

__all__ = ["PLANS", "Layers", "build", "read_folder", "shipped"]

EVERYTHING = Filter()
NO_PLACE = "no_place_in_text"
NO_SHAPE = "no_coordinates_known"
"""Reasons why a claim is listed in `unlocated` (a refused toponym has its own)."""


@dataclass(frozen=True)
class Layers:
    """The layers of one or more plans, whole or filtered.

    Frames have the columns of `layers.schema`, geometries are WGS 84 in the order
    longitude, latitude. `filter` says what was chosen, `totals` how many rows each
    layer has without it. `ledger` has what became of every amount and place name of
    the plans; no filter touches it.
    """

    claims: gpd.GeoDataFrame
    targets: pd.DataFrame
    units: gpd.GeoDataFrame
    lines: gpd.GeoDataFrame
    unlocated: pd.DataFrame
    provenance: Provenance
    filter: Filter = EVERYTHING
    totals: Mapping[str, int] = field(default_factory=dict)
    ledger: tuple[LedgerRow, ...] = ()

    def frames(self) -> dict[str, pd.DataFrame]:
        """The five frames by name, in the order of `schema.LAYERS`."""
        return {name: getattr(self, name) for name in schema.LAYERS}

    def rows(self, name: str) -> tuple[Row, ...]:
        """What the rows of a layer offer to a filter."""
        return self._rows[name]

    @cached_property
    def _rows(self) -> dict[str, tuple[Row, ...]]:
        from layers.rows import rows

        return {name: rows(name, frame) for name, frame in self.frames().items()}

    def shown(self, name: str) -> str:
        """Rows shown and in all: "12/345"."""
        return f"{len(getattr(self, name))}/{self.totals[name]}"


def build(readings: Iterable[Reading], boundaries: Ground, gazetteer: Gazetteer) -> Layers:
    """Layers of these readings; polygons as of each plan's date.

    Raises JiqunError where a frame breaks its schema.
    """
    readings = sorted(readings, key=lambda reading: reading.plan.id)
    trees = {r.plan.id: Ancestry(gazetteer, r.plan.issuer, r.plan.issued) for r in readings}
    shapes = Shapes(boundaries)
    claims, unlocated = _claims(readings, trees, shapes)
    targets = [
        frames.target_row(target, r.plan, trees[r.plan.id])
        for r in readings
        for target in r.targets
    ]
    made = {
        "claims": claims,
        "targets": _sorted(targets),
        "units": _units(readings, trees, shapes),
        "lines": _lines(boundaries),
        "unlocated": unlocated,
    }
    tables = {name: frames.frame(layer, made[name]) for name, layer in schema.LAYERS.items()}
    tables["lines"] = crossing(tables["lines"], tables["units"])
    for name, layer in schema.LAYERS.items():
        contracts.check(layer, tables[name])
    totals = {name: len(table) for name, table in tables.items()}
    return Layers(
        **tables,  # type: ignore[arg-type]
        provenance=_provenance(readings, trees),
        totals=totals,
        ledger=tuple(row for reading in readings for row in audit(reading, gazetteer).rows),
    )


def _sorted(rows: list[frames.Row]) -> list[frames.Row]:
    """By plan and position, then id: an order that unrelated rows do not disturb."""
    return sorted(rows, key=lambda r: (r["plan"], r["evidence_start"], r["evidence_end"], r["id"]))


def _claims(
    readings: Sequence[Reading], trees: Mapping[str, Ancestry], shapes: Shapes
) -> tuple[list[frames.Row], list[frames.Row]]:
    placed: list[frames.Row] = []
    listed: list[frames.Row] = []
    for reading in readings:
        plan, tree = reading.plan, trees[reading.plan.id]
        upper = _upper(reading, readings, trees)
        listed += [frames.refused_row(r, plan, tree) for r in reading.unlocated]
        for claim in reading.claims:
            row = frames.place(claim, plan, tree)
            shape = shapes.of(claim, tree)
            if shape is None:
                reason = NO_PLACE if claim.basis == "none" else NO_SHAPE
                listed.append({**row, "type": "claim", "reason": reason})
                continue
            found = join(claim, reading.targets, upper, tree.chain)
            area = area_km2(shape)
            placed.append(
                {**row, **frames.joined(found, tree), "area_km2": area, "geometry": shape}
            )
    return _sorted(placed), _sorted(listed)


def _upper(
    reading: Reading, readings: Sequence[Reading], trees: Mapping[str, Ancestry]
) -> list[Target]:
    """Targets of the plans whose issuer encloses this plan's issuer."""
    above = trees[reading.plan.id].issuer.parents
    return [target for r in readings if r.plan.issuer in above for target in r.targets]


def _units(
    readings: Sequence[Reading], trees: Mapping[str, Ancestry], shapes: Shapes
) -> list[frames.Row]:
    rows = [
        _unit_row(reading.plan.id, trees[reading.plan.id], unit)
        for reading in readings
        for unit in shapes.units(trees[reading.plan.id])
    ]
    return sorted(rows, key=lambda row: row["id"])


def _unit_row(plan: str, tree: Ancestry, unit: Mapping[Any, Any]) -> frames.Row:
    code = _text(unit["code"]) or _text(unit["name"]) or ""
    return {
        "id": f"{plan}/{code}",
        "plan": plan,
        "as_of": tree.as_of,
        "code": code,
        "name": unit["name"],
        "level": unit["level"],
        "parents": frames.listed(tree.above(_text(unit["parent"]))),
        "code_today": _text(unit["code_today"]),
        "valid_from": _text(unit["valid_from"]),
        "valid_to": _text(unit["valid_to"]),
        "area_km2": round(float(unit["area_km2"]), 2),
        "rule": _text(unit["rule"]),
        "source": _text(unit["source"]),
        "geometry": on_grid(unit["geometry"]),
    }


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _lines(boundaries: Ground) -> list[frames.Row]:
    rows = [
        {
            "id": line["id"],
            "name": line["name"],
            "length_km": length_km(line["geometry"]),
            "accuracy": _text(line.get("accuracy")),
            "source": _text(line.get("source")),
            "geometry": on_grid(line["geometry"]),
        }
        for line in boundaries.lines().to_dict("records")
    ]
    return sorted(rows, key=lambda row: row["id"])


def _provenance(readings: Sequence[Reading], trees: Mapping[str, Ancestry]) -> Provenance:
    plans = tuple(provenance.plan_entry(r, trees[r.plan.id].issuer.name) for r in readings)
    return Provenance(
        version=provenance.release(),
        code_sha256=provenance.code_sha256(),
        plans=plans,
        inputs=(),
        corrections=tuple(str(item) for r in readings for item in r.corrections),
    )


def shipped(readings: Iterable[Reading] | None = None) -> Layers:
    """The layers of these readings (None: of all plans in `data/plans`), on data held
    against the hashes in `data/sources.toml`. Raises JiqunError."""
    from geo.boundaries import Boundaries

    listed = provenance.inputs(provenance.entries())
    provenance.verify(listed)
    gazetteer = shipped_gazetteer()
    chosen = read_folder(PLANS, gazetteer) if readings is None else readings
    layers = build(chosen, Boundaries.from_data(gazetteer), gazetteer)
    return replace(layers, provenance=replace(layers.provenance, inputs=listed))
