"""Records as rows, rows as frames with the columns of `layers.schema`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

from geo import crs
from layers import contracts, schema, styles
from layers.ancestry import Ancestry
from layers.columns import Column
from layers.evidence import selector_text
from layers.indicators import family
from layers.join import Joined, codes_of, last_year
from layers.library import shipped_taxonomy
from layers.lines import LIST_MARK, PATH_MARK
from layers.records import Claim, Evidence, Member, Target, Unlocated

if TYPE_CHECKING:
    from layers.plan import Plan

Row = dict[str, Any]


def listed(values: Iterable[object]) -> str | None:
    """Values as one cell; None where there are none."""
    return LIST_MARK.join(str(value) for value in values if value) or None


def frame(layer: schema.Layer, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows as a frame with exactly the layer's columns, types and order.

    A layer with geometry gives a GeoDataFrame in WGS 84. A column that no row
    has is empty; a key that is no column raises KeyError.
    """
    names = [column.name for column in layer.columns]
    if unknown := {key for row in rows for key in row} - set(names):
        raise KeyError(f"layer {layer.name} has no column {sorted(unknown)}")
    table = pd.DataFrame(
        {
            column.name: pd.Series([row.get(column.name) for row in rows], dtype=_dtype(column))
            for column in layer.columns
        }
    )
    return (
        gpd.GeoDataFrame(table, geometry="geometry", crs=crs.STORAGE) if layer.geometry else table
    )


def _dtype(column: Column) -> str:
    return "object" if column.kind == "geometry" else contracts.dtype(column)


def document(plan: Plan, ancestry: Ancestry) -> Row:
    """What every row says about its document."""
    return {
        "plan": plan.id,
        "plan_title": plan.title,
        "doc_number": plan.doc_number,
        "issued": plan.issued,
        "issuer_code": plan.issuer,
        "issuer": ancestry.issuer.name,
    }


def evidence(section: Iterable[str], quote: Evidence) -> Row:
    """The columns that lead back to the sentence."""
    return {
        "section": PATH_MARK.join(section) or None,
        "evidence_start": quote.start,
        "evidence_end": quote.end,
        "evidence_exact": quote.exact,
        "evidence_prefix": quote.prefix or None,
        "evidence_suffix": quote.suffix or None,
        "evidence_selector": selector_text(quote),
    }


def industry(record: Claim | Target) -> Row:
    """The industry in the plan's words, in national codes and as class.

    Of several classes the one of the plan's own heading decides: a claim under
    新能源 that also names 光伏装备 stays 新能源.
    """
    heading = shipped_taxonomy().codes(record.industry)
    code = styles.class_code(record.industry, record.industry_codes, heading)
    return {
        "industry": record.industry,
        "industry_codes": listed(record.industry_codes),
        "industry_class": code,
        "industry_class_name": styles.industry_class(code).zh,
    }


def _units(members: Sequence[Member], ancestry: Ancestry, names: str, codes: str) -> Row:
    return {
        names: listed(member.name for member in members),
        codes: listed(member.code for member in members),
        f"{codes}_today": listed(member.code_today or member.within for member in members),
        "place_codes": listed(codes_of(members, ancestry.chain)),
    }


def place(claim: Claim, plan: Plan, ancestry: Ancestry) -> Row:
    """What a claim says about its place: the columns shared by claims and unlocated."""
    return {
        "id": claim.id,
        **document(plan, ancestry),
        "name": claim.name,
        "kind": claim.kind,
        "status": claim.status,
        **industry(claim),
        "focus": listed(claim.focus),
        **_units(claim.members, ancestry, "members", "member_codes"),
        "basis": claim.basis,
        "precision": claim.precision,
        "uncertainty_m": claim.uncertainty_m,
        "lon": _degrees(claim.lon),
        "lat": _degrees(claim.lat),
        "place_source": claim.place_source,
        "place_confidence": claim.place_confidence,
        "note": claim.note,
        **evidence(claim.section, claim.evidence),
    }


def _degrees(value: float | None) -> float | None:
    # Six decimals are 0.1 m: finer than any source, and what RFC 7946 advises.
    return None if value is None else round(value, 6)


def joined(found: Joined, ancestry: Ancestry) -> Row:
    """The numbers that hold at a claim, with whose they are."""
    shown, baseline, upper = found.shown, found.baseline, found.upper_shown
    return {
        "target_ids": listed(target.id for target in found.targets),
        "upper_target_ids": listed(target.id for target in found.upper),
        "implied_growth_per_year": found.growth,
        "growth_note": found.growth_note or None,
        **(_shown(shown, ancestry) if shown else {}),
        **(_number("baseline", baseline) if baseline else {}),
        **({"baseline_indicator": baseline.indicator} if baseline else {}),
        **(_number("upper_target", upper) if upper else {}),
        **({"upper_target_scope": _scope(upper)} if upper else {}),
    }


def _shown(target: Target, ancestry: Ancestry) -> Row:
    return {
        "target_industry": target.industry,
        "target_scope": _scope(target),
        "target_level": scope_level(target, ancestry),
        "target_indicator": target.indicator,
        "target_comparator": target.comparator,
        "target_modality": target.modality,
        **_number("target", target),
    }


def _number(prefix: str, target: Target) -> Row:
    return {
        f"{prefix}_value_cny": cny(target),
        f"{prefix}_year": last_year(target),
        f"{prefix}_quote": target.evidence.exact,
    }


def _scope(target: Target) -> str | None:
    return listed(unit.name for unit in target.scope)


def scope_level(target: Target, ancestry: Ancestry) -> str | None:
    """The level of the first unit of the scope; None where it has no code."""
    code = target.scope[0].code if target.scope else None
    return (ancestry.level(code) or None) if code else None


def cny(target: Target) -> float | None:
    """The amount in yuan; None for counts, rates and other currencies."""
    return target.value_base if target.unit_base == "yuan" else None


def target_row(target: Target, plan: Plan, ancestry: Ancestry) -> Row:
    """A target as a row of its layer."""
    years = target.year if isinstance(target.year, tuple) else (target.year, target.year)
    return {
        "id": target.id,
        **document(plan, ancestry),
        **industry(target),
        "indicator": target.indicator,
        "indicator_family": family(target.indicator, target.unit_base),
        "subject": target.subject or None,
        "comparator": target.comparator,
        "modality": target.modality,
        "value": target.value,
        "value_max": target.value_max,
        "unit": target.unit or None,
        **_base(target),
        "year_from": years[0],
        "year_to": years[1],
        **_units(target.scope, ancestry, "scope", "scope_codes"),
        "scope_level": scope_level(target, ancestry),
        **_threshold(target),
        "additive": target.additive,
        "note": target.note,
        **evidence(target.section, target.evidence),
    }


def _base(target: Target) -> Row:
    factor = target.value_base / target.value if target.value else 1.0
    top = None if target.value_max is None else round(target.value_max * factor, 9)
    return {
        "value_base": target.value_base,
        "value_base_max": top,
        "unit_base": target.unit_base or None,
        "value_cny": cny(target),
    }


def _threshold(target: Target) -> Row:
    nested = target.threshold
    if nested is None:
        return {}
    return {
        "threshold_indicator": nested.indicator or None,
        "threshold_comparator": nested.comparator,
        "threshold_value": nested.value,
        "threshold_unit": nested.unit or None,
        "threshold_value_base": nested.value_base,
        "threshold_unit_base": nested.unit_base or None,
    }


def refused_row(refused: Unlocated, plan: Plan, ancestry: Ancestry) -> Row:
    """A refused toponym as a row of `unlocated`."""
    return {
        "id": refused.id,
        **document(plan, ancestry),
        "type": "toponym",
        "reason": refused.reason,
        "candidates": listed(refused.candidates),
        "name": refused.name,
        **evidence(refused.section, refused.evidence),
    }
