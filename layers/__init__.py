"""Plans to layers, for programs: read, build, filter, export, in that order.

>>> import layers
>>> reading = layers.read_plan("data/plans/shaoxing-2011-2015.txt")
>>> made = layers.build_layers([reading])
>>> chosen = layers.filter_layers(made, layers.Filter(industries=("6",)))
>>> content = layers.export_layers(chosen, "geojson")

Everything is imported when it is used, so that `import layers` costs nothing.
`docs/quickstart.md` shows more.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layers.errors import JiqunError

if TYPE_CHECKING:
    from layers.build import Layers
    from layers.filters import Filter
    from layers.reader import Reading
    from layers.records import Evidence

__all__ = [
    "Filter",
    "JiqunError",
    "anchor_quote",
    "build_layers",
    "export_layers",
    "filter_layers",
    "read_plan",
]


def __getattr__(name: str) -> Any:
    # `Filter` is imported when it is first asked for: `jiqun extract` never needs it.
    if name == "Filter":
        from layers.filters import Filter

        return Filter
    raise AttributeError(f"module 'layers' has no attribute {name!r}")


def read_plan(
    source: str | Path | bytes,
    issuer: str | None = None,
    issued: str | None = None,
    name: str = "plan",
) -> Reading:
    """Read one plan: a path to its text, or the text's bytes (then `name` is its id).

    `issuer` is a GB/T 2260 code, `issued` a date as YYYY, YYYY-MM or YYYY-MM-DD;
    None: read from the document. Gives claims, targets and refused names, each
    with its evidence. Raises JiqunError or geo.errors.GeoError.

    >>> reading = read_plan("绍兴市产业规划\\n打造诸暨光伏产业集聚区。".encode(), issued="2011")
    >>> [(claim.name, claim.members[0].code) for claim in reading.claims]
    [('诸暨光伏产业集聚区', '330681')]
    """
    from layers.library import read_bytes, source_bytes

    if isinstance(source, bytes):
        return read_bytes(source, name, issuer, issued, where=name)
    path = str(source)
    return read_bytes(source_bytes(path), Path(path).stem, issuer, issued, where=path)


def build_layers(readings: Iterable[Reading] | None = None) -> Layers:
    """The layers of these readings; None: of the plans that ship with Jiqun.

    Raises JiqunError where the data differ from `data/sources.toml` or a frame
    breaks its schema.
    """
    from layers.build import shipped

    return shipped(None if readings is None else tuple(readings))


def filter_layers(layers: Layers, chosen: Filter) -> Layers:
    """The layers with only the rows that the filter shows.

    Raises BadArgument for a plan, heading or place that no row has.
    """
    from layers.filters import apply, check

    check(layers, chosen)
    return apply(layers, chosen)


def export_layers(
    layers: Layers,
    out: str | Path,
    chosen: Filter | None = None,
    layer: str | None = None,
) -> bytes:
    """A file of the layers; returns its bytes. See `layers.export.export`."""
    from layers.export import export as write

    return write(layers, out, chosen, layer)


def anchor_quote(evidence: Evidence, text: str) -> Evidence | None:
    """Find a quote in a changed copy of its plan; None where it is gone."""
    from layers.evidence import anchor as find

    return find(evidence, text)
