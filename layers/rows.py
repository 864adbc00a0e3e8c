"""What each row of a layer offers to a filter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from layers.filters import Row, fold
from layers.gloss import syllables
from layers.lines import LIST_MARK

if TYPE_CHECKING:
    import pandas as pd

SEARCHED = {
    "claims": ("name", "focus", "industry", "members", "evidence_exact"),
    "unlocated": ("name", "focus", "industry", "members", "evidence_exact"),
    "targets": ("subject", "indicator", "industry", "scope", "evidence_exact"),
    "units": ("name",),
    "lines": ("name",),
}
"""Columns in which a search looks, by layer."""
SPELLED = ("name", "focus", "industry", "members", "subject", "indicator", "scope")
"""Columns that pinyin initials reach; a quote's initials would match almost anything."""


def rows(name: str, frame: pd.DataFrame) -> tuple[Row, ...]:
    """One `Row` a row of the frame, in its order. `name` is the layer's."""
    return tuple(_row(name, record) for record in _records(frame))


def _records(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    table = frame.drop(columns="geometry", errors="ignore")
    columns: Sequence[str] = [str(column) for column in table.columns]
    lists = [table[column].astype(object).where(table[column].notna(), None) for column in columns]
    for values in zip(*lists, strict=True):
        yield dict(zip(columns, values, strict=True))


def _row(name: str, record: dict[str, Any]) -> Row:
    return Row(
        id=record["id"],
        plan=_own(record, "plan"),
        industry=_own(record, "industry_class"),
        heading=_own(record, "industry"),
        kind=_own(record, "kind"),
        status=_own(record, "status"),
        basis=_own(record, "basis"),
        places=_places(name, record),
        years=_years(name, record),
        dated=name in ("claims", "targets"),
        text=fold("\n".join(record.get(column) or "" for column in SEARCHED[name])),
        initials=" ".join(
            spelled(item)
            for column in SEARCHED[name]
            if column in SPELLED
            for item in (record.get(column) or "").split(LIST_MARK)
            if item
        ),
    )


def _own(record: dict[str, Any], column: str) -> str | None:
    """The value; "" where the row has none, None where the layer has no such column."""
    return (record[column] or "") if column in record else None


def _places(name: str, record: dict[str, Any]) -> tuple[str, ...] | None:
    if name == "units":
        return tuple(filter(None, (record["code"], *(record["parents"] or "").split(LIST_MARK))))
    if "place_codes" not in record:
        return None
    return tuple((record["place_codes"] or "").split(LIST_MARK)) if record["place_codes"] else ()


def _years(name: str, record: dict[str, Any]) -> tuple[int, int] | None:
    first, last = ("year_from", "year_to") if name == "targets" else ("target_year", "target_year")
    if name not in ("claims", "targets") or record[last] is None:
        return None
    end = int(record[last])
    return (end if record[first] is None else int(record[first]), end)


@cache
def spelled(name: str) -> str:
    """Pinyin initials and full pinyin of a name, for searching from a Latin keyboard.

    >>> spelled("诸暨"), spelled("长阳")
    ('zj zhuji', 'cy changyang')
    """
    return fold(f"{''.join(syllables(name, initials=True))} {''.join(syllables(name))}")
