"""Times of all formats of both plans, and of 100,000 claims beside other writers.

    python -m benchmarks.export [ROWS]

The claims are the real ones, repeated over all counties of China with those counties'
polygons. Writes docs/performance-exports.md; with other ROWS it only prints.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio

from geo.boundaries import Boundaries
from layers import build_layers
from layers.build import Layers
from layers.export import FORMATS, export
from layers.library import shipped_gazetteer

PAGE = Path(__file__).parents[2] / "docs" / "performance-exports.md"
ROWS = 100_000
LIMIT = 1.5
"""Times the peer's own time that a format may take."""
ALL_LIMIT_S = 5.0
ENGINES = {"geojson": "GeoJSON", "gpkg": "GPKG"}
ROUNDS = {"geojson": 1, "gpkg": 3, "parquet": 5}
"""Turns of each writer, of which the shortest counts; pyogrio's GeoJSON takes minutes."""
HEAD = """\
# How fast the layers leave

`python -m benchmarks.export` measures both tables and writes this page ({cores} cores, Python \
{python}, {machine}). Both writers of a row take turns and the shortest turn of each counts, for \
the machine was shared: the ratios say more than the seconds.
"""
FOOT = """\
All write the one layer `claims`. pyogrio's wheels have no Parquet driver (GDAL {gdal}), so \
GeoParquet is measured beside geopandas, with the same covering and compression.
"""


@dataclass(frozen=True, slots=True)
class Race:
    """One format of many rows: seconds of ours and of the peer, megabytes of our file."""

    ending: str
    ours: float
    theirs: float
    size: float

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs

    def row(self) -> str:
        peer = "pyogrio" if self.ending in ENGINES else "geopandas"
        times = f"{self.ours:.1f} | {self.theirs:.1f} | {self.ratio:.2f}"
        return f"| {FORMATS[self.ending].title}, beside {peer} | {times} | {self.size:.0f} |"


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


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


def races(layers: Layers) -> Iterator[Race]:
    """Each format beside its peer, the same rows, in turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ending, rounds in ROUNDS.items():
            out = folder / f"ours.{ending}"
            turns = [
                (
                    seconds(lambda e=ending, o=out: export(layers, o, layer="claims")),
                    seconds(lambda e=ending: peer(layers.claims, e, folder)),
                )
                for _ in range(rounds)
            ]
            ours, theirs = (min(times) for times in zip(*turns, strict=True))
            yield Race(ending, ours, theirs, out.stat().st_size / 1e6)


def formats(layers: Layers) -> Iterator[str]:
    """A row for each format: the shortest of three turns, and the size."""
    for ending, kind in FORMATS.items():
        took = min(seconds(lambda e=ending: export(layers, e)) for _ in range(3))
        size = len(export(layers, ending)) / 1e3
        title = f"**{kind.title}**" if ending == "zip" else kind.title
        yield f"| {title} (.{ending}) | {took:.2f} | {size:.0f} |"


def main(rows: int = ROWS) -> int:
    """Print the page, and write it for the full number of rows; 1 where a limit is broken."""
    layers = build_layers()
    machine = {"cores": os.cpu_count(), "python": platform.python_version()}
    whole = min(seconds(lambda: export(layers, "zip")) for _ in range(3))
    run = list(races(repeated(layers, rows)))
    gdal = ".".join(map(str, pyogrio.__gdal_version__))
    parts = [
        HEAD.format(machine=platform.machine(), **machine),
        "| both plans, all layers | seconds | kB |\n|---|--:|--:|",
        *formats(layers),
        f"\nEverything is every layer in every format with the data package: {whole:.2f} s "
        f"(limit {ALL_LIMIT_S:.0f} s).\n",
        f"| {rows:,} claims over all counties of China | ours s | peer s | ratio (limit {LIMIT}) "
        "| MB |\n|---|--:|--:|--:|--:|",
        *(race.row() for race in run),
        f"\n{FOOT.format(gdal=gdal)}",
    ]
    text = "\n".join(parts)
    print(text)
    if rows == ROWS:
        PAGE.write_text(text, encoding="utf8", newline="\n")
    return int(max(race.ratio for race in run) > LIMIT or whole > ALL_LIMIT_S)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
