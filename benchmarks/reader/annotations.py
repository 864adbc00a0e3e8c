"""The hand-made annotations of `tests/annotations`, as values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "annotations"
PLANS = ROOT / "data" / "plans"
SHIPPED = {"zhejiang-2017-2020": ("330000", "2017-09"), "shaoxing-2011-2015": ("330600", "2011-03")}
"""The two shipped plans: issuer and date."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One annotated claim. Fields ending in `_also` list further right values."""

    start: int
    end: int
    quote: str
    name: str
    name_also: tuple[str, ...]
    kind: str
    kind_also: tuple[str, ...]
    status: str
    status_also: tuple[str, ...]
    industry: str
    industry_also: tuple[str, ...]
    focus: tuple[str, ...]
    basis: str
    codes: tuple[str, ...]
    codes_also: tuple[str, ...]
    optional: bool
    note: str = ""
    basis_also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One annotated number. Fields ending in `_also` list further right values."""

    start: int
    end: int
    quote: str
    industry: str
    industry_also: tuple[str, ...]
    indicator: str
    indicator_also: tuple[str, ...]
    subject: str
    comparator: str
    comparator_also: tuple[str, ...]
    modality: str
    value: float
    value_max: float | None
    unit: str
    unit_also: tuple[str | None, ...]
    value_base: float
    unit_base: str
    year: int | tuple[int, int] | None
    year_also: tuple[int | tuple[int, int] | str | None, ...]
    scope: tuple[str, ...]
    threshold: dict[str, Any] | None
    additive: bool | None
    optional: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its rows; `issuer` is a GB/T 2260 code, `issued` an ISO date."""

    id: str
    path: Path
    issuer: str
    issued: str
    claims: tuple[ClaimRow, ...]
    targets: tuple[TargetRow, ...]

    @property
    def text(self) -> str:
        """The text as the reader gets it, newlines untouched."""
        return self.path.read_bytes().decode("utf8")


def plans() -> tuple[Annotated, ...]:
    """The two shipped plans with their rows."""
    return tuple(
        annotated(id, PLANS / f"{id}.txt", issuer, issued, FOLDER)
        for id, (issuer, issued) in SHIPPED.items()
    )


def annotated(id: str, path: Path, issuer: str, issued: str, folder: Path) -> Annotated:
    """A text with the rows of `<id>.claims.jsonl` and `<id>.targets.jsonl` in `folder`."""
    claims = tuple(row(ClaimRow, line) for line in lines(folder / f"{id}.claims.jsonl"))
    targets = tuple(row(TargetRow, line) for line in lines(folder / f"{id}.targets.jsonl"))
    return Annotated(id, path, issuer, issued, claims, targets)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def row(kind: Any, values: dict[str, Any]) -> Any:
    """A row from its object. Lists become tuples (nested too: a period among other years)."""
    unknown = set(values) - {f.name for f in fields(kind)}
    if unknown:
        raise ValueError(f"expected the fields of {kind.__name__}, got also {sorted(unknown)}")
    return kind(**{key: _frozen(value) for key, value in values.items()})


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, list) else value
