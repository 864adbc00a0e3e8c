"""Times of all formats of both plans, and of 100,000 claims beside pyogrio's own writer.

    python -m benchmarks.export [ROWS]

The claims are the real ones, repeated over all counties of China with those counties'
polygons. pyogrio's wheels have no Parquet driver: GeoParquet is timed beside geopandas.
Prints a Markdown table; docs/performance.md holds the one of the reference machine.
"""

from __future__ import annotations

import platform
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio

from geo.boundaries import Boundaries
from layers import build_layers
from layers.build import Layers
from layers.export import FORMATS, export
from layers.library import shipped_gazetteer

ROWS = 100_000
ROUNDS = 3
LIMIT = 1.5
"""Times pyogrio's own time that a format may take."""
ALL_LIMIT_S = 5.0
ENGINES = {"geojson": "GeoJSON", "gpkg": "GPKG"}


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of several runs: the one that was disturbed least."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def repeated(layers: Layers, rows: int) -> Layers:
    """The claims of these layers over all counties of China, until there are `rows`."""
    counties = Boundaries.from_data(shipped_gazetteer()).units(None, level="county")
    picked = np.arange(rows)
    frame = layers.claims.iloc[picked % len(layers.claims)].reset_index(drop=True)
    ground = counties.geometry.iloc[picked % len(counties)].reset_index(drop=True)
    frame = frame.set_geometry(gpd.GeoSeries(ground, crs=frame.crs))
    frame["id"] = [f"c-{index:012d}" for index in picked]
    return replace(layers, claims=frame, totals={**layers.totals, "claims": rows})


def peer(frame: gpd.GeoDataFrame, ending: str, folder: Path) -> None:
    """The same frame by pyogrio; GeoParquet by geopandas."""
    path = folder / f"peer.{ending}"
    path.unlink(missing_ok=True)
    if ending == "parquet":
        frame.to_parquet(path, write_covering_bbox=True, schema_version="1.1.0")
    else:
        pyogrio.write_dataframe(frame, path, driver=ENGINES[ending])


def compared(layers: Layers, rounds: int) -> list[tuple[str, float, float, float]]:
    """Format, our seconds, the peer's seconds, megabytes; one layer, the same rows, in turns."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ending in ("geojson", "gpkg", "parquet"):
            out = folder / f"ours.{ending}"
            pairs = [
                (
                    seconds(lambda e=ending, o=out: export(layers, o, layer="claims"), 1),
                    seconds(lambda e=ending: peer(layers.claims, e, folder), 1),
                )
                for _ in range(rounds)
            ]
            ours, theirs = (min(times) for times in zip(*pairs, strict=True))
            found.append((ending, ours, theirs, out.stat().st_size / 1e6))
    return found


def main(rows: int = ROWS) -> int:
    """Print both tables; 1 where a limit is broken."""
    layers = build_layers()
    print(f"Machine: {platform.machine()}, Python {platform.python_version()}.\n")
    print("| both plans, all layers | seconds | kB |\n|---|--:|--:|")
    for ending, kind in FORMATS.items():
        took = seconds(lambda e=ending: export(layers, e))
        print(
            f"| {kind.title} (.{ending}) | {took:.2f} | {len(export(layers, ending)) / 1e3:.0f} |"
        )
    whole = seconds(lambda: export(layers, "zip"))
    print(f"\nEvery layer in every format, zipped: {whole:.2f} s (limit {ALL_LIMIT_S:.0f} s).\n")
    print(f"| {rows:,} claims | ours s | peer s | ratio | MB |\n|---|--:|--:|--:|--:|")
    worst = 0.0
    for ending, ours, theirs, size in compared(repeated(layers, rows), rounds=ROUNDS):
        print(f"| {ending} | {ours:.1f} | {theirs:.1f} | {ours / theirs:.2f} | {size:.0f} |")
        worst = max(worst, ours / theirs)
    return int(worst > LIMIT or whole > ALL_LIMIT_S)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
