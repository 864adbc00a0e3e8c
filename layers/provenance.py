"""What a build was made of: inputs with hashes, code, corrections, licences.

The clock is no part of it: the same inputs and code give the same provenance.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layers.errors import JiqunError

if TYPE_CHECKING:
    from layers.reader import Reading

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "data" / "sources.toml"
SUFFIXES = (".py", ".js", ".css", ".html")
DERIVE = "data/derive/"
CODE = ("geo", "layers")
"""Packages whose code decides what a build holds."""
LICENCE_OF_LAYERS = "CC-BY-4.0"
"""Licence under which the derived tables are offered; inputs keep their own."""
LICENCE_OF_LINES = "courses of rivers, roads and shores: as the source of each line"
"""They are taken from GSHHG (LGPL-3.0) and OpenStreetMap (ODbL-1.0), not remade."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file that a build read. `entry` is its entry in `data/sources.toml`."""

    path: str
    sha256: str
    title: str
    producer: str
    licence: str
    entry: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan as it was read: where it comes from and what was found in its head."""

    id: str
    title: str
    doc_number: str | None
    issuer: str
    issuer_name: str
    issued: str
    period: tuple[int, int] | None
    encoding: str
    characters: int
    sha256: str

    @property
    def cited(self) -> str:
        """Title, number and date in one line."""
        return f"{self.title}（{self.doc_number or '无文号'}，{self.issued}）"


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the layers were made of. `build` names the build: equal inputs, equal name."""

    version: str
    code_sha256: str
    plans: tuple[PlanEntry, ...]
    inputs: tuple[Input, ...]
    corrections: tuple[str, ...] = ()

    @property
    def build(self) -> str:
        """Twelve hexadecimal digits that stand for all inputs and the code."""
        parts = (self.version, self.code_sha256, *(plan.sha256 for plan in self.plans))
        parts += (*(item.sha256 for item in self.inputs), *self.corrections)
        return sha256("\x1f".join(parts).encode()).hexdigest()[:12]

    def issuer_name(self, plan: str) -> str:
        """The name of a plan's issuer, by the plan's id."""
        return next(entry.issuer_name for entry in self.plans if entry.id == plan)

    @property
    def licences(self) -> tuple[str, ...]:
        """The licences of the inputs, each once."""
        return tuple(dict.fromkeys(item.licence for item in self.inputs if item.licence))

    @property
    def attribution(self) -> tuple[str, ...]:
        """Whom to name beside a map or table made from the layers."""
        return tuple(dict.fromkeys(item.producer for item in self.inputs if item.producer))


def release() -> str:
    """The version of Jiqun that runs."""
    # Imported here because it takes 0.1 s, which `jiqun extract` has no use for.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("jiqun")
    except PackageNotFoundError:
        return "0"


@cache
def code_sha256(root: Path = ROOT) -> str:
    """One hash over the code of `geo` and `layers`, newlines as \\n."""
    digest = sha256()
    files = (p for package in CODE for p in (root / package).rglob("*.*"))
    for path in sorted(path for path in files if path.suffix in SUFFIXES):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


@cache
def entries(path: Path = SOURCES) -> list[dict[str, Any]]:
    """The entries of `sources.toml`. Raises JiqunError where it cannot be read."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf8"))
    except (OSError, ValueError) as fault:
        raise JiqunError(
            f"expected the list of inputs at {path}, could not read it ({fault})",
            "restore the file from the repository",
        ) from fault
    found: list[dict[str, Any]] = document.get("source", [])
    return found


def inputs(records: Iterable[Mapping[str, Any]]) -> tuple[Input, ...]:
    """The entries that a build reads, as `Input`s.

    What lies in `data/derive` made the other files and is not read again.
    """
    return tuple(
        Input(
            path=str(entry.get("file")),
            sha256=str(entry.get("sha256", "")),
            title=str(entry.get("title", "")),
            producer=str(entry.get("producer", "")),
            licence=str(entry.get("licence") or entry.get("ours", "")),
            entry=entry,
        )
        for entry in records
        if not str(entry.get("file")).startswith(DERIVE)
    )


def verify(records: Iterable[Input], root: Path = ROOT) -> None:
    """Hold every input against its hash; all faults in one error. Raises JiqunError."""
    faults = [fault for item in records if (fault := _fault(root / item.path, item))]
    if faults:
        raise JiqunError(
            f"expected the data as listed in data/sources.toml, {len(faults)} files differ",
            *faults[:4],
            "restore them from the repository or, where the change is meant, "
            "run `python data/derive/seal.py`",
            faults=faults,
        )


def verify_folders(*folders: str) -> None:
    """Hold the listed files of some folders of `data` against their hashes.

    Raises JiqunError. A copy of the code without `data/sources.toml` is refused too:
    nobody could say what it reads.
    """
    verify(item for item in inputs(entries()) if item.path.startswith(folders))


def _fault(path: Path, item: Input) -> str:
    if not path.is_file():
        return f"{item.path} is missing"
    if not item.sha256:
        return f"{item.path} has no hash in data/sources.toml"
    found = sha256(path.read_bytes()).hexdigest()
    return "" if found == item.sha256 else f"{item.path} has changed (sha256 {found[:12]}…)"


def plan_entry(reading: Reading, issuer_name: str) -> PlanEntry:
    """How a plan was read."""
    plan = reading.plan
    return PlanEntry(
        id=plan.id,
        title=plan.title,
        doc_number=plan.doc_number,
        issuer=plan.issuer,
        issuer_name=issuer_name,
        issued=plan.issued,
        period=plan.period,
        encoding=plan.encoding,
        characters=len(plan.text),
        sha256=plan.sha256,
    )
