"""What the method page tells: counts, measurements, ledger, sources, citations.

Every figure is read from the layers or from a file that a program wrote; none is
typed here. A file that is missing gives nothing, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
import yaml

from layers import provenance
from layers.errors import JiqunError
from ui.prose import Part, parts

ROOT = provenance.ROOT
ACCURACY = ROOT / "docs" / "accuracy.md"
CITATION = ROOT / "CITATION.cff"


@dataclass(frozen=True, slots=True)
class ReadingAccount:
    """What was read out of one plan."""

    title: str
    characters: int
    encoding: str
    placed: int
    listed: int
    refused: int
    targets: int


@dataclass(frozen=True, slots=True)
class Placeless:
    """A claim without a place, or a refused name; `readable` where the reader marks it."""

    id: str
    name: str
    plan: str
    reason: str
    candidates: str
    quote: str
    readable: bool


@dataclass(frozen=True, slots=True)
class LedgerAccount:
    """How many amounts and names of the texts have this fate, a code of the ledger's list."""

    reason: str
    amounts: int
    names: int


@dataclass(frozen=True, slots=True)
class Unread:
    """An amount or name that no record used and no reason covers."""

    plan: str
    exact: str
    around: str


@dataclass(frozen=True, slots=True)
class Audit:
    """The ledger of all shipped plans."""

    rows: tuple[LedgerAccount, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One input file."""

    file: str
    title: str
    producer: str
    licence: str
    ours: str
    came: str
    url: str
    sha256: str


def readings(layers: Any, plans: Iterable[Any]) -> tuple[ReadingAccount, ...]:
    """Counts by plan, province before city."""
    ordered = sorted(plans, key=lambda plan: (plan.issuer, plan.issued))
    return tuple(_reading(layers, plan) for plan in ordered)


def _reading(layers: Any, plan: Any) -> ReadingAccount:
    listed = layers.unlocated[layers.unlocated["plan"] == plan.id]
    return ReadingAccount(
        title=plan.title,
        characters=len(plan.text),
        encoding=plan.encoding,
        placed=int((layers.claims["plan"] == plan.id).sum()),
        listed=int((listed["type"] == "claim").sum()),
        refused=int((listed["type"] != "claim").sum()),
        targets=int((layers.targets["plan"] == plan.id).sum()),
    )


def placeless(layers: Any) -> tuple[Placeless, ...]:
    """Everything that is listed instead of mapped, in order of plan and position."""
    rows: pd.DataFrame = layers.unlocated.sort_values(["plan", "evidence_start"])
    return tuple(
        Placeless(
            id=row["id"],
            name=row["name"],
            plan=row["issuer"],
            reason=row["reason"],
            candidates=row["candidates"] if isinstance(row["candidates"], str) else "",
            quote="".join(str(row["evidence_exact"]).split()),
            readable=row["type"] == "claim",
        )
        for row in rows.to_dict("records")
    )


def accuracy(path: Path = ACCURACY) -> tuple[Part, ...]:
    """`docs/accuracy.md` as the benchmark wrote it; () where it is missing."""
    try:
        return parts(path.read_text(encoding="utf8"))
    except OSError:
        return ()


@st.cache_resource(show_spinner=False)
def ledger() -> Audit:
    """The ledgers of all shipped plans, together."""
    from layers.ledger import audit
    from layers.library import read_folder

    readings = read_folder()
    ledgers = [audit(reading) for reading in readings]
    counts: dict[str, list[int]] = {}
    for made in ledgers:
        for reason, (amounts, names) in made.totals().items():
            held = counts.setdefault(reason, [0, 0])
            counts[reason] = [held[0] + amounts, held[1] + names]
    rows = tuple(LedgerAccount(r, a, n) for r, (a, n) in counts.items())
    unread = tuple(
        _unread(reading.plan, row)
        for reading, made in zip(readings, ledgers, strict=True)
        for row in made.unread
    )
    return Audit(rows, unread)


def _unread(plan: Any, row: Any) -> Unread:
    around = plan.text[max(0, row.start - 20) : row.end + 20]
    return Unread(plan.title, row.exact, "".join(around.split()))


def sources() -> tuple[Source, ...]:
    """The entries of `data/sources.toml`."""
    try:
        entries = provenance.entries()
    except JiqunError:
        return ()
    return tuple(_source(entry) for entry in entries)


def _source(entry: dict[str, Any]) -> Source:
    def first(*names: str) -> str:
        return next((str(entry[name]) for name in names if entry.get(name)), "")

    return Source(
        file=first("file", "path"),
        title=first("title", "file", "path"),
        producer=first("producer"),
        licence=first("licence"),
        ours=first("ours"),
        came=first("origin"),
        url=first("url"),
        sha256=first("sha256"),
    )


def citations(layers: Any, plans: Iterable[Any]) -> tuple[str, tuple[str, ...]]:
    """How to cite the layers, and the plans that they quote."""
    made = layers.provenance
    version = getattr(made, "version", "0")
    build = getattr(made, "build", "")
    stamp = f"{version}+{build}" if build else version
    cited = _cited()
    data = f"{cited['who']}: {cited['title']}, {stamp}. {licence_of_layers()}."
    ordered = sorted(plans, key=lambda plan: (plan.issuer, plan.issued))
    return data, tuple(_plan_citation(layers, plan) for plan in ordered)


def _cited() -> dict[str, str]:
    """Who and what to cite, as `CITATION.cff` says."""
    try:
        found = yaml.safe_load(CITATION.read_text(encoding="utf8"))
        return {"who": str(found["authors"][0]["name"]), "title": str(found["title"])}
    except (OSError, yaml.YAMLError, KeyError, IndexError, TypeError):
        return {"who": "The Jiqun project", "title": "集群 Jiqun"}


def _plan_citation(layers: Any, plan: Any) -> str:
    who = f"{layers.provenance.issuer_name(plan.id)}人民政府"
    parts = (who, f"《{plan.title}》", plan.doc_number, plan.issued)
    return "，".join(part for part in parts if part) + "。"


def licence_of_layers() -> str:
    """The licence under which the derived layers are offered."""
    return provenance.LICENCE_OF_LAYERS
