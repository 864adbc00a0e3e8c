"""Plans from disk or from bytes to readings: the one door to the texts."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from layers.errors import JiqunError

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from layers.corrections import Correction
    from layers.industry import Taxonomy
    from layers.plan import Plan
    from layers.reader import Reading

PLANS = Path(__file__).resolve().parent.parent / "data" / "plans"
"""The texts that ship with Jiqun, as published."""


@cache
def shipped_gazetteer() -> Gazetteer:
    """The gazetteer that ships with Jiqun, held against its hashes, read once."""
    from geo.gazetteer import Gazetteer
    from layers.provenance import verify_folders

    verify_folders("data/gazetteer/")
    return Gazetteer.from_data()


@cache
def shipped_taxonomy() -> Taxonomy:
    """The taxonomy that ships with Jiqun, read once.

    It is written by hand in the project, and whoever tries a new word must be able to
    read a plan with it: only builds hold it against its hash.
    """
    from layers.industry import Taxonomy

    return Taxonomy.from_data()


def source_bytes(file: str) -> bytes:
    """The bytes of a plan's file; `-` is standard input. Raises JiqunError."""
    if file == "-":
        return sys.stdin.buffer.read()
    path = Path(file)
    if path.is_dir():
        raise JiqunError(f"expected a plan's text, got a folder: {file}", "name one file in it")
    try:
        return path.read_bytes()
    except FileNotFoundError as fault:
        text = f"expected a plan's text, found no file: {file}"
        raise JiqunError(text, "check the path, or pipe the text to `jiqun extract -`") from fault


def read_bytes(
    data: bytes,
    name: str,
    issuer: str | None = None,
    issued: str | None = None,
    where: str | None = None,
    gazetteer: Gazetteer | None = None,
) -> Reading:
    """Read a plan; `name` becomes its id, `where` names it in errors."""
    from layers.plan import Plan
    from layers.reader import read

    places = gazetteer or shipped_gazetteer()
    plan = Plan.from_bytes(data, name, issuer, issued, places, where or name)
    return read(plan, places, shipped_taxonomy(), corrections(plan))


def corrections(plan: Plan) -> tuple[Correction, ...]:
    """The corrections of a shipped plan; none for any other text, whatever its name."""
    from layers.corrections import load

    shipped = PLANS / f"{plan.id}.txt"
    if not shipped.is_file() or sha256(shipped.read_bytes()).hexdigest() != plan.sha256:
        return ()
    return load(plan.id)


def read_folder(folder: Path = PLANS, gazetteer: Gazetteer | None = None) -> tuple[Reading, ...]:
    """Read every plan (*.txt) in a folder, in the order of their names.

    `gazetteer` None: the one that ships with Jiqun. Raises JiqunError for a folder
    without plans, and for the first plan that cannot be read.
    """
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise JiqunError(f"expected plan texts (*.txt) in {folder}, found none", "put one there")
    return tuple(
        read_bytes(path.read_bytes(), path.stem, where=str(path), gazetteer=gazetteer)
        for path in paths
    )
