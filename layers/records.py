"""The records that Jiqun reads out of a plan: claims, targets and their evidence.

A claim says where a plan puts an industry, a target is a number that it reports
or sets. Both are frozen values; `as_json` gives the object of the contract.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from operator import attrgetter
from typing import Any, Literal, TypeVar

Kind = Literal[
    "cluster_current",
    "agglomeration_area",
    "base",
    "zone",
    "corridor",
    "town",
    "enterprise",
    "institution",
    "city_role",
]
Status = Literal["existing", "planned"]
Basis = Literal["stated", "inferred", "none"]
Precision = Literal["point", "town", "zone", "county", "counties", "prefecture", "province", "line"]
Comparator = Literal[">=", ">", "~", "<=", "<", "="]
Modality = Literal["actual", "strive", "target"]
Year = int | tuple[int, int] | None

CONTEXT = 32
"""Characters of context that a quote carries on either side."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote and where it stands.

    `start` and `end` are `str` indices into the plan's text as decoded:
    `text[start:end] == exact`. `prefix` and `suffix` hold up to 32 characters
    of the same text (W3C TextPositionSelector and TextQuoteSelector).
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def from_text(cls, text: str, start: int, end: int) -> Evidence:
        """Quote `text[start:end]`.

        >>> Evidence.from_text("打造诸暨集聚区。", 2, 7).exact
        '诸暨集聚区'
        """
        return cls(
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )


@dataclass(frozen=True, slots=True)
class Member:
    """An administrative unit, or a town or zone inside one, that a place consists of.

    `name` and `code` are those of the plan's date, `code_today` today's.
    A town or zone has no code; `within` is then today's code of its county
    (or the finest unit known) and `id` its own id where the gazetteer has one.
    """

    name: str
    code: str | None = None
    code_today: str | None = None
    id: str | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One place x industry that a plan names. Fields as in the contract.

    `lon`, `lat` are WGS 84 degrees, `uncertainty_m` the radius in metres that
    holds the whole footprint; all three are None where `basis` is "none".
    `place_source` and `place_confidence` say where the point comes from,
    `note` why the place is inferred or vague (None: nothing to say).
    `line` is the id of the line that a corridor follows.
    """

    id: str
    plan: str
    name: str
    kind: Kind
    status: Status
    industry: str
    industry_codes: tuple[str, ...]
    focus: tuple[str, ...]
    members: tuple[Member, ...]
    basis: Basis
    precision: Precision
    uncertainty_m: int | None
    lon: float | None
    lat: float | None
    section: tuple[str, ...]
    evidence: Evidence
    place_source: str | None = None
    place_confidence: str | None = None
    line: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Threshold:
    """The number nested in a target's subject (主营业务收入超800亿元的…企业)."""

    indicator: str
    comparator: Comparator
    value: float
    unit: str
    value_base: float
    unit_base: str


@dataclass(frozen=True, slots=True)
class Target:
    """One number about industry or economy, reported or intended. As in the contract.

    `value` is in `unit` as written, `value_base` in `unit_base`. `year` is one
    year, a (from, to) pair for increments and rates, or None. `scope` holds the
    units that the number speaks of, never a cluster inside them.
    """

    id: str
    plan: str
    industry: str
    industry_codes: tuple[str, ...]
    indicator: str
    subject: str
    comparator: Comparator
    modality: Modality
    value: float
    value_max: float | None
    unit: str
    value_base: float
    unit_base: str
    year: Year
    scope: tuple[Member, ...]
    threshold: Threshold | None
    additive: bool
    section: tuple[str, ...]
    evidence: Evidence
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Unlocated:
    """A toponym that was refused: several readings, or none.

    `candidates` are the names with codes among which nothing decided, `reason`
    one of the closed list in `layers.extract.places.toponyms`.
    """

    id: str
    plan: str
    name: str
    reason: str
    candidates: tuple[str, ...]
    section: tuple[str, ...]
    evidence: Evidence


Record = TypeVar("Record", Claim, Target)


def record_id(prefix: str, plan: str, start: int, *content: str) -> str:
    """A stable id from the content: plan, position and what the record says.

    >>> record_id("c", "p", 3, "袍江", "新能源") == record_id("c", "p", 3, "袍江", "新能源")
    True
    """
    key = "\x1f".join((plan, str(start), *content))
    return f"{prefix}-{sha256(key.encode()).hexdigest()[:12]}"


def apart(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records with an id each: one that another bears before it gets one of all that it says,
    and what says nothing else is left out."""
    if len({record.id for record in records}) == len(records):
        return records
    made: dict[str, Record] = {}
    for record in records:
        own = record if record.id not in made else _renamed(record)
        made.setdefault(own.id, own)
    return tuple(made.values())


def _renamed(record: Record) -> Record:
    said = json.dumps(as_json(record) | {"id": ""}, ensure_ascii=False)
    new = record_id(record.id[0], record.plan, record.evidence.start, said)
    return replace(record, id=new)


def as_json(record: Claim | Target | Unlocated) -> dict[str, Any]:
    """The record as the JSON object of the contract, `type` first."""
    made = {"type": type(record).__name__.lower(), **_fields(record)}
    made["evidence"] = _fields(record.evidence)
    if isinstance(record, Claim):
        made["members"] = [_compact(member) for member in record.members]
    elif isinstance(record, Target):
        made["scope"] = [_compact(member) for member in record.scope]
        made["threshold"] = _fields(record.threshold) if record.threshold else None
    return made


def _fields(record: Claim | Target | Unlocated | Evidence | Threshold | Member) -> dict[str, Any]:
    """The values by name; `dataclasses.asdict` copies every one of them and takes ten times as
    long."""
    return dict(zip(record.__slots__, _VALUES[type(record)](record), strict=True))


_VALUES = {
    kind: attrgetter(*kind.__slots__)
    for kind in (Claim, Target, Unlocated, Evidence, Threshold, Member)
}
"""What reads the values of a record, in the order of its fields."""


def _compact(member: Member) -> dict[str, Any]:
    values = zip(member.__slots__, _VALUES[Member](member), strict=True)
    return {name: value for name, value in values if value is not None}
