"""Layers as the two JSON files that the map page fetches once.

`records` holds claims, targets and vocabularies, `ground` the geometry beneath
them. Both are pure functions of the layers, so that their hash can stand in
their URL. All text is data here; the page writes it as text, never as markup.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import shapely

from layers import coverage, styles, vocabulary
from layers.gloss import roman
from layers.rows import rows
from layers.views import names, views

if TYPE_CHECKING:
    from layers.plan import Plan

LIST = "；"
PATH = " › "
SIDE = 60
"""Degrees of the clip beyond a view: nothing further away is ever seen."""
_BREAK = re.compile(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")

CLAIM_FIELDS = (
    *("id", "plan", "name", "kind", "status", "industry", "industry_class", "basis"),
    *("precision", "uncertainty_m", "lon", "lat", "place_source", "place_confidence", "note"),
    *("area_km2", "target_scope", "implied_growth_per_year", "growth_note", "reason"),
)
CLAIM_LISTS = (
    *("industry_codes", "focus", "members", "member_codes", "member_codes_today"),
    *("target_ids", "upper_target_ids", "candidates"),
)
TARGET_FIELDS = (
    *("id", "plan", "industry", "industry_class", "indicator", "indicator_family", "subject"),
    *("comparator", "modality", "value", "value_max", "unit", "value_cny", "year_from"),
    *("year_to", "scope", "scope_level", "additive", "note"),
)


def records(claims: Any, unlocated: Any, targets: Any, plans: Iterable[Plan]) -> dict[str, Any]:
    """Everything that the page writes: claims in reading order, targets, words, signs.

    `claims` and `unlocated` are frames of the layers' columns; a row of
    `unlocated` is an entry without `lon` and `lat`, after all others. Each entry
    carries its `layers.filters.Row`, to which the browser puts the same predicate.
    """
    documents = {plan.id: plan for plan in plans}
    order, called = list(documents), names(documents.values())
    entries = [
        {**_claim(record, documents), "row": row.as_json()}
        for name, frame in (("claims", claims), ("unlocated", unlocated))
        for record, row in zip(frame.to_dict("records"), rows(name, frame), strict=True)
    ]
    entries.sort(key=lambda entry: ("lon" not in entry, order.index(entry["plan"])))
    return {
        "plans": [_plan(plan, called[plan.id]) for plan in documents.values()],
        "claims": entries,
        "targets": [_target(row) for row in targets.to_dict("records")],
        "classes": [_class(entry) for entry in styles.CLASSES],
        "signs": {sign.kind: [sign.shape, sign.size] for sign in styles.SIGNS},
        "words": _words(),
        "views": views(documents.values()),
    }


def _claim(row: Mapping[str, Any], documents: Mapping[str, Plan]) -> dict[str, Any]:
    entry = {name: _plain(row.get(name)) for name in CLAIM_FIELDS}
    entry |= {name: _list(row.get(name)) for name in CLAIM_LISTS}
    shape = row.get("geometry")
    form = shape.geom_type if shape is not None else None
    entry |= _evidence(row, documents[str(row["plan"])])
    entry["roman"] = [roman(name) for name in entry["members"]]
    entry["form"] = {"Point": "point", "LineString": "line", "MultiLineString": "line"}.get(
        str(form), "area" if form else None
    )
    if entry["form"] == "line":
        entry["path"] = coverage.paths(shape)
    entry["area"] = area_key(row) if entry["form"] == "area" else None
    return {key: value for key, value in entry.items() if value is not None}


def area_key(row: Mapping[str, Any]) -> str:
    """Which polygon a claim fills: its plan and its members' codes of the date."""
    return f"{row['plan']}:{row.get('member_codes') or ''}"


def _target(row: Mapping[str, Any]) -> dict[str, Any]:
    entry = {name: _plain(row.get(name)) for name in TARGET_FIELDS}
    entry["roman"] = [roman(name) for name in _list(row.get("scope"))]
    entry["section"] = _list(row.get("section"), PATH)
    entry["quote"] = squeezed(str(row["evidence_exact"]))
    entry["start"] = int(row["evidence_start"])
    return {key: value for key, value in entry.items() if value is not None}


def _evidence(row: Mapping[str, Any], plan: Plan) -> dict[str, Any]:
    start, end = int(row["evidence_start"]), int(row["evidence_end"])
    first, last = paragraph(plan, start)
    return {
        "section": _list(row.get("section"), PATH),
        "start": start,
        "end": end,
        "before": squeezed(plan.text[first:start]),
        "quote": squeezed(plan.text[start:end]),
        "after": squeezed(plan.text[end : max(end, last)]),
    }


def paragraph(plan: Plan, position: int) -> tuple[int, int]:
    """The paragraph round a position of the plan's text, as offsets into that text.

    A position outside every paragraph gives an empty one.
    """
    spans = (plan.span(start, end) for start, end in plan.paragraphs)
    inside = ((a, b) for a, b in spans if a <= position < b)
    return next(inside, (position, position))


def squeezed(text: str) -> str:
    """Text without the breaks and blanks that stand inside Chinese sentences.

    >>> squeezed("到 2020年，\\n互联网 IP 大会")
    '到2020年，互联网IP大会'
    """
    return _BREAK.sub("", text)


def _plan(plan: Plan, view: str) -> dict[str, Any]:
    return {
        "id": plan.id,
        "view": view,
        "title": plan.title,
        "doc_number": plan.doc_number,
        "issuer": plan.issuer,
        "issued": plan.issued,
        "period": plan.period,
    }


def _class(entry: styles.IndustryClass) -> dict[str, str]:
    names = ("code", "zh", "en", "fill", "ink", "dark")
    return {name: getattr(entry, name) for name in names}


def _words() -> dict[str, dict[str, list[str]]]:
    tables = {
        "kind": vocabulary.KINDS,
        "status": vocabulary.STATUSES,
        "basis": vocabulary.BASES,
        "precision": vocabulary.PRECISIONS,
        "comparator": vocabulary.COMPARATORS,
        "modality": vocabulary.MODALITIES,
        "reason": vocabulary.REASONS,
    }
    return {
        name: {code: [term.zh, term.en] for code, term in terms.items()}
        for name, terms in tables.items()
    }


def _plain(value: Any) -> Any:
    """A JSON value; None for every kind of missing one; whole floats as integers."""
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    item = value.item() if hasattr(value, "item") else value
    return int(item) if isinstance(item, float) and item.is_integer() else item


def _list(value: Any, mark: str = LIST) -> list[str]:
    text = _plain(value)
    return [part for part in str(text).split(mark) if part] if text else []


def ground(
    views: Mapping[str, tuple[str, gpd.GeoDataFrame]],
    claims: gpd.GeoDataFrame,
    lines: gpd.GeoDataFrame,
    water: gpd.GeoDataFrame,
    around: gpd.GeoDataFrame,
) -> dict[str, Any]:
    """The geometry under the claims, as `layers.coverage` encodes it.

    `views` maps a plan to the code of its issuer and to the units of its province
    on its date; `around` holds the land beyond, drawn without a name.
    """
    drawn = {plan: _view(code, units) for plan, (code, units) in views.items()}
    return {
        "views": {plan: view for plan, (view, _) in drawn.items()},
        "areas": _areas(claims, {plan: counties for plan, (_, counties) in drawn.items()}),
        "lines": [{"id": r.id, "path": coverage.paths(r.geometry)} for r in lines.itertuples()],
        "water": [coverage.rings(shape) for shape in water.geometry],
        "around": [coverage.rings(shape) for shape in around.geometry],
    }


def places(units: Mapping[str, gpd.GeoDataFrame]) -> dict[str, list[dict[str, Any]]]:
    """The names of the units of each plan's date, for the tree of places."""
    names = ("code", "name", "level", "parent")
    return {
        plan: [
            {name: _plain(row[name]) for name in names} | {"roman": roman(str(row["name"]))}
            for row in frame.to_dict("records")
        ]
        for plan, frame in units.items()
    }


def _view(code: str, units: gpd.GeoDataFrame) -> tuple[dict[str, Any], gpd.GeoDataFrame]:
    leaf = (units.level == "county") | ~units.code.isin(units.parent)
    counties = coverage.simplified(units[leaf])
    held = units[[code in str(joined).split("+") for joined in units.code]]
    inside = (held if len(held) else units).geometry.iloc[0]
    view = {
        "code": code,
        "bounds": [round(value, 4) for value in inside.bounds],
        "issuer": coverage.paths(_within(counties, code).boundary),
        "units": [_unit(row, None) for row in units[~leaf].itertuples()]
        + [_unit(row, coverage.rings(row.geometry)) for row in counties.itertuples()],
        "borders": coverage.borders(counties),
    }
    return view, counties


def _within(counties: gpd.GeoDataFrame, code: str) -> Any:
    """The joined counties of a unit, from the simplified coverage."""
    if code.endswith("0000"):
        return shapely.union_all(counties.geometry.values)
    held = counties.code.map(lambda joined: code in str(joined).split("+")).astype(bool)
    chosen = (counties.parent == code) | held
    return shapely.union_all((counties[chosen] if chosen.any() else counties).geometry.values)


def _unit(row: Any, shape: Any) -> dict[str, Any]:
    point = row.geometry.representative_point()
    unit = {
        "code": row.code,
        "name": row.name,
        "roman": roman(row.name),
        "level": row.level,
        "parent": _plain(row.parent),
        "today": _list(row.code_today),
        "area": round(float(row.area_km2)),
        "label": [round(point.x, 4), round(point.y, 4)],
    }
    return unit | ({"rings": shape} if shape else {})


def _areas(
    claims: gpd.GeoDataFrame, counties: Mapping[str, gpd.GeoDataFrame]
) -> dict[str, list[list[list[int]]]]:
    areas: dict[str, list[list[list[int]]]] = {}
    for row in claims.to_dict("records"):
        key = area_key(row)
        if row["geometry"].geom_type.endswith("Polygon") and key not in areas:
            areas[key] = coverage.rings(_outline(row, counties.get(str(row["plan"]))))
    return areas


def _outline(row: Mapping[str, Any], counties: gpd.GeoDataFrame | None) -> Any:
    """The members joined from the simplified coverage, so that borders coincide."""
    codes = _list(row.get("member_codes"))
    if counties is not None and codes:
        inside = counties[counties.code.isin(codes) | counties.parent.isin(codes)]
        if len(inside):
            return shapely.union_all(inside.geometry.values)
    return row["geometry"].simplify(coverage.TOLERANCE)
