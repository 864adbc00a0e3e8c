"""The tables of `data/gazetteer`: their columns, their rows, a row as a place."""

from __future__ import annotations

import csv
from pathlib import Path

from geo.errors import MissingData
from geo.place import Level, Place

DATA = Path(__file__).resolve().parent.parent / "data" / "gazetteer"
TABLES = ("units.csv", "areas.csv", "zones.csv", "towns.csv")
"""In the order in which readings are returned."""

COLUMNS = (
    *("id", "name", "level", "code", "code_today", "parents", "within", "valid_from", "valid_to"),
    *("lon", "lat", "uncertainty_m", "source", "confidence", "members", "line", "note", "names"),
)
"""Of each table. Lists are separated by `|`; an empty cell is None or ()."""


def rows_of_all(folder: Path) -> list[list[str]]:
    """All rows of `TABLES`, in their order. Raises `MissingData`."""
    return [row for table in TABLES for row in rows(folder / table, COLUMNS)]


def short_forms(folder: Path) -> list[tuple[str, str]]:
    """(character, code) pairs of the conventional short forms. Raises `MissingData`."""
    table = rows(folder / "characters.csv", ("character", "code", "note"))
    return [(character, code) for character, code, _ in table]


def surfaces(path: Path, about: str) -> frozenset[str]:
    """The words of a table of a surface and what is said `about` it. Raises `MissingData`."""
    return frozenset(surface for surface, _ in rows(path, ("surface", about)))


def rows(path: Path, columns: tuple[str, ...]) -> list[list[str]]:
    """The rows below the head. Raises `MissingData` where the file is not that table."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            head, *found = csv.reader(file)
    except (OSError, ValueError, csv.Error) as fault:
        raise MissingData(path, f"could not read it ({type(fault).__name__})") from fault
    if tuple(head) != columns or set(map(len, found)) - {len(columns)}:
        raise MissingData(path, f"found a table that has not the {len(columns)} columns")
    return found


def place_from_row(row: list[str]) -> Place:
    level: Level = row[2]  # type: ignore[assignment]  # checked by the test of the tables
    return Place(
        id=row[0],
        name=row[1],
        level=level,
        code=row[3] or None,
        code_today=_items(row[4]),
        parents=_items(row[5]),
        within=row[6] or None,
        valid_from=row[7] or None,
        valid_to=row[8] or None,
        lon=float(row[9]) if row[9] else None,
        lat=float(row[10]) if row[10] else None,
        uncertainty_m=int(row[11]) if row[11] else None,
        source=row[12],
        confidence=row[13],
        members=_items(row[14]),
        line=row[15] or None,
        note=row[16] or None,
    )


def _items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
