"""Hand corrections: data with a reason, an author's note and what each expects.

A correction names the one record that it expects to find and either sets fields of it or
drops it. One that finds no record, or several, or finds its change made already, is stale
and fails the reading: what a rule can do, no correction does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, TypeVar

from layers.errors import JiqunError
from layers.records import Claim, Target

DATA = Path(__file__).resolve().parent.parent / "data" / "corrections"

Record = TypeVar("Record", Claim, Target)

_FIELDS = {"record", "expect", "set", "drop", "reason", "note"}
_LISTS = ("focus", "industry_codes")
_FIXED = ("id", "plan", "evidence", "section")


class StaleCorrection(JiqunError):  # named as the fault that it is
    """A correction no longer applies: what it expects is not there, or there twice."""

    def __init__(self, correction: Correction, found: int) -> None:
        super().__init__(
            f"{correction.where}: expected one {correction.record} with {dict(correction.expect)}",
            f"found {found}" if found != 1 else "it says already what the correction sets",
            "delete the correction if the reader is right now, else mend what it expects",
            where=correction.where,
            found=found,
        )


class BadCorrection(JiqunError):
    """The file of corrections is not as it must be."""

    def __init__(self, where: str, expected: str, found: str) -> None:
        super().__init__(f"{where}: expected {expected}, found {found}", "mend the file")


@dataclass(frozen=True)
class Correction:
    """One correction of a plan. `expect` holds fields of the record and `quote`, a part of its
    evidence; `change` the fields to set, None to drop the record."""

    where: str
    record: Literal["claim", "target"]
    expect: Mapping[str, Any]
    change: Mapping[str, Any] | None
    reason: str
    note: str

    def __str__(self) -> str:
        """One line for the method page: what it expects, what it does, and why."""
        done = "dropped" if self.change is None else f"set {dict(self.change)}"
        return f"{self.where}: {self.record} {dict(self.expect)}: {done}; {self.reason}"


def load(plan: str, folder: Path = DATA) -> tuple[Correction, ...]:
    """The corrections of a plan, from `<folder>/<plan>.yaml`; none where there is no file.

    Raises `BadCorrection` for a file that is not a list of corrections with all fields.
    """
    path = folder / f"{plan}.yaml"
    if not path.exists():
        return ()
    import yaml

    try:
        entries = yaml.safe_load(path.read_text("utf8")) or []
    except yaml.YAMLError as error:
        raise BadCorrection(str(path), "YAML", str(error).replace("\n", " ")) from error
    if not isinstance(entries, list):
        raise BadCorrection(str(path), "a list of corrections", type(entries).__name__)
    return tuple(_entry(f"{path.name} no. {i}", entry) for i, entry in enumerate(entries, 1))


def _entry(where: str, entry: Any) -> Correction:
    if not isinstance(entry, dict) or not set(entry) <= _FIELDS:
        raise BadCorrection(where, f"fields of {sorted(_FIELDS)}", str(entry))
    for name in ("record", "expect", "reason", "note"):
        if not entry.get(name):
            raise BadCorrection(where, f"a {name}", "none")
    change = entry.get("set")
    if bool(change) == bool(entry.get("drop")):
        raise BadCorrection(where, "either set or drop", "both or neither")
    kinds: dict[str, type[Claim] | type[Target]] = {"claim": Claim, "target": Target}
    kind = kinds.get(entry["record"])
    if kind is None:
        raise BadCorrection(where, "record: claim or target", str(entry["record"]))
    known = {f.name for f in fields(kind)}
    unknown = ({*entry["expect"]} - known - {"quote"}) | ({*(change or {})} - (known - {*_FIXED}))
    if unknown:
        raise BadCorrection(where, f"fields of a {entry['record']}", ", ".join(sorted(unknown)))
    new = {k: tuple(v) if k in _LISTS else v for k, v in (change or {}).items()}
    return Correction(
        where, entry["record"], entry["expect"], new or None, entry["reason"], entry["note"]
    )


def correct(
    records: Iterable[Record], corrections: Iterable[Correction], record: str
) -> tuple[Record, ...]:
    """The records with every correction for that kind of record applied.

    Raises `StaleCorrection` for the first that does not apply.
    """
    kept = list(records)
    for correction in corrections:
        if correction.record == record:
            kept = _applied(kept, correction)
    return tuple(kept)


def _applied(records: list[Record], correction: Correction) -> list[Record]:
    found = [i for i, item in enumerate(records) if _matches(item, correction.expect)]
    if len(found) != 1:
        raise StaleCorrection(correction, len(found))
    at = found[0]
    if correction.change is None:
        return records[:at] + records[at + 1 :]
    changed: Record = replace(records[at], **correction.change)
    if changed == records[at]:
        raise StaleCorrection(correction, 1)
    records[at] = changed
    return records


def _matches(record: Claim | Target, expect: Mapping[str, Any]) -> bool:
    for name, value in expect.items():
        if name == "quote":
            if value not in record.evidence.exact:
                return False
            continue
        held = getattr(record, name)
        if (list(held) if isinstance(held, tuple) else held) != value:
            return False
    return True
