"""The formats: ending, what it holds, how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from layers.errors import BadArgument, JiqunError
from layers.schema import LAYERS

if TYPE_CHECKING:
    from layers.build import Layers

Writer = Callable[..., bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `layers`: "one" layer a file, "all" in one file, or "map" (a page).

    `module`, `function` name the writer, imported when it is needed. `unlocated`: whether
    the file of all layers lists the claims without a place too.
    """

    ending: str
    title: str
    media_type: str
    layers: str
    module: str
    function: str
    unlocated: bool = False

    def write(self, layers: Layers, name: str | None) -> bytes:
        """The file's bytes. `name` is the one layer to write, None for the usual choice."""
        from importlib import import_module

        writer: Writer = getattr(import_module(f"layers.export.{self.module}"), self.function)
        if self.layers == "one":
            return writer(layers, name or "claims")
        return writer(layers) if name is None else writer(layers, name)


_ALL = (
    Format("geojson", "GeoJSON", "application/geo+json", "one", "geojson", "geojson"),
    Format(
        "gpkg",
        "GeoPackage",
        "application/geopackage+sqlite3",
        "all",
        "drivers",
        "geopackage",
        unlocated=True,
    ),
    Format(
        "parquet", "GeoParquet", "application/vnd.apache.parquet", "one", "geoparquet", "geoparquet"
    ),
    Format("fgb", "FlatGeobuf", "application/octet-stream", "one", "drivers", "flatgeobuf"),
    Format("kml", "KML", "application/vnd.google-earth.kml+xml", "one", "kml", "kml"),
    Format("csv", "CSV", "text/csv", "one", "spreadsheet", "as_csv"),
    Format(
        "xlsx",
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "all",
        "spreadsheet",
        "xlsx",
        unlocated=True,
    ),
    Format("topojson", "TopoJSON", "application/topo+json", "all", "topology", "topojson"),
    Format("html", "map without a server", "text/html", "map", "page", "page", unlocated=True),
    Format(
        "zip", "everything", "application/zip", "map", "everything", "everything", unlocated=True
    ),
)
FORMATS: Mapping[str, Format] = {format.ending: format for format in _ALL}
ALIASES = {"json": "geojson", "geoparquet": "parquet", "htm": "html"}
REFUSED = {
    "shp": "a Shapefile cuts names of columns to 10 and texts to 254 bytes, holds one type of "
    "geometry and no encoding that all readers agree on: quotes would be lost",
}


def format_of(out: str | Path) -> Format:
    """The format that a file's ending, or a bare ending, stands for.

    Raises BadArgument for an ending that is none, JiqunError for a Shapefile.

    >>> format_of("out/claims.gpkg").title, format_of("geojson").title
    ('GeoPackage', 'GeoJSON')
    """
    ending = Path(out).suffix.lstrip(".").lower() or str(out).lower()
    if ending in REFUSED:
        raise JiqunError(f"no Shapefile is written: {REFUSED[ending]}", "use .gpkg instead")
    chosen = FORMATS.get(ALIASES.get(ending, ending))
    if chosen is None:
        known = " ".join(f".{name}" for name in FORMATS)
        raise BadArgument("--out", str(out), f"a file with one of the endings {known}")
    return chosen


def check_layer(chosen: Format, name: str | None) -> None:
    """Refuse a layer that there is not, or that the format cannot hold."""
    if name is None:
        return
    if name not in LAYERS:
        raise BadArgument("--layer", name, f"one of {', '.join(LAYERS)}")
    if chosen.layers == "map":
        raise BadArgument("--layer", name, f"no layer for .{chosen.ending}, which holds them all")
    needs = chosen.ending in ("fgb", "topojson")
    if needs and not LAYERS[name].geometry:
        text = f"a layer with geometry for .{chosen.ending}; take .csv, .xlsx or .geojson"
        raise BadArgument("--layer", name, text)
