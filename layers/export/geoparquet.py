"""GeoParquet 1.1 with a bounding box column ("covering"), by pyarrow.

https://geoparquet.org/releases/v1.1.0/. A layer without geometry is plain Parquet.
The account of the file stands in the schema's metadata under `jiqun`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from pyproj import CRS

from geo import crs
from layers.columns import Column
from layers.export.about import about
from layers.schema import LAYERS

if TYPE_CHECKING:
    from layers.build import Layers

EDGES = ("xmin", "ymin", "xmax", "ymax")
ROW_GROUP = 10_000
"""Rows a group: small enough that a reader of one county skips most of China."""
_TYPES = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "flag": pa.bool_()}


def geoparquet(layers: Layers, name: str = "claims") -> bytes:
    """One layer as GeoParquet: geometry as WKB, `bbox` beside it, zstd."""
    layer, frame = LAYERS[name], getattr(layers, name)
    made = {
        column.name: pa.array(frame[column.name], _TYPES[column.kind], from_pandas=True)
        for column in layer.attributes
    }
    metadata = {"jiqun": _dump(about(layers, name).as_json())}
    if layer.geometry:
        shapes = frame["geometry"].to_numpy()
        made["bbox"] = _boxes(shapes)
        made["geometry"] = pa.array(shapely.to_wkb(shapes, flavor="iso"), pa.binary())
        metadata["geo"] = _dump(_geo(shapes))
    table = pa.table(made, schema=_schema(made, layer.attributes, metadata))
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd", row_group_size=ROW_GROUP)
    written: bytes = sink.getvalue().to_pybytes()
    return written


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _schema(made: dict[str, Any], columns: tuple[Column, ...], metadata: dict[str, str]) -> Any:
    """Every field with its description and unit, in the order of the layer."""
    known = {column.name: column for column in columns}
    fields = [
        pa.field(name, array.type, metadata=_meaning(known.get(name)))
        for name, array in made.items()
    ]
    return pa.schema(fields, metadata=metadata)


def _meaning(column: Column | None) -> dict[str, str] | None:
    if column is None:
        return None
    return {"description": column.en, "description_zh": column.zh, "unit": column.unit}


def _boxes(shapes: Any) -> Any:
    bounds = shapely.bounds(shapes)
    return pa.StructArray.from_arrays([pa.array(bounds[:, i]) for i in range(4)], list(EDGES))


def _geo(shapes: Any) -> dict[str, Any]:
    kinds = sorted({shape.geom_type for shape in shapes})
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": kinds,
        "crs": CRS.from_user_input(crs.STORAGE).to_json_dict(),
        "edges": "planar",
        "covering": {"bbox": {edge: ["bbox", edge] for edge in EDGES}},
    }
    if len(shapes):
        column["bbox"] = [float(edge) for edge in shapely.total_bounds(shapes)]
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
