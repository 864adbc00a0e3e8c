"""GeoJSON (RFC 7946), with the `time` and `featureType` of OGC Features and Geometries JSON.

WGS 84 in the order longitude, latitude; exterior rings counter-clockwise; at most
six decimals (the layers stand on that grid); `id` and `bbox` on every feature.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import shapely

from layers.export.about import about
from layers.export.cells import records
from layers.schema import LAYERS

if TYPE_CHECKING:
    import pandas as pd

    from layers.build import Layers

DECIMALS = 6


def geojson(layers: Layers, name: str = "claims") -> bytes:
    """One layer as a FeatureCollection, a feature a line.

    A layer without geometry (targets, unlocated) gives features whose geometry is null.
    """
    frame: pd.DataFrame = getattr(layers, name)
    head: dict[str, Any] = {
        "type": "FeatureCollection",
        "name": name,
        "jiqun": about(layers, name).as_json(),
    }
    shapes = _shapes(frame)
    if (box := _whole(shapes)) is not None:
        head["bbox"] = box
    opening = _dump(head)[:-1] + ',"features":[\n'
    rows = records(LAYERS[name], frame)
    features = ",\n".join(_features(name, rows, shapes))
    return f"{opening}{features}\n]}}\n".encode()


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _shapes(frame: pd.DataFrame) -> Any:
    """Geometries by the right-hand rule; None for a table."""
    if "geometry" not in frame:
        return None
    return shapely.orient_polygons(frame["geometry"].to_numpy(), exterior_cw=False)


def _whole(shapes: Any) -> list[float] | None:
    if shapes is None or not len(shapes):
        return None
    return [round(float(edge), DECIMALS) for edge in shapely.total_bounds(shapes)]


def _features(name: str, rows: list[dict[str, Any]], shapes: Any) -> Iterator[str]:
    drawn = _drawn(len(rows), shapes)
    for row, (box, geometry) in zip(rows, drawn, strict=True):
        head = _dump({"type": "Feature", "id": row["id"], "featureType": name, "time": time(row)})
        yield f'{head[:-1]},{box}"geometry":{geometry},"properties":{_dump(row)}}}'


def _drawn(count: int, shapes: Any) -> Iterator[tuple[str, str]]:
    if shapes is None:
        yield from (("", "null") for _ in range(count))
        return
    bounds = shapely.bounds(shapes).round(DECIMALS).tolist()
    for box, geometry in zip(bounds, shapely.to_geojson(shapes).tolist(), strict=True):
        yield f'"bbox":{_dump(box)},', geometry


def time(row: dict[str, Any]) -> dict[str, Any] | None:
    """When the feature was said, as JSON-FG has it: a date, or the interval of a year.

    >>> time({"issued": "2011-03-28"}), time({"issued": "2011"})
    ({'date': '2011-03-28'}, {'interval': ['2011-01-01', '2011-12-31']})
    """
    said = row.get("issued") or row.get("as_of")
    if not said:
        return None
    if len(said) == len("2011-03-28"):
        return {"date": said}
    year, _, month = said.partition("-")
    if not month:
        return {"interval": [f"{year}-01-01", f"{year}-12-31"]}
    last = monthrange(int(year), int(month))[1]
    return {"interval": [f"{said}-01", f"{said}-{last}"]}
