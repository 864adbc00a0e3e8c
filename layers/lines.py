"""Records as text: JSON Lines and CSV for `jiqun extract`, one JSON for a feature.

The same records give the same bytes everywhere: keys in the order of the
contract, numbers in their shortest form, UTF-8, newlines as \\n.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from layers.records import Claim, Target, as_json

LIST_MARK = "；"
"""Joins lists in flat tables."""
PATH_MARK = " › "
"""Joins the headings of a section path in flat tables."""

CSV_COLUMNS = (
    *("type", "id", "plan", "name", "kind", "status", "industry", "industry_codes", "focus"),
    *("members", "member_codes", "member_codes_today", "basis", "precision", "uncertainty_m"),
    *("lon", "lat", "indicator", "subject", "comparator", "modality", "value", "value_max"),
    *("unit", "value_base", "unit_base", "year_from", "year_to", "scope", "scope_codes"),
    *("scope_codes_today", "threshold_indicator", "threshold_comparator", "threshold_value"),
    *("threshold_unit", "threshold_value_base", "threshold_unit_base", "additive", "section"),
    *("evidence_start", "evidence_end", "evidence_exact", "evidence_prefix", "evidence_suffix"),
    *("place_source", "place_confidence", "note"),
)
"""Columns of `jiqun extract --format csv`: claims and targets share one table."""


def number(value: float | None) -> float | int | None:
    """The shortest form of a number: 800.0 is written 800.

    >>> number(800.0), number(2.5), number(None)
    (800, 2.5, None)
    """
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def plain(value: Any) -> Any:
    """A JSON value with every number in its shortest form."""
    if isinstance(value, float):
        return number(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def as_text(value: Any) -> bytes:
    """One JSON value on one line."""
    return (json.dumps(plain(value), ensure_ascii=False, allow_nan=False) + "\n").encode()


def in_order(claims: Iterable[Claim], targets: Iterable[Target]) -> list[Claim | Target]:
    """Claims in order of position, then targets in order of position."""
    records: list[Claim | Target] = sorted(claims, key=_position)
    return records + sorted(targets, key=_position)


def _position(record: Claim | Target) -> tuple[int, int]:
    # Python's sort is stable: records of one quote keep the reader's order.
    return (record.evidence.start, record.evidence.end)


def as_lines(claims: Iterable[Claim], targets: Iterable[Target]) -> bytes:
    """JSON Lines of the contract: one record a line."""
    return b"".join(as_text(as_json(record)) for record in in_order(claims, targets))


def as_csv(claims: Iterable[Claim], targets: Iterable[Target]) -> bytes:
    """One table of all records; a column that a record has not is empty."""
    file = io.StringIO(newline="")
    rows = [flat(record) for record in in_order(claims, targets)]
    # Python quotes a lone \r only from 3.13 on.
    breaks = any("\r" in str(value) for row in rows for value in row.values())
    writer = csv.DictWriter(
        file,
        CSV_COLUMNS,
        lineterminator="\n",
        extrasaction="ignore",
        quoting=csv.QUOTE_ALL if breaks else csv.QUOTE_MINIMAL,
    )
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def flat(record: Claim | Target) -> dict[str, Any]:
    """A record as one flat row: lists joined with `；`, nested values as own columns."""
    fields = plain(as_json(record))
    row = {
        **fields,
        **_evidence(fields["evidence"]),
        **_units(fields),
        "industry_codes": LIST_MARK.join(record.industry_codes),
        "section": PATH_MARK.join(record.section),
    }
    if isinstance(record, Claim):
        return {**row, "focus": LIST_MARK.join(record.focus)}
    return {**row, **_years(record), **_threshold(fields["threshold"])}


def _evidence(evidence: Mapping[str, Any]) -> dict[str, Any]:
    return {f"evidence_{key}": value for key, value in evidence.items()}


def _units(fields: Mapping[str, Any]) -> dict[str, str]:
    """Names, codes and today's codes of members or scope, each list in the same order."""
    column, codes = ("scope", "scope_codes") if "scope" in fields else ("members", "member_codes")
    units = fields[column]
    return {
        column: LIST_MARK.join(unit["name"] for unit in units),
        codes: LIST_MARK.join(unit["code"] for unit in units if unit.get("code")),
        f"{codes}_today": LIST_MARK.join(
            today for unit in units if (today := unit.get("code_today") or unit.get("within"))
        ),
    }


def _years(target: Target) -> dict[str, int | None]:
    if isinstance(target.year, tuple):
        return {"year_from": target.year[0], "year_to": target.year[1]}
    return {"year_from": target.year, "year_to": target.year}


def _threshold(threshold: Mapping[str, Any] | None) -> dict[str, Any]:
    return {f"threshold_{key}": value for key, value in (threshold or {}).items()}
