"""GeoPackage and FlatGeobuf, written by GDAL through pyogrio.

GDAL puts the time of writing into a GeoPackage; `OGR_CURRENT_DATE` holds it at
the date of the newest plan, so that the same layers give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely

from layers.export import qgis
from layers.export.about import about
from layers.export.spreadsheet import codes
from layers.schema import LAYERS
from layers.vocabulary import LAYER_NAMES

if TYPE_CHECKING:
    from layers.build import Layers

CLOCK = "OGR_CURRENT_DATE"
DICTIONARY, ACCOUNT, STYLES = "data_dictionary", "provenance", "layer_styles"
"""Tables of a GeoPackage beside the layers; QGIS looks for the third by its name."""
_TYPES = {
    "claims": "Unknown",
    "units": "MultiPolygon",
    "lines": "MultiLineString",
    "claims_points": "Point",
    "claims_lines": "MultiLineString",
    "claims_areas": "MultiPolygon",
}
"""What a layer is declared to hold, whatever a filter leaves of it."""
_TITLES = {
    **{name: term.zh for name, term in LAYER_NAMES.items()},
    "claims_points": "产业地点：点",
    "claims_lines": "产业地点：线",
    "claims_areas": "产业地点：面",
}
"""What QGIS and ArcGIS show beside a layer's name."""
_LINE, _POLYGON = 1, 3
"""Numbers that GEOS gives to types."""


def geopackage(layers: Layers, *names: str) -> bytes:
    """All layers (or these) in one GeoPackage, with styles, dictionary and provenance.

    With all layers the claims stand there a second time, by type of geometry, for
    programs that hold one type a layer (ArcGIS); decision 0305 says why as tables.
    """
    shown = names or tuple(LAYERS)
    tables: dict[str, pd.DataFrame] = {name: getattr(layers, name) for name in shown}
    if not names:
        tables |= by_type(layers.claims)
    tables[DICTIONARY] = dictionary(shown)
    tables[ACCOUNT] = pd.DataFrame(about(layers, *shown).pairs(), columns=["name", "value"])
    if styled := [name for name, table in tables.items() if "geometry" in table]:
        tables[STYLES] = qgis.table(styled, stamp(layers))
    with TemporaryDirectory() as folder, _settings(stamp(layers)):
        path = Path(folder) / "layers.gpkg"
        for name, table in tables.items():
            # 1.2 is what GDAL of Debian 12 and ArcGIS Pro read without a warning.
            _write(table, path, name, DESCRIPTION=_TITLES.get(name, ""), VERSION="1.2")
        return path.read_bytes()


def by_type(claims: gpd.GeoDataFrame) -> dict[str, gpd.GeoDataFrame]:
    """The claims drawn as points, along lines and as areas, each as a layer of one type."""
    drawn = shapely.get_dimensions(claims.geometry.to_numpy())
    names = ("claims_points", "claims_lines", "claims_areas")
    return {name: claims[drawn == dimension] for dimension, name in enumerate(names)}


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
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.fgb"
        _write(getattr(layers, name), path, name, TITLE=made.title, DESCRIPTION=made.line())
        return path.read_bytes()


def _write(table: pd.DataFrame, path: Path, layer: str, **options: str) -> None:
    kind = _TYPES.get(layer)
    pyogrio.write_dataframe(
        _multiple(table) if kind else table,
        path,
        layer=layer,
        append=path.exists(),
        geometry_type=kind,
        **options,
    )


def _multiple(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Lines and polygons in their multiple types, so that a layer holds one type."""
    shapes = frame.geometry.to_numpy().copy()
    kinds = shapely.get_type_id(shapes)
    for kind, multiple in ((_LINE, shapely.multilinestrings), (_POLYGON, shapely.multipolygons)):
        single = kinds == kind
        shapes[single] = multiple(shapes[single], indices=np.arange(single.sum()))
    return frame.set_geometry(gpd.GeoSeries(shapes, frame.index, crs=frame.crs))


@contextmanager
def _settings(when: str) -> Iterator[None]:
    """GDAL with its clock held, and without waiting for a disk on which nothing stays."""
    chosen = {CLOCK: when, "OGR_SQLITE_SYNCHRONOUS": "OFF"}
    before = {name: pyogrio.get_gdal_config_option(name) for name in chosen}
    pyogrio.set_gdal_config_options(chosen)
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options(before)
