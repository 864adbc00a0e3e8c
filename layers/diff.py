"""What changed between two builds, in words.

Rows are paired by their id. An id holds the position of its quote, so that an
edit earlier in a plan moves the rows after it: rows that came and went with the
same plan, name, industry and quote are told as moved, not as new. What then is
left is paired where one row on each side says the same of the same thing under
the same heading: its sentence was rewritten, and the row has changed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from layers.errors import JiqunError

COMPARED = {
    "claims": "地点",
    "targets": "指标",
    "unlocated": "未定位",
    "units": "行政区",
    "lines": "线",
}
"""Layers that are compared, with what people call a row of them."""
SUBJECT = ("plan", "name", "subject", "indicator", "industry", "kind", "section")
"""Columns by which a row is known again when its sentence was rewritten."""
IDENTITY = (*SUBJECT[:-1], "value", "evidence_exact")
"""Columns by which a row is known again when its position moved."""
ECHO = ("about", "id", "evidence_start", "evidence_end", "evidence_selector", "evidence_prefix")
"""Columns whose change says nothing by itself."""
QUIET = (*ECHO, "evidence_suffix", "target_ids", "upper_target_ids")

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """How the rows of one layer differ; `changed` pairs old and new, `moved` counts."""

    layer: str
    came: tuple[Row, ...]
    went: tuple[Row, ...]
    changed: tuple[tuple[Row, Row], ...]
    moved: int

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed or self.moved)


def compare(old: Path, new: Path) -> str:
    """What came, went and changed from one build's folder to another's, in words.

    Raises JiqunError where a folder holds no build.
    """
    differences = [difference(name, *(_rows(f, name) for f in (old, new))) for name in COMPARED]
    lines = [line for found in differences for line in _told(found)]
    return "\n".join(lines or ["没有差别 no difference"]) + "\n"


def _rows(folder: Path, name: str) -> dict[str, Row]:
    path = folder / f"{name}.csv"
    if not path.is_file():
        raise JiqunError(
            f"expected the folder of a build, found no {path.name} in {folder}",
            "make one with `jiqun build --out DIR`",
        )
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {row["id"]: row for row in csv.DictReader(file)}
    except (KeyError, UnicodeDecodeError, csv.Error) as fault:
        raise JiqunError(
            f"expected a table that `jiqun build` wrote, could not read {path} "
            f"({type(fault).__name__}: {fault})",
            "build the folder anew",
        ) from fault


def difference(layer: str, old: Mapping[str, Row], new: Mapping[str, Row]) -> Difference:
    """How two sets of rows by id differ."""
    gone = [row for key, row in old.items() if key not in new]
    fresh = [row for key, row in new.items() if key not in old]
    pairs = [(row, new[key]) for key, row in old.items() if key in new]
    moved = _paired(gone, fresh, IDENTITY)
    rewritten = _paired(gone, fresh, SUBJECT, alone=True)
    changed = tuple(pair for pair in (*pairs, *moved, *rewritten) if _changes(*pair))
    return Difference(layer, tuple(fresh), tuple(gone), changed, len(moved))


def _paired(
    gone: list[Row], fresh: list[Row], columns: tuple[str, ...], alone: bool = False
) -> list[tuple[Row, Row]]:
    """Take the rows that agree in these columns out of both lists, in order.

    `alone`: only where no other row on either side agrees too.
    """
    before, after = _grouped(gone, columns), _grouped(fresh, columns)
    pairs = [
        pair
        for key, rows in before.items()
        if not alone or len(rows) == len(after.get(key, ())) == 1
        for pair in zip(rows, after.get(key, ()), strict=False)
    ]
    for row, twin in pairs:
        gone.remove(row)
        fresh.remove(twin)
    return pairs


def _grouped(rows: list[Row], columns: tuple[str, ...]) -> dict[tuple[str, ...], list[Row]]:
    made: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        key = tuple("".join((row.get(column) or "").split()) for column in columns)
        made.setdefault(key, []).append(row)
    return made


def _changes(old: Row, new: Row) -> list[tuple[str, str, str]]:
    columns = [column for column in {**old, **new} if column not in QUIET]
    pairs = ((column, old.get(column) or "", new.get(column) or "") for column in columns)
    return [(column, before, after) for column, before, after in pairs if before != after]


def _told(found: Difference) -> Iterator[str]:
    if not found:
        return
    counts = (("新增 came", found.came), ("消失 went", found.went), ("改变 changed", found.changed))
    told = "，".join(f"{word} {len(rows)}" for word, rows in counts if rows)
    moved = f"{'，' if told else ''}移位 moved {found.moved}" if found.moved else ""
    yield f"{COMPARED[found.layer]} {found.layer}: {told}{moved}"
    yield from (f"  + {_named(row)}" for row in found.came)
    yield from (f"  - {_named(row)}" for row in found.went)
    for old, new in found.changed:
        yield f"  ~ {_named(new)}"
        yield from (f"      {_change(*change)}" for change in _changes(old, new))


def _named(row: Row) -> str:
    """A row in a few words: what, where, and the start of its quote."""
    name = row.get("name") or row.get("subject") or row.get("indicator") or row["id"]
    number = (
        f"{row.get('comparator', '')}{row['value']}{row.get('unit', '')}"
        if row.get("value")
        else ""
    )
    facts = [row.get("plan", ""), row.get("industry", ""), name, number]
    quote = row.get("evidence_exact") or ""
    cited = f"：“{_short(quote)}”" if quote else ""
    return " ".join(fact for fact in facts if fact) + cited


def _change(column: str, before: str, after: str) -> str:
    return f"{column}: {_short(before) or '（空）'} → {_short(after) or '（空）'}"


def _short(text: str, limit: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit]}…"
