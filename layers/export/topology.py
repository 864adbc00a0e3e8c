"""TopoJSON: shared borders once, for web pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from layers.export.about import about
from layers.export.cells import records
from layers.schema import LAYERS

if TYPE_CHECKING:
    from layers.build import Layers

QUANTUM = 1_000_000
"""Steps along each side of the layer's box: under a metre for a province."""


def topojson(layers: Layers, *names: str) -> bytes:
    """Layers with geometry (default: all of them) as one topology."""
    from topojson.core.topology import Topology

    shown = names or tuple(name for name, layer in LAYERS.items() if layer.geometry)
    filled = [name for name in shown if len(getattr(layers, name))]
    made: dict[str, Any] = {"type": "Topology", "objects": {}, "arcs": []}
    if filled:
        frames = [getattr(layers, name)[["geometry"]] for name in filled]
        built = Topology(frames, object_name=filled, prequantize=QUANTUM, shared_coords=False)
        made = built.to_dict()
    for name in filled:
        rows = records(LAYERS[name], getattr(layers, name))
        for feature, row in zip(made["objects"][name]["geometries"], rows, strict=True):
            feature["id"], feature["properties"] = row["id"], row
    for name in (name for name in shown if name not in filled):
        made["objects"][name] = {"type": "GeometryCollection", "geometries": []}
    made["jiqun"] = about(layers, *shown).as_json()
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"), default=float)
    return f"{text}\n".encode()
