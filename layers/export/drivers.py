"""GeoPackage and FlatGeobuf, written by GDAL through pyogrio.

GDAL puts the time of writing into a GeoPackage; `OGR_CURRENT_DATE` holds it at
the date of the newest plan, so that the same layers give the same bytes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyogrio

from layers.export import qgis
from layers.export.about import about
from layers.export.spreadsheet import codes
from layers.schema import LAYERS

if TYPE_CHECKING:
    from layers.build import Layers

CLOCK = "OGR_CURRENT_DATE"
DICTIONARY, ACCOUNT, STYLES = "data_dictionary", "provenance", "layer_styles"
"""Tables of a GeoPackage beside the layers; QGIS looks for the third by its name."""


def geopackage(layers: Layers, *names: str) -> bytes:
    """All layers (or these) in one GeoPackage, with styles, dictionary and provenance."""
    shown = names or tuple(LAYERS)
    tables: dict[str, pd.DataFrame] = {name: getattr(layers, name) for name in shown}
    tables[DICTIONARY] = dictionary(shown)
    tables[ACCOUNT] = pd.DataFrame(about(layers, *shown).pairs(), columns=["name", "value"])
    styled = tuple(name for name in shown if LAYERS[name].geometry)
    if styled:
        tables[STYLES] = qgis.table(styled, stamp(layers))
    # 1.2 is what GDAL of Debian 12 and ArcGIS Pro read without a warning.
    return _written(tables, "layers.gpkg", stamp(layers), VERSION="1.2")


def stamp(layers: Layers) -> str:
    """The time that stands for the build: the newest plan's date, not the clock's."""
    newest = max((plan.issued for plan in layers.provenance.plans), default="2000")
    return f"{newest}{'-01-01'[(len(newest) - 4) :]}T00:00:00.000Z"


def dictionary(names: tuple[str, ...]) -> pd.DataFrame:
    """The columns of these layers with type, unit and meaning, as a table."""
    rows = [
        {
            "layer": name,
            "column_name": column.name,
            "type": column.kind,
            "unit": column.unit,
            "may_be_empty": column.empty,
            "description_zh": column.zh,
            "description_en": column.en,
            "codes": codes(column.terms) or "",
        }
        for name in names
        for column in LAYERS[name].columns
    ]
    return pd.DataFrame(rows)


def flatgeobuf(layers: Layers, name: str = "claims") -> bytes:
    """One layer as FlatGeobuf; its account stands in the header's description."""
    made = about(layers, name)
    frame = {name: getattr(layers, name)}
    return _written(frame, f"{name}.fgb", None, TITLE=made.title, DESCRIPTION=made.line())


def _written(
    tables: Mapping[str, pd.DataFrame], file: str, when: str | None, **options: str
) -> bytes:
    with tempfile.TemporaryDirectory() as folder, _clock(when):
        path = Path(folder) / file
        for name, table in tables.items():
            pyogrio.write_dataframe(
                table, path, layer=name, append=path.exists(), **_geometry(name, table), **options
            )
        return path.read_bytes()


def _geometry(name: str, table: pd.DataFrame) -> dict[str, Any]:
    if "geometry" not in table:
        return {}
    kinds = set(table.geom_type)
    if kinds and kinds <= {"Polygon", "MultiPolygon"}:
        return {"geometry_type": "MultiPolygon", "promote_to_multi": True}
    # One type for a layer that mixes points, lines and polygons; readers expect no other.
    return {"geometry_type": kinds.pop() if len(kinds) == 1 else "Unknown"}


@contextmanager
def _clock(when: str | None) -> Iterator[None]:
    before = pyogrio.get_gdal_config_option(CLOCK)
    pyogrio.set_gdal_config_options({CLOCK: when})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({CLOCK: before})
