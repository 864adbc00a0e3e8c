"""GeoParquet 1.1 with a bounding box column ("covering"), by pyarrow.

https://geoparquet.org/releases/v1.1.0/. A layer without geometry is plain Parquet.
The account of the file stands in the schema's metadata under `jiqun`.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import numpy as np
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

_NAMES = {
    0: "Point",
    1: "LineString",
    3: "Polygon",
    4: "MultiPoint",
    5: "MultiLineString",
    6: "MultiPolygon",
}
"""From the numbers that GEOS gives to types to the names of the specification."""
EDGES = ("xmin", "ymin", "xmax", "ymax")
ROW_GROUP = 10_000
"""Rows a group: small enough that a reader of one county skips most of China."""
_TYPES = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "flag": pa.bool_()}


def geoparquet(layers: Layers, name: str = "claims") -> bytes:
    """One layer as GeoParquet: geometry as WKB, with `bbox` beside it.

    Snappy, as geopandas writes: zstd is a third smaller and three times slower.
    """
    layer, frame = LAYERS[name], getattr(layers, name)
    made = {
        column.name: pa.array(frame[column.name], _TYPES[column.kind], from_pandas=True)
        for column in layer.attributes
    }
    metadata = {"jiqun": _dump(about(layers, name).as_json())}
    if layer.geometry:
        shapes = frame["geometry"].to_numpy()
        bounds = shapely.bounds(shapes)
        made["bbox"] = _boxes(bounds)
        # A list: pyarrow takes ten times as long over an array of objects.
        made["geometry"] = pa.array(shapely.to_wkb(shapes, flavor="iso").tolist(), pa.binary())
        metadata["geo"] = _dump(_geo(shapes, bounds))
    table = pa.table(made, schema=_schema(made, layer.attributes, metadata))
    sink = io.BytesIO()
    pq.write_table(
        table,
        sink,
        compression="snappy",
        row_group_size=ROW_GROUP,
        # Texts repeat and are stored once; geometries and ids do not, and trying costs time.
        use_dictionary=[c.name for c in layer.attributes if c.kind == "text" and not c.unique],
    )
    return sink.getvalue()


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


def _boxes(bounds: Any) -> Any:
    return pa.StructArray.from_arrays([pa.array(bounds[:, i]) for i in range(4)], list(EDGES))


def _geo(shapes: Any, bounds: Any) -> dict[str, Any]:
    numbers = np.unique(shapely.get_type_id(shapes)).tolist()
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted(_NAMES[number] for number in numbers),
        "crs": CRS.from_user_input(crs.STORAGE).to_json_dict(),
        "edges": "planar",
        "covering": {"bbox": {edge: ["bbox", edge] for edge in EDGES}},
    }
    if len(shapes):
        column["bbox"] = [*bounds[:, :2].min(axis=0).tolist(), *bounds[:, 2:].max(axis=0).tolist()]
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
