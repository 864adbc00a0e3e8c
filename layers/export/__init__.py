"""The filtered layers as files: one module a format, one function for all of them.

The page's downloads, `jiqun export` and Python call `export`; that is why all
three give the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from layers.export.formats import FORMATS, Format, check_layer, format_of
from layers.filters import Filter

if TYPE_CHECKING:
    from layers.build import Layers

__all__ = ["FORMATS", "Format", "check_layer", "export", "format_of"]


def export(
    layers: Layers,
    out: str | Path,
    chosen: Filter | None = None,
    layer: str | None = None,
) -> bytes:
    """The rows that the filter shows, in the format of `out`; returns the file's bytes.

    `out` is a path, which is written (whole or not at all), or a bare ending
    such as "geojson", for which nothing is. `chosen` None keeps the layers as
    they are. `layer` picks one layer (default: claims where a format holds one,
    else all). Raises JiqunError for an ending, layer or filter value that there is not.
    """
    from layers.filters import apply, check
    from layers.writing import write

    kind = format_of(out)
    check_layer(kind, layer)
    if chosen is not None:
        check(layers, chosen)
        layers = apply(layers, chosen)
    content = kind.write(layers, layer)
    if Path(out).suffix:
        write(Path(out), content)
    return content
