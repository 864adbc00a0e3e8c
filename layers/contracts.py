"""Frames held against the columns of `layers.schema`, by pandera models made from these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layers.columns import Column
from layers.errors import JiqunError
from layers.schema import Layer

if TYPE_CHECKING:
    import pandas as pd
    from pandera.pandas import DataFrameSchema

_DTYPES = {"text": "str", "integer": "Int64", "number": "float64", "flag": "bool"}


def dtype(column: Column) -> str:
    """The pandas dtype of a column."""
    return _DTYPES.get(column.kind, "geometry")


def model(layer: Layer) -> DataFrameSchema:
    """The pandera model of a layer: every column, its type, emptiness and values."""
    from pandera.pandas import DataFrameSchema

    columns = {column.name: _pandera(column, layer) for column in layer.columns}
    return DataFrameSchema(columns, strict=True, ordered=True, name=layer.name)


def _pandera(column: Column, layer: Layer) -> Any:
    import pandera.pandas as pa

    if column.kind == "geometry":
        check = pa.Check(lambda shapes: shapes.geom_type.isin(layer.geometry) & shapes.is_valid)
        return pa.Column(None, check, nullable=False)
    checks = [pa.Check.isin(list(column.terms))] if column.terms else []
    if column.low is not None:
        checks.append(pa.Check.ge(column.low))
    if column.high is not None:
        checks.append(pa.Check.le(column.high))
    return pa.Column(dtype(column), checks, nullable=column.empty, unique=column.unique)


def check(layer: Layer, frame: pd.DataFrame) -> None:
    """Hold a frame against its contract; every fault at once, in one error."""
    from pandera.errors import SchemaErrors

    try:
        model(layer).validate(frame, lazy=True)
    except SchemaErrors as fault:
        cases = fault.failure_cases[["column", "check", "failure_case"]].drop_duplicates()
        shown = [f"{c.column}: {c.check} ({c.failure_case})" for c in cases.head(5).itertuples()]
        raise JiqunError(
            f"layer {layer.name} breaks its contract in {len(cases)} ways",
            *shown,
            "see docs/data-dictionary.md",
            cases=cases,
        ) from fault
