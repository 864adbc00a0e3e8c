"""Frames as plain Python values: None for empty, numbers in their shortest form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layers.lines import number
from layers.schema import Layer

if TYPE_CHECKING:
    import pandas as pd

Value = str | int | float | bool | None


def columns(layer: Layer, frame: pd.DataFrame) -> dict[str, list[Value]]:
    """Every attribute of the frame as a list of values."""
    return {
        column.name: _values(frame[column.name], column.kind == "number")
        for column in layer.attributes
    }


def _values(series: Any, decimal: bool) -> list[Value]:
    # By lists: pandas' own `where` takes ten times as long over a column of a plan.
    pairs = zip(series.tolist(), series.isna().tolist(), strict=True)
    kept = [None if empty else value for value, empty in pairs]
    return [number(value) for value in kept] if decimal else kept


def records(layer: Layer, frame: pd.DataFrame) -> list[dict[str, Value]]:
    """Every row of the frame as a dictionary."""
    made = columns(layer, frame)
    return [dict(zip(made, row, strict=True)) for row in zip(*made.values(), strict=True)]
